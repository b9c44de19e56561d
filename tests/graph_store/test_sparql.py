"""SPARQL on Oxigraph: what a stranger's query may do, what it may not, and that it never takes the process along."""

import socket
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from graph_store.engine import Limits
from graph_store.oxigraph_engine import SparqlEngine
from graph_store.versions import Proposal, VersionStore
from ontology.errors import QueryInvalid, QueryRefused

LIMITS = Limits(timeout_s=5, rows=5)
P = NamedNode("urn:p")


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SparqlEngine]:
    versions = VersionStore(tmp_path_factory.mktemp("data"))
    one, two = NamedNode("urn:g:1"), NamedNode("urn:g:2")
    links = [Quad(NamedNode(f"urn:n:{i}"), P, NamedNode(f"urn:n:{i + 1}"), (one, two)[i % 2]) for i in range(300)]
    names = [Quad(NamedNode("urn:n:0"), NamedNode("urn:name"), Literal("Ủy viên", language="vi"), one)]
    graphs = {g.value: [q for q in links + names if q.graph_name == g] for g in (one, two)}
    versions.stage("one", Proposal(graphs))
    versions.publish("one", author="tests", at="2026-01-05T12:00:00+00:00")
    with versions.open() as view:
        engine = SparqlEngine(view)
        yield engine
        engine.close()


def test_a_path_crosses_the_named_graphs_of_several_sources(engine: SparqlEngine) -> None:
    rows = engine.run("SELECT ?n { <urn:n:296> <urn:p>+ ?n } ORDER BY ?n", LIMITS)
    assert [row[0] for row in rows.rows] == ["urn:n:297", "urn:n:298", "urn:n:299", "urn:n:300"]


def test_values_come_as_plain_python(engine: SparqlEngine) -> None:
    query = "SELECT (1+1 AS ?i) (0.5 AS ?d) (true AS ?b) ?u ?n { OPTIONAL { <urn:x> <urn:y> ?u } ?s <urn:name> ?n }"
    assert list(engine.run(query, LIMITS).rows) == [(2, 0.5, True, None, "Ủy viên")]


def test_more_rows_than_the_limit_are_said_to_be_cut(engine: SparqlEngine) -> None:
    rows = engine.run("SELECT ?s { ?s <urn:p> ?o } ORDER BY ?s", LIMITS)
    assert len(rows.rows) == LIMITS.rows and rows.truncated


@pytest.mark.parametrize(
    ("query", "columns"),
    [
        ("ASK { ?s ?p ?o }", ("answer",)),
        ("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o } LIMIT 2", ("subject", "predicate", "object")),
        ("DESCRIBE <urn:n:1>", ("subject", "predicate", "object")),
    ],
)
def test_every_form_of_query_gives_rows(engine: SparqlEngine, query: str, columns: tuple[str, ...]) -> None:
    rows = engine.run(query, LIMITS)
    assert rows.columns == columns and rows.rows


@pytest.mark.parametrize(
    "query",
    [
        "INSERT DATA { <urn:a> <urn:b> <urn:c> }",
        "DELETE WHERE { ?s ?p ?o }",
        "LOAD <file:///etc/hosts>",
        "CLEAR ALL",
        "SELECT * FROM <urn:elsewhere> { ?s ?p ?o }",
        "SELECT * FROM NAMED <http://127.0.0.1/x> { GRAPH ?g { ?s ?p ?o } }",
        "SELECT * { \\u0053ERVICE <http://127.0.0.1/> { ?s ?p ?o } }",
        "SELECT * { " + " ".join(f"?a{i} ?b{i} ?c{i} ." for i in range(101)) + " }",
        "SELECT * " + "{" * 2000 + "}" * 2000,
        "SELECT (" + "(" * 2000 + "1" + ")" * 2000 + " AS ?x) {}",
    ],
)
def test_what_writes_reaches_out_or_is_too_large_is_refused(engine: SparqlEngine, query: str) -> None:
    with pytest.raises(QueryRefused):
        engine.run(query, LIMITS)
    assert engine.run("ASK {}", LIMITS).rows == [(True,)]


@pytest.mark.parametrize(
    "form",
    [
        "SELECT * {{ SERVICE <{url}> {{ ?s ?p ?o }} }}",
        "SELECT * {{ SERVICE SILENT <{url}> {{ ?s ?p ?o }} }}",
        "SELECT * {{ {{ {{ service<{url}>{{ ?s ?p ?o }} }} }} }}",
        "SELECT * {{ ?s ?p ?o FILTER NOT EXISTS {{ SERVICE <{url}> {{ ?s ?p ?o }} }} }}",
        "SELECT * {{ VALUES ?x {{ <{url}> }} # SERVICE\n SERVICE ?x {{ ?s ?p ?o }} }}",
        "SELECT * {{ {{ SELECT * {{ SERVICE <{url}> {{ ?s ?p ?o }} }} }} }}",
        "SELECT * {{ BIND('}}' AS ?x) SERVICE <{url}> {{ ?s ?p ?o }} }}",
    ],
)
def test_a_service_is_refused_and_never_called(engine: SparqlEngine, form: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        url = f"http://127.0.0.1:{server.getsockname()[1]}/"
        with pytest.raises(QueryRefused):
            engine.run(form.format(url=url), LIMITS)
        with pytest.raises(TimeoutError):
            server.accept()


def test_words_of_the_guard_inside_strings_and_comments_are_only_words(engine: SparqlEngine) -> None:
    query = 'SELECT ("SERVICE <http://x/> { {{{{ LOAD" AS ?x) { } # SERVICE INSERT DATA {{{'
    assert list(engine.run(query, LIMITS).rows) == [("SERVICE <http://x/> { {{{{ LOAD",)]


def test_nesting_up_to_the_limit_is_answered(engine: SparqlEngine) -> None:
    assert engine.run("SELECT * " + "{" * 60 + " ?s ?p ?o " + "}" * 60, LIMITS).truncated


def test_a_syntax_error_is_told_with_line_and_column(engine: SparqlEngine) -> None:
    with pytest.raises(QueryInvalid, match="line 2") as caught:
        engine.run("SELECT *\nWHRE { ?s ?p ?o }", LIMITS)
    assert caught.value.facts["line"] == 2


@pytest.mark.parametrize("iri", ["term/xiii", "//host/x"])
def test_an_iri_that_is_none_or_not_whole_is_told(engine: SparqlEngine, iri: str) -> None:
    with pytest.raises(QueryInvalid) as told:
        engine.run(f"SELECT ?p {{ <{iri}> ?p ?o }}", LIMITS)
    assert "IRI" in str(told.value) and "BASE" in told.value.hint_vi


def test_a_query_that_is_too_long_is_refused_unread(engine: SparqlEngine) -> None:
    with pytest.raises(QueryRefused, match="bytes"):
        engine.run("SELECT * { ?s ?p ?o } #" + "x" * LIMITS.query_bytes, LIMITS)


def test_a_query_that_takes_too_long_is_stopped_and_the_next_one_answered(engine: SparqlEngine) -> None:
    endless = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o }"
    begun = time.monotonic()
    with pytest.raises(QueryRefused, match="longer than 1 s"):
        engine.run(endless, Limits(timeout_s=1))
    assert time.monotonic() - begun < 30  # endless otherwise
    assert engine.run("ASK {}", LIMITS).rows == [(True,)]


def test_the_empty_graph_answers(tmp_path: Path) -> None:
    with VersionStore(tmp_path).open() as view:
        engine = SparqlEngine(view)
        assert engine.run("SELECT * { ?s ?p ?o }", LIMITS).rows == []
        engine.close()
