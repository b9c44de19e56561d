"""Brings Neo4j to a version by sending only what differs from the version it holds."""

from collections.abc import Mapping
from dataclasses import replace

from neo4j import ManagedTransaction, Record, Session
from pyoxigraph import NamedNode

from graph_store.neo4j.address import Address
from graph_store.neo4j.connection import connected
from graph_store.neo4j.cypher_files import statement
from graph_store.neo4j.held import Stamp, digests_of, key_of, read_stamp, relationship_digest, stamp_for
from graph_store.neo4j.load import load
from graph_store.neo4j.run import (
    Sent,
    Step,
    deletion_step,
    in_batch,
    node_step,
    relationship_step,
    stamp_step,
    thing_step,
    write_steps,
)
from graph_store.progress import Progress
from graph_store.projection import Node, Projection, Relationship
from graph_store.projection_names import meaning
from graph_store.versions import VersionStore
from graph_store.view import Change, View
from ontology.errors import NotFound, StoreUnavailable
from ontology.terms import CODE_BASE

_Difference = tuple[Sent, tuple[Step, ...]]
_ONE_TRANSACTION = 50_000  # quads; a larger change is compared with all that the server holds


def sync(
    address: Address,
    versions: VersionStore,
    number: int | None = None,
    progress: Progress | None = None,
    *,
    full: bool = False,
) -> Sent:
    """Makes the server hold version `number` (the current one if None).

    By difference if the server holds a version of this folder whole; else, after a load that broke off, or if another
    edition of the projection made what it holds, in full. A difference presumes that nobody else changed the server:
    `verify` tells, and `full` mends it.
    """
    with versions.open(number) as view:
        return _bring(address, versions, view, progress, full=full)


def _bring(address: Address, versions: VersionStore, view: View, progress: Progress | None, *, full: bool) -> Sent:
    projection, wanted = projection_of(view), stamp_for(view)
    with connected(address) as driver, driver.session(database=address.database) as session:
        stamp = read_stamp(session)
        other_edition = stamp is not None and stamp.edition != wanted.edition
        if stamp and not full and not other_edition:
            if stamp == wanted:
                return Sent(0, 0, 0, 0, full=False)
            change = _change_since(versions, stamp, view.number)
            if change is not None and len(change.added) + len(change.removed) <= _ONE_TRANSACTION:
                return _send_difference(session, projection, stamp, change)
    return replace(load(address, projection, progress), other_edition=other_edition)


def projection_of(view: View) -> Projection:
    """The projection of a version, stamped with its content hash."""
    return Projection(view.store, view.number, view.content_hash)


def _change_since(versions: VersionStore, stamp: Stamp, number: int) -> Change | None:
    """What changed since the version the server holds; None if that is no version of this folder."""
    try:
        held = versions.manifest(stamp.number)
    except NotFound:
        return None
    return versions.diff(stamp.number, number) if held.content_hash == stamp.content_hash else None


def _send_difference(session: Session, projection: Projection, held: Stamp, change: Change) -> Sent:
    """Sends what the change touched: in one transaction, so that readers see the old version or the new one."""
    subjects, pointed_at = _touched(change)
    # What has a class and is only pointed at is what it was: its own statements have not changed.
    touched = subjects | {iri for iri in pointed_at if not projection.has_class(iri)}
    things = {iri: projection.thing(iri) for iri in sorted(touched)}

    def work(transaction: ManagedTransaction) -> Sent:
        if not list(transaction.run(statement("take"), contentHash=held.content_hash, edition=held.edition)):
            raise StoreUnavailable(
                f"the Neo4j server holds version {held.number} no more",
                message_vi=f"máy chủ Neo4j không còn giữ phiên bản {held.number}",
                hint="another program changed it; try again",
                hint_vi="một chương trình khác đã thay đổi nó; thử lại",
            )
        sent, steps = _difference(things, list(transaction.run(statement("outgoing"), in_batch(things))))
        write_steps(transaction, [*steps, stamp_step(projection)])
        return sent

    return session.execute_write(work)


def _difference(things: Mapping[str, tuple[Node | None, list[Relationship]]], outgoing: list[Record]) -> _Difference:
    """What makes the server hold these things, which holds `outgoing` of them."""
    held = {str(record["start"]) for record in outgoing}
    there = digests_of(record for record in outgoing if record["type"])
    present = [(node, found) for node, found in things.values() if node]
    gone = [iri for iri, (node, _) in things.items() if node is None]
    new = [thing for thing in present if thing[0].iri not in held]
    wanted = {key_of(r): r for node, found in present if node.iri in held for r in found}
    fresh = [r for key, r in wanted.items() if there.get(key) != relationship_digest(r)]
    loose = [key for key in there if key not in wanted]
    replaced = [key_of(r) for r in fresh if key_of(r) in there]
    relationships = len(fresh) + sum(len(found) for _, found in new)
    return Sent(len(present), relationships, len(gone), len(loose), full=False), (
        deletion_step([*loose, *replaced]),
        node_step(node for node, _ in present if node.iri in held),
        thing_step(new),
        ("delete_nodes", in_batch(gone)),
        relationship_step(fresh),
    )


def _touched(change: Change) -> tuple[set[str], set[str]]:
    """Subjects of the changed statements, and other things that these may link or have linked to."""
    quads = (*change.added, *change.removed)
    subjects = {q.subject.value for q in quads if isinstance(q.subject, NamedNode)}
    links = (q.object for q in quads if meaning(q.predicate.value).link)
    objects = {end.value for end in links if isinstance(end, NamedNode) and not end.value.startswith(CODE_BASE)}
    return subjects, objects - subjects
