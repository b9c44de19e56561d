"""Every term and code of ours as a reader wants it told: label, definition, example, alignment. For pages and docs."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Literal as OneOf
from typing import cast

from pyoxigraph import RdfFormat, parse
from rdflib import OWL, RDF, RDFS, SKOS, Literal, URIRef
from rdflib.term import Node

from ontology.terms import (
    CODE_BASE,
    HERE,
    ONTOLOGY_BASE,
    PREFIXES,
    Labels,
    classes,
    datatype_properties,
    labels,
    local_name,
    object_properties,
    vocabulary,
)

TermKind = OneOf["class", "object property", "datatype property", "annotation property"]
_INVERSE_LABEL = URIRef(ONTOLOGY_BASE + "inverseLabel")
_TOLD = {RDF.type, SKOS.inScheme, SKOS.prefLabel, SKOS.altLabel, SKOS.hiddenLabel, SKOS.notation, SKOS.definition}
_TOLD |= {SKOS.example, RDFS.label, RDFS.isDefinedBy}


@dataclass(frozen=True, slots=True)
class Term:
    """A class or property of ours. All IRIs are in full and sorted."""

    iri: str
    kind: TermKind
    label: Labels
    inverse_label: Labels | None  # how a relation is read from its object: "được hướng dẫn bởi", "guided by"
    definition: Labels
    examples: tuple[str, ...]
    supers: tuple[str, ...]  # direct super-classes or super-properties that are ours
    aligned: tuple[str, ...]  # and those of published vocabularies
    see_also: tuple[str, ...]
    deprecated: bool

    @property
    def name(self) -> str:
        return local_name(self.iri)


@dataclass(frozen=True, slots=True)
class Code:
    """A concept of a code list. `facts` are (property, value), what else is said of it; values are IRIs or text."""

    iri: str
    label: Labels
    other_labels: tuple[str, ...]
    misspellings: tuple[str, ...]
    notations: tuple[str, ...]
    definition: Labels
    examples: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]

    @property
    def name(self) -> str:
        return local_name(self.iri)


@dataclass(frozen=True, slots=True)
class CodeList:
    iri: str
    label: Labels
    definition: Labels
    codes: tuple[Code, ...]  # by rank where they have one, then by name

    @property
    def name(self) -> str:
        return local_name(self.iri)


@dataclass(frozen=True, slots=True)
class Individual:
    """A thing that the ontology itself declares to be of one of our classes."""

    iri: str
    class_iri: str
    facts: tuple[tuple[str, str], ...]


@cache
def term(iri: str) -> Term:
    """The class or property of that IRI, which must be declared."""
    graph, subject = vocabulary(), URIRef(iri)
    above = sorted(str(o) for p in (RDFS.subClassOf, RDFS.subPropertyOf) for o in graph.objects(subject, p))
    inverse = _texts(subject, _INVERSE_LABEL)
    return Term(
        iri=iri,
        kind=_kind(iri),
        label=labels(iri),
        inverse_label=inverse if inverse.vi or inverse.en else None,
        definition=_texts(subject, SKOS.definition),
        examples=_values(subject, SKOS.example),
        supers=tuple(a for a in above if a.startswith(ONTOLOGY_BASE)),
        aligned=tuple(a for a in above if not a.startswith(ONTOLOGY_BASE)),
        see_also=_values(subject, RDFS.seeAlso),
        deprecated=(subject, OWL.deprecated, Literal(True)) in graph,
    )


@cache
def class_terms() -> tuple[Term, ...]:
    """All classes of ours, by name."""
    return _sorted(term(iri) for iri in classes())


@cache
def property_terms() -> tuple[Term, ...]:
    """All properties of ours that data may use, by name."""
    return _sorted(term(iri) for iri in object_properties() | datatype_properties() if iri.startswith(ONTOLOGY_BASE))


@cache
def annotation_terms() -> tuple[Term, ...]:
    """All properties of ours that only terms and codes bear, by name."""
    found = (str(s) for s in vocabulary().subjects(RDF.type, OWL.AnnotationProperty))
    return _sorted(term(iri) for iri in found if iri.startswith(ONTOLOGY_BASE))


@cache
def subclasses(class_iri: str) -> tuple[str, ...]:
    """The direct sub-classes, by name."""
    return tuple(t.iri for t in class_terms() if class_iri in t.supers)


@cache
def code_lists() -> tuple[CodeList, ...]:
    """All code lists, by name."""
    schemes = sorted(str(s) for s in vocabulary().subjects(RDF.type, SKOS.ConceptScheme))
    return tuple(_code_list(iri) for iri in schemes if iri.startswith(CODE_BASE))


@cache
def individuals() -> tuple[Individual, ...]:
    """What the ontology declares of our classes, code lists apart; by class and IRI."""
    found = [
        Individual(str(s), str(c), _facts(s))
        for s, c in vocabulary().subject_objects(RDF.type)
        if str(c) in classes() and isinstance(s, URIRef)
    ]
    return tuple(sorted(found, key=lambda i: (i.class_iri, i.iri)))


@cache
def prefixes() -> dict[str, str]:
    """Every prefix that a module of ontology/ declares or that exports use: {"mg": …}, by prefix."""
    found = dict(PREFIXES)
    for module in sorted(HERE.glob("*.ttl")):
        parser = parse(path=module, format=RdfFormat.TURTLE)
        for _ in parser:
            pass
        found |= parser.prefixes
    return dict(sorted(found.items()))


@cache
def prefixed(iri: str) -> str:
    """The IRI by the longest prefix that fits, mg:Document; in full between < and > if none does."""
    fitting = [(len(base), name, base) for name, base in prefixes().items() if iri.startswith(base) and iri != base]
    if not fitting:
        return f"<{iri}>"
    _, name, base = max(fitting)
    return f"{name}:{iri.removeprefix(base)}"


def _kind(iri: str) -> TermKind:
    if iri in classes():
        return "class"
    if iri in object_properties():
        return "object property"
    return "datatype property" if iri in datatype_properties() else "annotation property"


def _code_list(iri: str) -> CodeList:
    members = [str(s) for s in vocabulary().subjects(SKOS.inScheme, URIRef(iri))]
    codes = sorted((_code(member) for member in members), key=_rank)
    return CodeList(iri, labels(iri), _texts(URIRef(iri), SKOS.definition), tuple(codes))


def _code(iri: str) -> Code:
    subject = URIRef(iri)
    return Code(
        iri=iri,
        label=labels(iri),
        other_labels=_values(subject, SKOS.altLabel),
        misspellings=_values(subject, SKOS.hiddenLabel),
        notations=_values(subject, SKOS.notation),
        definition=_texts(subject, SKOS.definition),
        examples=_values(subject, SKOS.example),
        facts=_facts(subject),
    )


def _rank(code: Code) -> tuple[int, str]:
    rank = next((value for prop, value in code.facts if local_name(prop) == "rank"), "")
    return (int(rank) if rank.isdigit() else 1_000, code.name)


def _facts(subject: Node) -> tuple[tuple[str, str], ...]:
    said = ((str(p), str(o)) for p, o in vocabulary().predicate_objects(subject) if p not in _TOLD)
    return tuple(sorted(said))


def _values(subject: Node, predicate: URIRef) -> tuple[str, ...]:
    return tuple(sorted({str(o) for o in vocabulary().objects(subject, predicate)}))


def _texts(subject: Node, predicate: URIRef) -> Labels:
    found = {"vi": "", "en": ""}
    for value in vocabulary().objects(subject, predicate):
        found[cast(Literal, value).language or "en"] = str(value)
    return Labels(found["vi"], found["en"])


def _sorted(terms: Iterable[Term]) -> tuple[Term, ...]:
    return tuple(sorted(terms, key=lambda t: t.name))
