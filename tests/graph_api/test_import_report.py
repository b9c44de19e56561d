"""The report of an import from the front doors: as text, as JSON and as a page; expectations that stop it."""

import json
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from typer.testing import CliRunner

from graph_api.cli.app import app

TEXT = "Ngày 12/5/2021, đồng chí Lê Văn Mẫu, Bí thư Tỉnh ủy Lào Cai chủ trì Hội nghị sơ kết công tác nội chính.\n"
BARE = "Chức danh <b>Bí thư</b> ở nơi ấy còn khuyết đã lâu mà chưa ai được giới thiệu vào.\n"
UPLOAD = [("files", ("bai.txt", (TEXT + BARE).encode())), ("files", ("trống.txt", b""))]


def run(*arguments: object) -> tuple[int, str, str]:
    """Exit status, stdout and stderr of a command."""
    result = CliRunner().invoke(app, [str(argument) for argument in arguments])
    return result.exit_code, result.stdout, result.stderr


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "inbox"
    folder.mkdir()
    (folder / "bai.txt").write_text(TEXT + BARE, "utf-8")
    (folder / "trống.txt").write_bytes(b"")
    return folder


def test_show_tells_what_each_rule_gave_and_which_sentences_gave_nothing(inbox: Path, tmp_path: Path) -> None:
    data = tmp_path / "data"
    import_id = json.loads(run("import", inbox, "--data", data, "--json")[1])["id"]
    status, out, _ = run("show", import_id, "--data", data)
    assert status == 0 and "1 trong 2 câu có chức danh, cơ quan hoặc số ký hiệu không cho dữ kiện nào" in out
    assert "“Chức danh <b>Bí thư</b> ở nơi ấy" in out and "phát biểu" in out


def test_why_a_file_was_refused_is_told_in_the_language_asked_for(inbox: Path, tmp_path: Path) -> None:
    data = tmp_path / "data"
    told = {lang: run("import", inbox, "--data", data, "--lang", lang)[1] for lang in ("vi", "en")}
    lines = {
        lang: next(line for line in out.splitlines() if line.startswith("trống.txt")) for lang, out in told.items()
    }
    assert "bị từ chối" in lines["vi"] and "tệp rỗng" in lines["vi"]
    assert "empty" in lines["en"]


def test_the_report_is_written_as_a_page_that_escapes_what_files_say(inbox: Path, tmp_path: Path) -> None:
    data, page = tmp_path / "data", tmp_path / "report.html"
    import_id = json.loads(run("import", inbox, "--data", data, "--json")[1])["id"]
    status, out, _ = run("show", import_id, "--html", page, "--data", data)
    html = page.read_text("utf-8")
    assert status == 0 and out.strip() == str(page) and import_id in html
    assert "&lt;b&gt;Bí thư&lt;/b&gt;" in html and "<b>" not in html and "<script" not in html


def test_expectations_that_do_not_hold_stop_the_publication(inbox: Path, tmp_path: Path) -> None:
    data, expect = tmp_path / "data", tmp_path / "expect.toml"
    expect.write_text("[entities.Person]\nmin = 3\n", "utf-8")
    status, out, err = run("import", inbox, "--publish", "--expect", expect, "--data", data)
    assert status == 1 and "! entities.Person: cần 3, có 1" in out and "published" not in out
    assert "expected 3, found 1" in err
    assert json.loads(run("log", "--data", data, "--json")[1]) == []


@pytest.mark.parametrize("content", [b"[people]\n", b"\xff\xfe\xfd"])
def test_a_file_that_holds_no_expectations_is_refused_by_name(inbox: Path, tmp_path: Path, content: bytes) -> None:
    expect = tmp_path / "expect.toml"
    expect.write_bytes(content)
    status, _, err = run("import", inbox, "--expect", expect, "--data", tmp_path / "data")
    assert status == 1 and "expect.toml" in err and "Traceback" not in err


def test_an_upload_carries_expectations_and_is_not_published_against_them(writable: TestClient) -> None:
    sent = writable.post("/api/v1/imports", files=UPLOAD, data={"expect": "[import]\nrefused = 0\n"})
    assert (sent.status_code, sent.json()["broken"]) == (201, 1)
    refused = writable.post(sent.headers["location"] + "/publish")
    assert refused.status_code == 422 and "refused" in refused.json()["detail"]
    report = writable.get(sent.headers["location"] + "/report").json()
    assert report["broken_list"][0]["en"] == "refused: at most 0, found 1"
    assert report["coverage"]["bare"] == 1


def test_an_upload_with_bad_expectations_is_refused_and_stages_nothing(writable: TestClient) -> None:
    before = writable.get("/api/v1/imports").json()["items"]
    assert writable.post("/api/v1/imports", files=UPLOAD, data={"expect": "[people]\n"}).status_code == 422
    assert writable.get("/api/v1/imports").json()["items"] == before


def test_a_browser_gets_the_report_as_a_page(writable: TestClient) -> None:
    where = writable.post("/api/v1/imports", files=UPLOAD).headers["location"] + "/report"
    page = writable.get(where, headers={"Accept": "text/html"})
    assert page.headers["content-type"] == "text/html; charset=utf-8" and "&lt;b&gt;Bí thư" in page.text
    assert "script-src" not in page.headers["content-security-policy"]
    assert page.headers["content-security-policy"].startswith("default-src 'none'")
    assert writable.get(where).headers["content-type"] == "application/json"


def test_a_table_with_columns_of_its_own_is_previewed_mapped_and_imported(tmp_path: Path) -> None:
    table, mapping, data = tmp_path / "m.csv", tmp_path / "m.toml", tmp_path / "data"
    table.write_text("Chức vụ;Từ ngày\nBí thư Tỉnh ủy Lào Cai;5/9/2023\n", "utf-8")
    status, out, err = run("preview", table, "--write-mapping", mapping, "--data", data)
    assert status == 1 and "person" in err and 'delimiter = ";"' in mapping.read_text("utf-8")
    mapping.write_text(mapping.read_text("utf-8").replace('person = ""', 'person = "Lê Văn Mẫu"'), "utf-8")
    status, out, _ = run("preview", table, "--mapping", mapping, "--data", data, "--lang", "en")
    assert status == 0 and "A2" in out and "Lê Văn Mẫu" in out and "Bí thư Tỉnh ủy Lào Cai" in out
    told = json.loads(run("preview", table, "--mapping", mapping, "--data", data, "--json")[1])
    assert told["table"] == "members" and told["row_count"] == 1 and told["rows"][0]["at"]["posts"] == "A2"
    record = json.loads(run("import", table, "--mapping", mapping, "--data", data, "--json")[1])
    assert record["files"][0]["status"] != "refused"


def test_a_mapping_that_is_none_is_refused_before_anything_is_read(tmp_path: Path) -> None:
    table, mapping, data = tmp_path / "m.csv", tmp_path / "m.toml", tmp_path / "data"
    table.write_text("Họ và tên\nLê Văn Mẫu\n", "utf-8")
    mapping.write_text('table = "people"\n', "utf-8")
    status, _, err = run("import", table, "--mapping", mapping, "--data", data)
    assert status == 1 and "m.toml" in err and "holdings" in err and not (data / "imports").exists()


def test_a_mapping_comes_with_an_upload(writable: TestClient) -> None:
    files = [("files", ("m.csv", "Họ và tên,Chức vụ\nLê Văn Mẫu,Trưởng ban\n".encode()))]
    mapping = 'table = "holdings"\n[columns]\nperson = "Họ và tên"\nrole = "Chức vụ"\n[constants]\nbody = "Không có"\n'
    import_id = writable.post("/api/v1/imports", files=files, data={"mapping": mapping}).json()["id"]
    issues = writable.get(f"/api/v1/imports/{import_id}/issues").json()["items"]
    assert [issue["code"] for issue in issues] == ["unknown-name"]
    assert writable.post("/api/v1/imports", files=files, data={"mapping": "table = 1"}).status_code == 422


WRONG = (
    "Quyết định số 12-QĐ/TU ngày 5/5/2023 của Tỉnh ủy Lào Cai thay thế Quy định số 37-QĐ/TW ngày 25/10/2021 của "
    "Ban Chấp hành Trung ương.\n"
)


def test_what_the_shapes_find_leads_to_the_sentence(tmp_path: Path) -> None:
    text, page, data = tmp_path / "bai.txt", tmp_path / "page.html", tmp_path / "data"
    text.write_text(WRONG, "utf-8")
    record = json.loads(run("import", text, "--data", data, "--json")[1])
    status, _, _ = run("show", record["id"], "--html", page, "--data", data)
    assert status == 0 and "<q><mark>Quyết định số 12-QĐ/TU ngày 5/5/2023" in page.read_text("utf-8")
    assert "bai.txt, dòng 1: “»Quyết định số 12-QĐ/TU" in run("show", record["id"], "--data", data)[1]


def test_a_validation_report_is_told_in_each_form_and_filtered(tmp_path: Path) -> None:
    text = tmp_path / "bai.txt"
    text.write_text(WRONG, "utf-8")
    status, out, _ = run("validate", text, "--lang", "en")
    assert status == 0 and "Document-authority" in out and "bai.txt, line 1: “»Quyết định số 12-QĐ/TU" in out
    assert "Document-authority" in run("validate", text, "--format", "csv")[1].splitlines()[1]
    assert "sh:ValidationReport" in run("validate", text, "--format", "turtle")[1]
    told = json.loads(run("validate", text, "--format", "json")[1])["results"]
    assert told and told[0]["places"][0]["file"] == "bai.txt"
    for filtered in (("--severity", "violation"), ("--shape", "Person-name")):
        chosen = json.loads(run("validate", text, "--json", *filtered)[1])
        assert (chosen["conforms"], chosen["results"], chosen["counts"]["total"]) == (True, [], 0)
    assert "<mark>Quyết định số 12-QĐ/TU" in run("validate", text, "--format", "html")[1]


def test_a_finding_is_waived_by_name_and_shown_with_its_reason(tmp_path: Path) -> None:
    graph, data = tmp_path / "a.ttl", tmp_path / "data"
    graph.write_text(
        "@prefix mg: <https://w3id.org/mandate-graph/ontology#> .\n"
        "<https://w3id.org/mandate-graph/id/holding/a> a mg:Holding .\n",
        "utf-8",
    )
    status, out, _ = run("import", graph, "--data", data, "--json")
    import_id = json.loads(out)["id"]
    assert status == 1 and run("publish", import_id, "--data", data)[0] == 1
    told = json.loads(run("show", import_id, "--data", data, "--json")[1])["validation"]
    for rule in {result["shape"].rpartition("#")[2] for result in told}:
        assert run("waiver", "add", rule, "holding/a", "--until", "2999-12-31", "--why", "x", "--data", data)[0] == 0
    assert "Miễn trừ đến 2999-12-31" in run("show", import_id, "--data", data)[1]
    assert run("publish", import_id, "--data", data)[0] == 0
    listed = json.loads(run("waiver", "list", "--data", data, "--json")[1])
    assert listed and all(w["holds"] for w in listed) and "x" in run("waiver", "list", "--data", data)[1]
    assert run("waiver", "withdraw", 1, "--data", data)[0] == 0
    assert run("waiver", "withdraw", 1, "--data", data)[0] == 2


def test_waivers_are_kept_listed_and_withdrawn_over_http(writable: TestClient) -> None:
    given = {"shape": "Document-authority", "focus_node": "urn:d", "reason": "x", "until": "2999-12-31"}
    kept = writable.post("/api/v1/waivers", json=given)
    assert kept.status_code == 201 and kept.json()["holds"]
    assert writable.get("/api/v1/waivers").json()["items"] == [kept.json()]
    ended = writable.post("/api/v1/waivers/withdraw", json={"numbers": [kept.json()["id"]]}).json()["items"]
    assert [waiver["holds"] for waiver in ended] == [False]
    assert writable.post("/api/v1/waivers", json={**given, "shape": "No-such"}).status_code == 400


def test_a_finding_on_a_page_marks_its_words_and_says_what_would_mend_it(tmp_path: Path) -> None:
    file, data, page = tmp_path / "a.ttl", tmp_path / "data", tmp_path / "report.html"
    ontology, iri = "https://w3id.org/mandate-graph/ontology#", "https://w3id.org/mandate-graph/id/holding/a"
    file.write_text(f'<{iri}> a <{ontology}Holding> ;\n <{ontology}status> "<b>nghỉ</b>" .', "utf-8")
    import_id = json.loads(run("import", file, "--data", data, "--json")[1])["id"]
    run("show", import_id, "--html", page, "--rule", "Holding-status", "--data", data)
    html = page.read_text("utf-8")
    assert "<mark>&lt;b&gt;nghỉ&lt;/b&gt;</mark>" in html and "a.ttl, dòng 2, cột" in html and "line 2, column" in html
    assert "→ chọn một mã có sẵn." in html and "→ choose one that is declared." in html
