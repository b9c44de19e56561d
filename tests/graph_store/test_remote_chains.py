"""A chain over what a server holds is the chain over the same statements in a store, whatever tangle they are."""

from collections.abc import Iterator
from contextlib import closing
from datetime import date
from typing import get_args

import pytest

from graph_store.chain_model import Direction
from graph_store.chain_reader import Reader
from graph_store.chains import trace
from graph_store.remote.address import Endpoint
from graph_store.remote.chains import remote_trace
from graph_store.remote.connection import Connection
from graph_store.remote.engine import RemoteEngine
from graph_store.remote.stamp import NTRIPLES, remove_stamp
from ontology.errors import NotFound
from ontology.identifiers import ID_BASE
from tests.queries.drawn import Drawn

AT = date(2020, 6, 1)


@pytest.fixture(scope="module")
def drawn() -> Drawn:
    return Drawn(11)


@pytest.fixture(scope="module")
def engine(drawn: Drawn, sparql_server: Endpoint) -> Iterator[RemoteEngine]:
    with closing(Connection(sparql_server, 60)) as connection:
        remove_stamp(connection)
        connection.put(None, (f"{quad.triple} .\n".encode() for quad in drawn.store), NTRIPLES)
    with closing(RemoteEngine(sparql_server)) as engine:
        yield engine


@pytest.mark.parametrize("kind", ["document", "body", "person", "holding", "position", "event", "body-kind"])
@pytest.mark.parametrize("direction", get_args(Direction))
def test_chains_are_equal(drawn: Drawn, engine: RemoteEngine, kind: str, direction: Direction) -> None:
    start = min(iri for iri in _subjects(drawn) if iri.startswith(f"{ID_BASE}{kind}/"))
    here = trace(Reader(drawn.store), start, direction=direction, at=AT, depth=8)
    there, reader = remote_trace(engine, start, direction=direction, at=AT, depth=8)
    assert there == here and reader.thing(start).type


def test_what_is_not_there_is_not_found(engine: RemoteEngine) -> None:
    with pytest.raises(NotFound):
        remote_trace(engine, f"{ID_BASE}document/none", at=AT, depth=8)


def _subjects(drawn: Drawn) -> set[str]:
    return {quad.subject.value for quad in drawn.store if "#" not in str(quad.subject)}
