"""What rests on what over the command line, on the world of the other tests."""

import json
from collections.abc import Callable
from pathlib import Path

import networkx
import pytest
from typer.testing import CliRunner, Result

from graph_api.cli.app import app
from tests.graph_api.world import PERSON, REGULATION

Look = Callable[..., Result]


@pytest.fixture
def look(built: Path) -> Look:
    def looks(*arguments: str) -> Result:
        return CliRunner().invoke(app, ["network", *arguments, "--data", str(built)])

    return looks


def test_the_heaviest_come_first(look: Look) -> None:
    rows = json.loads(look("weight", "--json").stdout)
    assert rows and [row["all"] for row in rows] == sorted((row["all"] for row in rows), reverse=True)
    assert rows[0]["name"] in look("weight", "--limit", "1").stdout


def test_what_joins_two_things_is_told_with_quotes(look: Look) -> None:
    hops = json.loads(look("path", PERSON, REGULATION, "--json").stdout)
    assert hops[0]["property_name"] == "heldBy" and any(hop["quotes"] for hop in hops)
    told = look("path", PERSON, REGULATION, "--lang", "en").stdout
    assert "→" in told and "“" in told


def test_circles_and_gaps_are_listed(look: Look) -> None:
    assert look("circles").stdout.strip() == "0 vòng / circles"
    gaps = json.loads(look("gaps", "--json").stdout)
    assert {gap["core"] for gap in gaps} <= {"Body", "BodyKind", "Position", "Holding"}
    assert look("gaps", "--limit", "1").exit_code == 0


def test_a_neighbourhood_is_written_whole_or_not_at_all(look: Look, tmp_path: Path) -> None:
    target = tmp_path / "near.gexf"
    assert look("export", REGULATION, "--format", "gexf", "--out", str(target)).exit_code == 0
    assert len(networkx.read_gexf(target)) > 1
    assert [path.name for path in tmp_path.iterdir()] == ["near.gexf"]
    failed = look("export", "document/none", "--out", str(tmp_path / "none"))
    assert failed.exit_code == 2 and "Traceback" not in failed.stderr
    assert not (tmp_path / "none").exists()


def test_gaps_say_what_is_missing_and_how_often(look: Look) -> None:
    found = json.loads(look("gaps", "--json").stdout)
    assert found and all(gap["why_vi"] and gap["why_en"] for gap in found)
    told = look("gaps", "--lang", "en").stdout
    assert {gap["why_en"] for gap in found} <= {line.strip().partition("  ")[2] for line in told.splitlines()}


def test_a_day_leaves_out_what_it_excludes(look: Look) -> None:
    assert json.loads(look("weight", "--json", "--at", "1950-01-01").stdout) == []
    early = look("path", PERSON, REGULATION, "--at", "1950-01-01")
    assert early.exit_code == 2 and "nothing leads" in early.stderr
    assert look("weight", "--at", "2023").exit_code == 2


@pytest.mark.parametrize("form", ["mermaid", "svg", "graphml", "gexf", "node-link"])
def test_a_way_and_a_neighbourhood_are_drawn_and_written(look: Look, tmp_path: Path, form: str) -> None:
    begins = {"mermaid": "flowchart", "svg": "<svg", "node-link": "{"}.get(form, "<?xml")
    assert look("path", PERSON, REGULATION, "--format", form).stdout.lstrip().startswith(begins)
    target = tmp_path / "around"
    assert look("export", REGULATION, "--format", form, "--out", str(target)).exit_code == 0
    assert target.read_text("utf-8").lstrip().startswith(begins)
