"""What a text says between things: who issued, signed, advised on, regulates, agreed to or chaired what."""

import re
from dataclasses import replace

from ingest.facts import Evidence, RelationFact
from ingest.rules.document_mentions import DocumentMention
from ingest.rules.events import EventMention
from ingest.rules.page import Span
from ingest.rules.people import PersonMention
from ingest.rules.scene import Scene, first_after, last_before
from ontology.text import canonical

_SENTENCE = 1500  # characters within one sentence
_LIST = 160  # characters of a list of what is regulated
_BARE_GAP = re.compile(r"\s+(?:và\s+\S+\s+\S+\s+)?")  # chủ trì và phát biểu khai mạc Hội nghị


def find_relations(scene: Scene) -> list[RelationFact]:
    """Every relation, one a pair of things and predicate, with all its evidence."""
    found: list[RelationFact] = [r for d in scene.documents if (r := _issued_by_name(scene, d))]
    for sentence in scene.page.sentences:
        local = scene.within(sentence)
        for read in (_issues, _advises, _regulates, _agrees, _chairs, _signs, _replaces, _implements, _founds):
            found += read(local, sentence)
    return _merged(found)


def _evidence(scene: Scene, start: int, end: int, rule: str) -> Evidence:
    return scene.page.evidence(start, end, rule)


def _label(document: DocumentMention) -> str:
    return document.number or document.name or ""


def _issued_by_name(scene: Scene, document: DocumentMention) -> RelationFact | None:
    """ "Quy định số 67-QĐ/TW … của Ban Bí thư"."""
    if not document.issuer:
        return None
    return RelationFact(_label(document), "issuedBy", document.issuer, tuple(document.evidence[:1]))


def _issues(scene: Scene, sentence: Span) -> list[RelationFact]:
    """ "Ban Bí thư ban hành Quy định số 67-QĐ/TW": the body next before the word, the document next after it."""
    found = []
    for cue in scene.cue("issues", sentence):
        if scene.cue("signs", Span(max(sentence.start, cue.start() - 3), cue.end())):
            continue  # "ký ban hành" is what a person does
        body = last_before(scene.bodies, cue.start(), 12)
        document = first_after(scene.documents, cue.end(), 12)
        if body and document and not body.is_kind and not scene.next_cue("planned", body.end, cue.start()):
            evidence = _evidence(scene, body.start, document.end, "body-issues-document")
            found.append(RelationFact(_label(document), "issuedBy", body.name, (evidence,)))
    return found


def _advises(scene: Scene, sentence: Span) -> list[RelationFact]:
    """ "Ban Nội chính Trung ương đã tham mưu … ban hành Quy định số 67-QĐ/TW"."""
    found = []
    for cue in scene.cue("advises", sentence):
        adviser = last_before(scene.bodies, cue.start(), 40)
        issued = scene.next_cue("issues", cue.end(), sentence.end)
        document = issued and first_after(scene.documents, issued.end(), 12)
        if adviser and document:
            evidence = _evidence(scene, adviser.start, document.end, "body-advises-on-document")
            found.append(RelationFact(_label(document), "advisedBy", adviser.name, (evidence,)))
    return found


def _regulates(scene: Scene, sentence: Span) -> list[RelationFact]:
    """ "Quy định … về chức năng, nhiệm vụ, … của Ban Chỉ đạo cấp tỉnh"."""
    found = []
    for cue in scene.cue("about", sentence):
        document = last_before(scene.documents, cue.start(), 30)
        body = first_after(scene.bodies, cue.end(), _LIST)
        if document and body and _of(scene, cue.end(), body.start):
            evidence = _evidence(scene, cue.start(), body.end, "document-regulates-body")
            found.append(RelationFact(_label(document), "regulates", body.name, (evidence,)))
    return found


def _of(scene: Scene, start: int, end: int) -> bool:
    """Whether the words between are a list of what is regulated that ends in "of"."""
    words = scene.page.low[start:end]
    return words.rstrip().endswith("của") and ";" not in words and "." not in words


def _agrees(scene: Scene, sentence: Span) -> list[RelationFact]:
    """ "Hội nghị Trung ương 5 (khóa XIII) đã thống nhất chủ trương thành lập Ban Chỉ đạo cấp tỉnh"."""
    found = []
    for cue in scene.cue("agrees", sentence):
        event = last_before(scene.events, cue.start(), 30)
        founding = scene.next_cue("founding", cue.end(), min(sentence.end, cue.end() + 50))
        body = founding and first_after(scene.bodies, founding.end(), 12)
        if event and body:
            evidence = _evidence(scene, event.start, body.end, "event-agrees-to-body")
            found.append(RelationFact(body.name, "agreedBy", event.name, (evidence,)))
    return found


def _founds(scene: Scene, sentence: Span) -> list[RelationFact]:
    """ "Quyết định số 12-QĐ/TU … thành lập Ban …"; "… về việc thành lập …"."""
    found = []
    for cue in scene.cue("founding", sentence):
        document = last_before(scene.documents, cue.start(), 20)
        body = first_after(scene.bodies, cue.end(), 4)
        if document and body:
            evidence = _evidence(scene, document.start, body.end, "document-establishes-body")
            found.append(RelationFact(_label(document), "establishes", body.name, (evidence,)))
    return found


def _chairs(scene: Scene, sentence: Span) -> list[RelationFact]:
    """ "Đồng chí X … chủ trì Hội nghị", where "the conference" is the last one the text named in full."""
    found = []
    for cue in scene.cue("chairs", sentence):
        event = _event_meant(scene, cue.end(), sentence)
        person = _chair(scene, cue)
        if event and person:
            start = max(person.start, cue.end() - 160) if person.start < cue.start() else cue.start()
            evidence = _evidence(scene, min(start, cue.start()), max(cue.end() + 9, person.end), "person-chairs-event")
            found.append(RelationFact(person.name, "chairs", event.name, (evidence,)))
    return found


def _signs(scene: Scene, sentence: Span) -> list[RelationFact]:
    """ "Ông X, Chủ tịch UBND tỉnh, ký ban hành Quyết định số 53/QĐ-UBND": the last person named before the word."""
    found = []
    for cue in scene.cue("signs", sentence):
        document = first_after(scene.documents, cue.start(), 26)
        person = last_before(scene.people, cue.start(), _SENTENCE)
        if document and person:
            evidence = _evidence(scene, person.start, document.end, "person-signs-document")
            found.append(RelationFact(_label(document), "signedBy", person.name, (evidence,)))
    return found


def _chair(scene: Scene, cue: re.Match[str]) -> PersonMention | None:
    """The last person before the word who opens a list of titles, else the first one after "chủ trì … là"."""
    before = last_before(scene.people, cue.start(), _SENTENCE)
    after = None if before else first_after(scene.people, cue.end(), _SENTENCE)
    said = after is not None and " là " in scene.page.low[cue.end() : after.start]
    return before or (after if said else None)


def _event_meant(scene: Scene, place: int, sentence: Span) -> EventMention | None:
    """The event named right there, else, after the bare word for it, the last one that was named before."""
    named = first_after(scene.events, place, 3)
    if named:
        return named
    gap = _BARE_GAP.match(scene.page.low, place, sentence.end)
    bare = scene.page.lexicon.any_of("bare_event").match(scene.page.low, gap.end(), sentence.end) if gap else None
    return scene.named_before(place, congress=bare.group() == "đại hội") if bare else None


def _replaces(scene: Scene, sentence: Span) -> list[RelationFact]:
    """ "Quy định số 32-QĐ/TW … thay thế Quy định số 211-QĐ/TW"."""
    return [
        *_between_documents(scene, sentence, "replaces", "replaces", 60),
        *_between_documents(scene, sentence, "amends", "amends", 40),
    ]


def _implements(scene: Scene, sentence: Span) -> list[RelationFact]:
    """A named document that carries out another: "Kế hoạch số 12-KH/TU … thực hiện Nghị quyết số 18-NQ/TW"."""
    return _between_documents(scene, sentence, "implements", "implements", 30)


def _between_documents(scene: Scene, sentence: Span, cue_name: str, predicate: str, reach: int) -> list[RelationFact]:
    found = []
    for cue in scene.cue(cue_name, sentence):
        first = last_before(scene.documents, cue.start(), reach)
        second = first_after(scene.documents, cue.end(), 25)
        if first and second and first.key != second.key and not _is_a_basis(scene, first):
            evidence = _evidence(scene, first.start, second.end, f"document-{predicate}-document")
            found.append(RelationFact(_label(first), predicate, _label(second), (evidence,)))
    return found


def _is_a_basis(scene: Scene, document: DocumentMention) -> bool:
    """Whether the text's own document is said to rest on this one: "căn cứ Quy định số 67-QĐ/TW, sửa đổi …"."""
    before = scene.page.low[max(0, document.start - 12) : document.start]
    return any(m.end() == len(before.rstrip()) for m in scene.page.lexicon.any_of("based").finditer(before))


def _merged(relations: list[RelationFact]) -> list[RelationFact]:
    same: dict[tuple[str, str, str], list[RelationFact]] = {}
    for r in relations:
        same.setdefault((canonical(r.subject), r.predicate, canonical(r.object)), []).append(r)
    return [replace(alike[0], evidence=_every_evidence(alike)) for alike in same.values()]


def _every_evidence(relations: list[RelationFact]) -> tuple[Evidence, ...]:
    return tuple(dict.fromkeys(evidence for r in relations for evidence in r.evidence))
