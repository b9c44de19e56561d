"""What the tests of several rooms share: a real Neo4j server and a real browser, one for the whole run each; and which
tests keep together where several processes share the run."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, sync_playwright

from graph_store.neo4j.address import Address
from graph_store.neo4j.server import start, stop
from graph_store.remote.address import Endpoint
from ontology.errors import StoreUnavailable
from tests.fuseki import fuseki

CACHE = Path(__file__).parent.parent / ".cache"
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
_SERVERS = {"neo4j_address", "sparql_server"}
_JARS = {"CACHE", "fuseki"}

# A test proves a rule, not how fast the machine is.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A file stays in one process, for what its tests share; all that want jars and servers in another."""
    for item in items:
        module, fixtures = getattr(item, "module", None), getattr(item, "fixturenames", ())
        on_servers = _SERVERS & set(fixtures) or _JARS & vars(module).keys()
        item.add_marker(pytest.mark.xdist_group("servers" if on_servers else str(item.path)))


@pytest.fixture(scope="session")
def neo4j_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Address]:
    """MANDATE_NEO4J_URI if it is set (its graph is replaced), else a Community server of our own.

    Skipped loudly where neither can be had; a failure where CI is set.
    """
    if uri := os.environ.get("MANDATE_NEO4J_URI"):
        user, password = os.environ.get("MANDATE_NEO4J_USER", "neo4j"), os.environ.get("MANDATE_NEO4J_PASSWORD", "")
        yield Address(uri, user, password, os.environ.get("MANDATE_NEO4J_DATABASE", "neo4j"))
        return
    home = tmp_path_factory.mktemp("neo4j")
    try:
        server = start(home, CACHE, java_home=os.environ.get("JAVA_HOME", ""))
    except StoreUnavailable as error:
        if os.environ.get("CI"):
            raise
        pytest.skip(f"no Neo4j to test with: {error}. {error.hint}")
    yield Address(server.uri)
    stop(home)
    shutil.rmtree(home, ignore_errors=True)


@pytest.fixture(scope="session")
def neo4j_uri(neo4j_address: Address) -> str:
    return neo4j_address.uri


@pytest.fixture(scope="session")
def sparql_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Endpoint]:
    """A second SPARQL server, whatever the tests before left in it."""
    with fuseki(tmp_path_factory.mktemp("fuseki") / "server") as endpoint:
        yield endpoint


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, or MANDATE_CHROMIUM."""
    path = os.environ.get("MANDATE_CHROMIUM") or shutil.which("chromium")
    if not path:
        pytest.fail("these tests need Chromium: install it, or name it with MANDATE_CHROMIUM")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        yield browser
        browser.close()
