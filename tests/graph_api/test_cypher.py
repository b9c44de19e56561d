"""Cypher over HTTP: the query by either name, values beside it, and what is said of what cannot be asked."""

import json
from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.graph_api.commands import Run, facts

BY_NUMBER = "MATCH (d:Document) WHERE d.documentNumber IN $numbers RETURN DISTINCT d.documentNumber AS number"


def number_of_first(client: TestClient) -> str:
    asked = "MATCH (d:Document) WHERE d.documentNumber IS NOT NULL RETURN d.documentNumber AS n ORDER BY n LIMIT 1"
    return str(client.post("/cypher", json={"query": asked}).json()["rows"][0]["n"])


@pytest.mark.parametrize("name", ["query", "statement"])
def test_a_query_is_taken_by_either_name_with_its_values(client: TestClient, name: str) -> None:
    number = number_of_first(client)
    answer = client.post("/cypher", json={name: BY_NUMBER, "parameters": {"numbers": [number, "' OR 1=1 //"]}})
    assert answer.status_code == 200 and answer.json()["rows"] == [{"number": number}]


@pytest.mark.parametrize(
    ("body", "status", "said"),
    [
        ({}, 400, "thiếu câu truy vấn"),
        ({"query": "RETURN 1", "statement": "RETURN 2"}, 400, "hai câu truy vấn"),
        ({"query": "RETURN $x"}, 400, "$x"),
        ({"query": "RETURN $x", "parameters": {"x": 2**64}}, 400, "64 bit"),
        ({"query": "RETURN $x", "parameters": {"x": "a" * 70_000}}, 400, "tham số dài hơn"),
        ({"query": "RETURN $x", "parameters": ["x"]}, 422, "parameters"),
        ({"query": "RETURN 1", "params": {}}, 422, "params"),
        ({"query": "CREATE (n {a: $x})", "parameters": {"x": 1}}, 400, "CREATE"),
        ({"query": "RETURN '\ud800'"}, 400, "surrogate"),
    ],
)
def test_what_cannot_be_asked_is_told(client: TestClient, body: dict[str, Any], status: int, said: str) -> None:
    answer = client.post("/cypher", content=json.dumps(body), headers={"Content-Type": "application/json"})
    assert answer.status_code == status and said in answer.json()["detail"]


def test_a_body_nested_without_end_is_no_query(client: TestClient) -> None:
    deep = '{"query": "RETURN 1", "parameters": {"x": ' + "[" * 50_000 + "]" * 50_000 + "}}"
    assert client.post("/cypher", content=deep, headers={"Content-Type": "application/json"}).status_code in (400, 422)


@pytest.mark.parametrize(
    ("given", "value"),
    [("5", 5), ('"5"', "5"), ("67-QĐ/TW", "67-QĐ/TW"), ("[1, 2]", [1, 2]), ("null", None), ("a=b", "a=b"), ("", "")],
)
def test_a_value_of_the_command_line_is_json_or_else_text(look: Run, given: str, value: Any) -> None:
    answer = facts(look("cypher", "RETURN $x AS x", "--param", f"x={given}", "--json"))
    assert answer["rows"] == [{"x": value}]


@pytest.mark.parametrize("given", [[], ["--param", "x"], ["--param", "x=1", "--param", "x=2"]])
def test_a_value_that_is_missing_or_given_twice_is_wrong_use(look: Run, given: list[str]) -> None:
    assert look("cypher", "RETURN $x AS x", *given).exit_code == 2


@pytest.mark.parametrize(
    "command",
    [
        ("cypher", "RETURN '\udcff' AS a"),
        ("cypher", "RETURN $x AS a", "--param", "x=\udcff"),
        ("sparql", "ASK { ?s ?p '\udcff' }"),
        ("ask", "documents_by_number", "number=\udcff"),
    ],
)
def test_bytes_that_are_no_utf_8_are_told_as_such(look: Run, command: tuple[str, ...]) -> None:
    result = look(*command)
    assert result.exit_code == 2 and ("UTF-8" in result.stderr or "surrogate" in result.stderr)
