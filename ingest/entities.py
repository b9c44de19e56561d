"""Bodies and positions, which tables and texts make in one way."""

from ingest.facts import BodyFact
from ingest.forms import BODY_CLASSES
from ingest.known import Known
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


def declare_body(graph: SourceGraph, known: Known, iri: str, fact: BodyFact) -> None:
    """Declares a body, or a kind of body, in the graph: as it is known, else as the fact has it."""
    class_name = "BodyKind" if fact.is_kind else BODY_CLASSES[fact.form]
    graph.entity(iri, known.class_name(iri) or class_name, known.label(iri) or fact.name)
    graph.code(iri, "level", f"level/{fact.level}")
