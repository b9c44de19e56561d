"""A chain longer than most is followed to its end in both languages; a dense one costs its size, not its ways."""

from contextlib import closing
from itertools import product

import pytest

from graph_store.engine import Engine
from graph_store.kglite_engine import KgliteEngine
from graph_store.oxigraph_engine import SparqlEngine
from graph_store.view import View
from queries.catalog import question
from tests.graph_store.small_world import iri, world

LONG = 30  # documents, each resting on the next
LAYERS, WIDE = 20, 3  # of a graph with 3^19 ways through it


def resting(pairs: list[tuple[str, str]]) -> View:
    return View(
        0, world(" ".join(f"doc:{one} a mg:Document ; mg:basedOn doc:{two} ." for one, two in pairs)), None, None
    )


def ancestors(engine: Engine, document: str) -> set[object]:
    asked = question("mandate_chain")
    return {row[0] for row in engine.answer(asked, asked.bind({"document": iri(document)})).rows}


@pytest.mark.parametrize("kind", [SparqlEngine, KgliteEngine])
def test_a_long_chain_is_followed_to_its_end(kind: type[SparqlEngine] | type[KgliteEngine]) -> None:
    with closing(kind(resting([(f"c{i}", f"c{i + 1}") for i in range(LONG)]))) as engine:
        assert ancestors(engine, "doc:c0") == {iri(f"doc:c{i + 1}") for i in range(LONG)}


@pytest.mark.parametrize("kind", [SparqlEngine, KgliteEngine])
def test_the_ways_through_a_dense_chain_are_not_followed_one_by_one(
    kind: type[SparqlEngine] | type[KgliteEngine],
) -> None:
    across = list(product(range(WIDE), range(WIDE)))
    pairs = [(f"d{i}-{one}", f"d{i + 1}-{two}") for i in range(LAYERS - 1) for one, two in across]
    with closing(kind(resting(pairs))) as engine:
        assert len(ancestors(engine, "doc:d0-0")) == (LAYERS - 1) * WIDE
