"""What is said of fields that are wrong: which one, and how, in the language asked for."""

from typing import Any

import pytest
from fastapi.testclient import TestClient
from pydantic import BaseModel, Field, ValidationError

from graph_api.field_faults import place, words

FAULTS: list[tuple[str, str, str, str, str]] = [
    ("GET", "/api/v1/search", "query.q", "is missing", "còn thiếu"),
    ("GET", "/api/v1/search?q=", "query.q", "at least 1 characters", "ít nhất 1 ký tự"),
    ("GET", f"/api/v1/search?q={'a' * 201}", "query.q", "at most 200 characters", "nhiều nhất 200 ký tự"),
    ("GET", "/api/v1/versions?limit=x", "query.limit", "is no whole number", "không phải số nguyên"),
    ("GET", "/api/v1/versions?limit=0", "query.limit", "is less than 1", "nhỏ hơn 1"),
    ("GET", "/api/v1/versions?limit=999", "query.limit", "is greater than 200", "lớn hơn 200"),
    ("GET", "/api/v1/versions/a/diff/1", "path.a", "is no whole number", "không phải số nguyên"),
    ("GET", "/api/v1/versions/1/diff/1?net=perhaps", "query.net", "neither true nor false", "không phải true hoặc"),
    ("GET", "/api/v1/network/weight?of=place", "query.of", "is none of", "không thuộc các giá trị"),
]
BODIES: list[tuple[Any, str, str, str]] = [
    ({"query": 5}, "body.query", "is no text", "không phải chuỗi chữ"),
    ({"query": "RETURN 1", "engine": "oracle"}, "body.engine", "'cypher', 'neo4j'", "'cypher', 'neo4j'"),
    ({"query": "RETURN 1", "limit": 5}, "body.limit", "is not known here", "không được biết"),
    ({"query": "RETURN 1", "parameters": []}, "body.parameters", "no JSON object", "không phải đối tượng JSON"),
    ([], "body", "no JSON object", "không phải đối tượng JSON"),
]


def told(client: TestClient, language: str, method: str, path: str, **more: Any) -> Any:
    answer = client.request(method, path, headers={"Accept-Language": language}, **more)
    assert answer.status_code == 422
    return answer.json()


@pytest.mark.parametrize(("method", "path", "where", "english", "vietnamese"), FAULTS)
def test_a_parameter_that_is_wrong_is_named_in_both_languages(
    client: TestClient, method: str, path: str, where: str, english: str, vietnamese: str
) -> None:
    for language, said in (("en", english), ("vi", vietnamese)):
        problem = told(client, language, method, path)
        (fault,) = problem["facts"]["errors"]
        assert fault["where"] == where and said in fault["message"]
        assert f"{where} {fault['message']}" in problem["detail"]


@pytest.mark.parametrize(("body", "where", "english", "vietnamese"), BODIES)
def test_a_field_of_a_body_that_is_wrong_is_named_in_both_languages(
    client: TestClient, body: Any, where: str, english: str, vietnamese: str
) -> None:
    for language, said in (("en", english), ("vi", vietnamese)):
        (fault,) = told(client, language, "POST", "/cypher", json=body)["facts"]["errors"]
        assert fault["where"] == where and said in fault["message"]


@pytest.mark.parametrize(
    ("body", "fields"),
    [
        ({"numbers": []}, {"body.numbers"}),
        ({"numbers": list(range(10_001))}, {"body.numbers"}),
        ({"numbers": [1, "x", 1.5]}, {"body.numbers.1", "body.numbers.2"}),
        ({}, {"body.numbers"}),
    ],
)
def test_every_wrong_field_is_told_with_no_english_in_vietnamese(
    writable: TestClient, body: Any, fields: set[str]
) -> None:
    faults = told(writable, "vi", "POST", "/api/v1/judgements/undo", json=body)["facts"]["errors"]
    assert {fault["where"] for fault in faults} == fields
    assert not any(word in f["message"] for f in faults for word in ("Input", "should", "List", "Field"))


def test_a_body_that_is_no_json_is_told_with_line_and_column(client: TestClient) -> None:
    content, headers = '{"query":\n "RETURN 1" "x"}', {"Content-Type": "application/json"}
    answer = client.post("/cypher?lang=en", content=content, headers=headers).json()
    assert "body, 2:13 is no JSON" in answer["detail"]
    assert "không phải JSON" in client.post("/cypher?lang=vi", content=content, headers=headers).json()["detail"]


def test_a_multipart_body_that_is_none_is_told_in_both_languages(writable: TestClient) -> None:
    headers = {"Content-Type": "multipart/form-data; boundary=x"}
    for language, said in (("en", "the body of POST"), ("vi", "không đọc được phần thân")):
        answer = writable.post(f"/api/v1/imports?lang={language}", content=b"--y\r\n\r\nx", headers=headers)
        assert answer.status_code == 400 and answer.json()["detail"].startswith(said)


def test_what_has_no_words_of_its_own_is_told_as_pydantic_tells_it() -> None:
    class Odd(BaseModel):
        value: int = Field(multiple_of=3)

    with pytest.raises(ValidationError) as caught:
        Odd(value=4)
    (fault,) = caught.value.errors()
    english, vietnamese = words(fault)
    assert english == f"is not as it should be: {fault['msg']}" and vietnamese == f"không đúng: {fault['msg']}"


def test_the_place_of_a_field_is_its_path() -> None:
    assert place(("body", "decisions", 0, "verdict")) == "body.decisions.0.verdict" and place(("body",)) == "body"
