"""Organs of unions at the centre: "Ban Chấp hành Trung ương Hội khóa V", "… Trung ương Hội Cựu chiến binh khóa VI"."""

import re
from functools import cached_property

from ingest.rules.mentions.body_mentions import BodyMention
from ingest.rules.text.page import Page
from ontology.text import canonical

LEADING = "Ban Chấp hành Trung ương Đảng"
_LEADING_WORDS, _OF_CENTRE, _COUNTRY = "Ban Chấp hành Trung ương", "Trung ương ", "Việt Nam"
_ENDS = r"(?=(?:,? (?:khóa|nhiệm kỳ|lần|mới|đã|và|họp|tổ chức)(?!\w))|[,.;:)\n]|$)"
_UNION = re.compile(
    r" (?:(?P<kind>Hội|Đoàn|hội(?= khóa | nhiệm kỳ ))(?= khóa | nhiệm kỳ |[,.;:)\n]|$)"
    r"|(?P<name>(?:Hội|Đoàn|Liên hiệp|Liên minh|Liên đoàn|Tổng Liên đoàn|Hiệp hội)(?: [^\W\d_]+){1,6}?)" + _ENDS + ")"
)


class CentralUnions:
    """The unions at the centre that a page names behind words that are those for the leading committee of the Party."""

    def __init__(self, page: Page) -> None:
        self._page = page

    def after(self, place: int) -> re.Match[str] | None:
        """The words for a union there: its name without "Việt Nam", or "Hội" alone."""
        return _UNION.match(self._page.shown, place)

    def organ(self, start: int, union: re.Match[str]) -> BodyMention | None:
        """The committee from `start` on of the union; None where the reference tables do not know that."""
        kind = (union["kind"] or "").capitalize()
        name = self._called(kind, start) if kind else self._known(union["name"])
        if not name:
            return None
        whole = f"{_LEADING_WORDS} {name}"
        return BodyMention(start, union.end(), whole, "front_union", "central", "body-of-union")

    def _known(self, short: str) -> str | None:
        known = self._page.lexicon.bodies.get(canonical(f"{short} {_COUNTRY}"))
        return known.name if known and known.form == "front_union" else None

    def _called(self, kind: str, start: int) -> str:
        """The union of that kind which the text names before, or the only one that it names; else as printed."""
        known = self._page.lexicon.bodies.get(canonical(f"{_OF_CENTRE}{kind}"))  # Trung ương Đoàn
        named = self._named.get(kind, [])
        if named and (named[0][0] < start or len({name for _, name in named}) == 1):
            return named[0][1]
        return known.name.removeprefix(_OF_CENTRE) if known else kind

    @cached_property
    def _named(self) -> dict[str, list[tuple[int, str]]]:
        """Hội, Đoàn -> where the page names unions of that kind at the centre, and their names."""
        found: dict[str, list[tuple[int, str]]] = {}
        for words in self._page.everywhere("bodies"):
            body = self._page.lexicon.bodies[words.group()]
            kind, _, rest = body.name.removeprefix(_OF_CENTRE).partition(" ")
            if body.form == "front_union" and rest:
                found.setdefault(kind, []).append((words.start(), f"{kind} {rest}"))
        return found
