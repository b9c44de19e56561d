"""Whether another SPARQL server holds exactly what a version holds: both read in order, statement by statement."""

import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from pyoxigraph import NamedNode, Quad, RdfFormat, Store, Triple, parse

from graph_store.remote.address import Endpoint
from graph_store.remote.connection import Connection
from graph_store.remote.publish import filled_graphs
from graph_store.remote.spelling import as_kept
from graph_store.remote.stamp import DATASET, NTRIPLES, Stamp, graphs_of, read_stamp
from graph_store.sorted_quads import each_once, in_order
from graph_store.view import View
from ontology.errors import StoreError

_SHOWN = 5  # examples of each kind


@dataclass(slots=True)
class Comparison:
    """`missing` statements are of the version alone, `extra` ones of the server alone; the first are in `examples`."""

    wanted: Stamp
    held: Stamp | None
    compared: int = 0
    missing: int = 0
    extra: int = 0
    examples: list[str] = field(default_factory=list)

    @property
    def equal(self) -> bool:
        return not self.missing and not self.extra and self.held == self.wanted


def verify(endpoint: Endpoint, view: View, *, timeout_s: float = 3600.0) -> Comparison:
    """What differs in meaning. Named graphs whose IRI is none of ours are strangers' and not looked at."""
    with closing(Connection(endpoint, timeout_s)) as connection:
        held = read_stamp(connection)
        layout = held.layout if held else "default"
        found = Comparison(Stamp(view.number, view.content_hash, layout), held)
        if layout == "default":
            _compare(connection, None, view.store, found)
            return found
        for graph in sorted({*filled_graphs(view), *graphs_of(connection)}):
            _compare(connection, graph, view.store, found)
        return found


def _compare(connection: Connection, graph: str | None, store: Store, found: Comparison) -> None:
    named = NamedNode(graph) if graph else None
    ours = _triples(store.quads_for_pattern(None, None, None, named))
    with _fetched(connection, graph) as quads:
        theirs = _triples(as_kept(quad) for quad in quads if quad.subject != DATASET)
        left, right = next(ours, None), next(theirs, None)
        while left or right:
            if left and right and left == right:
                found.compared += 1
                left, right = next(ours, None), next(theirs, None)
            elif right is None or (left is not None and _key(left) < _key(right)):
                found.missing += 1
                _show(found, f"- {left}")
                left = next(ours, None)
            else:
                found.extra += 1
                _show(found, f"+ {right}")
                right = next(theirs, None)


def _triples(quads: Iterator[Quad]) -> Iterator[Triple]:
    """Each statement once, in order."""
    yield from (quad.triple for quad in each_once(in_order(quads), lambda quad: quad.triple))


def _key(triple: Triple) -> tuple[str, str, str]:
    return str(triple.subject), str(triple.predicate), str(triple.object)


def _show(found: Comparison, example: str) -> None:
    if len(found.examples) < 2 * _SHOWN:
        found.examples.append(example)


@contextmanager
def _fetched(connection: Connection, graph: str | None) -> Iterator[Iterator[Quad]]:
    """The statements of a graph of the server, kept on disk meanwhile."""
    with tempfile.TemporaryDirectory(prefix="mandate-remote-") as folder:
        path = Path(folder) / "graph.nt"
        with connection.reading(graph, NTRIPLES) as parts, path.open("wb") as file:
            file.writelines(parts)
        try:
            yield parse(path=str(path), format=RdfFormat.N_TRIPLES)
        except SyntaxError as error:
            url = connection.endpoint.graphs_url
            raise StoreError(
                f"what {url} gives is no N-Triples: {error}",
                message_vi=f"{url} trả về dữ liệu không phải N-Triples: {error}",
                hint="is it the address of a SPARQL 1.1 Graph Store Protocol?",
                hint_vi="đó có phải địa chỉ theo SPARQL 1.1 Graph Store Protocol không?",
            ) from error
