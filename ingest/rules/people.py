"""People and the posts they hold: titles before and after a name, decisions that give or take a post."""

import re
from dataclasses import dataclass, field

from ingest.facts import Evidence, HoldingFact, HoldingStatus, PersonFact
from ingest.lexicon import one_of
from ingest.rules.bodies import BodyMention, BodyReader
from ingest.rules.page import Page
from ontology.text import CAPITALS, canonical

_SYLLABLE = rf"[{CAPITALS}][^\W\d_]*"
_NAME = re.compile(rf"(?<![\w-]){_SYLLABLE}(?:\s{_SYLLABLE}){{1,4}}(?![\w-])")
# What may stand between two titles of one person, and between a person and the titles around the name.
_JOIN = re.compile(r"\s*(?:,|;|\bkiêm\b|\bvà\b|\bđồng thời là\b|[-–])\s*")
_AFTER_NAME = re.compile(r"\s*(?:[,(]|[-–]|\blà\b|,?\s*\bhiện là\b|,?\s*\bhiện giữ chức\b)\s*")
_BEFORE_NAME = re.compile(r"\s*(?:,|:)?\s*")
_MEANT = "body-meant-by-title"
_FAR = 160  # characters between a person and the post that a decision gives


@dataclass(slots=True)
class Title:
    """A role and the body it is in. `former` says that the words before it make it a past one."""

    start: int
    end: int
    role: str
    body: BodyMention
    former: bool = False
    taken: bool = False


@dataclass(slots=True)
class PersonMention:
    start: int
    end: int
    name: str
    honoured: bool  # an honorific stands before it
    titles: list[Title] = field(default_factory=list)


class PeopleReader:
    """Reads the people of a page and their holdings."""

    def __init__(self, page: Page, bodies: BodyReader, abbreviations: dict[str, str]) -> None:
        self.page = page
        self._bodies = bodies
        self._abbreviations = abbreviations
        lexicon = page.lexicon
        self._roles = lexicon.any_of("roles")
        self._fixed = one_of(lexicon.titles)
        self._honorifics = lexicon.any_of("honorifics")
        self.titles = self._find_titles()
        self.people = self._find_people()
        self._join_titles()

    def facts(self) -> tuple[list[PersonFact], list[HoldingFact], list[BodyMention]]:
        """People with a title or an honorific, their holdings, and the bodies that titles name."""
        known = {p.name for p in self.people if p.honoured or p.titles}
        people = {
            p.name: PersonFact(p.name, (self._evidence(p.start, p.end, "person"),))
            for p in self.people
            if p.name in known
        }
        holdings = [fact for person in self.people for fact in self._holdings(person)]
        holdings += self._decided(known)
        bodies = [t.body for t in self.titles if t.taken or t.body.rule != _MEANT]
        return list(people.values()), _distinct(holdings), bodies

    # Titles

    def _find_titles(self) -> list[Title]:
        found: list[Title] = []
        starts = {m.start() for p in (self._roles, self._fixed) for m in p.finditer(self.page.low)}
        for start in sorted(starts):
            if found and start < found[-1].end:
                continue
            title = self._title_at(start)
            if title:
                title.former = self._is_former(start)
                found.append(title)
        return found

    def _title_at(self, start: int) -> Title | None:
        fixed = self._fixed.match(self.page.low, start)
        role = self._roles.match(self.page.low, start)
        by_role = self._by_role(start, role) if role else None
        if by_role and (not fixed or by_role.end > fixed.end()):
            return by_role
        return self._by_words(start, fixed) if fixed else by_role

    def _by_role(self, start: int, role: re.Match[str]) -> Title | None:
        """Bí thư Tỉnh ủy Lào Cai; Trưởng ban Nội chính Trung ương, where the body begins with the role's last word."""
        label = self.page.lexicon.roles[role.group()]
        last_words = [m.start() for m in re.finditer(r"\S+", role.group())][-2:]
        for inside in last_words[1:] if len(last_words) > 1 else []:
            body = self._bodies.read_at(role.start() + inside)
            if body and body.end > role.end():
                return Title(start, body.end, label, body)
        for inside in last_words[:1] if len(last_words) > 1 else []:
            body = self._bodies.read_at(role.start() + inside)
            if body and body.end > role.end():
                return Title(start, body.end, label, body)
        after = re.compile(r"\s+").match(self.page.low, role.end())
        body = self._bodies.read_at(after.end()) if after else None
        return Title(start, body.end, label, body) if body else None

    def _by_words(self, start: int, fixed: re.Match[str]) -> Title | None:
        meant = self.page.lexicon.titles[fixed.group()]
        name = meant.body
        end = fixed.end()
        place = None
        if "{place}" in name:
            unit = {"tỉnh": "tỉnh", "thành": "thành phố"}.get(fixed.group().split()[0])
            place = self._bodies.places.meant_at(start, unit)
            if not place:
                return None
            name = name.format(place=place)
        known = self.page.lexicon.bodies.get(canonical(name))
        form, level = (known.form, known.level) if known else ("party_committee", "province")
        body = BodyMention(start, end, name, form, level, _MEANT, place=place)
        return Title(start, end, meant.role, body)

    def _is_former(self, start: int) -> bool:
        before = self.page.low[max(0, start - 12) : start].rstrip()
        return any(before.endswith(word) for word in self.page.lexicon.cues["former"])

    # Names

    def _find_people(self) -> list[PersonMention]:
        inside = [(t.start, t.end) for t in self.titles]
        found: list[PersonMention] = []
        for match in _NAME.finditer(self.page.shown):
            start, end = self._trim(match.start(), match.end())
            words = self.page.shown[start:end].split()
            if len(words) < 2 or len(words) > 5 or words[0] not in self.page.lexicon.surnames:
                continue
            if any(a < end and start < b for a, b in inside) or self._is_else(start, end):
                continue
            honoured = self._honoured(start)
            if len(words) == 2 and not honoured and not self._touches_title(start, end):
                continue
            found.append(PersonMention(start, end, " ".join(words), honoured))
        return found

    def _trim(self, start: int, end: int) -> tuple[int, int]:
        """Without capitalised words before the surname ("Đồng chí Lê Văn Mẫu") that are honorifics or end a title."""
        honorific = self._honorifics.match(self.page.low, start)
        if honorific and honorific.end() < end:
            start = honorific.end() + 1
        for title in self.titles:
            if title.start <= start < title.end < end:
                start = title.end + 1
        return start, end

    def _is_else(self, start: int, end: int) -> bool:
        """Whether the words name a place, a body or begin one rather than a person."""
        place = self._bodies.places.at(start)
        known = canonical(self.page.shown[start:end]) in self.page.lexicon.bodies
        known = known or self._roles.match(self.page.low, start) is not None
        return known or bool(place and place.end >= end) or self._bodies.read_at(start) is not None

    def _honoured(self, start: int) -> bool:
        before = self.page.low[max(0, start - 16) : start].rstrip(" :")
        return any(re.search(rf"(?<!\w){re.escape(h)}$", before) for h in self.page.lexicon.cues["honorifics"])

    def _touches_title(self, start: int, end: int) -> bool:
        return any(0 <= start - t.end <= 2 or (0 < t.start - end <= 3) for t in self.titles)

    # Who holds what

    def _join_titles(self) -> None:
        """Gives each person the titles that follow the name, then those before it that nobody has."""
        for person in self.people:
            place, gap = person.end, _AFTER_NAME
            while title := self._next_title(place, gap):
                person.titles.append(title)
                title.taken = True
                place, gap = title.end, _JOIN
        for person in self.people:
            place = self._before_name(person.start)
            while title := self._title_ending(place):
                person.titles.append(title)
                title.taken = True
                place = title.start

    def _next_title(self, place: int, gap: re.Pattern[str]) -> Title | None:
        between = gap.match(self.page.low, place)
        former = re.compile(r"(?:nguyên(?: là)?|cựu)\s+")
        if not between:
            return None
        start = between.end()
        past = former.match(self.page.low, start)
        start = past.end() if past else start
        return next((t for t in self.titles if t.start == start and not t.taken), None)

    def _before_name(self, start: int) -> int:
        """Where the words before a name end, honorifics left out."""
        before = self.page.low[max(0, start - 24) : start]
        honorific = re.search(r"(?:,?\s*(?:đồng chí|ông|bà|đ/c)\s*:?\s*)$", before)
        return start - (len(before) - honorific.start() if honorific else len(before) - len(before.rstrip()))

    def _title_ending(self, place: int) -> Title | None:
        for title in self.titles:
            if title.taken or title.end > place:
                continue
            if re.fullmatch(r"\s*(?:,|-|–|\bkiêm\b|\bvà\b)?\s*", self.page.low[title.end : place]):
                return title
        return None

    def _holdings(self, person: PersonMention) -> list[HoldingFact]:
        found = []
        for title in person.titles:
            status: HoldingStatus = "former" if title.former else "current"
            if self._is_planned(title.start):
                continue
            start, end = min(person.start, title.start), max(person.end, title.end)
            evidence = self._evidence(
                *((start, end) if end - start <= 160 else (title.start, title.end)), "title-at-name"
            )
            found.append(HoldingFact(person.name, title.role, title.body.name, status, (evidence,)))
        return found

    def _is_planned(self, start: int) -> bool:
        before = self.page.low[max(self.page.sentence_at(start).start, start - 40) : start]
        return any(
            re.search(rf"(?<!\w){cue}\s+(?:\S+\s+){{0,4}}$", before) for cue in self.page.lexicon.cues["planned"]
        )

    def _decided(self, known: set[str]) -> list[HoldingFact]:
        """Posts that the text reports as given or taken: "điều động ông X giữ chức Y", "X thôi giữ chức Y"."""
        found = []
        for title in self.titles:
            if title.taken:
                continue
            status = self._decision_before(title.start)
            person = self._person_near(title.start) if status else None
            if status and person and not self._is_planned(title.start):
                known.add(person.name)
                start = person.start if title.end - person.start <= 160 else title.start
                evidence = self._evidence(start, title.end, "decided-post")
                found.append(HoldingFact(person.name, title.role, title.body.name, status, (evidence,)))
        return found

    def _decision_before(self, start: int) -> HoldingStatus | None:
        before = self.page.low[max(self.page.sentence_at(start).start, start - 30) : start]
        cues = self.page.lexicon.cues
        for status, words in (("dismissed", cues["dismissed"]), ("appointed", cues["appointed"])):
            if any(re.search(rf"(?<!\w){re.escape(word)}\s*:?\s*$", before) for word in words):
                return "dismissed" if status == "dismissed" else "appointed"
        return None

    def _person_near(self, start: int) -> PersonMention | None:
        sentence = self.page.sentence_at(start)
        before = [p for p in self.people if sentence.start <= p.start < start and start - p.end <= _FAR]
        return before[-1] if before else None

    def _evidence(self, start: int, end: int, rule: str) -> Evidence:
        return self.page.evidence(start, end, rule)


def _distinct(holdings: list[HoldingFact]) -> list[HoldingFact]:
    """One fact for each person, role and body; a decided status before a mere title, with all evidence."""
    order = {"appointed": 0, "dismissed": 1, "former": 2, "current": 3}
    merged: dict[tuple[str, str, str], HoldingFact] = {}
    for fact in sorted(holdings, key=lambda h: order[h.status]):
        key = (fact.person, fact.role, canonical(fact.body))
        first = merged.get(key)
        merged[key] = fact if first is None else _with(first, fact.evidence)
    return sorted(merged.values(), key=lambda h: h.evidence[0].start)


def _with(fact: HoldingFact, evidence: tuple[Evidence, ...]) -> HoldingFact:
    return HoldingFact(fact.person, fact.role, fact.body, fact.status, fact.evidence + evidence, fact.date)
