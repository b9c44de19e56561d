"""Mandate chains, why and relations over HTTP."""

from typing import Any

import pytest
from fastapi.testclient import TestClient

from graph_api.resources import ChainResource
from ontology.identifiers import ID_BASE
from tests.graph_api.world import COMMITTEE_KEY, OLD_REGULATION, PERSON, PLENUM_KEY, REGULATION


def chain(client: TestClient, key: str, **query: str) -> dict[str, Any]:
    answer = client.get(f"/api/v1/mandates/{key}", params={"at": "2024-01-01", **query})
    assert answer.status_code == 200, answer.text
    body: dict[str, Any] = answer.json()
    return body


def keys(body: dict[str, Any]) -> set[str]:
    return {node["iri"].removeprefix(ID_BASE) for node in body["nodes"]}


def person_iri(client: TestClient) -> str:
    return str(client.get("/api/v1/search", params={"q": PERSON}).json()["items"][0]["iri"])


@pytest.mark.parametrize("address", [f"/api/v1/mandates/{COMMITTEE_KEY}", f"/api/v1/network/around/{COMMITTEE_KEY}"])
def test_the_body_of_a_chain_is_what_openapi_says_of_it(client: TestClient, address: str) -> None:
    chain = ChainResource.model_validate_json(client.get(address).content, strict=True)
    assert chain.start == ID_BASE + COMMITTEE_KEY and chain.edges[0].evidence


def test_a_committee_rests_on_what_regulates_its_kind(client: TestClient) -> None:
    assert {REGULATION, OLD_REGULATION, PLENUM_KEY} < keys(chain(client, COMMITTEE_KEY))


def test_a_replaced_regulation_is_a_broken_hop_that_says_by_what(client: TestClient) -> None:
    body = chain(client, COMMITTEE_KEY)
    (broken,) = [e for e in body["edges"] if e["subject"].endswith(OLD_REGULATION) and e["predicate"] == "regulates"]
    assert [(r["code"], r["by"]) for r in broken["broken"]] == [("document-replaced", ID_BASE + REGULATION)]
    assert body["broken"] >= 1


def test_every_hop_has_the_words_that_support_it(client: TestClient) -> None:
    edges = chain(client, COMMITTEE_KEY)["edges"]
    assert edges and all(edge["evidence"][0]["quote"] for edge in edges)


def test_a_chain_leads_down_to_who_holds_office(client: TestClient) -> None:
    body = chain(client, REGULATION, direction="down")
    assert PERSON in {node["label_vi"] for node in body["nodes"]}


def test_before_the_office_began_its_holder_is_left_out(client: TestClient) -> None:
    body = chain(client, REGULATION, direction="down", at="2023-06-01")
    assert PERSON not in {node["label_vi"] for node in body["nodes"]} and body["left_out"] == 2


def test_depth_bounds_the_walk_and_says_so(client: TestClient) -> None:
    body = chain(client, COMMITTEE_KEY, depth="1")
    assert body["truncated"] and max(node["depth"] for node in body["nodes"]) == 1


@pytest.mark.parametrize(("format", "beginning"), [("mermaid", "flowchart"), ("text", "Căn cứ của")])
def test_a_chain_comes_as_text_and_as_mermaid(client: TestClient, format: str, beginning: str) -> None:
    answer = client.get(f"/api/v1/mandates/{COMMITTEE_KEY}?format={format}")
    assert beginning in answer.text.splitlines()[0] or beginning in answer.text


def test_the_text_speaks_the_language_asked_for(client: TestClient) -> None:
    assert client.get(f"/api/v1/mandates/{COMMITTEE_KEY}?format=text&lang=en").text.startswith("What carries")


def test_why_takes_a_name_and_leads_to_the_plenum(client: TestClient) -> None:
    body = client.get("/api/v1/why", params={"person": PERSON, "at": "2024-01-01"}).json()
    assert PLENUM_KEY in keys(body) and body["start"] == person_iri(client)


def test_why_keeps_to_the_position_asked_for(client: TestClient) -> None:
    whole = client.get("/api/v1/why", params={"person": PERSON, "at": "2024-01-01"}).json()
    position = next(node["iri"] for node in whole["nodes"] if node["type"] == "Position")
    query = {"person": PERSON, "position": position, "at": "2024-01-01"}
    assert client.get("/api/v1/why", params=query).json()["nodes"] == whole["nodes"]
    assert client.get("/api/v1/why", params={**query, "at": "2020-01-01"}).status_code == 404


def test_why_wants_a_person_or_a_position(client: TestClient) -> None:
    answer = client.get("/api/v1/why")
    assert answer.status_code == 400 and "person" in answer.json()["hint"]


def test_why_refuses_a_name_of_something_else(client: TestClient) -> None:
    assert client.get("/api/v1/why", params={"person": "Tỉnh Sông Vân"}).status_code == 404


def test_relations_are_given_in_both_directions(client: TestClient) -> None:
    for key, direction in ((REGULATION, "out"), (OLD_REGULATION, "in")):
        rows = client.get(f"/api/v1/relations/{key.split('/')[1]}").json()["rows"]
        assert ("replaces", direction) in {(row["relation"], row["direction"]) for row in rows}


def test_an_unknown_document_is_told_from_one_without_relations(client: TestClient) -> None:
    assert client.get("/api/v1/relations/12-nq-tw-2017-10-25").json()["rows"] == []
    assert client.get("/api/v1/relations/nothing-2020").status_code == 404


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("at=2023-13-01", 400),
        ("at=2023", 400),
        ("at=yesterday", 400),
        ("at=" + "9" * 500, 422),
        ("depth=0", 422),
        ("depth=10000", 422),
        ("direction=sideways", 422),
        ("format=exe", 422),
    ],
)
def test_a_chain_refuses_what_it_cannot_mean(client: TestClient, query: str, status: int) -> None:
    answer = client.get(f"/api/v1/mandates/{COMMITTEE_KEY}?{query}")
    assert answer.status_code == status and answer.json()["detail"]
