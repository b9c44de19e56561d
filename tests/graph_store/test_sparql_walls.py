"""Should a query get past the guard, it still reaches nobody, ends in time, and takes no more memory than it may."""

import multiprocessing
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, Quad

from graph_store.engine import Limits
from graph_store.oxigraph_engine import SparqlEngine
from graph_store.versions import Proposal, VersionStore
from ontology.errors import QueryRefused, StoreCorrupt
from ontology.identifiers import ID_BASE
from queries.catalog import Column, Parameter, Question

LIMITS = Limits(timeout_s=10)
ONE, TWO = (NamedNode(f"{ID_BASE}source/{digit * 16}") for digit in "12")
HUGE = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?a ?d ?g"
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o }"


def links(graph: NamedNode, count: int) -> list[Quad]:
    return [Quad(NamedNode(f"urn:n:{i}"), NamedNode("urn:p"), NamedNode(f"urn:n:{i + 1}"), graph) for i in range(count)]


@pytest.fixture(scope="module")
def versions(tmp_path_factory: pytest.TempPathFactory) -> VersionStore:
    versions = VersionStore(tmp_path_factory.mktemp("data"))
    versions.stage("one", Proposal({g.value: links(g, n) for g, n in ((ONE, 500), (TWO, 400))}))
    versions.publish("one", author="tests", at="2026-01-05T12:00:00+00:00")
    return versions


@pytest.fixture
def engine(versions: VersionStore) -> Iterator[SparqlEngine]:
    with versions.open() as view:
        engine = SparqlEngine(view, workers=1, memory_bytes=700_000_000)
        yield engine
        engine.close()


# Not through the guard: the walls alone stand between the query and the listener.
SERVICE_WITHOUT_GUARD = """
import sys
from pyoxigraph import Store
from graph_store.worker_walls import forbid_network
if sys.argv[2] == "walled":
    assert forbid_network()
try:
    list(Store().query("SELECT * { SERVICE <http://127.0.0.1:" + sys.argv[1] + "/> { ?s ?p ?o } }"))
except OSError as error:
    print(error)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the wall is Linux's seccomp; elsewhere the guard stands alone")
@pytest.mark.parametrize(("wall", "calls"), [("walled", 0), ("open", 1)])
def test_a_walled_process_reaches_no_server(wall: str, calls: int) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.5 if wall == "walled" else 20)
        command = [sys.executable, "-c", SERVICE_WITHOUT_GUARD, str(server.getsockname()[1]), wall]
        child = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2])
        assert answered(server, 20 if calls else 0) == calls
        said, _ = child.communicate(timeout=20)
        if not calls:
            server.settimeout(0.1)
            assert answered(server, 0) == 0 and "ermission denied" in said
        assert child.returncode == 0


def answered(server: socket.socket, wait_s: float) -> int:
    """How many connections came and were closed again: one at most."""
    if not wait_s:
        server.settimeout(0.1)
    try:
        connection, _ = server.accept()
    except TimeoutError:
        return 0
    connection.close()
    return 1


def test_a_query_that_wants_too_much_memory_ends_its_worker_only(engine: SparqlEngine) -> None:
    with pytest.raises(QueryRefused, match="memory"):
        engine.run(HUGE, LIMITS)
    assert engine.run("ASK {}", LIMITS).rows == [(True,)]


def test_an_answer_grows_no_larger_than_a_worker_may_send(engine: SparqlEngine) -> None:
    long = "BIND('" + "x" * 4000 + "' AS ?a) BIND(REPLACE(?a, 'x', SUBSTR(?a, 1, 1000)) AS ?b)"
    rows = engine.run(f"SELECT ?b {{ VALUES ?n {{ 1 2 3 4 5 6 7 8 9 10 }} {long} }}", LIMITS)
    assert rows.truncated and len(rows.rows) == 8


def test_time_is_up_for_a_query_and_not_for_those_who_wait_behind_it(engine: SparqlEngine) -> None:
    engine.run("ASK {}", LIMITS)
    refused: list[str] = []

    def endless() -> None:
        with pytest.raises(QueryRefused, match="longer than 1 s") as caught:
            engine.run(ENDLESS, Limits(timeout_s=1))
        refused.append(str(caught.value))

    begun = time.monotonic()
    threads = [threading.Thread(target=endless) for _ in range(2)]
    for thread in threads:
        thread.start()
    time.sleep(0.2)
    assert engine.run("ASK {}", LIMITS).rows == [(True,)]
    for thread in threads:
        thread.join()
    assert len(refused) == 2 and time.monotonic() - begun < 2 * (1 + 2)


def test_a_worker_that_dies_while_idle_is_replaced(engine: SparqlEngine) -> None:
    engine.run("ASK {}", LIMITS)
    for process in multiprocessing.active_children():
        assert process.pid
        os.kill(process.pid, signal.SIGKILL)
    time.sleep(0.5)
    assert engine.run("ASK {}", LIMITS).rows == [(True,)]


# The asking process is killed while a query runs: nobody is left to stop the worker but itself.
ORPHAN = """
import multiprocessing, os, signal, sys, threading, time
from pathlib import Path
from graph_store.engine import Limits
from graph_store.oxigraph_engine import SparqlEngine
from graph_store.versions import VersionStore
engine = SparqlEngine(VersionStore(Path(sys.argv[1])).open(), workers=1)
engine.run("ASK {}", Limits())
print(*[p.pid for p in multiprocessing.active_children()], flush=True)
threading.Thread(target=engine.run, args=(sys.argv[2], Limits(timeout_s=1)), daemon=True).start()
time.sleep(0.3)
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_worker_whose_asker_was_killed_ends_by_itself(versions: VersionStore) -> None:
    command = [sys.executable, "-c", ORPHAN, str(versions.root), ENDLESS]
    done = subprocess.run(
        command, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2], timeout=60, check=False
    )
    assert done.returncode == -signal.SIGKILL
    workers = [int(pid) for pid in done.stdout.split()]
    assert workers
    until = time.monotonic() + 10
    while any(is_running(pid) for pid in workers):
        assert time.monotonic() < until, "an orphan goes on"
        time.sleep(0.1)


def is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{pid}/stat")
    return not state.exists() or state.read_text().rsplit(")", 1)[1].split()[0] != "Z"


def test_from_narrows_a_query_to_one_source(engine: SparqlEngine) -> None:
    def count(dataset: str) -> object:
        return engine.run(f"SELECT (COUNT(*) AS ?n) {dataset} {{ ?s ?p ?o }}", LIMITS).rows[0][0]

    assert (count(""), count(f"FROM <{ONE.value}>"), count(f"FROM <{TWO.value}>")) == (900, 500, 400)
    assert count(f"FROM NAMED <{ONE.value}>") == 0  # no FROM: the default graph is empty then


def test_numbers_that_json_cannot_write_come_as_text(engine: SparqlEngine) -> None:
    query = 'SELECT (1e0/0e0 AS ?i) ("NaN"^^xsd:double AS ?n) ("1"^^xsd:boolean AS ?b) (1/0 AS ?u) {}'
    assert list(engine.run(query, LIMITS).rows) == [("INF", "NaN", True, None)]


def test_a_store_that_cannot_be_opened_is_told_as_corrupt(tmp_path: Path) -> None:
    versions = VersionStore(tmp_path)
    versions.stage("one", Proposal({ONE.value: links(ONE, 3)}))
    versions.publish("one", author="tests", at="2026-01-05T12:00:00+00:00")
    with versions.open() as view:
        (tmp_path / "versions" / "000001" / "store" / "CURRENT").write_text("nothing\n")
        engine = SparqlEngine(view, workers=1)
        with pytest.raises(StoreCorrupt):
            engine.run("ASK {}", LIMITS)
        engine.close()


QUESTION = Question(
    "links_from",
    "…",
    "…",
    (
        Parameter("start", "iri", None, "", ""),
        Parameter("least", "integer", "1", "", ""),
        Parameter("word", "string", None, "", ""),
        Parameter("day", "date", None, "", ""),
    ),
    (Column("end", "iri"), Column("more", "integer"), Column("said", "string"), Column("later", "string")),
    "",
    "SELECT ?start ?least ?word ?day ?end (?least + 1 AS ?more) (CONCAT(?word, '!') AS ?said)"
    " (STR(?day > '2024-01-01'^^<http://www.w3.org/2001/XMLSchema#date>) AS ?later)"
    " { ?start <urn:p> ?end } ORDER BY ?end",
    "",
)


def test_parameters_are_bound_by_their_kinds_and_only_the_columns_come_back(engine: SparqlEngine) -> None:
    values: dict[str, str | int] = {"start": "urn:n:7", "least": 2, "word": '"} # \\', "day": "2024-05-01"}
    rows = engine.answer(QUESTION, values)
    assert rows.columns == ("end", "more", "said", "later")
    assert next(iter(rows.rows)) == ("urn:n:8", 3, '"} # \\!', "true")
