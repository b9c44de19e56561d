"""A version as a file in a format of RDF; called by `mandate export` and by the API.

Quads are written in order of graph, subject, predicate and object, so that equal versions give equal bytes.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import IO

from pyoxigraph import DefaultGraph, Quad, RdfFormat, Store, Triple, serialize

from ontology.errors import NotFound, one_of
from ontology.terms import PREFIXES


@dataclass(frozen=True, slots=True)
class ExportFormat:
    """`keeps_graphs` says that each statement is written with its named graph, i.e. its source."""

    name: str
    media_type: str
    ending: str
    keeps_graphs: bool
    rdf_format: RdfFormat


FORMATS: Mapping[str, ExportFormat] = MappingProxyType(
    {
        form.name: form
        for form in (
            ExportFormat("nquads", "application/n-quads", "nq", True, RdfFormat.N_QUADS),
            ExportFormat("trig", "application/trig", "trig", True, RdfFormat.TRIG),
            ExportFormat("turtle", "text/turtle", "ttl", False, RdfFormat.TURTLE),
            ExportFormat("ntriples", "application/n-triples", "nt", False, RdfFormat.N_TRIPLES),
            ExportFormat("jsonld", "application/ld+json", "jsonld", True, RdfFormat.JSON_LD),
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
    """Writes the whole store to `output`; formats without named graphs get the union of all of them.

    Raises  NotFound for a format that is not written.
    """
    form = export_format(name)
    statements = _quads(store) if form.keeps_graphs else _triples(store)
    serialize(statements, output, form.rdf_format, prefixes=PREFIXES)


def _quads(store: Store) -> Iterator[Quad]:
    """All quads, graph by graph, so that no more than one graph is held in memory."""
    for graph in (DefaultGraph(), *sorted(store.named_graphs(), key=str)):
        yield from sorted(store.quads_for_pattern(None, None, None, graph), key=_order)


def _triples(store: Store) -> Iterator[Triple]:
    """Each statement once, subject by subject."""
    subjects = {quad.subject for quad in store.quads_for_pattern(None, None, None, None)}
    for subject in sorted(subjects, key=str):
        same = {quad.triple for quad in store.quads_for_pattern(subject, None, None, None)}
        yield from sorted(same, key=_order)


def _order(statement: Quad | Triple) -> tuple[str, str, str]:
    return str(statement.subject), str(statement.predicate), str(statement.object)
