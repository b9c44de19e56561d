"""A version as a file in one of many formats; called by `mandate export` and by the API.

Statements and entities are written in a fixed order, so that equal versions give equal bytes, and one by one, so that
memory does not grow with the graph; what has to be sorted or gathered first waits on disk.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import IO

from pyoxigraph import DefaultGraph, Quad, RdfFormat, Store, Triple, serialize

from graph_store.export_entities import write_entities
from graph_store.export_graphml import write_graphml
from graph_store.export_parquet import write_parquet
from graph_store.export_tables import write_csv
from graph_store.neo4j.bulk_files import write_bulk_folder, write_bulk_zip
from graph_store.progress import Progress, counted, silent
from graph_store.sorted_quads import each_once, every_quad_in_order, in_order
from graph_store.view import View
from ontology.errors import NotFound, one_of
from ontology.terms import PREFIXES

Writer = Callable[[View, IO[bytes], Progress], None]
FolderWriter = Callable[[View, Path, Progress], None]


@dataclass(frozen=True, slots=True)
class ExportFormat:
    """`keeps_graphs` says that each statement is written with its named graph, i.e. its source.

    Such a format loses nothing: read again, it gives an equal graph. `rdf_format` is None for what is not RDF.
    `write_folder` fills an empty folder with the files that `write` packs into one; None where there is one file.
    """

    name: str
    media_type: str
    ending: str
    write: Writer
    rdf_format: RdfFormat | None = None
    keeps_graphs: bool = False
    write_folder: FolderWriter | None = None


def _rdf(name: str, media_type: str, ending: str, form: RdfFormat, *, keeps_graphs: bool) -> ExportFormat:
    def write(view: View, output: IO[bytes], told: Progress) -> None:
        statements = _quads(view, told) if keeps_graphs else _triples(view, told)
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
            ExportFormat("neo4j-bulk", "application/zip", "neo4j.zip", write_bulk_zip, write_folder=write_bulk_folder),
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


def export(view: View, name: str, output: IO[bytes], progress: Progress | None = None) -> None:
    """Writes the whole version to `output`; formats of RDF without named graphs get the union of all of them.

    Raises  NotFound for a format that is not written, StoreUnavailable if a library that it needs is not installed.
    """
    export_format(name).write(view, output, progress or silent)


def _quads(view: View, told: Progress) -> Iterator[Quad]:
    """All quads, graph by graph."""
    return counted(_by_graph(view.store), told, view.size(), "")


def _by_graph(store: Store) -> Iterator[Quad]:
    for graph in (DefaultGraph(), *sorted(store.named_graphs(), key=str)):
        yield from in_order(store.quads_for_pattern(None, None, None, graph))


def _triples(view: View, told: Progress) -> Iterator[Triple]:
    """Each statement once, subject by subject."""
    ordered = every_quad_in_order(view, told)
    yield from (quad.triple for quad in each_once(ordered, lambda quad: quad.triple))
