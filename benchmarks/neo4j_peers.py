"""Two others that load RDF into Neo4j: rdflib-neo4j through the driver, and n10s as a plugin of a server of its own.

Both get the triples of a version as N-Triples sorted by subject, and what they made of them is compared with the store.
rdflib-neo4j is wanted for the benchmark alone: `pip install --require-hashes -r requirements/bench.txt`.
"""

import contextlib
import io
import shutil
import subprocess
import time
from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from neo4j import Driver, GraphDatabase
from neo4j.exceptions import DriverError, Neo4jError
from pyoxigraph import NamedNode, RdfFormat, Triple, serialize
from rdflib import Graph

from benchmarks.endpoint_speed import free_port
from graph_store.neo4j.parts import locked_jars
from graph_store.neo4j.server import QUICK
from graph_store.view import View
from ontology.errors import StoreUnavailable
from ontology.terms import PREFIXES, local_name

_HERE = Path(__file__).parent
_OPENED = ("java.nio", "java.io", "java.lang", "sun.nio.ch", "java.util.concurrent")
_READY_S = 300.0
_TYPE = NamedNode(PREFIXES["rdf"] + "type")
_PAIRS = "MATCH (a)-[r]->(b) RETURN type(r) AS type, a.uri AS subject, b.uri AS object"
_CONSTRAINT = "CREATE CONSTRAINT n10s_unique_uri FOR (r:Resource) REQUIRE r.uri IS UNIQUE"
_CONFIG = "CALL n10s.graphconfig.init({handleVocabUris: 'IGNORE'})"
_FETCH = "CALL n10s.rdf.import.fetch($file, 'N-Triples') YIELD terminationStatus, extraInfo RETURN *"


def triples_file(view: View, path: Path) -> Path:
    """The triples of all graphs, each once, subject by subject."""
    triples = {Triple(q.subject, q.predicate, q.object) for q in view.store}
    with path.open("wb") as file:
        serialize(sorted(triples, key=str), file, RdfFormat.N_TRIPLES)
    return path


def rdflib_neo4j_is_here() -> bool:
    return find_spec("rdflib_neo4j") is not None


def load_by_rdflib_neo4j(driver: Driver, file: Path) -> None:
    """In the batches that it chooses itself."""
    package = import_module("rdflib_neo4j")
    config = package.Neo4jStoreConfig(
        auth_data=None, batching=True, handle_vocab_uri_strategy=package.HANDLE_VOCAB_URI_STRATEGY.IGNORE
    )
    with contextlib.redirect_stdout(io.StringIO()):
        graph = Graph(store=package.Neo4jStore(config=config, neo4j_driver=driver))
        graph.parse(file, format="nt")
        graph.close(True)


def load_by_n10s(driver: Driver, file: Path) -> None:
    """The driver's server must have the plugin. Its key is made with the load, as the other two make theirs."""
    with driver.session() as session:
        session.run(_CONSTRAINT).consume()
        session.run(_CONFIG).consume()
        told = session.run(_FETCH, file=file.resolve().as_uri()).single(strict=True)
        if told["terminationStatus"] != "OK":
            raise StoreUnavailable(f"it stopped: {told['extraInfo']}", message_vi="nó đã dừng")


def same_links(driver: Driver, view: View) -> bool:
    """Whether the server has every statement of the store that joins two things, and no other."""
    wanted = {
        (local_name(quad.predicate.value), quad.subject.value, quad.object.value)
        for quad in view.store
        if isinstance(quad.object, NamedNode) and quad.predicate != _TYPE and isinstance(quad.subject, NamedNode)
    }
    with driver.session() as session:
        found = {(record["type"], record["subject"], record["object"]) for record in session.run(_PAIRS)}
    return wanted == found


@contextlib.contextmanager
def n10s_server(home: Path, cache: Path, heap_mb: int) -> Iterator[tuple[Driver, int]]:
    """A Neo4j 5.1 with n10s, and the id of its process.

    Raises StoreUnavailable if its jars cannot be fetched; wants Java 17 on the path.

    Its Java is told what that of our server is told, which halves its time of loading, too.

    The plugin stands on the class path, too: its procedures name classes that its own loader does not find.
    """
    jars = locked_jars(cache / "n10s-5.1.0.0", _HERE / "n10s", "n10s and its server")
    port = free_port()
    for name in ("conf", "data", "plugins"):
        (home / name).mkdir(parents=True, exist_ok=True)
    shutil.copy(next(jars.glob("neosemantics-*.jar")), home / "plugins")
    template = (_HERE / "n10s" / "conf.template").read_text("utf-8")
    (home / "conf" / "neo4j.conf").write_text(template.format(bolt_port=port), "utf-8")
    flags = [f"--add-opens=java.base/{package}=ALL-UNNAMED" for package in _OPENED]
    command = [
        "java",
        f"-Xmx{heap_mb}m",
        *QUICK,
        *flags,
        "-cp",
        f"{jars.resolve()}/*",
        "org.neo4j.server.CommunityEntryPoint",
    ]
    folders = [f"--home-dir={home.resolve()}", f"--config-dir={(home / 'conf').resolve()}"]
    with (home / "server.log").open("wb") as log:
        process = subprocess.Popen([*command, *folders], stdout=log, stderr=log)
    try:
        with _ready(process, f"bolt://127.0.0.1:{port}") as driver:
            yield driver, process.pid
    finally:
        process.terminate()
        process.wait()


def _ready(process: "subprocess.Popen[bytes]", uri: str) -> Driver:
    until = time.monotonic() + _READY_S
    while time.monotonic() < until and process.poll() is None:
        driver = GraphDatabase.driver(uri)  # a server that old knows no levels of notifications
        try:
            driver.verify_connectivity()
            return driver
        except (DriverError, Neo4jError, OSError):
            driver.close()
            time.sleep(0.3)
    raise StoreUnavailable("its server does not get ready", message_vi="máy chủ của nó không sẵn sàng")
