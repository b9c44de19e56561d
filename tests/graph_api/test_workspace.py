"""The workspace, the settings, and answers that are kept."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from pydantic import ValidationError
from starlette.requests import Request

from graph_api.negotiation import language_of, names_etag, preferred
from graph_api.settings import Settings, is_loopback
from graph_api.workspace import Workspace
from ontology.errors import NotFound, StoreUnavailable
from queries.catalog import question
from tests.graph_api.conftest import client_of
from tests.graph_api.world import COMMITTEE_KEY, NOW, REGULATION

TERMS = "congress,name_vi,name_en,aliases,opened,closed,until,source\n"
NUMBER = {"number": "15-QĐ/TW"}


@pytest.fixture
def workspace(data: Path) -> Workspace:
    return Workspace(Settings(data=data), clock=lambda: NOW)


def publish(workspace: Workspace, tmp_path: Path, roman: str) -> int:
    path = tmp_path / f"{roman}.csv"
    path.write_text(f"{TERMS}{roman},Đại hội thử lần thứ {roman},,,2031-01-01,2031-01-05,,made up\n", "utf-8")
    return workspace.importer.publish(workspace.importer.stage([path]).id).number


def test_the_newest_version_is_read_unless_another_is_named(workspace: Workspace, tmp_path: Path) -> None:
    assert publish(workspace, tmp_path, "XV") == 2
    with workspace.reading() as newest, workspace.reading(1) as older:
        assert (newest.number, older.number) == (2, 1)
        assert newest.content_hash != older.content_hash
        assert [bool(s.labels.named("Đại hội thử lần thứ XV")) for s in (newest, older)] == [True, False]
    workspace.close()


def test_a_version_that_was_never_published_is_not_found(workspace: Workspace) -> None:
    with pytest.raises(NotFound), workspace.reading(7):
        pass
    workspace.close()


def test_a_version_that_is_being_read_stays_open_however_many_are_opened(workspace: Workspace, tmp_path: Path) -> None:
    with workspace.reading(1) as first:
        for roman in ("XV", "XVI", "XVII", "XVIII", "XIX"):
            with workspace.reading(publish(workspace, tmp_path, roman)):
                pass
        assert next(first.view.quads(), None) is not None
    with workspace.reading():
        pass
    with pytest.raises(RuntimeError, match="closed"):
        first.view.quads()
    workspace.close()


@pytest.mark.parametrize("engine", ["sparql", "cypher"])
def test_both_engines_answer_a_ready_question_alike_from_many_threads(workspace: Workspace, engine: str) -> None:
    asked = question("documents_by_number")
    answers: list[object] = []

    def ask() -> None:
        rows = workspace.engine(engine).answer(asked, {**NUMBER})
        answers.append([row["document"] for row in rows.as_dicts()])

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == [[f"https://w3id.org/mandate-graph/id/{REGULATION}"]] * 8
    workspace.close()


def test_an_unknown_engine_and_an_unnamed_server_are_told_apart(workspace: Workspace) -> None:
    with pytest.raises(NotFound):
        workspace.engine("gremlin")
    with pytest.raises(StoreUnavailable):
        workspace.engine("neo4j")
    workspace.close()


def test_cypher_is_answered_over_http_and_may_not_write(client: TestClient) -> None:
    asked = {"query": "MATCH (d:Document) WHERE d.documentNumber = '15-QĐ/TW' RETURN d.iri AS iri"}
    answer = client.post("/cypher", json=asked)
    assert answer.json()["rows"] == [{"iri": f"https://w3id.org/mandate-graph/id/{REGULATION}"}]
    for text in ("CREATE (n:Document) RETURN n", "LOAD CSV FROM 'file:///etc/passwd' AS row RETURN row", "MATCH (n"):
        refused = client.post("/cypher", json={"query": text})
        assert refused.status_code == 400 and refused.json()["detail"]


# Settings


def test_settings_come_from_the_environment_and_do_not_change(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MANDATE_DATA", "/somewhere")
    monkeypatch.setenv("MANDATE_TIMEOUT_S", "2.5")
    monkeypatch.setenv("MANDATE_NEO4J_PASSWORD", "secret")
    settings = Settings()
    assert (settings.data, settings.limits.timeout_s) == (Path("/somewhere"), 2.5)
    assert "secret" not in repr(settings)
    with pytest.raises(ValidationError):
        settings.port = 1


@pytest.mark.parametrize(("name", "value"), [("CYPHER", "gremlin"), ("PORT", "70000"), ("ROW_LIMIT", "0")])
def test_a_setting_that_makes_no_sense_is_refused(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(f"MANDATE_{name}", value)
    with pytest.raises(ValidationError):
        Settings()


@pytest.mark.parametrize(
    ("host", "local"),
    [
        ("127.0.0.1", True),
        ("127.8.8.8", True),
        ("localhost", True),
        ("::1", True),
        ("0.0.0.0", False),
        ("a.example", False),
    ],
)
def test_loopback_is_this_machine_only(host: str, local: bool) -> None:
    assert is_loopback(host) is local


# Negotiation


@pytest.mark.parametrize(
    ("accept", "chosen"),
    [
        (None, "a/x"),
        ("*/*", "a/x"),
        ("b/*", "b/y"),
        ("a/x;q=0.1, b/y", "b/y"),
        ("a/x;q=0, */*", "b/y"),
        ("b/y;q=high, a/x;q=0.5", "a/x"),
        ("c/z", None),
        (",;=,", None),
    ],
)
def test_the_media_type_is_the_one_that_accept_likes_best(accept: str | None, chosen: str | None) -> None:
    assert preferred(accept, ("a/x", "b/y")) == chosen


@pytest.mark.parametrize(
    ("header", "named"),
    [('"a"', True), ('W/"a"', True), ('"b", W/"a"', True), ("*", True), ('"ab"', False), ("", False)],
)
def test_an_etag_is_known_whatever_its_strength(header: str, named: bool) -> None:
    assert names_etag(header, 'W/"a"') is named


@pytest.mark.parametrize(
    ("path", "query", "accepted", "language"),
    [
        ("/", "", "en-US", "vi"),
        ("/", "lang=en", "vi", "en"),
        ("/api/v1/search", "", "fr, en;q=0.5", "en"),
        ("/api/v1/search", "lang=xx", "", "vi"),
    ],
)
def test_pages_are_vietnamese_first_and_machines_may_say(path: str, query: str, accepted: str, language: str) -> None:
    headers = [(b"accept-language", accepted.encode()), (b"host", b"localhost")]
    scope = {"type": "http", "path": path, "query_string": query.encode(), "headers": headers}
    assert language_of(Request(scope)) == language


# Kept answers


def test_a_kept_answer_is_the_same_to_the_byte_and_answers_304(client: TestClient) -> None:
    first, again = (client.get(f"/api/v1/bodies/{COMMITTEE_KEY.split('/')[1]}") for _ in range(2))
    assert (first.content, dict(first.headers)) == (again.content, dict(again.headers))
    known = client.get(first.request.url.path, headers={"If-None-Match": first.headers["etag"]})
    assert (known.status_code, known.content) == (304, b"")


def test_a_kept_answer_goes_with_its_version(data: Path) -> None:
    with client_of(Settings(data=data, open_writes=True)) as client:
        before = client.get("/api/v1/search?q=Đại hội thử lần thứ XVI").json()
        text = f"{TERMS}XVI,Đại hội thử lần thứ XVI,,,2031-01-01,2031-01-05,,made up\n".encode()
        staged = client.post("/api/v1/imports", files=[("files", ("t.csv", text))])
        client.post(staged.headers["location"] + "/publish")
        after = client.get("/api/v1/search?q=Đại hội thử lần thứ XVI").json()
    assert (before["version"], after["version"], len(after["items"]) - len(before["items"])) == (1, 2, 1)


def count_calls(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> Callable[[], int]:
    opened: list[int | None] = []
    lease = workspace._lease

    def counting(number: int | None) -> object:
        opened.append(number)
        return lease(number)

    monkeypatch.setattr(workspace, "_lease", counting)
    return lambda: len(opened)


def test_a_kept_answer_is_not_made_again_but_what_changes_is(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with client_of(Settings(data=built)) as client:
        calls = count_calls(client.app.state.workspace, monkeypatch)  # type: ignore[attr-defined]
        for path, made in (("/api/v1/search?q=thu", 1), ("/readyz", 3), ("/api/v1/bodies/unknown", 3)):
            before = calls()
            for _ in range(3):
                client.get(path)
            assert calls() - before == made, path
