"""The first load of a server that holds nothing: things are created with the relationships that start there."""

from collections.abc import Iterator

from graph_store.neo4j.run import Run, Sent, in_batch, thing_step
from graph_store.neo4j.waiting import Waiting, batches
from graph_store.progress import Progress
from graph_store.projection import Relationship, Thing


def fill(run: Run, things: Iterator[Thing], told: Progress, size: int) -> Sent:
    """Sends all things in one pass.

    A relationship goes with the thing at which it starts if its other end was sent before or is of the same batch: the
    server need not look up the start then. Nearly all do, as evidence comes last, at which no relationship ends. The
    others wait until all things are there.

    Takes   `size`, the number of things with a class, for `told`.
    """
    nodes = relationships = 0
    sent: set[str] = set()
    waiting = Waiting()
    for batch in batches(things):
        told(min(nodes, size), size + 1, "nodes")
        sent.update(node.iri for node, _ in batch)
        run.put(thing_step((node, [*_ready(found, sent, waiting)]) for node, found in batch))
        nodes += len(batch)
        relationships += sum(len(found) for _, found in batch)
    for _, rows in waiting.batches():
        told(size, size + 1, "relationships")
        run.put(("put_relationships", in_batch(rows)))
    run.wait()
    told(size + 1, size + 1, "")
    return Sent(nodes, relationships, 0, 0, full=True)


def _ready(relationships: list[Relationship], sent: set[str], waiting: Waiting) -> Iterator[Relationship]:
    for relationship in relationships:
        if relationship.end in sent:
            yield relationship
        else:
            waiting.add(relationship)
