"""Whether a document is in force, and what has lost its basis, over HTTP: told anew whenever the graph changes."""

from typing import Any

import pytest
from fastapi.testclient import TestClient

from graph_api.routers.questions import REPORTS
from ontology.identifiers import ID_BASE
from tests.graph_api.world import KIND_KEY, OLD_REGULATION, REGULATION, TABLES

NUMBER = "21-QĐ/TW"
REPEAL = TABLES["documents.csv"].splitlines()[0] + (
    f"\n{NUMBER},Quyết định,,,on an end,Ban Thường trực thử nghiệm,,2024-02-01,repeals 15-QĐ/TW,,made up\n"
)


def status(client: TestClient, document: str, **query: str) -> Any:
    return client.get(f"/api/v1/documents/{document.split('/')[1]}", params=query).json()["in_force"]


@pytest.mark.parametrize(
    ("document", "at", "code"),
    [
        (OLD_REGULATION, "2018-02-02", "not-yet"),
        (OLD_REGULATION, "2018-02-03", "in-force"),
        (OLD_REGULATION, "2023-05-10", "replaced"),
        (REGULATION, "2023-05-10", "in-force"),
    ],
)
def test_a_document_tells_whether_it_is_in_force_on_the_day(
    client: TestClient, document: str, at: str, code: str
) -> None:
    told = status(client, document, at=at)
    assert (told["at"], told["status"]) == (at, code)


def test_what_ended_a_document_is_named_with_the_words_that_say_so(client: TestClient) -> None:
    told = status(client, OLD_REGULATION, at="2024-01-01")
    assert (told["by"], told["since"]) == (ID_BASE + REGULATION, "2023-05-10")
    assert "15-QĐ/TW" in told["reasons"][0]["message_vi"] and told["label"]["en"] == "replaced"
    assert "replaces 9-QĐ/TW" in told["evidence"][0]["quote"]


def test_only_documents_have_such_a_status(client: TestClient) -> None:
    assert client.get("/api/v1/terms/xiii").json()["in_force"] is None


def test_the_page_of_a_document_shows_its_status_with_the_reason_and_its_words(client: TestClient) -> None:
    page = client.get(f"/doc/{OLD_REGULATION}?at=2024-01-01&lang=vi", headers={"Accept": "text/html"}).text
    section = page.split('id="status"')[1].split("</section>")[0]
    assert "01/01/2024" in section and "<strong>đã được thay thế</strong>" in section
    assert "văn bản đã được thay thế bởi" in section and REGULATION in section and "replaces 9-QĐ/TW" in section


def test_a_repeal_that_is_imported_or_taken_back_changes_the_status_at_once(writable: TestClient) -> None:
    files = [("files", ("repeal.csv", REPEAL.encode()))]
    staged = writable.post("/api/v1/imports", files=files)
    assert status(writable, REGULATION, at="2024-03-01")["status"] == "in-force"
    assert writable.post(staged.headers["location"] + "/publish").status_code == 200
    told = status(writable, REGULATION, at="2024-03-01")
    assert (told["status"], told["since"]) == ("repealed", "2024-02-01")
    assert status(writable, REGULATION, at="2024-01-31")["status"] == "in-force"
    assert status(writable, REGULATION, at="2024-03-01", asKnown="1")["status"] == "in-force"
    lost = writable.get("/api/v1/reports/broken-mandates?at=2024-03-01&of=body-kind").json()["rows"]
    assert {(row["thing"], row["status"]) for row in lost} >= {(ID_BASE + KIND_KEY, "repealed")}
    assert writable.post("/api/v1/versions/1/rollback").status_code == 200
    assert status(writable, REGULATION, at="2024-03-01")["status"] == "in-force"


def test_every_report_is_a_ready_question_and_comes_as_csv_too(client: TestClient) -> None:
    assert {report["name"] for report in client.get("/api/v1/reports").json()} == set(REPORTS)
    for name, asked in REPORTS.items():
        told = client.get(f"/api/v1/reports/{name}").json()
        assert told["question"] == asked
        header = client.get(f"/api/v1/reports/{name}?format=csv").text.splitlines()[0]
        assert header.split(",") == told["columns"]


def test_a_report_that_does_not_exist_is_a_problem_that_names_those_that_do(client: TestClient) -> None:
    answer = client.get("/api/v1/reports/gossip")
    assert answer.status_code == 404 and "number-gaps" in answer.json()["hint"]
