"""Many files are read in several processes, with the same facts in the same order."""

from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from graph_store.versions import VersionStore
from ingest.extracting import MANY, read_files
from ingest.imports import Importer
from ontology.errors import SourceRefused

WORDS = "Ngày {}/5/2023, ông Lê Văn Mẫu, Bí thư Tỉnh ủy Lào Cai dự Kỳ họp thứ {} HĐND tỉnh Lào Cai.\n"


def texts(folder: Path, count: int) -> list[tuple[Path, str]]:
    """Files of one sentence each, all different, with their names."""
    folder.mkdir(exist_ok=True)
    for number in range(count):
        (folder / f"{number:04}.txt").write_text(WORDS.format(1 + number % 28, number), "utf-8")
    return [(path, path.name) for path in sorted(folder.iterdir())]


def test_several_processes_give_the_same_facts_in_the_same_order(tmp_path: Path) -> None:
    many = texts(tmp_path / "inbox", MANY + 5)
    assert list(read_files(many, workers=2)) == list(read_files(many, workers=1))


def test_a_text_that_takes_too_long_is_refused_by_name_and_the_others_go_on(tmp_path: Path) -> None:
    many = texts(tmp_path / "inbox", MANY)
    endless = "Ông Lê Văn Mẫu, Bí thư Tỉnh ủy Lào Cai, chủ trì Hội nghị. " * 60_000
    many[3][0].write_text(endless, "utf-8")
    found = list(read_files(many, workers=2, time_s=6.0))  # of processor time: a busy machine refuses no other
    assert [number for number, read in enumerate(found) if read.found is None] == [3]
    assert many[3][1] in str(found[3].error) and found[3].source


def test_a_file_that_cannot_be_read_stands_in_its_place_with_the_reason(tmp_path: Path) -> None:
    many = texts(tmp_path / "inbox", MANY)
    many[5][0].write_bytes(b"")
    found = list(read_files(many, workers=2))
    assert [number for number, read in enumerate(found) if read.error] == [5] and len(found) == MANY


def test_a_text_on_which_the_program_fails_is_refused_by_name_and_the_others_go_on(tmp_path: Path) -> None:
    many = texts(tmp_path / "inbox", 3)
    of_second = sha256(many[1][0].read_bytes()).hexdigest()

    def told(digest: str) -> None:
        if digest == of_second:
            raise IndexError

    found = list(read_files(many, workers=1, found=told))
    assert [number for number, read in enumerate(found) if read.found is None] == [1]
    assert isinstance(found[1].error, SourceRefused)
    assert many[1][1] in str(found[1].error) and many[1][1] in found[1].error.message_in("vi")


def test_an_import_of_many_texts_states_the_same_with_one_process_or_two(tmp_path: Path) -> None:
    texts(tmp_path / "inbox", MANY)
    stated = []
    for workers in (1, 2):
        versions = VersionStore(tmp_path / f"data-{workers}")
        folder = tmp_path / f"data-{workers}" / "imports"
        importer = Importer(
            versions, folder=folder, clock=lambda: datetime(2026, 1, 5, tzinfo=UTC), author="tests", workers=workers
        )
        record = importer.stage([tmp_path / "inbox"])
        change = importer.change(record.id)
        stated.append({str(quad) for quad in change.added if "/import/" not in str(quad)})
    assert stated[0] == stated[1] and stated[0]
