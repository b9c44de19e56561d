"""A change of a Neo4j server in many transactions, and the steps that it is made of. Called by load, fill and sync."""

import uuid
from collections.abc import Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from types import TracebackType
from typing import Any

from neo4j import ManagedTransaction, Session

from graph_store.neo4j.connection import write
from graph_store.neo4j.cypher_files import statement
from graph_store.neo4j.held import Key
from graph_store.projection import Node, Projection, Relationship
from graph_store.projection_edition import edition
from ontology.errors import StoreUnavailable

Step = tuple[str, dict[str, Any]]  # a statement of cypher/ and its parameters


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
        if parameters != NO_ROWS:
            transaction.run(statement(name), parameters).consume()


def in_batch(rows: Iterable[Any]) -> dict[str, Any]:
    """Rows as the statements take them: in a map, as the server plans anew for every order of magnitude of a list."""
    return {"batch": {"rows": [*rows]}}


NO_ROWS = in_batch(())


def stamp_step(projection: Projection) -> Step:
    stamp = {"number": projection.number, "contentHash": projection.content_hash, "edition": edition()}
    return "write_stamp", stamp


def node_step(nodes: Iterable[Node]) -> Step:
    """For nodes that may be there. A row is labels and properties."""
    return "put_nodes", in_batch((n.labels, n.properties) for n in nodes)


def thing_step(things: Iterable[tuple[Node, Iterable[Relationship]]]) -> Step:
    """For nodes that are not there, with relationships whose other ends are there or among these nodes.

    A row is labels, properties and relationships, each of them type, end and properties.
    """
    return "create_things", in_batch((n.labels, n.properties, [_outgoing(r) for r in found]) for n, found in things)


def relationship_step(relationships: Iterable[Relationship]) -> Step:
    """For relationships that are not there."""
    return "put_relationships", in_batch(row_of(r) for r in relationships)


def row_of(relationship: Relationship) -> tuple[Any, ...]:
    return relationship.type, relationship.start, relationship.end, relationship.properties


def _outgoing(relationship: Relationship) -> tuple[Any, ...]:
    return relationship.type, relationship.end, relationship.properties


def deletion_step(keys: Iterable[Key]) -> Step:
    return "delete_relationships", in_batch(keys)
