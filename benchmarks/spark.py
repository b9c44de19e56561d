"""The extraction of an archive by Spark beside that of one import: `python -m benchmarks.spark N [MASTER]`.

Both read the same made-up texts as benchmarks.imports. That of an import finds the facts only; the job also makes
statements and writes both. The session's start is told apart.
"""

import argparse
import json
import os
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.imports import texts
from graph_api.cli.spark import prepare_environment
from graph_store.spark.session import spark_session
from ingest.extracting import read_files
from ingest.known import Known
from ingest.spark_job import extract_archive


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.spark")
    parser.add_argument("count", type=int, help="how many texts")
    parser.add_argument("master", nargs="?", default=f"local[{os.cpu_count()}]", help="as of `mandate spark extract`")
    arguments = parser.parse_args()
    prepare_environment()
    with tempfile.TemporaryDirectory() as folder:
        inbox, archive = Path(folder) / "inbox", Path(folder) / "archive.jsonl"
        inbox.mkdir()
        with archive.open("w", encoding="utf-8") as rows:
            for number, text in enumerate(texts(arguments.count)):
                (inbox / f"{number:07}.txt").write_text(text, "utf-8")
                rows.write(json.dumps({"id": f"{number:07}", "text": text}, ensure_ascii=False) + "\n")
        _measure_import(inbox)
        _measure_spark(archive, Path(folder) / "out", arguments.master)
    return 0


def _measure_import(inbox: Path) -> None:
    workers = os.cpu_count() or 1
    begun = time.perf_counter()
    count = sum(
        1 for read in read_files([(path, path.name) for path in sorted(inbox.iterdir())], workers) if read.found
    )
    took = time.perf_counter() - begun
    print(f"import, {workers} processes: {count:,} texts in {took:.1f} s, {count / took:.0f} a second")


def _measure_spark(archive: Path, out: Path, master: str) -> None:
    begun = time.perf_counter()
    with spark_session("benchmarks", master) as session:
        started = time.perf_counter()
        found = extract_archive(session, [str(archive)], "jsonl", str(out), known=Known(), source_class="press")
        took = time.perf_counter() - started
    statements = sum(len(part.read_bytes().splitlines()) for part in (out / "statements").glob("part-*"))
    print(
        f"Spark, {master}: started in {started - begun:.1f} s, {found.texts:,} texts and {statements:,} statements "
        f"in {took:.1f} s, {found.texts / took:.0f} a second"
    )


if __name__ == "__main__":
    sys.exit(main())
