"""The ontology is within OWL 2 RL, no class of it is empty by its axioms, and a contradiction would be found.

The rules of OWL 2 RL run over our axioms, those of the published vocabularies and one individual of each class.
"""

from itertools import combinations

import owlrl
import pytest
from owlrl.Namespaces import ERRNS
from rdflib import OWL, RDF, RDFS, SKOS, Graph, Literal, URIRef

from ontology import terms
from ontology.terms import MG, vocabulary
from tests.ontology.logic import INDIVIDUAL, individual, our_axioms, published_axioms, world

ORG = "http://www.w3.org/ns/org#"
FOAF = "http://xmlns.com/foaf/0.1/"
EXAMPLE = URIRef(INDIVIDUAL + "x")
ROOTS = sorted(c for c in terms.classes() if len(terms.ancestors(c)) == 1)
SKOS_LINKS = {SKOS.inScheme, SKOS.broader, SKOS.member}
SORTS = {
    "class": terms.classes(),
    "object property": terms.object_properties(),
    "datatype property": terms.datatype_properties(),
    "annotation property": terms.annotation_properties(),
}


def contradictions(*graphs: Graph) -> list[str]:
    """What the rules of OWL 2 RL find wrong with the union of the graphs, and the members of owl:Nothing."""
    union = Graph()
    for graph in graphs:
        union += graph
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(union)
    errors = [str(message) for message in union.objects(None, ERRNS.error)]
    return errors + [f"nothing can be {member}" for member in union.subjects(RDF.type, OWL.Nothing)]


def planted(*triples: tuple[URIRef, URIRef, URIRef]) -> Graph:
    graph = Graph()
    for triple in triples:
        graph.add(triple)
    return graph


def test_no_class_is_empty_and_no_use_that_the_shapes_allow_contradicts_the_axioms() -> None:
    assert contradictions(our_axioms(), published_axioms(unions=False), world()) == []


@pytest.mark.parametrize(
    "error",
    [
        planted((EXAMPLE, RDF.type, MG.Regulation), (EXAMPLE, RDF.type, MG.SteeringCommittee)),
        planted((MG.Plenum, RDFS.subClassOf, MG.Body)),
        planted((MG.heldBy, RDFS.range, MG.Position)),
        planted((MG.heldBy, RDFS.subPropertyOf, URIRef(ORG + "postIn"))),
        planted((MG.Holding, RDFS.subClassOf, URIRef(ORG + "Organization"))),
        planted((MG.Person, RDFS.subClassOf, URIRef(FOAF + "Project"))),
        planted((EXAMPLE, RDF.type, OWL.Nothing)),
    ],
    ids=["instance", "class-of-two", "range", "alignment", "class-alignment", "foreign-classes", "nothing"],
)
def test_a_planted_contradiction_is_found(error: Graph) -> None:
    assert contradictions(our_axioms(), published_axioms(unions=False), world(), error)


def test_any_two_core_classes_are_disjoint() -> None:
    declared = {frozenset(pair) for pair in vocabulary().subject_objects(OWL.disjointWith)}
    assert declared == {frozenset(map(URIRef, pair)) for pair in combinations(ROOTS, 2)}


def test_every_class_has_an_individual_in_the_world_that_is_reasoned_about() -> None:
    assert {(individual(c), RDF.type, URIRef(c)) in world() for c in terms.classes()} == {True}


def test_axioms_are_of_named_classes_and_properties_alone_and_so_within_owl_2_rl() -> None:
    of_owl = {p for p in vocabulary().predicates() if str(p).startswith(str(OWL))}
    assert of_owl == {OWL.disjointWith, OWL.imports, OWL.versionInfo}
    sorts = {o for o in vocabulary().objects(None, RDF.type) if str(o).startswith((str(OWL), str(RDFS), str(RDF)))}
    assert sorts == {OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty, OWL.Ontology}


def test_no_term_is_of_two_sorts_and_sub_terms_are_of_the_sort_of_what_they_are_under() -> None:
    assert not [pair for pair in combinations(SORTS.values(), 2) if pair[0] & pair[1]]
    for predicate in (RDFS.subClassOf, RDFS.subPropertyOf):
        for s, o in vocabulary().subject_objects(predicate):
            if str(o).startswith(terms.ONTOLOGY_BASE):
                assert [n for n, sort in SORTS.items() if str(s) in sort] == [
                    n for n, sort in SORTS.items() if str(o) in sort
                ]


def test_an_object_property_has_no_literal_and_a_datatype_property_nothing_else_as_value() -> None:
    links = {URIRef(p) for p in terms.object_properties()} | SKOS_LINKS
    values = {URIRef(p) for p in terms.datatype_properties()} | {SKOS.notation}
    for _, p, o in vocabulary():
        assert p not in links or isinstance(o, URIRef)
        assert p not in values or isinstance(o, Literal)


def test_nothing_of_the_reserved_vocabulary_is_a_super_class_or_super_property() -> None:
    reserved = tuple(map(str, (RDF, RDFS, OWL)))
    for predicate in (RDFS.subClassOf, RDFS.subPropertyOf):
        assert not [o for o in vocabulary().objects(None, predicate) if str(o).startswith(reserved)]
