"""What is told of terms and codes: all that the ontology says, in both languages."""

import pytest
from rdflib import RDF, SKOS, URIRef

from ontology import terms
from ontology.glossary import (
    Term,
    class_terms,
    code_lists,
    individuals,
    prefixed,
    prefixes,
    property_terms,
    subclasses,
    term,
)

ALL = [*class_terms(), *property_terms()]


@pytest.mark.parametrize("told", ALL, ids=lambda t: t.name)
def test_a_term_is_told_with_label_definition_and_example(told: Term) -> None:
    assert all((told.label.vi, told.label.en, told.definition.vi, told.definition.en, told.examples))


def test_every_class_and_property_is_told_once() -> None:
    iris = [told.iri for told in ALL]
    assert len(iris) == len(set(iris))
    assert set(iris) == terms.classes() | terms.object_properties() | terms.datatype_properties()


def test_what_a_term_is_below_is_parted_into_ours_and_that_of_published_vocabularies() -> None:
    standing = term(str(terms.MG.StandingCommittee))
    assert [prefixed(iri) for iri in (*standing.supers, *standing.aligned)] == ["mg:Body", "org:OrganizationalUnit"]
    assert standing.iri in subclasses(str(terms.MG.Body))


def test_every_code_stands_in_its_list_the_highest_rank_first() -> None:
    told = {code.iri for found in code_lists() for code in found.codes}
    assert told == {str(s) for s in terms.vocabulary().subjects(SKOS.inScheme, None)}
    roles = next(found for found in code_lists() if found.name == "role")
    ranks = [
        int(dict(code.facts)[str(terms.MG.rank)]) for code in roles.codes if str(terms.MG.rank) in dict(code.facts)
    ]
    assert ranks and ranks == sorted(ranks)


def test_what_the_ontology_declares_of_our_classes_is_told_with_all_that_it_says() -> None:
    for thing in individuals():
        assert (URIRef(thing.iri), RDF.type, URIRef(thing.class_iri)) in terms.vocabulary() and thing.facts


def test_the_longest_prefix_that_fits_is_taken() -> None:
    assert prefixed(terms.CODE_BASE + "document-kind/quy-dinh") == "document-kind:quy-dinh"
    assert prefixed(terms.CODE_BASE + "document-kind") == "code:document-kind"
    assert prefixed("http://example.org/x") == "<http://example.org/x>"
    assert prefixes().items() >= terms.PREFIXES.items()
