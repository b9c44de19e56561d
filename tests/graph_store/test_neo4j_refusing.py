"""A server that refuses, is too old or is no Neo4j: clear words, nothing changed, nothing half-marked as done."""

import os
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from graph_store.neo4j.address import Address
from graph_store.neo4j.engine import Neo4jEngine
from graph_store.neo4j.held import stamp_for
from graph_store.neo4j.server import start, stop
from graph_store.neo4j.server_errors import check_version
from graph_store.neo4j.sync import projection_of, sync
from graph_store.neo4j.verify import verify
from graph_store.versions import VersionStore
from ontology.errors import StoreFull, StoreUnavailable
from tests.conftest import CACHE
from tests.graph_store.test_neo4j import document, publish

JAVA_HOME = os.environ.get("JAVA_HOME", "")
HERE = Address("bolt://127.0.0.1:7687")


@pytest.fixture
def versions(tmp_path: Path) -> VersionStore:
    versions = VersionStore(tmp_path / "data")
    publish(versions, "one", [document(0)])
    publish(versions, "two", [document(0), document(1, 0)])
    return versions


@pytest.fixture
def read_only(tmp_path: Path, versions: VersionStore) -> Iterator[Address]:
    """A server of its own that holds version 1 and was started again to refuse every write."""
    home = tmp_path / "neo4j"
    try:
        sync(Address(start(home, CACHE, java_home=JAVA_HOME).uri), versions, 1)
    except StoreUnavailable as error:
        if os.environ.get("CI"):
            raise
        pytest.skip(f"no Neo4j to test with: {error}. {error.hint}")
    stop(home)
    yield Address(start(home, CACHE, java_home=JAVA_HOME, read_only=True).uri)
    stop(home)
    shutil.rmtree(home, ignore_errors=True)


def test_a_read_only_server_is_told_keeps_what_it_held_and_goes_on_answering(
    read_only: Address, versions: VersionStore
) -> None:
    assert sync(read_only, versions, 1).nodes == 0  # nothing to write is no error
    for number in (2, None):
        with pytest.raises(StoreUnavailable, match="is read-only; nothing was changed") as caught:
            sync(read_only, versions, number)
        assert "chỉ cho đọc" in caught.value.message_vi and "read_only" in caught.value.hint
    with versions.open(1) as view:
        found = verify(read_only, projection_of(view))
        assert found.equal and found.stamp == stamp_for(view)
        engine = Neo4jEngine(read_only, view)
        engine.close()


@pytest.mark.parametrize("agent", ["Neo4j/4.4.38", "Neo4j/5.25.1", "Neo4j/3.5.0", "Neo4j/v5.11.0 compatible", "", "x"])
def test_an_older_server_and_one_that_is_no_neo4j_are_refused_by_name(agent: str) -> None:
    with pytest.raises(StoreUnavailable) as caught:
        check_version(agent, HERE)
    assert agent in str(caught.value) and "5.26" in str(caught.value) and "5.26" in caught.value.message_vi


@pytest.mark.parametrize("agent", ["Neo4j/5.26.0", "Neo4j/5.27-aura", "Neo4j/2025.01.0", "Neo4j/2026.08.1"])
def test_newer_servers_are_welcome(agent: str) -> None:
    check_version(agent, HERE)


@pytest.mark.parametrize(
    ("name", "said"), [("nosuch", "has no database 'nosuch'"), ("system", "'system' .* holds no graph")]
)
def test_a_database_that_is_not_there_or_holds_no_graph_is_told(
    versions: VersionStore, neo4j_address: Address, name: str, said: str
) -> None:
    with pytest.raises(StoreUnavailable, match=said) as caught:
        sync(replace(neo4j_address, database=name), versions)
    assert "MANDATE_NEO4J_DATABASE" in caught.value.hint_vi


def test_a_server_without_tls_that_is_asked_by_it_is_told(versions: VersionStore, neo4j_address: Address) -> None:
    with pytest.raises(StoreUnavailable, match="by TLS"):
        sync(replace(neo4j_address, uri=neo4j_address.uri.replace("bolt://", "bolt+s://")), versions)


def test_a_server_whose_disk_has_no_room_is_not_started_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph_store.neo4j.server._ROOM_BYTES", 10**18)
    try:
        with pytest.raises(StoreFull, match="too little") as caught:
            start(tmp_path / "neo4j", CACHE, java_home=JAVA_HOME)
    except StoreUnavailable as error:
        if os.environ.get("CI"):
            raise
        pytest.skip(f"no Neo4j to test with: {error}. {error.hint}")
    assert "không đủ" in caught.value.message_vi and caught.value.hint and not list((tmp_path / "neo4j").iterdir())
