"""`make bench`: the main job and one chain question on every engine, as medians, answers proved equal before timing.

usage: python -m benchmarks [--texts DIR] [--neo4j]      DIR holds *.txt to import beside the bundled graph
"""

import argparse
import os
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TypeVar

from pyoxigraph import RdfFormat, Triple, serialize
from rdflib import Graph, URIRef
from rich.console import Console
from rich.table import Table

from graph_store.chain_reader import Reader
from graph_store.chains import trace
from graph_store.engine import Engine
from graph_store.entities import LabelIndex
from graph_store.kglite_engine import KgliteEngine
from graph_store.neo4j.address import Address
from graph_store.neo4j.engine import Neo4jEngine
from graph_store.neo4j.server import start, stop
from graph_store.neo4j.sync import sync
from graph_store.oxigraph_engine import SparqlEngine
from graph_store.versions import VersionStore, View
from ingest.demo import reference_tables, sample_texts
from ingest.imports import Importer
from queries.catalog import question

T = TypeVar("T")
_RUNS = 30
_DAY = date(2023, 3, 31)
_QUESTION, _DOCUMENT = "mandate_chain", "document/25-hd-bcdtw-2022-08-01"


class Report:
    """Rows of the printed table."""

    def __init__(self) -> None:
        self.rows: list[tuple[str, str, str]] = []

    def time(self, what: str, seconds: float, note: str = "") -> None:
        self.rows.append((what, f"{seconds * 1000:,.1f} ms", note))

    def show(self) -> None:
        table = Table("what", "median or single time", "of what, or ratio")
        for row in self.rows:
            table.add_row(*row)
        Console().print(table)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks")
    parser.add_argument("--texts", type=Path, help="a folder of texts to import, too")
    parser.add_argument("--neo4j", action="store_true", help="start a Neo4j server and measure it, too")
    arguments = parser.parse_args()
    report = Report()
    with tempfile.TemporaryDirectory() as folder:
        versions = _build(Path(folder), arguments.texts, report)
        with versions.open() as view:
            _measure_questions(view, report)
        if arguments.neo4j:
            _measure_neo4j(Path(folder), versions, report)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    report.rows.append(("peak memory of this process", f"{memory:.0f} MB", ""))
    report.show()
    return 0


def _build(folder: Path, texts: Path | None, report: Report) -> VersionStore:
    versions = VersionStore(folder)
    importer = Importer(versions, folder=folder / "imports", clock=lambda: datetime.now(UTC), author="benchmarks")
    jobs = [("reference tables", reference_tables()), ("two sample texts", sample_texts())]
    jobs += [(text.name, [text]) for text in sorted(texts.glob("*.txt"))] if texts else []
    for name, paths in jobs:
        begun = time.perf_counter()
        record = importer.stage(paths)
        staged = time.perf_counter()
        importer.publish(record.id)
        report.time(f"stage {name}, checked", staged - begun, f"{record.added:,} quads")
        report.time(f"publish {name}", time.perf_counter() - staged)
    return versions


def _measure_questions(view: View, report: Report) -> None:
    sparql = SparqlEngine(view)
    begun = time.perf_counter()
    cypher = KgliteEngine(view)
    report.time("build the kglite projection", time.perf_counter() - begun, f"{len(view.store):,} quads")
    expected = _answer(sparql)
    assert expected and expected == _answer(cypher), "the engines disagree"
    base = _median(lambda: _answer(sparql))
    report.time(f"{_QUESTION} on Oxigraph", base, "1.0 x")
    report.time(f"{_QUESTION} on kglite", k := _median(lambda: _answer(cypher)), f"{k / base:.1f} x")
    graph = _rdflib(view)
    report.time(f"{_QUESTION} on rdflib", r := _median(lambda: _ask_rdflib(graph), 3), f"{r / base:.1f} x")
    reader, person = Reader(view.store), LabelIndex(view.store).resolve("Phương Thị Thanh")
    chain = _median(lambda: trace(reader, person, at=_DAY))
    report.time("trace of a person, warm", chain, f"{chain / base:.1f} x")
    sparql.close()
    cypher.close()


def _measure_neo4j(folder: Path, versions: VersionStore, report: Report) -> None:
    cache = Path(__file__).parent.parent / ".cache"
    begun = time.perf_counter()
    server = start(folder / "neo4j", cache, java_home=os.environ.get("JAVA_HOME", ""))
    report.time("start Neo4j", time.perf_counter() - begun)
    try:
        address = Address(server.uri)
        for what, number in (("load version 1", 1), ("sync by difference", None)):
            begun = time.perf_counter()
            sent = sync(address, versions, number)
            note = f"{sent.nodes:,} nodes, {sent.relationships:,} relationships"
            report.time(f"Neo4j: {what}", time.perf_counter() - begun, note)
        with versions.open() as view:
            engine = Neo4jEngine(address, view)
            sparql = SparqlEngine(view)
            assert _answer(engine) == _answer(sparql), "the engines disagree"
            base = _median(lambda: _answer(sparql))
            report.time(f"{_QUESTION} on Neo4j over Bolt", n := _median(lambda: _answer(engine)), f"{n / base:.1f} x")
            engine.close()
    finally:
        stop(folder / "neo4j")


def _answer(engine: Engine) -> list[tuple[object, ...]]:
    ready = question(_QUESTION)
    return [*engine.answer(ready, ready.bind({"document": _DOCUMENT}, today=_DAY)).rows]


def _rdflib(view: View) -> Graph:
    triples = {Triple(q.subject, q.predicate, q.object) for q in view.store}
    graph = Graph()
    graph.parse(data=serialize(triples, format=RdfFormat.N_TRIPLES), format="nt")
    return graph


def _ask_rdflib(graph: Graph) -> object:
    ready = question(_QUESTION)
    bound = ready.bind({"document": _DOCUMENT}, today=_DAY)
    return list(graph.query(ready.sparql, initBindings={name: URIRef(str(value)) for name, value in bound.items()}))


def _median(work: Callable[[], T], runs: int = _RUNS) -> float:
    times = []
    for _ in range(runs):
        begun = time.perf_counter()
        work()
        times.append(time.perf_counter() - begun)
    return statistics.median(times)


if __name__ == "__main__":
    sys.exit(main())
