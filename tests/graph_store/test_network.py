"""The network of what rests on what: weights, circles, gaps and shortest explanations are as a small graph has them."""

import io
import json
from collections import deque

import networkx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import NamedNode, Quad, RdfFormat, Store, parse
from rdflib import RDF

from graph_store.network import circles, explanation, neighbourhood, resting, unsupported, weights, written
from ontology.errors import NotFound
from ontology.identifiers import ID_BASE
from ontology.terms import MG

# A regulation that rests on an older one and sets up a body with a post and an office; a body that nothing carries.
_GRAPH = """@prefix mg: <https://w3id.org/mandate-graph/ontology#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix document: <https://w3id.org/mandate-graph/id/document/> .
@prefix body: <https://w3id.org/mandate-graph/id/body/> .
@prefix position: <https://w3id.org/mandate-graph/id/position/> .
@prefix holding: <https://w3id.org/mandate-graph/id/holding/> .
@prefix person: <https://w3id.org/mandate-graph/id/person/> .
@prefix evidence: <https://w3id.org/mandate-graph/id/evidence/> .
@prefix source: <https://w3id.org/mandate-graph/id/source/> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
source:s { document:old a mg:Regulation ; skos:prefLabel "Quy định cũ"@vi .
  document:new a mg:Regulation ; skos:prefLabel "Quy định mới"@vi ; mg:basedOn document:old ; mg:establishes body:b .
  body:b a mg:SteeringCommittee ; skos:prefLabel "Ban Thử"@vi .
  body:alone a mg:Body ; skos:prefLabel "Ban lẻ"@vi .
  position:p a mg:Position ; skos:prefLabel "Trưởng ban"@vi ; mg:positionIn body:b .
  position:q a mg:Position ; skos:prefLabel "Phó ban"@vi ; mg:positionIn body:alone .
  holding:h a mg:Holding ; mg:inPosition position:p ; mg:heldBy person:a .
  person:a a mg:Person ; skos:prefLabel "Lê Văn Mẫu"@vi .
  evidence:e a mg:Evidence ; rdf:subject document:new ; rdf:predicate mg:establishes ; rdf:object body:b ;
    mg:fromSource source:s ; mg:quote "thành lập Ban Thử" ; mg:start 0 ; mg:end 17 ; mg:rule "x" ; mg:confidence 1.0 . }
"""


def _iri(key: str) -> str:
    return ID_BASE + key


@pytest.fixture(scope="module")
def store() -> Store:
    store = Store()
    store.extend(parse(_GRAPH, RdfFormat.TRIG))
    return store


def _documents(*bases: tuple[int, int]) -> Store:
    store, graph = Store(), NamedNode("urn:g")
    for a, b in bases:
        first, second = (NamedNode(_iri(f"document/d{n}")) for n in (a, b))
        store.add(Quad(first, NamedNode(str(MG.basedOn)), second, graph))
        for node in (first, second):
            store.add(Quad(node, NamedNode(str(RDF.type)), NamedNode(str(MG.Decision)), graph))
    return store


def test_an_edge_leads_from_a_thing_to_what_it_rests_on(store: Store) -> None:
    network = resting(store)
    edges = {(a.removeprefix(ID_BASE), b.removeprefix(ID_BASE), key) for a, b, key in network.edges(keys=True)}
    assert edges == {
        ("document/new", "document/old", "basedOn"),
        ("body/b", "document/new", "establishes"),
        ("position/p", "body/b", "positionIn"),
        ("position/q", "body/alone", "positionIn"),
        ("holding/h", "position/p", "inPosition"),
        ("person/a", "holding/h", "heldBy"),
    }


def test_the_heaviest_document_carries_all_that_rests_on_it_over_others(store: Store) -> None:
    found = weights(store, "Document", "vi", 10)
    assert [(w.name, w.direct, w.all) for w in found] == [("Quy định cũ", 1, 5), ("Quy định mới", 1, 4)]
    assert found[1].between > found[0].between == 0
    assert [w.name for w in weights(store, "Body", "vi", 1)] == ["Ban Thử"]


def test_what_leads_to_no_document_is_a_gap(store: Store) -> None:
    assert {iri.removeprefix(ID_BASE) for _, iri, _ in unsupported(store, "vi")} == {"body/alone", "position/q"}


def test_a_circle_of_bases_is_told_in_order_and_a_chain_is_none() -> None:
    assert circles(_documents((1, 2), (2, 3)), "vi") == []
    (circle,) = circles(_documents((1, 2), (2, 3), (3, 1), (3, 4)), "vi")
    keys = [hop.subject.rpartition("/")[2] for hop in circle]
    assert keys == ["d1", "d2", "d3"] and [hop.object.rpartition("/")[2] for hop in circle] == ["d2", "d3", "d1"]


def test_an_explanation_has_the_words_of_the_sources(store: Store) -> None:
    way = explanation(store, _iri("person/a"), _iri("document/old"), "vi")
    assert [hop.property_name for hop in way] == ["heldBy", "inPosition", "positionIn", "establishes", "basedOn"]
    assert [quote.quote for quote in way[3].quotes] == ["thành lập Ban Thử"]
    assert way[0].names[1] == "Lê Văn Mẫu" and way[4].names == ("Quy định mới", "Quy định cũ")


@pytest.mark.parametrize("other", ["body/alone", "document/none"])
def test_where_no_way_leads_that_is_said(store: Store, other: str) -> None:
    with pytest.raises(NotFound) as caught:
        explanation(store, _iri("person/a"), _iri(other), "vi")
    assert caught.value.message_vi and caught.value.hint_vi


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda e: e[0] != e[1]), min_size=1, max_size=14)
)
def test_an_explanation_is_as_short_as_a_breadth_first_search_finds(bases: list[tuple[int, int]]) -> None:
    store, start, end = _documents(*bases), bases[0][0], bases[-1][1]
    near: dict[int, set[int]] = {}
    for a, b in bases:
        near.setdefault(a, set()).add(b)
        near.setdefault(b, set()).add(a)
    far, waiting = {start: 0}, deque([start])
    while waiting:
        for n in near[here := waiting.popleft()]:
            if n not in far:
                far[n] = far[here] + 1
                waiting.append(n)
    first, last = (_iri(f"document/d{n}") for n in (start, end))
    if end in far:
        assert len(explanation(store, first, last, "vi")) == far[end]
    else:
        with pytest.raises(NotFound):
            explanation(store, first, last, "vi")


def test_a_neighbourhood_is_read_back_by_networkx_in_every_format(store: Store) -> None:
    near = neighbourhood(store, _iri("body/b"), 1, "vi")
    expected = {(_iri("body/b"), _iri("document/new")), (_iri("position/p"), _iri("body/b"))}
    read = {
        "graphml": networkx.read_graphml(io.BytesIO(written(near, "graphml"))),
        "gexf": networkx.read_gexf(io.BytesIO(written(near, "gexf"))),
        "json": networkx.node_link_graph(json.loads(written(near, "json")), edges="edges"),
    }
    for network in read.values():
        assert set(network.edges()) == expected
        assert network.nodes[_iri("body/b")]["name"] == "Ban Thử"


def test_a_hostile_name_stays_a_name(store: Store) -> None:
    hostile = Store()
    hostile.extend(store)
    label = '"/><script>\\u0001alert(1)</script>'
    text = f'<{_iri("body/b")}> <http://www.w3.org/2004/02/skos/core#prefLabel> "{label[1:]}"@en <urn:g> .'
    hostile.load(text.encode(), format=RdfFormat.N_QUADS)
    network = networkx.read_graphml(io.BytesIO(written(neighbourhood(hostile, _iri("body/b"), 1, "en"), "graphml")))
    assert network.nodes[_iri("body/b")]["name"] == "/><script>alert(1)</script>"


def test_a_thing_that_stands_alone_has_no_neighbourhood(store: Store) -> None:
    with pytest.raises(NotFound):
        neighbourhood(store, _iri("document/none"), 2, "vi")
