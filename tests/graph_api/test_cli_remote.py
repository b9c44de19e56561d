"""Commands on another SPARQL server: published to, verified, asked with and without a data folder."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from graph_api.cli.app import app
from graph_store.remote.address import Endpoint

NUMBER = "15-QĐ/TW"
ASKED = ["ask", "mandate_chain", f"document={NUMBER}", "--json"]


@pytest.fixture
def named(sparql_server: Endpoint, monkeypatch: pytest.MonkeyPatch) -> Endpoint:
    """The settings name the server."""
    monkeypatch.setenv("MANDATE_REMOTE_URL", sparql_server.query_url)
    monkeypatch.setenv("MANDATE_REMOTE_GRAPHS_URL", sparql_server.graphs_url)
    return sparql_server


def test_a_version_is_published_verified_and_asked(built: Path, named: Endpoint, tmp_path: Path) -> None:
    data, run = ["--data", str(built)], CliRunner().invoke
    assert run(app, ["remote", "publish", *data]).exit_code == 0
    verified = run(app, ["remote", "verify", *data, "--json"])
    assert verified.exit_code == 0 and json.loads(verified.stdout)["equal"]
    here, there = (run(app, [*ASKED, *data, "--engine", name]) for name in ("sparql", "remote"))
    elsewhere = run(app, [*ASKED, "--data", str(tmp_path / "none"), "--endpoint", named.query_url])
    assert json.loads(here.stdout)["rows"]
    assert json.loads(here.stdout)["rows"] == json.loads(there.stdout)["rows"] == json.loads(elsewhere.stdout)["rows"]


def test_strangers_queries_can_be_sent_to_the_server(built: Path, named: Endpoint) -> None:
    data, run = ["--data", str(built)], CliRunner().invoke
    run(app, ["remote", "publish", *data])
    asked = ["sparql", "SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s ?p ?o }", "--format", "csv", *data]
    assert run(app, [*asked, "--engine", "remote"]).stdout == run(app, asked).stdout


def test_without_a_server_named_the_command_says_how_to_name_one(built: Path) -> None:
    for command in (["remote", "publish"], ["remote", "verify"], [*ASKED, "--engine", "remote"]):
        done = CliRunner().invoke(app, [*command, "--data", str(built)])
        assert done.exit_code == 3 and "MANDATE_REMOTE_URL" in done.stderr


def test_engines_are_asked_in_their_own_language(built: Path) -> None:
    for command in (["sparql", "ASK {}", "--engine", "cypher"], ["cypher", "RETURN 1", "--engine", "remote"]):
        assert CliRunner().invoke(app, [*command, "--data", str(built)]).exit_code == 2
