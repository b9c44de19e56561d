"""Both languages and all engines give equal rows on graphs that nobody chose, also where sources differ."""

from contextlib import closing
from functools import cache

import pytest

from graph_store.engine import Engine
from graph_store.kglite_engine import KgliteEngine
from graph_store.neo4j.address import Address
from graph_store.neo4j.engine import Neo4jEngine
from graph_store.neo4j.load import load
from graph_store.neo4j.sync import projection_of
from graph_store.oxigraph_engine import SparqlEngine
from graph_store.view import View
from queries.catalog import question, questions
from tests.queries.drawn import Drawn

_SEEDS = (1, 2, 3)
_DRAWS = 3  # of parameters for each question on each graph: with 75 questions, 225 on a graph
Asked = list[tuple[str, dict[str, str], list[tuple[object, ...]]]]


@cache
def _drawn(seed: int) -> tuple[View, Asked]:
    """A graph, and each question with drawn parameters and the rows of Oxigraph."""
    drawn = Drawn(seed)
    view = View(0, drawn.store, None, None)
    with closing(SparqlEngine(view)) as engine:
        draws = [(name, drawn.parameters(question(name))) for name in questions() for _ in range(_DRAWS)]
        return view, [(name, values, _rows(engine, name, values)) for name, values in draws]


def _rows(engine: Engine, name: str, values: dict[str, str]) -> list[tuple[object, ...]]:
    found = engine.answer(question(name), question(name).bind(values))
    return [tuple(row) for row in found.rows]


def test_the_draws_are_many_and_reach_most_questions() -> None:
    asked = [one for seed in _SEEDS for one in _drawn(seed)[1]]
    answered = {name for name, _, rows in asked if rows}
    assert len(asked) >= 600 and len(answered) >= len(questions()) * 0.8


@pytest.mark.parametrize("seed", _SEEDS)
def test_kglite_gives_the_rows_of_oxigraph(seed: int) -> None:
    view, asked = _drawn(seed)
    with closing(KgliteEngine(view)) as engine:
        assert [(name, values) for name, values, rows in asked if _rows(engine, name, values) != rows] == []


def test_neo4j_gives_the_rows_of_oxigraph(neo4j_address: Address) -> None:
    view, asked = _drawn(_SEEDS[0])
    load(neo4j_address, projection_of(view))
    with closing(Neo4jEngine(neo4j_address, view)) as engine:
        assert [(name, values) for name, values, rows in asked if _rows(engine, name, values) != rows] == []
