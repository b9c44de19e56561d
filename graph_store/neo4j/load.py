"""Makes a Neo4j server hold a projection whole: reads what is there, sends what differs, writes the stamp last."""

import uuid
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from itertools import islice
from types import TracebackType
from typing import Any, TypeVar

from neo4j import ManagedTransaction, Session

from graph_store.neo4j.address import Address
from graph_store.neo4j.connection import connected, write
from graph_store.neo4j.cypher_files import SCHEMA, statement
from graph_store.neo4j.held import Held, Key, key_of, node_digest, read_held, relationship_digest
from graph_store.progress import Progress, silent
from graph_store.projection import Node, Projection, Relationship
from ontology.errors import StoreUnavailable

Step = tuple[str, dict[str, Any]]  # a statement of cypher/ and its parameters
T = TypeVar("T")
_BATCH = 5_000
_TOLD_EVERY = 1_000  # nodes or relationships


@dataclass(frozen=True, slots=True)
class Sent:
    """What was sent: nodes and relationships put there and taken away. `full` says that nothing was presumed."""

    nodes: int
    relationships: int
    deleted_nodes: int
    deleted_relationships: int
    full: bool


def load(address: Address, projection: Projection, progress: Progress | None = None) -> Sent:
    """Makes the server hold exactly this projection. May be run again at any time, also after a load that broke off.

    Nothing is presumed: all that lies under the label Resource is read and compared, so that strangers' changes go.
    Raises StoreUnavailable; the server then bears no stamp, and the next load mends what is half done.
    """
    with connected(address) as driver, driver.session(database=address.database, fetch_size=_BATCH) as session:
        for name in SCHEMA:
            write(session, name)
        with Run(session) as run:
            sent = _send(run, projection, read_held(session), progress or silent)
            run.stamp(projection)
        return sent


class Run:
    """A change in many transactions. Each is written while the next is got ready, as long as no other run has begun."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._id = uuid.uuid4().hex
        self._sender = ThreadPoolExecutor(1, "neo4j")
        self._under_way: Future[None] | None = None
        write(session, "begin", run=self._id)

    def put(self, *steps: Step) -> None:
        """Sends these steps as one transaction, after the one under way."""
        self.wait()
        self._under_way = self._sender.submit(self._session.execute_write, self._write, steps)

    def stamp(self, projection: Projection) -> None:
        """Says that the server holds the projection whole."""
        self.put(stamp_step(projection))
        self.wait()

    def wait(self) -> None:
        """Raises what went wrong in the transaction under way."""
        if self._under_way:
            self._under_way.result()
            self._under_way = None

    def _write(self, transaction: ManagedTransaction, steps: Iterable[Step]) -> None:
        if not transaction.run(statement("hold"), run=self._id).peek():
            raise StoreUnavailable(
                "another program has begun to load this Neo4j server",
                message_vi="một chương trình khác đã bắt đầu nạp vào máy chủ Neo4j này",
                hint="wait until it is done, then `mandate neo4j sync`",
                hint_vi="đợi nó xong, rồi chạy `mandate neo4j sync`",
            )
        write_steps(transaction, steps)

    def __enter__(self) -> "Run":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._sender.shutdown()


def write_steps(transaction: ManagedTransaction, steps: Iterable[Step]) -> None:
    """Runs the steps but those without rows: the server would take its time to plan them."""
    for name, parameters in steps:
        if parameters.get("rows") != []:
            transaction.run(statement(name), parameters).consume()


def stamp_step(projection: Projection) -> Step:
    return "write_stamp", {"number": projection.number, "contentHash": projection.content_hash}


def node_step(nodes: Iterable[Node]) -> Step:
    rows = [{"iri": n.iri, "labels": list(n.labels), "properties": n.properties} for n in nodes]
    return "put_nodes", {"rows": rows}


def relationship_step(relationships: Iterable[Relationship]) -> Step:
    """For relationships that are not there."""
    rows = [{"type": r.type, "start": r.start, "end": r.end, "properties": r.properties} for r in relationships]
    return "put_relationships", {"rows": rows}


def deletion_step(keys: Iterable[Key]) -> Step:
    return "delete_relationships", {"rows": [{"type": t, "start": s, "end": e} for t, s, e in keys]}


def _send(run: Run, projection: Projection, held: Held, told: Progress) -> Sent:
    """Sends the difference; takes from `held` what it met, so that the rest is what must go."""
    nodes = relationships = 0
    size = projection.size()
    for batch in _batches(_fresh_nodes(projection, held, told, size)):
        run.put(node_step(batch))
        nodes += len(batch)
    for changes in _batches(_fresh_relationships(projection, held, told, size)):
        replaced = [key_of(r) for r, is_there in changes if is_there]
        run.put(deletion_step(replaced), relationship_step(r for r, _ in changes))
        relationships += len(changes)
    for keys in _batches(held.relationships):
        run.put(deletion_step(keys))
    for iris in _batches(held.nodes):
        run.put(("delete_nodes", {"rows": iris}))
    run.wait()
    told(2 * size, 2 * size, "")
    return Sent(nodes, relationships, len(held.nodes), len(held.relationships), full=True)


def _fresh_nodes(projection: Projection, held: Held, told: Progress, size: int) -> Iterator[Node]:
    """Nodes that are not there as they should be."""
    for done, node in enumerate(projection.nodes()):
        if done % _TOLD_EVERY == 0:
            told(min(done, size), 2 * size, "nodes")
        if held.nodes.pop(node.iri, None) != node_digest(node):
            yield node


def _fresh_relationships(
    projection: Projection, held: Held, told: Progress, size: int
) -> Iterator[tuple[Relationship, bool]]:
    """Relationships that are not there as they should be; whether they are there otherwise."""
    starts, last = 0, ""
    for done, relationship in enumerate(projection.relationships()):
        starts, last = starts + (relationship.start != last), relationship.start
        if done % _TOLD_EVERY == 0:
            told(size + starts, 2 * size, "relationships")
        found = held.relationships.pop(key_of(relationship), None)
        if found != relationship_digest(relationship):
            yield relationship, found is not None


def _batches(items: Iterable[T]) -> Iterator[list[T]]:
    iterator = iter(items)
    while batch := list(islice(iterator, _BATCH)):
        yield batch
