"""Sources and importers of the ingest tests: real files in a folder of their own, a clock that stands still."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from graph_store.versions import VersionStore
from ingest.imports import Importer

Write = Callable[[str, str], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes a UTF-8 file of this name into the inbox folder and gives its path."""
    inbox = tmp_path / "inbox"
    inbox.mkdir()

    def writes(name: str, text: str) -> Path:
        path = inbox / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        return path

    return writes


@pytest.fixture
def versions(tmp_path: Path) -> VersionStore:
    return VersionStore(tmp_path / "data")


@pytest.fixture
def importer(tmp_path: Path, versions: VersionStore) -> Importer:
    noon = datetime(2026, 1, 5, 12, tzinfo=UTC)
    return Importer(versions, folder=tmp_path / "data" / "imports", clock=lambda: noon, author="tests")
