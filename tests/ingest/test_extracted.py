"""An import takes the facts that a Spark job found, where they are of the same bytes and the same program."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pyoxigraph import Quad

from graph_store.versions import VersionStore
from ingest import extracting
from ingest.extracted import ExtractedFacts, as_line
from ingest.extracting import TextFacts, find_facts
from ingest.imports import Importer
from ingest.readers import read_source
from ontology.errors import SourceError, SourceMalformed, SourceRefused, SourceUnreadable

TEXTS = (
    "Ngày 4/5/2023, đồng chí Lê Văn Mẫu, Bí thư Tỉnh ủy Lào Cai chủ trì hội nghị về Quy định số 67-QĐ/TW.\n",
    "Toàn quốc đã có 63/63 Ban Chỉ đạo phòng, chống tham nhũng, tiêu cực cấp tỉnh được thành lập.\n",
    "Hội nghị quán triệt Quy định số 67-QĐ/TW ngày 02/6/2022 của Ban Bí thư.\n",
)


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "inbox"
    folder.mkdir()
    for number, text in enumerate(TEXTS):
        (folder / f"{number}.txt").write_text(text, "utf-8")
    return folder


def readings(out: Path, *paths: Path) -> Path:
    (out / "readings").mkdir(parents=True)
    sources = [read_source(path) for path in paths]
    told = "".join(as_line(source.sha256, find_facts(source.text)) + "\n" for source in sources)
    (out / "readings" / "part-00000.txt").write_text(told, "utf-8")
    return out


def staged(data: Path, inbox: Path, extracted: ExtractedFacts | None) -> set[Quad]:
    noon = datetime(2026, 1, 5, 12, tzinfo=UTC)
    importer = Importer(VersionStore(data), folder=data / "imports", clock=lambda: noon, author="tests")
    record = importer.stage([inbox], extracted=extracted)
    return {quad for quad in importer.change(record.id).added if "/import/" not in str(quad)}


def test_an_import_with_the_facts_of_a_job_equals_one_that_finds_them(inbox: Path, tmp_path: Path) -> None:
    some = ExtractedFacts(readings(tmp_path / "out", inbox / "0.txt", inbox / "2.txt"))
    assert staged(tmp_path / "a", inbox, some) == staged(tmp_path / "b", inbox, None)


def test_texts_that_the_job_read_are_not_read_again(
    inbox: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def told(text: str, published: str | None) -> TextFacts:
        asked.append(text)
        return find_facts(text, published)

    monkeypatch.setattr(extracting, "find_facts", told)
    staged(tmp_path / "a", inbox, ExtractedFacts(readings(tmp_path / "out", inbox / "0.txt", inbox / "2.txt")))
    assert asked == [TEXTS[1]]


@pytest.mark.parametrize("path", range(len(TEXTS)))
def test_facts_come_back_as_they_were(inbox: Path, tmp_path: Path, path: int) -> None:
    source = read_source(inbox / f"{path}.txt")
    found = ExtractedFacts(readings(tmp_path / "out", inbox / f"{path}.txt")).find(source.sha256)
    assert found == find_facts(source.text) and found.facts.bodies


def test_facts_of_another_program_are_refused(inbox: Path, tmp_path: Path) -> None:
    part = readings(tmp_path / "out", inbox / "0.txt") / "readings" / "part-00000.txt"
    part.write_text(json.dumps({**json.loads(part.read_text("utf-8")), "program": "other"}) + "\n", "utf-8")
    with pytest.raises(SourceRefused, match="another edition"):
        ExtractedFacts(tmp_path / "out")


@pytest.mark.parametrize(
    ("line", "error"),
    [
        (None, SourceUnreadable),
        ("no JSON\n", SourceMalformed),
        ('{"sha256": 1}\n', SourceMalformed),
        ("[]\n", SourceMalformed),
    ],
)
def test_a_folder_that_no_job_wrote_is_named(tmp_path: Path, line: str | None, error: type[SourceError]) -> None:
    (tmp_path / "readings").mkdir()
    if line is not None:
        (tmp_path / "readings" / "part-0").write_text(line, "utf-8")
    with pytest.raises(error):
        ExtractedFacts(tmp_path)
