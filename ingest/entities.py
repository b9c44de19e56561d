"""People and positions, the two entities that tables and texts resolve in one way."""

from dataclasses import dataclass

from ingest.known import Known
from ingest.source_graph import SourceGraph, integer_literal
from ontology.codes import concept_of
from ontology.identifiers import position_iri
from ontology.terms import MG


@dataclass(frozen=True, slots=True)
class PersonMatch:
    """`iri` is a known person who shares a post or body, or a new one; `namesakes` bear the name but share nothing."""

    iri: str
    namesakes: tuple[str, ...] = ()


def position_for(graph: SourceGraph, role: str, body: str) -> str | None:
    """The position of that role in the body (an IRI), declared in the graph; None if the role is in no code list."""
    concept = concept_of("role", role)
    if concept is None:
        return None
    iri = graph.entity(position_iri(concept.label, body), "Position", concept.label, concept.english)
    graph.code(iri, "role", concept.path)
    if concept.rank is not None:
        graph.add(iri, str(MG.rank), integer_literal(concept.rank))
    return iri


def person_for(known: Known, name: str, positions: set[str], bodies: set[str], minted: str) -> PersonMatch:
    """Who bears the name: whom a steward judged it to be, else a known person in one of `positions` or in one of
    `bodies`, never one of the name alone.

    `minted` is the IRI of a person who is new.
    """
    judged, namesakes = known.chosen(minted, known.named("person", name))
    if judged:
        return PersonMatch(judged)
    scored = []
    for person in namesakes:
        held = known.positions_of(person)
        shared_bodies = {body for position in held for body in known.values(position, "positionIn")} & bodies
        scored.append((len(held & positions), len(shared_bodies), person))
    best = max(scored, default=(0, 0, ""))
    if best[0] or best[1]:
        return PersonMatch(best[2])
    return PersonMatch(minted, tuple(p for p in namesakes if p != minted))
