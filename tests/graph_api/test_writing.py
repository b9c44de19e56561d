"""Who may write, and what writing does: uploads, publishing, discarding, going back."""

import json
import stat
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from graph_api.access import create_key, read_keys, remove_key, require
from graph_api.app import create_app
from graph_api.routers.imports import clean_name
from graph_api.settings import Settings
from ontology.errors import AccessDenied, InvalidIdentifier, NotFound
from tests.graph_api.conftest import client_of
from tests.graph_api.world import HOST, TABLES

TERM = TABLES["terms.csv"].splitlines()[0] + "\nXIV,Đại hội thử lần thứ XIV,14th,,2026-01-19,2026-01-23,,made up\n"


def send(client: TestClient, text: str = TERM, name: str = "more-terms.csv", **headers: str) -> Any:
    return client.post("/api/v1/imports", files=[("files", (name, text.encode()))], headers=headers)


def bearer(secret: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {secret}"}


def version(client: TestClient) -> int:
    return int(client.get("/readyz").json()["version"])


def test_an_upload_is_staged_and_seen_by_readers_only_when_published(writable: TestClient) -> None:
    staged = send(writable)
    assert staged.status_code == 201 and staged.json()["status"] == "staged"
    assert writable.get("/api/v1/terms/xiv").status_code == 404 and version(writable) == 1
    published = writable.post(staged.headers["location"] + "/publish", json={"note": "the new term"})
    assert (published.json()["number"], published.json()["note"]) == (2, "the new term")
    assert writable.get("/api/v1/terms/xiv").json()["version"] == 2
    assert writable.get("/api/v1/terms/xiv?asKnown=1").status_code == 404


def test_an_import_tells_what_it_would_change(writable: TestClient) -> None:
    where = send(writable).headers["location"]
    diff = writable.get(where + "/diff").json()
    assert diff["added_total"] == writable.get(where).json()["added"] > 0
    assert any("XIV" in line for line in diff["added"]) and diff["removed"] == []
    report = writable.get(where + "/report").json()
    assert report["files"][0]["name"] == "more-terms.csv" and report["validation"] == []


def test_the_net_of_an_edited_table_is_what_it_says_otherwise(writable: TestClient) -> None:
    writable.post(send(writable).headers["location"] + "/publish")
    where = send(writable, TERM.replace("14th", "fourteenth")).headers["location"]
    every, net = (writable.get(f"{where}/diff{query}").json() for query in ("", "?net=true"))
    assert every["removed_total"] > net["removed_total"] > 0 and every["added_total"] > net["added_total"]
    assert [line for line in net["added"] if "/id/event/" in line.split()[0]] == [
        line for line in net["added"] if "fourteenth" in line
    ]
    assert writable.post(where + "/publish").status_code == 200
    assert writable.get("/api/v1/versions/2/diff/3?net=true").json() == net


def test_a_file_that_cannot_be_read_is_refused_with_its_reason(writable: TestClient) -> None:
    answer = send(writable, "%PDF-1.7 …", "report.txt").json()
    assert answer["status"] == "refused" and "PDF" in answer["files"][0]["message"]
    issues = writable.get(f"/api/v1/imports/{answer['id']}/issues").json()["items"]
    assert issues[0]["message_vi"] and issues[0]["source"] == "report.txt"
    page = writable.get(f"/imports/{answer['id']}", headers={"Accept": "text/html"})
    assert issues[0]["message_vi"] in page.text and "bị từ chối" in page.text
    assert issues[0]["hint_vi"].startswith("các loại tệp đọc được") and issues[0]["hint_vi"] in page.text
    assert issues[0]["hint_en"].startswith("files that can be read")


def test_an_import_is_published_once(writable: TestClient) -> None:
    where = send(writable).headers["location"]
    assert writable.post(where + "/publish").status_code == 200
    assert writable.post(where + "/publish").status_code == 409


def test_a_discarded_import_leaves_its_record_only(writable: TestClient) -> None:
    where = send(writable).headers["location"]
    assert writable.post(where + "/discard").json()["status"] == "discarded"
    assert writable.post(where + "/publish").status_code == 409
    assert [i["status"] for i in writable.get("/api/v1/imports").json()["items"]] == ["discarded", "published"]


def test_an_import_that_breaks_the_shapes_is_not_published(writable: TestClient) -> None:
    turtle = """@prefix mg: <https://w3id.org/mandate-graph/ontology#> .
    <https://w3id.org/mandate-graph/id/document/x-2020> a mg:Regulation ; mg:documentNumber "not a number" ."""
    staged = send(writable, turtle, "bad.ttl").json()
    assert staged["violations"] > 0
    answer = writable.post(f"/api/v1/imports/{staged['id']}/publish")
    assert answer.status_code == 422 and answer.json()["facts"]["report"] and version(writable) == 1


def test_going_back_makes_a_new_version_equal_to_the_old_one(writable: TestClient) -> None:
    writable.post(send(writable).headers["location"] + "/publish")
    back = writable.post("/api/v1/versions/1/rollback", json={"note": "mistaken"}).json()
    listed = writable.get("/api/v1/versions").json()["items"]
    assert [v["number"] for v in listed] == [3, 2, 1] and back["kind"] == "rollback"
    assert listed[0]["content_hash"] == listed[2]["content_hash"] != listed[1]["content_hash"]
    assert writable.get("/api/v1/versions/1/diff/3").json()["added_total"] == 0
    assert writable.get("/api/v1/versions/1/diff/2").json()["added_total"] > 0


def test_a_version_published_elsewhere_is_seen_at_the_next_request(data: Path, locked: TestClient) -> None:
    before = locked.get("/api/v1/terms/xiv")
    with client_of(Settings(data=data, open_writes=True)) as other:
        other.post(send(other).headers["location"] + "/publish")
    assert before.status_code == 404 and locked.get("/api/v1/terms/xiv").json()["version"] == 2


# Keys


def test_writing_wants_a_key(locked: TestClient) -> None:
    answer = send(locked)
    assert answer.status_code == 401 and answer.headers["www-authenticate"] == "Bearer"
    assert "Authorization" in answer.json()["hint"] and locked.get("/api/v1/imports").json()["items"][1:] == []


def test_a_steward_may_import_and_only_an_admin_goes_back(data: Path, locked: TestClient) -> None:
    steward, admin = create_key(data, "steward", "lan"), create_key(data, "admin", "minh")
    where = send(locked, **bearer(steward)).headers["location"]
    published = locked.post(where + "/publish", headers=bearer(steward))
    assert (published.status_code, published.json()["author"]) == (200, "lan")
    assert locked.post("/api/v1/versions/1/rollback", headers=bearer(steward)).status_code == 403
    assert locked.post("/api/v1/versions/1/rollback", headers=bearer(admin)).json()["author"] == "minh"


def test_a_wrong_key_is_refused_even_where_writes_are_open(writable: TestClient) -> None:
    assert send(writable, **bearer("mg_wrong")).status_code == 401


def test_a_removed_key_opens_nothing(data: Path, locked: TestClient) -> None:
    secret = create_key(data, "steward", "lan")
    remove_key(data, "lan")
    assert send(locked, **bearer(secret)).status_code == 401


@pytest.mark.parametrize("header", ["", "Bearer", "Bearer ", "Basic bGFuOng=", "Bearer mg_wrong", "Bearer \u00e9"])
def test_what_is_no_key_opens_nothing(data: Path, header: str) -> None:
    create_key(data, "admin", "minh")
    with pytest.raises(AccessDenied) as refused:
        require(data, header, "steward")
    assert refused.value.facts["missing"]


def test_keys_are_kept_as_hashes_that_only_the_owner_reads(tmp_path: Path) -> None:
    secret = create_key(tmp_path / "data", "steward", "lan")
    path = tmp_path / "data" / "access.json"
    assert secret not in path.read_text("utf-8") and stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(json.loads(path.read_text("utf-8"))["keys"][0]) == ["name", "role", "sha256"]
    assert [key.name for key in read_keys(tmp_path / "data")] == ["lan"]


@pytest.mark.parametrize(("role", "name"), [("king", "lan"), ("admin", ""), ("admin", "a\nb"), ("admin", "x" * 200)])
def test_a_key_wants_a_known_role_and_a_plain_name(tmp_path: Path, role: str, name: str) -> None:
    with pytest.raises(InvalidIdentifier):
        create_key(tmp_path, role, name)


def test_a_name_is_given_to_one_key_only(tmp_path: Path) -> None:
    create_key(tmp_path, "steward", "lan")
    with pytest.raises(InvalidIdentifier):
        create_key(tmp_path, "admin", "lan")
    with pytest.raises(NotFound):
        remove_key(tmp_path, "minh")


# Open writes


def test_open_writes_count_on_loopback_only(data: Path) -> None:
    settings = Settings(data=data, open_writes=True, host="0.0.0.0", allowed_hosts="127.0.0.1")
    with client_of(settings) as client:
        assert send(client).status_code == 401


def test_open_writes_are_for_this_machine_only(data: Path) -> None:
    app = create_app(Settings(data=data, open_writes=True))
    with TestClient(app, base_url=HOST, client=("192.0.2.7", 50_000)) as client:
        assert send(client).status_code == 401


@pytest.mark.parametrize("header", ["X-Forwarded-For", "Forwarded", "X-Real-IP"])
def test_what_a_proxy_hands_on_needs_a_key(writable: TestClient, header: str) -> None:
    assert send(writable, **{header: "203.0.113.9"}).status_code == 401


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "http://127.0.0.1:9999", "http://localhost:8000"])
def test_a_page_of_another_origin_may_not_write(writable: TestClient, origin: str) -> None:
    for path in ("/api/v1/imports", "/api/v1/imports/x/publish", "/api/v1/versions/1/rollback"):
        files = [("files", ("a.csv", TERM.encode()))] if path.endswith("imports") else None
        assert writable.post(path, files=files, headers={"Origin": origin}).status_code == 403


def test_a_page_of_this_server_may_write(writable: TestClient) -> None:
    assert send(writable, Origin=HOST).status_code == 201


# Uploads


def test_an_upload_that_is_too_large_is_refused_and_leaves_nothing(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    before = sorted(tmp_path.iterdir())
    with client_of(Settings(data=data, open_writes=True, upload_bytes=2_000)) as client:
        assert send(client, TERM + "," * 3_000).status_code == 413
        assert client.get("/api/v1/imports").json()["items"][1:] == []
    assert sorted(tmp_path.iterdir()) == before


def test_uploaded_files_are_removed_once_they_are_read(
    writable: TestClient, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    before = sorted(tmp_path.iterdir())
    assert send(writable).status_code == 201 and sorted(tmp_path.iterdir()) == before


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\temp\\bảng.csv", "bảng.csv"),
        (".htaccess", "htaccess"),
        ("a\u202egnp.csv", "agnp.csv"),
        ("b\x00\n.csv", "b.csv"),
        ("", "file-1"),
        ("..", "file-1"),
        ("x" * 500 + ".csv", "x" * 156 + ".csv"),
    ],
)
def test_the_name_of_an_upload_is_made_harmless(given: str, kept: str) -> None:
    assert clean_name(given, 0) == kept


def test_an_upload_without_files_is_refused(writable: TestClient) -> None:
    assert writable.post("/api/v1/imports", files=[("other", ("a.csv", b"x"))]).status_code == 422
    assert writable.post("/api/v1/imports", json={"files": []}).status_code == 415
    malformed = {"Content-Type": "multipart/form-data"}
    assert writable.post("/api/v1/imports", content=b"x", headers=malformed).status_code == 400


def test_nobody_without_a_key_has_a_file_read(locked: TestClient) -> None:
    headers = {"Content-Type": "multipart/form-data; boundary=x"}
    answer = locked.post("/api/v1/imports", content=b"no parts, which would answer 400", headers=headers)
    assert answer.status_code == 401
