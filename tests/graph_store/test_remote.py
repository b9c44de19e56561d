"""A real second SPARQL server: published to, asked the same questions, compared, and what is said where it fails."""

import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, HTTPServer, ThreadingHTTPServer
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad
from rdflib import RDF, SKOS, XSD

from graph_store.engine import Limits
from graph_store.oxigraph_engine import SparqlEngine
from graph_store.remote.address import Endpoint
from graph_store.remote.connection import Connection
from graph_store.remote.engine import RemoteEngine
from graph_store.remote.naming import resolve
from graph_store.remote.publish import publish
from graph_store.remote.stamp import NTRIPLES, Layout, read_stamp
from graph_store.remote.verify import verify
from graph_store.versions import Proposal, VersionStore
from graph_store.view import View
from ontology.errors import Ambiguous, NotFound, QueryInvalid, QueryRefused, StoreError, StoreUnavailable
from ontology.identifiers import ID_BASE
from ontology.terms import MG
from queries.catalog import question, questions
from tests.fuseki import fuseki
from tests.queries.drawn import Drawn

AT = "2026-01-05T12:00:00+00:00"
STRANGER = "https://example.org/theirs"
TRIPLE = b"<https://example.org/s> <https://example.org/p> <https://example.org/o> .\n"


@contextmanager
def connected(endpoint: Endpoint) -> Iterator[Connection]:
    with closing(Connection(endpoint, 30)) as connection:
        yield connection


@contextmanager
def asked(endpoint: Endpoint, view: View | None = None) -> Iterator[RemoteEngine]:
    with closing(RemoteEngine(endpoint, view, timeout_s=60)) as engine:
        yield engine


def source(number: int) -> str:
    return f"{ID_BASE}source/{number:016x}"


def document(number: int, graph: int, label: str = "") -> list[Quad]:
    iri, named = NamedNode(f"{ID_BASE}document/{number}-qd-tw"), NamedNode(source(graph))
    return [
        Quad(iri, NamedNode(str(RDF.type)), NamedNode(str(MG.Regulation)), named),
        Quad(iri, NamedNode(str(SKOS.prefLabel)), Literal(label or f"Quy định {number}", language="vi"), named),
        Quad(iri, NamedNode(str(MG.documentNumber)), Literal(f"{number}-QĐ/TW"), named),
    ]


@pytest.fixture
def server(sparql_server: Endpoint) -> Endpoint:
    """A server whose default graph is one of its own."""
    return sparql_server


@pytest.fixture(scope="module")
def union(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Endpoint]:
    with fuseki(tmp_path_factory.mktemp("fuseki") / "union", union=True) as endpoint:
        yield endpoint


@pytest.fixture
def versions(tmp_path: Path) -> VersionStore:
    """Version 1: sources 1, 2 and 3. Version 2: source 1 as it was, 2 changed, 3 gone, 4 new."""
    store = VersionStore(tmp_path / "data")
    first = {source(n): document(n, n) for n in (1, 2, 3)}
    store.stage("one", Proposal(first))
    store.publish("one", author="tests", at=AT)
    store.stage("two", Proposal({source(2): document(2, 2, "Điều lệ"), source(3): [], source(4): document(4, 4)}))
    store.publish("two", author="tests", at=AT)
    return store


def test_what_is_published_is_what_the_version_holds(versions: VersionStore, server: Endpoint) -> None:
    for number in (1, 2):
        publish(server, versions, number)
        with versions.open(number) as view:
            found = verify(server, view)
            assert found.equal and found.compared == len(view.store)


def test_a_version_that_the_server_holds_is_not_sent_again(versions: VersionStore, server: Endpoint) -> None:
    publish(server, versions, 2)
    assert publish(server, versions, 2).graphs == 0


def test_named_graphs_are_sent_by_difference(versions: VersionStore, union: Endpoint) -> None:
    assert publish(union, versions, 1, layout="named").full
    sent = publish(union, versions, 2, layout="named")
    assert (sent.full, sent.graphs, sent.removed) == (False, 2, 1)
    with versions.open(2) as view:
        assert verify(union, view).equal


@pytest.mark.parametrize("layout", ["named", "default"])
def test_a_number_that_the_server_spells_in_its_own_way_is_the_same_number(
    tmp_path: Path, union: Endpoint, layout: Layout
) -> None:
    """TDB2 gives the decimal 1 back as 1.0, as most evidence has it for its confidence; 0.9 is another number."""
    versions, iri = VersionStore(tmp_path / "data"), NamedNode(f"{ID_BASE}evidence/1")
    says = [
        Quad(iri, NamedNode(str(MG.confidence)), Literal(spelled, datatype=NamedNode(str(XSD.decimal))), graph)
        for graph, spelled in ((NamedNode(source(1)), "1.00"), (NamedNode(source(2)), "0.80"))
    ]
    versions.stage("one", Proposal({source(n): [quad] for n, quad in enumerate(says, 1)}))
    versions.publish("one", author="tests", at=AT)
    publish(union, versions, layout=layout)
    with versions.open() as view:
        assert verify(union, view).equal
        graph = source(2) if layout == "named" else None
        with connected(union) as connection:
            connection.put(graph, [f"{says[0].triple} .\n{iri} <{MG.confidence}> 0.9 .".encode()], "text/turtle")
        assert not verify(union, view).equal


def test_graphs_of_strangers_stay(versions: VersionStore, union: Endpoint) -> None:
    with connected(union) as connection:
        connection.put(STRANGER, [TRIPLE], NTRIPLES)
        publish(union, versions, 2, layout="named")
        with connection.reading(STRANGER, NTRIPLES) as parts:
            assert b"".join(parts).strip() == TRIPLE.strip()
        connection.delete(STRANGER)


def test_named_graphs_are_refused_where_questions_would_not_see_them(versions: VersionStore, server: Endpoint) -> None:
    """… before anything of what the server holds is touched."""
    publish(server, versions, 2)
    with pytest.raises(StoreUnavailable, match="not the union"):
        publish(server, versions, 1, layout="named")
    with versions.open(2) as view:
        assert verify(server, view).equal


def test_a_statement_too_many_or_too_few_is_named(versions: VersionStore, server: Endpoint) -> None:
    publish(server, versions, 2)
    with connected(server) as connection:
        with connection.reading(None, NTRIPLES) as parts:
            lines = b"".join(parts).splitlines(keepends=True)
        lost = next(line for line in lines if "Điều lệ".encode() in line)
        connection.put(None, [*(line for line in lines if line != lost), TRIPLE], NTRIPLES)
    with versions.open(2) as view:
        found = verify(server, view)
        assert (found.equal, found.missing, found.extra) == (False, 1, 1)
        assert any("Điều lệ" in example for example in found.examples)
        assert publish(server, versions, 2).graphs == 0  # it bears the stamp of version 2
        assert publish(server, versions, 2, full=True).full and verify(server, view).equal


def test_a_named_graph_that_another_program_changed_is_mended_in_full(versions: VersionStore, union: Endpoint) -> None:
    publish(union, versions, 2, layout="named")
    with connected(union) as connection, versions.open(2) as view:
        connection.put(source(2), [TRIPLE], NTRIPLES)
        connection.put(source(9), [TRIPLE], NTRIPLES)
        assert not verify(union, view).equal
        sent = publish(union, versions, 2, layout="named", full=True)
        assert (sent.graphs, sent.full) == (3, True) and verify(union, view).equal


def test_every_question_has_the_rows_of_oxigraph(tmp_path: Path, server: Endpoint) -> None:
    drawn, versions = Drawn(5), VersionStore(tmp_path / "drawn")
    graphs: dict[str, list[Quad]] = {}
    for quad in drawn.store:
        graphs.setdefault(str(quad.graph_name.value), []).append(quad)
    versions.stage("drawn", Proposal(graphs))
    versions.publish("drawn", author="tests", at=AT)
    publish(server, versions)
    with versions.open() as view, asked(server, view) as there:
        here = SparqlEngine(view)
        for name in questions().keys() - {
            "lost_basis"
        }:  # it takes minutes there; tests/queries asks it of a smaller graph
            for _ in range(2):
                values = question(name).bind(drawn.parameters(question(name)))
                assert there.answer(question(name), values).rows == here.answer(question(name), values).rows, name


def test_an_engine_answers_for_its_version_only(versions: VersionStore, server: Endpoint) -> None:
    publish(server, versions, 1)
    with versions.open(2) as view, asked(server, view) as engine:
        with pytest.raises(StoreUnavailable, match="holds version 1, not version 2"):
            engine.run("ASK { ?s ?p ?o }", Limits())


def test_a_name_is_looked_up_on_the_server(versions: VersionStore, server: Endpoint) -> None:
    publish(server, versions, 2)
    with asked(server) as engine:
        assert resolve(engine, "Điều lệ") == resolve(engine, "2-QĐ/TW") == f"{ID_BASE}document/2-qd-tw"
        with pytest.raises(NotFound):
            resolve(engine, "Điều lẻ")


def test_a_name_that_two_things_bear_is_not_guessed(tmp_path: Path, server: Endpoint) -> None:
    versions = VersionStore(tmp_path / "data")
    versions.stage("one", Proposal({source(1): [*document(1, 1, "Quy chế"), *document(2, 1, "Quy chế")]}))
    versions.publish("one", author="tests", at=AT)
    publish(server, versions)
    with asked(server) as engine, pytest.raises(Ambiguous, match="2 things"):
        resolve(engine, "Quy chế")


def test_strangers_queries_are_guarded_before_they_are_sent(server: Endpoint) -> None:
    with asked(server) as engine:
        with pytest.raises(QueryRefused, match="SERVICE"):
            engine.run("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", Limits())
        with pytest.raises(QueryInvalid):
            engine.run("SELECT", Limits())
        with pytest.raises(QueryRefused, match="longer"):
            engine.run("ASK { ?s ?p ?o }" + " " * 100, Limits(query_bytes=50))


def test_the_row_limit_is_told(versions: VersionStore, server: Endpoint) -> None:
    publish(server, versions, 2)
    with asked(server) as engine:
        found = engine.run("SELECT ?s { ?s ?p ?o }", Limits(rows=2))
    assert len(found.rows) == 2 and found.truncated


def test_a_server_that_only_reads_is_told_and_bears_no_stamp(versions: VersionStore, tmp_path: Path) -> None:
    with fuseki(tmp_path / "reading", writing=False) as endpoint:
        with pytest.raises(StoreUnavailable, match=r"speaks this protocol|does not let"):
            publish(endpoint, versions, 1)
        with connected(endpoint) as connection:
            assert read_stamp(connection) is None


@pytest.mark.parametrize("url", ["http://127.0.0.1:9/sparql", "no address", "ftp://127.0.0.1/x", ""])
def test_what_is_no_server_is_told(url: str, versions: VersionStore) -> None:
    with asked(Endpoint(url)) as engine, pytest.raises(StoreUnavailable, match="no SPARQL server answers"):
        engine.answer(question("sources"), question("sources").bind({}))


def test_publishing_wants_the_address_of_the_graphs(versions: VersionStore, server: Endpoint) -> None:
    with pytest.raises(StoreUnavailable, match="address of the server's graphs"):
        publish(replace(server, graphs_url=""), versions, 1)


@pytest.fixture
def peculiar() -> Iterator[tuple[str, list[tuple[int, str, bytes]]]]:
    """A server on loopback that answers what the test lays before it: status, media type, body."""
    answers: list[tuple[int, str, bytes]] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            status, media_type, body = answers[0]
            self.send_response(status)
            self.send_header("Content-Type", media_type)
            self.send_header("Location", "http://127.0.0.1:9/elsewhere")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    listener = HTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=listener.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{listener.server_port}/sparql", answers
    listener.shutdown()
    listener.server_close()


ODD = b'{"head": {"vars": ["s"]}, "results": {"bindings": [{"s": {%b}}]}}'


@pytest.mark.parametrize(
    ("status", "media_type", "body", "said"),
    [
        (200, "text/html", b"<html>", "no SPARQL 1.1 endpoint: it gave text/html"),
        (200, "application/sparql-results+json", b'{"head": {', "no SPARQL 1.1 endpoint"),
        (
            200,
            "application/sparql-results+json",
            b'{"head": {"vars": ["s"]}, "results": {"bindings": [{',
            "cannot be read",
        ),
        (200, "application/sparql-results+json", ODD % b'"type": "uri", "value": "no iri"', "cannot be read"),
        (200, "application/sparql-results+json", ODD % b'"type": "what", "value": "x"', "cannot be read"),
        (302, "text/html", b"", "refused .status 302"),
        (401, "text/plain", b"who?", "does not let this user"),
        (404, "text/plain", b"", "nothing at .* speaks this protocol"),
        (400, "text/plain", b"line 1:\n wrong", "did not understand: line 1: wrong"),
        (503, "text/plain", b"full", "is busy .status 503.: full"),
        (500, "text/plain", b"oh", "refused .status 500.: oh"),
    ],
)
def test_what_a_server_says_amiss_is_told_in_our_words(
    peculiar: tuple[str, list[tuple[int, str, bytes]]], status: int, media_type: str, body: bytes, said: str
) -> None:
    url, answers = peculiar
    answers.append((status, media_type, body))
    with asked(Endpoint(url, user="me", password="secret")) as engine:
        with pytest.raises((StoreError, QueryInvalid), match=said) as told:
            engine.run("ASK { ?s ?p ?o }", Limits())
    assert told.value.message_vi and "secret" not in str(told.value)
    assert ("disk has room" in told.value.hint) == (status == 500)


@pytest.mark.parametrize("body", [b'{"head": {}, "boolean": true}', ODD % b'"type": "literal", "value": "1"'])
def test_an_answer_to_something_else_is_told(
    peculiar: tuple[str, list[tuple[int, str, bytes]]], versions: VersionStore, body: bytes
) -> None:
    url, answers = peculiar
    answers.append((200, "application/sparql-results+json", body))
    with asked(Endpoint(url)) as engine, pytest.raises(StoreError, match="other columns than were asked for"):
        engine.answer(question("sources"), question("sources").bind({}))
    with versions.open() as view, pytest.raises(StoreError, match="other columns than were asked for"):
        verify(Endpoint(url, url), view)


def test_an_answer_that_never_ends_is_not_waited_for() -> None:
    class Dribbling(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.send_response(200)
            self.end_headers()
            with suppress(OSError):
                while True:
                    self.wfile.write(b" ")
                    time.sleep(0.05)

        def log_message(self, *_: object) -> None:
            pass

    listener = ThreadingHTTPServer(("127.0.0.1", 0), Dribbling)
    threading.Thread(target=listener.serve_forever, daemon=True).start()
    engine = RemoteEngine(Endpoint(f"http://127.0.0.1:{listener.server_port}/sparql"), timeout_s=0.5)
    with closing(engine), pytest.raises(StoreUnavailable, match="did not answer in time"):
        engine.run("ASK { ?s ?p ?o }", Limits())
    listener.shutdown()
    listener.server_close()


def test_an_empty_version_can_be_published(tmp_path: Path, server: Endpoint) -> None:
    publish(server, VersionStore(tmp_path / "data"))
    with VersionStore(tmp_path / "data").open() as view:
        assert isinstance(view, View) and verify(server, view).equal
