"""The facts of a text as JSON, one object a text: what `mandate extract` prints."""

from typing import Any

from ingest.facts import BodyFact, CoverageFact, DocumentFact, Evidence, Extraction, HoldingFact, RelationFact

_MORE = ("promulgates", "onBehalfOf")  # of official documents alone; kept apart from what every text may state


def facts_as_json(facts: Extraction, text_id: str, url: str | None = None) -> dict[str, Any]:
    """documents, events, bodies, people, holdings, relations and coverage by canonical names, each with its words.

    `offices` are those that issue in their own name, apart from bodies.
    """
    return {
        "id": text_id,
        "url": url,
        "title": facts.title,
        "published": facts.published,
        "documents": [_document(d) for d in facts.documents],
        "events": [{"name": e.name, "date": e.date, **_words(e.evidence)} for e in facts.events],
        "bodies": [_body(b) for b in facts.bodies],
        "offices": [_body(b) for b in facts.offices],
        "people": [p.name for p in facts.people],
        "holdings": [_holding(h) for h in facts.holdings],
        "relations": [_relation(r) for r in facts.relations if r.predicate not in _MORE],
        "more_relations": [_relation(r) for r in facts.relations if r.predicate in _MORE],
        "coverage": [_coverage(c) for c in facts.coverage],
    }


def _relation(fact: RelationFact) -> dict[str, Any]:
    return {"subject": fact.subject, "predicate": fact.predicate, "object": fact.object, **_words(fact.evidence)}


def _document(fact: DocumentFact) -> dict[str, Any]:
    return {
        "number": fact.number,
        "type": fact.type,
        "issued": fact.issued,
        "issuer": fact.issuer,
        "self": fact.self,
        **({"name": fact.name} if fact.name else {}),
        **({"aliases": list(fact.aliases)} if fact.aliases else {}),
        **_words(fact.evidence),
    }


def _body(fact: BodyFact) -> dict[str, Any]:
    return {
        "name": fact.name,
        "kind": fact.form,
        "level": fact.level,
        "place": fact.place,
        "is_kind": fact.is_kind,
        **_words(fact.evidence),
    }


def _holding(fact: HoldingFact) -> dict[str, Any]:
    return {
        "person": fact.person,
        "role": fact.role,
        "body": fact.body,
        "status": fact.status,
        "date": fact.date,
        **({"document": fact.decided_by.document} if fact.decided_by else {}),
        **({"until": fact.until} if fact.until else {}),
        **({"date_evidence": fact.date_evidence[0].quote} if fact.date_evidence else {}),
        **_words(fact.evidence),
    }


def _coverage(fact: CoverageFact) -> dict[str, Any]:
    return {
        "kind": fact.kind,
        "counted": fact.counted,
        "out_of": fact.out_of,
        "as_of": fact.as_of,
        "first": list(fact.first),
        **_words(fact.evidence),
    }


def _words(evidence: tuple[Evidence, ...]) -> dict[str, Any]:
    """The first evidence in full: words, place, rule, and what was read as something else."""
    if not evidence:
        return {}
    first = evidence[0]
    note = {"note": first.note} if first.note else {}
    return {"evidence": first.quote, "start": first.start, "end": first.end, "rule": first.rule, **note}
