"""The neighbourhood of some nodes says the same of them as the whole graph does."""

import pyoxigraph
import pytest
from pyoxigraph import NamedNode, RdfFormat, Store

from shapes.check import check_store, check_triples
from shapes.neighbourhood import neighbourhood
from tests.shapes import examples


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
