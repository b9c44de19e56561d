"""What an import proposes to the version store: graphs to replace, and the record of the import as a resource."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from pyoxigraph import Literal, NamedNode, Quad, Store
from rdflib import RDF

from graph_store.staging import lines_of, stored_lines
from ingest.expectations import Found
from ingest.read_results import ReadGraph, Reading
from ingest.records import FileOutcome, ImportRecord, Status
from ingest.source_graph import text_literal
from ontology.identifiers import entity_iri
from ontology.terms import MG

LOG_GRAPH = entity_iri("import", "log")
_DATETIME = NamedNode("http://www.w3.org/2001/XMLSchema#dateTime")


class ChangedGraphs(Mapping[str, Sequence[Quad]]):
    """The named graphs that change, each with all its new quads, read when they are asked for.

    A table supersedes an older one of its file name, whose graph goes.
    """

    def __init__(self, base: Store, graphs: Iterable[ReadGraph]) -> None:
        self._graphs: dict[str, ReadGraph | None] = {}
        for graph in graphs:
            there = lines_of(base.quads_for_pattern(None, None, None, NamedNode(graph.iri)))
            if not there or there != stored_lines(graph.quads()):
                self._graphs[graph.iri] = graph
            if graph.source.form == "table":
                self._graphs |= dict.fromkeys(_older_editions(base, graph))

    def __getitem__(self, iri: str) -> Sequence[Quad]:
        graph = self._graphs[iri]
        return graph.quads() if graph else []

    def __contains__(self, iri: object) -> bool:
        return iri in self._graphs  # the mapping's own would read the graph

    def __iter__(self) -> Iterator[str]:
        return iter(self._graphs)

    def __len__(self) -> int:
        return len(self._graphs)


def _older_editions(base: Store, graph: ReadGraph) -> list[str]:
    name, kind = text_literal(graph.source.name), text_literal(graph.source.media_type)
    named = base.quads_for_pattern(None, NamedNode(str(MG.fileName)), name, None)
    own = [q.subject for q in named if q.subject == q.graph_name and isinstance(q.subject, NamedNode)]
    tables = [s for s in own if Quad(s, NamedNode(str(MG.mediaType)), kind, s) in base]
    return sorted(s.value for s in tables if s.value != graph.iri)


def outcomes(reading: Reading, unchanged: set[str]) -> tuple[FileOutcome, ...]:
    same = {g.source.sha256 for g in reading.graphs if g.iri in unchanged}
    outcomes = (replace(o, status="unchanged") if o.sha256 in same else o for o in reading.outcomes)
    return tuple(sorted(outcomes, key=lambda outcome: outcome.name))


def empty_status(reading: Reading) -> Status:
    return "unchanged" if reading.graphs else "refused"


def log_quads(record: ImportRecord, graphs: Sequence[ReadGraph]) -> list[Quad]:
    """The import as a resource: when, by whom, from which sources; these stay described when others supersede them."""
    run, graph = NamedNode(entity_iri("import", record.id)), NamedNode(LOG_GRAPH)
    facts: list[tuple[str, NamedNode | Literal]] = [
        (str(RDF.type), NamedNode(str(MG.Import))),
        (str(MG.importedAt), Literal(record.created_at, datatype=_DATETIME)),
        (str(MG.importedBy), Literal(record.author)),
        *((str(MG.imported), NamedNode(source.iri)) for source in graphs),
    ]
    descriptions = [quad for read in graphs for quad in read.description()]
    return [
        *(Quad(run, NamedNode(predicate), value, graph) for predicate, value in facts),
        *(Quad(q.subject, q.predicate, q.object, graph) for q in descriptions),
    ]


def found_in(record: ImportRecord, reading: Reading, quads: int) -> Found:
    """What an import brought, as expectations ask it; `quads` is what the version before held."""
    entities: Counter[str] = Counter()
    for outcome in record.files:
        entities.update(outcome.facts)
    refused = sum(outcome.status == "refused" for outcome in record.files)
    return Found(entities, reading.coverage.rules, refused, record.issues, record.removed, quads)
