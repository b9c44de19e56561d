"""The commands on Neo4j against a real server, which they start and stop themselves."""

import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from graph_api.cli.app import app
from graph_store.neo4j.server import find
from tests.graph_api.world import COMMITTEE

Run = Callable[..., Result]
_CACHE = Path(__file__).parents[2] / ".cache"
MORE = """term,number,name_vi,name_en,aliases,opened,closed,source
XIII,8,Hội nghị thử 8 khóa XIII,8th trial plenum,,2023-10-02,2023-10-08,made up
"""


@pytest.fixture
def run(data: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Run]:
    """Runs commands on a data folder with a server of its own, which is stopped in the end."""
    for name in ("MANDATE_NEO4J_URI", "MANDATE_NEO4J_USER", "MANDATE_NEO4J_PASSWORD", "MANDATE_NEO4J_DATABASE"):
        monkeypatch.delenv(name, raising=False)

    def runs(*arguments: str) -> Result:
        return CliRunner().invoke(app, [*arguments, "--data", str(data)])

    started = runs("neo4j", "start", "--cache", str(_CACHE))
    if started.exit_code == 3 and not os.environ.get("CI"):
        pytest.skip(f"no Neo4j server can be had here: {started.stderr}")
    assert started.exit_code == 0, started.output
    yield runs
    runs("neo4j", "stop")


def facts(result: Result) -> Any:
    return json.loads(result.stdout)


def test_a_server_is_started_filled_compared_updated_and_stopped(run: Run, data: Path, tmp_path: Path) -> None:
    again, running = facts(run("neo4j", "start", "--json", "--cache", str(_CACHE))), find(data / "neo4j")
    assert running and again["uri"] == running.uri
    asked = ("ask", "holders_on_date", f"body={COMMITTEE}", "--at", "2023-12-01", "--json", "--engine")
    assert run(*asked, "neo4j").exit_code == 3  # it holds no version yet
    assert run("neo4j", "verify").exit_code == 1
    sent = facts(run("neo4j", "sync", "--json"))
    assert sent["full"] and sent["nodes"] > 0
    assert facts(run("neo4j", "verify", "--json"))["equal"]
    assert facts(run(*asked, "neo4j"))["rows"] == facts(run(*asked, "sparql"))["rows"]
    assert run("cypher", "CREATE (n) RETURN n", "--engine", "neo4j").exit_code == 2

    table = tmp_path / "more.csv"
    table.write_text(MORE, "utf-8")
    run("import", str(table), "--publish")
    behind = run("neo4j", "verify")
    assert behind.exit_code == 1 and "Plenum" in behind.stdout
    assert run(*asked, "neo4j").exit_code == 3
    assert not facts(run("neo4j", "sync", "--json"))["full"]
    assert run("neo4j", "verify").exit_code == 0

    assert "stopped" in run("neo4j", "stop").stdout and find(data / "neo4j") is None
    gone = run("neo4j", "sync")
    assert gone.exit_code == 3 and "mandate neo4j start" in gone.stderr


def test_a_server_that_does_not_answer_is_named(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MANDATE_NEO4J_URI", "bolt://127.0.0.1:1")
    for command in (["neo4j", "sync"], ["neo4j", "verify"], ["ask", "lost_basis", "--engine", "neo4j"]):
        result = CliRunner().invoke(app, [*command, "--data", str(built)])
        assert result.exit_code == 3 and "bolt://127.0.0.1:1" in result.stderr
    doctor = CliRunner().invoke(app, ["doctor", "--data", str(built)])
    assert doctor.exit_code == 3 and "127.0.0.1:1" in doctor.stdout
