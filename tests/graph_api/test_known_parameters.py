"""What a request asks for in vain is refused: a parameter that the route does not know, or one given twice."""

import pytest
from fastapi.testclient import TestClient

PLACE = "/api/v1/places/song-van-97"


@pytest.mark.parametrize(
    ("address", "name"),
    [
        (f"{PLACE}?as_known=1", "as_known"),
        (f"{PLACE}?AT=2023-03-31", "AT"),
        ("/api/v1/search?q=ban&page=2", "page"),
        ("/api/v1/versions/0/diff/1?limit=1", "limit"),
        ("/api/v1/imports?asKnown=1", "asKnown"),
        ("/api/v1/versions?at=2023-03-31", "at"),
    ],
)
def test_an_unknown_parameter_is_refused_and_those_that_there_are_named(
    client: TestClient, address: str, name: str
) -> None:
    refused = client.get(address, headers={"Accept-Language": "en"})
    assert refused.status_code == 400
    assert refused.json()["detail"] == f"there is no parameter {name!r} here" and "lang" in refused.json()["hint"]
    assert refused.json()["detail"] != client.get(address).json()["detail"]


@pytest.mark.parametrize(
    "address",
    [
        f"{PLACE}?at=2023-03-31&at=2025-07-01",
        f"{PLACE}?asKnown=1&asKnown=0",
        "/api/v1/search?q=ban&q=hội",
        "/api/v1/queries/term_on?at=2023-03-31&at=2025-07-01",
        "/api/v1/queries/bodies_by_name?words=a&words=b",
    ],
)
def test_a_parameter_that_is_given_twice_is_refused(client: TestClient, address: str) -> None:
    refused = client.get(address, headers={"Accept-Language": "en"})
    assert refused.status_code == 400 and "given twice" in refused.json()["detail"]


def test_a_parameter_that_may_be_repeated_may(client: TestClient) -> None:
    imports = client.get("/api/v1/imports").json()["items"]
    answer = client.get(f"/api/v1/imports/{imports[0]['id']}/questions?state=open&state=unsure")
    assert answer.status_code == 200


def test_a_page_takes_what_a_link_brings_along(client: TestClient) -> None:
    answer = client.get("/search?q=ban&utm_source=x&lang=en&lang=vi", headers={"Accept": "text/html"})
    assert answer.status_code == 200
