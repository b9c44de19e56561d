"""Who signed a document: "ông X ký Quyết định số 12 và Quyết định số 13", "Quyết định số 14 … do ông X ký"."""

import re
from collections.abc import Iterator

from ingest.facts import RelationFact
from ingest.rules.bodies.issuing_offices import office_before
from ingest.rules.mentions.document_mentions import DocumentMention
from ingest.rules.people.people import PersonMention
from ingest.rules.relations.document_relations import THIS_REACH, last_of_kind
from ingest.rules.relations.issuing import FOR_ANOTHER, joined, signed_in_passive
from ingest.rules.relations.scene import Scene, first_after, last_before
from ingest.rules.text.page import Span

_SENTENCE = 1500  # characters within one sentence
_TITLES = 120  # characters of the titles before the name of who signs
_TITLE = 240  # characters of the title of a document and of those titles
_BY_SIGNER = re.compile(r"[\s,()]*(?:(?:về|phê chuẩn|quy định)\s[^.;:\n]{3,160}?[\s,])?(?:được\s)?do\s[^.;:\n]*$")
_BARE_BY = re.compile(
    r"(?<!\w)(quyết định(?= \w+ \w+ (?:đồng chí|ông|bà) )|[a-zà-ỹ]+(?: [a-zà-ỹ]+){0,2}?) (?:này )?"
    r"(?:(?:khai trừ|kỷ luật|bổ nhiệm|điều động|phân công|chuẩn y|chỉ định|miễn nhiệm) (?:đồng chí|ông|bà) "
    r"[^.;:\n]{2,80}? )?"
    r"(?:được )?do\s[^.;:\n]*$"
)
_ON = re.compile(r"[\s,(]*(?:ban hành )?(?:vào )?(?:ngày )?")
_DAY = 8  # characters between the word for signing and the day
_SIGNED_FOR = 44  # characters between the word for signing and the document
_SIGNED = re.compile(rf"[\s,]+{FOR_ANOTHER}(?:(?:và )?ban hành\s+)?(?:các\s+|bản\s+)?")
_AGENT = 12  # characters between a body and the word for signing
_PASSIVE = (" được ", " đã được ", " vừa được ")


def signs(scene: Scene, sentence: Span) -> Iterator[RelationFact]:
    """ "Ông X, Chủ tịch UBND tỉnh, ký ban hành Quyết định số 53/QĐ-UBND": the last person named before the word."""
    for cue in scene.said("signs", sentence):
        document = first_after(scene.documents, cue.end(), _SIGNED_FOR)
        person = last_before(scene.people, cue.start(), _SENTENCE)
        if person and _is_by_another(scene, person, cue):
            continue
        listed: list[DocumentMention] = []
        if person and not (document and _SIGNED.fullmatch(scene.page.low, cue.end(), document.start)):
            document = _signed_by(scene, cue, person)
        elif document:
            listed = joined(scene, document)
        if document and person:
            for each in (document, *listed):
                start, end = min(each.start, person.start), max(each.end, cue.end())
                yield _signed(scene, each, person, start, end, "person-signs-document")


def _signed(
    scene: Scene, document: DocumentMention, person: PersonMention, start: int, end: int, rule: str
) -> RelationFact:
    return RelationFact(document.label, "signedBy", person.name, (scene.page.evidence(start, end, rule),))


def _is_by_another(scene: Scene, person: PersonMention, cue: re.Match[str]) -> bool:
    """ "Ông X được Thủ tướng ký quyết định bổ nhiệm …": the office signs, not X."""
    office = office_before(scene.page, cue.start())
    agent = office or last_before(scene.bodies, cue.start(), _AGENT)
    return bool(agent and agent.start > person.end and scene.page.low.endswith(_PASSIVE, person.end, agent.start))


def _signed_by(scene: Scene, cue: re.Match[str], person: PersonMention) -> DocumentMention | None:
    """The document of "Thông báo số 37-TB/TW do ông X ký ngày 30/7/2017", with that day if it has none; or, where the
    bare word for its kind stands there, "Kế hoạch do ông X ký ban hành", the last of the kind named before."""
    low, document = scene.page.low, last_before(scene.documents, person.start, _TITLE)
    if not _BY_SIGNER.search(low, max(0, person.start - _TITLES), person.start):
        return signed_in_passive(scene, person.start, scene.page.sentence_at(person.start))
    if document is None or not _BY_SIGNER.fullmatch(low, document.end, person.start):
        bare = _BARE_BY.search(low, max(0, person.start - THIS_REACH), person.start)
        return last_of_kind(scene, bare)
    day = first_after(scene.dates, cue.end(), _DAY)
    if day and not document.issued and _ON.fullmatch(low, cue.end(), day.start):
        document.issued = day.iso(scene.year)
    return document
