"""Which version another server holds whole: three statements in a named graph of their own, written last."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal as Choice
from typing import cast

from pyoxigraph import Literal, NamedNode, Triple
from rdflib import DCTERMS, OWL

from graph_store.remote.binding import with_values
from graph_store.remote.connection import Connection
from graph_store.remote.results import solutions
from ontology.identifiers import BASE

Layout = Choice["default", "named"]
DATASET = NamedNode(BASE + "published")
NTRIPLES = "application/n-triples"
_HERE = Path(__file__).parent
_STAMP, _GRAPHS = ((_HERE / name).read_text("utf-8") for name in ("stamp.rq", "graphs.rq"))


@dataclass(frozen=True, slots=True)
class Stamp:
    """`layout`: all statements in the default graph, or each source's in its named graph."""

    number: int
    content_hash: str
    layout: Layout = "default"


def read_stamp(connection: Connection) -> Stamp | None:
    """The version that the server holds whole; None if there is none, or a publication broke off."""
    names = ("number", "hash", "layout")
    for row in solutions(connection, with_values(_STAMP, {"dataset": DATASET}), *names):
        number, content_hash, layout = (getattr(row[name], "value", "") for name in names)
        if number.isdigit() and layout in ("default", "named"):
            return Stamp(int(number), content_hash, cast(Layout, layout))
    return None


def write_stamp(connection: Connection, stamp: Stamp) -> None:
    """Says that the server holds the version whole."""
    told = (
        (DCTERMS.identifier, stamp.content_hash),
        (OWL.versionInfo, str(stamp.number)),
        (DCTERMS.type, stamp.layout),
    )
    lines = [f"{Triple(DATASET, NamedNode(str(term)), Literal(value))} .\n".encode() for term, value in told]
    connection.put(DATASET.value, lines, NTRIPLES)


def remove_stamp(connection: Connection) -> None:
    """Says that the server holds no version whole."""
    connection.delete(DATASET.value)


def graphs_of(connection: Connection) -> set[str]:
    """Our named graphs on the server, but for the stamp's; those of strangers are none of our business."""
    rows = solutions(connection, _GRAPHS, "graph")
    named = {term.value for row in rows if isinstance(term := row["graph"], NamedNode)}
    return {graph for graph in named if graph.startswith(BASE)} - {DATASET.value}
