"""On what a document was drawn up, and what one is to carry out that a body issued: "… để thể chế hóa Nghị quyết …"."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from ingest.facts import RelationFact
from ingest.rules.mentions.document_mentions import DocumentMention
from ingest.rules.relations.document_relations import MAKES, THIS_REACH, last_of_kind
from ingest.rules.relations.scene import Scene, first_after, last_before
from ingest.rules.text.page import Span

_MOST = 12  # documents of one list
_WORD = 24  # characters before a document in which the word stands that issues it
_TITLE = 240  # characters of the title of a document
# … được xây dựng trên cơ sở Nghị quyết A và Kết luận B
_DRAWN_UP = re.compile(
    r" (?:được )?(?:xây dựng|ban hành|soạn thảo|biên soạn)(?: và ban hành)?,? (?:chủ yếu )?"
    r"(?:trên cơ sở|dựa trên|căn cứ)(?: vào)? (?:các )?(?:quy định (?:của|tại) )?"
)
_THIS = re.compile(r"(?<!\w)([a-zà-ỹ]+(?: [a-zà-ỹ]+)?) này(?P<verb>(?: được)? )$")
_AND = re.compile(
    r"(?: khóa [ivx]{1,5})?(?:,? (?:ban hành )?(?:ngày [\d/.-]{6,10})?)?"
    r"(?:,? về [^.;:\n]{3,200}?)?(?:,|;| và|, và)\s(?:các )?"
)
# Quốc hội ban hành Nghị quyết số … về … để thể chế hóa Nghị quyết số …
_SO_AS_TO = re.compile(
    r"(?:,? (?:về|quy định) [^.;:\n]{3,220}?)?,? (?:để|nhằm) (?:kịp thời |tiếp tục )?"
    r"(?:thể chế hóa|cụ thể hóa|triển khai thực hiện|thực hiện|triển khai)(?: đầy đủ| kịp thời| có hiệu quả)? "
)
_AIMS = ("để ", "nhằm ")


def drawn_up(scene: Scene, sentence: Span) -> Iterator[RelationFact]:
    """ "Quy định này được xây dựng trên cơ sở Nghị quyết A và Kết luận B"."""
    low = scene.page.low
    for cue in scene.said("drawn_up", sentence):
        base = first_after(scene.documents, cue.end(), _WORD)
        near = last_before(scene.documents, cue.start(), _WORD)
        this = None if near else _THIS.search(low, max(sentence.start, cue.start() - THIS_REACH), cue.start())
        document = near or last_of_kind(scene, this, base)
        place = near.end if near else this.start("verb") if this else 0
        if not base or not document or base.key == document.key:
            continue
        if _DRAWN_UP.fullmatch(low, place, base.start):
            for each in _listed(scene, base):
                start = near.start if near else place
                evidence = scene.page.evidence(start, each.end, "document-drawn-up-on-document")
                yield RelationFact(document.label, "basedOn", each.label, (evidence,))


def _listed(scene: Scene, first: DocumentMention) -> list[DocumentMention]:
    """The document and those that follow it behind "và" or a comma and what it is about."""
    index = bisect_left(scene.documents, first.start, key=lambda d: d.start)
    found = [first]
    for document in scene.documents[index + 1 : index + _MOST]:
        if document.start >= found[-1].end and _AND.fullmatch(scene.page.low, found[-1].end, document.start):
            found.append(document)
    return found


def aimed_at(scene: Scene, sentence: Span) -> Iterator[RelationFact]:
    """ "Quốc hội đã ban hành Nghị quyết A về … để thể chế hóa Nghị quyết B": what A is to carry out."""
    low = scene.page.low
    for document, basis in zip(scene.documents, scene.documents[1:], strict=False):
        made = MAKES.search(low, max(sentence.start, document.start - _WORD), document.start)
        if not made or basis.start > document.end + _TITLE or scene.page.is_planned(document.start):
            continue
        aims = any(low.find(word, document.end, basis.start) >= 0 for word in _AIMS)
        if aims and basis.key != document.key and _SO_AS_TO.fullmatch(low, document.end, basis.start):
            evidence = scene.page.evidence(document.start, basis.end, "document-aims-at-document")
            yield RelationFact(document.label, "implements", basis.label, (evidence,))
