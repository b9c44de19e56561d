"""Ready questions, SPARQL and export over HTTP."""

import csv
import hashlib
import io
from base64 import b64encode
from xml.etree import ElementTree

import pytest
from fastapi.testclient import TestClient
from pyoxigraph import BlankNode, Literal, Quad, RdfFormat, parse

from graph_api.routers.questions import as_csv
from graph_api.sparql_results import GRAPHS, TABLES
from graph_store.export import FORMATS
from graph_store.sparql_rows import Terms
from ontology.identifiers import ID_BASE
from queries.catalog import questions
from tests.graph_api.world import COMMITTEE_KEY, PERSON, REGULATION

NUMBERS = """PREFIX mg: <https://w3id.org/mandate-graph/ontology#>
SELECT ?document ?number WHERE { ?document mg:documentNumber ?number } ORDER BY ?number ?document LIMIT 1"""
FIRST = [{"document": f"{ID_BASE}document/12-nq-tw-2017-10-25", "number": "12-NQ/TW"}]


def test_every_ready_question_is_listed_with_both_of_its_texts(client: TestClient) -> None:
    listed = {q["name"]: q for q in client.get("/api/v1/queries").json()}
    assert listed.keys() == questions().keys()
    assert all(q["sparql"] and q["cypher"] and q["text"]["vi"] for q in listed.values())


def test_a_ready_question_is_answered_on_the_day_asked_about(client: TestClient) -> None:
    query = {"body": COMMITTEE_KEY, "at": "2023-09-01"}
    answer = client.get("/api/v1/queries/holders_on_date", params=query).json()
    assert PERSON in {value for row in answer["rows"] for value in row.values()}
    assert answer["parameters"] == {"body": ID_BASE + COMMITTEE_KEY, "at": "2023-09-01"}


def test_a_thing_is_named_by_name_or_number_as_well(client: TestClient) -> None:
    by_key = client.get("/api/v1/queries/mandate_chain", params={"document": REGULATION}).json()
    by_number = client.get("/api/v1/queries/mandate_chain", params={"document": "15-QĐ/TW"}).json()
    assert by_number == by_key and by_key["rows"]


def test_what_a_question_takes_and_gives_is_explained(client: TestClient) -> None:
    told = client.get("/api/v1/queries/documents_of_kind/explain").json()
    assert "quy-dinh" in told["parameters"][0]["codes"]
    assert told["columns"][0]["description"] == {"vi": "văn bản", "en": "the document"}
    assert client.get("/api/v1/queries/nothing_like_it/explain").status_code == 404


def test_the_pages_of_an_answer_hold_its_rows_once_each_and_in_order(client: TestClient) -> None:
    whole = client.get("/api/v1/queries/sources").json()
    assert len(whole["rows"]) > 2 and not whole["truncated"] and whole["next"] is None
    rows: list[dict[str, str]] = []
    link: str | None = "/api/v1/queries/sources?limit=2"
    while link:
        answer = client.get(link)
        page = answer.json()
        rows += page["rows"]
        link = page["next"]
        assert len(page["rows"]) <= 2 and page["truncated"] == bool(link)
        assert answer.headers.get("link") == (f'<{link}>; rel="next"' if link else None)
    assert rows == whole["rows"]


def test_the_next_page_is_of_the_same_version_and_day(client: TestClient) -> None:
    page = client.get("/api/v1/queries/vacant_positions?limit=1").json()
    assert page["parameters"]["at"] in page["next"] and f"asKnown={page['version']}" in page["next"]


@pytest.mark.parametrize("query", ["limit=0", "limit=10001", "limit=x", "cursor=zz", "cursor=bzEyMzQ1Njc4OTAx"])
def test_a_page_that_cannot_be_is_refused(client: TestClient, query: str) -> None:
    assert client.get(f"/api/v1/queries/sources?{query}").status_code in (400, 422)


@pytest.mark.parametrize("how", [{"params": {"format": "csv"}}, {"headers": {"Accept": "text/csv"}}])
def test_an_answer_comes_as_csv(client: TestClient, how: dict[str, dict[str, str]]) -> None:
    params = {"number": "15-QĐ/TW", **how.get("params", {})}
    answer = client.get("/api/v1/queries/documents_by_number", params=params, headers=how.get("headers"))
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    assert [row["document"] for row in rows] == [ID_BASE + REGULATION]


def test_no_cell_of_a_csv_runs_as_a_formula() -> None:
    rows = [{"a": "=1+1", "b": -3, "c": None, "d": "@x", "e": "Ban"}]
    assert as_csv(["a", "b", "c", "d", "e"], rows).splitlines()[1] == "'=1+1,-3,,'@x,Ban"


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("nothing_like_it", 404),
        ("holders_on_date", 400),
        ("holders_on_date?body=body/x&colour=red", 400),
        ("holders_on_date?body=../../etc", 404),
        ("documents_of_kind?kind=quydinh", 400),
        ("holders_on_date?body=body/x&engine=gremlin", 422),
        ("documents_by_number?number=" + "7" * 3_000, 400),
    ],
)
def test_a_question_refuses_what_it_cannot_be_asked(client: TestClient, path: str, status: int) -> None:
    assert client.get(f"/api/v1/queries/{path}").status_code == status


def test_neo4j_that_is_not_named_is_missing_not_broken(client: TestClient) -> None:
    answer = client.get("/api/v1/queries/documents_by_number", params={"number": "1", "engine": "neo4j"})
    assert answer.status_code == 503 and "MANDATE_NEO4J_URI" in answer.json()["hint"]


@pytest.mark.parametrize("way", ["get", "form", "bare"])
def test_sparql_takes_a_query_in_each_way_of_the_protocol(client: TestClient, way: str) -> None:
    if way == "get":
        answer = client.get("/sparql", params={"query": NUMBERS})
    elif way == "form":
        answer = client.post("/sparql", data={"query": NUMBERS})
    else:
        answer = client.post("/sparql", content=NUMBERS, headers={"Content-Type": "application/sparql-query"})
    assert answer.headers["content-type"] == "application/sparql-results+json"
    bindings = answer.json()["results"]["bindings"]
    assert [{name: term["value"] for name, term in row.items()} for row in bindings] == FIRST
    assert bindings[0]["document"]["type"] == "uri" and bindings[0]["number"]["type"] == "literal"


def test_sparql_results_come_as_accept_asks(client: TestClient) -> None:
    texts = {a: client.get("/sparql", params={"query": NUMBERS}, headers={"Accept": a}).text for a in TABLES}
    assert list(csv.DictReader(io.StringIO(texts["text/csv"]))) == FIRST
    assert texts["text/tab-separated-values"].splitlines() == [
        "?document\t?number",
        f'<{FIRST[0]["document"]}>\t"12-NQ/TW"',
    ]
    root = ElementTree.fromstring(texts["application/sparql-results+xml"])
    assert [element.text for element in root.iter() if element.text] == list(FIRST[0].values())


def test_typed_and_language_tagged_terms_keep_their_marks(client: TestClient) -> None:
    query = 'SELECT ("2023"^^xsd:gYear AS ?year) ("chữ"@vi AS ?word) (1+1 AS ?two) (?x AS ?none) {}'
    (row,) = client.get("/sparql", params={"query": query}).json()["results"]["bindings"]
    xsd = "http://www.w3.org/2001/XMLSchema#"
    assert row == {
        "year": {"type": "literal", "value": "2023", "datatype": xsd + "gYear"},
        "word": {"type": "literal", "value": "chữ", "xml:lang": "vi"},
        "two": {"type": "literal", "value": "2", "datatype": xsd + "integer"},
    }


@pytest.mark.parametrize(("query", "truth"), [("ASK { ?s ?p ?o }", True), ("ASK { <urn:a> ?p ?o }", False)])
def test_ask_is_answered_by_a_truth_value(client: TestClient, query: str, truth: bool) -> None:
    assert client.get("/sparql", params={"query": query}).json() == {"head": {}, "boolean": truth}
    as_xml = client.get("/sparql", params={"query": query}, headers={"Accept": "application/sparql-results+xml"})
    assert ElementTree.fromstring(as_xml.text)[1].text == str(truth).lower()


@pytest.mark.parametrize("accept", GRAPHS)
def test_a_constructed_graph_comes_as_rdf(client: TestClient, accept: str) -> None:
    query = f"DESCRIBE <{FIRST[0]['document']}>"
    answer = client.get("/sparql", params={"query": query}, headers={"Accept": accept})
    form = RdfFormat.from_media_type(answer.headers["content-type"])
    assert form and answer.headers["content-type"].split(";")[0] == accept
    numbers = [q for q in parse(answer.content, format=form) if q.predicate.value.endswith("#documentNumber")]
    assert [getattr(q.object, "value", "") for q in numbers] == ["12-NQ/TW"]


def test_odd_values_survive_every_result_format() -> None:
    odd = Literal('<&">\n\x00 "q"\t')
    terms = Terms("select", ("a", "b"), [(odd, None), (BlankNode("x"), Literal("1", language="vi"))])
    root = ElementTree.fromstring(TABLES["application/sparql-results+xml"](terms))
    assert [e.text for e in root.iter() if e.tag.endswith("literal")] == ['<&">\n\ufffd "q"\t', "1"]
    tsv = TABLES["text/tab-separated-values"](terms)
    assert [len(line.split("\t")) for line in tsv.splitlines()] == [2, 2, 2] and tsv.endswith('_:x\t"1"@vi\n')


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("", 400),
        ("SELECT", 400),
        ("INSERT DATA { <urn:a> <urn:b> <urn:c> }", 400),
        ("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", 400),
        ("SELECT * { ?s ?p ?o } #" + "x" * 20_000, 414),
    ],
)
def test_sparql_refuses_what_writes_reaches_out_or_is_no_query(client: TestClient, query: str, status: int) -> None:
    answer = client.get("/sparql", params={"query": query})
    assert answer.status_code == status and answer.headers["content-type"] == "application/problem+json"


def test_sparql_without_a_query_describes_itself(client: TestClient) -> None:
    answer = client.get("/sparql")
    said = {(q.predicate.value.rsplit("#")[-1], getattr(q.object, "value", "")) for q in turtle(answer.content)}
    assert answer.headers["content-type"].startswith("text/turtle")
    assert ("endpoint", "http://127.0.0.1:8000/sparql") in said


def turtle(content: bytes) -> list[Quad]:
    return list(parse(content, format=RdfFormat.TURTLE))


@pytest.mark.parametrize("name", ["default-graph-uri", "named-graph-uri", "update"])
def test_sparql_serves_no_other_dataset_and_no_update(client: TestClient, name: str) -> None:
    assert client.get("/sparql", params={"query": NUMBERS, name: "http://x.example/"}).status_code == 400
    assert client.post("/sparql", data={"query": NUMBERS, name: "http://x.example/"}).status_code == 400


def test_sparql_takes_no_other_body(client: TestClient) -> None:
    answer = client.post("/sparql", content=b"{}", headers={"Content-Type": "application/json"})
    assert answer.status_code == 415


def test_a_query_that_is_too_long_is_refused(client: TestClient) -> None:
    answer = client.post("/sparql", data={"query": NUMBERS + "#" * 70_000})
    assert answer.status_code == 400


@pytest.mark.parametrize("name", FORMATS)
def test_every_export_is_named_by_version_and_format(client: TestClient, name: str) -> None:
    answer = client.get(f"/api/v1/export/{name}")
    assert answer.content and answer.headers["content-type"].startswith(FORMATS[name].media_type)
    assert answer.headers["content-disposition"].endswith(f'mandate-graph-1.{FORMATS[name].ending}"')
    digest = b64encode(hashlib.sha256(answer.content).digest()).decode()
    assert answer.headers["repr-digest"] == f"sha-256=:{digest}:" and answer.headers["etag"]
    assert int(answer.headers["content-length"]) == len(answer.content)


@pytest.mark.parametrize("name", [name for name, form in FORMATS.items() if form.rdf_format])
def test_every_export_can_be_read_back(client: TestClient, name: str) -> None:
    answer = client.get(f"/api/v1/export/{name}")
    form = RdfFormat.from_media_type(FORMATS[name].media_type)
    assert form and answer.headers["content-disposition"].endswith(f'mandate-graph-1.{FORMATS[name].ending}"')
    triples = {quad.triple for quad in parse(answer.content, format=form)}
    reference = {q.triple for q in parse(client.get("/api/v1/export/nquads").content, format=RdfFormat.N_QUADS)}
    assert triples == reference and len(triples) > 100


def test_an_export_in_an_unknown_format_is_not_there(client: TestClient) -> None:
    assert client.get("/api/v1/export/docx").status_code == 404


@pytest.mark.parametrize("typed", ["15-QD/TW", "15-QÐ/TW", "15-qđ/tw", "15 - QĐ/TW"])
@pytest.mark.parametrize("engine", ["sparql", "cypher"])
def test_a_number_is_found_however_it_is_typed(client: TestClient, typed: str, engine: str) -> None:
    asked = {"number": typed, "engine": engine}
    rows = client.get("/api/v1/queries/documents_by_number", params=asked).json()["rows"]
    assert [row["label"] for row in rows] == ["Quy định 15-QĐ/TW"]
    items = client.get("/api/v1/documents", params={"number": typed}).json()["items"]
    assert [item["matched"] for item in items] == ["15-QĐ/TW"]


def test_a_place_given_for_a_body_is_refused_and_not_answered_with_nothing(client: TestClient) -> None:
    answer = client.get("/api/v1/queries/holders_on_date", params={"body": "Sông Vân", "lang": "en"})
    assert answer.status_code == 400 and "of the type body" in answer.json()["detail"]
