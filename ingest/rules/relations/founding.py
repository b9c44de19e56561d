"""Which document founded a body, and to which body another belongs: thành lập, hợp nhất … thành, trực thuộc."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from ingest.facts import RelationFact
from ingest.rules.mentions.body_mentions import BodyMention
from ingest.rules.mentions.document_mentions import DocumentMention
from ingest.rules.relations.issuing import opens_act
from ingest.rules.relations.scene import Scene, first_after, last_before, last_covering
from ingest.rules.text.page import Span
from ontology.text import canonical

_NEAR = 20  # characters between a document and the word for founding
_PASSIVE = 12  # characters between a body and the word: "được", "đã được", "(…) được"
_ASIDE = 40  # with what stands in brackets between the two: "Đảng bộ tỉnh … (mới) được"
_ALMOST = re.compile(r"(?:\s*\([^()\n]{1,24}\))?,?[^.,;:()\n]{0,12}")
_OWNER = 30  # characters of "trực thuộc" between a body and that to which it belongs
_BY = 8  # characters between the word and the document that founds: "theo", "tại"
_BODY = 4  # characters between the word and the body
_MERGED = 200  # characters in which the bodies that are merged are listed
_MOST = 12  # bodies of one list
_INTO = re.compile(r" (?:để )?(?:thành lập|thành) ")
_NEXT_PAPER = re.compile(r"\s*(?:,|;|và|, và)\s*(?:số )?")
_LISTED = re.compile(r"(?:,| và|;|, và) ")
_BELONGS = re.compile(r"(?: \([^()\n]{1,40}\))?,? (?:là [^,.;:\n]{3,40} )?(?:trực thuộc|thuộc) ")
_OF = " của "
_PAPER = re.compile(r"[-/][^\W\d_]+$")  # Ban Chỉ đạo thực hiện Nghị quyết số 45-NQ/TW của Bộ Chính trị
_WORD = 12  # characters in which the word right before a document stands
_COMMA = 2  # characters between the document with which a sentence opens and who is founded by it
ONLY_TELL = (
    "Hướng dẫn",
    "Tờ trình",
    "Báo cáo",
    "Công văn",
    "Biên bản",
    "Quy chế",
    "Điều lệ",
)  # of what another founds
_BY_OPENING = re.compile(r"(?<!\w)(?:theo|tại|căn cứ|thực hiện) $")
_COMPANY = re.compile(r"(?:công ty|tổng công ty|tập đoàn|ngân hàng thương mại|doanh nghiệp)(?!\w)")  # no body of ours
_SUPREME = ("Quốc hội", "Chính phủ")  # whose organs are called theirs: Ủy ban Tư pháp của Quốc hội


def founds(scene: Scene, sentence: Span) -> Iterator[RelationFact]:
    """ "Quyết định … thành lập Ban …"; "Tại Quyết định …, X quyết định thành lập …"; "… hợp nhất … thành …"."""
    for cue in scene.said("founding", sentence):
        if scene.page.is_after("passive", cue.start()):
            yield from _is_founded(scene, cue)
            yield from _is_founded_in(scene, cue)
            continue
        document = _acting(scene, cue.start())
        document = None if document and document.kind in ONLY_TELL else document
        body = first_after(scene.bodies, cue.end(), _BODY) if document else None
        bodies = _listed_from(scene, body) if body else []
        several = _joined_before(scene, document) if document and len(bodies) > 1 else []
        if several and document:  # Quyết định A và B về việc thành lập X và Y: each founds one, where they are as many
            pairs = list(zip([*several, document], bodies, strict=False)) if len(several) + 1 == len(bodies) else []
        else:
            pairs = [(document, each) for each in bodies] if document else []
        for paper, each in pairs:
            yield _founded(scene, paper, each, "document-establishes-body")
    for cue in scene.said("merging", sentence):
        document = _acting(scene, cue.start())
        into = _INTO.search(scene.page.low, cue.end(), min(sentence.end, cue.end() + _MERGED)) if document else None
        body = first_after(scene.bodies, into.end(), _BODY) if into else None
        if body and not scene.page.is_after("passive", cue.start()):
            yield _founded(scene, document, body, "document-merges-into-body")


def _founded(scene: Scene, document: DocumentMention | None, body: BodyMention, rule: str) -> RelationFact:
    start = document.start if document else body.start
    label = document.label if document else ""
    return RelationFact(label, "establishes", body.name, (scene.page.evidence(start, body.end, rule),))


def _acting(scene: Scene, place: int) -> DocumentMention | None:
    """The document whose words the one for founding is among, that stands right before, or in which somebody acts."""
    document = last_covering(scene.documents, place) or last_before(scene.documents, place, _NEAR)
    if document:
        return document
    index = bisect_left(scene.documents, place, key=lambda d: d.start) - 1
    last = scene.documents[index] if index >= 0 else None
    return last if last and opens_act(scene, last) else None


def _joined_before(scene: Scene, last: DocumentMention) -> list[DocumentMention]:
    """Those of its kind that stand before a document in one list: the first two of "Quyết định số 5, 6 và 7"."""
    index = bisect_left(scene.documents, last.start, key=lambda d: d.start)
    found = [last]
    for document in reversed(scene.documents[max(0, index - _MOST) : index]):
        joined = _NEXT_PAPER.fullmatch(scene.page.low, document.end, found[-1].start)
        if not joined or document.kind != last.kind:
            break
        found.append(document)
    return found[:0:-1]


def _listed_from(scene: Scene, first: BodyMention) -> list[BodyMention]:
    """The body and those that a comma or "và" joins to it."""
    index = bisect_left(scene.bodies, first.start, key=lambda b: b.start)
    found = [first]
    for body in scene.bodies[index + 1 : index + _MOST]:
        if not _LISTED.fullmatch(scene.page.low, found[-1].end, body.start):
            break
        found.append(body)
    return found


def _is_founded(scene: Scene, cue: re.Match[str]) -> Iterator[RelationFact]:
    """ "Ban … được thành lập theo Quyết định …"."""
    body = _founded_before(scene, cue.start())
    document = first_after(scene.documents, cue.end(), _BY)
    if not body or not document or scene.next_cue("denied", body.end, cue.start()):
        return
    by = scene.page.low[cue.end() : document.start].strip()
    if scene.page.lexicon.any_of("maker").fullmatch(by):
        evidence = scene.page.evidence(body.start, document.end, "body-founded-by-document")
        yield RelationFact(document.label, "establishes", body.name, (evidence,))
        of = _BELONGS.match(scene.page.low, document.end)
        owner = first_after(scene.bodies, of.end(), 0) if of else None
        if of and owner and not owner.is_kind and owner.name != body.name:
            evidence = scene.page.evidence(document.start, owner.end, "founded-body-belongs-to-body")
            yield RelationFact(body.name, "subordinateTo", owner.name, (evidence,))


def _founded_before(scene: Scene, place: int) -> BodyMention | None:
    """The body of which the word at the place says that it was founded; of two, the one that belongs to the other."""
    near = last_before(scene.bodies, place, _PASSIVE) or last_before(scene.bodies, place, _ASIDE)
    if not near or not _ALMOST.fullmatch(scene.page.low, near.end, place):
        return None
    whole = last_before(scene.bodies, near.start, _OWNER)
    belongs_to = whole and _BELONGS.fullmatch(scene.page.low, whole.end, near.start)
    return whole if belongs_to else near


def _is_founded_in(scene: Scene, cue: re.Match[str]) -> Iterator[RelationFact]:
    """ "Theo Nghị định số 25/2025/NĐ-CP, Bộ … được thành lập": the document with which the sentence opens."""
    body = last_before(scene.bodies, cue.start(), _PASSIVE)
    document = last_before(scene.documents, body.start, _COMMA) if body else None
    if (
        body
        and document
        and not body.is_kind
        and _BY_OPENING.search(scene.page.low, max(0, document.start - _WORD), document.start)
    ):
        if not scene.next_cue("denied", body.end, cue.start()):
            yield _founded(scene, document, body, "body-founded-by-document")


def belongs(scene: Scene, sentence: Span) -> Iterator[RelationFact]:
    """ "Đảng bộ tỉnh … trực thuộc Ban Chấp hành Trung ương Đảng"; "Tổ Giúp việc của Tiểu ban …"."""
    issuing = {d.end for d in scene.documents}  # "… thành lập tại Quyết định của Bộ Chính trị, trực thuộc …"
    for body in scene.bodies:
        if body.is_kind or body.end in issuing or _COMPANY.match(canonical(body.name)):
            continue
        of = _BELONGS.match(scene.page.low, body.end)
        owner = first_after(scene.bodies, of.end(), 0) if of else None
        if owner and not owner.is_kind and owner.name != body.name:
            evidence = scene.page.evidence(body.start, owner.end, "body-belongs-to-body")
            yield RelationFact(body.name, "subordinateTo", owner.name, (evidence,))
        whole, _, name = body.name.partition(_OF)
        if name and not _PAPER.search(whole) and name not in _SUPREME and name in scene.names_of_bodies:
            evidence = scene.page.evidence(body.start, body.end, "body-of-body")
            yield RelationFact(body.name, "subordinateTo", name, (evidence,))
