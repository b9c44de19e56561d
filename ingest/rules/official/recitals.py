"""The recitals of an official document: on what it rests, what it carries out and who proposed it."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from ingest.facts import RelationFact
from ingest.lexicon import one_of
from ingest.rules.bodies.issuing_offices import issuer_at
from ingest.rules.mentions.body_mentions import BodyMention
from ingest.rules.mentions.document_mentions import DocumentMention
from ingest.rules.official.official_head import Head
from ingest.rules.official.official_lines import NOWHERE, OPERATIVE, RECITAL
from ingest.rules.official.recital_proposals import PROPOSAL, RecitalProposals
from ingest.rules.text.abbreviations import expand
from ingest.rules.text.dates import DateMention
from ingest.rules.text.page import Page, Span
from ontology.text import canonical

_CARRIES_OUT = re.compile(
    r"[-–+*•\s]*(?:để )?(?:tiếp tục )?(?:tổ chức )?(?:triển khai )?(?:quán triệt(?:, | và )?)?"
    r"(?:triển khai )?(?:thực hiện|thi hành) (?:theo )?"
)
_PETITION = re.compile("tờ trình")
_OFFICER = re.compile("chủ tịch|chủ tọa")  # Xét Tờ trình số … của Chủ tịch …: who moves it in the session
_CONSIDERED = re.compile(r"\. (?=sau khi (?:xem )?xét )")
_CONSIDERS = re.compile(r"xét (?:kết quả|nội dung|tính chất|báo cáo|biên bản|hồ sơ|năng lực|nhu cầu|yêu cầu)(?!\w)")
_PART = re.compile(r"[^;\n]+")
_CUT = re.compile(
    r"(?<!luật)\s+ban hành|,?\s+(?:(?:đã )?được|ngày (?=\d)|số (?=\d)|năm (?=(?:19|20)\d\d))"
    r"|(?<!ngày)\s+(?=\d{1,2}[-/]\d{1,2}[-/](?:19|20)\d\d)|\s*\((?!sửa đổi)"
    r"|,\s+(?:điều|khoản|chương|mục) \d|,\s+(?:và )?các văn bản|[.,;:]?\s*$"
)
_WORD = re.compile(r"\s+\S+")
_LONGEST_NAME = 800  # characters
_DAY_OF = re.compile(r"[\s,(]*(?:(?:được\s+)?(?:ban hành|thông qua)\s*)?(?:ngày\s*)?")
_YEAR = re.compile(r",? năm ((?:19|20)\d\d)(?!\d)")
_YEAR_OF = re.compile(r",? năm (?:19|20)\d\d của\s+")
_PLANS = ("Chương trình", "Kế hoạch")  # for a year
_THIS = re.compile(r"\s+này(?!\w)")  # "Quy chế này quy định …" is no recital
_MINUTES = re.compile(r"biên bản")  # that have no name of their own
_ABOVE = re.compile(r"\s+(?:nêu trên|nói trên|trên đây)(?!\w)")
_OPENS_BASIS = re.compile(
    r"(?:và |căn cứ (?:vào )?)?(?:các )?(?:(?:quy định|nội dung) tại )?"
    r"(?:(?:điểm|khoản|điều|mục|chương) (?:\d{1,3}[a-zđ]?|[ivxl]{1,6}|[a-zđ])(?:(?:,| và) \d{1,3})*,? (?:và )?){0,6}"
    r"(?:của )?(?:các )?"
)
_AT = re.compile(
    r"(?:\s(?:tại|theo|nêu tại)\s+|\s\()(?=(?:thông báo|công văn|văn bản|kết luận|nghị quyết|quyết định|kế hoạch"
    r"|chỉ thị|biên bản)(?!\w))"
)
_AND = re.compile(r"\s*(?:khóa\s+[ivxl]+)?\s*(?:,|và|,\s*và)\s+(?:của\s+)?")
_JOINS = re.compile(r"(?:,|và)\s+(?:các\s+)?$")
_AMENDING = one_of(("sửa đổi", "bổ sung"))
# Nghị định … sửa đổi, bổ sung một số điều của Nghị định … và Nghị định …: those that follow are what it changes
_AMENDS = re.compile(r"[^;\n]{0,80}?\s(?:sửa đổi|bổ sung)[^;\n]{0,40}?\scủa (?:các )?(?:bộ luật|luật|\w+ \w+ số) ")
_ISSUES = re.compile(r"[^\n;.]{3,120}? ban hành ")
_SHORTEST_NAME = 3  # words
_FIRST_WORD = 5  # characters of the first word of a title: sửa
# … đã được sửa đổi, bổ sung một số điều bởi Luật số …: it rests on none of those that follow
_CHANGED_BY = re.compile(
    r"(?<!\w)được (?:sửa đổi|bổ sung|đính chính|thay thế)[^;\n]{0,80}?\s(?:bởi|theo|tại|bằng)\s+(?:các\s+)?"
)
LAST_RECITAL = 60  # lines of recitals


class Recitals:
    """`named` are the documents that the recitals name by words alone; all lists are in order of place."""

    def __init__(
        self,
        page: Page,
        head: Head,
        dates: list[DateMention],
        bodies: list[BodyMention],
        documents: list[DocumentMention],
        abbreviations: dict[str, str],
    ) -> None:
        self._page, self._low = page, page.low
        self._itself = head.itself
        self._dates = dates
        self._documents = [d for d in documents if d.key != head.itself.key]
        self._bodies = bodies
        self._proposals = RecitalProposals(page, head, bodies, self._documents)
        self._abbreviations = abbreviations
        self.begin = max(head.title.end, head.itself.end if head.itself.end <= head.end else 0)
        self.named: list[DocumentMention] = []
        self.end = self.begin
        self.offices = self._proposals.offices
        self.said = NOWHERE  # the line that repeats the title: "Chính phủ ban hành Nghị định …"

    def read(self) -> list[RelationFact]:
        """Every relation of the text's own document that its recitals state."""
        lines = self._page.paragraphs
        first = bisect_right(lines, self.begin, key=lambda p: p.start)
        found: list[RelationFact] = []
        told = ""
        for line in lines[first : first + LAST_RECITAL]:
            stated = list(self._line(line, told))
            told = stated[-1].predicate if stated and self._ends_open(line) else ""
            found += stated
            if OPERATIVE.match(self._low, line.start, line.end):
                self.said = line if self.said.end == 0 else self.said
                break
            if not stated and _ISSUES.match(self._low, line.start, line.end):
                self.said = line
            self.end = line.end
        return found

    def _ends_open(self, line: Span) -> bool:
        """Whether a list may go on in the next line."""
        return self._low[line.start : line.end].rstrip().endswith((";", ","))

    def _goes_on(self, line: Span) -> bool:
        """Whether a line begins with a document, or with articles of one."""
        opening = _OPENS_BASIS.match(self._low, line.start, line.end)
        place = opening.end() if opening else line.start
        return self._page.lexicon.any_of("document_kinds").match(self._low, place) is not None

    def _line(self, line: Span, told: str) -> Iterator[RelationFact]:
        """What a line states; `told` is what the one before did, if it ends so that the list may go on."""
        low = self._low
        proposal = PROPOSAL.match(low, line.start, line.end)
        recital = RECITAL.match(low, line.start, line.end)
        carried = _CARRIES_OUT.match(low, line.start, line.end)
        if proposal:
            by_officer = _PETITION.search(proposal.group()) and _OFFICER.match(low, proposal.end())
            yield from () if by_officer else self._proposals.read(proposal.end(), line)
        elif recital:
            yield from self._documents_of("basedOn", recital.end(), line.end)
        elif carried:
            yield from self._documents_of("implements", carried.end(), line.end)
        elif told in ("basedOn", "implements") and self._goes_on(line):
            yield from self._documents_of(told, line.start, line.end)
        else:
            yield from self._considered(line)

    def _considered(self, line: Span) -> Iterator[RelationFact]:
        """ "… Sau khi xem xét Tờ trình số … của Ban Tổ chức Trung ương, Bộ Chính trị kết luận": who submitted it."""
        said = _CONSIDERED.search(self._low, line.start, line.end)
        proposal = PROPOSAL.match(self._low, said.end(), line.end) if said else None
        if proposal:
            comma = self._low.find(", ", proposal.end(), line.end)
            yield from self._proposals.read(proposal.end(), Span(proposal.start(), comma if comma >= 0 else line.end))

    def _documents_of(self, predicate: str, start: int, end: int) -> Iterator[RelationFact]:
        """A relation to every document of a recital: those that open its parts, and those joined to them."""
        for part in _PART.finditer(self._low, start, end):
            begin = part.start() + len(part.group()) - len(part.group().lstrip())
            proposal = PROPOSAL.match(self._low, begin, part.end())
            if proposal:
                yield from self._proposals.read(proposal.end(), Span(begin, part.end()))
                continue
            if _CONSIDERS.match(self._low, begin, part.end()):
                continue  # xét Báo cáo … theo Quyết định số …
            basis = RECITAL.match(self._low, begin, part.end()) if predicate == "implements" else None
            predicate = "basedOn" if basis else predicate  # Thực hiện Chỉ thị …; căn cứ Hướng dẫn …
            opening = _OPENS_BASIS.match(self._low, begin, part.end())
            begin = opening.end() if opening else begin
            document = self._proposals.opening(begin, part.end()) or self._by_words(begin, part.end())
            at = _AT.search(self._low, begin, part.end()) if not document else None
            document = self._proposals.opening(at.end(), part.end()) if at else document
            if document:
                yield self._relation(predicate, document, begin, part.end())
                for other in self._joined(document, self._before_changes(document, part.end())):
                    yield self._relation(predicate, other, other.start, part.end())

    def _before_changes(self, document: DocumentMention, end: int) -> int:
        """Where a part begins to tell which documents have changed the one that opens it."""
        changed = _CHANGED_BY.search(self._low, document.end, end)
        return changed.start() if changed and self._proposals.opening(changed.end(), end) else end

    def _relation(self, predicate: str, document: DocumentMention, start: int, end: int) -> RelationFact:
        return RelationFact(
            self._itself.label, predicate, document.label, (self._page.evidence(start, end, "recital"),)
        )

    def _joined(self, document: DocumentMention, end: int) -> Iterator[DocumentMention]:
        """The documents that a recital lists after its first: "Điều lệ Đảng và Quy định số …"."""
        said = self._said_to(document)
        joined = _AND.match(self._low, said, end)
        while joined:
            opening = _OPENS_BASIS.match(self._low, joined.end(), end)
            begin = opening.end() if opening else joined.end()
            other = self._proposals.opening(begin, end) or self._by_words(begin, end)
            if not other:
                break
            yield other
            said = self._said_to(other)
            joined = _AND.match(self._low, said, end)
        if not _AMENDS.match(self._low, said, end):
            yield from self._numbered_after(said, end)

    def _said_to(self, document: DocumentMention) -> int:
        """Where the words end that name the document."""
        if document.number or not document.evidence:
            return document.end
        return self._page.span_of(document.evidence[0]).end

    def _numbered_after(self, start: int, end: int) -> Iterator[DocumentMention]:
        """Those with a number of their own that "và" joins after the subject of the one before."""
        first = bisect_left(self._documents, start, key=lambda d: d.start)
        for document in self._documents[first:]:
            if document.end > end + 1:
                break
            printed = document.number and document.start < document.number_at
            if printed and _JOINS.search(self._low, max(start, document.start - 12), document.start):
                yield document

    def _by_words(self, start: int, end: int) -> DocumentMention | None:
        """A document that a recital names by kind and subject alone: Quy chế làm việc của …; Luật …, ngày …."""
        page = self._page
        kind = page.lexicon.any_of("document_kinds").match(page.low, start, end)
        if not kind or not page.shown[start].isupper() or _THIS.match(page.low, kind.end()):
            return None
        if _MINUTES.fullmatch(kind.group()):
            return None
        if _ABOVE.match(page.low, kind.end()):
            return self._last_of(page.lexicon.document_kinds[kind.group()], start)
        word = _WORD.match(page.low, kind.end(), end)
        named = word.end() if word else kind.end()
        reach = min(end, named + _LONGEST_NAME)
        cut = _CUT.search(page.low, named, reach)
        stop = self._before_another(named, cut.start() if cut else reach)
        if stop == reach < end:
            return None  # no name is as long
        name = " ".join(expand(page.shown[start:stop], self._abbreviations).split()).strip(" ,.")
        if len(name.split()) < _SHORTEST_NAME:
            return None
        label = page.lexicon.document_kinds[kind.group()]
        if label in _PLANS and (plan := self._plan(start, stop, end, label)):
            return plan
        year = _YEAR.match(page.low, stop, end)
        first = bisect_left(self._dates, stop, key=lambda d: d.start)
        near = self._dates[first : first + 1]
        day = next((d for d in near if d.end <= end and _DAY_OF.fullmatch(page.low, stop, d.start)), None)
        year = year or _YEAR.search(page.low, start, stop)  # Hiến pháp năm 1992
        issued = day.iso() if day else year[1] if year else None
        last = max(stop, day.end if day else year.end() if year else stop)
        evidence = [page.evidence(start, last, "recital")]
        found = DocumentMention(
            start, max(last, stop), f"name:{canonical(name)}", label, name=name, issued=issued, evidence=evidence
        )
        self.named.append(found)
        return found

    def _plan(self, start: int, stop: int, end: int, kind: str) -> DocumentMention | None:
        """Chương trình kiểm tra năm 2026 của Ban Thường vụ …: the year is of its name, and whose it is."""
        of = _YEAR_OF.match(self._low, stop, end)
        issuer = issuer_at(self._page, self._bodies, of.end()) if of else None
        if not issuer or issuer.end > end:
            return None
        name = " ".join(expand(self._page.shown[start : issuer.end], self._abbreviations).split())
        evidence = [self._page.evidence(start, issuer.end, "recital")]
        key = f"name:{canonical(name)}"
        found = DocumentMention(start, issuer.end, key, kind, name=name, issuer=issuer.name, evidence=evidence)
        self.named.append(found)
        return found

    def _last_of(self, kind: str, place: int) -> DocumentMention | None:
        """The Quyết định of "Thực hiện Quyết định nêu trên": the last of its kind that has a number."""
        before = self._documents[: bisect_left(self._documents, place, key=lambda d: d.start)]
        return next((d for d in reversed(before) if d.kind == kind and d.number), None)

    def _before_another(self, start: int, stop: int) -> int:
        """Where a second law begins, "Luật A và Luật B"; the title of one that amends others names them all."""
        joined = self._page.lexicon.any_of("joined_laws").search(self._low, start, stop)
        amends = joined and _AMENDING.search(self._low, start - _FIRST_WORD, joined.start())
        return joined.start() if joined and not amends else stop
