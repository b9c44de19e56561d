"""Commands on another SPARQL server: published to, verified, asked with and without a data folder."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from graph_api.cli.app import app
from graph_api.settings import Settings
from graph_store.remote.address import Endpoint
from tests.graph_api.conftest import client_of
from tests.graph_api.world import COMMITTEE, PERSON, REGULATION

NUMBER = "15-QĐ/TW"
KEY = REGULATION.split("/")[1]
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


@pytest.mark.parametrize("direction", ["up", "down"])
def test_a_chain_is_followed_there_as_it_is_here(built: Path, named: Endpoint, tmp_path: Path, direction: str) -> None:
    data, run = ["--data", str(built)], CliRunner().invoke
    run(app, ["remote", "publish", *data])
    for thing, form in ((NUMBER, "json"), (PERSON, "text"), (COMMITTEE, "svg")):
        asked = ["trace", thing, "--direction", direction, "--at", "2024-01-01", "--format", form]
        here, there = (run(app, [*asked, *data, "--engine", name]) for name in ("sparql", "remote"))
        assert here.exit_code == 0 and here.stdout and there.stdout == here.stdout
        elsewhere = run(app, [*asked, "--data", str(tmp_path / "none"), "--endpoint", named.query_url])
        told = json.loads(elsewhere.stdout)["nodes"] if form == "json" else elsewhere.stdout
        assert told == (json.loads(here.stdout)["nodes"] if form == "json" else here.stdout)


def test_what_the_server_knows_nothing_of_and_a_version_it_does_not_hold_are_told(built: Path, named: Endpoint) -> None:
    data, run = ["--data", str(built)], CliRunner().invoke
    run(app, ["remote", "publish", *data])
    unknown = run(app, ["trace", "document/none-2020", "--endpoint", named.query_url, *data])
    assert unknown.exit_code == 2 and "document/none-2020" in unknown.stderr
    older = run(app, ["trace", f"document/{KEY}", "--engine", "remote", "--as-known", "0", *data])
    assert older.exit_code == 3 and "remote publish" in older.stderr


def test_a_chain_over_http_is_followed_there_too(built: Path, named: Endpoint) -> None:
    CliRunner().invoke(app, ["remote", "publish", "--data", str(built)])
    settings = Settings(data=built, remote_url=named.query_url)
    with client_of(settings) as client:
        path = f"/api/v1/mandates/document/{KEY}?at=2024-01-01"
        here, there = client.get(path), client.get(f"{path}&engine=remote")
    assert there.json() == here.json() and here.json()["edges"]
    assert "etag" in here.headers and "etag" not in there.headers


def test_strangers_queries_can_be_sent_to_the_server(built: Path, named: Endpoint) -> None:
    data, run = ["--data", str(built)], CliRunner().invoke
    run(app, ["remote", "publish", *data])
    asked = ["sparql", "SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s ?p ?o }", "--format", "csv", *data]
    assert run(app, [*asked, "--engine", "remote"]).stdout == run(app, asked).stdout


def test_without_a_server_named_the_command_says_how_to_name_one(built: Path) -> None:
    traced = ["trace", f"document/{KEY}", "--engine", "remote"]
    for command in (["remote", "publish"], ["remote", "verify"], [*ASKED, "--engine", "remote"], traced):
        done = CliRunner().invoke(app, [*command, "--data", str(built)])
        assert done.exit_code == 3 and "MANDATE_REMOTE_URL" in done.stderr


def test_engines_are_asked_in_their_own_language(built: Path) -> None:
    for command in (["sparql", "ASK {}", "--engine", "cypher"], ["cypher", "RETURN 1", "--engine", "remote"]):
        assert CliRunner().invoke(app, [*command, "--data", str(built)]).exit_code == 2
