"""`mandate verify` finds one flipped byte, wherever it is."""

import json
import random
import sqlite3
from contextlib import closing
from pathlib import Path

from typer.testing import CliRunner

from graph_api.cli.app import app
from ingest.records import Records
from ingest.review.judgement_store import Judgement, JudgementStore

_LOG = "LOG"  # in which the engine tells what it did; nothing reads it


def verified(data: Path) -> int:
    return CliRunner().invoke(app, ["verify", "--data", str(data), "--json"]).exit_code


def test_one_flipped_byte_in_any_file_of_versions_sources_or_imports_is_found(data: Path) -> None:
    assert verified(data) == 0
    draw = random.Random(5)
    kept = [p for name in ("versions", "sources", "imports") for p in (data / name).rglob("*") if p.is_file()]
    for path in sorted(p for p in kept if p.stat().st_size and p.name != _LOG):
        whole = path.read_bytes()
        place = draw.randrange(len(whole))
        aside = path.rename(path.with_name(path.name + ".aside"))  # hard links of other versions keep their bytes
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 1 << draw.randrange(8)]) + whole[place + 1 :])
        assert verified(data) == 1, path.name
        aside.replace(path)
    assert verified(data) == 0


def test_a_record_of_an_older_program_is_read_without_its_hash(data: Path) -> None:
    path = next((data / "imports").glob("*/record.json"))
    path.write_text(json.dumps(json.loads(path.read_text("utf-8"))["content"]), "utf-8")
    assert Records(data / "imports").read(path.parent.name).id == path.parent.name
    assert verified(data) == 0


def test_a_judgement_that_was_changed_by_hand_is_named(data: Path) -> None:
    store = JudgementStore(f"sqlite:///{data / 'workflow.sqlite'}")
    store.add([Judgement("urn:s:one", "urn:c:two", "same", "an-steward", "2026-01-05T08:00:00+00:00")])
    store.close()
    assert verified(data) == 0
    with closing(sqlite3.connect(data / "workflow.sqlite")) as database:
        database.execute("UPDATE judgement SET verdict = 'different'")
        database.commit()
    told = CliRunner().invoke(app, ["verify", "--data", str(data)])
    assert told.exit_code == 1 and "judgement 1 đã bị thay đổi sau khi ghi / judgement 1 was changed" in told.stdout
    assert "mandate restore" in told.stderr
