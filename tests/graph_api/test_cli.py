"""Commands that ask and read, in process on a real data folder, in every output format."""

import csv
import io
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from graph_api.cli.app import app
from graph_api.cli.tracing import ChainFormat
from graph_store.versions import VersionStore
from ontology.identifiers import ID_BASE
from ontology.terms import ONTOLOGY_BASE
from queries.catalog import questions
from tests.graph_api.commands import Run, facts
from tests.graph_api.world import COMMITTEE, PERSON, REGULATION

# One more row of a table that the world has: a plenum.
PLENUM = """term,number,name_vi,name_en,aliases,opened,closed,source
XIII,8,Hội nghị thử 8 khóa XIII,8th trial plenum,,2023-10-02,2023-10-08,made up
"""
BROKEN = "@prefix mg: <https://w3id.org/mandate-graph/ontology#> .\n<id/holding/abc> a mg:Holding .\n"


def test_ask_without_a_name_lists_the_questions(look: Run) -> None:
    assert all(name in look("ask").stdout for name in questions())
    assert [q["name"] for q in facts(look("ask", "--json"))] == list(questions())


@pytest.mark.parametrize("value", ["15-QĐ/TW", REGULATION, ID_BASE + REGULATION, "15-qđ/tw"])
def test_a_thing_may_be_named_by_number_key_or_iri(look: Run, value: str) -> None:
    answer = facts(look("ask", "mandate_chain", f"document={value}", "--json"))
    assert answer["parameters"]["document"] == ID_BASE + REGULATION and answer["rows"]


def test_a_provision_is_named_after_its_document(look: Run) -> None:
    answer = facts(look("ask", "provisions_of", "document=15-QĐ/TW#dieu-5", "--json"))
    assert answer["parameters"]["document"] == f"{ID_BASE}{REGULATION}#dieu-5" and answer["rows"] == []


def test_sparql_and_cypher_give_the_same_answer(look: Run) -> None:
    asked = ("ask", "holders_on_date", f"body={COMMITTEE}", "--at", "2023-12-01", "--json", "--engine")
    answers = [facts(look(*asked, engine))["rows"] for engine in ("sparql", "cypher")]
    assert answers[0] and answers[0] == answers[1]


def test_at_sets_the_day_of_a_question(look: Run) -> None:
    asked = ("ask", "holders_on_date", f"body={COMMITTEE}", "--json", "--at")
    names = [{row["name"] for row in facts(look(*asked, day))["rows"]} for day in ("2023-06-30", "2023-12-01")]
    assert PERSON not in names[0] and PERSON in names[1]


def test_csv_is_rfc_4180_with_whole_cells(look: Run) -> None:
    result = look("ask", "documents_by_number", "number=12-NQ/TW", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(result.stdout)))
    assert len(rows) == 2 and all(row["document"].startswith(ID_BASE) for row in rows)


def test_a_table_that_is_piped_has_whole_iris(look: Run) -> None:
    result = look("ask", "documents_by_number", "number=12-NQ/TW")
    assert ID_BASE + "document/12-nq-tw-2022-06-16" in result.stdout and "…" not in result.stdout


@pytest.mark.parametrize("form", ChainFormat)
def test_a_chain_is_printed_in_every_format(look: Run, form: ChainFormat) -> None:
    result = look("trace", COMMITTEE, "--at", "2023-12-01", "--format", form.value, "--lang", "en")
    assert result.exit_code == 0 and "15-Q" in result.stdout
    if form is ChainFormat.json:
        assert json.loads(result.stdout)["at"] == "2023-12-01"


def test_a_chain_goes_down_as_far_as_asked(look: Run) -> None:
    chain = facts(look("trace", REGULATION, "--direction", "down", "--depth", "1", "--at", "2023-12-01", "--json"))
    assert chain["direction"] == "down" and chain["depth"] == 1 and len(chain["nodes"]) > 1


def test_an_older_version_can_be_asked(run: Run, tmp_path: Path) -> None:
    table = tmp_path / "more.csv"
    table.write_text(PLENUM, "utf-8")
    run("import", str(table), "--publish")
    assert run("trace", "Hội nghị thử 8 khóa XIII").exit_code == 0
    assert run("trace", "Hội nghị thử 8 khóa XIII", "--as-known", "1").exit_code == 2
    asked = [facts(run("ask", "plenums_of_term", "term=term/xiii", "--as-known", n, "--json"))["rows"] for n in "12"]
    assert [len(rows) for rows in asked] == [1, 2]


def test_queries_run_from_the_argument_and_from_stdin(look: Run) -> None:
    query = f"SELECT DISTINCT ?p WHERE {{ ?p a <{ONTOLOGY_BASE}Person> }} ORDER BY ?p"
    direct = facts(look("sparql", query, "--json"))
    assert len(direct["rows"]) == 2 and facts(look("sparql", "-", "--json", stdin=query)) == direct
    cypher = facts(look("cypher", "MATCH (p:Person) RETURN p.iri AS p ORDER BY p", "--json"))
    assert cypher["rows"] == direct["rows"]


# Files without a graph, keys, doctor


def test_validate_says_what_the_shapes_say(look: Run, tmp_path: Path) -> None:
    path = tmp_path / "broken.ttl"
    path.write_text(BROKEN, "utf-8")
    result = look("validate", str(path), "--json")
    assert result.exit_code == 1 and not json.loads(result.stdout)["conforms"]
    assert facts(look("validate", "--version", "1", "--json"))["conforms"]
    assert look("validate").exit_code == 2 and look("validate", str(path), "--version", "1").exit_code == 2


def test_extract_prints_facts_and_writes_them_by_id(tmp_path: Path) -> None:
    text = "Ngày 02/4/2021, Ban Bí thư ban hành Quy định số 45-QĐ/TW về công tác nội chính ở địa phương.\n"
    paths = [tmp_path / name for name in ("a.txt", "b.txt")]
    for path in paths:
        path.write_text(text, "utf-8")
    one = json.loads(CliRunner().invoke(app, ["extract", str(paths[0])]).stdout)
    assert one["id"] == "a" and [d["number"] for d in one["documents"]] == ["45-QĐ/TW"]
    both = json.loads(CliRunner().invoke(app, ["extract", *map(str, paths)]).stdout)
    assert [entry["id"] for entry in both] == ["a", "b"] and both[0] == one
    assert CliRunner().invoke(app, ["extract", *map(str, paths), "--out", str(tmp_path / "out")]).stdout == ""
    assert json.loads((tmp_path / "out" / "b.json").read_text("utf-8")) == both[1]


def test_a_key_is_shown_once_and_can_be_taken_away(run: Run, data: Path) -> None:
    made = facts(run("key", "create", "steward", "--name", "Văn thư", "--json"))
    assert made["key"] not in (data / "access.json").read_text("utf-8")
    assert facts(run("key", "list", "--json")) == [{"name": "Văn thư", "role": "steward"}]
    assert run("key", "remove", "Văn thư").exit_code == 0 and run("key", "remove", "Văn thư").exit_code == 2
    assert run("key", "create", "king").exit_code == 2


def test_doctor_finds_the_parts_of_a_sound_installation(look: Run) -> None:
    found = {finding["part"]: finding for finding in facts(look("doctor", "--json"))}
    assert all(found[part]["ok"] for part in ("python", "packages", "data folder", "versions"))
    assert {"java", "maven", "neo4j", "chromium"} < set(found)
    assert all(finding["ok"] or finding["advice"] for finding in found.values())


def test_demo_builds_the_bundled_graph_once_and_its_advice_works(tmp_path: Path) -> None:
    data = tmp_path / "demo"
    first = CliRunner().invoke(app, ["demo", "--no-serve", "--data", str(data)])
    assert first.exit_code == 0 and VersionStore(data).current_number() == 2
    assert CliRunner().invoke(app, ["demo", "--no-serve", "--data", str(data)]).stdout == first.stdout
    advice = [line.partition("#")[0].split()[1:] for line in first.stdout.splitlines() if line.startswith("  mandate")]
    assert len(advice) >= 3
    for command in advice:
        result = CliRunner().invoke(app, command)
        assert result.exit_code == 0 and len(result.stdout.splitlines()) > 3
