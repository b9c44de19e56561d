"""The Spark job on a real local cluster writes what the ordinary path makes of each text."""

import json
from pathlib import Path
from typing import Any

import pyarrow
import pytest
from pyarrow import parquet
from pyoxigraph import RdfFormat, serialize

from ingest.extracted import ExtractedFacts
from ingest.extracting import find_facts
from ingest.known import Known
from ingest.read_results import Reading
from ingest.readers import read_source
from ingest.reading import SourceReader
from tests.spark import CLUSTER, PATIENT, lines, mandate, need_spark, spark_submit

pytestmark = PATIENT
NEWS = (
    "Ngày {day}/5/2023, Ban Thường vụ Tỉnh ủy Lào Cai tổ chức Hội nghị sơ kết công tác nội chính lần {day}.\n"
    "Đồng chí Lê Văn Mẫu, Bí thư Tỉnh ủy Lào Cai chủ trì hội nghị. Hội nghị quán triệt Quy định số 67-QĐ/TW "
    "ngày 02/6/2022 của Ban Bí thư và Hướng dẫn số {day}-HD/BTCTW. Toàn quốc có 63/63 Ban Chỉ đạo cấp tỉnh.\n"
)
FOREIGN = "The committee met on Monday and agreed on the plan for the coming year.\n"


@pytest.fixture(scope="module")
def inbox(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Texts in several formats, one twice, one in an old encoding, one in another language."""
    need_spark()
    folder = tmp_path_factory.mktemp("archive") / "inbox"
    (folder / "Lào Cai").mkdir(parents=True)
    for day in range(1, 13):
        (folder / f"{day:02}.txt").write_text(NEWS.format(day=day), "utf-8")
    (folder / "Lào Cai" / "tin số 5.txt").write_text(NEWS.format(day=5), "utf-8")
    (folder / "page.html").write_text(f"<html><body><p>{NEWS.format(day=20)}</p></body></html>", "utf-8")
    (folder / "old.txt").write_bytes("Ông Lê Văn Mẫu, Bí thư Tỉnh ủy Lào Cai, dự họp.\n".encode("utf-16"))
    (folder / "foreign.txt").write_text(FOREIGN, "utf-8")
    return folder


@pytest.fixture(scope="module")
def out(inbox: Path) -> Path:
    """What the job made of them, on an executor of its own."""
    folder = inbox.parent / "out"
    ran = mandate("spark", "extract", inbox, "--out", folder, "--master", CLUSTER, "--data", inbox / "none", "--json")
    assert ran.returncode == 1, ran.stderr[-3000:]  # as one text was refused
    assert json.loads(ran.stdout) == {"texts": 14, "refused": 1, "out": str(folder)}
    return folder


def alone(path: Path) -> Reading:
    """What the ordinary path reads from a file by itself."""
    return SourceReader(Known()).read([path], {}, lambda *_: None)


def read_once(inbox: Path) -> list[Path]:
    return [p for p in sorted(inbox.rglob("*.*")) if p.name not in ("tin số 5.txt", "foreign.txt")]


def statements(reading: Reading) -> set[str]:
    quads = [quad for graph in reading.graphs for quad in graph.quads()]
    return set((serialize(quads, format=RdfFormat.N_QUADS) or b"").decode().splitlines())


def test_the_statements_of_a_text_are_those_of_an_import_of_it_alone_to_the_byte(inbox: Path, out: Path) -> None:
    wanted = [line for path in read_once(inbox) for line in statements(alone(path))]
    assert sorted(lines(out / "statements")) == sorted(wanted) and len(wanted) > 1000


def test_the_facts_are_what_mandate_extract_prints(inbox: Path, out: Path) -> None:
    told = mandate("extract", *read_once(inbox))
    found = {facts["id"]: facts for facts in map(json.loads, lines(out / "facts"))}
    assert found == {facts["id"]: facts for facts in json.loads(told.stdout)}


def test_parquet_holds_the_same_facts_in_typed_columns(out: Path) -> None:
    rows = pyarrow.concat_tables([parquet.read_table(part) for part in sorted((out / "parquet").glob("*.parquet"))])
    found = {row["id"]: without_nothing(row) for row in rows.to_pylist()}
    assert found == {f["id"]: without_nothing(f) for f in map(json.loads, lines(out / "facts"))}


def test_issues_name_what_was_refused_or_not_understood(inbox: Path, out: Path) -> None:
    wanted = [issue for p in [*read_once(inbox), inbox / "foreign.txt"] for issue in alone(p).issues]
    codes = {(i.source, i.code, i.start) for i in wanted}
    assert {(i["source"], i["code"], i["start"]) for i in map(json.loads, lines(out / "issues"))} >= codes
    assert ("foreign.txt", "not-vietnamese", None) in codes


def test_rows_of_json_lines_are_read_by_spark_submit_as_texts_named_by_their_ids(inbox: Path, out: Path) -> None:
    archive, again = inbox.parent / "archive.jsonl", inbox.parent / "again"
    rows = [{"id": f"{day:02}", "text": NEWS.format(day=day)} for day in range(1, 13)]
    archive.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
    ran = spark_submit("extract", archive, "--form", "jsonl", "--out", again, "--data", inbox / "none")
    assert ran.returncode == 0, ran.stderr[-3000:]
    there = set(lines(out / "statements"))
    made = lines(again / "statements")
    assert set(made) <= there and len(made) > 1000


def test_an_import_takes_the_facts_from_the_job(inbox: Path, out: Path) -> None:
    found = ExtractedFacts(out)
    for path in read_once(inbox):
        source = read_source(path)
        assert found.find(source.sha256) == find_facts(source.text)


def test_an_archive_that_is_not_there_is_named_without_a_traceback(tmp_path: Path) -> None:
    need_spark()
    ran = mandate("spark", "extract", tmp_path / "gone", "--out", tmp_path / "out", "--master", "local[1]")
    assert ran.returncode == 3 and "gone" in ran.stderr and "thất bại" in ran.stderr and "Traceback" not in ran.stderr


def without_nothing(value: Any) -> Any:
    """Without what is absent or empty: a typed column has it for every row."""
    if isinstance(value, dict):
        return {k: kept for k, v in value.items() if (kept := without_nothing(v)) not in (None, [], {})}
    return [without_nothing(item) for item in value] if isinstance(value, list) else value
