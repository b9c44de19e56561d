"""A backup taken while others publish is a committed state, one flipped byte is found, a restore is whole or absent."""

import io
import os
import random
import sqlite3
import subprocess
import sys
import tarfile
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from graph_store.backup import back_up, restore
from graph_store.versions import Proposal, VersionStore
from ontology.errors import ImportStateError, MandateGraphError, SourceUnreadable, StoreCorrupt

AT = "2026-01-05T12:00:00+00:00"
WRITER = Path(__file__).with_name("crashing_writer.py")
ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three versions, a staged import, and all that stands beside them."""
    folder = tmp_path_factory.mktemp("data")
    versions = VersionStore(folder)
    graph = NamedNode("urn:g")
    for number in (1, 2, 3, 4):
        quads = [Quad(NamedNode(f"urn:s:{i}"), NamedNode("urn:p"), Literal(str(number)), graph) for i in range(300)]
        versions.stage(f"i{number}", Proposal({graph.value: quads}))
        if number < 4:
            versions.publish(f"i{number}", author="tests", at=AT)
    (folder / "imports" / "i1").mkdir(parents=True)
    (folder / "imports" / "i1" / "record.json").write_text("{}", "utf-8")
    (folder / "imports" / "i1" / "record.tmp").write_text("half", "utf-8")
    (folder / "sources" / "ab").mkdir(parents=True)
    (folder / "sources" / "ab" / ("ab" * 32)).write_bytes(b"bytes")
    (folder / "sources" / "ab" / f"{'ab' * 32}.recognised").write_text("{}", "utf-8")
    (folder / "sources" / "ab" / f"{'ab' * 32}.4711").write_bytes(b"half")
    (folder / "shapes").mkdir()
    (folder / "shapes" / "của tôi.ttl").write_text("# none yet", "utf-8")
    (folder / "access.json").write_text('{"keys": []}', "utf-8")
    with closing(sqlite3.connect(folder / "workflow.sqlite")) as database, database:
        database.execute("CREATE TABLE judgement (why TEXT)")
        database.execute("INSERT INTO judgement VALUES ('đúng')")
    return folder


@pytest.fixture(scope="module")
def archive(data: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("backup") / "data.tar"
    back_up(data, target)
    return target


def test_a_restored_folder_has_every_version_and_what_stands_beside_them(
    data: Path, archive: Path, tmp_path: Path
) -> None:
    done = restore(archive, tmp_path / "new")
    there, back = VersionStore(data), VersionStore(tmp_path / "new")
    assert done.version == 3 and back.log() == there.log() and not back.verify()
    for number in (1, 2, 3):
        with there.open(number) as was, back.open(number) as is_now:
            assert set(is_now.store) == set(was.store)
    assert (tmp_path / "new" / "imports" / "i1" / "record.json").read_text("utf-8") == "{}"
    assert (tmp_path / "new" / "sources" / "ab" / ("ab" * 32)).read_bytes() == b"bytes"
    assert (tmp_path / "new" / "sources" / "ab" / f"{'ab' * 32}.recognised").read_text("utf-8") == "{}"
    assert (tmp_path / "new" / "shapes" / "của tôi.ttl").read_text("utf-8") == "# none yet"
    assert (tmp_path / "new" / "access.json").stat().st_mode & 0o777 == 0o600
    with closing(sqlite3.connect(tmp_path / "new" / "workflow.sqlite")) as database:
        assert database.execute("SELECT why FROM judgement").fetchall() == [("đúng",)]


def test_what_is_half_written_or_only_staged_is_left_out(archive: Path, tmp_path: Path) -> None:
    restore(archive, tmp_path / "new")
    assert not VersionStore(tmp_path / "new").staged()
    assert not [p for p in (tmp_path / "new").rglob("*") if p.suffix in (".tmp", ".4711")]


def test_work_goes_on_in_a_restored_folder(archive: Path, tmp_path: Path) -> None:
    restore(archive, tmp_path / "new")
    versions = VersionStore(tmp_path / "new")
    versions.stage("i9", Proposal({"urn:h": [Quad(*map(NamedNode, ("urn:a", "urn:b", "urn:c", "urn:h")))]}))
    assert versions.publish("i9", author="tests", at=AT).number == 4 and not versions.verify()


def test_files_that_versions_share_stand_in_it_once(archive: Path, tmp_path: Path) -> None:
    with tarfile.open(archive) as members:
        shared = {member.name for member in members if member.islnk()}
    restore(archive, tmp_path / "new")
    assert shared and all((tmp_path / "new" / name).stat().st_nlink > 1 for name in shared)


def test_an_empty_data_folder_is_backed_up_too(tmp_path: Path) -> None:
    VersionStore(tmp_path / "old")
    (tmp_path / "old").mkdir()
    assert back_up(tmp_path / "old", tmp_path / "a.tar").version == 0
    restore(tmp_path / "a.tar", tmp_path / "new")
    assert VersionStore(tmp_path / "new").current_number() == 0


def test_a_backup_beside_a_writer_is_a_state_that_was_committed(tmp_path: Path) -> None:
    data = tmp_path / "data"
    writer = subprocess.Popen(
        [sys.executable, str(WRITER), str(data)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    try:
        assert writer.stdout
        while not writer.stdout.readline().startswith("published 2"):
            assert writer.poll() is None
        archives: list[Path] = []
        newest = 2
        while len(archives) < 6 or newest < 4:  # however slow the writer is, some are made while it publishes
            assert writer.poll() is None
            newest = VersionStore(data).current_number()
            archives.append(tmp_path / f"{len(archives)}.tar")
            back_up(data, archives[-1])
    finally:
        writer.kill()
        writer.communicate()
    committed = {manifest.hash for manifest in VersionStore(data).log()}
    found = []
    for number, archive in enumerate(archives):
        restore(archive, tmp_path / f"new{number}")
        found.append(VersionStore(tmp_path / f"new{number}").log()[0])
    assert {manifest.hash for manifest in found} <= committed
    assert [m.number for m in found] == sorted(m.number for m in found) and found[-1].number > 2


@pytest.mark.parametrize("seed", range(60))
def test_one_flipped_byte_anywhere_is_found(archive: Path, tmp_path: Path, seed: int) -> None:
    content = bytearray(archive.read_bytes())
    place = random.Random(seed).randrange(len(content))
    content[place] ^= 1 << (seed % 8)
    damaged = tmp_path / "damaged.tar"
    damaged.write_bytes(content)
    with pytest.raises((StoreCorrupt, SourceUnreadable)) as caught:
        restore(damaged, tmp_path / "new")
    assert caught.value.message_vi and caught.value.hint_vi and os.listdir(tmp_path) == ["damaged.tar"]


@pytest.mark.parametrize("part", [0.0, 0.1, 0.5, 0.9, 0.999])
def test_a_cut_file_is_found(archive: Path, tmp_path: Path, part: float) -> None:
    content = archive.read_bytes()
    (tmp_path / "cut.tar").write_bytes(content[: int(len(content.rstrip(b"\0")) * part)])
    with pytest.raises((StoreCorrupt, SourceUnreadable)):
        restore(tmp_path / "cut.tar", tmp_path / "new")
    assert not (tmp_path / "new").exists()


def test_a_flipped_byte_in_a_restored_folder_is_found_by_verify(archive: Path, tmp_path: Path) -> None:
    restore(archive, tmp_path / "new")
    path = next(p for p in (tmp_path / "new" / "versions").rglob("*.sst") if p.stat().st_size > 100)
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    assert {problem.what for problem in VersionStore(tmp_path / "new").verify()} & {"file", "store", "content"}


@pytest.mark.parametrize(
    ("name", "kind", "link"),
    [
        ("../outside", tarfile.REGTYPE, ""),
        ("/tmp/outside", tarfile.REGTYPE, ""),
        ("versions/000001/store/../../../outside", tarfile.REGTYPE, ""),
        ("versions/000001/store/x", tarfile.SYMTYPE, "/etc/passwd"),
        ("versions/000001/store/x", tarfile.LNKTYPE, "../../../etc/passwd"),
        ("versions/000001/store/x", tarfile.LNKTYPE, "CURRENT2"),
        ("imports/a/record.json", tarfile.CHRTYPE, ""),
        ("notes.txt", tarfile.REGTYPE, ""),
    ],
)
def test_what_does_not_belong_in_a_backup_is_not_written(tmp_path: Path, name: str, kind: bytes, link: str) -> None:
    hostile = io.BytesIO()
    with tarfile.open(fileobj=hostile, mode="w") as members:
        entry = tarfile.TarInfo(name)
        entry.type, entry.linkname = kind, link
        members.addfile(entry)
        told = sha256(hostile.getvalue()).hexdigest().encode()
        last = tarfile.TarInfo("checksum.sha256")
        last.size = len(told)
        members.addfile(last, io.BytesIO(told))
    (tmp_path / "hostile.tar").write_bytes(hostile.getvalue())
    with pytest.raises(StoreCorrupt, match="does not belong in a backup"):
        restore(tmp_path / "hostile.tar", tmp_path / "in" / "new")
    assert sorted(p.name for p in tmp_path.rglob("*")) == ["hostile.tar", "in"]


def test_nothing_is_written_over(data: Path, archive: Path, tmp_path: Path) -> None:
    with pytest.raises(ImportStateError, match="is there already"):
        back_up(data, archive)
    (tmp_path / "new").mkdir()
    (tmp_path / "new" / "letter.txt").write_text("x", "utf-8")
    with pytest.raises(ImportStateError, match="is not empty"):
        restore(archive, tmp_path / "new")
    assert os.listdir(tmp_path / "new") == ["letter.txt"]


def test_an_empty_folder_is_restored_into_however_it_is_named(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "new").mkdir()
    monkeypatch.chdir(tmp_path / "new")
    restore(archive, Path("../new"))
    assert os.listdir(tmp_path) == ["new"] and VersionStore(tmp_path / "new").current_number() == 3


def test_every_bit_of_the_last_member_counts(archive: Path, tmp_path: Path) -> None:
    content = archive.read_bytes()
    start = content.rindex(b"checksum.sha256")
    for place in [*range(start, start + 160, 3), 148 + start, 154 + start, 155 + start, start + 512 + 70]:
        damaged = bytearray(content)
        damaged[place] ^= 16
        (tmp_path / "damaged.tar").write_bytes(damaged)
        with pytest.raises((StoreCorrupt, SourceUnreadable)):
            restore(tmp_path / "damaged.tar", tmp_path / "new")


def test_a_backup_that_fails_leaves_no_file(data: Path, tmp_path: Path) -> None:
    with pytest.raises((OSError, MandateGraphError)):
        back_up(data, tmp_path / "no-such-folder" / "a.tar")
    assert not os.listdir(tmp_path)
