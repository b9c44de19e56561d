"""Where output goes that a user names: files whole or as they were, pipes written into, nothing of ours lost."""

import os
import threading
from pathlib import Path

import pytest

from graph_store.export_files import export_to
from graph_store.output_file import file_place, folder_place, is_stream, output_file
from graph_store.versions import VersionStore
from ontology.errors import ImportStateError

DATA = (
    "CURRENT",
    "FORMAT",
    "lock",
    "access.json",
    "workflow.sqlite-wal",
    "versions/000002",
    "shapes/mine.ttl",
    "neo4j/x",
)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    (folder / "versions").mkdir(parents=True)
    (folder / "FORMAT").write_text("1\n", "utf-8")
    (folder / "CURRENT").write_text("000001\n", "utf-8")
    for name in ("shapes", "neo4j"):
        (folder / name).mkdir()
    return folder


def test_a_file_is_as_it_was_until_the_new_one_is_whole(tmp_path: Path) -> None:
    target = tmp_path / "đồ thị.nq"
    target.write_text("old", "utf-8")
    with pytest.raises(ZeroDivisionError), output_file(target) as file:
        file.write(b"half" * (1 // 0))
    assert target.read_text("utf-8") == "old" and list(tmp_path.iterdir()) == [target]
    with output_file(target) as file:
        file.write(b"new")
    assert target.read_text("utf-8") == "new" and list(tmp_path.iterdir()) == [target]


def test_a_symbolic_link_stays_one(tmp_path: Path) -> None:
    target, link = tmp_path / "real.nq", tmp_path / "link.nq"
    target.write_text("old", "utf-8")
    link.symlink_to(target)
    with output_file(link) as file:
        file.write(b"new")
    assert link.is_symlink() and target.read_text("utf-8") == "new"


def test_a_pipe_is_written_into_and_stays_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()
    with VersionStore(tmp_path / "data").open() as view:
        export_to(view, "jsonld", pipe)
    reader.join(timeout=30)
    assert read == [b"[]"] and pipe.is_fifo() and not (tmp_path / "pipe.sha256").exists()
    assert is_stream(pipe) and is_stream(Path(os.devnull)) and not is_stream(tmp_path)


@pytest.mark.parametrize("name", DATA)
def test_what_a_data_folder_keeps_is_never_replaced_by_output(data: Path, name: str) -> None:
    with pytest.raises(ImportStateError, match="belongs to the data folder"):
        file_place(data / name)
    assert (data / "CURRENT").read_text("utf-8") == "000001\n"


def test_output_of_another_name_may_stand_in_a_data_folder(data: Path) -> None:
    assert file_place(data / "graph.nq") == data / "graph.nq"
    assert folder_place(data / "bulk") == data / "bulk"


@pytest.mark.parametrize(("name", "said"), [("", "no file is named"), (".", "no file is named"), ("..", "is a folder")])
def test_what_no_file_may_be_called_is_refused(name: str, said: str) -> None:
    with pytest.raises(ImportStateError, match=said):
        file_place(Path(name))


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ImportStateError, match="there is no folder"):
        file_place(tmp_path / "missing" / "graph.nq")
