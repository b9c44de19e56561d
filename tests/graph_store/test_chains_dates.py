"""Days and their bounds; and that chains and ready questions call the same offices certain, possible or excluded."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph_store.chain_dates import bounds
from graph_store.chains import trace
from graph_store.oxigraph_engine import SparqlEngine
from graph_store.view import View
from queries.catalog import question
from tests.graph_store.small_world import iri, world


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("2022-06-02", ("2022-06-02", "2022-06-02")),
        ("2024-02", ("2024-02-01", "2024-02-29")),
        ("2022", ("2022-01-01", "2022-12-31")),
        ("2023-33", ("2023-01-01", "2023-03-31")),
        ("2023-36", ("2023-10-01", "2023-12-31")),
        ("2023-37", None),
        ("2023-13", None),
        ("khoảng 2023", None),
        ("", None),
    ],
)
def test_a_stored_date_has_bounds_or_is_none(text: str, span: tuple[str, str] | None) -> None:
    assert bounds(text) == span


DATES = st.sampled_from(["2022", "2022-05", "2022-05-31", "2022-06-01", "2022-34", "2023-01-01", "2023", "2024-02"])
DAYS = st.sampled_from(
    ["2021-12-31", "2022-05-31", "2022-06-01", "2022-12-31", "2023-01-01", "2024-02-29", "2024-03-01"]
)


def turtle_date(text: str) -> str:
    if len(text) == 10:
        return f'"{text}"^^xsd:date'
    kind = "edtf:edtf" if text[5:] > "12" else "xsd:gYearMonth" if len(text) == 7 else "xsd:gYear"
    return f'"{text}"^^{kind}'


def holding(key: str, starts: list[str], ends: list[str], seen: list[str]) -> str:
    dates = [("from", turtle_date(d)) for d in starts] + [("to", turtle_date(d)) for d in ends]
    dates += [("observedOn", turtle_date(d)) for d in seen]
    dates += [("earliest", turtle_date(span[0])) for d in starts if (span := bounds(d))]
    dates += [("latest", turtle_date(span[1])) for d in ends if (span := bounds(d))]
    facts = " ".join(f"; mg:{name} {value}" for name, value in dates)
    return f"hold:{key} a mg:Holding ; mg:heldBy person:an ; mg:inPosition pos:p {facts} ."


@given(
    st.lists(
        st.tuples(st.lists(DATES, max_size=2), st.lists(DATES, max_size=2), st.lists(DAYS, max_size=2)),
        min_size=1,
        max_size=6,
    ),
    DAYS,
)
@settings(max_examples=60)
def test_chains_and_questions_judge_a_day_alike(
    offices: list[tuple[list[str], list[str], list[str]]], day: str
) -> None:
    seat = "person:an a mg:Person . pos:p a mg:Position ; mg:positionIn body:b . body:b a mg:Body . "
    store = world(seat + " ".join(holding(f"h{i}", *dates) for i, dates in enumerate(offices)))
    asked = question("person_positions")
    rows = SparqlEngine(View(0, store, None, None)).answer(asked, asked.bind({"person": iri("person:an"), "at": day}))
    judged = {str(row["holding"]): row["certainty"] for row in rows.as_dicts()}
    chain = trace(store, iri("person:an"), at=date.fromisoformat(day))
    assert {edge.subject: edge.certainty for edge in chain.edges if edge.predicate == "heldBy"} == judged
    assert chain.left_out == len(offices) - len(judged)
