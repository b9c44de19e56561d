"""The document that gave somebody a post or ended it, as the words around the post name it."""

import re
from bisect import bisect_left

from ingest.facts import DecidedBy, HoldingStatus
from ingest.rules.mentions.document_mentions import DocumentMention
from ingest.rules.text.page import QUOTE_LENGTH, Page, Span

DECIDED: tuple[HoldingStatus, ...] = ("appointed", "dismissed")
_DECISIONS = ("Quyết định", "Nghị quyết")
_RULE = "post-by-document"
_REACH = 600  # characters between a decision and the post
_LEAD = 24  # characters before a document that tell what it is to the post
_BY = re.compile(
    r"(?<!\w)(?:theo|tại|bằng|qua|ký|ban hành|có|ra|trao|công bố|đọc|các|số|nhận)(?: (?:các|toàn văn|ban hành))? $"
)
_BEHIND = re.compile(r",? (?:\(|(?:theo|tại|bằng) (?:nội dung )?)")  # … giữ chức Phó Giám đốc (Quyết định số …)
_THEREBY = re.compile(r"(?:theo đó|cụ thể|theo quyết định|theo nghị quyết)(?!\w)")


class DecidingDocuments:
    """Takes the `documents` of the page in order, and the text's own if it is an official one."""

    def __init__(self, page: Page, documents: list[DocumentMention], itself: DocumentMention | None) -> None:
        self._page = page
        self._documents = [d for d in documents if d.kind in _DECISIONS]
        self._itself = itself if itself and itself.kind in _DECISIONS else None

    def first_of(self, sentence: Span) -> Span:
        """The sentence, or the one before if it goes on with what that decided: "… Theo đó, …"."""
        thereby = sentence.start and _THEREBY.match(self._page.low, sentence.start)
        return self._page.sentence_at(sentence.start - 1) if thereby else sentence

    def at(self, person: str, post: Span, sentence: Span) -> DocumentMention | None:
        """Theo Quyết định số 12-QĐNS/TW, … giữ chức …; Quyết định bổ nhiệm ông X giữ chức …; … (Quyết định số 12).

        One without a number is of whom its name names, as a sentence may go on with another: "…, ông Y giữ chức …".
        """
        low, first = self._page.low, self.first_of(sentence).start
        index = bisect_left(self._documents, post.start, key=lambda d: d.start)
        before = self._documents[index - 1] if index else None
        if before and before.start >= first and post.start - before.end <= _REACH:
            by = before.start == first or _BY.search(low, max(first, before.start - _LEAD), before.start)
            of_another = not before.number and person not in (before.name or "")
            if post.end <= before.end or (by and not of_another):
                return before
        behind = next((d for d in self._documents[index : index + 2] if d.start >= post.end), None)
        named = behind and behind.start < sentence.end and _BEHIND.fullmatch(low, post.end, behind.start)
        return behind if named else None

    def decided(self, found: list[tuple[DocumentMention, Span]], own: Span) -> DecidedBy | None:
        """The one document of those found at the places of a post, numbered ones first; else the text's own."""
        found = [(d, post) for d, post in found if d.number] or found
        if not found and self._itself:
            return DecidedBy(self._itself.label, self._itself.twin, (self._page.evidence(*own, _RULE),))
        if len({(d.label, d.twin) for d, _ in found}) != 1 or not found[0][0].label:
            return None
        words = (self._page.evidence(*_around(d, post), _RULE) for d, post in found)
        return DecidedBy(found[0][0].label, found[0][0].twin, tuple(dict.fromkeys(words)))


def _around(document: DocumentMention, post: Span) -> Span:
    """The words from the document to the post; where they are too long, those that name the document."""
    whole = Span(min(document.start, post.start), max(document.end, post.end))
    return whole if whole.end - whole.start <= QUOTE_LENGTH else Span(document.start, document.end)
