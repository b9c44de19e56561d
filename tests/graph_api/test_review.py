"""Review from the front doors: what an import asks, answering it, and taking answers back."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from typer.testing import CliRunner

from graph_api.cli.app import app

FIRST = "Ngày 12/5/2021, đồng chí Lê Văn Mẫu, Bí thư Tỉnh ủy Lào Cai chủ trì Hội nghị sơ kết công tác nội chính.\n"
SECOND = "Ngày 20/9/2023, ông Lê Văn Mẫu, Giám đốc Sở Tư pháp tỉnh Cà Mau báo cáo kết quả cải cách hành chính.\n"


def run(*arguments: object) -> tuple[int, str, str]:
    """Exit status, stdout and stderr of a command."""
    result = CliRunner().invoke(app, [str(argument) for argument in arguments])
    return result.exit_code, result.stdout, result.stderr


@pytest.fixture
def asking(tmp_path: Path) -> tuple[Path, str]:
    """A data folder with a staged import that asks whether two namesakes are one, and the id of that import."""
    data = tmp_path / "data"
    for name, text in (("first.txt", FIRST), ("second.txt", SECOND)):
        (tmp_path / name).write_text(text, "utf-8")
    assert run("import", tmp_path / "first.txt", "--publish", "--data", data)[0] == 0
    _, out, _ = run("import", tmp_path / "second.txt", "--data", data, "--json")
    return data, str(json.loads(out)["id"])


def test_review_shows_the_marked_words_the_candidates_and_how_to_answer(asking: tuple[Path, str]) -> None:
    data, import_id = asking
    status, out, _ = run("review", import_id, "--data", data)
    assert status == 0 and "»Lê Văn Mẫu«, Giám đốc Sở Tư pháp" in out
    assert "1. Lê Văn Mẫu" in out and "- Bí thư, Tỉnh ủy Lào Cai" in out
    assert re.search(r"-> --decide [0-9a-f]{12}=same\|different\|unsure", out)


def test_an_answer_on_the_command_line_is_applied_listed_and_undone(asking: tuple[Path, str]) -> None:
    data, import_id = asking
    key = json.loads(run("review", import_id, "--data", data, "--json")[1])[0]["key"]
    status, out, _ = run("review", import_id, "--decide", f"{key}=same:1", "--why", "tiểu sử", "--data", data)
    assert status == 0 and f"import {import_id}: staged" in out
    assert "nothing to decide" in run("review", import_id, "--data", data)[1]
    (judgement,) = json.loads(run("judgement", "list", "--json", "--data", data)[1])
    assert (judgement["verdict"], judgement["why"], judgement["words"]) == ("same", "tiểu sử", "Lê Văn Mẫu")
    assert run("judgement", "undo", judgement["id"], "--data", data)[0] == 0
    assert key in run("review", import_id, "--data", data)[1]
    status, _, err = run("judgement", "undo", judgement["id"], "--data", data)
    assert status != 0 and "nothing was undone" in err


@pytest.mark.parametrize("answer", ["x", "x=perhaps", "x=same:0", "x=same:a"])
def test_an_answer_that_is_none_is_wrong_use(asking: tuple[Path, str], answer: str) -> None:
    data, import_id = asking
    assert run("review", import_id, "--decide", answer, "--data", data)[0] == 2


def test_exported_judgements_are_taken_in_once(asking: tuple[Path, str], tmp_path: Path) -> None:
    data, import_id = asking
    run("review", import_id, "--bulk", "different", "--code", "namesake", "--data", data)
    exported = tmp_path / "judgements.json"
    exported.write_text(run("judgement", "export", "--data", data)[1], "utf-8")
    other = tmp_path / "other"
    assert run("judgement", "import", exported, "--data", other)[1] == "1 new judgements\n"
    assert run("judgement", "import", exported, "--data", other)[1] == "0 new judgements\n"


def test_a_file_that_is_no_export_is_refused_by_name(tmp_path: Path) -> None:
    bad = tmp_path / "bad.json"
    bad.write_bytes(b"\xff\xfe{")
    status, _, err = run("judgement", "import", bad, "--data", tmp_path / "data")
    assert status == 1 and "bad.json" in err and "Traceback" not in err


def send(client: TestClient, name: str, text: str) -> str:
    answer = client.post("/api/v1/imports", files=[("files", (name, text.encode()))])
    return str(answer.headers["location"])


def asked(client: TestClient) -> tuple[str, dict[str, Any]]:
    """Where the import that asks stands, and its question."""
    client.post(send(client, "first.txt", FIRST) + "/publish")
    where = send(client, "second.txt", SECOND)
    (question,) = client.get(where + "/questions?code=namesake").json()["items"]
    return where, question


def test_questions_over_http_bring_candidates_with_their_evidence(writable: TestClient) -> None:
    where, question = asked(writable)
    assert question["choices"] == ["same", "different", "unsure"]
    (candidate,) = question["candidates"]
    assert candidate["label"] == "Lê Văn Mẫu" and candidate["quotes"][0]["source_title"]
    assert writable.get(where).json()["questions"] >= 1


def test_a_decision_over_http_merges_and_its_undoing_parts(writable: TestClient) -> None:
    where, question = asked(writable)
    minted = question["subject"]
    body = {"decisions": [{"question": question["key"], "verdict": "same"}], "why": "tiểu sử"}
    applied = writable.post(where + "/decisions", json=body).json()
    assert applied["imports"][0]["id"] == where.rsplit("/", 1)[-1]
    lines = writable.get(where + "/diff").json()["added"]
    assert lines and not any(minted in line for line in lines)
    undone = writable.post("/api/v1/judgements/undo", json={"numbers": applied["judgements"]})
    assert undone.status_code == 200
    assert any(minted in line for line in writable.get(where + "/diff").json()["added"])


def test_one_wrong_decision_refuses_all(writable: TestClient) -> None:
    where, question = asked(writable)
    decisions = [{"question": question["key"], "verdict": "same"}, {"question": "none", "verdict": "same"}]
    assert writable.post(where + "/decisions", json={"decisions": decisions}).status_code == 404
    assert writable.get("/api/v1/judgements").json()["judgements"] == []


def test_an_export_over_http_is_taken_in_again(writable: TestClient) -> None:
    where, _ = asked(writable)
    body = {"bulk": {"verdict": "different", "code": "namesake"}}
    writable.post(where + "/decisions", json=body)
    exported = writable.get("/api/v1/judgements").json()
    assert len(exported["judgements"]) == 1
    assert writable.post("/api/v1/judgements", json=exported).json() == {"taken_in": 0}
    assert writable.post("/api/v1/judgements", json={"format": 7}).status_code == 400


def test_a_person_who_was_merged_away_is_redirected_to_who_stayed(writable: TestClient) -> None:
    where, question = asked(writable)
    writable.post(where + "/publish")
    merged = question["subject"].partition("/id/")[2]
    assert writable.get(f"/id/{merged}", follow_redirects=False).status_code == 303
    decision = {"decisions": [{"question": question["key"], "verdict": "same"}]}
    (staged,) = writable.post(where + "/decisions", json=decision).json()["imports"]
    writable.post(f"/api/v1/imports/{staged['id']}/publish")
    moved = writable.get(f"/id/{merged}?lang=en", follow_redirects=False)
    stayed = question["candidates"][0]["iri"].partition("/id/")[2]
    assert (moved.status_code, moved.headers["location"]) == (308, f"/id/{stayed}?lang=en")


@pytest.mark.parametrize("number", [0, -1, 2**63, 10**30])
def test_a_number_that_no_judgement_can_have_is_told(writable: TestClient, number: int) -> None:
    answer = writable.post("/api/v1/judgements/undo", json={"numbers": [number]})
    assert answer.status_code == 404 and str(number) in answer.json()["detail"]
