"""The real application over a real data folder: one to read, shared, and one to write, a copy for each test."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from typer.testing import CliRunner, Result

from graph_api.app import create_app
from graph_api.cli.app import app
from graph_api.settings import Settings
from tests.graph_api.commands import Run
from tests.graph_api.world import HOST, build


def client_of(settings: Settings) -> TestClient:
    """A client on this machine, as browsers and curl are."""
    app = create_app(settings)
    return TestClient(app, base_url=HOST, client=("127.0.0.1", 50_000), follow_redirects=False)


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the world of world.py as version 1; not to be written."""
    data = tmp_path_factory.mktemp("world") / "data"
    build(data)
    return data


@pytest.fixture(scope="session")
def client(built: Path) -> Iterator[TestClient]:
    """Reads the shared folder."""
    with client_of(Settings(data=built)) as client:
        yield client


@pytest.fixture
def data(built: Path, tmp_path: Path) -> Path:
    """A copy of the shared folder."""
    return Path(shutil.copytree(built, tmp_path / "data"))


@pytest.fixture
def writable(data: Path) -> Iterator[TestClient]:
    """Writes without a key, as the operator of a machine of his own may allow."""
    with client_of(Settings(data=data, open_writes=True)) as client:
        yield client


@pytest.fixture
def locked(data: Path) -> Iterator[TestClient]:
    """Writes want a key."""
    with client_of(Settings(data=data)) as client:
        yield client


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
