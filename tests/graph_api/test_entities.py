"""Entities over HTTP: search, numbers, single entities, /id and /doc."""

from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient
from pyoxigraph import NamedNode, RdfFormat, parse

from graph_api.entity_resources import EntityResource
from graph_api.routers.entities import COLLECTIONS
from ontology.identifiers import ID_BASE
from tests.graph_api.world import COMMITTEE, COMMITTEE_KEY, KIND_KEY, PERSON, PLENUM_KEY, REGULATION


def found(client: TestClient, text: str, **more: str) -> list[str]:
    answer = client.get("/api/v1/search", params={"q": text, **more})
    assert answer.status_code == 200
    return [hit["label"] for hit in answer.json()["items"]]


def test_a_name_is_found_without_its_marks(client: TestClient) -> None:
    assert found(client, "luong thi hanh") == [PERSON]


def test_a_search_can_ask_for_one_type(client: TestClient) -> None:
    assert found(client, "thu nghiem", type="body-kind") == ["Ban Chỉ đạo thử nghiệm cấp tỉnh"]


def test_a_search_goes_on_where_its_link_header_says_and_on_the_same_version(client: TestClient) -> None:
    seen: list[str] = []
    address: str | None = "/api/v1/search?q=thu&limit=2"
    while address:
        answer = client.get(address)
        seen += [hit["iri"] for hit in answer.json()["items"]]
        address = answer.json()["next"]
        assert (answer.links.get("next", {}).get("url") or None) == address
        assert address is None or "asKnown=1" in address
    whole = client.get("/api/v1/search?q=thu&limit=200").json()["items"]
    assert len(seen) > 4 and seen == [hit["iri"] for hit in whole]


def test_one_number_may_name_two_documents(client: TestClient) -> None:
    answer = client.get("/api/v1/documents", params={"number": "12-NQ/TW"}).json()
    assert [item["iri"].removeprefix(ID_BASE) for item in answer["items"]] == [
        "document/12-nq-tw-2017-10-25",
        "document/12-nq-tw-2022-06-16",
    ]


def test_a_number_with_a_date_names_the_document_of_that_time(client: TestClient) -> None:
    answer = client.get("/api/v1/documents", params={"number": "12-NQ/TW", "date": "2022"}).json()
    assert [item["iri"] for item in answer["items"]] == [ID_BASE + "document/12-nq-tw-2022-06-16"]


@pytest.mark.parametrize("key", [REGULATION, COMMITTEE_KEY, KIND_KEY, PLENUM_KEY])
def test_the_body_of_an_entity_is_what_openapi_says_of_it(client: TestClient, key: str) -> None:
    entity_type, name = key.split("/")
    collection = next(c for c, of in COLLECTIONS.items() if of == entity_type)
    for day in ({}, {"at": "2024-01-01"}):
        body = client.get(f"/api/v1/{collection}/{name}", params=day).content
        told = EntityResource.model_validate_json(body, strict=True)
        assert told.iri == ID_BASE + key and bool(told.on_day) is bool(day)


def test_an_entity_shows_every_statement_with_its_words_and_source(client: TestClient) -> None:
    entity = client.get(f"/api/v1/documents/{REGULATION.split('/')[1]}").json()
    (issued,) = entity["properties"]["issuedOn"]
    assert issued["text"] == "2023-05-10" and "2023-05-10" in issued["evidence"][0]["quote"]
    assert (issued["evidence"][0]["source_title"], issued["evidence"][0]["locator"]) == (
        "documents",
        "line 2, column issued",
    )


@pytest.mark.parametrize("key", [REGULATION, COMMITTEE_KEY, KIND_KEY, PLENUM_KEY, "place/song-van-97", "term/xiii"])
def test_every_collection_answers_for_its_entities(client: TestClient, key: str) -> None:
    entity_type, name = key.split("/")
    collection = next(c for c, t in COLLECTIONS.items() if t == entity_type)
    assert client.get(f"/api/v1/{collection}/{name}").json()["iri"] == ID_BASE + key


def test_an_entity_of_another_type_is_not_there(client: TestClient) -> None:
    assert client.get(f"/api/v1/bodies/{REGULATION.split('/')[1]}").status_code == 404


def test_an_iri_redirects_with_303_to_what_is_said_of_it(client: TestClient) -> None:
    answer = client.get(f"/id/{COMMITTEE_KEY}?asKnown=1")
    assert (answer.status_code, answer.headers["location"]) == (303, f"/doc/{COMMITTEE_KEY}?asKnown=1")


def test_an_unknown_iri_does_not_redirect(client: TestClient) -> None:
    assert client.get("/id/document/nowhere-2020").status_code == 404


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [
        ("*/*", "text/turtle"),
        ("application/ld+json", "application/ld+json"),
        ("application/n-triples", "application/n-triples"),
        ("text/html,application/xhtml+xml,*/*;q=0.8", "text/html"),
        ("text/turtle;q=0.2, application/n-triples;q=0.7", "application/n-triples"),
    ],
)
def test_a_description_comes_as_accept_asks(client: TestClient, accept: str, media_type: str) -> None:
    answer = client.get(f"/doc/{COMMITTEE_KEY}", headers={"Accept": accept})
    assert answer.headers["content-type"].split(";")[0] == media_type


@pytest.mark.parametrize(
    ("ending", "form"), [("ttl", RdfFormat.TURTLE), ("nt", RdfFormat.N_TRIPLES), ("jsonld", RdfFormat.JSON_LD)]
)
def test_each_ending_gives_the_same_statements(client: TestClient, ending: str, form: RdfFormat) -> None:
    triples = {q.triple for q in parse(client.get(f"/doc/{COMMITTEE_KEY}.{ending}").content, format=form)}
    reference = {q.triple for q in parse(client.get(f"/doc/{COMMITTEE_KEY}.nt").content, format=RdfFormat.N_TRIPLES)}
    assert triples == reference and any(t.subject == NamedNode(ID_BASE + COMMITTEE_KEY) for t in triples)
    assert COMMITTEE in {getattr(t.object, "value", "") for t in triples}


def test_a_type_that_is_not_offered_is_refused(client: TestClient) -> None:
    assert client.get(f"/doc/{COMMITTEE_KEY}", headers={"Accept": "image/png"}).status_code == 406


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/doc/spaceship/enterprise", 400),
        ("/doc/document/UPPER", 400),
        ("/doc/document/" + "a" * 250, 422),
        ("/doc/document/..%2f..%2fetc%2fpasswd", 404),
        ("/api/v1/documents/" + quote("khóa"), 400),
        ("/api/v1/search?q=" + "a" * 5_000, 422),
        ("/api/v1/search?q=a&limit=100000", 422),
        ("/api/v1/search?q=a&cursor=%00", 400),
        ("/api/v1/search?q=a&cursor=bzk5OTk5OTk5OTk5", 400),
        ("/api/v1/search?q=a&asKnown=99", 404),
        ("/api/v1/search?q=a&asKnown=-1", 422),
    ],
)
def test_what_no_entity_can_be_is_refused_with_a_reason(client: TestClient, path: str, status: int) -> None:
    answer = client.get(path)
    assert answer.status_code == status and len(answer.json()["detail"]) > 10
