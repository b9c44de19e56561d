"""The network of what rests on what: weights, circles, gaps and shortest explanations are as a small graph has them."""

import io
import json
from collections import deque
from datetime import date

import networkx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import NamedNode, Quad, RdfFormat, Store, parse
from rdflib import RDF

from graph_store.network import Network, circles, explanation, gaps, resting, weights
from graph_store.network_view import around, flat, way, written
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

TODAY = date(2026, 1, 1)


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
    network = resting(store).graph
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
    found = weights(resting(store), "Document", "vi", 10)
    assert [(w.name, w.direct, w.all) for w in found] == [("Quy định cũ", 1, 5), ("Quy định mới", 1, 4)]
    assert found[1].between > found[0].between == 0
    assert [w.name for w in weights(resting(store), "Body", "vi", 1)] == ["Ban Thử"]


def test_what_leads_to_no_document_is_a_gap(store: Store) -> None:
    assert {gap.iri.removeprefix(ID_BASE): gap.why for gap in gaps(resting(store), "vi")} == {
        "body/alone": "no-founding-document",
        "position/q": "body-without-document",
    }


def test_a_circle_of_bases_is_told_in_order_and_a_chain_is_none() -> None:
    assert circles(resting(_documents((1, 2), (2, 3))), "vi") == []
    (circle,) = circles(resting(_documents((1, 2), (2, 3), (3, 1), (3, 4))), "vi")
    keys = [hop.subject.rpartition("/")[2] for hop in circle]
    assert keys == ["d1", "d2", "d3"] and [hop.object.rpartition("/")[2] for hop in circle] == ["d2", "d3", "d1"]


def test_an_explanation_has_the_words_of_the_sources(store: Store) -> None:
    way = explanation(resting(store), _iri("person/a"), _iri("document/old"), "vi")
    assert [hop.property_name for hop in way] == ["heldBy", "inPosition", "positionIn", "establishes", "basedOn"]
    assert [quote.quote for quote in way[3].quotes] == ["thành lập Ban Thử"]
    assert way[0].names[1] == "Lê Văn Mẫu" and way[4].names == ("Quy định mới", "Quy định cũ")


@pytest.mark.parametrize("other", ["body/alone", "document/none"])
def test_where_no_way_leads_that_is_said(store: Store, other: str) -> None:
    with pytest.raises(NotFound) as caught:
        explanation(resting(store), _iri("person/a"), _iri(other), "vi")
    assert caught.value.message_vi and caught.value.hint_vi


@settings(max_examples=60)
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
        assert len(explanation(resting(store), first, last, "vi")) == far[end]
    else:
        with pytest.raises(NotFound):
            explanation(resting(store), first, last, "vi")


def test_a_neighbourhood_is_read_back_by_networkx_in_every_format(store: Store) -> None:
    near = flat(around(resting(store), _iri("body/b"), 1, TODAY), "vi")
    expected = {(_iri("document/new"), _iri("body/b")), (_iri("position/p"), _iri("body/b"))}
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
    near = flat(around(resting(hostile), _iri("body/b"), 1, TODAY), "en")
    network = networkx.read_graphml(io.BytesIO(written(near, "graphml")))
    assert network.nodes[_iri("body/b")]["name"] == "/><script>alert(1)</script>"


def test_a_thing_that_stands_alone_has_no_neighbourhood(store: Store) -> None:
    with pytest.raises(NotFound):
        around(resting(store), _iri("document/none"), 2, TODAY)


_DATED = """document:new mg:issuedOn "2020-01-01"^^xsd:date ; mg:effectiveTo "2022-12-31"^^xsd:date .
  body:b mg:existsFrom "2020-03"^^xsd:gYearMonth . body:alone mg:existsTo "2021-05-01"^^xsd:date .
  holding:h mg:from "2020-06-01"^^xsd:date ; mg:to "2021"^^xsd:gYear ;
    mg:earliest "2020-06-01"^^xsd:date ; mg:latest "2021-12-31"^^xsd:date .
"""


@pytest.fixture(scope="module")
def dated(store: Store) -> Store:
    found = Store()
    found.extend(store)
    heads = [line for line in _GRAPH.splitlines() if line.startswith("@prefix")]
    prefixes = "\n".join([*heads, "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .", ""])
    found.load((prefixes + "source:s {" + _DATED + "}").encode(), format=RdfFormat.TRIG)
    return found


@pytest.mark.parametrize(
    ("day", "left_out"),
    [
        ("2019-12-31", {"basedOn", "establishes", "positionIn b", "inPosition", "heldBy"}),
        ("2020-01-31", {"establishes", "positionIn b", "inPosition", "heldBy"}),
        ("2020-03-15", {"inPosition", "heldBy"}),
        ("2021-05-01", set()),
        ("2021-12-31", {"positionIn alone"}),
        ("2022-01-01", {"positionIn alone", "inPosition", "heldBy"}),
        ("2023-01-01", {"positionIn alone", "inPosition", "heldBy", "establishes"}),
    ],
)
def test_a_network_at_a_day_holds_what_the_day_does_not_exclude(dated: Store, day: str, left_out: set[str]) -> None:
    def keys(network: Network) -> set[str]:
        edges = network.graph.edges(keys=True)
        return {f"{key} {b.rpartition('/')[2]}" if key == "positionIn" else key for _, b, key in edges}

    assert keys(resting(dated)) - keys(resting(dated, date.fromisoformat(day))) == left_out


def test_what_was_not_there_on_the_day_is_no_gap(dated: Store) -> None:
    def found(day: str) -> set[str]:
        return {gap.iri.removeprefix(ID_BASE) for gap in gaps(resting(dated, date.fromisoformat(day)), "vi")}

    assert found("2021-01-01") == {"body/alone", "position/q"}
    assert found("2021-12-31") == set()
    assert found("2023-01-01") == {"body/b", "position/p"}


def test_an_explanation_at_a_day_leads_over_nothing_that_had_ended(dated: Store) -> None:
    ends = _iri("person/a"), _iri("document/old")
    assert len(explanation(resting(dated, date(2021, 1, 1)), *ends, "vi")) == 5
    with pytest.raises(NotFound):
        explanation(resting(dated, date(2023, 1, 1)), *ends, "vi")


def test_a_way_is_a_chain_with_one_thing_a_layer_and_says_what_is_broken(dated: Store) -> None:
    found = way(resting(dated), _iri("person/a"), _iri("document/old"), date(2023, 6, 1))
    assert [node.depth for node in found.nodes] == [0, 1, 2, 3, 4, 5]
    assert [edge.predicate for edge in found.edges if edge.broken] == ["establishes"]
    broken = [node.iri.removeprefix(ID_BASE) for node in found.nodes if node.broken]
    assert broken == ["holding/h", "document/new"]


def test_a_relation_at_a_provision_is_one_of_its_document(store: Store) -> None:
    found = Store()
    found.extend(store)
    article = f"<{_iri('document/old')}#dieu-5>"
    found.load(f"<{_iri('document/g')}> <{MG.guides}> {article} <urn:g> .".encode(), format=RdfFormat.N_QUADS)
    (hop,) = explanation(resting(found), _iri("document/g"), _iri("document/old"), "vi")
    assert (hop.property_name, hop.object) == ("guides", article.strip("<>"))
