"""Neo4j: loading a version, sending a change of one per cent, the chain question over Bolt, the start of a server."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from neo4j import GraphDatabase
from pyoxigraph import Quad

from benchmarks.board import Board, Row
from benchmarks.chain_speed import asked, drawn, measure_question
from benchmarks.endpoint_speed import Server, free_port, mandate_command
from benchmarks.neo4j_peers import (
    load_by_n10s,
    load_by_rdflib_neo4j,
    n10s_server,
    rdflib_neo4j_is_here,
    same_links,
    triples_file,
)
from benchmarks.papers import Paper
from graph_store.neo4j.address import Address
from graph_store.neo4j.engine import Neo4jEngine
from graph_store.neo4j.server import start, stop
from graph_store.neo4j.sync import projection_of, sync
from graph_store.neo4j.verify import verify
from graph_store.versions import VersionStore
from graph_store.view import Proposal, View
from ontology.errors import StoreUnavailable

CACHE = Path(__file__).parent.parent / ".cache"
_HEAP_MB = 1024  # up to this the server compiles its code only once: half the work of a first load
_PEERS_TO = 1_100_000  # quads; the peers would take hours with more
_CHANGE = 100  # a change of one part of so many


def measure_neo4j(board: Board, size: int, versions: VersionStore, sources: Iterator[Paper], scratch: Path) -> None:
    """All rows in which a Neo4j server has a part."""
    number = versions.current_number()
    home = scratch / "neo4j"
    with _server(home) as address:
        begun = time.perf_counter()
        sent = sync(address, versions, number)
        loaded = time.perf_counter() - begun
        with versions.open(number) as view:
            assert sent.full and verify(address, projection_of(view)).equal
            engine = Neo4jEngine(address, view)
            measure_question(board, size, view, {"Neo4j over Bolt": (partial(asked, engine), 1)}, wall=True)
            engine.close()
            if size <= _PEERS_TO:
                _measure_peers(board, size, view, loaded, scratch)
            else:
                board.add(size, Row("Neo4j: first load", loaded))
                board.note(f"rdflib-neo4j and n10s with more than {_PEERS_TO:,} quads: they would take hours")
        _measure_change(board, size, versions, sources, address, loaded)
    _measure_start(board, size, versions, home)


def _measure_peers(board: Board, size: int, view: View, loaded: float, scratch: Path) -> None:
    file = triples_file(view, scratch / "country.nt")
    if rdflib_neo4j_is_here():
        with _server(scratch / "rdflib-neo4j") as address, GraphDatabase.driver(address.uri) as driver:
            taken = load_by_rdflib_neo4j(driver, file)
            assert same_links(driver, view), "rdflib-neo4j made other links"
        board.add(size, Row("Neo4j: first load (rdflib-neo4j)", loaded, "rdflib-neo4j", taken, least=3))
    else:
        board.note("rdflib-neo4j: it is not installed (requirements/bench.txt)")
    try:
        with n10s_server(scratch / "n10s", CACHE, _HEAP_MB) as driver:
            taken = load_by_n10s(driver, file)
            assert same_links(driver, view), "n10s made other links"
    except StoreUnavailable as error:
        board.note(f"n10s: {error}")
        return
    board.add(size, Row("Neo4j: first load (n10s)", loaded, "n10s 5.1", taken, least=3))


def _measure_change(
    board: Board, size: int, versions: VersionStore, sources: Iterator[Paper], address: Address, loaded: float
) -> None:
    """One per cent more quads."""
    found: dict[str, list[Quad]] = {}
    while sum(map(len, found.values())) < size / _CHANGE:
        source = next(sources)
        found[source.iri] = source.quads()
    name = f"change-{time.time():.0f}"
    versions.stage(name, Proposal(found))
    versions.publish(name, author="benchmarks", at=datetime.now(UTC).isoformat())
    begun = time.perf_counter()
    sent = sync(address, versions)
    taken = time.perf_counter() - begun
    with versions.open() as view:
        assert not sent.full and verify(address, projection_of(view)).equal
    board.add(size, Row("Neo4j: a change of 1 %", taken, "our full load", loaded, least=50))


def _measure_start(board: Board, size: int, versions: VersionStore, home: Path) -> None:
    """From nothing to the first answer, both with the graph on disk."""
    with versions.open() as view:
        document = drawn(view, "Regulation", 1)[0]
        begun = time.perf_counter()
        with _server(home) as address:
            engine = Neo4jEngine(address, view)
            assert asked(engine, document)
            theirs = time.perf_counter() - begun
            engine.close()
    key, port = document.rsplit("/", 1)[-1], free_port()
    begun = time.perf_counter()
    server = Server(mandate_command(versions.root, port), port, f"/api/v1/mandates/document/{key}")
    server.wait()
    ours = time.perf_counter() - begun
    server.stop()
    board.add(size, Row("cold start of the server to the first chain", ours, "Neo4j", theirs, least=10))


@contextmanager
def _server(home: Path) -> Iterator[Address]:
    server = start(home, CACHE, heap_mb=_HEAP_MB, java_home=os.environ.get("JAVA_HOME", ""))
    try:
        yield Address(server.uri)
    finally:
        stop(home)
