"""What the next change will ask of the server is planned at the end of the first load, when all indexes are there.

A server that has just started takes a second for it; the change would wait for that. Called by load.
"""

from neo4j import Session

from graph_store.neo4j.cypher_files import statement
from graph_store.neo4j.run import NO_ROWS, Step, stamp_step
from graph_store.projection import Projection
from graph_store.projection_edition import edition

_OF_ROWS = ("outgoing", "put_nodes", "create_things", "put_relationships")


def plan_change(session: Session, projection: Projection) -> None:
    """Has the server plan the statements of a change. Plans are kept by text and by kinds of parameters."""
    take = {"contentHash": projection.content_hash, "edition": edition()}
    steps: list[Step] = [("read_stamp", {}), ("take", take), *((name, NO_ROWS) for name in _OF_ROWS)]
    for name, parameters in (*steps, stamp_step(projection)):
        session.run("EXPLAIN " + statement(name), parameters).consume()
