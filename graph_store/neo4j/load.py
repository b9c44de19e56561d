"""Makes a Neo4j server hold a projection whole: reads what is there, sends what differs, writes the stamp last."""

from collections.abc import Iterable, Iterator

from neo4j import Session

from graph_store.neo4j.address import Address
from graph_store.neo4j.ahead import reading_ahead
from graph_store.neo4j.connection import connected, write
from graph_store.neo4j.cypher_files import INDEXES, KEYS
from graph_store.neo4j.fill import fill
from graph_store.neo4j.held import Held, key_of, node_digest, read_held, relationship_digest
from graph_store.neo4j.rehearsal import rehearse_change
from graph_store.neo4j.run import Run, Sent, deletion_step, in_batch, node_step
from graph_store.neo4j.waiting import Waiting, batches
from graph_store.progress import Progress, silent
from graph_store.projection import Node, Projection, Thing

_READ_AT_ONCE = 5_000
_TOLD_EVERY = 1_000  # nodes or relationships


def load(address: Address, projection: Projection, progress: Progress | None = None) -> Sent:
    """Makes the server hold exactly this projection. May be run again at any time, also after a load that broke off.

    Nothing is presumed: all that lies under the label Resource is read and compared, so that strangers' changes go.
    Raises StoreUnavailable; the server then bears no stamp, and the next load mends what is half done.
    """
    told = progress or silent
    with connected(address) as driver, reading_ahead(projection) as things:
        with driver.session(database=address.database, fetch_size=_READ_AT_ONCE) as session:
            write_schema(session, KEYS)
            with Run(session) as run:
                held = read_held(session)
                if held.nodes:
                    write_schema(session, INDEXES)
                    sent = _send(run, things, held, told, projection.size())
                else:  # an index is filled at once in a fraction of the time that it takes node by node
                    sent = fill(run, things, told, projection.size())
                    write_schema(session, (*INDEXES, "await_indexes"))
                    rehearse_change(session, projection)
                run.stamp(projection)
            return sent


def write_schema(session: Session, names: Iterable[str]) -> None:
    """Makes the constraints and indexes of these statements, unless they are there."""
    for name in names:
        write(session, name)


def _send(run: Run, things: Iterator[Thing], held: Held, told: Progress, size: int) -> Sent:
    """Sends the difference; takes from `held` what it met, so that the rest is what must go.

    The projection is read once: relationships wait, packed, until all nodes are there.
    """
    nodes = relationships = 0
    waiting = Waiting()
    for batch in batches(_fresh_nodes(things, held, told, size, waiting)):
        run.put(node_step(batch))
        nodes += len(batch)
    for done, (replaced, rows) in enumerate(waiting.batches()):
        told(size + size * done // len(waiting), 2 * size, "relationships")
        run.put(deletion_step(replaced), ("put_relationships", in_batch(rows)))
        relationships += len(rows)
    for keys in batches(held.relationships):
        run.put(deletion_step(keys))
    for iris in batches(held.nodes):
        run.put(("delete_nodes", in_batch(iris)))
    run.wait()
    told(2 * size, 2 * size, "")
    return Sent(nodes, relationships, len(held.nodes), len(held.relationships), full=True)


def _fresh_nodes(things: Iterator[Thing], held: Held, told: Progress, size: int, waiting: Waiting) -> Iterator[Node]:
    """Nodes that are not there as they should be. Their relationships go to `waiting`."""
    for done, (node, relationships) in enumerate(things):
        if done % _TOLD_EVERY == 0:
            told(min(done, size), 2 * size, "nodes")
        for relationship in relationships:
            found = held.relationships.pop(key_of(relationship), None)
            if found is None or found != relationship_digest(relationship):
                waiting.add(relationship, is_there=found is not None)
        found = held.nodes.pop(node.iri, None)
        if found is None or found != node_digest(node):
            yield node
