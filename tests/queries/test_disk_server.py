"""Every question on a server whose store is on disk (Jena TDB2), also over graphs in which it finds nothing at all."""

import random
from collections.abc import Iterator
from contextlib import closing

import pytest
from pyoxigraph import Store

from graph_store.oxigraph_engine import SparqlEngine
from graph_store.remote.address import Endpoint
from graph_store.remote.connection import Connection
from graph_store.remote.engine import RemoteEngine
from graph_store.remote.stamp import NTRIPLES
from graph_store.view import View
from queries.catalog import questions
from tests.fuseki import fuseki
from tests.queries.drawn import Drawn

_SEED = 3
_PATIENCE_S = 60
_GRAPH = "urn:test:drawn"
_MARK = b"<urn:test:a> <urn:test:b> <urn:test:c> .\n"  # a graph without a statement is none


@pytest.fixture(scope="module")
def on_disk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Endpoint]:
    with fuseki(tmp_path_factory.mktemp("fuseki") / "disk", union=True) as endpoint:
        yield endpoint


@pytest.mark.parametrize("share", [0.0, 0.3, 1.0])
def test_a_disk_store_gives_the_rows_that_are_there_and_none_where_statements_are_missing(
    on_disk: Endpoint, share: float
) -> None:
    """`share` of the properties are left out: a server may fail where a part of a question finds nothing."""
    drawn = Drawn(_SEED)
    properties = sorted({quad.predicate for quad in drawn.store}, key=str)
    gone = set(random.Random(_SEED).sample(properties, int(share * len(properties))))
    kept = Store()
    kept.extend(quad for quad in drawn.store if quad.predicate not in gone)
    with closing(Connection(on_disk, _PATIENCE_S)) as connection:
        connection.put(_GRAPH, (_MARK, *(f"{quad.triple} .\n".encode() for quad in kept)), NTRIPLES)
    with (
        closing(RemoteEngine(on_disk, timeout_s=_PATIENCE_S)) as remote,
        closing(SparqlEngine(View(0, kept, None, None))) as sparql,
    ):
        for name, asked in questions().items():
            values = asked.bind(drawn.parameters(asked))
            assert remote.answer(asked, values).rows == sparql.answer(asked, values).rows, (name, values)
