"""Makes a Neo4j server hold a projection whole: reads what is there, sends what differs, writes the stamp last."""

import pickle
import uuid
import zlib
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from itertools import islice
from types import TracebackType
from typing import Any, TypeVar

from neo4j import ManagedTransaction, Session

from graph_store.neo4j.address import Address
from graph_store.neo4j.connection import connected, write
from graph_store.neo4j.cypher_files import INDEXES, KEYS, statement
from graph_store.neo4j.held import Held, Key, key_of, node_digest, read_held, relationship_digest
from graph_store.progress import Progress, silent
from graph_store.projection import Node, Projection, Relationship
from graph_store.projection_edition import edition
from ontology.errors import StoreUnavailable

Step = tuple[str, dict[str, Any]]  # a statement of cypher/ and its parameters
T = TypeVar("T")
_BATCH = 1_000  # of one transaction: the server is at work while the next is read
_READ_AT_ONCE = 5_000
_TOLD_EVERY = 1_000  # nodes or relationships


@dataclass(frozen=True, slots=True)
class Sent:
    """What was sent: nodes and relationships put there and taken away. `full` says that nothing was presumed.

    `other_edition` says that the server held what another edition of the projection had made.
    """

    nodes: int
    relationships: int
    deleted_nodes: int
    deleted_relationships: int
    full: bool
    other_edition: bool = False


def load(address: Address, projection: Projection, progress: Progress | None = None) -> Sent:
    """Makes the server hold exactly this projection. May be run again at any time, also after a load that broke off.

    Nothing is presumed: all that lies under the label Resource is read and compared, so that strangers' changes go.
    Raises StoreUnavailable; the server then bears no stamp, and the next load mends what is half done.
    """
    with connected(address) as driver, driver.session(database=address.database, fetch_size=_READ_AT_ONCE) as session:
        write_schema(session, KEYS)
        with Run(session) as run:
            held = read_held(session)
            empty = not held.nodes
            if not empty:
                write_schema(session, INDEXES)
            sent = _send(run, projection, held, progress or silent, "create_nodes" if empty else "put_nodes")
            if empty:  # an index is filled at once in a fraction of the time that it takes node by node
                write_schema(session, (*INDEXES, "await_indexes"))
            run.stamp(projection)
        return sent


def write_schema(session: Session, names: Iterable[str]) -> None:
    """Makes the constraints and indexes of these statements, unless they are there."""
    for name in names:
        write(session, name)


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
    stamp = {"number": projection.number, "contentHash": projection.content_hash, "edition": edition()}
    return "write_stamp", stamp


def node_step(nodes: Iterable[Node], name: str = "put_nodes") -> Step:
    """`name` is create_nodes where there are none yet. A row is labels and properties."""
    return name, {"rows": [(n.labels, n.properties) for n in nodes]}


def relationship_step(relationships: Iterable[Relationship]) -> Step:
    """For relationships that are not there."""
    return "put_relationships", {"rows": [_row(r) for r in relationships]}


def _row(relationship: Relationship) -> tuple[Any, ...]:
    return relationship.type, relationship.start, relationship.end, relationship.properties


def deletion_step(keys: Iterable[Key]) -> Step:
    return "delete_relationships", {"rows": [*keys]}


def _send(run: Run, projection: Projection, held: Held, told: Progress, putting: str) -> Sent:
    """Sends the difference; takes from `held` what it met, so that the rest is what must go.

    The projection is read once: relationships wait, packed, until all nodes are there.
    """
    nodes = relationships = 0
    size = projection.size()
    waiting = _Waiting()
    for batch in _batches(_fresh_nodes(projection, held, told, size, waiting)):
        run.put(node_step(batch, putting))
        nodes += len(batch)
    for done, (replaced, rows) in enumerate(waiting.batches()):
        told(size + size * done // len(waiting), 2 * size, "relationships")
        run.put(deletion_step(replaced), ("put_relationships", {"rows": rows}))
        relationships += len(rows)
    for keys in _batches(held.relationships):
        run.put(deletion_step(keys))
    for iris in _batches(held.nodes):
        run.put(("delete_nodes", {"rows": iris}))
    run.wait()
    told(2 * size, 2 * size, "")
    return Sent(nodes, relationships, len(held.nodes), len(held.relationships), full=True)


def _fresh_nodes(projection: Projection, held: Held, told: Progress, size: int, waiting: "_Waiting") -> Iterator[Node]:
    """Nodes that are not there as they should be. Their relationships go to `waiting`."""
    for done, (node, relationships) in enumerate(projection.things()):
        if done % _TOLD_EVERY == 0:
            told(min(done, size), 2 * size, "nodes")
        for relationship in relationships:
            found = held.relationships.pop(key_of(relationship), None)
            if found is None or found != relationship_digest(relationship):
                waiting.add(relationship, is_there=found is not None)
        found = held.nodes.pop(node.iri, None)
        if found is None or found != node_digest(node):
            yield node


class _Waiting:
    """Relationships to be sent, packed: some thirty bytes each. The database may have any number of them."""

    def __init__(self) -> None:
        self._packed: list[bytes] = []
        self._rows: list[tuple[Any, ...]] = []
        self._replaced: list[Key] = []

    def __len__(self) -> int:
        """How many batches there are."""
        return len(self._packed) + bool(self._rows)

    def add(self, relationship: Relationship, *, is_there: bool) -> None:
        self._rows.append(_row(relationship))
        if is_there:
            self._replaced.append(key_of(relationship))
        if len(self._rows) == _BATCH:
            self._packed.append(zlib.compress(pickle.dumps((self._replaced, self._rows)), 1))
            self._rows, self._replaced = [], []

    def batches(self) -> Iterator[tuple[list[Key], list[tuple[Any, ...]]]]:
        """The keys of those that are there otherwise, and all as rows."""
        for packed in self._packed:
            yield pickle.loads(zlib.decompress(packed))
        if self._rows:
            yield self._replaced, self._rows


def _batches(items: Iterable[T]) -> Iterator[list[T]]:
    iterator = iter(items)
    while batch := list(islice(iterator, _BATCH)):
        yield batch
