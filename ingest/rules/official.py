"""A text that is itself an official document: its head, its recitals, what it says of itself, and who signed it.

The head holds the motto, the issuing body, "Số …", place and day, and the kind in capitals over the title; recitals
begin with "Căn cứ"; the operative part speaks of "Quyết định này"; at the end stands on whose behalf who signed.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from ingest.facts import RelationFact
from ingest.rules.bodies import BodyReader
from ingest.rules.body_mentions import BodyMention
from ingest.rules.dates import DateMention
from ingest.rules.document_mentions import DocumentMention
from ingest.rules.documents import kind_of_code
from ingest.rules.official_ending import NOWHERE, Ending
from ingest.rules.own_acts import OwnActs
from ingest.rules.page import Page, Span
from ingest.rules.people import PersonMention
from ontology.text import canonical

_HEAD_LINES = 30  # lines in which the head stands
_TITLE_LINES = 6
_NEAR = 25  # characters between a word and the document that it is about
_MOTTO = re.compile(r"đảng cộng sản việt nam|cộng hòa xã hội chủ nghĩa việt nam|đoàn tncs hồ chí minh")
_NUMBERED = re.compile(r"(?:[^\n|]{0,80}[|\t])?[\W_]*số\s*:?[\s|]*(?=\d)")
_PLACE_AND_DAY = re.compile(r"(?<!\w)[^\W\d_][^,\n|]{1,40}, ?ngày \d")
_LINE = 200  # characters of a line of the head
_RULE_LINE = re.compile(r"[\W_]*")
_AFTER_HEAD = re.compile(r"[-–+*•\s]*(?:căn cứ|xét|theo đề nghị|kính gửi|điều \d|chương |phần |mục |i\.|1\.|ngày \d)")
_RECITAL = re.compile(r"[-–+*•\s]*căn cứ(?: vào)?(?: các)?\s*:?\s*")
_PROPOSAL = re.compile(
    r"[-–+*•\s]*(?:xét|theo|trên cơ sở)\s+(?:đề nghị|tờ trình|ý kiến)\s*(?:số [^\s]+ )?(?:ngày [\d/.]+ )?của\s+"
)
_CARRIES_OUT = re.compile(r"[-–+*•\s]*(?:để )?(?:tổ chức )?(?:triển khai )?thực hiện (?:theo )?")
_PROPOSAL_ENDS = re.compile(r"\s(?:tại|về việc|về|trong|theo)(?!\w)|[;,.]?\s*$")
_OPERATIVE = re.compile(
    r"[-–*\s]*(?:điều 1(?!\d)|chương (?:i|1)(?!\w))|quyết định:?\s*$|.*như sau\s*:\s*$|.*quyết nghị\s*:\s*$"
)
_PART = re.compile(r"[^;\n]+")
_CUT = re.compile(r",?\s+(?:được|ban hành|ngày (?=\d)|số (?=\d)|năm (?=(?:19|20)\d\d))|\s*\(|[.,;]?\s*$")
_DAY_OF = re.compile(r"[\s,(]*(?:(?:được\s+)?(?:ban hành|thông qua)\s*)?(?:ngày\s*)?")
_YEAR = re.compile(r",? năm ((?:19|20)\d\d)(?!\d)")
_OPENS_BASIS = re.compile(
    r"(?:và |căn cứ )?(?:(?:điểm|khoản|điều|mục|chương) (?:\d{1,3}[a-zđ]?|[ivxl]{1,6}|[a-zđ]),? ){0,6}(?:của )?"
)
_AND = re.compile(r"\s*(?:khóa\s+[ivxl]+)?\s*(?:,|và|,\s*và)\s+(?:của\s+)?")
_COMMAND = re.compile(r"(?:^|[\n.:])\s*(?:điều \d+\s*[.:]?\s*|\d+\s*[.)-]\s*|khoản \d+\s*[.:]?\s*)?$")
_SHORTEST_NAME = 3  # words


@dataclass(slots=True)
class Official:
    """`documents` are those that it names in its recitals by words alone, and every place that speaks of itself."""

    itself: DocumentMention
    head_end: int
    documents: list[DocumentMention] = field(default_factory=list)
    relations: list[RelationFact] = field(default_factory=list)
    bodies: list[BodyMention] = field(default_factory=list)  # named in small letters, or only in part
    title: Span = NOWHERE
    recipients: Span = NOWHERE

    def is_recipient(self, body: BodyMention) -> bool:
        return self.recipients.start <= body.start < self.recipients.end


class OfficialReader:
    """Reads a page as an official document. All lists are in order of place."""

    def __init__(
        self,
        page: Page,
        reader: BodyReader,
        dates: list[DateMention],
        bodies: list[BodyMention],
        documents: list[DocumentMention],
        people: list[PersonMention],
    ) -> None:
        self._page = page
        self._reader = reader
        self._dates = dates
        self._bodies = [b for b in bodies if not b.is_kind]
        self._documents = documents
        self._people = people
        self._lines = page.paragraphs

    def read(self) -> Official | None:
        """The document that the text is; None for a text that only tells of documents."""
        head = self._head()
        number = next((d for line in head if (d := self._number_in(line))), None)
        if not head or not (number or self._kind_line(head)):
            return None
        kind_line = self._kind_line(head)
        title_end = self._title_end(kind_line) if kind_line else None
        itself = self._itself(number, kind_line, title_end)
        if itself is None:
            return None
        itself.issued = itself.issued or self._day(head)
        official = Official(itself, head[-1].end)
        if kind_line and title_end:
            official.title = Span(kind_line.start, title_end)
        if number is None:
            official.documents.append(itself)
        elif official.title.end:
            official.documents.append(self._again(itself, official.title.start, official.title.end))
        self._read_title(official)
        self._read_recitals(official)
        self._read_itself(official)
        acts = OwnActs(self._page, itself, self._documents)
        official.relations += acts.read(max(official.head_end, itself.end))
        official.documents += acts.promulgated
        ending = Ending(self._page, self._bodies, self._people)
        official.recipients = ending.recipients()
        official.relations += ending.read(itself, head[-1].end)
        official.bodies += ending.bodies
        return official

    def _head(self) -> list[Span]:
        """The lines before the recitals, if they are those of an official document."""
        low = self._page.low
        head: list[Span] = []
        for line in self._lines[:_HEAD_LINES]:
            if _AFTER_HEAD.match(low, line.start, line.end) and any(_MOTTO.search(low, h.start, h.end) for h in head):
                break
            head.append(line)
        motto = any(_MOTTO.search(low, line.start, line.end) and self._is_capital(line) for line in head)
        dated = any(_PLACE_AND_DAY.search(low, line.start, min(line.end, line.start + _LINE)) for line in head)
        numbered = any(self._number_in(line) for line in head)
        return head if motto + dated + numbered >= 2 and (numbered or self._kind_line(head)) else []

    def _is_capital(self, line: Span) -> bool:
        return self._page.shown[line.start : line.end].isupper()

    def _number_in(self, line: Span) -> DocumentMention | None:
        """The document whose number the line gives: "Số: 12-QĐ/TW", alone or beside place and day."""
        opens = _NUMBERED.match(self._page.low, line.start)
        if not opens:
            return None
        index = bisect_right(self._documents, opens.end(), key=lambda d: d.start) - 1
        found = self._documents[index] if index >= 0 else None
        return found if found and found.number and found.start <= opens.end() < found.end else None

    def _kind_line(self, head: list[Span]) -> Span | None:
        """The first line in capitals that begins with a kind of document: QUYẾT ĐỊNH."""
        kinds = self._page.lexicon.any_of("document_kinds")
        for line in head:
            words = re.compile(r"[\W_]*").match(self._page.low, line.start, line.end)
            start = words.end() if words else line.start
            if self._is_capital(line) and kinds.match(self._page.low, start, line.end):
                return Span(start, line.end)
        return None

    def _title_end(self, kind_line: Span) -> int:
        """Where the title under the kind ends."""
        low, end = self._page.low, kind_line.end
        index = bisect_left(self._lines, kind_line.end, key=lambda p: p.start)
        for line in self._lines[index : index + _TITLE_LINES]:
            if _RULE_LINE.fullmatch(low, line.start, line.end) or _AFTER_HEAD.match(low, line.start, line.end):
                break
            if self._page.low[line.start : line.end].rstrip().endswith((".", ":")):
                break  # the text has begun
            if (
                self._is_capital(line)
                and any(line.start <= b.start < line.end for b in self._bodies)
                and end > kind_line.end
            ):
                break  # CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH, who decides
            end = line.end
        return end

    def _itself(
        self, number: DocumentMention | None, kind_line: Span | None, end: int | None
    ) -> DocumentMention | None:
        low, lexicon = self._page.low, self._page.lexicon
        found = lexicon.any_of("document_kinds").match(low, kind_line.start) if kind_line else None
        kind = lexicon.document_kinds[found.group()] if found else ""
        if number:
            number.kind = kind or number.kind or kind_of_code(number.number or "")
            number.is_self = True
            return number
        if not kind_line or not end or not found:
            return None
        words = " ".join(self._page.shown[found.end() : end].split()).strip(" -_*")
        name = f"{kind} {words.lower() if words.isupper() else words[:1].lower() + words[1:]}"
        evidence = [self._page.evidence(kind_line.start, end, "official-head")]
        return DocumentMention(
            kind_line.start, end, f"name:{canonical(name)}", kind, name=name, evidence=evidence, is_self=True
        )

    def _again(self, itself: DocumentMention, start: int, end: int) -> DocumentMention:
        """Another mention of the document itself."""
        return DocumentMention(start, end, itself.key, itself.kind, itself.number, itself.name, is_self=True)

    def _day(self, head: list[Span]) -> str | None:
        """The day beside the place: "Hà Nội, ngày 02 tháng 6 năm 2022"."""
        low = self._page.low
        for line in head:
            place = low.find("ngày", line.start, line.end)
            day = next((d for d in self._dates if place >= 0 and line.start <= d.start < line.end), None)
            if day:
                return day.iso()
        return None

    def _read_title(self, official: Official) -> None:
        """What the title says it regulates or carries out."""
        low, title, label = self._page.low, official.title, official.itself.label
        for cue in self._page.lexicon.any_of("about").finditer(low, title.start, title.end):
            of = low.rfind("của ", cue.end(), title.end)
            body = self._reader.read_at(of + len("của ")) if of > 0 else None
            if body and body.end <= title.end:
                official.bodies.append(body)
                words = self._page.evidence(cue.start(), body.end, "title-regulates-body")
                official.relations.append(RelationFact(label, "regulates", body.name, (words,)))
                break
        for cue in self._page.lexicon.any_of("implements").finditer(low, title.start, title.end):
            near = [d for d in self._documents if cue.end() < d.start <= cue.end() + _NEAR and d.end <= title.end + 1]
            self._add(official, "implements", near[:1], cue.start(), title.end + 1, "title-implements-document")

    # Recitals

    def _read_recitals(self, official: Official) -> None:
        low = self._page.low
        first = bisect_right(self._lines, official.itself.start, key=lambda p: p.start)
        for line in self._lines[first:]:
            if _OPERATIVE.match(low, line.start, line.end) and line.start > official.head_end:
                break
            recital = _RECITAL.match(low, line.start, line.end)
            proposal = _PROPOSAL.match(low, line.start, line.end)
            if recital:
                self._read_basis(official, recital.end(), line.end)
            elif proposal:
                self._read_proposal(official, proposal.end(), line)
            elif carried := _CARRIES_OUT.match(low, line.start, line.end):
                document = self._opening(carried.end(), line.end)
                if document and document.key != official.itself.key:
                    words = self._page.evidence(line.start, document.end, "recital")
                    official.relations.append(
                        RelationFact(official.itself.label, "implements", document.label, (words,))
                    )

    def _read_basis(self, official: Official, start: int, end: int) -> None:
        """Every document of a recital: those that open its parts."""
        for part in _PART.finditer(self._page.low, start, end):
            begin = part.start() + len(part.group()) - len(part.group().lstrip())
            opening = _OPENS_BASIS.match(self._page.low, begin, part.end())
            begin = opening.end() if opening else begin
            document = self._opening(begin, part.end()) or self._named_by_words(official, begin, part.end())
            if document:
                self._add_basis(official, document, begin, part.end())
                for other in self._joined(document, part.end()):
                    self._add_basis(official, other, other.start, part.end())

    def _add_basis(self, official: Official, document: DocumentMention, start: int, end: int) -> None:
        words = self._page.evidence(start, end, "recital")
        official.relations.append(RelationFact(official.itself.label, "basedOn", document.label, (words,)))

    def _joined(self, document: DocumentMention, end: int) -> Iterator[DocumentMention]:
        """The documents that a recital lists after its first: "Điều lệ Đảng và Quy định số …"."""
        said = document.evidence[0].end if document.name and document.evidence else document.end
        joined = _AND.match(self._page.low, said, end)
        while joined and (other := self._opening(joined.end(), end)):
            yield other
            joined = _AND.match(self._page.low, other.end, end)

    def _opening(self, start: int, end: int) -> DocumentMention | None:
        """The document with a number or a name of its own that opens a part of a recital."""
        index = bisect_left(self._documents, start, key=lambda d: d.start)
        found = self._documents[index] if index < len(self._documents) else None
        return found if found and found.start <= start + 2 and found.end <= end + 1 else None

    def _named_by_words(self, official: Official, start: int, end: int) -> DocumentMention | None:
        """A document that a recital names by kind and subject alone: Quy chế làm việc của …; Luật …, ngày …."""
        page = self._page
        kind = page.lexicon.any_of("document_kinds").match(page.low, start, end)
        if not kind:
            return None
        cut = _CUT.search(page.low, kind.end(), end)
        stop = cut.start() if cut else end
        label = page.lexicon.document_kinds[kind.group()]
        name = f"{page.shown[start : start + 1].upper()}{' '.join(page.shown[start + 1 : stop].split())}".strip(" ,.")
        if len(name.split()) < _SHORTEST_NAME:
            return None
        year = _YEAR.match(page.low, stop, end)
        day = next((d for d in self._dates if d.start >= stop and _DAY_OF.fullmatch(page.low, stop, d.start)), None)
        issued = day.iso() if day and day.end <= end else year[1] if year else None
        evidence = [page.evidence(start, min(end, day.end if day and day.end <= end else stop), "recital")]
        key = f"name:{canonical(name)}"
        found = DocumentMention(start, end, key, label, name=name, issued=issued, evidence=evidence)
        official.documents.append(found)
        return found

    def _read_proposal(self, official: Official, start: int, line: Span) -> None:
        """ "Xét đề nghị của Ban Tổ chức Tỉnh ủy": the bodies that proposed it."""
        stop = _PROPOSAL_ENDS.search(self._page.low, start, line.end)
        end = stop.start() if stop else line.end
        for body in self._bodies:
            if start <= body.start and body.end <= end:
                words = self._page.evidence(line.start, body.end, "proposal")
                official.relations.append(RelationFact(official.itself.label, "advisedBy", body.name, (words,)))

    # The operative part

    def _read_itself(self, official: Official) -> None:
        """Every "Quyết định này", and commands that have no other subject: "Bãi bỏ …", "Thành lập …"."""
        low, lexicon = self._page.low, self._page.lexicon
        this = re.compile(rf"(?:{lexicon.any_of('document_kinds').pattern}) này(?!\w)")
        for match in this.finditer(low, official.head_end):
            official.documents.append(self._again(official.itself, match.start(), match.end()))
        for name in ("replaces", "amends", "repeals"):
            for cue in lexicon.any_of(name).finditer(low, official.itself.end):
                if not _COMMAND.search(low, max(0, cue.start() - 30), cue.start()):
                    continue
                sentence = self._page.sentence_at(cue.start())
                self._add(official, name, self._documents, cue.start(), sentence.end, "command")
        for cue in lexicon.any_of("founding").finditer(low, official.itself.end):
            title = any(d.start <= cue.start() < d.end for d in official.documents if d.is_self)
            body = next((b for b in self._bodies if cue.end() < b.start <= cue.end() + 12), None)
            command = _COMMAND.search(low, max(0, cue.start() - 30), cue.start())
            if body and (title or command):
                words = self._page.evidence(cue.start(), body.end, "command")
                official.relations.append(RelationFact(official.itself.label, "establishes", body.name, (words,)))

    def _add(
        self, official: Official, predicate: str, documents: list[DocumentMention], start: int, end: int, rule: str
    ) -> None:
        """Relates the document itself to every other one named between two places."""
        for document in documents:
            if start <= document.start and document.end <= end and document.key != official.itself.key:
                words = self._page.evidence(start, document.end, rule)
                official.relations.append(RelationFact(official.itself.label, predicate, document.label, (words,)))
