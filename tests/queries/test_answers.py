"""Every question gives the expected rows over one small world, and the same rows in every engine."""

import json
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import RdfFormat, Store

from graph_store.engine import Engine
from graph_store.kglite_engine import KgliteEngine
from graph_store.neo4j.address import Address
from graph_store.neo4j.engine import Neo4jEngine
from graph_store.neo4j.load import load
from graph_store.neo4j.sync import projection_of
from graph_store.oxigraph_engine import SparqlEngine
from graph_store.remote.address import Endpoint
from graph_store.remote.connection import Connection
from graph_store.remote.engine import RemoteEngine
from graph_store.remote.stamp import NTRIPLES, remove_stamp
from graph_store.view import View
from ontology.identifiers import ID_BASE
from queries.catalog import question, questions

HERE = Path(__file__).parent
_PATIENCE_S = 60  # of a machine on which much else runs
CASES = [
    (name, case["parameters"], case["rows"])
    for name in questions()
    for case in json.loads((HERE / name / "expected.json").read_text(encoding="utf-8"))
]
each_case = pytest.mark.parametrize(
    ("name", "parameters", "rows"), CASES, ids=[f"{name}-{'-'.join(values.values())}" for name, values, _ in CASES]
)


@pytest.fixture(scope="module")
def view() -> View:
    store = Store()
    store.load(path=str(HERE / "data.trig"), format=RdfFormat.TRIG)
    return View(0, store, None, None)


@pytest.fixture(scope="module")
def sparql(view: View) -> Iterator[SparqlEngine]:
    engine = SparqlEngine(view)
    yield engine
    engine.close()


@pytest.fixture(scope="module")
def kglite(view: View) -> Iterator[KgliteEngine]:
    engine = KgliteEngine(view)
    yield engine
    engine.close()


@pytest.fixture(scope="module")
def neo4j(view: View, neo4j_address: Address) -> Iterator[Neo4jEngine]:
    load(neo4j_address, projection_of(view))
    engine = Neo4jEngine(neo4j_address, view)
    yield engine
    engine.close()


@pytest.fixture(scope="module")
def remote(view: View, sparql_server: Endpoint) -> Iterator[RemoteEngine]:
    with closing(Connection(sparql_server, _PATIENCE_S)) as connection:
        remove_stamp(connection)
        connection.put(None, (f"{quad.triple} .\n".encode() for quad in view.store), NTRIPLES)
    with closing(RemoteEngine(sparql_server, timeout_s=_PATIENCE_S)) as engine:
        yield engine


def answer(engine: Engine, name: str, parameters: Mapping[str, str]) -> list[list[Any]]:
    asked = question(name)
    found = engine.answer(asked, asked.bind(parameters))
    assert found.columns == tuple(column.name for column in asked.columns)
    return [[v.replace(ID_BASE, "id:") if isinstance(v, str) else v for v in row] for row in found.rows]


@each_case
def test_oxigraph_gives_the_expected_rows(
    sparql: SparqlEngine, name: str, parameters: dict[str, str], rows: list[list[Any]]
) -> None:
    assert answer(sparql, name, parameters) == rows


@each_case
def test_kglite_gives_the_expected_rows(
    kglite: KgliteEngine, name: str, parameters: dict[str, str], rows: list[list[Any]]
) -> None:
    assert answer(kglite, name, parameters) == rows


@each_case
def test_neo4j_gives_the_expected_rows(
    neo4j: Neo4jEngine, name: str, parameters: dict[str, str], rows: list[list[Any]]
) -> None:
    assert answer(neo4j, name, parameters) == rows


@each_case
def test_another_sparql_server_gives_the_expected_rows(
    remote: RemoteEngine, name: str, parameters: dict[str, str], rows: list[list[Any]]
) -> None:
    assert answer(remote, name, parameters) == rows


def test_every_question_has_a_case_with_rows() -> None:
    assert {name for name, _, rows in CASES if rows} == set(questions())
