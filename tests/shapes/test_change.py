"""A change is judged by those nodes that it concerns, and no others."""

from itertools import pairwise

import pyoxigraph
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import NamedNode, Quad, RdfFormat, Store

from shapes.change import check_change, concerned
from shapes.check import check_store, check_triples
from shapes.neighbourhood import neighbourhood
from tests.shapes import examples

SOURCE = NamedNode("urn:source:1")


def small_world() -> list[Quad]:
    """A committee with members and an example for each rule over several records, broken and not, with evidence."""
    graph = examples.committees(1)
    rules = {example.stem for example in examples.rejected()} & {example.stem for example in examples.accepted()}
    for example in examples.rejected():
        if example.stem in rules:
            graph += examples.read(example)
    store = Store()
    store.load(graph.serialize(format="nt"), format=RdfFormat.N_TRIPLES, to_graph=SOURCE)
    return sorted(store, key=str)


WORLD = small_world()


def subjects(quads: list[Quad]) -> list[str]:
    return sorted({q.subject.value for q in quads if isinstance(q.subject, NamedNode)})


def filled(quads: list[Quad]) -> Store:
    store = Store()
    store.extend(quads)
    return store


def about(nodes: set[str]) -> list[Quad]:
    return [q for q in WORLD if isinstance(q.subject, NamedNode) and q.subject.value in nodes]


BEFORE = check_store(filled(WORLD)).results


@settings(max_examples=20)
@given(
    st.sets(st.sampled_from(subjects(WORLD)), min_size=1, max_size=4),
    st.sets(st.integers(0, len(WORLD) - 1), max_size=6),
)
def test_what_a_change_does_not_concern_is_judged_as_before(nodes: set[str], places: set[int]) -> None:
    gone = sorted({*about(nodes), *(WORLD[place] for place in places)}, key=str)
    before, after = filled(WORLD), filled([q for q in WORLD if q not in set(gone)])
    judged = [BEFORE, check_store(after).results]
    for base, data, (old, new), (added, removed) in (
        (before, after, judged, ([], gone)),
        (after, before, judged[::-1], (gone, [])),
    ):
        focus = concerned(base, data, added, removed)
        assert {r for r in new if r.focus_node not in focus} <= set(old)
        told = tuple(r for r in new if r.focus_node in focus)
        assert check_change(base, data, added, removed).results == told
        assert check_change(base, data, added, removed, whole=0, part=5).results == told
        assert check_triples(neighbourhood(data, focus), focus).results == tuple(
            r for r in new if r.focus_node in focus
        )


def test_what_another_source_states_already_concerns_nobody() -> None:
    again = [Quad(q.subject, q.predicate, q.object, NamedNode("urn:source:2")) for q in WORLD[:200]]
    store = filled([*WORLD, *again])
    assert concerned(filled(WORLD), store, again, []) == []
    assert concerned(store, filled(WORLD), [], again) == []


def test_a_new_name_concerns_the_thing_alone_a_lost_type_all_that_point_at_it() -> None:
    kind = NamedNode("https://w3id.org/mandate-graph/id/body-kind/ban-chi-dao-mau")
    name = Quad(kind, NamedNode("http://www.w3.org/2004/02/skos/core#altLabel"), pyoxigraph.Literal("Ban mẫu"), SOURCE)
    assert concerned(filled(WORLD), filled([*WORLD, name]), [name], []) == [kind.value]
    kinds = [q for q in about({kind.value}) if q.predicate.value.endswith("#type")]
    assert len(concerned(filled(WORLD), filled([q for q in WORLD if q not in kinds]), [], kinds)) > 5


def test_what_is_judged_does_not_grow_with_the_graph() -> None:
    sizes = []
    for count in (4, 8, 16):
        store = Store()
        store.load(examples.committees(count).serialize(format="nt"), format=RdfFormat.N_TRIPLES, to_graph=SOURCE)
        holding = NamedNode("https://w3id.org/mandate-graph/id/holding/c1-1")
        gone = list(store.quads_for_pattern(holding, None, None, None))
        before = filled(list(store))
        for quad in gone:
            store.remove(quad)
        sizes.append(len(neighbourhood(store, concerned(before, store, [], gone))))
    assert all(a == b for a, b in pairwise(sizes))


@pytest.mark.parametrize("added", [[], WORLD[:1]])
def test_an_unchanged_graph_reports_nothing(added: list[Quad]) -> None:
    again = [Quad(q.subject, q.predicate, q.object, NamedNode("urn:source:2")) for q in added]
    assert check_change(filled(WORLD), filled([*WORLD, *again]), again, []).results == ()
