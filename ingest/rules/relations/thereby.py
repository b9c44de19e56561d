"""What the sentence after a decision says of it: "… Quyết định số 12-QĐNS/TW …. Theo đó, Bộ Chính trị quyết định …"."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from ingest.facts import RelationFact
from ingest.rules.bodies.issuing_offices import Issuer, issuer_at
from ingest.rules.mentions.document_mentions import DocumentMention
from ingest.rules.relations.issuers_before import past_holder
from ingest.rules.relations.issuing import DECIDES
from ingest.rules.relations.issuing_titles import may_issue
from ingest.rules.relations.scene import Scene
from ingest.rules.text.page import Span

_THEREBY = re.compile(r"[\W_]*(?:theo đó|cụ thể),? (?P<basis>căn cứ (?:vào )?)?")
_COMMA = re.compile(r"[,;] ")
_KINDS = ("Quyết định", "Nghị quyết")
_LEADERS = ("Bộ Chính trị", "Ban Bí thư", "Ban Thường vụ", "Thủ tướng Chính phủ")  # whose decisions news tell
_STATES = re.compile(r"[^.;:\n]{0,80}?(?<!\w)nêu (?:rõ )?(?:các )?căn cứ (?:để )?")
_OTHER = re.compile(r"(?:theo|xét) đề nghị")  # with which the bases end
_FIRST = 8  # documents of a sentence


def told_thereby(scene: Scene) -> Iterator[RelationFact]:
    """Who issued a decision without an issuer that the next sentence tells, and on what that says it rests."""
    for opening in scene.page.everywhere("thereby") if scene.documents else ():
        sentence = scene.page.sentence_at(opening.start())
        thereby = _THEREBY.match(scene.page.low, sentence.start, sentence.end)
        document = _of_sentence_before(scene, sentence) if thereby and opening.start() < thereby.end() else None
        issuer = _acting(scene, thereby.end(), sentence, based=bool(thereby["basis"])) if document and thereby else None
        if not document or not issuer or not thereby or not _is_of(scene, document, issuer):
            continue
        if document.issuer is None:
            evidence = scene.page.evidence(issuer.start, issuer.end, "body-decides-thereby")
            yield RelationFact(document.label, "issuedBy", issuer.name, (evidence,))
        if thereby["basis"]:
            yield from _rests_on(scene, document, Span(thereby.end(), issuer.start))


def states_bases(scene: Scene, sentence: Span) -> Iterator[RelationFact]:
    """ "Quyết định số 12-QĐNS/TW nêu rõ các căn cứ để … là Điều lệ Đảng, Quy định số …; theo đề nghị của …"."""
    document = scene.documents[0]
    states = _STATES.match(scene.page.low, document.end, sentence.end) if document.number else None
    if states and document.kind in _KINDS:
        other = _OTHER.search(scene.page.low, states.end(), sentence.end)
        yield from _rests_on(scene, document, Span(states.end(), other.start() if other else sentence.end))


def _rests_on(scene: Scene, document: DocumentMention, where: Span) -> Iterator[RelationFact]:
    first, last = (bisect_left(scene.documents, place, key=lambda d: d.start) for place in (where.start, where.end))
    end = where.start
    for base in scene.documents[first:last]:
        if base.key != document.key and base.start >= end:  # none that is named in the name of another
            end = base.end
            evidence = scene.page.evidence(base.start, base.end, "decision-rests-on-document")
            yield RelationFact(document.label, "basedOn", base.label, (evidence,))


def _of_sentence_before(scene: Scene, sentence: Span) -> DocumentMention | None:
    """The first decision of the sentence before; none, if that tells of several."""
    before = scene.page.sentence_at(sentence.start - 1) if sentence.start else sentence
    index = bisect_left(scene.documents, before.start, key=lambda d: d.start)
    found = [d for d in scene.documents[index : index + _FIRST] if d.start < before.end and d.kind in _KINDS]
    return found[0] if len({d.key for d in found}) == 1 else None


def _acting(scene: Scene, place: int, sentence: Span, *, based: bool) -> Issuer | None:
    """The body or office that is said to decide: right there, or behind what its decision rests on."""
    places = [place, *(m.end() for m in _COMMA.finditer(scene.page.low, place, sentence.end))] if based else [place]
    for start in places:
        issuer = issuer_at(scene.page, scene.bodies, start)
        if issuer and DECIDES.match(scene.page.low, past_holder(scene, issuer.end)):
            return issuer
    return None


def _is_of(scene: Scene, document: DocumentMention, issuer: Issuer) -> bool:
    """Whether the decision may be that of who decides: by the code of its number, or as those whom news tell of."""
    if document.issuer or document.issuer_told:
        return issuer.name in (document.issuer, document.issuer_told)
    return may_issue(scene, document, issuer) if document.number else issuer.name.startswith(_LEADERS)
