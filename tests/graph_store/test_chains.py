"""Mandate chains: which hops a walk crosses, what each hop carries, and when it ends."""

import random
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Store

from graph_store.chain_model import Chain, Direction
from graph_store.chain_reader import QUOTES, Reader
from graph_store.chains import trace
from ontology.errors import NotFound
from tests.graph_store.small_world import evidence, iri, world

DAY = date(2024, 5, 1)
OFFICE = """
    person:an a mg:Person ; skos:prefLabel "Trịnh An"@vi .
    hold:h a mg:Holding ; mg:heldBy person:an ; mg:inPosition pos:p ; mg:from "2023-01-05"^^xsd:date ;
        mg:earliest "2023-01-05"^^xsd:date ; mg:observedOn "2024-06-01"^^xsd:date .
    hold:old a mg:Holding ; mg:heldBy person:an ; mg:inPosition pos:q ; mg:to "2022-12-31"^^xsd:date ;
        mg:latest "2022-12-31"^^xsd:date .
    pos:p a mg:Position ; skos:prefLabel "Trưởng ban"@vi ; mg:positionIn body:b .
    pos:q a mg:Position ; skos:prefLabel "Ủy viên"@vi ; mg:positionIn body:b .
    body:b a mg:SteeringCommittee ; skos:prefLabel "Ban Chỉ đạo tỉnh Hồng Sa"@vi ; mg:ofKind kind:k .
    kind:k a mg:BodyKind ; skos:prefLabel "Ban Chỉ đạo cấp tỉnh"@vi .
    doc:r a mg:Regulation ; skos:prefLabel "Quy định 88-QĐ/TW"@vi ; mg:documentNumber "88-QĐ/TW" ; mg:regulates kind:k ;
        mg:issuedOn "2022-03-04"^^xsd:date ; mg:agreedBy event:p5 ; mg:issuedBy body:s .
    body:s a mg:StandingCommittee ; skos:prefLabel "Ban Thường trực"@vi .
    event:p5 a mg:Plenum ; skos:prefLabel "Hội nghị Trung ương 5"@vi ; mg:startsOn "2022-02-01"^^xsd:date ;
        mg:inTerm term:t .
    term:t a mg:Term ; skos:prefLabel "Khóa XX"@vi ; mg:openedBy event:c .
    event:c a mg:Congress ; skos:prefLabel "Đại hội XX"@vi ; mg:inTerm term:t .
"""


def hops(chain: Chain) -> list[tuple[str, str, str]]:
    return [(e.subject.rsplit("/", 1)[1], e.predicate, e.object.rsplit("/", 1)[1]) for e in chain.edges]


def keys(chain: Chain) -> list[str]:
    return [node.iri.rsplit("/", 1)[1] for node in chain.nodes]


@pytest.fixture(scope="module")
def office() -> Store:
    return world(OFFICE)


def test_a_person_is_traced_over_body_and_kind_to_plenum_and_congress(office: Store) -> None:
    chain = trace(office, iri("person:an"), direction="up", at=DAY)
    assert hops(chain) == [
        ("h", "heldBy", "an"),
        ("h", "inPosition", "p"),
        ("p", "positionIn", "b"),
        ("b", "ofKind", "k"),
        ("r", "regulates", "k"),
        ("r", "agreedBy", "p5"),
        ("r", "issuedBy", "s"),
        ("p5", "inTerm", "t"),
        ("t", "openedBy", "c"),
    ]
    assert [node.depth for node in chain.nodes] == [0, 1, 2, 3, 4, 5, 6, 6, 7, 8]
    assert not chain.truncated


def test_a_document_is_traced_down_to_the_people_of_every_body_of_the_kind(office: Store) -> None:
    chain = trace(office, iri("doc:r"), direction="down", at=DAY)
    assert keys(chain) == ["r", "k", "b", "p", "q", "h", "an"]


def test_offices_not_held_on_the_day_are_left_out_and_counted(office: Store) -> None:
    assert trace(office, iri("person:an"), at=DAY).left_out == 1
    before = trace(office, iri("person:an"), at=date(2022, 6, 1))
    assert [hop for hop in hops(before) if hop[1] == "inPosition"] == [("old", "inPosition", "q")]


def test_an_office_is_certain_between_known_days_and_else_possible(office: Store) -> None:
    certain = {day: trace(office, iri("person:an"), at=day).edges[0].certainty for day in (DAY, date(2025, 1, 1))}
    assert certain == {DAY: "certain", date(2025, 1, 1): "possible"}


def test_hops_tell_how_they_were_walked_and_how_long_they_hold(office: Store) -> None:
    held, inside = trace(office, iri("person:an"), at=DAY).edges[:2]
    assert (held.reversed, held.walked_from, held.walked_to) == (True, iri("person:an"), iri("hold:h"))
    assert (inside.reversed, inside.valid_from, inside.valid_to) == (False, "2023-01-05", None)


def test_a_guidance_rests_on_what_it_guides_and_an_annex_on_its_carrier() -> None:
    store = world(
        "doc:g a mg:Guidance ; mg:guides doc:r . doc:r a mg:Rules . doc:c a mg:Decision ; mg:promulgates doc:r ."
    )
    assert hops(trace(store, iri("doc:g"), at=DAY)) == [("g", "guides", "r"), ("c", "promulgates", "r")]


def test_a_founding_decision_and_a_founding_event_carry_a_body() -> None:
    store = world("""body:b a mg:Body . doc:d a mg:Decision ; mg:establishes body:b .
        event:c a mg:Congress ; mg:establishes body:b .""")
    up = trace(store, iri("body:b"), at=DAY)
    assert hops(up) == [("d", "establishes", "b"), ("c", "establishes", "b")]
    assert keys(trace(store, iri("event:c"), direction="down", at=DAY)) == ["c", "b"]


def test_a_statement_about_an_article_leads_to_its_document() -> None:
    said = f"doc:a mg:basedOn <{iri('doc:b')}#dieu-5-khoan-2>"
    store = world(f"doc:a a mg:Decision . doc:b a mg:Law . {said} .", evidence("e", said, "theo Điều 5"))
    (edge,) = trace(store, iri("doc:a"), at=DAY).edges
    assert (edge.object, edge.part, edge.evidence[0].quote) == (iri("doc:b"), "dieu-5-khoan-2", "theo Điều 5")


def test_what_rests_on_a_provision_or_is_said_by_one_belongs_to_the_chain_of_its_document() -> None:
    clause, article = f"<{iri('doc:b')}#dieu-5-khoan-2>", f"<{iri('doc:b')}#dieu-5>"
    said = f"doc:a mg:basedOn {clause}"
    parts = f"{article} a mg:Provision ; mg:provisionOf doc:b ; mg:basedOn doc:c . {clause} a mg:Provision"
    store = world(
        f"doc:a a mg:Decision . doc:b a mg:Law . doc:c a mg:Law . {said} . {parts} ; mg:provisionOf {article} .",
        evidence("e", said, "theo khoản 2 Điều 5"),
    )
    down, up = (trace(store, iri("doc:b"), direction=way, at=DAY) for way in ("down", "up"))
    assert (hops(down), hops(up)) == ([("a", "basedOn", "b")], [("b", "basedOn", "c")])
    assert (down.edges[0].part, up.edges[0].part) == ("dieu-5-khoan-2", "dieu-5")
    assert down.edges[0].evidence[0].quote == "theo khoản 2 Điều 5"
    assert trace(store, f"{iri('doc:b')}#dieu-5", at=DAY) == up


def test_a_body_rests_on_the_change_that_it_came_of_and_that_on_its_document() -> None:
    store = world("""body:b a mg:PartyDepartment . body:a a mg:PartyDepartment . doc:d a mg:Decision .
        change:m a mg:Merger ; mg:changedFrom body:a ; mg:changedTo body:b ; mg:byDocument doc:d .""")
    assert hops(trace(store, iri("body:b"), at=DAY)) == [("m", "changedTo", "b"), ("m", "byDocument", "d")]
    assert keys(trace(store, iri("doc:d"), direction="down", at=DAY)) == ["d", "m", "b"]


def test_a_hop_carries_the_words_of_every_source_the_stated_before_the_doubtful() -> None:
    said = "doc:a mg:basedOn doc:b"
    store = world(
        f"doc:a a mg:Decision ; mg:basedOn doc:b . {evidence('z', said, 'Căn cứ Luật số 3')}",
        "doc:a mg:basedOn doc:b . doc:b a mg:Law . "
        + evidence("y", said, "a,b", source="s1", rank="unverified", more='; mg:locator "row 4" ; mg:citedSource "x"'),
    )
    (edge,) = trace(store, iri("doc:a"), at=DAY).edges
    first, second = edge.evidence
    assert (first.quote, first.source_title, first.start, first.end) == ("Căn cứ Luật số 3", "file0.html", 3, 20)
    assert (second.claim_rank, second.locator, second.cited_source) == ("unverified", "row 4", "x")
    assert (edge.standing, edge.evidence_total) == ("stated", 2)


def test_of_very_many_quotes_some_are_given_and_all_are_counted() -> None:
    said = "doc:a mg:basedOn doc:b"
    many = " ".join(evidence(f"e{i}", said, f"câu {i}") for i in range(QUOTES + 7))
    (edge,) = trace(
        world(f"doc:a a mg:Decision ; mg:basedOn doc:b . doc:b a mg:Law . {many}"), iri("doc:a"), at=DAY
    ).edges
    assert (len(edge.evidence), edge.evidence_total) == (QUOTES, QUOTES + 7)


@pytest.mark.parametrize(
    ("rank", "standing"), [("inferred", "inferred"), ("unverified", "stated"), ("stated", "stated")]
)
def test_a_hop_is_inferred_if_nothing_but_inference_supports_it(rank: str, standing: str) -> None:
    text = "doc:a a mg:Decision ; mg:basedOn doc:b . doc:b a mg:Law ."
    assert trace(world(text), iri("doc:a"), at=DAY).edges[0].standing == "inferred"
    store = world(text + evidence("e", "doc:a mg:basedOn doc:b", "câu", rank=rank))
    assert trace(store, iri("doc:a"), at=DAY).edges[0].standing == standing


def test_a_hop_is_disputed_if_a_single_valued_statement_has_two_values() -> None:
    store = world(
        "hold:h a mg:Holding ; mg:heldBy person:a ; mg:inPosition pos:p . pos:p a mg:Position .",
        """
        hold:h mg:heldBy person:b . person:a a mg:Person . person:b a mg:Person .""",
    )
    standings = {e.predicate: e.standing for e in trace(store, iri("pos:p"), direction="down", at=DAY).edges}
    assert standings == {"inPosition": "inferred", "heldBy": "disputed"}


@pytest.mark.parametrize(
    ("dates", "conflicting"),
    [
        ('"2022"^^xsd:gYear, "2022-06-02"^^xsd:date', False),
        ('"2022-06"^^xsd:gYearMonth, "2022-34"^^edtf:edtf', False),
        ('"2021"^^xsd:gYear, "2022-06-02"^^xsd:date', True),
        ('"2022-06-01"^^xsd:date, "2022-06-02"^^xsd:date', True),
    ],
)
def test_dates_of_unlike_precision_conflict_only_if_they_cannot_both_hold(dates: str, conflicting: bool) -> None:
    store = world(f"doc:a a mg:Decision ; mg:issuedOn {dates} ; mg:basedOn doc:b . doc:b a mg:Law .")
    chain = trace(store, iri("doc:a"), at=DAY)
    assert bool(chain.node(iri("doc:a")).conflicts) is conflicting
    assert (chain.edges[0].standing == "disputed") is conflicting


def test_depth_and_number_of_nodes_are_bounded_and_said_to_be(office: Store) -> None:
    whole = trace(office, iri("person:an"), at=DAY)
    short = trace(office, iri("person:an"), at=DAY, depth=3)
    small = trace(office, iri("person:an"), at=DAY, limit=4)
    assert (keys(short), short.truncated) == (keys(whole)[:4], True)
    assert (keys(small), small.truncated) == (keys(whole)[:4], True)
    assert not trace(office, iri("person:an"), at=DAY, limit=len(whole.nodes), depth=8).truncated


def test_a_wide_document_does_not_lead_to_more_nodes_than_the_limit() -> None:
    bodies = " ".join(f"body:b{i} a mg:Body ; mg:ofKind kind:k ." for i in range(300))
    store = world(f"doc:r a mg:Regulation ; mg:regulates kind:k . kind:k a mg:BodyKind . {bodies}")
    chain = trace(store, iri("doc:r"), direction="down", at=DAY, limit=50)
    assert (len(chain.nodes), chain.truncated) == (50, True)


def test_an_unknown_start_is_not_found(office: Store) -> None:
    with pytest.raises(NotFound):
        trace(office, iri("person:nobody"), at=DAY)


def test_one_reader_gives_the_same_chains_as_the_store(office: Store) -> None:
    reader = Reader(office)
    for start in ("person:an", "doc:r", "person:an"):
        assert trace(reader, iri(start), at=DAY) == trace(office, iri(start), at=DAY)


def test_the_order_of_hops_does_not_depend_on_the_order_of_loading(office: Store) -> None:
    quads = list(office)
    random.Random(7).shuffle(quads)
    shuffled = Store()
    shuffled.extend(quads)
    assert trace(shuffled, iri("person:an"), at=DAY) == trace(office, iri("person:an"), at=DAY)


LINKS = st.sets(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=24)


@given(LINKS)
@settings(max_examples=40)
def test_cycles_end_and_down_is_the_reverse_of_up(links: set[tuple[int, int]]) -> None:
    documents = " ".join(f"doc:d{i} a mg:Decision ." for i in range(8))
    reader = Reader(world(documents + " ".join(f"doc:d{a} mg:basedOn doc:d{b} ." for a, b in links)))
    above = {i: set(keys(trace(reader, iri(f"doc:d{i}"), at=DAY))) for i in range(8)}
    below = {i: set(keys(trace(reader, iri(f"doc:d{i}"), direction="down", at=DAY))) for i in range(8)}
    assert {(i, j) for i in above for j in range(8) if f"d{j}" in above[i]} == {
        (i, j) for j in below for i in range(8) if f"d{i}" in below[j]
    }
    chain = trace(reader, iri("doc:d0"), at=DAY)
    assert len(set(hops(chain))) == len(chain.edges)
    assert {(int(s[1:]), int(o[1:])) for s, _, o in hops(chain)} <= links


ASKED = st.lists(st.tuples(st.integers(0, 7), st.sampled_from(["up", "down"]), st.integers(0, 9)), max_size=12)


@given(LINKS, st.lists(st.integers(0, 9), min_size=8, max_size=8), ASKED)
@settings(max_examples=40)
def test_what_a_reader_remembers_of_other_chains_and_days_changes_no_chain(
    links: set[tuple[int, int]], issued: list[int], asked: list[tuple[int, Direction, int]]
) -> None:
    documents = " ".join(f'doc:d{i} a mg:Decision ; mg:issuedOn "202{issued[i]}-05-01"^^xsd:date .' for i in range(8))
    told = " ".join(f"doc:d{a} mg:{('basedOn', 'replaces')[a % 2]} doc:d{b} ." for a, b in links)
    store = world(documents + told)
    reader = Reader(store)
    for start, direction, year in asked:  # more days than are remembered
        day, of = date(2020 + year, 9, 1), iri(f"doc:d{start}")
        assert trace(reader, of, direction=direction, at=day) == trace(store, of, direction=direction, at=day)
