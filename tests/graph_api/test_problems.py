"""One body for every failure, and what every answer bears."""

import errno
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from graph_api.app import create_app
from graph_api.guard import SECURITY_HEADERS
from graph_api.problems import STATUS
from graph_api.settings import Settings
from graph_store.disk import no_room
from ontology.errors import MandateGraphError, StoreCorrupt
from queries.catalog import questions
from tests.graph_api.conftest import client_of
from tests.graph_api.world import COMMITTEE_KEY, HOST

FIRST = next(iter(questions()))
KEYS = {"type", "title", "status", "detail", "hint", "facts"}
FAILING = [
    ("GET", "/nowhere", 404),
    ("GET", "/api/v1/nowhere", 404),
    ("DELETE", "/healthz", 405),
    ("PUT", "/api/v1/search", 405),
    ("GET", "/api/v1/search", 422),
    ("GET", "/api/v1/documents", 422),
    ("GET", "/api/v1/documents/unknown-2020", 404),
    ("GET", "/api/v1/bodies/x", 404),
    ("GET", "/api/v1/mandates/document/unknown", 404),
    ("GET", "/api/v1/mandates/foo/bar", 400),
    ("GET", "/api/v1/why", 400),
    ("GET", "/api/v1/relations/unknown", 404),
    ("GET", "/api/v1/network/around/document/unknown", 404),
    ("GET", "/api/v1/network/around/animal/x", 400),
    ("GET", "/api/v1/network/around/document/unknown?depth=99", 422),
    ("GET", "/api/v1/network/path?from=nobody&to=nothing", 404),
    ("GET", "/api/v1/network/path?from=nobody", 422),
    ("GET", "/api/v1/network/weight?of=place", 422),
    ("GET", "/api/v1/network/weight?at=2023", 400),
    ("GET", "/api/v1/network/circles?asKnown=99", 404),
    ("GET", "/api/v1/network/gaps?cursor=zz", 400),
    ("GET", "/api/v1/queries/unknown", 404),
    ("GET", "/api/v1/queries/unknown/explain", 404),
    ("GET", "/api/v1/queries/sources?cursor=zz", 400),
    ("GET", "/api/v1/reports/unknown", 404),
    ("GET", "/api/v1/imports/unknown", 404),
    ("GET", "/api/v1/imports/..", 404),
    ("GET", "/api/v1/imports/unknown/report", 404),
    ("GET", "/api/v1/imports/unknown/issues", 404),
    ("GET", "/api/v1/imports/unknown/findings", 404),
    ("GET", "/api/v1/imports/unknown/findings?severity=grave", 422),
    ("GET", "/api/v1/imports/unknown/diff", 404),
    ("POST", "/api/v1/imports", 401),
    ("POST", "/api/v1/imports/preview", 401),
    ("POST", "/api/v1/imports/unknown/publish", 401),
    ("POST", "/api/v1/imports/unknown/discard", 401),
    ("GET", "/api/v1/imports/unknown/questions", 404),
    ("POST", "/api/v1/imports/unknown/decisions", 401),
    ("POST", "/api/v1/judgements", 401),
    ("POST", "/api/v1/judgements/undo", 401),
    ("POST", "/api/v1/waivers", 401),
    ("POST", "/api/v1/waivers/withdraw", 401),
    ("POST", "/api/v1/waivers/import", 401),
    ("POST", "/api/v1/versions/1/rollback", 401),
    ("GET", "/api/v1/versions/1/diff/99", 404),
    ("GET", "/api/v1/versions/a/diff/b", 422),
    ("GET", "/api/v1/export/docx", 404),
    ("GET", "/.well-known/void?asKnown=99", 404),
    ("GET", "/id/document/unknown", 404),
    ("GET", "/doc/document/unknown", 404),
    ("GET", "/sparql?query=", 400),
    ("POST", "/sparql", 415),
    ("POST", "/cypher", 422),
    ("GET", "/chain/document/unknown", 404),
    ("GET", "/questions/unknown", 404),
    ("GET", "/imports/unknown", 404),
    ("GET", "/static/settings.py", 422),
]


def all_errors(root: type[MandateGraphError] = MandateGraphError) -> Iterator[type[MandateGraphError]]:
    yield root
    for heir in root.__subclasses__():
        yield from all_errors(heir)


def test_every_error_has_a_status_of_its_own() -> None:
    assert set(all_errors()) == set(STATUS)


@pytest.mark.parametrize(("method", "path", "status"), FAILING)
def test_every_failing_route_answers_with_the_one_body(client: TestClient, method: str, path: str, status: int) -> None:
    answer = client.request(method, path)
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")
    body = answer.json()
    assert body.keys() == KEYS and body["status"] == status and body["detail"] and body["title"]
    assert answer.headers.items() >= {name.lower(): value for name, value in SECURITY_HEADERS.items()}.items()


def test_every_route_with_an_api_path_is_among_those_that_were_tried(client: TestClient) -> None:
    """A route that cannot fail is named here, so that a new one is thought about."""
    cannot_fail = {"/healthz", "/readyz", "/api/v1/queries", "/api/v1/reports", "/api/v1/versions", "/openapi.json"}
    cannot_fail |= {"/context.jsonld", "/ontology"}  # the second only by an Accept that nothing fits
    tried = [path.split("?")[0].split("/") for _, path, _ in FAILING]
    same = {f"/api/v1/{name}/{{key}}" for name in ("positions", "people", "events", "places", "terms", "holdings")}
    same |= {f"/api/v1/{name}/{{key}}" for name in ("body-kinds", "sources")}
    for route in client.get("/openapi.json").json()["paths"]:
        parts = route.split("/")
        assert any(_fits(parts, other) for other in tried) or route in cannot_fail or route in same, route


def _fits(parts: list[str], tried: list[str]) -> bool:
    same_length = len(tried) == len(parts)
    return same_length and all(p.startswith("{") or p == q for p, q in zip(parts, tried, strict=True))


def test_a_browser_gets_a_page_in_its_language(client: TestClient) -> None:
    answer = client.get("/doc/document/unknown?lang=en", headers={"Accept": "text/html"})
    assert answer.status_code == 404 and "Not found" in answer.text and answer.text.startswith("<!doctype html>")


def test_messages_speak_the_language_asked_for(client: TestClient) -> None:
    def said(query: str, **headers: str) -> str:
        return str(client.get(f"/id/document/unknown{query}", headers=headers).json()["detail"])

    assert said("?lang=en").startswith("nothing bears") and said("?lang=vi").startswith("không có gì")
    english = client.get("/api/v1/imports/unknown", headers={"Accept-Language": "en-US,vi;q=0.5"})
    assert english.json()["detail"].startswith("no import")


@pytest.mark.parametrize(
    ("path", "vietnamese", "english"),
    [
        ("/api/v1/nowhere", "liệt kê các đường dẫn", "lists the routes"),
        ("/api/v1/search", "mô tả mọi tham số", "describes every parameter"),
        ("/id/document/unknown", "tìm đối tượng theo tên", "finds entities by name"),
        ("/api/v1/versions?cursor=x", "trang trước", "the page before"),
        ("/api/v1/queries/unknown", f"chọn một trong: {FIRST}", f"one of: {FIRST}"),
        ("/api/v1/why", "ví dụ /api/v1/why?person=", "e.g. /api/v1/why?person="),
        ("/api/v1/search?q=" + "a" * 20_000, "bằng POST", "by POST"),
    ],
)
def test_hints_speak_the_language_asked_for(client: TestClient, path: str, vietnamese: str, english: str) -> None:
    more = "&" if "?" in path else "?"
    said = [client.get(f"{path}{more}lang={lang}").json()["hint"] for lang in ("vi", "en")]
    assert vietnamese in said[0] and english in said[1]


@pytest.mark.parametrize(
    ("path", "vietnamese", "english"),
    [
        ("/doc/document/unknown", "tìm đối tượng theo tên", "finds entities by name"),
        ("/questions/unknown", "chọn một trong:", "one of:"),
        ("/questions/documents_by_number?ask=1", "các tham số: number", "parameters: number"),
        ("/sparql?query=SELECT+*+%7B%3Fs+no:where+%3Fo%7D", "không cần PREFIX", "known without PREFIX"),
    ],
)
def test_pages_show_the_hint_in_their_language(client: TestClient, path: str, vietnamese: str, english: str) -> None:
    more = "&" if "?" in path else "?"
    pages = [client.get(f"{path}{more}lang={lang}", headers={"Accept": "text/html"}).text for lang in ("vi", "en")]
    assert vietnamese in pages[0] and english not in pages[0] and english in pages[1]


def test_an_unexpected_error_tells_nothing_of_the_inside(data: Path, caplog: pytest.LogCaptureFixture) -> None:
    (data / "imports" / next((data / "imports").iterdir()).name / "record.json").write_text("no json", "utf-8")
    with client_of(Settings(data=data)) as client:
        answer = client.get("/api/v1/imports")
    assert answer.status_code == 500 and answer.json().keys() == KEYS
    assert "Traceback" not in answer.text and "json" not in answer.json()["detail"]
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert caplog.records[-1].exc_info


@pytest.mark.parametrize(
    ("error", "status", "said"),
    [
        (OSError(errno.ENOSPC, "as the system says it", "/secret/place"), 507, "no room left"),
        (OSError(errno.EROFS, "as the system says it", "/secret/place"), 503, "may not write"),
        (OSError(errno.EIO, "as the system says it", "/secret/place"), 500, "something went wrong"),
        (no_room("/secret/place"), 507, "no room left"),
    ],
)
def test_a_disk_that_is_full_or_read_only_is_told_without_saying_where(
    data: Path, error: Exception, status: int, said: str
) -> None:
    def fails() -> None:
        raise error

    app = create_app(Settings(data=data))
    app.add_api_route("/fails", fails)
    app.router.routes.insert(0, app.router.routes.pop())  # before those that are made late
    with TestClient(app, base_url=HOST) as client:
        answer = client.get("/fails?lang=en")
    assert answer.status_code == status and answer.json()["detail"].find(said) >= 0
    assert "secret" not in answer.text and answer.json()["hint"]


def test_a_damaged_version_is_a_fault_of_the_store_and_not_ready(data: Path) -> None:
    (data / "versions" / "000001" / "manifest.json").write_text("{}", "utf-8")
    with client_of(Settings(data=data)) as client:
        answer = client.get("/readyz")
        assert answer.status_code == STATUS[StoreCorrupt] and client.get("/healthz").json() == {"status": "ok"}


def test_an_empty_data_folder_is_ready_and_has_a_friendly_page(tmp_path: Path) -> None:
    with client_of(Settings(data=tmp_path / "new")) as client:
        assert client.get("/readyz").json() == {"status": "ready", "version": 0, "quads": 0}
        page = client.get("/", headers={"Accept": "text/html"})
        assert page.status_code == 200 and "mandate demo" in page.text
        assert client.get("/api/v1/search?q=a").json()["items"] == []


def test_reads_bear_the_hash_of_the_version_and_answer_304(client: TestClient) -> None:
    first = client.get(f"/api/v1/mandates/{COMMITTEE_KEY}?at=2024-01-01")
    content_hash = client.get("/api/v1/versions").json()["items"][0]["content_hash"]
    assert first.headers["etag"].startswith(f'W/"{content_hash[:16]}') and first.headers["mandate-version"] == "1"
    known = {"If-None-Match": first.headers["etag"]}
    again = client.get(f"/api/v1/mandates/{COMMITTEE_KEY}?at=2024-01-01", headers=known)
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", first.headers["etag"])


def test_another_language_or_form_has_another_etag(client: TestClient) -> None:
    path = f"/doc/{COMMITTEE_KEY}"
    asked = [("", "text/html"), ("?lang=en", "text/html"), ("", "text/turtle")]
    assert len({client.get(path + query, headers={"Accept": a}).headers["etag"] for query, a in asked}) == 3


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example:8000", "evil.example:8000", ""])
def test_on_loopback_a_request_under_another_name_is_turned_away(client: TestClient, host: str) -> None:
    answer = client.get("/api/v1/versions", headers={"Host": host})
    assert answer.status_code == 421 and answer.json().keys() == KEYS


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:8000", "127.0.0.1:8000", "[::1]:8000"])
def test_names_of_this_machine_are_answered(client: TestClient, host: str) -> None:
    assert client.get("/healthz", headers={"Host": host}).status_code == 200


def test_a_public_server_answers_to_the_names_it_was_given(built: Path) -> None:
    settings = Settings(data=built, host="0.0.0.0", allowed_hosts="graph.example, mirror.example")
    with client_of(settings) as client:
        hosts = ("graph.example", "mirror.example:443", "other.example")
        assert [client.get("/healthz", headers={"Host": h}).status_code for h in hosts] == [200, 200, 421]


@pytest.mark.parametrize("path", ["/healthz", f"/doc/{COMMITTEE_KEY}", "/"])
def test_what_can_be_got_can_be_asked_about_with_head(client: TestClient, path: str) -> None:
    head, get = client.head(path), client.get(path)
    assert head.status_code == 200 and head.headers["content-length"] == get.headers["content-length"]


def test_an_address_that_is_too_long_is_refused(client: TestClient) -> None:
    assert client.get("/api/v1/search?q=" + "a" * 20_000).status_code == 414


@pytest.mark.parametrize("told", [True, False])
def test_a_body_that_is_too_large_is_refused_whether_it_says_so_or_not(built: Path, told: bool) -> None:
    with client_of(Settings(data=built, query_bytes=1_000)) as client:
        body = b"query=" + b"a" * 80_000
        content = body if told else iter([body[:40_000], body[40_000:]])
        headers = {"Content-Type": "application/x-www-form-urlencoded"}
        answer = client.post("/sparql", content=content, headers=headers)
        assert answer.status_code == 413 and answer.json().keys() == KEYS


def test_the_description_is_openapi_3_1_and_names_the_problem_body(client: TestClient) -> None:
    described = client.get("/openapi.json").json()
    assert described["openapi"].startswith("3.1")
    for path, methods in described["paths"].items():
        for method, operation in methods.items():
            content = operation["responses"]["default"]["content"]
            assert content["application/problem+json"]["schema"]["$ref"].endswith("/ProblemResource"), (path, method)


def test_two_applications_of_one_process_share_nothing(built: Path, tmp_path: Path) -> None:
    one, other = create_app(Settings(data=built)), create_app(Settings(data=tmp_path))
    with TestClient(one, base_url=HOST) as full, TestClient(other, base_url=HOST) as empty:
        assert [c.get("/readyz").json()["version"] for c in (full, empty)] == [1, 0]


def test_a_problem_is_json_that_keeps_its_letters(client: TestClient) -> None:
    raw = client.get("/id/document/unknown").content.decode()
    assert "không" in raw and json.loads(raw)["facts"] == {}


@pytest.mark.parametrize(
    ("method", "path", "headers", "said", "said_vi", "hint"),
    [
        ("GET", "/nope", {}, "there is no route GET /nope", "không có đường dẫn GET /nope", "/openapi.json"),
        ("PUT", "/readyz", {}, "there is no such method: PUT /readyz", "không có phương thức này", "/openapi.json"),
        ("GET", "/ontology", {"Accept": "x/y"}, "Accept admits no form", "Accept không nhận", "text/turtle"),
        ("GET", "/sparql?query=ASK{}", {"Accept": "x/y"}, "Accept admits no form", "Accept không nhận", "text/csv"),
        ("POST", "/sparql", {"Content-Type": "x/y"}, "the body has no form", "phần thân không có dạng", "sparql-query"),
    ],
)
def test_what_the_protocol_refuses_is_told_in_both_languages_with_what_to_do(
    client: TestClient, method: str, path: str, headers: dict[str, str], said: str, said_vi: str, hint: str
) -> None:
    for language, words in (("en", said), ("vi", said_vi)):
        problem = client.request(method, path, headers={**headers, "Accept-Language": language}).json()
        assert problem["detail"].startswith(words) and hint in problem["hint"]
