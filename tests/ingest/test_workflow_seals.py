"""`mandate verify` finds a flipped byte of a judgement or waiver; what is being written it takes for no damage."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from ingest.review.judgement_store import Judgement, JudgementStore
from ingest.review.waiver_store import Waiver, WaiverStore
from ingest.review.workflow_check import damaged_workflow
from ontology.damage import Damage, changed, missing

AT = "2026-01-05T08:00:00+00:00"
TOLD = Judgement("urn:s:one", "urn:c:two", "same", "an-steward", AT, why="cùng một người", words="Lường Thị Hạnh")
PASSES = Waiver("Document-authority", "urn:d:nine", "the source says so itself", "an-steward", AT, "2030-01-01")


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """Two judgements, one of them undone, and a waiver."""
    path = tmp_path / "workflow.sqlite"
    judgements, waivers = JudgementStore(f"sqlite:///{path}"), WaiverStore(f"sqlite:///{path}")
    first, _ = judgements.add([TOLD, Judgement("urn:s:three", "urn:c:four", "different", "another", AT)])
    judgements.undo([first], author="someone-else", at=AT, why="misread")
    waivers.add(PASSES)
    judgements.close()
    waivers.close()
    return path


def damage(path: Path) -> list[Damage]:
    return damaged_workflow(f"sqlite:///{path}")


def content(path: Path) -> Iterator[tuple[int, str]]:
    """Where in the file each text of each row, seals and definitions among them, begins, and the text."""
    whole = path.read_bytes()
    with closing(sqlite3.connect(path)) as open_:
        for table in ("judgement", "waiver", "seal", "sqlite_master"):
            for row in open_.execute(f"SELECT * FROM {table}"):
                for value in (v for v in row if isinstance(v, str) and v):
                    place = whole.find(value.encode())
                    while place >= 0:
                        yield place, value
                        place = whole.find(value.encode(), place + 1)


def test_what_was_written_is_no_damage_and_neither_is_a_database_that_is_not_there(database: Path) -> None:
    assert damage(database) == [] and damage(database.with_name("none.sqlite")) == []
    assert not database.with_name("none.sqlite").exists()


def test_one_flipped_byte_in_any_text_of_any_row_is_found(database: Path) -> None:
    whole = database.read_bytes()
    places = {place + offset for place, text in content(database) for offset in range(0, len(text.encode()), 19)}
    assert len(places) > 100
    for place in sorted(places):
        database.write_bytes(whole[:place] + bytes([whole[place] ^ 1 << place % 7]) + whole[place + 1 :])
        assert damage(database), (place, whole[place - 20 : place + 20])
    database.write_bytes(whole)
    assert damage(database) == []


def test_a_row_that_is_gone_or_was_changed_by_hand_is_named(database: Path) -> None:
    with closing(sqlite3.connect(database)) as open_:
        open_.execute("DELETE FROM waiver")
        open_.execute("UPDATE judgement SET verdict = 'same' WHERE id = 2")
        open_.commit()
    assert damage(database) == [changed("judgement 2"), missing("waiver 1")]


def test_a_database_that_is_torn_is_told_and_no_traceback(database: Path) -> None:
    whole = database.read_bytes()
    for torn in (whole[:5000], b"not a database at all" * 100, whole[:4096] + bytes(4096) + whole[8192:]):
        database.write_bytes(torn)
        assert damage(database)


def test_what_an_older_program_wrote_without_seals_is_sealed_when_it_is_next_used(tmp_path: Path) -> None:
    path = tmp_path / "workflow.sqlite"
    older = JudgementStore(f"sqlite:///{path}")
    older.add([TOLD])
    older.close()
    with closing(sqlite3.connect(path)) as open_:
        open_.execute("DROP TABLE seal")
    assert damage(path) == []
    newer = JudgementStore(f"sqlite:///{path}")
    assert newer.all()[0].why == TOLD.why
    newer.close()
    with closing(sqlite3.connect(path)) as open_:
        open_.execute("UPDATE judgement SET why = 'because'")
        open_.commit()
    assert damage(path) == [changed("judgement 1")]


def test_what_is_written_meanwhile_is_no_damage(database: Path) -> None:
    writer = JudgementStore(f"sqlite:///{database}")
    done = threading.Event()

    def write() -> None:
        while not done.is_set():
            (number,) = writer.add([TOLD])
            writer.undo([number], author="x", at=AT, why="")

    thread = threading.Thread(target=write)
    thread.start()
    try:
        assert [said for _ in range(15) for said in damage(database)] == []
    finally:
        done.set()
        thread.join()
        writer.close()


def test_more_judgements_than_the_database_binds_at_once_are_kept_and_sealed(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'workflow.sqlite'}"
    judgements = JudgementStore(url)
    judgements.add(Judgement(f"urn:s:{n}", "urn:c:two", "different", "a-steward", AT) for n in range(33_000))
    judgements.close()
    assert damaged_workflow(url) == []
