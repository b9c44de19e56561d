"""What a text says between things: who issued, advised, regulates, agreed to or chaired what; and how many there are."""

import re
from dataclasses import dataclass

from ingest.facts import CoverageFact, Evidence, RelationFact
from ingest.lexicon import one_of
from ingest.rules.bodies import BodyMention
from ingest.rules.dates import DateMention
from ingest.rules.documents import DocumentMention
from ingest.rules.events import EventMention
from ingest.rules.page import Page, Span
from ingest.rules.people import PersonMention
from ontology.text import canonical

_COVERED = re.compile(r"(?<![\d/])(\d{1,3})\s?/\s?(\d{1,3})(?![\d/])\s+")


@dataclass(frozen=True, slots=True)
class Scene:
    """All mentions of a page, by which relations are read sentence by sentence."""

    page: Page
    documents: list[DocumentMention]
    bodies: list[BodyMention]
    events: list[EventMention]
    people: list[PersonMention]
    dates: list[DateMention]
    year: int | None

    every_event: list[EventMention]  # of the whole page, in order

    def named_before(self, place: int) -> EventMention | None:
        """The last conference or congress that the page named in full before the place."""
        return next((e for e in reversed(self.every_event) if e.end <= place), None)

    def cue(self, name: str, span: Span) -> list[re.Match[str]]:
        return list(one_of(self.page.lexicon.cues[name]).finditer(self.page.low, span.start, span.end))


def find_relations(scene: Scene) -> list[RelationFact]:
    """Every relation, one a pair of things and predicate, with all its evidence."""
    found: list[RelationFact] = [r for d in scene.documents if (r := _issued_by_name(scene, d))]
    for sentence in scene.page.sentences:
        local = _within(scene, sentence)
        for read in (_issues, _advises, _regulates, _agrees, _chairs, _replaces, _implements, _founds):
            found += read(local, sentence)
    return _merged(found)


def find_coverage(scene: Scene) -> list[CoverageFact]:
    """Counts of the bodies of a kind: "63/63 Ban Chỉ đạo cấp tỉnh đã được thành lập", with those named as the first."""
    found = []
    kinds = {m.name for m in scene.bodies if m.is_kind}
    for match in _COVERED.finditer(scene.page.low):
        sentence = scene.page.sentence_at(match.start())
        counted, out_of = int(match[1]), int(match[2])
        if counted > out_of or not scene.cue("founding", sentence):
            continue
        kind = _kind_counted(scene, match.end(), kinds)
        if kind:
            as_of = next((d.iso(scene.year) for d in scene.dates if sentence.start <= d.start < match.start()), None)
            evidence = _evidence(scene, match.start(), sentence.end, "coverage")
            found.append(CoverageFact(kind, counted, out_of, (evidence,), as_of, _first_places(scene, sentence)))
    return found


def _within(scene: Scene, span: Span) -> Scene:
    """The scene of one sentence."""
    return Scene(
        scene.page,
        [m for m in scene.documents if span.start <= m.start < span.end],
        [m for m in scene.bodies if span.start <= m.start < span.end],
        [m for m in scene.events if span.start <= m.start < span.end],
        [m for m in scene.people if span.start <= m.start < span.end],
        scene.dates,
        scene.year,
        scene.every_event,
    )


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
        body = next((b for b in reversed(scene.bodies) if b.end <= cue.start() <= b.end + 12), None)
        document = next((d for d in scene.documents if cue.end() <= d.start <= cue.end() + 12), None)
        if body and document and not body.is_kind:
            evidence = _evidence(scene, body.start, document.end, "body-issues-document")
            found.append(RelationFact(_label(document), "issuedBy", body.name, (evidence,)))
    return found


def _advises(scene: Scene, sentence: Span) -> list[RelationFact]:
    """ "Ban Nội chính Trung ương đã tham mưu … ban hành Quy định số 67-QĐ/TW"."""
    found = []
    for cue in scene.cue("advises", sentence):
        adviser = next((b for b in reversed(scene.bodies) if b.end <= cue.start() <= b.end + 40), None)
        issued = next((c for c in scene.cue("issues", sentence) if c.start() > cue.end()), None)
        document = issued and next((d for d in scene.documents if issued.end() <= d.start <= issued.end() + 12), None)
        if adviser and document:
            evidence = _evidence(scene, adviser.start, document.end, "body-advises-on-document")
            found.append(RelationFact(_label(document), "advisedBy", adviser.name, (evidence,)))
    return found


def _regulates(scene: Scene, sentence: Span) -> list[RelationFact]:
    """ "Quy định … về chức năng, nhiệm vụ, … của Ban Chỉ đạo cấp tỉnh"."""
    found = []
    for cue in scene.cue("about", sentence):
        document = next((d for d in reversed(scene.documents) if d.end <= cue.start() <= d.end + 30), None)
        body = next((b for b in scene.bodies if b.start > cue.end() and _of(scene, cue.end(), b.start)), None)
        if document and body:
            evidence = _evidence(scene, cue.start(), body.end, "document-regulates-body")
            found.append(RelationFact(_label(document), "regulates", body.name, (evidence,)))
    return found


def _of(scene: Scene, start: int, end: int) -> bool:
    """Whether the words between are a list of what is regulated that ends in "of"."""
    words = scene.page.low[start:end]
    return len(words) < 160 and words.rstrip().endswith("của") and ";" not in words and "." not in words


def _agrees(scene: Scene, sentence: Span) -> list[RelationFact]:
    """ "Hội nghị Trung ương 5 (khóa XIII) đã thống nhất chủ trương thành lập Ban Chỉ đạo cấp tỉnh"."""
    found = []
    for cue in scene.cue("agrees", sentence):
        event = next((e for e in reversed(scene.events) if e.end <= cue.start() <= e.end + 30), None)
        founding = next((c for c in scene.cue("founding", sentence) if 0 <= c.start() - cue.end() <= 40), None)
        body = founding and next((b for b in scene.bodies if 0 <= b.start - founding.end() <= 12), None)
        if event and body:
            evidence = _evidence(scene, event.start, body.end, "event-agrees-to-body")
            found.append(RelationFact(body.name, "agreedBy", event.name, (evidence,)))
    return found


def _founds(scene: Scene, sentence: Span) -> list[RelationFact]:
    """ "Quyết định số 12-QĐ/TU … thành lập Ban …"; "… về việc thành lập …"."""
    found = []
    for cue in scene.cue("founding", sentence):
        document = next((d for d in reversed(scene.documents) if d.end <= cue.start() <= d.end + 20), None)
        body = next((b for b in scene.bodies if 0 <= b.start - cue.end() <= 4), None)
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


def _chair(scene: Scene, cue: re.Match[str]) -> PersonMention | None:
    """The last person before the word who opens a list of titles, else the first one after "chủ trì … là"."""
    before = [p for p in scene.people if p.end <= cue.start()]
    after = [p for p in scene.people if p.start >= cue.end() and " là " in scene.page.low[cue.end() : p.start]]
    return before[-1] if before else (after[0] if after else None)


def _event_meant(scene: Scene, place: int, sentence: Span) -> EventMention | None:
    """The event named right there, else, after the bare word for it, the last one that was named before."""
    named = next((e for e in scene.events if place <= e.start <= place + 3), None)
    if named:
        return named
    bare = re.match(
        r"\s+(?:và\s+\S+\s+\S+\s+)?(?:hội nghị|đại hội|kỳ họp|phiên họp|buổi lễ)", scene.page.low[place : sentence.end]
    )
    return scene.named_before(place) if bare else None


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
        first = next((d for d in reversed(scene.documents) if d.end <= cue.start() <= d.end + reach), None)
        second = next((d for d in scene.documents if 0 <= d.start - cue.end() <= 25), None)
        if first and second and first.key != second.key:
            evidence = _evidence(scene, first.start, second.end, f"document-{predicate}-document")
            found.append(RelationFact(_label(first), predicate, _label(second), (evidence,)))
    return found


def _kind_counted(scene: Scene, place: int, kinds: set[str]) -> str | None:
    """The kind counted: named right there, or the only one of the text that begins with the same words."""
    direct = next((b for b in scene.bodies if b.is_kind and place <= b.start <= place + 3), None)
    if direct:
        return direct.name
    head = scene.page.lexicon.any_of("heads").match(scene.page.low, place)
    alike = [k for k in kinds if head and canonical(k).startswith(head.group())]
    return alike[0] if len(alike) == 1 else None


def _first_places(scene: Scene, sentence: Span) -> tuple[str, ...]:
    cue = next(iter(scene.cue("first_of_all", sentence)), None)
    if not cue:
        return ()
    lexicon = scene.page.lexicon
    named = lexicon.any_of("provinces").finditer(scene.page.low, cue.end(), sentence.end)
    return tuple(dict.fromkeys(lexicon.provinces[m.group()] for m in named))


def _merged(relations: list[RelationFact]) -> list[RelationFact]:
    merged: dict[tuple[str, str, str], RelationFact] = {}
    for r in relations:
        key = (canonical(r.subject), r.predicate, canonical(r.object))
        evidence = merged[key].evidence + r.evidence if key in merged else r.evidence
        merged[key] = RelationFact(r.subject, r.predicate, r.object, tuple(dict.fromkeys(evidence)))
    return list(merged.values())
