"""A table looked at over HTTP before it is imported: what `mandate preview` tells, under the guard of an upload."""

import io
import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from fastapi.testclient import TestClient
from typer.testing import CliRunner

from graph_api.access import create_key
from graph_api.cli.app import app
from graph_api.settings import Settings
from tests.graph_api.conftest import client_of
from tests.graph_api.world import COMMITTEE, HOST

WHERE = "/api/v1/imports/preview"
MEMBERS = f"""Danh sách thành viên;;;
Họ và tên;Chức vụ;Cơ quan;Từ ngày
Lê Văn Mẫu;Trưởng ban;{COMMITTEE};5/9/2023
Đỗ Thị Sen;Trưởng ban;Không có;hôm qua
"""


def look(client: TestClient, content: str | bytes = MEMBERS, name: str = "m.csv", **told: Any) -> Any:
    data = content.encode() if isinstance(content, str) else content
    return client.post(WHERE, files=[("files", (name, data))], **told)


def workbook(*sheets: str) -> bytes:
    """A workbook in which each of the sheets holds the members."""
    book, stored = openpyxl.Workbook(), io.BytesIO()
    for name in sheets:
        sheet = book.create_sheet(name)
        for line in MEMBERS.splitlines():
            sheet.append(line.split(";"))
    book.save(stored)
    return stored.getvalue()


def files_below(folder: Path) -> dict[Path, int]:
    return {path: path.stat().st_mtime_ns for path in sorted(folder.rglob("*")) if path.is_file()}


def test_a_preview_tells_header_mapping_rows_and_facts_with_their_cells(writable: TestClient) -> None:
    told = look(writable).json()
    assert (told["table"], told["header"], told["row_count"]) == ("members", 2, 2)
    assert told["columns"]["person"] == ["Họ và tên"] and told["likeness"]["person"]["of_100"] == 100
    assert 'person = "Họ và tên"' in told["mapping"] and 'delimiter = ";"' in told["mapping"]
    first = told["rows"][0]
    assert (first["cells"]["from"], first["at"]["from"]) == ("2023-09-05", "D3")
    fact = next(fact for fact in told["facts"] if fact["property"] == "heldBy")
    assert (fact["value"], fact["at"], fact["property_en"]) == ("Lê Văn Mẫu", "A3", "held by")
    assert fact["subject"] == "Lê Văn Mẫu, Trưởng ban"


def test_what_would_be_refused_is_told_with_its_cell_in_both_languages(writable: TestClient) -> None:
    (refused,) = look(writable).json()["issues"]
    assert (refused["code"], refused["locator"], refused["severity"]) == ("unread-post", "B4", "refused")
    assert "Không có" in refused["message_vi"] and "Không có" in refused["message_en"]
    assert refused["hint_vi"] and refused["hint_en"]


def test_the_proposed_mapping_reads_the_table_as_the_proposal_did(writable: TestClient) -> None:
    proposed = look(writable).json()
    mapped = look(writable, data={"mapping": proposed["mapping"]}).json()
    assert mapped["likeness"] == {} and proposed["likeness"]
    assert {**mapped, "likeness": None} == {**proposed, "likeness": None}


def test_the_command_prints_what_the_route_answers(data: Path, tmp_path: Path) -> None:
    table = tmp_path / "m.csv"
    table.write_text(MEMBERS, "utf-8")
    printed = CliRunner().invoke(app, ["preview", str(table), "--data", str(data), "--json"]).stdout
    with client_of(Settings(data=data, open_writes=True)) as client:
        assert look(client).json() == json.loads(printed)


def test_a_preview_stores_nothing(data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    uploads = tmp_path / "uploads"
    uploads.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(uploads))
    with client_of(Settings(data=data, open_writes=True)) as client:
        before = files_below(data)
        assert look(client).status_code == 200
        assert files_below(data) == before and not list(uploads.iterdir())


def test_the_sheet_of_a_workbook_is_named_and_all_are_listed(writable: TestClient) -> None:
    book = workbook("Một", "Hai")
    refused = look(writable, book, "m.xlsx", headers={"Accept-Language": "en"})
    assert refused.status_code == 422 and refused.json()["facts"]["sheets"] == ["Một", "Hai"]
    assert "Một, Hai" in refused.json()["hint"]
    told = look(writable, book, "m.xlsx", data={"sheet": "Hai"}).json()
    assert told["sheets"] == ["Sheet", "Một", "Hai"] and told["rows"][0]["at"]["person"] == "Hai!A3"
    assert 'sheet = "Hai"' in told["mapping"]


def test_rows_of_a_table_may_name_what_stands_further_down(writable: TestClient) -> None:
    bodies = (
        "name_vi,name_en,kind,level,place_code,abbreviations,established,dissolved,successor,established_by,source\n"
        "Ban Cũ,,party_department,central,,,2001,2010,Ban Mới,,x\nBan Mới,,party_department,central,,,2010,,,,x\n"
    )
    told = look(writable, bodies, "bodies.csv").json()
    assert (told["table"], told["header"], told["mapping"], told["issues"]) == ("bodies", 1, "", [])


def test_columns_that_no_row_may_leave_empty_are_asked_for(writable: TestClient) -> None:
    told = look(writable, "Chức vụ,Từ ngày\nTrưởng ban,5/9/2023\n").json()
    assert told["missing"] == ["person"] and told["rows"] == [] and 'person = ""' in told["mapping"]
    assert told["columns"] == {"posts": ["Chức vụ"], "from": ["Từ ngày"]}


def test_a_table_like_none_of_ours_has_no_proposal(writable: TestClient) -> None:
    told = look(writable, "x,y\n1,2\n").json()
    assert (told["table"], told["mapping"], told["header"]) == ("", "", None)


@pytest.mark.parametrize(
    ("name", "content", "form"),
    [("a.txt", "Chữ", {}), ("a.xlsx", "no workbook", {}), ("a.csv", MEMBERS, {"mapping": "table = 1"})],
)
def test_what_cannot_be_looked_at_is_refused(writable: TestClient, name: str, content: str, form: Any) -> None:
    answer = look(writable, content, name, data=form)
    assert answer.status_code == 422 and answer.json()["hint"]


def test_one_table_is_looked_at_at_a_time(writable: TestClient) -> None:
    files = [("files", ("a.csv", MEMBERS.encode())), ("files", ("b.csv", MEMBERS.encode()))]
    assert writable.post(WHERE, files=files).status_code == 422
    assert writable.post(WHERE, json={}).status_code == 415
    assert look(writable, params={"rows": 0}).status_code == 422
    assert len(look(writable, params={"rows": 1}).json()["rows"]) == 1


def test_a_preview_wants_what_an_upload_wants(data: Path) -> None:
    secret = create_key(data, "steward", "an")
    with client_of(Settings(data=data, upload_bytes=2_000)) as client:
        assert look(client).status_code == 401
        allowed = {"Authorization": f"Bearer {secret}"}
        assert look(client, headers=allowed).status_code == 200
        assert look(client, headers={**allowed, "Origin": "https://evil.example"}).status_code == 403
        assert look(client, headers={**allowed, "Origin": HOST}).status_code == 200
        assert look(client, MEMBERS + ";" * 3_000, headers=allowed).status_code == 413
