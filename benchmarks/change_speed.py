"""A small import into graphs of growing size: `python -m benchmarks.change_speed TRIPLES… [--folder DIR]`.

What is staged, checked and published is some 1,000 facts: the next sources of a made-up country, after all that came
before them. Data folders are kept in DIR between runs. Times are medians of five imports, in seconds.
"""

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import chain, islice
from pathlib import Path

from pyoxigraph import NamedNode, Quad

from benchmarks.country_file import written
from benchmarks.national import size
from benchmarks.papers import Paper
from graph_store.versions import VersionStore
from graph_store.view import Proposal
from ingest.conformance import checker
from shapes.check import Report

_FACTS = 1_000
_RUNS = 5


def built(triples: int, folder: Path) -> tuple[VersionStore, Iterator[Paper]]:
    """The country as version 1 of a data folder, unchecked, and the sources that come after it."""
    file, sources = written(triples, folder)
    versions = VersionStore(folder / file.path.stem)
    if not versions.current_number():
        versions.stage("country", Proposal(file.graphs()))
        versions.publish("country", author="benchmarks", at=_now())
    with versions.open() as view:
        for source in sources:  # those that an earlier run published are passed over
            if not view.store.contains_named_graph(NamedNode(source.iri)):
                return versions, chain([source], sources)
    raise SystemExit("the country is told; nothing can come after it")


def changes(sources: Iterator[Paper]) -> Iterator[list[list[Quad]]]:
    """The next sources, some 1,000 facts at a time. A fact is a statement with evidence, nine tenths of the quads."""
    while True:
        found: list[list[Quad]] = []
        while sum(map(len, found)) < _FACTS * 11:
            found.append(next(sources).quads())
        yield found


def timed(versions: VersionStore, sources: list[list[Quad]], name: str) -> tuple[float, float, float, int]:
    """Seconds of staging without the check, of the check and of publishing, and how many quads came."""
    took = 0.0

    def clocked(*of_change: object) -> Report:
        nonlocal took
        begun = time.perf_counter()
        report = checker()(*of_change)  # type: ignore[arg-type]
        took = time.perf_counter() - begun
        return report

    proposal = Proposal({quads[0].graph_name.value: quads for quads in sources})  # type: ignore[union-attr]
    begun = time.perf_counter()
    staged = versions.stage(name, proposal, check=clocked)
    new = len(staged.change.added)
    between = time.perf_counter()
    versions.publish(name, author="benchmarks", at=_now())
    done = time.perf_counter()
    assert isinstance(staged.outcome, Report)
    if not staged.outcome.conforms:
        raise SystemExit(f"the made-up change is refused: {staged.outcome.violations[0]}")
    return between - begun - took, took, done - between, new


def _now() -> str:
    return datetime.now(UTC).isoformat()


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.change_speed")
    parser.add_argument("triples", type=size, nargs="+", help="quads: 100k, 1m, 10m")
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()))
    arguments = parser.parse_args()
    print(f"{'quads before':>13} {'quads new':>10} {'stage s':>8} {'check s':>8} {'publish s':>10}")
    for triples in arguments.triples:
        versions, sources = built(triples, arguments.folder)
        begun = f"{time.time():.0f}"
        runs = [timed(versions, found, f"{begun}-{n}") for n, found in enumerate(islice(changes(sources), _RUNS))]
        stage, checked, publish, new = (statistics.median(column) for column in zip(*runs, strict=True))
        print(f"{triples:>13,} {new:>10,.0f} {stage:>8.2f} {checked:>8.2f} {publish:>10.2f}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
