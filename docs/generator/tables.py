"""Which tables fill a class: read off the bundled ones, by what the rows of each state of which things."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from rdflib import RDF

from ingest.demo import reference_tables
from ingest.known import Known
from ingest.read_results import ReadGraph
from ingest.reading import SourceReader
from ontology.terms import ancestors, classes

_TYPE, _SUBJECT, _PREDICATE = str(RDF.type), str(RDF.subject), str(RDF.predicate)


@dataclass(frozen=True, slots=True)
class Filling:
    """`columns` in the order of the file; `properties` are those that its rows state of things of the class."""

    table: str
    columns: tuple[str, ...]
    properties: tuple[str, ...]


@cache
def fillings() -> dict[str, tuple[Filling, ...]]:
    """class -> what fills it, also through its sub-classes; by name of the table."""
    reading = SourceReader(Known()).read(reference_tables(), {}, lambda *_: None)
    types: dict[str, set[str]] = defaultdict(set)
    for graph in reading.graphs:
        for quad in graph.quads():
            if quad.predicate.value == _TYPE and (iri := str(getattr(quad.object, "value", ""))) in classes():
                types[str(getattr(quad.subject, "value", ""))].update(ancestors(iri))
    found: dict[str, list[Filling]] = defaultdict(list)
    for graph in sorted(reading.graphs, key=lambda g: g.source.name):
        columns = tuple(cell.strip() for cell in graph.source.text.splitlines()[0].split(","))
        stated: dict[str, set[str]] = defaultdict(set)
        for subject, path in _stated(graph):
            for class_iri in types[subject]:
                stated[class_iri].add(path)
        for class_iri, paths in stated.items():
            found[class_iri].append(Filling(graph.source.name, columns, tuple(sorted(paths))))
    return {class_iri: tuple(known) for class_iri, known in found.items()}


def _stated(graph: ReadGraph) -> set[tuple[str, str]]:
    """(subject, property) of every statement that a row is evidence of."""
    parts: dict[str, dict[str, str]] = defaultdict(dict)
    for quad in graph.quads():
        if quad.predicate.value in (_SUBJECT, _PREDICATE):
            parts[str(quad.subject)][quad.predicate.value] = str(getattr(quad.object, "value", ""))
    return {(found[_SUBJECT], found[_PREDICATE]) for found in parts.values()}
