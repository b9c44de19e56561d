"""The command line in process: every command does what it says on a real data folder, in every output format."""

import csv
import io
import json
import subprocess
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command
from typer.testing import CliRunner, Result

from graph_api.cli.app import app
from graph_api.cli.errors import EXIT, describe, describe_unexpected
from graph_api.cli.imports import SourceClass
from graph_api.cli.tracing import ChainFormat
from graph_store.export import FORMATS
from graph_store.versions import VersionStore
from ontology import errors
from ontology.codes import concepts
from ontology.errors import MandateGraphError, NotFound
from ontology.identifiers import ID_BASE
from ontology.terms import ONTOLOGY_BASE
from ontology.text import one_line
from queries.catalog import questions
from tests.graph_api.world import COMMITTEE, PERSON, REGULATION

Run = Callable[..., Result]
# One more row of a table that the world has: a plenum.
PLENUM = """term,number,name_vi,name_en,aliases,opened,closed,source
XIII,8,Hội nghị thử 8 khóa XIII,8th trial plenum,,2023-10-02,2023-10-08,made up
"""
BROKEN = "@prefix mg: <https://w3id.org/mandate-graph/ontology#> .\n<id/holding/abc> a mg:Holding .\n"


@pytest.fixture
def run(data: Path) -> Run:
    """Runs a command on a data folder of its own."""

    def runs(*arguments: str, stdin: str | None = None) -> Result:
        return CliRunner().invoke(app, [*arguments, "--data", str(data)], input=stdin)

    return runs


@pytest.fixture
def look(built: Path) -> Run:
    """Runs a command that only reads on the shared data folder."""

    def runs(*arguments: str, stdin: str | None = None) -> Result:
        return CliRunner().invoke(app, [*arguments, "--data", str(built)], input=stdin)

    return runs


def commands() -> dict[str, Any]:
    """Every command by its full name: "log", "key create"."""
    found: dict[str, Any] = {}
    for name, command in get_command(app).commands.items():  # type: ignore[attr-defined]
        inside = getattr(command, "commands", None)
        found |= {f"{name} {sub}": c for sub, c in inside.items()} if inside else {name: command}
    return found


def facts(result: Result) -> Any:
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


# Errors


def concrete(kind: type[MandateGraphError]) -> set[type[MandateGraphError]]:
    return {kind}.union(*(concrete(sub) for sub in kind.__subclasses__() if sub.__module__ == errors.__name__))


@pytest.mark.parametrize("kind", sorted(concrete(MandateGraphError), key=str))
def test_every_error_has_an_exit_code(kind: type[MandateGraphError]) -> None:
    assert EXIT[kind] in (1, 2, 3)


def test_an_error_is_told_in_both_languages_with_what_to_do() -> None:
    error = NotFound("no such thing", message_vi="không có", hint="look elsewhere", hint_vi="tìm chỗ khác")
    said = ["mandate: không có", "         no such thing", "  -> tìm chỗ khác", "     look elsewhere"]
    assert describe(error).splitlines() == said


def test_what_is_the_same_in_both_languages_is_told_once() -> None:
    error = NotFound("404", message_vi="404", hint="mandate log", hint_vi="mandate log")
    assert describe(error).splitlines() == ["mandate: 404", "  -> mandate log"]
    assert describe(NotFound("")) == "mandate: ?"


def test_an_error_that_nobody_foresaw_is_told_in_both_languages_too() -> None:
    setup = describe_unexpected(ImportError("no module")).splitlines()
    assert setup[2:] == ["  -> chạy `make setup`", "     run `make setup`"]
    report = describe_unexpected(ZeroDivisionError("0")).splitlines()
    assert "xin báo lại" in report[2] and "please report" in report[3]


def test_text_of_a_source_cannot_drive_the_terminal() -> None:
    assert one_line("a\x1b[31mb\nc\x07\u202e") == "a[31mb c"


# Help


@pytest.mark.parametrize("name", sorted(commands()))
def test_every_command_shows_an_example_of_itself(name: str) -> None:
    result = CliRunner().invoke(app, [*name.split(), "--help"])
    assert result.exit_code == 0 and f"\n    mandate {name}" in result.stdout.partition("Example:")[2]


@pytest.mark.parametrize("name", sorted(commands()))
def test_every_command_takes_a_data_folder(name: str) -> None:
    assert "--data" in CliRunner().invoke(app, [*name.split(), "--help"]).stdout


# Imports and versions


def test_an_import_is_staged_shown_published_and_logged(run: Run, data: Path, tmp_path: Path) -> None:
    table = tmp_path / "more.csv"
    table.write_text(PLENUM, "utf-8")
    staged = facts(run("import", str(table), "--json"))
    assert staged["status"] == "staged" and Path(staged["report"], "record.json").is_file()
    assert "mandate publish" in run("import", str(table)).stdout
    assert "more.csv" in run("show", staged["id"]).stdout
    assert "8th trial plenum" in run("show", staged["id"], "--changes").stdout
    assert facts(run("publish", staged["id"], "--note", "một", "--json"))["number"] == 2
    assert [v["note"] for v in facts(run("log", "--json"))] == ["một", ""]
    assert "một" in run("log").stdout and staged["id"] in run("imports").stdout
    assert VersionStore(data).current_number() == 2


def test_every_class_of_source_is_offered() -> None:
    assert {f"source-class/{kind.value}" for kind in SourceClass} == {c.path for c in concepts("source-class").values()}


def test_import_with_publish_does_both(run: Run, data: Path, tmp_path: Path) -> None:
    table = tmp_path / "more.csv"
    table.write_text(PLENUM, "utf-8")
    assert facts(run("import", str(table), "--publish", "--json"))["version"] == 2
    again = facts(run("import", str(table), "--publish", "--json"))
    assert again["status"] == "unchanged" and VersionStore(data).current_number() == 2


def test_what_the_shapes_reject_is_staged_and_not_published(run: Run, data: Path, tmp_path: Path) -> None:
    path = tmp_path / "broken.ttl"
    path.write_text(BROKEN, "utf-8")
    result = run("import", str(path), "--publish")
    assert result.exit_code == 1 and "vi phạm" in result.stdout
    assert VersionStore(data).current_number() == 1
    staged = facts(run("imports", "--json"))[0]
    assert staged["status"] == "staged" and run("publish", staged["id"]).exit_code == 1
    assert facts(run("show", staged["id"], "--json"))["validation"]


def test_a_discarded_import_is_gone_but_recorded(run: Run, tmp_path: Path) -> None:
    table = tmp_path / "more.csv"
    table.write_text(PLENUM, "utf-8")
    staged = facts(run("import", str(table), "--json"))["id"]
    assert facts(run("discard", staged, "--json"))["status"] == "discarded"
    assert run("publish", staged).exit_code == 2


def test_a_rollback_is_a_new_version_equal_to_the_old_one(run: Run, tmp_path: Path) -> None:
    table = tmp_path / "more.csv"
    table.write_text(PLENUM, "utf-8")
    run("import", str(table), "--publish")
    before = run("export", "nquads", "--as-known", "1").stdout
    assert facts(run("rollback", "1", "--json"))["number"] == 3
    assert run("export", "nquads").stdout == before
    assert run("rollback", "1").exit_code == 2
    assert run("rollback", "9").exit_code == 2
    assert run("verify").exit_code == 0


def test_a_diff_shows_statements_and_counts_what_it_leaves_out(run: Run, tmp_path: Path) -> None:
    table = tmp_path / "more.csv"
    table.write_text(PLENUM, "utf-8")
    run("import", str(table), "--publish")
    shown = run("diff", "1", "2").stdout
    assert "+ event/hoi-nghi-thu-8-khoa-xiii" in shown and "mg:quote" not in shown and "not shown" in shown
    assert "mg:quote" in run("diff", "1", "2", "--all").stdout
    named = run("diff", "1", "2", "--names").stdout
    assert "hội nghị" in named and "Hội nghị thử 8 khóa XIII" in named and "mg:" not in named
    assert run("diff", "1", "2", "--patch").stdout.splitlines()[2] == "TX ."
    change = facts(run("diff", "2", "1", "--json"))
    assert not change["added"] and len(change["removed"]) == len(facts(run("diff", "1", "2", "--json"))["added"])


def test_an_edited_table_shows_the_facts_that_differ_and_not_the_whole_table_again(run: Run, tmp_path: Path) -> None:
    table = tmp_path / "more.csv"
    table.write_text(PLENUM, "utf-8")
    run("import", str(table), "--publish")
    table.write_text(PLENUM.replace("8th trial plenum", "eighth trial plenum"), "utf-8")
    shown = run("show", facts(run("import", str(table), "--json"))["id"], "--changes").stdout
    assert "carried over" in shown
    assert [line[0] for line in shown.splitlines() if "hoi-nghi-thu-8-khoa-xiii" in line] == ["-", "+"]


def test_verify_names_a_damaged_version(run: Run, data: Path) -> None:
    patch = data / "versions" / "000001" / "added.nq"
    patch.write_bytes(patch.read_bytes()[:-10])
    result = run("verify", "--json")
    assert result.exit_code == 1 and json.loads(result.stdout)[0]["what"] == "patch"


def test_stats_count_entities_once(look: Run) -> None:
    counted = facts(look("stats", "--json"))
    assert counted["classes"]["Person"] == 2 and counted["classes"]["Resolution"] == 2 and counted["version"] == 1
    assert "Resolution" in look("stats").stdout


@pytest.mark.parametrize("name", FORMATS)
def test_an_export_to_a_file_equals_the_one_to_stdout_and_has_its_checksum_beside(
    look: Run, tmp_path: Path, name: str
) -> None:
    out = tmp_path / "graph.zip"
    assert look("export", name, "--out", str(out)).exit_code == 0
    assert out.read_bytes() == look("export", name).stdout_bytes
    assert sorted(p.name for p in tmp_path.iterdir()) == ["graph.zip", "graph.zip.sha256"]
    subprocess.run(["sha256sum", "--strict", "-c", "graph.zip.sha256"], cwd=tmp_path, check=True, capture_output=True)


def test_files_for_neo4j_fill_a_new_folder_and_no_other(look: Run, tmp_path: Path) -> None:
    out = tmp_path / "bulk"
    assert look("export", "neo4j-bulk", "--out", str(out)).exit_code == 0
    subprocess.run(["sha256sum", "--strict", "-c", "SHA256SUMS"], cwd=out, check=True, capture_output=True)
    with zipfile.ZipFile(BytesIO(look("export", "neo4j-bulk").stdout_bytes)) as archive:
        assert {n: archive.read(n) for n in archive.namelist()} == {
            path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file()
        }
    refused = look("export", "neo4j-bulk", "--out", str(out))
    assert refused.exit_code == 2 and "empty" in refused.stderr
    assert list(tmp_path.iterdir()) == [out]


# Questions


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
