"""Judgements and waivers in a data folder that may be read and not written: another's, or on a mounted disk."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from ingest.review.judgement_store import JudgementStore
from ingest.review.waiver_store import Waiver, WaiverStore
from ingest.review.workflow_check import damaged_workflow
from ontology.errors import StoreUnavailable

WAIVER = Waiver("Document-issuedOn", "urn:x", "the archive has it", "an", "2026-01-05T12:00:00+00:00", "2027-06-30")


@pytest.fixture
def url(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A folder with one waiver and no judgement, then without the right to write there, whoever runs the test."""
    folder = tmp_path / "dữ liệu 100% #1"
    address = f"sqlite:///{folder / 'workflow.sqlite'}"
    waivers = WaiverStore(address)
    waivers.add(WAIVER)
    waivers.close()
    folder.chmod(0o555)
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK)
    yield address
    folder.chmod(0o755)


def test_what_was_kept_is_read_and_nothing_is_written_beside_it(url: str, tmp_path: Path) -> None:
    waivers, judgements = WaiverStore(url), JudgementStore(url)
    assert [found.shape for found in waivers.holding(date(2026, 2, 1)).values()] == ["Document-issuedOn"]
    assert judgements.all() == []  # there is no table of them, and none can be made
    assert [path.name for path in (tmp_path / "dữ liệu 100% #1").iterdir()] == ["workflow.sqlite"]


def test_verify_finds_no_damage_there(url: str) -> None:
    assert damaged_workflow(url) == []


def test_verify_finds_a_changed_letter_there_too(url: str, tmp_path: Path) -> None:
    folder = tmp_path / "dữ liệu 100% #1"
    folder.chmod(0o755)
    with closing(sqlite3.connect(folder / "workflow.sqlite")) as database, database:
        database.execute("UPDATE waiver SET reason = 'another'")
    folder.chmod(0o555)
    assert [found.en for found in damaged_workflow(url)] == ["waiver 1 was changed after it was written"]


def test_keeping_more_there_is_refused_in_words(url: str) -> None:
    with pytest.raises(StoreUnavailable, match="cannot be used"):
        WaiverStore(url).add(WAIVER)
