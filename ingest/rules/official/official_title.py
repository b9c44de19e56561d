"""What the title of an official document says it does: regulate a body, carry out, amend or repeal another document."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

from ingest.facts import RelationFact
from ingest.rules.bodies.bodies import BodyReader
from ingest.rules.mentions.body_mentions import BodyMention
from ingest.rules.mentions.document_mentions import DocumentMention
from ingest.rules.official.official_head import Head
from ingest.rules.text.page import Page, Span

_ISSUES = re.compile(r"(?<!\w)ban hành(?!\w)[^.;]{0,30}\s$")
_JOINS = re.compile(r"(?:;|,|và)\s+$")
_NEAR = 60  # characters between a word and the document that it is about
_OF = re.compile(r"\scủa\s+")
# QUY CHẾ / HOẠT ĐỘNG CỦA …: the title of rules, without their kind
_OF_BODY = re.compile(r"\s+(?:về )?(?:tổ chức|hoạt động|làm việc|chức năng)(?=[^;.]{0,80}?\scủa\s)")
_ACTS = {
    "amends": re.compile(r"(?<!\w)(?:sửa đổi,?\s+bổ sung|sửa đổi|bổ sung|điều chỉnh)(?!\w)"),
    "repeals": re.compile(r"(?<!\w)(?:bãi bỏ|hủy bỏ)(?!\w)"),
    "replaces": re.compile(r"(?<!\w)thay thế(?!\w)"),
}
_CARRIES_OUT = re.compile(r"(?<!\w)(?:thực hiện|triển khai|hướng dẫn|quán triệt|thi hành)(?!\w)")
_NEXT = re.compile(r";\s+$")  # sửa đổi Nghị định A quy định …; Nghị định B quy định …
_ALSO = re.compile(r"\s*(?:,|;|và)\s+")
# What is between the word and the document: "một số điều của", "toàn bộ", but no subject of its own.
_PARTS = re.compile(
    r"\s+(?:(?:toàn bộ|một số|một phần|các|cho)\s+)?(?:(?:điều|khoản|điểm|nội dung|quy định|điều, khoản)\s+)?"
    r"(?:của\s+|tại\s+)?(?:các\s+)?[^;]{0,40}?"
)


class OfficialTitle:
    """`documents` and `bodies` are in order of place; `said` is where the text repeats its title before it begins."""

    def __init__(
        self,
        page: Page,
        reader: BodyReader,
        head: Head,
        bodies: list[BodyMention],
        documents: list[DocumentMention],
        said: Span,
    ) -> None:
        self._page, self._low = page, page.low
        self._reader = reader
        self._title = head.title
        self._said = said
        self._label = head.itself.label
        self._bodies = bodies
        self._every = [d for d in documents if d.key != head.itself.key]
        self._inside = [d for d in self._every if head.title.start < d.start < head.title.end]
        self.bodies: list[BodyMention] = []  # named in small letters

    def read(self) -> Iterator[RelationFact]:
        yield from self._regulates()
        yield from self._implements()
        for predicate, cue in _ACTS.items():
            yield from self._acts(predicate, cue)
            yield from self._said_again(predicate, cue)

    def _regulates(self) -> Iterator[RelationFact]:
        """ "về chức năng, nhiệm vụ của Ban …", "quy chế hoạt động của Ban …"."""
        low, title = self._low, self._title
        rules = self._page.lexicon.any_of("document_kinds").match(low, title.start)
        own = _OF_BODY.match(low, rules.end(), title.end) if rules else None
        cues = [own] if own else self._page.lexicon.any_of("about_in_title").finditer(low, title.start, title.end)
        for cue in cues:
            for of in _OF.finditer(low, cue.end(), title.end):
                body = self._body_at(of.end())
                if body:
                    self.bodies.append(body)
                    words = self._page.evidence(cue.start(), body.end, "title-regulates-body")
                    yield RelationFact(self._label, "regulates", body.name, (words,))
                    return

    def _body_at(self, place: int) -> BodyMention | None:
        index = bisect_left(self._bodies, place, key=lambda b: b.start)
        named = next((b for b in self._bodies[index : index + 1] if b.start == place), None)
        body = named or self._reader.read_at(place)
        return body if body and body.end <= self._title.end else None

    def _implements(self) -> Iterator[RelationFact]:
        """ "thực hiện Nghị quyết số 39-NQ/TW"."""
        for cue in _CARRIES_OUT.finditer(self._low, self._title.start, self._title.end):
            index = bisect_left(self._bodies, cue.start(), key=lambda b: b.start) - 1
            if index >= 0 and cue.end() <= self._bodies[index].end:
                continue  # thành lập Tổ công tác triển khai Đề án 06
            near = [d for d in self._inside if cue.end() < d.start <= cue.end() + _NEAR]
            if near and not near[0].number and any(d.number and d.start < cue.start() for d in self._inside):
                continue  # một số nội dung Quy định số 24-QĐ/TW về thi hành Điều lệ Đảng
            if near and ";" not in self._low[cue.end() : near[0].start]:
                yield self._relation("implements", near[0], cue.start())

    def _acts(self, predicate: str, cue: re.Pattern[str]) -> Iterator[RelationFact]:
        for word in cue.finditer(self._low, self._title.start, self._title.end):
            following = [d for d in self._inside if d.start > word.end()]
            if not following or not _PARTS.fullmatch(self._low, word.end(), following[0].start):
                continue
            yield self._relation(predicate, following[0], word.start())
            for before, after in pairwise(following):
                if not _ALSO.fullmatch(self._low, before.end, after.start):
                    also = after.number and after.start < after.number_at
                    if not also or not _NEXT.search(self._low, max(before.end, after.start - 8), after.start):
                        break
                yield self._relation(predicate, after, word.start())

    def _said_again(self, predicate: str, cue: re.Pattern[str]) -> Iterator[RelationFact]:
        """ "Chính phủ ban hành Nghị định sửa đổi, bổ sung một số điều của Nghị định A …; Nghị định B …"."""
        word = cue.search(self._low, self._said.start, self._said.end)
        if not word or not _ISSUES.search(self._low, self._said.start, word.start()):
            return
        following = [d for d in self._every if word.end() < d.start < self._said.end and d.number]
        if not following or not _PARTS.fullmatch(self._low, word.end(), following[0].start):
            return
        for document in following:
            joined = _JOINS.search(self._low, document.start - 8, document.start)
            if document is following[0] or (joined and document.start < document.number_at):
                yield self._relation(predicate, document, word.start())

    def _relation(self, predicate: str, document: DocumentMention, start: int) -> RelationFact:
        words = self._page.evidence(start, document.end, f"title-{predicate}-document")
        return RelationFact(self._label, predicate, document.label, (words,))
