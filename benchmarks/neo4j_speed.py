"""Neo4j: loading a version over Bolt and by files, changes of one per cent, the chain question, the start of a server.

Loads are measured twice on a server: just started, when most of what it does is to read and compile its classes, and
again after it was emptied. By the clock, and in processor time of server and client together, which another program on
the machine does not change as much.
"""

import os
import resource
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from statistics import median

from neo4j import Driver, GraphDatabase
from pyoxigraph import Quad

from benchmarks.board import Board
from benchmarks.chain_speed import asked, drawn, measure_question
from benchmarks.endpoint_speed import Server, free_port, mandate_command, processor_s
from benchmarks.neo4j_costs import Cost, Loads, add_rows, cost_of, empty, held
from benchmarks.neo4j_peers import (
    load_by_n10s,
    load_by_rdflib_neo4j,
    n10s_server,
    rdflib_neo4j_is_here,
    same_links,
    triples_file,
)
from benchmarks.papers import Paper
from graph_store.export_files import export_to
from graph_store.neo4j.address import Address
from graph_store.neo4j.engine import Neo4jEngine
from graph_store.neo4j.importer import finish_import, import_files
from graph_store.neo4j.server import Server as Neo4jServer
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
_CHANGES = 4  # the first right after the load
_STARTS = 5


def measure_neo4j(board: Board, size: int, versions: VersionStore, sources: Iterator[Paper], scratch: Path) -> None:
    """All rows in which a Neo4j server has a part."""
    number, home = versions.current_number(), scratch / "neo4j"
    with _server(home) as server, GraphDatabase.driver(server.uri) as driver:
        address = Address(server.uri)
        load = partial(sync, address, versions, number)
        first = cost_of(load, server.pid)
        board.tell(f"ours loaded {held(driver)}")
        with versions.open(number) as view:
            assert verify(address, projection_of(view)).equal
            engine = Neo4jEngine(address, view)
            measure_question(board, size, view, {"Neo4j over Bolt": (partial(asked, engine), 1)}, wall=True)
            engine.close()
        changes = [_change(size, versions, sources, server) for _ in range(_CHANGES)]
        empty(driver)
        ours = Loads(first, cost_of(load, server.pid))
        with versions.open(number) as view:
            assert verify(address, projection_of(view)).equal
    _add_changes(board, size, changes, ours)
    with versions.open(number) as view:
        by_files = _by_files(board, view, scratch)
        if size <= _PEERS_TO:
            _measure_peers(board, size, view, ours, by_files, scratch)
        else:
            board.note(f"rdflib-neo4j and n10s with more than {_PEERS_TO:,} quads: they would take hours")
            add_rows(board, size, "Neo4j: first load by files", by_files, "ours over Bolt", ours.first)
    _measure_start(board, size, versions, home)


def _change(size: int, versions: VersionStore, sources: Iterator[Paper], server: Neo4jServer) -> Cost:
    """Sending one per cent more quads."""
    found: dict[str, list[Quad]] = {}
    while sum(map(len, found.values())) < size / _CHANGE:
        source = next(sources)
        found[source.iri] = source.quads()
    name = f"change-{time.time_ns()}"
    versions.stage(name, Proposal(found))
    versions.publish(name, author="benchmarks", at=datetime.now(UTC).isoformat())
    cost = cost_of(partial(sync, Address(server.uri), versions), server.pid)
    with versions.open() as view:
        assert verify(Address(server.uri), projection_of(view)).equal
    return cost


def _add_changes(board: Board, size: int, changes: list[Cost], ours: Loads) -> None:
    first, *others = changes
    later = Cost(median(c.clock for c in others), median(c.processor for c in others))
    add_rows(board, size, "Neo4j: the first change of 1 % after a load", first, "our first load", ours.first, 50)
    add_rows(board, size, "Neo4j: a change of 1 % after that", later, "our first load", ours.first, 50)
    add_rows(board, size, "Neo4j: a change of 1 % after that", later, "our load into a server at work", ours.again)


def _by_files(board: Board, view: View, scratch: Path) -> Cost:
    """Writing the files, Neo4j's importer, and the indexes after the start of the server, which is told apart."""
    home, files = scratch / "neo4j-by-files", scratch / "files"
    java_home = os.environ.get("JAVA_HOME", "")

    def work() -> None:
        export_to(view, "neo4j-bulk", files)
        import_files(home, CACHE, files, heap_mb=_HEAP_MB, java_home=java_home)

    home.mkdir()
    children, own, begun = _of_children(), time.process_time(), time.perf_counter()
    work()
    imported = Cost(time.perf_counter() - begun, time.process_time() - own + _of_children() - children)
    begun = time.perf_counter()
    with _server(home) as server:
        started = time.perf_counter() - begun
        finished = cost_of(partial(finish_import, Address(server.uri)), server.pid)
        assert verify(Address(server.uri), projection_of(view)).equal
    board.tell(
        f"by files: {imported.clock:.1f} s with the server stopped, {started:.1f} s to start it (not counted), "
        f"{finished.clock:.1f} s for keys and indexes"
    )
    return imported + finished


def _of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _measure_peers(board: Board, size: int, view: View, ours: Loads, by_files: Cost, scratch: Path) -> None:
    """Each peer has a server of its own: what ours holds is not in its way."""
    file = triples_file(view, scratch / "country.nt")
    if rdflib_neo4j_is_here():
        with _server(scratch / "rdflib-neo4j") as server, GraphDatabase.driver(server.uri) as driver:
            theirs = _loads(
                board, "rdflib-neo4j", driver, server.pid, partial(load_by_rdflib_neo4j, driver, file), view
            )
        _add_loads(board, size, ours, by_files, "rdflib-neo4j", theirs)
    else:
        board.note("rdflib-neo4j: it is not installed (requirements/bench.txt)")
    try:
        with n10s_server(scratch / "n10s", CACHE, _HEAP_MB) as (driver, pid):
            theirs = _loads(board, "n10s 5.1", driver, pid, partial(load_by_n10s, driver, file), view)
    except StoreUnavailable as error:
        board.note(f"n10s: {error}")
        return
    _add_loads(board, size, ours, by_files, "n10s 5.1", theirs)


def _loads(board: Board, name: str, driver: Driver, pid: int, load: Callable[[], object], view: View) -> Loads:
    first = cost_of(load, pid)
    assert same_links(driver, view), f"{name} made other links"
    board.tell(f"{name} loaded {held(driver)}")
    empty(driver)
    return Loads(first, cost_of(load, pid))


def _add_loads(board: Board, size: int, ours: Loads, by_files: Cost, peer: str, theirs: Loads) -> None:
    add_rows(board, size, f"Neo4j: first load ({peer})", ours.first, peer, theirs.first, 3)
    add_rows(board, size, f"Neo4j: load into a server at work ({peer})", ours.again, peer, theirs.again, 3)
    add_rows(board, size, f"Neo4j: first load by files ({peer})", by_files, peer, theirs.first, 3)


def _measure_start(board: Board, size: int, versions: VersionStore, home: Path) -> None:
    """From nothing to the first answer, both with the graph on disk: medians of starts in turns.

    Neo4j is started over what it held last, for which its question must know the version; ours once before, so that
    Python has compiled its modules.
    """
    compiled = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    compiled["PYTHONPYCACHEPREFIX"] = str(home.parent / "compiled")
    with versions.open() as view:
        document = drawn(view, "Regulation", 1)[0]
        with _server(home) as server:
            sync(Address(server.uri), versions)
        _our_start(versions, document, compiled)
        found = [(_our_start(versions, document, compiled), _their_start(home, view, document)) for _ in range(_STARTS)]
    ours, theirs = (
        Cost(median(cost.clock for cost in costs), median(cost.processor for cost in costs))
        for costs in zip(*found, strict=True)
    )
    add_rows(board, size, "cold start of the server to the first chain", ours, "Neo4j", theirs, 10)


def _our_start(versions: VersionStore, document: str, environment: dict[str, str]) -> Cost:
    key, port = document.rsplit("/", 1)[-1], free_port()
    command, path = mandate_command(versions.root, port), f"/api/v1/mandates/document/{key}"
    begun = time.perf_counter()
    server = Server(command, port, path, environment)
    server.wait()
    cost = Cost(time.perf_counter() - begun, server.processor_s())
    server.stop()
    return cost


def _their_start(home: Path, view: View, document: str) -> Cost:
    begun = time.perf_counter()
    with _server(home) as server:
        engine = Neo4jEngine(Address(server.uri), view)
        assert asked(engine, document)
        cost = Cost(time.perf_counter() - begun, processor_s(server.pid))
        engine.close()
    return cost


@contextmanager
def _server(home: Path) -> Iterator[Neo4jServer]:
    server = start(home, CACHE, heap_mb=_HEAP_MB, java_home=os.environ.get("JAVA_HOME", ""))
    try:
        yield server
    finally:
        stop(home)
