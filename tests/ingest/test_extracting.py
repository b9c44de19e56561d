"""Many texts are read in several processes, with the same facts in the same order."""

from datetime import UTC, datetime
from pathlib import Path

from graph_store.versions import VersionStore
from ingest.extracting import MANY, extracted
from ingest.facts import Extraction
from ingest.imports import Importer
from ingest.readers import SourceText


def texts(count: int) -> list[SourceText]:
    words = "Ngày {}/5/2023, ông Lê Văn Mẫu, Bí thư Tỉnh ủy Lào Cai dự Kỳ họp thứ {} HĐND tỉnh Lào Cai.\n"
    return [
        SourceText(f"{n}.txt", "text", "text/plain", f"{n:064x}", 1, words.format(1 + n % 28, n)) for n in range(count)
    ]


def test_several_processes_give_the_same_facts_in_the_same_order() -> None:
    many = texts(MANY + 5)
    assert list(extracted(many, workers=2)) == list(extracted(many, workers=1))


def test_a_text_that_takes_too_long_is_refused_by_name_and_the_others_go_on() -> None:
    many = texts(MANY)
    endless = "Ông Lê Văn Mẫu, Bí thư Tỉnh ủy Lào Cai, chủ trì Hội nghị. " * 60_000
    many[3] = SourceText("endless.txt", "text", "text/plain", "f" * 64, 1, endless)
    found = list(extracted(many, workers=2, time_s=3.0))
    assert [n for n, facts in enumerate(found) if not isinstance(facts, Extraction)] == [3]
    assert "endless.txt" in str(found[3])


def test_an_import_of_many_texts_states_the_same_with_one_process_or_two(tmp_path: Path) -> None:
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    for text in texts(MANY):
        (inbox / text.name).write_text(text.text, "utf-8")
    stated = []
    for workers in (1, 2):
        versions = VersionStore(tmp_path / f"data-{workers}")
        folder = tmp_path / f"data-{workers}" / "imports"
        importer = Importer(
            versions, folder=folder, clock=lambda: datetime(2026, 1, 5, tzinfo=UTC), author="tests", workers=workers
        )
        record = importer.stage([inbox])
        change = importer.change(record.id)
        stated.append({str(quad) for quad in change.added if "/import/" not in str(quad)})
    assert stated[0] == stated[1] and stated[0]
