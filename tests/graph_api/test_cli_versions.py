"""Commands on imports and versions: staged, published, compared, rolled back, exported."""

import json
import subprocess
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from typer.testing import CliRunner

from graph_api.cli.app import app
from graph_api.cli.imports import SourceClass
from graph_store.export import FORMATS
from graph_store.versions import VersionStore
from ontology.codes import concepts
from tests.graph_api.commands import Run, facts

# One more row of a table that the world has: a plenum.
PLENUM = """term,number,name_vi,name_en,aliases,opened,closed,source
XIII,8,Hội nghị thử 8 khóa XIII,8th trial plenum,,2023-10-02,2023-10-08,made up
"""
BROKEN = "@prefix mg: <https://w3id.org/mandate-graph/ontology#> .\n<id/holding/abc> a mg:Holding .\n"


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


def test_judgements_are_said_to_be_kept_elsewhere_only_if_another_database_is_named(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    arguments = ("--data", str(data.relative_to(tmp_path)))
    assert "elsewhere" not in CliRunner().invoke(app, ["backup", "one.tar", *arguments]).stdout
    monkeypatch.setenv("MANDATE_WORKFLOW_URL", f"sqlite:///{tmp_path / 'other.sqlite'}")
    assert "elsewhere" in CliRunner().invoke(app, ["backup", "two.tar", *arguments]).stdout


def test_an_export_into_the_files_of_a_data_folder_is_refused(run: Run, data: Path) -> None:
    refused = run("export", "nquads", "--out", str(data / "CURRENT"))
    assert refused.exit_code == 2 and "thuộc thư mục dữ liệu" in refused.stderr
    assert run("verify").exit_code == 0


@pytest.mark.parametrize("other", ["--names", "--json", "--all"])
def test_a_patch_takes_no_other_form_beside_it(run: Run, other: str) -> None:
    refused = run("diff", "0", "1", "--patch", other)
    assert refused.exit_code == 2 and "bản vá có dạng riêng" in refused.stderr and "form of its own" in refused.stderr
