"""What an official document does to others: replaces, amends, repeals, promulgates."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from ingest.facts import RelationFact
from ingest.rules.documents.named_documents import DEADLINE
from ingest.rules.mentions.document_mentions import DocumentMention
from ingest.rules.relations.scene import first_after
from ingest.rules.text.page import Page, Span
from ontology.text import canonical

_ARTICLE = (
    r"(?:(?:điểm|khoản|điều|mục|chương|phần)\s+(?:\d{1,3}(?:\.\d{1,3}){0,3}[a-zđ]?|[ivxl]{1,6}|[a-zđ])(?!\w)"
    r"(?:\s*(?:,|và)\s+(?:(?:\d{1,3}|[a-zđ])(?=[\s,]))?|\s+|,\s*)?)"
)
_JOINED = re.compile(
    rf"\s*(?:khóa\s+[ivxl]+)?\s*(?:\([^()\n]{{0,40}}\)\s*)?(?:(?:về|quy định|ban hành) [^;\n]{{3,240}}(?=;))?"
    rf"(?:,|;|và|,\s*và)\s+{_ARTICLE}{{0,6}}(?:của\s+)?(?:số\s+(?=\d))?"
)
_ACTS = {
    "replaces": re.compile(r"(?<!\w)thay thế\s+(?:cho\s+)?"),
    "repeals": re.compile(r"(?<!\w)(?:bãi bỏ|hủy bỏ)\s+(?:toàn bộ\s+)?"),
    "amends": re.compile(
        r"(?<!\w)(?:sửa đổi,? bổ sung(?:,? (?:và )?(?:bãi bỏ|thay thế))?|sửa đổi|bổ sung|điều chỉnh|thay đổi)\s+"
    ),
}
# một số điều của Quy định …, khoản 2 Điều 5 Quyết định …, Quy chế ban hành kèm theo Quyết định …
_PARTS = re.compile(
    rf"(?:(?:một số|các)\s+)?(?:(?:điều|khoản|điểm|mục|chương|nội dung|quy định)(?:,\s*|\s+))?{_ARTICLE}{{0,6}}"
    r"(?:[^\n;.“\"]{0,40}?\s)?(?:của\s+|tại\s+|trong\s+|ban hành kèm theo\s+)?"
)
_ITEM = re.compile(r"[\s\-–+*|]*(?:(?:điều|khoản)\s+)?(?:\d{1,2}\s*[.:)/-]|[a-zđ]\))?\s*(?:[-–]\s*)?(?:nay\s+)?")
_EXPIRES = re.compile(r"[^.\n]{0,60}?hết hiệu lực")
_CHANGED = re.compile(
    r"[^.\n;:]{0,120}?\s(?:được\s+|nay\s+)?(?:sửa đổi,? bổ sung|sửa đổi|bổ sung)\s+(?:lại\s+)?(?:như sau|thành)"
)
_PROMULGATES = re.compile(r"ban hành\s+(?:kèm theo\s+[^\n.;,]{3,40}?\s+này\s+)?(?:bản\s+)?[“\"]?")
_NAME = re.compile(r"[^\n.;:(“”\"]{8,200}")
_REACH = 90  # characters of the parts that stand between the word and the document
# The words before the items of a list, and the mark of an item: "a)", "2.", "-".
_OPENS_LIST = re.compile(r"(?<!\w)(bãi bỏ|hủy bỏ|thay thế|hết hiệu lực)(?!\w)[^;\n]{0,160}:\s*$")
_MARK = re.compile(r"[\s|*]*(?:(?P<letter>[a-zđ]\))|(?P<figure>\d{1,2}\s*[.)/-])|(?P<dash>[-–+•]))\s*")
_LEAD = 300  # characters of the words before a list
_DENIED = re.compile(r"(?:(?:không|chưa)\s+(?:được\s+)?|(?<!\w)được\s+)$")  # … đã được sửa đổi bởi Thông tư số …


def _kind_of(mark: re.Match[str] | None) -> str:
    """How an item is marked: by letter, figure or dash."""
    return (mark.lastgroup or "") if mark else ""


class OwnActs:
    """Reads the operative part of a page that is the document `itself`; `documents` are in order of place."""

    def __init__(self, page: Page, itself: DocumentMention, documents: list[DocumentMention]) -> None:
        self._page, self._low = page, page.low
        self._itself = itself
        self._documents = [d for d in documents if d.key != itself.key]
        self.promulgated: list[DocumentMention] = []  # what comes with it and has a name alone
        self._this = re.compile(rf"(?<!\w){re.escape(itself.kind.lower())}\s+này(?!\w)")

    def read(self, start: int) -> list[RelationFact]:
        """Every act said from a place on."""
        sentences = [s for s in self._page.sentences if s.start >= start]
        said = [relation for sentence in sentences for relation in self._in(sentence)]
        return [*said, *self._lists(start)]

    def _lists(self, start: int) -> Iterator[RelationFact]:
        """ "Bãi bỏ các văn bản sau:" and items with a document each; "Các Quyết định sau đây hết hiệu lực: a) …"."""
        act, mark = "", ""
        lines = self._page.paragraphs
        for line in lines[bisect_left(lines, start, key=lambda p: p.start) :]:
            opens = _OPENS_LIST.search(self._low, max(line.start, line.end - _LEAD), line.end)
            item = _MARK.match(self._low, line.start, line.end)
            if opens:
                act, mark = ("replaces" if opens[1] == "thay thế" else "repeals"), _kind_of(item)
            elif act and item and _kind_of(item) != mark:
                document = first_after(self._documents, item.end(), _REACH)
                whole = (
                    document and document.end <= line.end and _PARTS.fullmatch(self._low, item.end(), document.start)
                )
                if document and whole:
                    yield self._relation(act, document, line.start)
            else:
                act = ""

    def _in(self, sentence: Span) -> Iterator[RelationFact]:
        item = _ITEM.match(self._low, sentence.start, sentence.end)
        first = item.end() if item else sentence.start
        this = self._this.search(self._low, first, sentence.end)
        for predicate, cue in _ACTS.items():
            opens = cue.match(self._low, first)  # Bãi bỏ Điều 3 Quyết định … và các quy định trái với Quyết định này
            if this or opens:
                yield from self._done_to(predicate, cue, Span(first if opens or not this else this.end(), sentence.end))
        if this:
            yield from self._expired(sentence)
        changed = first_after(self._documents, first, _REACH)
        if changed and _PARTS.fullmatch(self._low, first, changed.start):
            if _CHANGED.match(self._low, changed.end, sentence.end):
                yield self._relation("amends", changed, first)
        promulgated = _PROMULGATES.match(self._low, first, sentence.end)
        if promulgated:
            yield from self._promulgated(promulgated.end(), sentence)

    def _done_to(self, predicate: str, cue: re.Pattern[str], span: Span) -> Iterator[RelationFact]:
        for word in cue.finditer(self._low, span.start, span.end):
            document = first_after(self._documents, word.end(), _REACH)
            if not document or document.end > span.end or _DENIED.search(self._low, word.start() - 12, word.start()):
                continue
            if _PARTS.fullmatch(self._low, word.end(), document.start):
                yield from (self._relation(predicate, d, word.start()) for d in self._joined(document, span.end))

    def _joined(self, document: DocumentMention | None, end: int) -> Iterator[DocumentMention]:
        """The document and those that follow it in a list."""
        while document and document.end <= end:
            yield document
            glue = _JOINED.match(self._low, document.end, end)
            document = first_after(self._documents, glue.end(), 1) if glue else None

    def _expired(self, sentence: Span) -> Iterator[RelationFact]:
        """ "Quyết định số 12-QĐ/TU hết hiệu lực kể từ ngày Quyết định này có hiệu lực"."""
        first = bisect_left(self._documents, sentence.start, key=lambda d: d.start)
        last = bisect_left(self._documents, sentence.end, key=lambda d: d.start)
        for document in self._documents[first:last]:
            if _EXPIRES.match(self._low, document.end, sentence.end):
                yield self._relation("repeals", document, document.start)

    def _promulgated(self, place: int, sentence: Span) -> Iterator[RelationFact]:
        """ "Ban hành kèm theo Quyết định này Quy chế hoạt động của …"."""
        kind = self._page.lexicon.any_of("document_kinds").match(self._low, place)
        name = _NAME.match(self._page.shown, place, sentence.end) if kind else None
        made = name and "này" not in name.group().lower().split() and not DEADLINE.search(name.group().lower())
        if kind and name and made:
            document = first_after(self._documents, place, 0) or self._named(name, kind.group())
            yield self._relation("promulgates", document, place)

    def _named(self, name: re.Match[str], kind: str) -> DocumentMention:
        words = " ".join(name.group().split()).rstrip(" ,")
        evidence = [self._page.evidence(name.start(), name.end(), "promulgated-document")]
        label = self._page.lexicon.document_kinds[kind]
        document = DocumentMention(
            name.start(), name.end(), f"name:{canonical(words)}", label, name=words, evidence=evidence
        )
        self.promulgated.append(document)
        return document

    def _relation(self, predicate: str, target: DocumentMention, start: int) -> RelationFact:
        evidence = self._page.evidence(start, target.end, f"own-{predicate}")
        return RelationFact(self._itself.label, predicate, target.label, (evidence,))
