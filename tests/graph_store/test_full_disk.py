"""No room left while staging or publishing: a clear error, nothing half done, the last version whole."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from graph_store.versions import VersionStore
from ingest.review.waiver_store import Waiver, WaiverStore
from ontology.errors import StoreFull

AT = "2026-01-05T12:00:00+00:00"
# Runs in a child, so that the limit does not touch the test process. A limit on file size answers like a full disk
# does, needs no rights and works in every container; a small tmpfs is used as well where it may be mounted.
CHILD = """
import resource, signal, sys
from pathlib import Path
from pyoxigraph import Literal, NamedNode, Quad
from graph_store.versions import Proposal, VersionStore
from ontology.errors import StoreFull

folder, limit = Path(sys.argv[1]), int(sys.argv[2])
graph = NamedNode("urn:g")
def quads(count):
    return [Quad(NamedNode(f"urn:s:{i}"), NamedNode("urn:p"), Literal("x" * 200), graph) for i in range(count)]
versions = VersionStore(folder)
versions.stage("small", Proposal({"urn:g": quads(10)}))
versions.publish("small", author="tests", at="2026-01-05T12:00:00+00:00")
if limit:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
try:
    versions.stage("large", Proposal({"urn:g": quads(60000)}))
    versions.publish("large", author="tests", at="2026-01-05T12:00:00+00:00")
except StoreFull as error:
    print("full:", error)
"""


def fill(folder: Path, limit: int) -> str:
    command = [sys.executable, "-c", CHILD, str(folder), str(limit)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def assert_untouched(folder: Path) -> None:
    versions = VersionStore(folder)
    assert versions.current_number() == 1 and versions.staged() == [] and versions.verify() == []
    assert not list((folder / "staged").iterdir())


def test_a_full_disk_while_staging_is_told_and_leaves_the_last_version_whole(tmp_path: Path) -> None:
    assert fill(tmp_path, 3_000_000).startswith("full: no room left")
    assert_untouched(tmp_path)


@pytest.fixture
def small_disk(tmp_path: Path) -> Path:
    """A tmpfs of 12 MB where one may be mounted, else the plain folder with a smaller limit on file size."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=12m", "tmpfs", str(folder)], capture_output=True, check=False
    )
    (tmp_path / "mounted").write_text("yes" if mounted.returncode == 0 else "")
    return folder


def test_a_small_file_system_that_fills_up_is_told_and_leaves_the_last_version_whole(small_disk: Path) -> None:
    mounted = bool((small_disk.parent / "mounted").read_text())
    try:
        assert fill(small_disk, 0 if mounted else 1_000_000).startswith("full: no room left")
        assert_untouched(small_disk)
    finally:
        if mounted:
            subprocess.run(["umount", "-l", str(small_disk)], check=True)


def test_a_database_of_judgements_that_fills_up_is_told_as_a_full_disk(small_disk: Path) -> None:
    mounted = bool((small_disk.parent / "mounted").read_text())
    try:
        if not mounted:
            pytest.skip("no small file system may be mounted here")
        store = WaiverStore(f"sqlite:///{small_disk / 'workflow.sqlite'}")
        waiver = Waiver("Document-authority", "urn:d", "x" * 2_000, "Lan", AT, "2999-12-31")
        store.add(waiver)
        left = shutil.disk_usage(small_disk).free
        (small_disk / "fill").write_bytes(b"0" * (left - 300_000))
        with pytest.raises(StoreFull, match="no room left"):
            store.keep([waiver] * 500)
        assert len(store.all()) == 1
        (small_disk / "fill").unlink()
        assert len(store.keep([waiver] * 500)) == 500
        store.close()
    finally:
        if mounted:
            subprocess.run(["umount", "-l", str(small_disk)], check=True)
