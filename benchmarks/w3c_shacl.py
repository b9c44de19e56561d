"""The W3C SHACL test suite through the door to our engine, beside pySHACL: `python -m benchmarks.w3c_shacl DIR`.

DIR holds the suite's manifest.ttl. Prints how many tests of each folder pass, and the names of those that do not.
A test passes if the report has the results that are expected: focus node, path, value, shape, severity and component.
Ends with 1 if other tests fail for us than DEVIATIONS names. tests/benchmarks/test_w3c_shacl.py asks the same of every
test by its name, where W3C_SHACL_TESTS names the folder.
"""

import argparse
import logging
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pyshacl
import rdflib
from rdflib import RDF, SH, BNode, Graph, Namespace, URIRef
from rdflib.term import Node
from rich.console import Console
from rich.table import Table

from ontology.errors import MandateGraphError
from shapes.check import compiled, validated

MF = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
SHT = Namespace("http://www.w3.org/ns/shacl-test#")
_TOLD = (
    SH.focusNode,
    SH.resultPath,
    SH.value,
    SH.sourceShape,
    SH.resultSeverity,
    SH.sourceConstraintComponent,
)
# What we fail and why. The reference is pySHACL: where it reads the specification otherwise, so do we.
DEVIATIONS = {
    "core/property/uniqueLang-002": 'sh:uniqueLang "1"^^xsd:boolean is taken for true, as rdflib and pySHACL take it; '
    "the suite wants it ignored. Shapes of our own and of users that write true are not concerned.",
}
_PATHS = (SH.inversePath, SH.alternativePath, SH.zeroOrMorePath, SH.oneOrMorePath, SH.zeroOrOnePath)
Engine = Callable[[Graph, Graph], Graph]  # data, shapes -> report
Results = tuple[str, Counter[tuple[str, ...]]]  # conforms, and each result


@dataclass(frozen=True, slots=True)
class Case:
    """`expected` is None where the suite wants a failure, not a report."""

    folder: str
    name: str
    data: Path
    shapes: Path
    expected: Results | None

    @property
    def path(self) -> str:
        """What the test is called by: core/property/uniqueLang-002."""
        return f"{self.folder}/{self.name}"


def cases(manifest: Path, root: Path) -> Iterator[Case]:
    """Every test below a manifest."""
    graph = _parsed(manifest)
    for included in sorted(graph.objects(None, MF.include), key=str):
        yield from cases(_path(included), root)
    for entries in graph.objects(None, MF.entries):
        for entry in graph.items(entries):
            action, result = graph.value(entry, MF.action), graph.value(entry, MF.result)
            data, shapes = (_path(graph.value(action, p)) for p in (SHT.dataGraph, SHT.shapesGraph))
            expected = None if result == SHT.Failure or result is None else _told(graph, result)
            folder = manifest.parent.relative_to(root).as_posix()
            yield Case(folder, str(entry).rsplit("/", 1)[-1], data, shapes, expected)


def ours(data: Graph, shapes: Graph) -> Graph:
    """The report of the engine that the product uses."""
    return validated(compiled(shapes), data.serialize(format="nt"))


def reference(data: Graph, shapes: Graph) -> Graph:
    """The report of pySHACL."""
    _, report, text = pyshacl.validate(data, shacl_graph=shapes, advanced=True)
    if not isinstance(report, Graph):
        raise ValueError(text)  # how pySHACL gives a failure back
    return report


def passes(case: Case, engine: Engine) -> bool:
    """Whether the engine gives the expected results, or fails where a failure is expected."""
    try:
        report = engine(_parsed(case.data), _parsed(case.shapes))
    except (MandateGraphError, pyshacl.errors.ValidationFailure, ValueError, NotImplementedError):
        return case.expected is None
    node = report.value(predicate=RDF.type, object=SH.ValidationReport)
    return case.expected is not None and node is not None and _told(report, node) == case.expected


def _told(graph: Graph, report: Node) -> Results:
    """What the suite compares of a report. Blank nodes have no name that means anything outside their graph."""
    results = Counter(
        tuple(_written(graph, graph.value(result, predicate)) for predicate in _TOLD)
        for result in graph.objects(report, SH.result)
    )
    return _written(graph, graph.value(report, SH.conforms)), results


def _written(graph: Graph, term: Node | None) -> str:
    """The term; of a path what it is made of, of any other blank node that it is one."""
    if not isinstance(term, BNode):
        return str(term)
    if (term, RDF.first, None) in graph:
        return "(" + " ".join(_written(graph, item) for item in graph.items(term)) + ")"
    parts = ((p, o) for p, o in graph.predicate_objects(term) if p in _PATHS)
    return ", ".join(f"{p} {_written(graph, o)}" for p, o in sorted(parts, key=str)) or "_"


def _parsed(path: Path) -> Graph:
    graph = Graph()
    graph.parse(path, format="turtle", publicID=path.absolute().as_uri())
    return graph


def _path(iri: Node | None) -> Path:
    assert isinstance(iri, URIRef)
    return Path(iri.removeprefix("file://"))


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.w3c_shacl")
    parser.add_argument("suite", type=Path, help="the folder with the suite's manifest.ttl")
    rdflib.NORMALIZE_LITERALS = False  # "none"^^xsd:boolean must stay what it is
    logging.disable(logging.CRITICAL)  # the suite has literals that are none, and shapes that engines warn of
    suite: Path = parser.parse_args().suite.absolute()
    engines: dict[str, Engine] = {"ours": ours, "pySHACL": reference}
    every = list(cases(suite / "manifest.ttl", suite))
    failed = {name: [case for case in every if not passes(case, engine)] for name, engine in engines.items()}
    table = Table("tests", *(f"{name} passes" for name in engines), "of")
    count = Counter(case.folder for case in every)
    for folder in sorted(count):
        passed = (count[folder] - sum(case.folder == folder for case in failed[name]) for name in engines)
        table.add_row(folder, *map(str, passed), str(count[folder]))
    table.add_row("all", *(str(len(every) - len(failed[name])) for name in engines), str(len(every)))
    console = Console()
    console.print(table)
    for name, lost in failed.items():
        console.print(f"{name} fails: " + (", ".join(case.path for case in lost) or "none"))
    for path, reason in DEVIATIONS.items():
        console.print(f"meant: {path}: {reason}")
    return int({case.path for case in failed["ours"]} != set(DEVIATIONS))


if __name__ == "__main__":
    sys.exit(main())
