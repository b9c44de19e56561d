"""Our terms against the published vocabularies: what they are aligned to exists, is of their sort, is not absurd."""

import csv
from pathlib import Path

import owlrl
import pytest
from rdflib import OWL, RDF, RDFS, Graph, URIRef
from rdflib.term import Node

from ontology import terms
from ontology.identifiers import BASE
from ontology.terms import MG, vocabulary
from tests.ontology.logic import individual, our_axioms, published_axioms, world
from tests.ontology.published_terms import TABLE, VOCABULARIES, extract, published_terms

ELI = "http://data.europa.eu/eli/ontology#"
ORG = "http://www.w3.org/ns/org#"
# What a thing of each core class is by alignment, once it is linked in every way that the shapes allow. A body, a place
# and a document are entities in the sense of PROV-O, since they succeed, are changed or are attributed; an issuing
# congress is an agent, as the organ convened.
MEANT = {
    "Body": "eli:Agent foaf:Agent foaf:Organization org:Organization prov:Agent prov:Entity",
    "BodyKind": "skos:Concept",
    "ChangeEvent": "org:ChangeEvent prov:Activity",
    "Congress": "eli:Agent prov:Activity",
    "Coverage": "prov:Entity",
    "Document": "eli:LegalResource prov:Entity",
    "Event": "prov:Activity",
    "Evidence": "prov:Entity",
    "Holding": "org:Membership",
    "Import": "prov:Activity",
    "Person": "foaf:Agent foaf:Person prov:Agent prov:Person",
    "Place": "prov:Entity prov:Location",
    "Position": "org:Post",
    "Provision": "eli:LegalResource eli:LegalResourceSubdivision",
    "Source": "foaf:Document prov:Entity",
    "Term": "time:Interval time:ProperInterval time:TemporalEntity",
    "TypeCode": "",
}


def faults(graph: Graph) -> list[str]:
    """What is wrong with the foreign terms a vocabulary is aligned to; rdfs:seeAlso need only exist and be current."""
    found = []
    for predicate in (RDFS.subClassOf, RDFS.subPropertyOf, RDFS.seeAlso):
        for term, other in graph.subject_objects(predicate):
            row = published_terms().get(str(other))
            if str(other).startswith(BASE):
                continue
            if row is None:
                found.append(f"{other} is not published")
            elif row.deprecated:
                found.append(f"{other} is deprecated")
            elif predicate == RDFS.subClassOf and row.kind != "class":
                found.append(f"{other} is no class")
            elif predicate == RDFS.subPropertyOf and not _same_sort(graph, term, str(other)):
                found.append(f"{other} is another sort of property than {term}")
    return found


def _same_sort(graph: Graph, term: Node, other: str) -> bool:
    row = published_terms()[other]
    literal = (term, RDF.type, OWL.DatatypeProperty) in graph
    return row.is_datatype_property if literal else row.kind == "object"


def types_by_alignment(axioms: Graph) -> dict[str, set[str]]:
    """The published classes, with prefix, that the individual of each class of MEANT turns out to belong to."""
    graph = axioms + published_axioms(unions=False) + world()
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
    return {
        name: {published_terms()[str(t)].term for t in graph.objects(individual(name), RDF.type) if _published(str(t))}
        for name in MEANT
    }


def _published(iri: str) -> bool:
    return iri in published_terms()


def test_what_our_terms_are_aligned_to_is_published_current_and_of_the_same_sort() -> None:
    assert faults(vocabulary()) == []


@pytest.mark.parametrize(
    ("predicate", "other", "fault"),
    [
        (RDFS.subPropertyOf, ELI + "basedOn", "is not published"),
        (RDFS.seeAlso, ORG + "hasChangedBy", "is not published"),
        (RDFS.subPropertyOf, ELI + "implements", "is deprecated"),
        (RDFS.subClassOf, ELI + "amends", "is no class"),
        (RDFS.subPropertyOf, ELI + "number", "is another sort of property"),
        (RDFS.subPropertyOf, ORG + "Post", "is another sort of property"),
    ],
)
def test_a_false_alignment_is_found(predicate: URIRef, other: str, fault: str) -> None:
    planted = Graph() + our_axioms()
    planted.add((MG.implements, predicate, URIRef(other)))
    (found,) = faults(planted)
    assert fault in found


def test_by_its_alignments_a_thing_is_what_is_meant_and_nothing_else() -> None:
    assert types_by_alignment(our_axioms()) == {name: set(meant.split()) for name, meant in MEANT.items()}


def test_what_is_meant_is_said_of_every_class_that_has_no_super_class_of_ours() -> None:
    roots = {terms.local_name(c) for c in terms.classes() if len(terms.ancestors(c)) == 1}
    assert roots | {"Congress"} == MEANT.keys()


def test_an_alignment_whose_range_makes_a_place_an_organisation_is_found() -> None:
    planted = Graph() + our_axioms()
    planted.add((MG.changedFrom, RDFS.subPropertyOf, URIRef(ORG + "originalOrganization")))
    assert types_by_alignment(planted)["Place"] - set(MEANT["Place"].split()) >= {"org:Organization"}


def test_the_table_is_written_from_the_published_files(tmp_path: Path) -> None:
    for file, _ in VOCABULARIES.values():
        (tmp_path / file).touch()
    (tmp_path / "org.ttl").write_text(
        "@prefix org: <http://www.w3.org/ns/org#> . @prefix owl: <http://www.w3.org/2002/07/owl#> ."
        "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix x: <https://example.org/> ."
        "org:Post a owl:Class ; rdfs:subClassOf x:Unknown ; owl:disjointWith org:Site . org:Site a rdfs:Class ."
        "org:old a owl:ObjectProperty ; owl:deprecated true ; rdfs:range org:Post ;"
        " rdfs:domain [ a owl:Class ; owl:unionOf ( org:Site org:Post ) ] ."
        "x:foreign a owl:Class . org:odd a owl:ObjectProperty ; rdfs:domain [ owl:unionOf ( org:Site x:foreign ) ] .",
        encoding="utf-8",
    )
    rows = [(r.term, r.kind, r.deprecated, r.domain, r.range, r.super, r.disjoint) for r in extract(tmp_path)]
    assert rows == [
        ("org:Post", "class", "", "", "", "", "org:Site"),
        ("org:Site", "class", "", "", "", "", ""),
        ("org:odd", "object", "", "", "", "", ""),
        ("org:old", "object", "yes", "org:Post|org:Site", "org:Post", "", ""),
    ]


def test_the_table_has_terms_of_every_vocabulary_and_each_once() -> None:
    with TABLE.open(encoding="utf-8", newline="") as file:
        names = [row["term"] for row in csv.DictReader(file)]
    assert len(names) == len(set(names)) > 400
    assert {name.partition(":")[0] for name in names} == VOCABULARIES.keys()
