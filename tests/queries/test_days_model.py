"""Who held what, and what was there, on a day: a plain model of days, SPARQL, Cypher and mandate chains judge alike."""

import calendar
from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from itertools import product
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph_store.chains import trace
from graph_store.engine import Engine
from graph_store.kglite_engine import KgliteEngine
from graph_store.neo4j.address import Address
from graph_store.neo4j.engine import Neo4jEngine
from graph_store.neo4j.load import load
from graph_store.neo4j.sync import projection_of
from graph_store.oxigraph_engine import SparqlEngine
from graph_store.view import View
from ontology.identifiers import ID_BASE
from queries.catalog import question
from tests.graph_store.small_world import iri, world
from tests.graph_store.test_chains_dates import turtle_date

DATES = ["2022", "2022-02", "2022-02-28", "2022-03-01", "2022-34", "2023-01-01", "2023", "2023-12-31", "2024-02"]
DAYS = ["2021-12-31", "2022-01-01", "2022-02-28", "2022-03-01", "2022-12-31", "2023-01-01", "2024-02-29", "2024-03-01"]
Certainty = Literal["certain", "possible"]
Row = tuple[object, ...]


@dataclass(frozen=True)
class Stretch:
    """A stretch of time as sources tell it: each may give a start and an end of its own."""

    since: list[str]
    until: list[str]


@dataclass(frozen=True)
class Office:
    person: int
    post: int
    stretch: Stretch
    seen: list[str]  # days on which a source saw the person in it


@dataclass(frozen=True)
class World:
    bodies: list[Stretch]
    posts: list[tuple[int, int | None]]  # body, rank
    offices: list[Office]
    places: list[Stretch]


def day_span(text: str, *, quarter_as_year: bool) -> tuple[date, date]:
    """The first and the last day that a date may mean."""
    year, month, day = (*(int(part) for part in text.split("-")), 0, 0)[:3]
    if month > 12:
        first, last = (1, 12) if quarter_as_year else (3 * (month - 32) - 2, 3 * (month - 32))
    else:
        first, last = (month, month) if month else (1, 12)
    last_day = day or calendar.monthrange(year, last)[1]
    return date(year, first, day or 1), date(year, last, last_day)


def ends_after_it_begins(stretch: Stretch) -> bool:
    spans = [[day_span(t, quarter_as_year=True) for t in texts] for texts in (stretch.since, stretch.until)]
    return all(a[0] <= b[1] for a in spans[0] for b in spans[1])


some_dates = st.lists(st.sampled_from(DATES), max_size=2)
stretches = st.builds(Stretch, some_dates, some_dates).filter(ends_after_it_begins)
offices = st.builds(
    Office, st.integers(0, 2), st.integers(0, 3), stretches, st.lists(st.sampled_from(DATES[2:4]), max_size=2)
)
worlds = st.builds(
    World,
    st.lists(stretches, min_size=2, max_size=2),
    st.lists(st.tuples(st.integers(0, 1), st.sampled_from([None, 1, 1, 2])), min_size=4, max_size=4),
    st.lists(offices, max_size=6),
    st.lists(stretches, max_size=3),
)
days = st.sampled_from(DAYS)


def turtle(told: World) -> str:
    """The world as an import writes it: with the days that no source excludes."""
    lines = []
    for n, stretch in enumerate(told.bodies):
        lines.append(f"body:b{n} a mg:PartyCommittee ; mg:level code:level\\/central . ")
        lines += _dates(f"body:b{n}", stretch, "existsFrom", "existsTo")
    for n, stretch in enumerate(told.places):
        lines.append(f"place:p{n} a mg:Place ; mg:placeKind code:place-kind\\/tinh . ")
        lines += _dates(f"place:p{n}", stretch, "existsFrom", "existsTo")
    for n, (body, rank) in enumerate(told.posts):
        ranked = f" ; mg:rank {rank}" if rank else ""
        lines.append(f"pos:q{n} a mg:Position ; mg:positionIn body:b{body}{ranked} . ")
    lines += [f"person:x{n} a mg:Person . " for n in range(3)]
    for n, office in enumerate(told.offices):
        ends = f"mg:heldBy person:x{office.person} ; mg:inPosition pos:q{office.post}"
        lines.append(f"hold:h{n} a mg:Holding ; {ends} . ")
        lines += [f"hold:h{n} mg:observedOn {turtle_date(day)} . " for day in office.seen]
        lines += _dates(f"hold:h{n}", office.stretch, "from", "to")
    return "".join(lines)


def _dates(thing: str, stretch: Stretch, since: str, until: str) -> Iterator[str]:
    for text in stretch.since:
        first = day_span(text, quarter_as_year=False)[0]
        yield f"{thing} mg:{since} {turtle_date(text)} ; mg:earliest {turtle_date(first.isoformat())} . "
    for text in stretch.until:
        last = day_span(text, quarter_as_year=False)[1]
        yield f"{thing} mg:{until} {turtle_date(text)} ; mg:latest {turtle_date(last.isoformat())} . "


class Model:
    """What is so on a day, in plain Python: a quarter counts as its year where something is to be certain."""

    def __init__(self, told: World, at: str) -> None:
        self.told = told
        self.at = date.fromisoformat(at)
        self.held: list[tuple[int, Office, Certainty]] = []  # with the number of the office
        for number, office in enumerate(told.offices):
            if judged := self.judged(office.stretch, office.seen):
                self.held.append((number, office, judged))

    def judged(self, stretch: Stretch, seen: list[str]) -> Certainty | None:
        """Certain if it holds whatever the dates mean; None if a source excludes the day."""
        looks = [date.fromisoformat(day) for day in seen]
        starts = [day_span(t, quarter_as_year=True) for t in [min(stretch.since)] if t] if stretch.since else []
        ends = [day_span(t, quarter_as_year=True) for t in [min(stretch.until)] if t] if stretch.until else []
        begun = any(last <= self.at for _, last in starts) or any(day <= self.at for day in looks)
        lasts = any(first >= self.at for first, _ in ends) or any(day >= self.at for day in looks)
        if begun and lasts:
            return "certain"
        before = any(self.at < day_span(t, quarter_as_year=False)[0] for t in stretch.since)
        after = any(self.at > day_span(t, quarter_as_year=False)[1] for t in stretch.until)
        return None if before or after else "possible"

    def body_of(self, office: Office) -> int:
        return self.told.posts[office.post][0]

    def highest(self, body: int) -> set[int]:
        """The posts of a body with the smallest rank."""
        ranks = {n: rank for n, (b, rank) in enumerate(self.told.posts) if b == body and rank}
        return {n for n, rank in ranks.items() if rank == min(ranks.values())}

    def holders_on_date(self, body: int) -> list[Row]:
        return [(f"x{o.person}", sure, f"q{o.post}", f"h{n}") for n, o, sure in self.held if self.body_of(o) == body]

    def head_of_body(self, body: int) -> list[Row]:
        posts = self.highest(body)
        return [(f"x{o.person}", sure, f"q{o.post}", f"h{n}") for n, o, sure in self.held if o.post in posts]

    def person_positions(self, person: int) -> list[Row]:
        return [(f"b{self.body_of(o)}", sure, f"h{n}") for n, o, sure in self.held if o.person == person]

    def colleagues(self, person: int) -> list[Row]:
        ours: dict[int, list[Certainty]] = defaultdict(list)
        for _, office, sure in self.held:
            if office.person == person:
                ours[self.body_of(office)].append(sure)
        found: list[Row] = []
        for n, office, sure in self.held:
            body = self.body_of(office)
            if office.person != person and body in ours:
                both = "certain" if sure == "certain" and "certain" in ours[body] else "possible"
                found.append((f"x{office.person}", f"b{body}", both, f"h{n}"))
        return found

    def concurrent_posts(self) -> list[Row]:
        found: list[Row] = []
        for person in range(3):
            sure = [s for _, office, s in self.held if office.person == person]
            if len(sure) > 1:
                found.append((f"x{person}", sure.count("certain"), sure.count("possible")))
        return found

    def vacant_positions(self) -> list[Row]:
        found: list[Row] = []
        for n, (body, _) in enumerate(self.told.posts):
            known = sum(office.post == n for office in self.told.offices)
            held = [sure for _, office, sure in self.held if office.post == n]
            stretch = self.told.bodies[body]
            if "certain" not in held and not self.excluded(stretch):
                found.append((f"q{n}", known, "possible" if held or not known else "certain"))
        return found

    def excluded(self, stretch: Stretch) -> bool:
        return any(self.at < day_span(t, quarter_as_year=False)[0] for t in stretch.since) or any(
            self.at > day_span(t, quarter_as_year=False)[1] for t in stretch.until
        )

    def there(self, stretches: list[Stretch], letter: str) -> list[Row]:
        judged = [(f"{letter}{n}", self.judged(stretch, [])) for n, stretch in enumerate(stretches)]
        return [(name, sure) for name, sure in judged if sure]

    def overlapping_heads(self) -> list[Row]:
        found: list[Row] = []
        for (n, first), (m, second) in product(enumerate(self.told.offices), repeat=2):
            begins = [(min(o.stretch.since, default=""), f"h{k}") for k, o in ((n, first), (m, second))]
            same = first.post == second.post and first.post in self.highest(self.body_of(first))
            if not same or first.person == second.person or not begins[0][0] or begins[0] >= begins[1]:
                continue
            together = {
                never: [
                    a[0] < b[1] and b[0] < a[1]
                    for a, b in product(readings(first.stretch, never), readings(second.stretch, never))
                ]
                for never in (True, False)
            }
            if all(together[True]):
                found.append(("certain" if all(together[False]) else "possible", f"h{n}", f"h{m}"))
        return found


def readings(stretch: Stretch, never: bool) -> list[tuple[date, date]]:
    """(start, end) as the smallest dates may mean them; an unknown end never comes, or on the day of the start."""
    starts = day_span(min(stretch.since), quarter_as_year=True)
    if not stretch.until:
        return [(s, date.max if never else s) for s in starts]
    ends = day_span(min(stretch.until), quarter_as_year=True)
    begins = [s for s in {*starts, *ends} if starts[0] <= s <= starts[1]]  # nobody begins after the last end
    return [(s, e) for s in begins for e in {*ends, s} if s <= e and ends[0] <= e <= ends[1]]


def asked(engine: Engine, name: str, columns: str, **values: str) -> list[Row]:
    """The columns of an answer, things by the last part of their IRIs."""
    ready = question(name)
    rows = engine.answer(ready, ready.bind(values)).as_dicts()
    return [tuple(_short(row[column]) for column in columns.split()) for row in rows]


def _short(value: object) -> object:
    return value.rsplit("/", 1)[1] if isinstance(value, str) and value.startswith(ID_BASE) else value


def answers(engine: Engine, at: str) -> dict[str, list[Row]]:
    """What an engine says to every question about the day."""
    held = "person certainty position holding"
    found = {
        "concurrent_posts": asked(engine, "concurrent_posts", "person certain possible", at=at),
        "vacant_positions": asked(engine, "vacant_positions", "position known certainty", at=at),
        "bodies_existing_on": asked(engine, "bodies_existing_on", "body certainty", level="central", at=at),
        "places_on": asked(engine, "places_on", "place certainty", kind="tinh", at=at),
        "overlapping_heads": asked(engine, "overlapping_heads", "certainty holding otherHolding"),
    }
    for n in range(2):
        found[f"holders_on_date {n}"] = asked(engine, "holders_on_date", held, body=f"body/b{n}", at=at)
        found[f"head_of_body {n}"] = asked(engine, "head_of_body", held, body=f"body/b{n}", at=at)
    for n in range(3):
        who = f"person/x{n}"
        found[f"person_positions {n}"] = asked(engine, "person_positions", "body certainty holding", person=who, at=at)
        found[f"colleagues {n}"] = asked(engine, "colleagues", "colleague body certainty holding", person=who, at=at)
    return {name: sorted(rows, key=str) for name, rows in found.items()}


def expected(told: World, at: str) -> dict[str, list[Row]]:
    model = Model(told, at)
    found = {
        "concurrent_posts": model.concurrent_posts(),
        "vacant_positions": model.vacant_positions(),
        "bodies_existing_on": model.there(told.bodies, "b"),
        "places_on": model.there(told.places, "p"),
        "overlapping_heads": model.overlapping_heads(),
    }
    for n in range(2):
        found[f"holders_on_date {n}"] = model.holders_on_date(n)
        found[f"head_of_body {n}"] = model.head_of_body(n)
    for n in range(3):
        found[f"person_positions {n}"] = model.person_positions(n)
        found[f"colleagues {n}"] = model.colleagues(n)
    return {name: sorted(rows, key=str) for name, rows in found.items()}


def view_of(told: World) -> View:
    return View(0, world(turtle(told)), None, None)


@pytest.mark.parametrize("kind", [SparqlEngine, KgliteEngine])
@given(worlds, days)
@settings(max_examples=50)
def test_an_answer_is_certain_whatever_the_dates_mean_and_possible_if_no_source_excludes_the_day(
    kind: type[SparqlEngine] | type[KgliteEngine], told: World, at: str
) -> None:
    with closing(kind(view_of(told))) as engine:
        assert answers(engine, at) == expected(told, at)


@given(worlds, days)
@settings(max_examples=8)
def test_neo4j_judges_days_as_the_model_does(neo4j_address: Address, told: World, at: str) -> None:
    view = view_of(told)
    load(neo4j_address, projection_of(view))
    with closing(Neo4jEngine(neo4j_address, view)) as engine:
        assert answers(engine, at) == expected(told, at)


@given(worlds, days)
@settings(max_examples=100)
def test_a_chain_holds_the_offices_that_the_day_does_not_exclude_and_says_which_are_possible(
    told: World, at: str
) -> None:
    model, store = Model(told, at), view_of(told).store
    for person in range(3):
        chain = trace(store, iri(f"person:x{person}"), at=date.fromisoformat(at))
        found = {(_short(e.subject), e.certainty) for e in chain.edges if e.predicate == "heldBy"}
        assert found == {(f"h{n}", sure) for n, office, sure in model.held if office.person == person}
