"""Findings over HTTP and the command line: chosen, paged, in every form; the same of the same data; waivers as data."""

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from rdflib import RDF, SH, Graph
from typer.testing import CliRunner

from graph_api.cli.app import app

MG = "https://w3id.org/mandate-graph/ontology#"
HOLDING = "https://w3id.org/mandate-graph/id/holding/"
MANY = 30


def turtle(status: str, count: int = MANY) -> str:
    return "\n".join(f"<{HOLDING}h{n}> a <{MG}Holding> ; <{MG}status> '{status} {n}' ." for n in range(count))


@pytest.fixture
def imported(writable: TestClient) -> Iterator[str]:
    """The address of an import with three violations for each of many holdings."""
    sent = writable.post("/api/v1/imports", files=[("files", ("a.ttl", turtle("sai").encode()))])
    yield sent.headers["location"]


def invoke(*arguments: object) -> tuple[int, str]:
    result = CliRunner().invoke(app, [str(argument) for argument in arguments])
    return result.exit_code, result.stdout


def test_findings_come_page_by_page_each_once_with_the_counts_of_all(writable: TestClient, imported: str) -> None:
    pages, link = [], f"{imported}/findings?rule=Holding-status&limit=12"
    while link:
        answer = writable.get(link).json()
        pages.append(answer["items"])
        assert answer["counts"]["total"] == MANY and answer["counts"]["severities"] == {"violation": MANY}
        link = answer["next"]
    assert [len(items) for items in pages] == [12, 12, 6]
    assert len({item["focus_node"] for items in pages for item in items}) == MANY


def test_findings_are_chosen_by_gravity_file_and_words(writable: TestClient, imported: str) -> None:
    def total(query: str) -> int:
        return int(writable.get(f"{imported}/findings?{query}").json()["counts"]["total"])

    assert total("severity=warning") == 0 and total("file=*.csv") == 0
    assert total("text=sai 29") == 3 and total("rule=Holding") == total("file=a.*") == 3 * MANY
    assert writable.get(f"{imported}/findings?severity=grave").status_code == 422


def test_findings_come_as_csv_and_as_a_validation_report(writable: TestClient, imported: str) -> None:
    address = f"{imported}/findings?rule=Holding-status"
    table = writable.get(address, headers={"Accept": "text/csv"})
    rows = list(csv.DictReader(io.StringIO(table.text, newline="")))
    assert len(rows) == MANY and rows[0]["where_vi"].startswith("dòng 1, cột ")
    graph = Graph().parse(data=writable.get(address, headers={"Accept": "text/turtle"}).text)
    assert len(list(graph.subjects(RDF.type, SH.ValidationResult))) == MANY
    messages = {m.language for m in graph.objects(None, SH.resultMessage)}  # type: ignore[attr-defined]
    assert messages == {"vi", "en"}


def test_the_page_of_a_long_report_is_cut_with_a_count_and_leads_on(
    writable: TestClient, monkeypatch: pytest.MonkeyPatch, imported: str
) -> None:
    monkeypatch.setattr("graph_api.import_report.SHOWN", 40)
    html = {"Accept": "text/html"}
    page = writable.get(f"{imported}/report?rule=Holding", headers=html).text
    assert page.count("<article>") == 40 and "?rule=Holding&amp;start=40#shapes" in page
    assert "Hiện 1–40 trong 90" in page and "<script" not in page
    rest = writable.get(f"{imported}/report?rule=Holding&start=80", headers=html).text
    assert rest.count("<article>") == 10 and "start=40#shapes" in rest and "start=120" not in rest


def test_a_report_in_json_is_cut_and_says_where_the_rest_is(writable: TestClient, imported: str) -> None:
    report = writable.get(f"{imported}/report?severity=violation").json()
    assert report["counts"]["total"] == len(report["validation"]) == 3 * MANY
    assert writable.get(report["findings_at"]).json()["counts"]["total"] >= 3 * MANY
    assert writable.get(report["issues_at"]).json()["total"] == 0


def test_the_terminal_shows_some_findings_and_how_to_see_the_rest(tmp_path: Path) -> None:
    file = tmp_path / "a.ttl"
    file.write_text(turtle("sai"), "utf-8")
    status, told = invoke("validate", file, "--rule", "Holding-status", "--limit", 7, "--lang", "en")
    assert status == 1 and told.count("a.ttl, line") == 7 and "… 23 more: --from-row 8" in told
    last = invoke("validate", file, "--rule", "Holding-status", "--from-row", 25)[1]
    assert last.count("a.ttl, dòng") == 6 and "  30. " in last and "còn" not in last


def _told(results: list[dict[str, Any]]) -> set[tuple[str, ...]]:
    return {
        (r["rule"], r["focus_node"], r["value"] or "", r["about_vi"], p["file"], p["where_vi"], p["sentence"])
        for r in results
        for p in r["places"]
    }


def test_an_import_and_validate_say_the_same_of_the_same_files_and_of_the_version_made_of_them(tmp_path: Path) -> None:
    text, graph, data = tmp_path / "b.txt", tmp_path / "a.ttl", tmp_path / "data"
    text.write_text(
        "Quyết định số 12-QĐ/TU ngày 5/5/2020 của Tỉnh ủy Lào Cai thay thế Quy định số 37-QĐ/TW ngày 25/10/2021 của "
        "Ban Chấp hành Trung ương về công tác nội chính.\n",
        "utf-8",
    )
    graph.write_text(turtle("sai", 2), "utf-8")
    record = json.loads(invoke("import", text, graph, "--data", data, "--json")[1])
    shown = _told(json.loads(invoke("show", record["id"], "--data", data, "--json")[1])["validation"])
    assert {rule for rule, *_ in shown} >= {"Holding-status", "Document-basis-order"}
    assert (
        _told(json.loads(invoke("validate", text, graph, "--data", tmp_path / "none", "--json")[1])["results"]) == shown
    )
    for rule, node, *_ in shown:
        if rule.startswith("Holding"):
            invoke("waiver", "add", rule, node, "--until", "2999-12-31", "--why", "x", "--data", data)
    assert invoke("publish", record["id"], "--data", data)[0] == 0
    status, told = invoke("validate", "--version", 1, "--data", data, "--json")
    assert _told(json.loads(told)["results"]) == shown
    assert status == 0 and json.loads(told)["counts"]["waived"] == 6


def test_an_expired_waiver_stops_a_publication_again(tmp_path: Path) -> None:
    file, data = tmp_path / "a.ttl", tmp_path / "data"
    file.write_text(turtle("sai", 1), "utf-8")
    import_id = json.loads(invoke("import", file, "--data", data, "--json")[1])["id"]
    rules = {r["rule"] for r in json.loads(invoke("show", import_id, "--data", data, "--json")[1])["validation"]}
    lines = [f"{rule},{HOLDING}h0,x,Lan,2019-12-01T00:00:00+00:00,2020-01-01" for rule in rules]
    ended = tmp_path / "ended.csv"
    ended.write_text("\n".join(["shape,focus_node,reason,author,at,until", *lines]), "utf-8")
    status, told = invoke("waiver", "import", ended, "--data", data)
    assert status == 0 and f"{len(rules)} không còn hiệu lực / have ended" in told
    assert invoke("publish", import_id, "--data", data)[0] == 1
    for rule in rules:
        assert (
            invoke("waiver", "add", rule, "holding/h0", "--until", "2999-01-01", "--why", "x", "--data", data)[0] == 0
        )
    assert invoke("publish", import_id, "--data", data)[0] == 0


def test_waivers_go_round_as_turtle_and_one_for_no_finding_is_told(tmp_path: Path) -> None:
    file, here, there, waivers = tmp_path / "a.ttl", tmp_path / "here", tmp_path / "there", tmp_path / "w.ttl"
    file.write_text(turtle("sai", 1), "utf-8")
    for folder in (here, there):
        invoke("import", file, "--data", folder)
    known = CliRunner().invoke(
        app,
        ["waiver", "add", "Holding-status", "holding/h0", "--until", "2999-01-01", "--why", "mất", "--data", str(here)],
    )
    assert known.exit_code == 0 and known.stderr == ""
    unknown = CliRunner().invoke(
        app,
        ["waiver", "add", "Holding-status", "holding/h9", "--until", "2999-01-01", "--why", "mất", "--data", str(here)],
    )
    assert unknown.exit_code == 0
    assert "không lần nhập nào có phát hiện này" in unknown.stderr and "no import has this finding" in unknown.stderr
    waivers.write_text(invoke("waiver", "export", "--format", "turtle", "--data", here)[1], "utf-8")
    taken = CliRunner().invoke(app, ["waiver", "import", str(waivers), "--data", str(there)])
    assert taken.stdout.startswith("2 ") and taken.stderr.count("holding/h9") == 2
    csvs = {invoke("waiver", "export", "--data", folder)[1] for folder in (here, there)}
    assert len({tuple(sorted(text.splitlines())) for text in csvs}) == 1


def test_waivers_are_read_and_taken_in_as_data_over_http(writable: TestClient, imported: str) -> None:
    given = {"shape": "Holding-status", "focus_node": f"{HOLDING}h1", "reason": "mất", "until": "2999-12-31"}
    assert writable.post("/api/v1/waivers", json=given).json()["found"] is True
    assert writable.post("/api/v1/waivers", json={**given, "focus_node": "urn:x"}).json()["found"] is False
    for form in ("text/turtle", "text/csv"):
        text = writable.get("/api/v1/waivers", headers={"Accept": form})
        assert text.headers["content-type"].startswith(form)
        again = writable.post("/api/v1/waivers/import", content=text.content, headers={"Content-Type": form})
        assert again.json() == {"taken_in": 0, "ended": 0, "without_finding": ["Holding-status urn:x"]}
    refused = writable.post("/api/v1/waivers/import", content=b"\xff", headers={"Content-Type": "text/csv"})
    assert refused.status_code == 422 and refused.headers["content-type"].startswith("application/problem+json")
    assert writable.post("/api/v1/waivers/import", json={}).status_code == 415
