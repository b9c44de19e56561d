"""Look-ups in the code lists of codes.ttl: a printed word to its concept. Words are compared in canonical form."""

from dataclasses import dataclass
from functools import cache

from rdflib import SKOS, URIRef

from ontology.terms import CODE_BASE, MG, labels, local_name, vocabulary
from ontology.text import canonical


@dataclass(frozen=True, slots=True)
class Concept:
    """`path` is the IRI after the base of all codes: "role/truong-ban"."""

    path: str
    label: str  # Vietnamese
    english: str
    rank: int | None
    class_name: str  # of a document kind: the class its documents belong to


@cache
def concepts(scheme: str) -> dict[str, Concept]:
    """Every concept of a code list (e.g. "role") by each of its Vietnamese names in canonical form."""
    found: dict[str, Concept] = {}
    graph = vocabulary()
    for iri in sorted(str(s) for s in graph.subjects(SKOS.inScheme, URIRef(CODE_BASE + scheme))):
        concept = _concept(iri)
        for predicate in (SKOS.prefLabel, SKOS.altLabel, SKOS.hiddenLabel):
            for label in graph.objects(URIRef(iri), predicate):
                if getattr(label, "language", None) == "vi":
                    found.setdefault(canonical(str(label)), concept)
    return found


def concept_of(scheme: str, label: str) -> Concept | None:
    """The concept that bears the label, or None."""
    return concepts(scheme).get(canonical(label))


@cache
def codes_of(scheme: str) -> tuple[str, ...]:
    """The codes of a list, sorted: quyet-dinh, quy-dinh … of "document-kind"."""
    listed = vocabulary().subjects(SKOS.inScheme, URIRef(CODE_BASE + scheme))
    return tuple(sorted(local_name(str(concept)) for concept in listed))


def _concept(iri: str) -> Concept:
    graph, subject = vocabulary(), URIRef(iri)
    named = labels(iri)
    rank = graph.value(subject, MG.rank)
    forms = graph.value(subject, MG.formsClass)
    return Concept(
        iri.removeprefix(CODE_BASE),
        named.vi,
        named.en,
        int(str(rank)) if rank is not None else None,
        local_name(str(forms or "")),
    )
