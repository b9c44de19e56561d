"""What a text says between things: who issued, signed, advised on, founded, agreed to or chaired what."""

import re
from collections.abc import Callable, Iterable, Sequence
from operator import attrgetter

from ingest.facts import Evidence, RelationFact, with_all_evidence
from ingest.rules.mentions.document_mentions import DocumentMention
from ingest.rules.mentions.event_mentions import EventMention
from ingest.rules.relations.chairs import chairs
from ingest.rules.relations.document_relations import changes, implements
from ingest.rules.relations.drawn_up import aimed_at, drawn_up
from ingest.rules.relations.founding import belongs, founds
from ingest.rules.relations.founding_lists import founds_listed
from ingest.rules.relations.issuing import issued_by, items_behind
from ingest.rules.relations.issuing import joined as joined_with
from ingest.rules.relations.issuing_titles import of_list
from ingest.rules.relations.scene import Scene, first_after, last_before, last_covering
from ingest.rules.relations.signing import signs
from ingest.rules.relations.thereby import states_bases, told_thereby
from ingest.rules.text.page import Span
from ontology.text import canonical

_LIST = 160  # characters of a list of what is regulated
_ADVICE = 300  # characters between the words for advising and for issuing
_WORD = 24  # characters before the word for advising
_OF = 5  # characters between it and who advised: "tham mưu của Ban …"
_ON_ADVICE = re.compile(r"(?:trên cơ sở|theo)(?: sự)? tham mưu$")
_BY = 8  # characters between the word and the document that founds: "theo", "tại"
_AND = 6  # characters between two issuers
_ISSUED_WITH = re.compile(r", | và |, và ")
_ISSUED_ENDS = re.compile(
    r"(?: khóa [ivx]{1,6})?(?: về(?! việc giao)| ngày \d| hướng dẫn| quy định| sửa đổi| ban hành|[,.;)]|\s*$)"
)
_LEADERS = frozenset(("Ban Chấp hành Trung ương Đảng", "Bộ Chính trị", "Ban Bí thư"))
_TASKS = re.compile("chức năng")  # in the name of a document: "Quy định chức năng, nhiệm vụ … của Ban …"
_SHORTEST = 12  # characters in which two things and a word between them can be named
_ADOPTED_REACH = 200  # characters between a document and the event at which it was adopted
_THIS = re.compile(r"(?<!\w)nghị quyết này (?:đã )?được [^.;\n]{4,100}$")
_PASSED = " thông qua"
_PASSED_ON = re.compile(rf"{_PASSED} (?:vào )?(?:ngày )?")
_TOLD = 900  # characters between "this" paper and its name
_ADOPTED_AT = re.compile(
    r"[^.;:\n]{0,140}?(?:đã |vừa )?được (?:[^.;:,\n]{2,40} )?(?:biểu quyết |thống nhất )?"
    r"(?:thông qua|ban hành) (?:tại|trong) "
)
_BY_SESSION = re.compile(r"[^.;:\n]{0,140}?(?:đã |vừa )?được ")
# Hội nghị lần thứ 11 … đã thảo luận, thông qua Nghị quyết số 60-NQ/TW
_PASSES = re.compile(
    r"(?: \((?:mở rộng|bất thường)\))?(?: (?:diễn ra|họp) [^.;,\n]{3,40}?)? (?:đã |vừa )?"
    r"(?:(?:thảo luận|xem xét|thống nhất|nhất trí|biểu quyết)(?:,| và|, và)? ){0,3}"
    r"(?:thông qua|ban hành|ra) (?:toàn văn |các )?"
)
_DELIBERATE = ("plenum", "conference", "congress")  # a session of a council is that of who adopts


_Read = Callable[[Scene, Span], Iterable[RelationFact]]
_Things = Callable[[Scene], Sequence[object]]


def find_relations(scene: Scene) -> list[RelationFact]:
    """Every relation, one a pair of things and predicate, with all its evidence."""
    found: list[RelationFact] = [r for d in scene.documents for r in _issued_by_name(scene, d)]
    found += of_list(scene)
    found += founds_listed(scene)
    found += told_thereby(scene)
    readers = [(read, needs, _sentences_with(scene, cues)) for read, needs, cues in _READERS]
    for sentence, local in scene.of_sentences(_SHORTEST):
        for read, needs, sentences in readers:
            if (sentences is None or sentence.start in sentences) and needs(local):
                found += read(local, sentence)
    return merged(found)


def _sentences_with(scene: Scene, cues: Iterable[str] | None) -> set[int] | None:
    """Where the sentences begin that have a word of the cue lists; None, if every sentence is meant."""
    if cues is None:
        return None
    return {scene.page.sentence_at(m.start()).start for name in cues for m in scene.page.everywhere(name)}


def _evidence(scene: Scene, start: int, end: int, rule: str) -> Evidence:
    return scene.page.evidence(start, end, rule)


def _issued_by_name(scene: Scene, document: DocumentMention) -> list[RelationFact]:
    """ "Quy định số 67-QĐ/TW … của Ban Bí thư"; "Kết luận số 127-KL/TW của Bộ Chính trị, Ban Bí thư về …": both."""
    if not document.issuer:
        return []
    told = [name for name in (document.issuer, document.second_issuer) if name]
    found = [RelationFact(document.label, "issuedBy", name, tuple(document.evidence[:1])) for name in told]
    last = next((d for d in reversed(joined_with(scene, document)) if d.issuer == document.issuer), document)
    second = first_after(scene.bodies, last.end, _AND)
    joined = second and _ISSUED_WITH.fullmatch(scene.page.low, last.end, second.start)
    peers = second and (
        {second.name, document.issuer} <= _LEADERS
        or (joined and "và" in joined.group() and second.name.split()[0] == document.issuer.split()[0])
    )
    if second and joined and peers and not second.is_kind and _ISSUED_ENDS.match(scene.page.low, second.end):
        evidence = _evidence(scene, document.start, second.end, "second-issuer")
        found.append(RelationFact(document.label, "issuedBy", second.name, (evidence,)))
    return found


def _advises(scene: Scene, sentence: Span) -> list[RelationFact]:
    """ "Ban Nội chính Trung ương đã tham mưu … ban hành Quy định số 67-QĐ/TW"."""
    found = []
    for cue in scene.said("advises", sentence):
        of = _ON_ADVICE.search(scene.page.low, max(sentence.start, cue.start() - _WORD), cue.end())
        adviser = first_after(scene.bodies, cue.end(), _OF) if of else last_before(scene.bodies, cue.start(), 40)
        issued = scene.next_cue("issues", cue.end(), min(sentence.end, cue.end() + _ADVICE))
        document = issued and first_after(scene.documents, issued.end(), 12)
        if adviser and not adviser.is_kind and issued and document and ";" not in _between(scene, cue, issued):
            evidence = _evidence(scene, adviser.start, document.end, "body-advises-on-document")
            found.append(RelationFact(document.label, "advisedBy", adviser.name, (evidence,)))
    return found


def _between(scene: Scene, first: re.Match[str], second: re.Match[str]) -> str:
    return scene.page.low[first.end() : second.start()]


def _regulates(scene: Scene, sentence: Span) -> list[RelationFact]:
    """ "Quy định … về chức năng, nhiệm vụ, … của Ban Chỉ đạo cấp tỉnh"."""
    found = []
    for cue in scene.said("about", sentence):
        told = last_covering(scene.documents, cue.start())
        document = last_before(scene.documents, cue.start(), 30) or (told if _TASKS.search(cue.group()) else None)
        body = first_after(scene.bodies, cue.end(), _LIST)
        if document and body and _of(scene, cue.end(), body.start):
            evidence = _evidence(scene, cue.start(), body.end, "document-regulates-body")
            found.append(RelationFact(document.label, "regulates", body.name, (evidence,)))
    return found


def _of(scene: Scene, start: int, end: int) -> bool:
    """Whether the words between are a list of what is regulated that ends in "of"."""
    words = scene.page.low[start:end]
    return words.rstrip().endswith("của") and ";" not in words and "." not in words


def _agrees(scene: Scene, sentence: Span) -> list[RelationFact]:
    """ "Hội nghị Trung ương 5 (khóa XIII) đã thống nhất chủ trương thành lập Ban Chỉ đạo cấp tỉnh"; "Nghị quyết …
    được thông qua tại Kỳ họp …"."""
    found = []
    for session in scene.events if scene.documents else ():
        document = last_before(scene.documents, session.start, _ADOPTED_REACH)
        if document and (
            _ADOPTED_AT.fullmatch(scene.page.low, document.end, session.start)
            or _is_passed_by(scene, document.end, session)
        ):
            evidence = _evidence(scene, document.start, session.end, "document-adopted-at-event")
            found.append(RelationFact(document.label, "agreedBy", session.name, (evidence,)))
        passed = _PASSES.match(scene.page.low, session.end) if session.form in _DELIBERATE else None
        document = first_after(scene.documents, passed.end(), 0) if passed else None
        if passed and document and not scene.page.is_planned(passed.start()):
            for each in (document, *items_behind(scene, document)):
                evidence = _evidence(scene, session.start, each.end, "event-passes-document")
                found.append(RelationFact(each.label, "agreedBy", session.name, (evidence,)))
    found += [r for session in scene.events for r in _this_adopted(scene, session)]
    for cue in scene.said("agrees", sentence):
        event = last_before(scene.events, cue.start(), 30)
        founding = scene.next_cue("founding", cue.end(), min(sentence.end, cue.end() + 50))
        body = founding and first_after(scene.bodies, founding.end(), 12)
        if event and body and founding and not scene.is_denied(founding):
            evidence = _evidence(scene, event.start, body.end, "event-agrees-to-body")
            found.append(RelationFact(body.name, "agreedBy", event.name, (evidence,)))
    return found


def _is_passed_by(scene: Scene, end: int, session: EventMention) -> bool:
    """Quy định số … được Hội nghị Trung ương 5 khóa XIII thông qua, of the document that ends there."""
    low = scene.page.low
    return _BY_SESSION.fullmatch(low, end, session.start) is not None and low.startswith(_PASSED, session.end)


def _this_adopted(scene: Scene, session: EventMention) -> list[RelationFact]:
    """ "Nghị quyết này được Quốc hội khóa XV, Kỳ họp thứ 7 thông qua ngày …", of the resolution told before; with the
    day, if it has none."""
    this = _THIS.search(scene.page.low, max(0, session.start - _ADOPTED_REACH), session.start)
    if not this or not scene.page.low.startswith(_PASSED, session.end):
        return []
    document = last_before(scene.every_document, this.start(), _TOLD)
    if not document or document.kind != "Nghị quyết" or any(d.is_self for d in scene.every_document):
        return []
    day = first_after(scene.dates, session.end + len(_PASSED), _BY)
    if day and not document.issued and _PASSED_ON.fullmatch(scene.page.low, session.end, day.start):
        document.issued = day.iso(scene.year)
    evidence = _evidence(scene, this.start(), session.end, "document-adopted-at-event")
    return [RelationFact(document.label, "agreedBy", session.name, (evidence,))]


_DOCUMENTS, _BODIES, _EVENTS = attrgetter("documents"), attrgetter("bodies"), attrgetter("events")
_EVENTS_OF_PAGE, _DOCUMENTS_OF_PAGE = attrgetter("every_event"), attrgetter("every_document")
# What reads one sentence, what it must have, and the cue lists of which it must have a word, if there are any.
_READERS: tuple[tuple[_Read, _Things, tuple[str, ...] | None], ...] = (
    (issued_by, _DOCUMENTS, None),
    (_advises, _DOCUMENTS, ("advises",)),
    (_regulates, _DOCUMENTS, ("about",)),
    (_agrees, _EVENTS, None),
    (chairs, _EVENTS_OF_PAGE, ("chairs",)),
    (signs, _DOCUMENTS_OF_PAGE, ("signs",)),
    (changes, _DOCUMENTS, ("replaces", "repeals", "amends")),
    (implements, _DOCUMENTS, None),
    (states_bases, _DOCUMENTS, ("based",)),
    (drawn_up, _DOCUMENTS, ("drawn_up",)),
    (aimed_at, _DOCUMENTS, ("aims",)),
    (founds, _BODIES, ("founding", "merging")),
    (belongs, _BODIES, None),
)


def merged(relations: list[RelationFact]) -> list[RelationFact]:
    """One fact a pair of things and predicate, with all its evidence."""
    same: dict[tuple[str | None, ...], list[RelationFact]] = {}
    for r in relations:
        ends = canonical(r.subject), canonical(r.object), r.subject_twin, r.object_twin
        same.setdefault((r.predicate, *ends), []).append(r)
    return [with_all_evidence(alike) for alike in same.values()]
