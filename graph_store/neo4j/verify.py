"""Does Neo4j hold what the version holds? Nodes and relationships are compared by digest, and what differs is named."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from graph_store.neo4j.address import Address
from graph_store.neo4j.connection import connected
from graph_store.neo4j.held import (
    Held,
    Stamp,
    key_of,
    node_digest,
    read_held,
    read_stamp,
    relationship_digest,
    stamp_for,
)
from graph_store.projection import Projection
from graph_store.projection_names import kind_of

_EXAMPLES = 3
_READ_AT_ONCE = 5_000


@dataclass(frozen=True, slots=True)
class Difference:
    """What differs in one label or relationship type. `examples` are IRIs, or start and end of a relationship.

    A relationship that is there twice counts as changed.
    """

    what: str
    missing: int
    extra: int
    changed: int
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Verification:
    """`stamp` is what the server says it holds; `counts` are the numbers compared, by label and type."""

    stamp: Stamp | None
    wanted: Stamp
    counts: Mapping[str, int]
    differences: tuple[Difference, ...]

    @property
    def equal(self) -> bool:
        return not self.differences and self.stamp == self.wanted


def verify(address: Address, projection: Projection) -> Verification:
    """Compares the server with the projection. Raises StoreUnavailable."""
    with connected(address) as driver:
        with driver.session(database=address.database, fetch_size=_READ_AT_ONCE) as session:
            stamp = read_stamp(session)
            held = read_held(session)
    found: dict[str, _Found] = defaultdict(_Found)
    counts = Counter(_compare_nodes(projection, held, found))
    counts += Counter(_compare_relationships(projection, held, found))
    differences = tuple(found[kind].told(kind) for kind in sorted(found))
    return Verification(stamp, stamp_for(projection), dict(sorted(counts.items())), differences)


@dataclass(slots=True)
class _Found:
    """What differs in one label or relationship type, and a few of each."""

    counts: Counter[str] = field(default_factory=Counter)
    examples: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def add(self, how: str, what: str) -> None:
        self.counts[how] += 1
        if len(self.examples[how]) < _EXAMPLES:
            self.examples[how].append(what)

    def told(self, kind: str) -> Difference:
        examples = [e for how in ("missing", "extra", "changed") for e in sorted(self.examples[how])]
        counts = self.counts
        return Difference(kind, counts["missing"], counts["extra"], counts["changed"], tuple(examples))


def _compare_nodes(projection: Projection, held: Held, found: Mapping[str, _Found]) -> Iterator[str]:
    """The kinds of all nodes of the projection; what differs goes into `found`."""
    for node in projection.nodes():
        kind = kind_of(node.labels)
        yield kind
        there = held.nodes.pop(node.iri, None)
        if there is None:
            found[kind].add("missing", node.iri)
        elif there != node_digest(node):
            found[kind].add("changed", node.iri)
    for iri in held.nodes:
        found[held.kinds[iri]].add("extra", iri)


def _compare_relationships(projection: Projection, held: Held, found: Mapping[str, _Found]) -> Iterator[str]:
    for relationship in projection.relationships():
        yield relationship.type
        there = held.relationships.pop(key_of(relationship), None)
        if there is None:
            found[relationship.type].add("missing", f"{relationship.start} {relationship.end}")
        elif there != relationship_digest(relationship):
            found[relationship.type].add("changed", f"{relationship.start} {relationship.end}")
    for kind, start, end in held.relationships:
        found[kind].add("extra", f"{start} {end}")
