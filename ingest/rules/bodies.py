"""Bodies that a text names: by a name of their own, or by the head of a name and what follows it."""

import re
from dataclasses import dataclass, replace

from ingest.facts import BodyForm, Level
from ingest.lexicon import Head, NamedBody, one_of
from ingest.rules.abbreviations import expand, topics
from ingest.rules.page import Page
from ingest.rules.places import CAPITALISED, Places
from ontology.text import CAPITALS, canonical

_UNIT = re.compile(r"\s+(tỉnh|thành phố|tp\.?|huyện|quận|thị xã|thị trấn|xã|phường)(?!\w)")
_LEVELS: dict[str, Level] = {
    **dict.fromkeys(("tỉnh", "thành phố", "tp", "tp."), "province"),
    **dict.fromkeys(("huyện", "quận", "thị xã"), "district"),
    **dict.fromkeys(("xã", "phường", "thị trấn"), "commune"),
}
_UNIT_NAMES = {"tp": "thành phố", "tp.": "thành phố"}
_COMMITTEES: dict[str, tuple[str, Level]] = {
    "tỉnh ủy": ("Tỉnh ủy", "province"),
    "thành ủy": ("Thành ủy", "province"),
    "huyện ủy": ("Huyện ủy", "district"),
    "quận ủy": ("Quận ủy", "district"),
    "thị ủy": ("Thị ủy", "district"),
}
_OWNER = re.compile(r"\s+(tỉnh ủy|thành ủy|huyện ủy|quận ủy|thị ủy|đảng bộ)(?!\w)")
_TOPIC_WORDS = re.compile(
    rf"\s+(?:về\s+)?([{CAPITALS}][^\W\d_]*(?:[\s,]+[^\W\d_]+){{0,7}}?)(?=\s+(?:[Tt]rung ương|tỉnh|thành phố|cấp)(?!\w))"
)
_PLURAL = re.compile(r"\s*(?:của\s+)?(?:các|những|một số|nhiều)(?!\w)")


@dataclass(frozen=True, slots=True)
class BodyMention:
    """One place that names a body. `name` is canonical; `note` says what was read as something else."""

    start: int
    end: int
    name: str
    form: BodyForm
    level: Level
    rule: str
    place: str | None = None
    is_kind: bool = False
    note: str = ""


class BodyReader:
    """Reads the body named at a place of the page."""

    def __init__(self, page: Page, places: Places, abbreviations: dict[str, str]) -> None:
        self.page = page
        self.places = places
        self._abbreviations = abbreviations
        self._topics = topics(abbreviations)
        self._topic = one_of(_with_commas_or_not(self._topics))
        self._central = one_of(["trung ương", "tw", *page.lexicon.misspelt])
        self._named = one_of(page.lexicon.bodies)
        self._heads = page.lexicon.any_of("heads")

    def find_all(self) -> list[BodyMention]:
        """Every body that the page names with a capital first letter, in order; longer names hide shorter ones inside."""
        starts = {m.start() for pattern in (self._named, self._heads) for m in pattern.finditer(self.page.low)}
        found: list[BodyMention] = []
        for start in sorted(starts):
            if self.page.shown[start].isupper() and (not found or start >= found[-1].end):
                mention = self.read_at(start)
                if mention:
                    found.append(mention)
        return found

    def read_at(self, start: int) -> BodyMention | None:
        """The longest name of a body that begins there, in whatever case; None if there is none."""
        named = self._named.match(self.page.low, start)
        head = self._heads.match(self.page.low, start)
        by_name = self._by_name(start, named.end(), named.group()) if named else None
        by_head = self._by_head(self.page.lexicon.heads[head.group()], start, head.end()) if head else None
        longest = [m for m in (by_name, by_head) if m]
        return max(longest, key=lambda m: m.end, default=None)

    def _by_name(self, start: int, end: int, words: str) -> BodyMention:
        body: NamedBody = self.page.lexicon.bodies[words]
        return BodyMention(start, end, body.name, body.form, body.level, "body-by-name", is_kind=body.is_kind)

    def _by_head(self, head: Head, start: int, end: int) -> BodyMention | None:
        mention = BodyMention(start, end, head.name, head.form, head.level, f"body-by-head-and-{head.tail}")
        if _PLURAL.match(self.page.low, end):
            return None
        read = {
            "place": self._place,
            "unit": self._unit,
            "owner": self._owner,
            "topic": self._topic_tail,
            "field": self._field,
            "body": self._body,
        }
        return read[head.tail](mention)

    def _place(self, mention: BodyMention) -> BodyMention | None:
        """Tỉnh ủy Lào Cai; Tỉnh ủy, with the province of the context."""
        unit = {"Tỉnh ủy": "tỉnh", "Thành ủy": "thành phố"}.get(mention.name)
        after = mention.end + len(re.match(r"\s*", self.page.low[mention.end :])[0])  # type: ignore[index]
        printed = self.places.at(after) if after > mention.end else None
        if printed:
            return replace(mention, end=printed.end, name=f"{mention.name} {printed.name}", place=printed.name)
        words = CAPITALISED.match(self.page.shown, after) if after > mention.end else None
        if words and not self._starts_something(after):
            level: Level = mention.level if unit is None else "district"
            return replace(
                mention, end=words.end(), name=f"{mention.name} {words.group()}", place=words.group(), level=level
            )
        meant = self.places.meant_at(mention.start, unit) if unit else None
        return replace(mention, name=f"{mention.name} {meant}", place=meant) if meant else None

    def _unit(self, mention: BodyMention) -> BodyMention | None:
        """HĐND tỉnh Lào Cai; HĐND tỉnh, with the province of the context."""
        unit = _UNIT.match(self.page.low, mention.end)
        after = (unit.end() if unit else mention.end) + 1
        printed = self.places.at(after)
        if printed and self.page.low[after - 1 : after].isspace():
            name = f"{mention.name} {printed.unit} {printed.name}"
            return replace(mention, end=printed.end, name=name, place=printed.name, level="province")
        if not unit:
            return None
        word = _UNIT_NAMES.get(unit[1], unit[1])
        words = CAPITALISED.match(self.page.shown, after)
        if words:
            level: Level = "district" if _LEVELS[unit[1]] == "province" else _LEVELS[unit[1]]
            name = f"{mention.name} {word} {words.group()}"
            return replace(mention, end=words.end(), name=name, place=words.group(), level=level)
        meant = self.places.meant_at(mention.start, word) if _LEVELS[unit[1]] == "province" else None
        if not meant or _PLURAL.match(self.page.low, unit.end()):
            return None
        return replace(mention, end=unit.end(), name=f"{mention.name} {word} {meant}", place=meant, level="province")

    def _owner(self, mention: BodyMention) -> BodyMention | None:
        """Ban Nội chính Trung ương; Ban Tổ chức Tỉnh ủy Lào Cai; Ban Nội chính tỉnh, with the province of the context."""
        central = self._central.match(self.page.low, mention.end + 1)
        if central and self.page.low[mention.end].isspace():
            return self._central_owner(mention, central)
        owner = _OWNER.match(self.page.low, mention.end)
        if owner and owner[1] in _COMMITTEES:
            name, level = _COMMITTEES[owner[1]]
            inner = BodyMention(mention.start, owner.end(), name, "party_committee", level, mention.rule)
            committee = self._place(inner)
            return self._owned(mention, committee) if committee else None
        if owner:
            inner = BodyMention(
                mention.start, owner.end(), f"{mention.name} Đảng bộ", mention.form, "province", mention.rule
            )
            return self._unit(inner)
        unit = _UNIT.match(self.page.low, mention.end)
        if unit and _LEVELS[unit[1]] == "province":
            name = "Tỉnh ủy" if unit[1] == "tỉnh" else "Thành ủy"
            committee = self._place(
                BodyMention(mention.start, unit.end(), name, "party_committee", "province", mention.rule)
            )
            return self._owned(mention, committee) if committee else None
        return None

    def _owned(self, mention: BodyMention, committee: BodyMention) -> BodyMention:
        name = f"{mention.name} {committee.name}"
        return replace(mention, end=committee.end, name=name, place=committee.place, level=committee.level)

    def _central_owner(self, mention: BodyMention, central: re.Match[str]) -> BodyMention:
        end, note = central.end(), self._note(central)
        name = f"{mention.name} Trung ương"
        known = self.page.lexicon.bodies.get(canonical(name)) or self.page.lexicon.bodies.get(canonical(f"{name} Đảng"))
        if known and known.name.endswith("Đảng") and self.page.low.startswith(" đảng", end):
            end += len(" đảng")
        return replace(mention, end=end, name=known.name if known else name, level="central", note=note)

    def _topic_tail(self, mention: BodyMention) -> BodyMention | None:
        """Ban Chỉ đạo Trung ương về PCTNTC; Ban Chỉ đạo PCTNTC tỉnh Lào Cai; Ban Chỉ đạo cấp tỉnh."""
        low, end = self.page.low, mention.end
        central = self._central.match(low, end + 1) if low[end : end + 1].isspace() else None
        if central:
            return self._central_committee(mention, central)
        topic, after = self._read_topic(end)
        if re.match(r"\s+cấp tỉnh(?!\w)", low[after:]):
            stop = after + low[after:].index("cấp tỉnh") + len("cấp tỉnh")
            topic = topic or self._only_topic()
            return (topic and replace(mention, end=stop, name=f"{mention.name} {topic} cấp tỉnh", is_kind=True)) or None
        if not topic:
            return None
        ending = self._central.match(low, after + 1) if low[after : after + 1].isspace() else None
        if ending:
            name = f"{mention.name} {topic} Trung ương"
            return replace(mention, end=ending.end(), name=name, level="central", note=self._note(ending))
        if _PLURAL.match(low, after):
            return None
        return self._unit(replace(mention, end=after, name=f"{mention.name} {topic}"))

    def _central_committee(self, mention: BodyMention, central: re.Match[str]) -> BodyMention | None:
        about = re.compile(r"\s+về\s+").match(self.page.low, central.end())
        topic, after = self._read_topic(about.end() - 1) if about else (self._only_topic(), central.end())
        name = f"{mention.name} Trung ương về {topic}"
        return (topic and replace(mention, end=after, name=name, level="central", note=self._note(central))) or None

    def _read_topic(self, start: int) -> tuple[str, int]:
        """What a committee is about, and where that ends: an abbreviation or words of a known topic, else a title."""
        begin = re.compile(r"\s+(?:về\s+)?").match(self.page.low, start)
        known = self._topic.match(self.page.low, begin.end()) if begin else None
        if known:
            return self._topics[_plain(known.group(), self._topics)], known.end()
        words = _TOPIC_WORDS.match(self.page.shown, start)
        return (expand(words[1], self._abbreviations), words.end(1)) if words else ("", start)

    def _only_topic(self) -> str:
        """The topic of the committees of this text, if its words name one only."""
        named = {self._topics[_plain(m.group(), self._topics)] for m in self._topic.finditer(self.page.low)}
        longest = max(named, key=len, default="")
        return longest if all(topic in longest for topic in named) else ""

    def _field(self, mention: BodyMention) -> BodyMention | None:
        """Bộ Công an; Sở Nội vụ tỉnh Lào Cai; Sở Nội vụ, with the province of the context."""
        field = self.page.lexicon.any_of("fields").match(self.page.low, mention.end + 1)
        if not field or not self.page.low[mention.end].isspace():
            return None
        whole = replace(mention, end=field.end(), name=f"{mention.name} {self.page.lexicon.fields[field.group()]}")
        return whole if mention.level == "state" else self._unit(whole) or whole

    def _body(self, mention: BodyMention) -> BodyMention | None:
        """Ban cán sự đảng Bộ Tài chính: a body inside another."""
        inner = self.read_at(mention.end + 1) if self.page.low[mention.end : mention.end + 1].isspace() else None
        return inner and replace(mention, end=inner.end, name=f"{mention.name} {inner.name}", place=inner.place)

    def _starts_something(self, place: int) -> bool:
        """Whether the words there begin another body, or a title, rather than the name of a place."""
        low = self.page.low
        roles = self.page.lexicon.any_of("roles")
        return bool(self._heads.match(low, place) or self._named.match(low, place) or roles.match(low, place))

    def _note(self, match: re.Match[str]) -> str:
        right = self.page.lexicon.misspelt.get(match.group())
        return f"{self.page.text[match.start() : match.end()]} read as {right}" if right else ""


def _with_commas_or_not(topic_words: dict[str, str]) -> list[str]:
    return [*topic_words, *(words.replace(",", "") for words in topic_words)]


def _plain(words: str, topic_words: dict[str, str]) -> str:
    """The key of `topic_words` that these words mean, with or without commas."""
    return (
        words if words in topic_words else next(k for k in topic_words if k.replace(",", "") == words.replace(",", ""))
    )
