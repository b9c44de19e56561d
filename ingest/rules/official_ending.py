"""The end of an official document: on whose behalf it is signed, by whom, and who receives it."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import replace

from ingest.facts import RelationFact
from ingest.rules.body_mentions import BodyMention
from ingest.rules.document_mentions import DocumentMention
from ingest.rules.page import Page, Span
from ingest.rules.people import PersonMention
from ontology.text import canonical

NOWHERE = Span(0, 0)
_LINES = 8  # lines from the body on whose behalf it is signed to the name
_END = 400  # characters from the end of the text in which a role in capitals is a signature
_HONORIFIC = 12  # characters of a line before the name of who signs
_STANDING = "ban thường vụ"
_BY_ORDER = re.compile(r"\s*(?:kt|k/t|tl|t/l|tuq|q)[./\s]+(?=[^\W\d_])")
_ON_BEHALF = re.compile(r"\s*(?:tm|t/m|t\.m|thay mặt)[./\s]+")
_RECIPIENTS = re.compile(r"(?:^|\n)[ \t|*]*nơi (?:nhận|gửi)\s*:[^\n]*")
_RECIPIENT = re.compile(r"\s*(?:[-–+•*]|như |lưu)")
_GAP = re.compile(r"\t\s*| {3,}|\|\s*")  # between two columns


class Ending:
    """`bodies` and `people` are those of the page in order; of kinds of bodies none. It adds those named in part."""

    def __init__(self, page: Page, bodies: list[BodyMention], people: list[PersonMention]) -> None:
        self._page = page
        self._named = bodies
        self._people = people
        self._starts = [p.start for p in people]
        self._lines = page.paragraphs
        self.bodies: list[BodyMention] = []

    def read(self, itself: DocumentMention, head_end: int) -> list[RelationFact]:
        """Who issued and signed: the body on whose behalf it is signed, else the first that the head names."""
        first = next((b for b in self._named if b.start < head_end and b.form != "congress"), None)
        line = self._last_line(self._is_on_behalf)
        behalf = self._on_behalf(self._lines[line], first) if line is not None else None
        line = self._last_line(self._is_by_order) if line is None else line
        person = self._signer(line) if line is not None else None
        found = []
        body = behalf or first
        if body:
            itself.issuer = body.name
            self.bodies.append(body)
            found.append(self._relation(itself, "issuedBy", body.name, body.start, body.end, "official-issuer"))
        if behalf:
            found.append(self._relation(itself, "onBehalfOf", behalf.name, behalf.start, behalf.end, "signature"))
        if person:
            found.append(self._relation(itself, "signedBy", person.name, person.start, person.end, "signature"))
        return found

    def recipients(self) -> Span:
        """The lines after "Nơi nhận:", whose bodies are told of the document and are no facts."""
        opens = _RECIPIENTS.search(self._page.low)
        if not opens:
            return NOWHERE
        end = opens.end()
        for line in self._lines[bisect_right(self._lines, end, key=lambda p: p.start) :]:
            if not _RECIPIENT.match(self._page.low, line.start):
                break
            end = line.end
        return Span(opens.start(), end)

    def _relation(
        self, itself: DocumentMention, predicate: str, name: str, start: int, end: int, rule: str
    ) -> RelationFact:
        return RelationFact(itself.label, predicate, name, (self._page.evidence(start, end, rule),))

    def _last_line(self, fits: Callable[[Span], bool]) -> int | None:
        return next((i for i in range(len(self._lines) - 1, -1, -1) if fits(self._lines[i])), None)

    def _is_on_behalf(self, line: Span) -> bool:
        column = self._last_column(line)
        return bool(_ON_BEHALF.match(self._page.low, column.start, column.end)) and self._is_capital(column)

    def _is_by_order(self, line: Span) -> bool:
        """KT. CHỦ TỊCH, or at the end of the text the bare CHỦ TỊCH: such a line names no body."""
        low = self._page.low
        by_order = _BY_ORDER.match(low, line.start, line.end)
        role = line.start > len(low) - _END and self._page.lexicon.any_of("roles").match(low, line.start, line.end)
        return bool(by_order or role) and self._is_capital(line)

    def _is_capital(self, line: Span) -> bool:
        return self._page.shown[line.start : line.end].isupper()

    def _last_column(self, line: Span) -> Span:
        """What stands last on a line of two columns: recipients on the left, the signature on the right."""
        gaps = [m.end() for m in _GAP.finditer(self._page.low, line.start, line.end) if m.end() < line.end]
        return Span(gaps[-1], line.end) if gaps else line

    def _on_behalf(self, line: Span, first: BodyMention | None) -> BodyMention | None:
        """The body that a line names in full, or by the words with which a body of the text begins: BAN THƯỜNG VỤ."""
        opens = _ON_BEHALF.match(self._page.low, self._last_column(line).start)
        start = opens.end() if opens else line.start
        words = canonical(self._page.shown[start : line.end].strip(" ,.*"))
        if first and words == _STANDING and first.form == "party_committee":
            name = f"Ban Thường vụ {first.name}"
            rule = "body-on-whose-behalf"
            return replace(first, start=start, end=line.end, name=name, form="standing_committee", rule=rule)
        named = (b for b in self._named if b.start == start)
        known = (b for b in self._named if words and canonical(b.name).startswith(words))
        return next(named, None) or next(known, None)

    def _signer(self, index: int) -> PersonMention | None:
        """The first person alone on a line below."""
        for line in self._lines[index + 1 : index + 1 + _LINES]:
            column = self._last_column(line)
            first = bisect_left(self._starts, column.start)
            person = self._people[first] if first < len(self._people) else None
            before = self._page.low[column.start : person.start].strip(" \t.") if person else ""
            if person and person.end <= line.end and len(before) < _HONORIFIC:
                return person
        return None
