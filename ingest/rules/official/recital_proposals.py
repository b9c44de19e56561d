"""Who proposed an official document and what they submitted, by its recitals: Theo đề nghị của Sở Y tế tại Tờ trình."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from ingest.facts import RelationFact
from ingest.rules.bodies.issuing_offices import issuer_at
from ingest.rules.bodies.letterhead import OFFICE
from ingest.rules.mentions.body_mentions import BodyMention
from ingest.rules.mentions.document_mentions import DocumentMention
from ingest.rules.official.official_head import Head
from ingest.rules.text.page import Page, Span

PROPOSAL = re.compile(
    r"[-–+*•\s]*(?:(?:và )?(?:xét|theo|trên cơ sở(?: (?:xem )?xét)?|căn cứ|chiểu(?: theo)?|sau khi (?:xem )?xét))\s+"
    r"(?:lời |các )?(?:đề nghị|tờ trình|đề xuất|ý kiến đề nghị)(?: và báo cáo)?\s*"
    r"(?:(?:và )?số [^\s;]+,? (?:ngày [^;,\n]{4,26}?,? )?){0,6}(?:ngày [^;,\n]{4,26}?,? )?"
    r"(?:của\s+|(?=(?:giám đốc|chủ tịch|trưởng|chánh|vụ trưởng|cục trưởng|bộ trưởng|sở|ban|văn phòng)\s))"
)
# "…, Bộ Chính trị quy định như sau:": who decides, behind the comma
_ENDS = re.compile(
    r"\s(?:tại|về việc|về|trong|theo)(?!\w)|[;(]|[,.]?\s*$"
    r"|,\s(?=[^,;\n]{3,80}\s(?:quy định|ban hành|quyết định|hướng dẫn|thông báo|kết luận)\s(?:[^;\n]{0,160}\s)?như sau)"
)
_PAPERS = r"(?:tờ trình|công văn|văn bản|báo cáo)"
_SUBMISSION = re.compile(rf"\s*(?:\(|,)?\s*(?:tại\s+)?(?:các\s+)?(?={_PAPERS}(?!\w))")
_NEXT_SUBMISSION = re.compile(
    r"\s*(?:[,;]|và|[,;]\s*và)\s+(?:tại\s+)?(?:các\s+)?"
    rf"(?={_PAPERS}(?:\s+thẩm định)?\s+số(?!\w)|số\s+\d)"
)
_MORE = re.compile(
    r"(?:,|;)?\s+(?:và\s+(?:theo\s+)?(?:đề nghị\s+)?của|(?:theo\s+)?đề nghị\s+(?:của)?)\s+|;\s+của\s+|(?:,|;)?\s+và\s+"
)
_OWNED = re.compile(r"(?:(?<!đề nghị)\scủa|(?<!tổ )trưởng|chánh) $")
_BEFORE = 16  # characters before a body that say whose it is
# Theo đề nghị của Chánh Văn phòng.
_OWN_OFFICE = re.compile(r"(?:quyền )?chánh (?P<office>văn phòng)(?=\s*(?:[,;.]|và\s|$|\n))")
_WITH_OFFICE = ("state_body", "council", "party_committee", "front_union")


class RecitalProposals:
    """`offices` are the bodies that a recital calls without their owner; `bodies` and `documents` are in order."""

    def __init__(self, page: Page, head: Head, bodies: list[BodyMention], documents: list[DocumentMention]) -> None:
        self._page, self._low = page, page.low
        self._label = head.itself.label
        self._letterhead = head.body
        self._bodies = bodies
        self._documents = documents
        self.offices: list[BodyMention] = []

    def read(self, start: int, line: Span) -> Iterator[RelationFact]:
        """ "Xét đề nghị của Ban Tổ chức Tỉnh ủy": the bodies that proposed it, and what they submitted."""
        stop = _ENDS.search(self._low, start, line.end)
        end = stop.start() if stop else line.end
        across = (b.end for b in self._bodies if start <= b.start < end < b.end <= line.end)
        end = next(across, end)  # Ủy ban Quốc gia về …
        office = issuer_at(self._page, [], start)
        inside = [b for b in self._bodies if start <= b.start and b.end <= end]
        owned = [b for b in inside[1:] if _OWNED.search(self._low, b.start - _BEFORE, b.start)]
        named = [(b.name, b.end) for b in inside if b not in owned]
        own = None if office or named else self._own_office(start)
        proposers = [(office.name, office.end)] if office else [(own.name, own.end)] if own else named
        for name, last in proposers:
            if self._letterhead and name == self._letterhead.name:
                continue  # it proposes to itself
            words = self._page.evidence(line.start, last, "proposal")
            yield RelationFact(self._label, "advisedBy", name, (words,))
        rest = Span(end, line.end)
        if len(proposers) == 1:
            rest = self._submitted(proposers[0][0], rest)
        more = _MORE.search(self._low, rest.start, rest.end)
        follows = more and (more.start() == rest.start or not more.group().strip(" ,;") == "và")
        if more and follows and proposers and issuer_at(self._page, self._bodies, more.end()):
            yield from self.read(more.end(), Span(more.end(), line.end))

    def _own_office(self, place: int) -> BodyMention | None:
        """The office of the body whose letterhead it is."""
        own = self._letterhead
        said = _OWN_OFFICE.match(self._low, place) if own and own.rule != OFFICE and own.form in _WITH_OFFICE else None
        if not said or not own:
            return None
        start, end = said.span("office")
        name = self._page.shown[start:end]
        office = replace(own, start=start, end=end, name=f"{name} {own.name}", rule="office-of-letterhead")
        self.offices.append(office)
        return office

    def _submitted(self, proposer: str, rest: Span) -> Span:
        """ "… của Sở Nội vụ tại Tờ trình số 233/TTr-SNV": the submission is the proposer's. Gives what follows it."""
        opens = _SUBMISSION.match(self._low, rest.start, rest.end)
        while opens and (document := self.opening(opens.end(), rest.end)):
            document.issuer = document.issuer or proposer
            rest = Span(document.end, rest.end)
            opens = _NEXT_SUBMISSION.match(self._low, rest.start, rest.end)
        return rest

    def opening(self, start: int, end: int) -> DocumentMention | None:
        """The document with a number or a name of its own that opens a part of a recital."""
        index = bisect_left(self._documents, start, key=lambda d: d.start)
        found = self._documents[index] if index < len(self._documents) else None
        opens = found and (found.start <= start + 2 or self._low[start : found.start].split() == ["số"])
        return found if found and opens and found.end <= end + 1 else None
