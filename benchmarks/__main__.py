"""`make bench`: speed and size of the store, the API and Neo4j beside their peers, answers proved equal before timing.

usage: python -m benchmarks [SIZE…] [--neo4j] [--only PART…] [--folder DIR]

SIZE is how many quads of a made-up country: 100k (unless named), 1m, 10m. PART: load, chains, endpoint, publish, neo4j.

One table for each size, with what is wanted and whether it is met; and, of several sizes, how much each figure grows.
What runs in this process alone is told in processor time, so that other programs do not count; the rest by the clock.
"""

import argparse
import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from itertools import islice
from pathlib import Path
from statistics import median

from benchmarks.board import Board, Row
from benchmarks.chain_speed import Ask, asked, measure_chains, measure_question, raw, rdflib_asker
from benchmarks.change_speed import built, changes, timed
from benchmarks.country_file import CountryFile
from benchmarks.endpoint_speed import measure_endpoint
from benchmarks.load_speed import load
from benchmarks.national import size
from benchmarks.papers import Paper
from graph_store.kglite_engine import KgliteEngine
from graph_store.versions import VersionStore

_RDFLIB_TO = 1_100_000  # quads; rdflib holds a million in 2 GB and takes minutes to read them
_CHANGES = 5
_PARTS = ["load", "chains", "endpoint", "publish"]
_ALL = [*_PARTS, "neo4j"]


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks")
    parser.add_argument("sizes", type=size, nargs="*", metavar="SIZE", help="quads: 100k, 1m, 10m; 100k if none")
    parser.add_argument("--neo4j", action="store_true", help="start Neo4j servers and measure them, too")
    parser.add_argument("--folder", type=Path, help="where countries are kept between runs; else they are thrown away")
    parser.add_argument("--only", nargs="+", choices=_ALL, default=_PARTS, metavar="PART", help=", ".join(_ALL))
    arguments = parser.parse_args()
    parts = [*arguments.only, *(["neo4j"] if arguments.neo4j else [])]
    board = Board()
    try:
        for quads in arguments.sizes or [size("100k")]:
            with tempfile.TemporaryDirectory() as scratch:
                _measure(board, quads, arguments.folder or Path(scratch), Path(scratch), parts)
    finally:  # what was measured before something failed is shown
        board.show()
    return 0


def _measure(board: Board, quads: int, folder: Path, scratch: Path, parts: list[str]) -> None:
    versions, sources = built(quads, folder)
    if "load" in parts:
        _measure_load(board, quads, CountryFile(folder / f"{versions.root.name}.nq", quads), scratch)
    if "chains" in parts:
        _measure_chains(board, quads, versions)
    if "endpoint" in parts:
        measure_endpoint(board, quads, versions, scratch)
    if "neo4j" in parts:
        from benchmarks.neo4j_speed import measure_neo4j

        measure_neo4j(board, quads, versions, sources, scratch)
    if "publish" in parts:
        _measure_changes(board, quads, versions, sources)


def _measure_load(board: Board, quads: int, file: CountryFile, scratch: Path) -> None:
    peer = "pyoxigraph bulk load"
    bulk, plain, checked = (load(way, file, scratch / way) for way in ("bulk", "unchecked", "version"))
    assert bulk.content_hash == plain.content_hash == checked.content_hash, "the loads differ"
    board.add(
        quads,
        Row("validated load", checked.seconds, peer, bulk.seconds, least=0.8),
        Row("load without the check", plain.seconds, peer, bulk.seconds),
        Row("memory of the validated load", checked.megabytes, peer, bulk.megabytes, most=6_000, unit="MB"),
    )


def _measure_chains(board: Board, quads: int, versions: VersionStore) -> None:
    with versions.open() as view:
        measure_chains(board, quads, view)
        kglite = KgliteEngine(view)
        peers: dict[str, tuple[Ask, float | None]] = {
            "raw pyoxigraph": (partial(raw, view), None),
            "kglite": (partial(asked, kglite), None),
        }
        measure_question(board, quads, view, peers)
        if quads <= _RDFLIB_TO:
            measure_question(board, quads, view, {"rdflib": (rdflib_asker(view), 100)})
        else:
            board.note(f"rdflib with more than {_RDFLIB_TO:,} quads: they do not fit in 6 GB")
        kglite.close()


def _measure_changes(board: Board, quads: int, versions: VersionStore, sources: Iterator[Paper]) -> None:
    """Some 1,000 facts more, staged, checked and published; by the clock."""
    runs = [timed(versions, found, f"facts-{n}") for n, found in enumerate(islice(changes(sources), _CHANGES))]
    stage, check, publish, _ = (median(column) for column in zip(*runs, strict=True))
    board.add(quads, Row("publish 1,000 facts, check included", stage + check + publish, most=1.0))


if __name__ == "__main__":
    sys.exit(main())
