"""A server that dies in the middle of a load holds no version for whole, and the next sync makes it equal."""

import os
import shutil
import signal
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest

from benchmarks.national import Country
from graph_store.neo4j.address import Address
from graph_store.neo4j.server import find, start, stop
from graph_store.neo4j.sync import projection_of, sync
from graph_store.neo4j.verify import verify
from graph_store.versions import VersionStore
from graph_store.view import Proposal
from ontology.errors import StoreUnavailable
from tests.conftest import CACHE


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Path]:
    """The folder of a server of its own, that is running."""
    try:
        start(tmp_path / "neo4j", CACHE, java_home=os.environ.get("JAVA_HOME", ""))
    except StoreUnavailable as error:
        if os.environ.get("CI"):
            raise
        pytest.skip(f"no Neo4j to test with: {error}. {error.hint}")
    yield tmp_path / "neo4j"
    stop(tmp_path / "neo4j")
    shutil.rmtree(tmp_path / "neo4j", ignore_errors=True)


@pytest.fixture
def versions(tmp_path: Path) -> VersionStore:
    versions = VersionStore(tmp_path / "data")
    sources = [source.quads() for source in islice(Country().sources(), 3)]
    versions.stage("i1", Proposal({quads[0].graph_name.value: quads for quads in sources}))  # type: ignore[union-attr]
    versions.publish("i1", author="tests", at="2026-01-05T12:00:00+00:00")
    return versions


@pytest.mark.parametrize("everything_sent", [False, True], ids=["in the middle", "before the stamp"])
def test_a_server_killed_during_a_load_is_mended_by_the_next_sync(
    home: Path, versions: VersionStore, everything_sent: bool
) -> None:
    server = find(home)
    assert server

    def kill(done: int, every: int, _what: str) -> None:
        if done and (not everything_sent or done == every):
            os.kill(server.pid, signal.SIGKILL)

    with pytest.raises(StoreUnavailable) as caught:
        sync(Address(server.uri), versions, progress=kill)
    assert caught.value.message_vi and caught.value.hint
    again = start(home, CACHE, java_home=os.environ.get("JAVA_HOME", ""))
    with versions.open() as view:
        found = verify(Address(again.uri), projection_of(view))
        assert found.stamp is None and bool(found.differences) is not everything_sent
        assert sync(Address(again.uri), versions).full
        assert verify(Address(again.uri), projection_of(view)).equal
