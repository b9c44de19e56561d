"""A version as a file in one of many formats; called by `mandate export` and by the API.

Statements and entities are written in a fixed order, so that equal versions give equal bytes, and one by one, so that
memory does not grow with the graph; what has to be sorted or gathered first waits on disk.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import IO

from pyoxigraph import DefaultGraph, Quad, RdfFormat, Store, Triple, serialize

from graph_store.export_entities import write_entities
from graph_store.export_graphml import write_graphml
from graph_store.export_parquet import write_parquet
from graph_store.export_tables import write_csv
from graph_store.sorted_quads import each_once, in_order
from ontology.errors import NotFound, one_of
from ontology.terms import PREFIXES

Writer = Callable[[Store, IO[bytes]], None]


@dataclass(frozen=True, slots=True)
class ExportFormat:
    """`keeps_graphs` says that each statement is written with its named graph, i.e. its source.

    Such a format loses nothing: read again, it gives an equal graph. `rdf_format` is None for what is not RDF.
    """

    name: str
    media_type: str
    ending: str
    write: Writer
    rdf_format: RdfFormat | None = None
    keeps_graphs: bool = False


def _rdf(name: str, media_type: str, ending: str, form: RdfFormat, *, keeps_graphs: bool) -> ExportFormat:
    def write(store: Store, output: IO[bytes]) -> None:
        statements = _quads(store) if keeps_graphs else _triples(store)
        serialize(statements, output, form, prefixes=PREFIXES)

    return ExportFormat(name, media_type, ending, write, form, keeps_graphs)


FORMATS: Mapping[str, ExportFormat] = MappingProxyType(
    {
        form.name: form
        for form in (
            _rdf("nquads", "application/n-quads", "nq", RdfFormat.N_QUADS, keeps_graphs=True),
            _rdf("trig", "application/trig", "trig", RdfFormat.TRIG, keeps_graphs=True),
            _rdf("turtle", "text/turtle", "ttl", RdfFormat.TURTLE, keeps_graphs=False),
            _rdf("ntriples", "application/n-triples", "nt", RdfFormat.N_TRIPLES, keeps_graphs=False),
            _rdf("jsonld", "application/ld+json", "jsonld", RdfFormat.JSON_LD, keeps_graphs=True),
            ExportFormat("jsonl", "application/jsonl", "jsonl", write_entities),
            ExportFormat("csv", "application/zip", "csv.zip", write_csv),
            ExportFormat("parquet", "application/zip", "parquet.zip", write_parquet),
            ExportFormat("graphml", "application/graphml+xml", "graphml", write_graphml),
        )
    }
)


def export_format(name: str) -> ExportFormat:
    """Raises NotFound for a format that is not written."""
    try:
        return FORMATS[name]
    except KeyError:
        raise NotFound(
            f"no export format {name[:40]!r}", message_vi=f"không có định dạng xuất {name[:40]!r}", **one_of(FORMATS)
        ) from None


def export(store: Store, name: str, output: IO[bytes]) -> None:
    """Writes the whole store to `output`; formats of RDF without named graphs get the union of all of them.

    Raises  NotFound for a format that is not written, StoreUnavailable if a library that it needs is not installed.
    """
    export_format(name).write(store, output)


def _quads(store: Store) -> Iterator[Quad]:
    """All quads, graph by graph."""
    for graph in (DefaultGraph(), *sorted(store.named_graphs(), key=str)):
        yield from in_order(store.quads_for_pattern(None, None, None, graph))


def _triples(store: Store) -> Iterator[Triple]:
    """Each statement once, subject by subject."""
    ordered = in_order(store.quads_for_pattern(None, None, None, None))
    yield from (quad.triple for quad in each_once(ordered, lambda quad: quad.triple))
