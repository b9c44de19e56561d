"""Own shapes of a data folder over the command line: listed, asked by imports and validate, waived, refused by name."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from graph_api.cli.app import app

Run = Callable[..., Result]
SHAPES = """@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix mg: <https://w3id.org/mandate-graph/ontology#> .
@prefix my: <https://example.org/shapes#> .
my:Dated a sh:NodeShape ; sh:targetClass mg:Plenum ;
    sh:property [ sh:path mg:note ; sh:minCount 1 ;
        sh:message "Hội nghị cần ghi chú."@vi, "A plenum wants a note."@en ] .
"""
PLENUM = """term,number,name_vi,name_en,aliases,opened,closed,source
XIII,8,Hội nghị thử 8 khóa XIII,8th trial plenum,,2023-10-02,2023-10-08,made up
"""


@pytest.fixture
def run(data: Path) -> Run:
    """Runs a command on a data folder of its own, with one shape of its own."""
    (data / "shapes").mkdir()
    (data / "shapes" / "mine.ttl").write_text(SHAPES, "utf-8")

    def runs(*arguments: str) -> Result:
        return CliRunner().invoke(app, [*arguments, "--data", str(data)])

    return runs


@pytest.fixture
def plenums(tmp_path: Path) -> str:
    path = tmp_path / "more.csv"
    path.write_text(PLENUM, "utf-8")
    return str(path)


def test_the_shapes_of_ones_own_are_listed(run: Run) -> None:
    (shape,) = json.loads(run("shapes", "--json").stdout)
    assert shape == {
        "iri": "https://example.org/shapes#Dated",
        "file": "mine.ttl",
        "targets": ["class Plenum"],
        "near": True,
    }
    assert "mine.ttl" in run("shapes").stdout


def test_a_draft_folder_is_checked_before_it_is_put_into_use(run: Run, tmp_path: Path) -> None:
    (tmp_path / "drafts").mkdir()
    (tmp_path / "drafts" / "wrong.ttl").write_text(SHAPES.replace("minCount", "minCuont"), "utf-8")
    result = run("shapes", str(tmp_path / "drafts"))
    assert result.exit_code == 1
    assert "wrong.ttl" in result.stderr and "minCuont" in result.stderr and "Traceback" not in result.stderr


def test_a_violation_of_an_own_shape_stops_a_publication_until_it_is_waived(run: Run, plenums: str) -> None:
    refused = run("import", plenums, "--publish", "--json")
    assert refused.exit_code == 1
    (entry, *_) = json.loads(run("imports", "--json").stdout)
    found = [r for r in json.loads(run("show", entry["id"], "--json").stdout)["validation"] if "Dated" in r["shape"]]
    assert [r["message_vi"] for r in found] == ["Hội nghị cần ghi chú."]
    waived = run("waiver", "add", "Dated-note", found[0]["focus_node"], "--until", "2999-01-01", "--why", "cũ")
    assert waived.exit_code == 0
    published = run("publish", entry["id"])
    assert published.exit_code == 0, published.stderr


def test_validate_asks_the_own_shapes_of_a_version(run: Run) -> None:
    result = run("validate", "--version", "1", "--json")
    assert result.exit_code == 1
    assert {r["message_en"] for r in json.loads(result.stdout)["results"]} >= {"A plenum wants a note."}


def test_nothing_is_imported_while_an_own_shape_is_faulty(run: Run, data: Path, plenums: str) -> None:
    (data / "shapes" / "mine.ttl").write_text(SHAPES.replace("mg:Plenum", "mg:Plenums"), "utf-8")
    before = run("imports", "--json").stdout
    result = run("import", plenums, "--publish")
    assert result.exit_code == 1
    assert "mine.ttl, line 4" in result.stderr and "không có trong bản thể học" in result.stderr
    assert run("imports", "--json").stdout == before
