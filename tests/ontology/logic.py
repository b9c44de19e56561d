"""What a reasoner is given: our axioms, those of the published vocabularies, and one individual of every class.

The individuals are linked by every property as shapes/ allows it, so an alignment that makes a place an organisation
shows as a contradiction or as a type that nobody expected.
"""

from functools import cache

from rdflib import OWL, RDF, RDFS, SH, SKOS, XSD, BNode, Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from ontology import terms
from ontology.terms import vocabulary
from shapes.check import shapes_graph
from tests.ontology.published_terms import PublishedTerm, expand, published_terms

INDIVIDUAL = "https://example.org/one/"
LOGICAL = (RDFS.subClassOf, RDFS.subPropertyOf, OWL.disjointWith)
_KINDS = {"class": OWL.Class, "object": OWL.ObjectProperty, "annotation": OWL.AnnotationProperty}
_SORTS = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)


def individual(class_iri: str) -> URIRef:
    return URIRef(INDIVIDUAL + terms.local_name(class_iri))


@cache
def our_axioms() -> Graph:
    """Declarations, sub-classes, sub-properties and disjoint classes of ontology/."""
    graph = Graph()
    for s, p, o in vocabulary():
        if p in LOGICAL or (p == RDF.type and o in _SORTS):
            graph.add((s, p, o))
    return graph


@cache
def published_axioms(*, unions: bool) -> Graph:
    """Those of the terms in published_terms.csv. OWL 2 RL has no unions as domain or range: leave them out for it."""
    graph = Graph()
    for row in published_terms().values():
        term = URIRef(row.iri)
        sub = RDFS.subClassOf if row.kind == "class" else RDFS.subPropertyOf
        graph.add((term, RDF.type, OWL.DatatypeProperty if row.is_datatype_property else _sort(row)))
        for predicate, cells in ((sub, row.super), (OWL.disjointWith, row.disjoint), *_ends(row)):
            for cell in cells.split():
                if "|" not in cell:
                    graph.add((term, predicate, URIRef(expand(cell))))
                elif unions:
                    graph.add((term, predicate, _union(graph, cell)))
    return graph


def _sort(row: PublishedTerm) -> URIRef:
    return _KINDS.get(row.kind, OWL.ObjectProperty)


def _ends(row: PublishedTerm) -> tuple[tuple[URIRef, str], ...]:
    """Domain and range; rdfs:Literal says nothing of a datatype property, and annotations have no logic."""
    if row.kind == "annotation":
        return ()
    return (RDFS.domain, row.domain), (RDFS.range, row.range.replace("rdfs:Literal", ""))


def _union(graph: Graph, cell: str) -> BNode:
    node, members = BNode(), BNode()
    Collection(graph, members, [URIRef(expand(c)) for c in cell.split("|")])
    graph.add((node, RDF.type, OWL.Class))
    graph.add((node, OWL.unionOf, members))
    return node


def usage() -> set[tuple[str, str, Node]]:
    """(class, property, value) as the shapes allow it: a class as value stands for its members."""
    found: set[tuple[str, str, Node]] = set()
    shapes = shapes_graph()
    for shape, target in shapes.subject_objects(SH.targetClass):
        for property_shape in shapes.objects(shape, SH.property):
            path = str(shapes.value(property_shape, SH.path))
            if path.startswith(terms.ONTOLOGY_BASE):
                found |= {(str(target), path, value) for value in _values(shapes, property_shape, path)}
    return found


def _values(shapes: Graph, shape: Node, path: str) -> set[Node]:
    if path in terms.datatype_properties():
        datatype = shapes.value(shape, SH.datatype)
        return {_literal(datatype if isinstance(datatype, URIRef) else None)}
    options = shapes.value(shape, SH["or"])
    inside = list(Collection(shapes, options)) if options is not None else [shape]
    classes = {c for option in inside for c in shapes.objects(option, SH["class"])}
    return classes or {SKOS.Concept}


def _literal(datatype: URIRef | None) -> Literal:
    """A value of the datatype; of none where the shape has none (an imprecise date), as xsd:date is not of OWL 2."""
    if datatype in (XSD.integer, XSD.decimal):
        return Literal("1", datatype=datatype)
    return Literal("2022-06-02T00:00:00Z", datatype=XSD.dateTime) if datatype == XSD.dateTime else Literal("x")


@cache
def world() -> Graph:
    """One individual of every class of ours, linked by every property as the shapes allow it."""
    graph = Graph()
    for class_iri in terms.classes():
        graph.add((individual(class_iri), RDF.type, URIRef(class_iri)))
        graph.add((individual(class_iri), RDF.type, OWL.NamedIndividual))
    concept = individual(str(SKOS.Concept))
    graph.add((concept, RDF.type, SKOS.Concept))
    for subject, prop, value in usage():
        end = individual(str(value)) if isinstance(value, URIRef) else value
        graph.add((individual(subject), URIRef(prop), end))
    return graph
