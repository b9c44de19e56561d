"""Kill -9 at any moment of staging or publishing leaves the last version whole."""

import importlib.util
import random
import signal
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest
from pyoxigraph import Quad

from graph_store.content_hash import content_hash
from graph_store.versions import VersionStore

WRITER = Path(__file__).with_name("crashing_writer.py")
KILLS = 60


@pytest.fixture(scope="module")
def writer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("crashing_writer", WRITER)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def killed_run(folder: Path, marks: int, delay_s: float) -> list[str]:
    """Runs the writer, kills it `delay_s` after it has said `marks` lines, and gives all lines it said."""
    process = subprocess.Popen([sys.executable, str(WRITER), str(folder)], stdout=subprocess.PIPE, text=True)
    assert process.stdout
    lines = [process.stdout.readline() for _ in range(marks)]
    try:
        process.wait(timeout=delay_s)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
    rest = process.stdout.read()
    process.stdout.close()
    assert process.wait() == -signal.SIGKILL, "the writer failed by itself"
    return [line.strip() for line in (*lines, *rest.splitlines()) if line.strip()]


def expected(writer: ModuleType, number: int) -> set[Quad]:
    graphs: dict[str, list[Quad]] = {}
    for n in range(1, number + 1):
        graphs.update(writer.proposal(n).replace)
    return {quad for quads in graphs.values() for quad in quads}


def test_a_kill_at_any_moment_leaves_the_last_version_whole(tmp_path: Path, writer: ModuleType) -> None:
    chance = random.Random(67)  # moments repeat from run to run as far as the machine lets them
    before = 0
    for kill in range(KILLS):
        said = killed_run(tmp_path, marks=1 + kill % 6, delay_s=chance.uniform(0, 0.12))
        versions = VersionStore(tmp_path)
        versions.recover()
        number = versions.current_number()
        told = [int(line.split()[1]) for line in said if line.startswith("published")]
        assert number in (max(told, default=before), max(told, default=before) + 1), said
        with versions.open() as view:
            assert set(view.store) == expected(writer, number), f"kill {kill} after {said[-1:]}"
            assert view.manifest is None or view.manifest.content_hash == content_hash(view.store)
        assert {p.name for p in (tmp_path / "staged").iterdir()} <= {f"i{number + 1}", f"i{number + 2}"}
        before = number
    assert before > KILLS / 3 and VersionStore(tmp_path).verify() == []
