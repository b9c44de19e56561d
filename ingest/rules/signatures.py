"""Who signed a document as what: the lines at its end that hold the body, the post and the name."""

import re
from bisect import bisect_right

from ingest.rules.body_mentions import BodyMention
from ingest.rules.page import Page, Span
from ingest.rules.people import People, PersonMention
from ingest.rules.title_mentions import Title
from ingest.rules.titles import Titles

_SIGNED = re.compile(r"[\s(\[]*(?:đã ký|đã kí|ký tên|đã ký, đóng dấu|ký, ghi rõ họ tên)[\s)\]]*")
_ON_BEHALF = re.compile(r"\s*(?:tm|t/m|t\.m|thay mặt)[./\s]+")
_IN_PLACE_OF = re.compile(r"\s*(?:(?:kt|k/t|tl|t/l|tuq)[./\s]+)?")
_HEADER = 900  # characters of the head of a document, which names its issuer
_LINES = 5  # lines over a name that belong to its signature


class Signatures:
    """`bodies` are those of the page, in order."""

    def __init__(self, page: Page, titles: Titles, people: People, bodies: list[BodyMention]) -> None:
        self._page = page
        self._titles = titles
        self._bodies = bodies
        self._starts = [p.start for p in page.paragraphs]
        self.all = [(person, title) for person in people.all if (title := self._title_over(person))]

    def _title_over(self, person: PersonMention) -> Title | None:
        """The title in the lines over a name that stands on a line of its own."""
        lines = self._lines_over(person)
        if not lines:
            return None
        start = self._start_of_post(lines[0])
        title = self._titles.starting(start)
        if title and not self._page.low[title.end : lines[0].end].strip():
            return title
        role = self._page.lexicon.any_of("roles").match(self._page.low, start)
        if not role or self._page.low[role.end() : lines[0].end].strip():
            return None
        label = self._page.lexicon.roles[role.group()]
        body = self._body_of(label, lines[1:])
        return Title(start, role.end(), label, body) if body else None

    def _lines_over(self, person: PersonMention) -> list[Span]:
        """The lines over the name from the nearest on, in capitals, but for "(đã ký)"."""
        index = bisect_right(self._starts, person.start) - 1
        line = self._page.paragraphs[index]
        before, after = self._page.low[line.start : person.start], self._page.low[person.end : line.end]
        rank = self._page.lexicon.any_of("honorifics").fullmatch(before.strip())
        if after.strip(" .") or (before.strip() and not rank):
            return []
        over = self._page.paragraphs[max(0, index - _LINES) : index][::-1]
        kept = [p for p in over if not _SIGNED.fullmatch(self._page.low, p.start, p.end)]
        capitals = next((i for i, p in enumerate(kept) if not self._page.shown[p.start : p.end].isupper()), len(kept))
        return kept[:capitals]

    def _start_of_post(self, line: Span) -> int:
        prefix = _IN_PLACE_OF.match(self._page.low, line.start)
        return prefix.end() if prefix else line.start

    def _body_of(self, role: str, lines: list[Span]) -> BodyMention | None:
        """The body on whose behalf it is signed, where it may have such a role; else such a body of the head."""
        forms = self._page.lexicon.signers.get(role, ())
        places = [m.end() for line in lines if (m := _ON_BEHALF.match(self._page.low, line.start))]
        named = [b for b in self._bodies if b.start in places]
        head = [b for b in self._bodies if b.start < _HEADER and not b.is_kind]
        return next((b for b in [*named, *head] if b.form in forms), None)
