"""A version sent to another SPARQL server by the Graph Store Protocol."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad, Triple
from rdflib import DCTERMS

from graph_store.remote.address import Endpoint
from graph_store.remote.binding import with_values
from graph_store.remote.connection import Connection
from graph_store.remote.results import solutions
from graph_store.remote.stamp import NTRIPLES, Layout, Stamp, graphs_of, read_stamp, remove_stamp, write_stamp
from graph_store.versions import VersionStore
from graph_store.view import View
from ontology.errors import NotFound, StoreUnavailable
from ontology.identifiers import BASE

Progress = Callable[[int, int, str], None]
_UNION = (Path(__file__).parent / "union.rq").read_text("utf-8")
_PROBE = NamedNode(BASE + "probe")
_LINES = 2_000  # statements a part of a request


@dataclass(frozen=True, slots=True)
class Published:
    """`graphs` were replaced and `removed` taken away; not `full` if only what differs was sent."""

    number: int
    graphs: int
    removed: int
    full: bool


def publish(
    endpoint: Endpoint,
    versions: VersionStore,
    number: int | None = None,
    *,
    layout: Layout = "default",
    full: bool = False,
    timeout_s: float = 3600.0,
    progress: Progress | None = None,
) -> Published:
    """Makes the server hold version `number` (the current one if None).

    Takes   `layout` default: all statements in the default graph, which is replaced in one request; any server answers
            the ready questions then. named: the statements of each source in its named graph, for servers whose
            default graph is the union of all; where the server holds another version of this folder in that layout,
            only the graphs that differ are sent. Graphs of strangers stay. `full` sends everything, whatever the server
            is said to hold: what others changed there is mended.
    Raises  StoreUnavailable, StoreError; a server whose default graph is no union is left as it is. The server bears no
            stamp until all is sent, and the next publication mends what is half done.
    """
    told = progress or (lambda done, total, name: None)
    with versions.open(number) as view, closing(Connection(endpoint, timeout_s)) as connection:
        held = read_stamp(connection)
        stamp = Stamp(view.number, view.content_hash, layout)
        if held == stamp and not full:
            return Published(view.number, 0, 0, full=False)
        if layout == "named":
            _require_union(connection)
        known = _changed_since(versions, held, view.number) if layout == "named" and not full else None
        remove_stamp(connection)
        if layout == "default":
            done = _send_all(connection, view, told)
        else:
            if held and held.layout == "default":
                connection.put(None, (), NTRIPLES)
            done = _send_graphs(connection, view, known, told)
        write_stamp(connection, stamp)
        return done


def _require_union(connection: Connection) -> None:
    """Raises StoreUnavailable if a statement in a named graph is not seen in the server's default graph."""
    line = f"{Triple(_PROBE, NamedNode(str(DCTERMS.type)), Literal('probe'))} .\n"
    connection.put(_PROBE.value, [line.encode()], NTRIPLES)
    try:
        seen = list(solutions(connection, with_values(_UNION, {"probe": _PROBE})))
    finally:
        connection.delete(_PROBE.value)
    if not seen:
        raise StoreUnavailable(
            f"the default graph at {connection.endpoint.query_url} is not the union of the named graphs",
            message_vi=f"đồ thị mặc định tại {connection.endpoint.query_url} không phải hợp của các đồ thị có tên",
            hint="set the server so, e.g. tdb2:unionDefaultGraph of Fuseki, or publish with --layout default",
            hint_vi="đặt máy chủ như vậy, ví dụ tdb2:unionDefaultGraph của Fuseki, hoặc gửi với --layout default",
        )


def _changed_since(versions: VersionStore, held: Stamp | None, number: int) -> set[str] | None:
    """The graphs that differ from what the server holds; None if that is no version of this folder in named graphs."""
    if held is None or held.layout != "named":
        return None
    try:
        with versions.open(held.number) as view:
            if view.content_hash != held.content_hash:
                return None
    except NotFound:
        return None
    change = versions.diff(held.number, number)
    return {q.graph_name.value for q in (*change.added, *change.removed) if isinstance(q.graph_name, NamedNode)}


def _send_all(connection: Connection, view: View, told: Progress) -> Published:
    total, gone = len(view.store), graphs_of(connection)
    for graph in sorted(gone):
        connection.delete(graph)
    connection.put(None, _lines(view.quads(), lambda done: told(done, total, "")), NTRIPLES)
    return Published(view.number, 1, len(gone), full=True)


def _send_graphs(connection: Connection, view: View, changed: set[str] | None, told: Progress) -> Published:
    there = set(filled_graphs(view))
    wanted = sorted(there if changed is None else changed & there)
    gone = sorted((graphs_of(connection) if changed is None else changed) - there)
    for done, graph in enumerate(wanted):
        told(done, len(wanted), graph)
        connection.put(graph, _lines(view.quads(graph=NamedNode(graph))), NTRIPLES)
    for graph in gone:
        connection.delete(graph)
    return Published(view.number, len(wanted), len(gone), full=changed is None)


def filled_graphs(view: View) -> Iterator[str]:
    """The named graphs that hold a statement: one whose source was withdrawn may stay as an empty one."""
    for graph in view.store.named_graphs():
        if isinstance(graph, NamedNode) and next(view.quads(graph=graph), None) is not None:
            yield graph.value


def _lines(quads: Iterable[Quad], told: Callable[[int], None] = lambda done: None) -> Iterator[bytes]:
    """The statements as N-Triples, in parts; one that several graphs hold is sent again for each."""
    left, done = iter(quads), 0
    while part := list(islice(left, _LINES)):
        yield "".join(f"{quad.triple} .\n" for quad in part).encode()
        done += len(part)
        told(done)
