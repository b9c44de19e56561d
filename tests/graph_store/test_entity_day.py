"""An entity on a day: what held is told, what is only possible is marked, and a plain model of days judges alike."""

from contextlib import closing
from datetime import date
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph_store.chain_model import Certainty
from graph_store.chain_reader import Reader
from graph_store.engine import Engine
from graph_store.entities import Entity, entity
from graph_store.entity_day import EntityDay, OnDay
from graph_store.kglite_engine import KgliteEngine
from graph_store.neo4j.address import Address
from graph_store.neo4j.engine import Neo4jEngine
from graph_store.neo4j.load import load
from graph_store.neo4j.sync import projection_of
from graph_store.oxigraph_engine import SparqlEngine
from graph_store.view import View
from queries.catalog import question
from tests.graph_store.small_world import iri, world
from tests.graph_store.test_chains_dates import turtle_date
from tests.queries.test_days_model import DATES, Model, Stretch, World, day_span, days, view_of, worlds

CHANGES = """
    place:old a mg:Place ; skos:prefLabel "Sông Vân"@vi ; mg:existsTo "2025-06-30"^^xsd:date ;
        mg:latest "2025-06-30"^^xsd:date .
    place:new a mg:Place ; skos:prefLabel "Hồng Vân"@vi ; mg:succeeds place:old ; mg:existsFrom "2025-07-01"^^xsd:date ;
        mg:earliest "2025-07-01"^^xsd:date .
    change:m a mg:Merger ; mg:changedFrom place:old ; mg:changedTo place:new ; mg:changedOn "2025-07-01"^^xsd:date ;
        mg:earliest "2025-07-01"^^xsd:date .
    body:b a mg:PartyCommittee ; mg:inPlace place:old ; mg:existsFrom "2020"^^xsd:gYear ;
        mg:earliest "2020-01-01"^^xsd:date .
    doc:a a mg:Regulation ; mg:issuedOn "2018-02-03"^^xsd:date ; mg:earliest "2018-02-03"^^xsd:date ;
        mg:regulates body:b ; mg:signedBy person:an .
    doc:b a mg:Regulation ; mg:issuedOn "2023-05"^^xsd:gYearMonth ; mg:earliest "2023-05-01"^^xsd:date ;
        mg:replaces doc:a ; mg:basedOn doc:c .
    doc:c a mg:Resolution . person:an a mg:Person .
"""


def at(key: str, day: str) -> tuple[Entity, OnDay]:
    store = world(CHANGES)
    judge = EntityDay(Reader(store), date.fromisoformat(day))
    return entity(store, iri(key), day=judge), judge.about(iri(key))


def told(found: Entity) -> dict[str, Certainty | None]:
    """Relations by name, backward ones led by <, with their certainty."""
    forward = {name: value.certainty for name, values in found.properties.items() for value in values if value.is_iri}
    return forward | {f"<{one.property}": one.certainty for one in found.incoming}


@pytest.mark.parametrize(
    ("key", "day", "presence", "relations"),
    [
        ("place:old", "2025-06-30", "possible", {"<inPlace": "possible"}),
        ("place:old", "2025-07-01", "over", {"<changedFrom": "certain", "<succeeds": "certain"}),
        ("place:new", "2025-06-30", "not-yet", {}),
        ("doc:a", "2018-02-02", "not-yet", {}),
        ("doc:a", "2019-12-31", "certain", {"signedBy": "certain"}),
        ("doc:a", "2020-06-01", "certain", {"regulates": "possible", "signedBy": "certain"}),
        ("doc:a", "2023-05-15", "certain", {"<replaces": "possible", "regulates": "certain", "signedBy": "certain"}),
        ("doc:b", "2023-05-15", "possible", {"basedOn": "possible", "replaces": "possible"}),
        ("doc:b", "2023-06-01", "certain", {"basedOn": "possible", "replaces": "certain"}),
        ("person:an", "2018-02-02", "undated", {}),
    ],
)
def test_states_are_true_while_both_ends_are_there_and_acts_from_the_later_one_on(
    key: str, day: str, presence: str, relations: dict[str, str]
) -> None:
    found, on_day = at(key, day)
    assert (on_day.presence, told(found)) == (presence, relations)


def test_what_was_not_there_is_told_with_what_was_there_in_its_place() -> None:
    assert at("place:new", "2025-06-30")[1].instead == (iri("place:old"),)
    assert at("place:old", "2025-07-01")[1].instead == (iri("place:new"),)
    assert [reason.code for reason in at("body:b", "2025-07-01")[1].reasons] == ["place-merged"]


def test_without_a_day_everything_is_told_and_nothing_is_judged() -> None:
    found = entity(world(CHANGES), iri("doc:a"))
    assert told(found) == {"<replaces": None, "regulates": None, "signedBy": None}


def test_of_what_points_at_an_entity_the_limit_counts_only_what_held_on_the_day() -> None:
    gone = " ".join(
        f'body:a{i} a mg:Body ; mg:ofKind kind:k ; mg:existsTo "2020"^^xsd:gYear ; mg:latest "2020-12-31"^^xsd:date .'
        for i in range(9)
    )
    store = world("kind:k a mg:BodyKind . body:z a mg:Body ; mg:ofKind kind:k . " + gone)
    day = EntityDay(Reader(store), date(2021, 1, 1))
    found = entity(store, iri("kind:k"), incoming=2, day=day)
    assert ([one.subject for one in found.incoming], found.incoming_truncated) == ([iri("body:z")], ())


def presence_of(model: Model, stretch: Stretch) -> str:
    before = any(model.at < day_span(text, quarter_as_year=False)[0] for text in stretch.since)
    return model.judged(stretch, []) or ("not-yet" if before else "over")


@given(worlds, days)
@settings(max_examples=60)
def test_presence_offices_and_heads_are_those_of_the_model(world_told: World, day: str) -> None:
    model, reader = Model(world_told, day), Reader(view_of(world_told).store)
    judge = EntityDay(reader, date.fromisoformat(day))
    for letter, stretches in (("body:b", world_told.bodies), ("place:p", world_told.places)):
        for n, stretch in enumerate(stretches):
            assert judge.presence(iri(f"{letter}{n}")) == presence_of(model, stretch)
    for body in range(2):
        heads = {f"q{post}" for post in model.highest(body)}
        offices = judge.about(iri(f"body:b{body}")).offices
        found = [(_key(o.person), o.certainty, _key(o.position), _key(o.holding)) for o in offices]
        assert sorted(found) == sorted(model.holders_on_date(body), key=str)
        assert {_key(office.position) for office in offices if office.head} == heads & {row[2] for row in found}
    for person in range(3):
        offices = judge.about(iri(f"person:x{person}")).offices
        assert {(_key(o.holding), o.certainty) for o in offices} == {
            (f"h{n}", sure) for n, office, sure in model.held if office.person == person
        }


@given(worlds, days)
@settings(max_examples=60)
def test_what_points_at_a_post_is_what_the_model_holds_for_it_and_its_body(world_told: World, day: str) -> None:
    model, store = Model(world_told, day), view_of(world_told).store
    judge = EntityDay(Reader(store), date.fromisoformat(day))
    for post, (body, _) in enumerate(world_told.posts):
        there = presence_of(model, world_told.bodies[body])
        expected = {
            (f"h{n}", "certain" if (sure, there) == ("certain", "certain") else "possible")
            for n, office, sure in model.held
            if office.post == post and there not in ("not-yet", "over")
        }
        found = entity(store, iri(f"pos:q{post}"), day=judge)
        assert {(_key(one.subject), one.certainty) for one in found.incoming} == expected


def _key(one: str) -> str:
    return one.rsplit("/", 1)[1]


issues = st.lists(st.lists(st.sampled_from(DATES), max_size=2), min_size=3, max_size=3)
acts = st.sets(st.sampled_from([(a, b) for a, b in product(range(3), repeat=2) if a != b]), min_size=1)


def documents(dates: list[list[str]], stated: set[tuple[int, int]]) -> View:
    lines = [f"doc:d{n} a mg:Regulation ." for n in range(3)]
    for n, texts in enumerate(dates):
        for text in texts:
            first = day_span(text, quarter_as_year=False)[0].isoformat()
            lines.append(f"doc:d{n} mg:issuedOn {turtle_date(text)} ; mg:earliest {turtle_date(first)} .")
    lines += [f"doc:d{a} mg:basedOn doc:d{b} ." for a, b in stated]
    return View(0, world(" ".join(lines)), None, None)


def related(dates: list[list[str]], stated: set[tuple[int, int]], of: int, day: str) -> set[tuple[str, str, str]]:
    """(direction, other, certainty) in plain Python."""
    asked = date.fromisoformat(day)

    def begun(texts: list[str]) -> str:
        if texts and day_span(min(texts), quarter_as_year=True)[1] <= asked:
            return "certain"
        late = any(day_span(text, quarter_as_year=False)[0] > asked for text in texts)
        return "not-yet" if late else "possible"

    found = set()
    for a, b in stated:
        judged = [begun(dates[a]), begun(dates[b])]
        if of in (a, b) and "not-yet" not in judged:
            sure = "certain" if judged == ["certain"] * 2 else "possible"
            found.add(("out", f"d{b}", sure) if a == of else ("in", f"d{a}", sure))
    return found


def asked_of(engine: Engine, of: int, day: str) -> set[tuple[str, str, str]]:
    ready = question("relations_on_date")
    rows = engine.answer(ready, ready.bind({"document": f"document/d{of}", "at": day})).as_dicts()
    return {(str(row["direction"]), _key(str(row["other"])), str(row["certainty"])) for row in rows}


@given(issues, acts, days)
@settings(max_examples=50)
def test_relations_of_documents_on_a_day_are_those_of_a_plain_model_in_python_sparql_and_cypher(
    dates: list[list[str]], stated: set[tuple[int, int]], day: str
) -> None:
    view = documents(dates, stated)
    judge = EntityDay(Reader(view.store), date.fromisoformat(day))
    with closing(SparqlEngine(view)) as sparql, closing(KgliteEngine(view)) as kglite:
        for of in range(3):
            expected = related(dates, stated, of, day)
            assert asked_of(sparql, of, day) == asked_of(kglite, of, day) == expected
            found = entity(view.store, iri(f"doc:d{of}"), day=judge)
            out = {("out", _key(v.text), v.certainty) for v in found.properties.get("basedOn", ())}
            assert out | {("in", _key(one.subject), one.certainty) for one in found.incoming} == expected


@given(issues, acts, days)
@settings(max_examples=8)
def test_neo4j_gives_the_same_relations_on_a_day(
    neo4j_address: Address, dates: list[list[str]], stated: set[tuple[int, int]], day: str
) -> None:
    view = documents(dates, stated)
    load(neo4j_address, projection_of(view))
    with closing(Neo4jEngine(neo4j_address, view)) as engine:
        assert all(asked_of(engine, of, day) == related(dates, stated, of, day) for of in range(3))
