"""What is asked first is answered, whatever it is: routes that are not made yet are made for it."""

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from graph_api.app import create_app
from graph_api.settings import Settings
from tests.graph_api.conftest import client_of
from tests.graph_api.world import HOST


@pytest.fixture
def fresh(built: Path) -> TestClient:
    """An application that nobody has asked anything."""
    return client_of(Settings(data=built))


def test_a_chain_is_answered_without_the_other_routes(built: Path) -> None:
    app = create_app(Settings(data=built))
    with TestClient(app, base_url=HOST, client=("127.0.0.1", 50_000)) as client:
        known = len(app.router.routes)
        assert client.get("/api/v1/mandates/document/unknown").json()["status"] == 404
        assert len(app.router.routes) == known
        assert client.get("/api/v1/queries").status_code == 200 and len(app.router.routes) > known


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/", 200),
        ("GET", "/api/v1/queries", 200),
        ("HEAD", "/api/v1/queries", 200),
        ("GET", "/api/v1/people/nobody", 404),
        ("GET", "/nowhere", 404),
        ("PUT", "/api/v1/mandates/document/x", 405),
        ("DELETE", "/api/v1/queries", 405),
        ("GET", "/openapi.json", 200),
    ],
)
def test_the_first_request_of_all_is_answered_as_any_later_one(
    fresh: TestClient, method: str, path: str, status: int
) -> None:
    first, again = fresh.request(method, path), fresh.request(method, path)
    assert (first.status_code, first.content) == (again.status_code, again.content)
    assert first.status_code == status


def test_a_description_asked_first_names_every_route(fresh: TestClient, client: TestClient) -> None:
    client.get("/api/v1/queries")
    assert fresh.get("/openapi.json").json() == client.get("/openapi.json").json()
