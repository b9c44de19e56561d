"""What a Neo4j server holds, as a digest for each node and relationship. Called by load, sync and verify."""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from neo4j import Record, Session

from graph_store.engine import Value
from graph_store.neo4j.connection import read, stream
from graph_store.projection import Node, Projection, Relationship
from graph_store.projection_edition import edition
from graph_store.projection_names import kind_of
from graph_store.view import View

Key = tuple[str, str, str]  # type, start, end
Digest = bytes
TWICE: Digest = b""  # of a relationship that is there more than once


@dataclass(frozen=True, slots=True)
class Stamp:
    """The version that a server holds whole, and the edition of the projection that made it ("" of programs before)."""

    number: int
    content_hash: str
    edition: str


@dataclass(slots=True)
class Held:
    """Everything under the label Resource. `kinds` are the labels of nodes by which they are counted."""

    nodes: dict[str, Digest] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)
    relationships: dict[Key, Digest] = field(default_factory=dict)


def read_stamp(session: Session) -> Stamp | None:
    """The version that the server holds whole; None if it holds none, or a load did not finish."""
    return stamp_of(read(session, "read_stamp"))


def stamp_of(records: Sequence[Record]) -> Stamp | None:
    if not records:
        return None
    return Stamp(records[0]["number"], records[0]["contentHash"], records[0]["edition"])


def stamp_for(version: Projection | View) -> Stamp:
    """The stamp that a server should bear which holds this version."""
    return Stamp(version.number, version.content_hash, edition())


def read_held(session: Session) -> Held:
    """All that the server holds."""
    held = Held()
    for record in stream(session, "nodes"):
        iri, labels = str(record["iri"]), record["labels"]
        held.nodes[iri] = _digest(labels, record["properties"])
        held.kinds[iri] = kind_of(labels)
    if held.nodes:  # an empty server need not plan another query
        held.relationships = digests_of(stream(session, "relationships"))
    return held


def digests_of(records: Iterable[Record]) -> dict[Key, Digest]:
    """The relationships in these records."""
    found: dict[Key, Digest] = {}
    for record in records:
        key = (record["type"], str(record["start"]), str(record["end"]))
        found[key] = TWICE if key in found else _digest((), record["properties"])
    return found


def node_digest(node: Node) -> Digest:
    return _digest(node.labels, node.properties)


def relationship_digest(relationship: Relationship) -> Digest:
    return _digest((), relationship.properties)


def key_of(relationship: Relationship) -> Key:
    return relationship.type, relationship.start, relationship.end


def _digest(labels: Iterable[str], properties: Mapping[str, Value]) -> Digest:
    """Sixteen bytes over labels and properties; what only a stranger could have written counts by its text."""
    content = json.dumps([sorted(labels), properties], ensure_ascii=False, sort_keys=True, default=str)
    return hashlib.sha256(content.encode("utf-8", "surrogatepass")).digest()[:16]
