"""Entities on a day over HTTP, as pages and on the command line; and what depends on no day refuses one."""

import json
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from pyoxigraph import NamedNode, RdfFormat, parse
from typer.testing import CliRunner

from graph_api.cli.app import app
from ontology.identifiers import ID_BASE
from ontology.terms import MG
from tests.graph_api.world import COMMITTEE_KEY, OLD_REGULATION, PERSON, REGULATION

HTML = {"Accept": "text/html"}
OTHER = "Ðinh Văn Bính"  # with the look-alike letter, as its source writes it
OLD_KEY = OLD_REGULATION.split("/")[1]


def body(client: TestClient, **query: str) -> Any:
    return client.get(f"/api/v1/bodies/{COMMITTEE_KEY.split('/')[1]}", params=query).json()


def holders(told: Any) -> list[tuple[str, str, bool]]:
    return [(o["person"]["label_vi"], o["certainty"], o["head"]) for o in told["on_day"]["offices"]]


def test_a_body_on_a_day_tells_who_held_its_posts_and_who_was_its_head(client: TestClient) -> None:
    assert holders(body(client, at="2023-09-01")) == [(PERSON, "possible", True), (OTHER, "certain", False)]
    assert holders(body(client, at="2023-07-15")) == [(PERSON, "possible", True), (OTHER, "possible", False)]
    assert holders(body(client, at="2023-06-30")) == []
    assert body(client)["on_day"] is None


def test_a_relation_is_told_only_on_days_on_which_it_holds(client: TestClient) -> None:
    def replaced(**query: str) -> list[str | None]:
        told = client.get(f"/api/v1/documents/{OLD_KEY}", params=query).json()
        return [one["certainty"] for one in told["incoming"] if one["property"] == "replaces"]

    assert (replaced(), replaced(at="2023-05-09"), replaced(at="2023-05-10")) == ([None], [], ["certain"])


@pytest.mark.parametrize("ending", ["ttl", "nt", "jsonld"])
def test_rdf_on_a_day_has_the_statements_of_that_day_with_their_evidence(client: TestClient, ending: str) -> None:
    form = {"ttl": RdfFormat.TURTLE, "nt": RdfFormat.N_TRIPLES, "jsonld": RdfFormat.JSON_LD}[ending]

    def stated(day: str) -> set[str]:
        answer = client.get(f"/doc/{REGULATION}.{ending}", params={"at": day})
        triples = list(parse(answer.content, format=form))
        about = NamedNode(ID_BASE + REGULATION)
        spoken = {getattr(t.object, "value", "") for t in triples if t.predicate.value.endswith("#predicate")}
        assert spoken <= {t.predicate.value for t in triples if t.subject == about}
        return {t.predicate.value for t in triples if t.subject == about}

    before, after = stated("2023-05-09"), stated("2023-05-10")
    assert after - before >= {str(MG.replaces), str(MG.regulates)} and str(MG.documentNumber) in before


def test_the_page_on_a_day_says_so_and_its_links_keep_the_day(client: TestClient) -> None:
    page = client.get(f"/doc/{COMMITTEE_KEY}?at=2023-09-01&lang=vi", headers=HTML).text
    section = page.split('id="on-day"')[1].split("</section>")[0]
    assert "01/09/2023" in section and "có thể có" in section
    assert PERSON in page and "đứng đầu" in page and "at=2023-09-01" in page.split('id="offices"')[1]
    assert PERSON not in client.get(f"/doc/{COMMITTEE_KEY}?at=2023-06-30", headers=HTML).text
    assert 'id="on-day"' not in client.get(f"/doc/{COMMITTEE_KEY}", headers=HTML).text


def test_relations_on_a_day_are_those_that_held_by_then(client: TestClient) -> None:
    def relations(**query: str) -> Any:
        return client.get(f"/api/v1/relations/{OLD_KEY}", params=query).json()

    assert relations()["question"] == "document_relations" and relations()["rows"]
    assert relations(at="2023-05-09")["rows"] == []
    (row,) = relations(at="2023-05-10")["rows"]
    assert (row["direction"], row["relation"], row["certainty"]) == ("in", "replaces", "certain")


@pytest.mark.parametrize(
    "path",
    [
        "/api/v1/search?q=a",
        "/api/v1/documents?number=12-NQ/TW",
        "/api/v1/queries/sources",
        "/api/v1/reports/coverage",
        "/api/v1/export/nquads",
        "/sparql?query=ASK{}",
        "/.well-known/void",
    ],
)
def test_what_depends_on_no_day_refuses_one_instead_of_passing_over_it(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 200
    mark = "&" if "?" in path else "?"
    for language, words in (("vi", "không nhận ngày"), ("en", "takes no day")):
        answer = client.get(f"{path}{mark}at=2023-09-01&lang={language}")
        assert answer.status_code == 400 and words in answer.json()["detail"] and answer.json()["hint"]


@pytest.mark.parametrize(
    "path", [f"/api/v1/documents/{OLD_KEY}", f"/doc/{OLD_REGULATION}", f"/api/v1/relations/{OLD_KEY}"]
)
def test_half_a_day_is_refused(client: TestClient, path: str) -> None:
    assert client.get(f"{path}{OLD_KEY}?at=2023-09").status_code == 400


def described(data: Path, *more: str) -> str:
    told = CliRunner().invoke(app, ["describe", COMMITTEE_KEY, "--data", str(data), *more])
    assert told.exit_code == 0
    return told.output


def test_the_command_line_describes_a_thing_at_all_times_or_on_a_day(built: Path) -> None:
    on_day = described(built, "--at", "2023-09-01", "--lang", "vi")
    assert "Vào ngày 2023-09-01: có thể có" in on_day and f"{PERSON} 2023-07-01 – ? [đứng đầu]" in on_day
    assert PERSON not in described(built, "--at", "2023-06-30")
    assert "On 2023-06-30: " in described(built, "--at", "2023-06-30", "--lang", "en")
    assert "“" in described(built) and "Vào ngày" not in described(built)
    assert json.loads(described(built, "--json"))["on_day"] is None
    assert holders(json.loads(described(built, "--json", "--at", "2023-09-01")))[0] == (PERSON, "possible", True)


def test_the_command_line_tells_whether_a_document_was_in_force(built: Path) -> None:
    told = CliRunner().invoke(app, ["describe", "9-QĐ/TW", "--data", str(built), "--at", "2024-01-01", "--lang", "en"])
    assert "In force on 2024-01-01: replaced" in told.output and "15-QĐ/TW" in told.output


def test_a_question_without_a_day_refuses_one_on_the_command_line_too(built: Path) -> None:
    told = CliRunner().invoke(app, ["ask", "sources", "--at", "2023-09-01", "--data", str(built)])
    assert told.exit_code == 2 and "takes no day" in told.output
