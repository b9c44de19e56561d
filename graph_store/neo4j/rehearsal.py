"""A change done and taken back at the end of the first load, so that the first real one finds its statements planned.

A server that has just started takes a second to plan them and to read the classes that run them: the change would wait
for that. Called by load, when all indexes are there, as the server forgets its plans when one is made.
"""

from neo4j import Session

from graph_store.neo4j.cypher_files import statement
from graph_store.neo4j.run import NO_ROWS, Step, in_batch, node_step, stamp_step, thing_step
from graph_store.projection import Projection, bare_node
from graph_store.projection_edition import edition

_OLD, _NEW = (bare_node(f"urn:mandate-graph:rehearsal:{name}") for name in ("old", "new"))


def rehearse_change(session: Session, projection: Projection) -> None:
    """Runs the statements of a change in a transaction that is rolled back: nobody sees what it did."""
    take = {"contentHash": projection.content_hash, "edition": edition()}
    steps: tuple[Step, ...] = (
        ("read_stamp", {}),
        ("take", take),
        node_step([_OLD]),
        ("outgoing", in_batch([_OLD.iri])),
        thing_step([(_NEW, [])]),
        ("put_relationships", NO_ROWS),
        stamp_step(projection),
    )
    with session.begin_transaction() as transaction:
        for name, parameters in steps:
            transaction.run(statement(name), parameters).consume()
        transaction.rollback()
