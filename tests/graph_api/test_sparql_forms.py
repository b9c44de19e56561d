"""In which form SPARQL answers, by Accept: a table for rows, a graph for triples, and never the other one unasked."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from graph_api.settings import Settings
from tests.graph_api.conftest import client_of

ROWS, TRUTH = "SELECT ?s WHERE { ?s ?p ?o } LIMIT 1", "ASK { ?s ?p ?o }"
GRAPH = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o } LIMIT 1"
JSON, XML = "application/sparql-results+json", "application/sparql-results+xml"
LD, TURTLE = "application/ld+json", "text/turtle"


@pytest.fixture(scope="module")
def client(built: Path) -> Iterator[TestClient]:
    """One that names no media type by itself."""
    with client_of(Settings(data=built)) as client:
        del client.headers["accept"]
        yield client


def asked(client: TestClient, query: str, accept: str | None, *, by_post: bool = False) -> Any:
    headers = {} if accept is None else {"Accept": accept}
    if by_post:
        return client.post("/sparql", data={"query": query}, headers=headers)
    return client.get("/sparql", params={"query": query}, headers=headers)


@pytest.mark.parametrize("by_post", [False, True])
@pytest.mark.parametrize(
    ("query", "accept", "form"),
    [
        (ROWS, None, JSON),
        (ROWS, "", JSON),
        (ROWS, "*/*", JSON),
        (ROWS, "application/*", JSON),
        (ROWS, "application/json", "application/json"),
        (ROWS, "text/csv", "text/csv"),
        (ROWS, "text/*", "text/csv"),
        (ROWS, "TEXT/CSV; header=present", "text/csv"),
        (ROWS, f"{JSON};q=0.1, text/csv;q=0.9", "text/csv"),
        (ROWS, f"{TURTLE}, text/csv;q=0.2", "text/csv"),
        (ROWS, f"{TURTLE}, */*;q=0.1", JSON),
        (ROWS, f"{JSON};q=0, */*", "application/json"),
        (ROWS, f"{TURTLE}, text/html;q=0.5", "text/html"),
        (TRUTH, None, JSON),
        (TRUTH, XML, XML),
        (GRAPH, None, TURTLE),
        (GRAPH, "*/*", TURTLE),
        (GRAPH, "application/*", "application/n-triples"),
        (GRAPH, "application/json", "application/json"),
        (GRAPH, f"application/json, {LD};q=0.9", "application/json"),
        (GRAPH, f"{JSON}, {LD};q=0.3", LD),
        (GRAPH, f"{JSON}, */*;q=0.1", TURTLE),
        (GRAPH, "application/rdf+xml;q=0.8, application/n-triples", "application/n-triples"),
    ],
)
def test_the_form_that_accept_likes_best_is_given(
    client: TestClient, query: str, accept: str | None, form: str, by_post: bool
) -> None:
    answer = asked(client, query, accept, by_post=by_post)
    assert answer.status_code == 200 and answer.headers["content-type"].split(";")[0] == form


@pytest.mark.parametrize(
    ("query", "accept", "served", "not_served"),
    [
        (ROWS, TURTLE, JSON, TURTLE),
        (ROWS, f"{TURTLE}, {LD};q=0.5", "text/csv", TURTLE),
        (TRUTH, LD, XML, LD),
        (GRAPH, JSON, TURTLE, JSON),
        (GRAPH, f"{JSON}, {XML}, text/csv", LD, JSON),
        (ROWS, "image/png", JSON, "image/png"),
        (ROWS, f"{JSON};q=0", "text/csv", "image/png"),
    ],
)
def test_a_form_that_there_is_not_is_not_acceptable_and_those_there_are_get_listed(
    client: TestClient, query: str, accept: str, served: str, not_served: str
) -> None:
    answer = asked(client, query, accept)
    assert (answer.status_code, answer.headers["content-type"]) == (406, "application/problem+json")
    offers = answer.json()["hint"].removeprefix("có thể lấy: ").split(", ")
    assert served in offers and not_served not in offers and "text/html" in offers


def test_accept_on_two_lines_is_read_as_one(client: TestClient) -> None:
    lines = [("Accept", "text/turtle"), ("Accept", "text/csv")]
    answer = client.get("/sparql", params={"query": ROWS}, headers=lines)
    assert answer.headers["content-type"].startswith("text/csv")


def test_what_is_no_query_is_told_before_what_is_not_acceptable(client: TestClient) -> None:
    assert asked(client, "SELECT", TURTLE).status_code == 400
