"""The neighbourhood of some nodes says the same of them as the whole graph does."""

import pyoxigraph
import pytest
from pyoxigraph import NamedNode, RdfFormat, Store

from shapes.check import check_store, check_triples
from shapes.neighbourhood import neighbourhood
from tests.shapes import examples

PREFIXES = """@prefix mg: <https://w3id.org/mandate-graph/ontology#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> ."""


@pytest.fixture(scope="module")
def everything() -> Store:
    """All examples with their evidence, each in a named graph of its own."""
    store = Store()
    for example in [*examples.accepted(), *examples.rejected()]:
        ntriples = examples.read(example).serialize(format="nt")
        store.load(ntriples, format=RdfFormat.N_TRIPLES, to_graph=NamedNode(f"urn:example:{example.stem}"))
    return store


def test_every_node_is_judged_by_its_neighbourhood_as_by_the_whole_graph(everything: Store) -> None:
    whole = check_store(everything).results
    subjects = sorted({q.subject.value for q in everything if isinstance(q.subject, NamedNode)})
    broken = [s for s in subjects if any(r.focus_node == s for r in whole)]
    assert len(broken) > 15
    for node in [*broken[::3], *subjects[::20]]:
        part = neighbourhood(everything, [node])
        assert check_triples(part, [node]).results == tuple(r for r in whole if r.focus_node == node)


def test_a_neighbourhood_does_not_grow_with_the_graph() -> None:
    focus = ["https://w3id.org/mandate-graph/id/holding/c1-1"]
    sizes = []
    for count in (4, 16):
        store = Store()
        store.load(examples.committees(count).serialize(format="nt"), format=pyoxigraph.RdfFormat.N_TRIPLES)
        sizes.append(len(neighbourhood(store, focus)))
    assert sizes[0] == sizes[1] < 100


def test_the_neighbourhood_of_what_everybody_cites_does_not_grow_with_the_texts() -> None:
    cited = "https://w3id.org/mandate-graph/id/document/67-qd-tw"
    sizes = []
    for texts in (3, 30):
        store = Store()
        for number in range(texts):
            told = (
                f"<{cited}> a mg:Regulation ; mg:documentNumber '67-QĐ/TW' . <urn:evidence:{number}> a mg:Evidence ; "
                f"rdf:subject <{cited}> ; rdf:predicate mg:documentNumber ; rdf:object '67-QĐ/TW' ."
            )
            store.load(f"{PREFIXES} {told}".encode(), RdfFormat.TURTLE, to_graph=NamedNode(f"urn:text:{number}"))
        sizes.append(len(neighbourhood(store, [cited])))
        assert [r.shape for r in check_triples(neighbourhood(store, [cited]), [cited]).results] == [
            r.shape for r in check_store(store, [cited]).results
        ]
    assert sizes[0] == sizes[1]
