"""What is read of an official document, and which mentions of its page are facts and which are only told of it."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from ingest.facts import RelationFact
from ingest.rules.described.described_documents import DESCRIBED
from ingest.rules.mentions.body_mentions import BodyMention
from ingest.rules.mentions.document_mentions import DocumentMention
from ingest.rules.mentions.event_mentions import EventMention
from ingest.rules.official.official_head import Head
from ingest.rules.official.official_lines import NOWHERE
from ingest.rules.text.page import Page, Span
from ontology.text import canonical

_LAWS = ("Luật", "Bộ luật", "Hiến pháp", "Pháp lệnh")
_TASKS = ("Kế hoạch", "Chương trình")
_TURN = " THỨ "
_STATUTES = "điều lệ "  # Điều lệ Đoàn TNCS Hồ Chí Minh
_LEADING = "Ban Chấp hành Trung ương Đảng"
_OVER_YOUTH = (_LEADING, "Đoàn ")  # what is read in the heads of papers of the Youth Union
_SAME = 0.8  # share of the words of a name by which it is told again


@dataclass(slots=True)
class Official:
    """`documents` are those that it names in its recitals by words alone, and every place that speaks of itself."""

    itself: DocumentMention
    head: Head
    documents: list[DocumentMention] = field(default_factory=list)
    relations: list[RelationFact] = field(default_factory=list)
    bodies: list[BodyMention] = field(default_factory=list)  # named in small letters, in part or in words of their own
    recipients: list[Span] = field(default_factory=list)
    laws: list[Span] = field(default_factory=list)  # where titles of laws stand
    recitals: Span = NOWHERE
    signer: str = ""
    named: list[Span] = field(default_factory=list)  # documents that the recitals name by words
    subjects: list[Span] = field(default_factory=list)  # what others promulgate as they tell it, and rows of tables
    title_words: str = ""  # in canonical form
    promulgated: list[set[str]] = field(default_factory=list)  # the words of the names of what comes with it
    annexed: Span | None = None  # the heading of the list, of a page that holds only what comes with the document

    @property
    def title(self) -> Span:
        return self.head.title

    @property
    def articles(self) -> int:
        """From where on it may list members."""
        return self.annexed.start if self.annexed else max(self.title.end, self.itself.end)

    def among(self, documents: list[DocumentMention]) -> list[DocumentMention]:
        """The mentions of the page with its own, without those in its title."""
        every = sorted([*documents, *self.documents], key=lambda d: d.start)
        return [d for d in every if not self.is_of_title(d)]

    def among_events(self, events: list[EventMention]) -> list[EventMention]:
        """The events of the page without those that its title only names in part."""
        return [e for e in events if not self.is_cut_in_title(e, events)]

    def without_subjects(self, documents: list[DocumentMention]) -> list[DocumentMention]:
        """The mentions without what others promulgate as it tells them, and what no issuer stands behind."""
        return [d for d in documents if not self.is_of_subject(d) and not self.is_loose(d)]

    def among_bodies(self, page: Page, bodies: list[BodyMention]) -> list[BodyMention]:
        """The bodies of the page with its own, without those that are no facts of it."""
        return sorted([*(b for b in bodies if not self.is_no_fact(page, b)), *self.bodies], key=lambda b: b.start)

    def is_recipient(self, body: BodyMention) -> bool:
        index = bisect_right(self.recipients, body.start, key=lambda span: span.start) - 1
        return index >= 0 and body.start < self.recipients[index].end

    def is_no_fact(self, page: Page, body: BodyMention) -> bool:
        """Whether the body is told of the document only, or part of the title of a law or of another word."""
        if self.is_recipient(body) or self.is_of_law(body) or self.is_of_word(page, body):
            return True
        if body.start < self.title.start and page.is_after("party_base", body.start):
            return True  # ĐẢNG BỘ SỞ CÔNG THƯƠNG, over the letterhead
        return self._is_of_youth(page, body) or page.low.endswith(_STATUTES, 0, body.start)

    def _is_of_youth(self, page: Page, body: BodyMention) -> bool:
        """The motto of papers of the Youth Union, ĐOÀN TNCS HỒ CHÍ MINH, and BAN CHẤP HÀNH TRUNG ƯƠNG beside it."""
        if body.start >= self.title.start or not body.name.startswith(_OVER_YOUTH):
            return False
        mottoes = (line for line in self.head.lines if page.at("youth_mottoes", page.after_blanks(line.start)))
        return any(body.name == _LEADING or line.start <= body.start < line.end for line in mottoes)

    def is_of_title(self, document: DocumentMention) -> bool:
        """Whether words alone name it in the title, which the articles name again, or in the name of another law."""
        if document.number or document.is_self:
            return False
        if document.name and canonical(document.name) == self.title_words:
            return True  # BAN CHẤP HÀNH TRUNG ƯƠNG / QUY ĐỊNH THI HÀNH ĐIỀU LỆ ĐẢNG, under the recitals
        index = bisect_left(self.named, document.start, key=lambda span: span.start) - 1
        inside = index >= 0 and document.start < self.named[index].end
        return inside or (self.title.start <= document.start < self.title.end and not self._carries_out(document))

    def _carries_out(self, document: DocumentMention) -> bool:
        """HƯỚNG DẪN thi hành Điều lệ Đảng"""
        return any(r.predicate == "implements" and r.object == document.name for r in self.relations)

    def is_of_subject(self, document: DocumentMention) -> bool:
        """Whether a recital names it only as what another promulgates: "… về việc ban hành Quy chế …"."""
        told = bool(document.evidence) and document.evidence[0].rule == DESCRIBED
        recited = self.recitals.start <= document.start < self.recitals.end
        return told and (
            recited
            or self._is_again(document)
            or any(span.start <= document.start < span.end for span in self.subjects)
        )

    def is_loose(self, document: DocumentMention) -> bool:
        """Whether words alone tell of it that are no law's and name no issuer: báo cáo kết quả kiểm tra của đoàn.

        Or a plan that is yet to be made: giao Ủy ban nhân dân tỉnh ban hành kế hoạch thực hiện Nghị quyết.
        """
        told = bool(document.evidence) and document.evidence[0].rule == DESCRIBED
        task = told and document.kind in _TASKS and document.kind not in document.evidence[0].quote
        return told and document.kind not in _LAWS and (task or not document.issuer)

    def _is_again(self, document: DocumentMention) -> bool:
        """Whether the name is that of what comes with it, told in other words: "ban hành Chương trình hành động …"."""
        words = set(canonical(document.name or "").split())
        return any(len(words & other) >= _SAME * len(words) for other in self.promulgated)

    def is_of_word(self, page: Page, body: BodyMention) -> bool:
        """Whether a title in capitals has the body only as part of a word: NHIỆM VỤ PHÁT TRIỂN KINH TẾ."""
        inside = self.title.start <= body.start < self.title.end
        return inside and page.shown[body.start : body.end].isupper() and page.is_after("no_head_after", body.start)

    def is_cut_in_title(self, event: EventMention, events: list[EventMention]) -> bool:
        """Whether the title names in capitals a meeting that the text tells in full: KẾT LUẬN CUỘC HỌP VỀ ĐỀ ÁN ….

        One that is counted is told in full there too: PHIÊN HỌP LẦN THỨ 14 BAN CHỈ ĐẠO ….
        """
        inside = self.title.start <= event.start < self.title.end and event.name.isupper() and _TURN not in event.name
        what = event.name.split(" ")[:2]
        return inside and any(e is not event and e.name.upper().split(" ")[:2] == what for e in events)

    def is_of_law(self, body: BodyMention) -> bool:
        """Whether the body is only part of the title of a law: Luật Tổ chức Quốc hội."""
        index = bisect_left(self.laws, body.start, key=lambda span: span.start) - 1
        return index >= 0 and body.end <= self.laws[index].end
