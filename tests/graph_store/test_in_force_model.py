"""The status of any documents is what a plain model of days says, and Python, SPARQL and Cypher judge alike."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import product
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Store

from graph_store.chain_dates import bounds, without_quarter
from graph_store.chain_reader import Reader
from graph_store.in_force import in_force
from graph_store.kglite_engine import KgliteEngine
from graph_store.oxigraph_engine import SparqlEngine
from graph_store.view import View
from queries.catalog import question
from tests.graph_store.small_world import iri, world
from tests.graph_store.test_chains_dates import turtle_date

DATES = ["2022", "2022-02", "2022-02-28", "2022-03-01", "2022-34", "2023-01-01", "2023", "2023-12-31", "2024-02"]
DAYS = ["2021-12-31", "2022-02-27", "2022-02-28", "2022-03-01", "2022-12-31", "2023-01-01", "2024-02-29", "2024-03-01"]
PARTS = ["", "", "", "#dieu-5", "#dieu-5-khoan-2"]
DONE = {"replaces": "replaced", "repeals": "repealed", "suspends": "suspended", "suspendsTemporarily": "suspended"}
Dates = tuple[list[str], list[str], list[str]]  # issued, effective from, effective to; as sources give them
Relation = tuple[int, str, str, int, str]  # document, its provision, what it does to document, its provision

some_dates = st.lists(st.sampled_from(DATES), max_size=2)
documents = st.lists(st.tuples(some_dates, some_dates, some_dates), min_size=2, max_size=4)
ends = st.tuples(st.integers(0, 3), st.sampled_from(PARTS))
relations = st.lists(
    st.tuples(ends, st.sampled_from([*DONE, "amends"]), ends).map(lambda link: (*link[0], link[1], *link[2])),
    max_size=6,
)
days = st.sampled_from(DAYS)


def key(number: int) -> str:
    return iri(f"doc:d{number}")


def between(links: list[Relation], count: int) -> list[Relation]:
    """The relations, with ends among `count` documents. A document does nothing to itself."""
    found = [(a % count, part, done, b % count, hit) for a, part, done, b, hit in links]
    return [link for link in found if link[0] != link[3]]


def statements(dates: list[Dates], links: list[Relation]) -> list[str]:
    """Turtle, one statement each."""
    found = []
    for i, values in enumerate(dates):
        found += [f"doc:d{i} a mg:Decision . ", f"<{key(i)}#dieu-5> a mg:Provision ; mg:provisionOf doc:d{i} . "]
        found += [f"<{key(i)}#dieu-5-khoan-2> a mg:Provision ; mg:provisionOf <{key(i)}#dieu-5> . "]
        for name, texts in zip(("issuedOn", "effectiveFrom", "effectiveTo"), values, strict=True):
            found += [f"doc:d{i} mg:{name} {turtle_date(text)} . " for text in texts]
    for a, part, done, b, hit in between(links, len(dates)):
        found.append(f"<{key(a)}{part}> mg:{done} <{key(b)}{hit}> . ")
    return found


# The model: a world is a choice of one day for each date; a state is certain if it holds in all worlds.

Held = frozenset[tuple[str, str, str]]  # status, document that did it, provision that was hit


def span(texts: list[str], otherwise: tuple[str, str]) -> tuple[str, str]:
    return (bounds(without_quarter(min(texts))) or otherwise) if texts else otherwise


def begins(dates: list[Dates]) -> list[tuple[str, str]]:
    return [span(effective or issued, ("", "~")) for issued, effective, _ in dates]


def enders(links: list[Relation], document: int, part: str) -> set[int]:
    """The documents that replace or repeal this one, or the provision, or one that the provision is in."""
    ending = [link for link in links if link[2] in ("replaces", "repeals") and link[3] == document]
    return {a for a, _, _, _, hit in ending if not hit or f"{part}-".startswith(f"{hit}-")}


def acts_on_the_first(dates: list[Dates], links: list[Relation]) -> list[Relation]:
    """Without those that never took effect, and those that came when it had expired."""
    begin, acts = begins(dates), []
    expired = span(dates[0][2], ("~", "~"))[1]
    for a, part, done, b, hit in links:
        first = begin[a][0]
        never = first and any(begin[z][1] < first for z in enders(links, a, part))
        too_late = first and expired < (date.fromisoformat(first) - timedelta(days=1)).isoformat()
        if b == 0 and done in DONE and not never and not too_late:
            acts.append((a, part, done, b, hit))
    return acts


def worlds(dates: list[Dates], links: list[Relation], at: str) -> Iterator[Held]:
    """What holds of the first document in each world. Only the ends of a span matter: days are compared with `at`."""
    spans = [*begins(dates), *(span(until, ("~", "~")) for _, _, until in dates)]
    acts = acts_on_the_first(dates, links)
    for chosen in product(*(sorted({*span}) for span in spans)):
        begin, until = chosen[: len(dates)], chosen[len(dates) :]
        held = {("in-force" if begin[0] <= at else "not-yet", "", "")}
        held |= {("expired", "", "")} if until[0] < at else set()
        for a, part, done, _, hit in acts:
            over = until[a] < at or any(begin[z] <= at for z in enders(links, a, part))
            if begin[a] <= at and not (DONE[done] == "suspended" and over):
                held.add((("partly-" if hit else "") + DONE[done], key(a), hit.lstrip("#")))
        yield frozenset(held)


@given(documents, relations, days)
@settings(max_examples=300)
def test_a_state_is_certain_if_it_holds_whatever_the_dates_mean_and_possible_if_it_may_hold(
    dates: list[Dates], links: list[Relation], at: str
) -> None:
    reader = Reader(world("".join(statements(dates, links))))
    found = in_force(reader, reader.thing(key(0)), at)
    told = {(state.code, state.by or "", state.part): state.certainty for state in reversed(found.states)}
    in_worlds = list(worlds(dates, between(links, len(dates)), at))
    always, ever = frozenset.intersection(*in_worlds), frozenset.union(*in_worlds)
    expected = dict.fromkeys(ever, "possible") | dict.fromkeys(always, "certain")
    if {("in-force", "", ""), ("not-yet", "", "")} <= ever:
        del expected["not-yet", "", ""]  # said once: perhaps in force
    assert told == expected
    assert found.code == ("unknown" if found.possibly else found.states[0].code)


def by_python(store: Store, count: int, at: str) -> list[tuple[str | None, ...]]:
    reader = Reader(store)
    found = [(document, in_force(reader, reader.thing(document), at)) for document in map(key, range(count))]
    return [(document, s.code, s.possibly, s.since, s.by, s.part or None) for document, s in found]


def by_question(engine: SparqlEngine | KgliteEngine, at: str) -> list[tuple[object, ...]]:
    asked = question("in_force_on")
    rows = engine.answer(asked, asked.bind({"at": at})).as_dicts()
    return [tuple(row[name] for name in ("document", "status", "possibly", "since", "by", "part")) for row in rows]


@given(documents, relations, days)
@settings(max_examples=150)
def test_python_sparql_and_cypher_judge_alike(dates: list[Dates], links: list[Relation], at: str) -> None:
    store = world("".join(statements(dates, links)))
    view = View(0, store, None, None)
    expected = by_python(store, len(dates), at)
    assert by_question(SparqlEngine(view), at) == expected
    kglite = KgliteEngine(view)
    assert by_question(kglite, at) == expected
    kglite.close()


@given(documents, relations, days, st.randoms(use_true_random=False))
@settings(max_examples=100)
def test_the_order_of_statements_and_their_sources_do_not_matter(
    dates: list[Dates], links: list[Relation], at: str, random: Random
) -> None:
    said = statements(dates, links)
    shuffled = [*said, *said]  # two sources may say the same
    random.shuffle(shuffled)
    expected = by_python(world("".join(said)), len(dates), at)
    assert by_python(world("".join(shuffled[::2]), "".join(shuffled[1::2])), len(dates), at) == expected


@given(documents, relations, relations, days)
@settings(max_examples=100)
def test_a_relation_added_and_removed_again_gives_back_the_old_status(
    dates: list[Dates], links: list[Relation], more: list[Relation], at: str
) -> None:
    """In one store, which is read anew after each change: nothing of a status stays behind."""
    store = world("".join(statements(dates, links)))
    both = world("".join(statements(dates, [*links, *more])))
    added = set(both) - set(store)
    before = by_python(store, len(dates), at)
    store.extend(added)
    assert by_python(store, len(dates), at) == by_python(both, len(dates), at)
    for quad in added:
        store.remove(quad)
    assert by_python(store, len(dates), at) == before


@given(documents, relations, days)
@settings(max_examples=200)
def test_a_status_depends_on_no_document_that_takes_effect_later(
    dates: list[Dates], links: list[Relation], at: str
) -> None:
    begin = begins(dates)
    by_then = [link for link in between(links, len(dates)) if begin[link[0]][0] <= at]
    expected = by_python(world("".join(statements(dates, by_then))), len(dates), at)
    assert by_python(world("".join(statements(dates, links))), len(dates), at) == expected


@given(documents, relations, days)
@settings(max_examples=100)
def test_only_what_another_repeals_is_repealed_and_only_what_has_a_last_day_expires(
    dates: list[Dates], links: list[Relation], at: str
) -> None:
    store = world("".join(statements(dates, links)))
    repealed = {key(b) for _, _, done, b, hit in between(links, len(dates)) if done == "repeals" and not hit}
    dated = {key(i) for i, (_, _, until) in enumerate(dates) if until}
    for document, code, possibly, *_ in by_python(store, len(dates), at):
        assert "repealed" not in (code, possibly) or document in repealed
        assert "expired" not in (code, possibly) or document in dated


@given(documents, relations, days)
@settings(max_examples=150)
def test_a_basis_is_lost_in_both_languages_where_its_document_or_provision_is_surely_or_perhaps_gone(
    dates: list[Dates], links: list[Relation], at: str
) -> None:
    rests = (
        "doc:young a mg:Notice ; mg:basedOn doc:d0 . doc:part a mg:Notice ; mg:implements <" + key(0) + "#dieu-5> . "
    )
    store = world("".join([*statements(dates, links), rests]))
    view = View(0, store, None, None)
    reader = Reader(store)
    gone = [s for s in in_force(reader, reader.thing(key(0)), at).states if s.code not in ("in-force", "not-yet")]
    expected = {iri("doc:part")} if any(s.concerns("dieu-5") for s in gone) else set()
    expected |= {iri("doc:young")} if any(not s.part for s in gone) else set()
    asked = question("lost_basis")
    rows = SparqlEngine(view).answer(asked, asked.bind({"at": at})).as_dicts()
    assert {row["thing"] for row in rows} == expected
    kglite = KgliteEngine(view)
    assert kglite.answer(asked, asked.bind({"at": at})).as_dicts() == rows
    kglite.close()
