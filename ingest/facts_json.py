"""The facts of a text as JSON, one object a text: what `mandate extract` prints."""

from typing import Any

from ingest.facts import Evidence, Extraction


def facts_as_json(facts: Extraction, text_id: str, url: str | None = None) -> dict[str, Any]:
    """documents, events, bodies, people, holdings, relations and coverage by canonical names, each with its words."""
    return {
        "id": text_id,
        "url": url,
        "title": facts.title,
        "published": facts.published,
        "documents": [
            {
                "number": d.number,
                "type": d.type,
                "issued": d.issued,
                "issuer": d.issuer,
                "self": d.self,
                **({"name": d.name} if d.name else {}),
                **({"aliases": list(d.aliases)} if d.aliases else {}),
                **_words(d.evidence),
            }
            for d in facts.documents
        ],
        "events": [{"name": e.name, "date": e.date, **_words(e.evidence)} for e in facts.events],
        "bodies": [
            {
                "name": b.name,
                "kind": b.form,
                "level": b.level,
                "place": b.place,
                "is_kind": b.is_kind,
                **_words(b.evidence),
            }
            for b in facts.bodies
        ],
        "people": [p.name for p in facts.people],
        "holdings": [
            {
                "person": h.person,
                "role": h.role,
                "body": h.body,
                "status": h.status,
                "date": h.date,
                **_words(h.evidence),
            }
            for h in facts.holdings
        ],
        "relations": [
            {"subject": r.subject, "predicate": r.predicate, "object": r.object, **_words(r.evidence)}
            for r in facts.relations
        ],
        "coverage": [
            {
                "kind": c.kind,
                "counted": c.counted,
                "out_of": c.out_of,
                "as_of": c.as_of,
                "first": list(c.first),
                **_words(c.evidence),
            }
            for c in facts.coverage
        ],
    }


def _words(evidence: tuple[Evidence, ...]) -> dict[str, Any]:
    """The first evidence in full: words, place, rule, and what was read as something else."""
    if not evidence:
        return {}
    first = evidence[0]
    note = {"note": first.note} if first.note else {}
    return {"evidence": first.quote, "start": first.start, "end": first.end, "rule": first.rule, **note}
