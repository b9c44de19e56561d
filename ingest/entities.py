"""Positions, which tables and texts make in one way."""

from ingest.source_graph import SourceGraph, integer_literal
from ontology.codes import concept_of
from ontology.identifiers import position_iri
from ontology.terms import MG


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
