"""The closed vocabulary: what modules declare can be written, nothing else."""

import pytest
from rdflib import URIRef

from ontology import terms
from ontology.errors import UnknownTerm
from ontology.terms import CODE, MG


def test_a_declared_term_is_an_iri() -> None:
    assert MG.issuedBy == URIRef("https://w3id.org/mandate-graph/ontology#issuedBy")
    assert CODE["role/bi-thu"] == URIRef("https://w3id.org/mandate-graph/codes/role/bi-thu")


@pytest.mark.parametrize("name", ["isuedBy", "issuedby", "changeEvent", "hasMember"])
def test_a_term_that_no_module_declares_cannot_be_written(name: str) -> None:
    with pytest.raises(UnknownTerm):
        MG[name]


def test_a_code_that_no_list_declares_cannot_be_written() -> None:
    with pytest.raises(UnknownTerm):
        CODE["role/truong-bann"]


def test_python_may_ask_for_its_own_attributes_without_an_unknown_term() -> None:
    assert not hasattr(MG, "__wrapped__")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Regulation", ["Regulation", "Document"]),
        ("SteeringCommittee", ["SteeringCommittee", "Body"]),
        ("Plenum", ["Plenum", "Event"]),
        ("Document", ["Document"]),
    ],
)
def test_ancestors_are_ours_and_nearest_first(name: str, expected: list[str]) -> None:
    assert list(terms.ancestors(str(MG[name]))) == [str(MG[e]) for e in expected]


def test_labels_come_in_both_languages() -> None:
    assert terms.labels(str(MG.Holding)) == terms.Labels("lần giữ chức", "holding")
    assert terms.labels(str(CODE["role/bi-thu"])) == terms.Labels("Bí thư", "Secretary")


def test_a_relation_has_a_label_for_reading_it_backwards() -> None:
    assert terms.inverse_labels(str(MG.guides)) == terms.Labels("được hướng dẫn bởi", "guided by")
    assert terms.inverse_labels(str(MG.level)) is None


def test_a_term_without_labels_is_called_by_its_local_name() -> None:
    assert terms.labels("https://example.org/x#thing") == terms.Labels("thing", "thing")


def test_a_term_is_a_class_or_one_sort_of_property() -> None:
    groups = [
        terms.classes(),
        terms.object_properties(),
        terms.datatype_properties(),
        terms.annotation_properties(),
    ]
    assert sum(map(len, groups)) == len(frozenset().union(*groups))
    assert [len(group) for group in groups] == [51, 59, 46, 2]


@pytest.mark.parametrize(
    ("iri", "expected"), [("https://a/b#c", "c"), ("https://a/codes/role/d", "d"), ("urn:e", "urn:e")]
)
def test_a_local_name_is_what_follows_the_last_hash_or_slash(iri: str, expected: str) -> None:
    assert terms.local_name(iri) == expected
