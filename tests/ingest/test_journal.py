"""An import that was interrupted, by Ctrl-C or kill -9, goes on where it stopped, and states the same in the end."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from filelock import FileLock

from graph_store.versions import VersionStore
from ingest.imports import Importer
from ingest.records import ImportRecord
from tests.ingest.test_extracting import texts

FILES = 130
KILLED_AT = 120
SAVED = 100  # files of which a run that was killed then has written all down


def importer_of(data: Path) -> Importer:
    noon = datetime(2026, 1, 5, 12, tzinfo=UTC)
    return Importer(VersionStore(data), folder=data / "imports", clock=lambda: noon, author="tests")


def told_of(data: Path, inbox: Path) -> tuple[ImportRecord, list[int]]:
    """The import of the folder and the numbers of files done that were told."""
    told: list[int] = []
    record = importer_of(data).stage([inbox], progress=lambda done, _total, _name: told.append(done))
    return record, told


def stated(data: Path, record: ImportRecord) -> set[str]:
    return {str(quad) for quad in importer_of(data).change(record.id).added if "/import/" not in str(quad)}


def kill_at(data: Path, inbox: Path, files: int) -> None:
    command = [sys.executable, "-m", "tests.ingest.interrupted_import", str(data), str(inbox), str(files)]
    done = subprocess.run(command, cwd=Path(__file__).parents[2], timeout=300, check=False)
    assert done.returncode == -signal.SIGKILL


@pytest.fixture(scope="module")
def inbox(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Texts, a table, an RDF file and a file that is refused."""
    folder = tmp_path_factory.mktemp("many") / "inbox"
    texts(folder, FILES - 3)
    (folder / "0050-empty.txt").write_bytes(b"")
    (folder / "terms.csv").write_text(
        "congress,name_vi,name_en,aliases,opened,closed,until,source\n"
        "XIV,Đại hội thử lần thứ XIV,14th,,2026-01-19,2026-01-23,,made up\n",
        "utf-8",
    )
    (folder / "0060.nt").write_text(
        "<https://w3id.org/mandate-graph/id/person/mau> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> "
        "<https://w3id.org/mandate-graph/ontology#Person> .\n",
        "utf-8",
    )
    return folder


@pytest.fixture(scope="module")
def undisturbed(inbox: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[ImportRecord, set[str]]:
    data = tmp_path_factory.mktemp("whole") / "data"
    record, told = told_of(data, inbox)
    assert told[0] == 0 and told[-1] == FILES
    return record, stated(data, record)


@pytest.fixture
def killed(inbox: Path, tmp_path: Path) -> Iterator[Path]:
    data = tmp_path / "data"
    kill_at(data, inbox, KILLED_AT)
    yield data
    assert not list((data / "reading").iterdir())  # nothing is left of what was read


def same(record: ImportRecord, other: ImportRecord) -> bool:
    """Whether all that is told of two imports is equal."""
    names = ("status", "files", "added", "removed", "issues", "questions", "violations", "warnings")
    return all(getattr(record, name) == getattr(other, name) for name in names)


def test_after_kill_9_the_same_command_goes_on_and_states_the_same(
    killed: Path, inbox: Path, undisturbed: tuple[ImportRecord, set[str]]
) -> None:
    record, told = told_of(killed, inbox)
    assert SAVED <= min(told[1:]) <= KILLED_AT
    assert same(record, undisturbed[0]) and stated(killed, record) == undisturbed[1]
    assert importer_of(killed).report(record.id)["coverage"]["sentences"] == FILES - 3


@pytest.mark.parametrize(
    ("name", "cut"), [("done.jsonl", 1), ("done.jsonl", 700), ("quads.nq", 1), ("quads.nq", 5_000), ("quads.nq", 10**9)]
)
def test_what_was_torn_is_read_again(
    killed: Path, inbox: Path, undisturbed: tuple[ImportRecord, set[str]], name: str, cut: int
) -> None:
    (file,) = (killed / "reading").glob(f"*/{name}")
    os.truncate(file, max(0, file.stat().st_size - cut))
    record, _ = told_of(killed, inbox)
    assert same(record, undisturbed[0]) and stated(killed, record) == undisturbed[1]


def test_files_that_changed_meanwhile_are_read_anew(tmp_path: Path) -> None:
    inbox, data = tmp_path / "inbox", tmp_path / "data"
    files = texts(inbox, FILES)
    kill_at(data, inbox, KILLED_AT)
    path = files[0][0]
    path.write_text(path.read_text("utf-8").replace("Văn Mẫu", "Văn Thử"), "utf-8")
    record, told = told_of(data, inbox)
    assert told[0] == 0 and told[1] == 1
    assert any("Lê Văn Thử" in quad for quad in stated(data, record))


def test_ctrl_c_keeps_what_was_read_and_an_error_does_not(tmp_path: Path) -> None:
    inbox, data = tmp_path / "inbox", tmp_path / "data"
    texts(inbox, 9)

    def stop_with(error: type[BaseException]) -> None:
        def progress(done: int, _total: int, _name: str) -> None:
            if done == 7:
                raise error

        with pytest.raises(error):
            importer_of(data).stage([inbox], progress=progress)

    stop_with(KeyboardInterrupt)
    assert importer_of(data).records() == []
    assert told_of(data, inbox)[1] == [7, 8, 9, 9]
    stop_with(RuntimeError)
    assert list((data / "reading").iterdir()) == []


def test_the_same_files_imported_twice_at_once_do_not_meet(tmp_path: Path) -> None:
    inbox, data = tmp_path / "inbox", tmp_path / "data"
    texts(inbox, 9)

    def stop(done: int, _total: int, _name: str) -> None:
        if done == 7:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        importer_of(data).stage([inbox], progress=stop)
    (lock,) = (data / "reading").glob("*.lock")
    with FileLock(lock):
        record, told = told_of(data, inbox)
    assert told[0] == 0 and record.status == "staged"
    assert lock.with_suffix("").is_dir()  # that of the other run


def test_what_nobody_goes_on_with_is_removed(tmp_path: Path) -> None:
    inbox, data = tmp_path / "inbox", tmp_path / "data"
    texts(inbox, 2)
    left = data / "reading" / "old"
    left.mkdir(parents=True)
    (data / "reading" / "old.lock").touch()
    os.utime(data / "reading" / "old.lock", (0, 0))
    told_of(data, inbox)
    assert list((data / "reading").iterdir()) == []
