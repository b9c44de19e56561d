"""What mandate chains say of single things and hops on one day. It is worked out once: chains share most of it."""

from typing import NamedTuple

from graph_store.chain_breaks import Breaks, conflicts
from graph_store.chain_dates import certainty_at, validity
from graph_store.chain_model import Certainty, Direction, Edge, Node, Standing
from graph_store.chain_reader import SCANNED, Reader, Thing, whole
from graph_store.chain_rules import CARRIED_BY_SUBJECT, SINGLE, hops
from graph_store.names import name_of
from ontology.language import Language

_FACTS = (
    "documentNumber",
    "issuedOn",
    "effectiveFrom",
    "effectiveTo",
    "title",
    "ordinal",
    "termNumber",
    "startsOn",
    "endsOn",
    "changedOn",
    "from",
    "to",
    "existsFrom",
    "existsTo",
    "rank",
)
_CODES = ("kind", "role", "level", "status")


class Hop(NamedTuple):
    """A statement by which a walk goes from `own` to `other`; `backward` says that the other end is its subject.

    Ends are as stated: a document is spoken of by its provisions too.
    """

    property: str  # local name
    backward: bool
    own: str
    other: str


class Steps(NamedTuple):
    """The hops from a thing in order, each with the thing that it leads to and with what tells its edge from others."""

    hops: tuple[tuple[Hop, str, tuple[str, str, str]], ...]
    cut: bool  # whether there were more than are looked through


class ChainDay:
    """What a reader's store says on a day, in ISO form."""

    def __init__(self, reader: Reader, at: str) -> None:
        self._reader = reader
        self._at = at
        self._breaks = Breaks(reader, at)
        self._steps: dict[tuple[str, Direction], Steps] = {}
        self._nodes: dict[tuple[str, int], Node] = {}
        self._edges: dict[Hop, Edge] = {}

    def __len__(self) -> int:
        """How much is remembered."""
        return len(self._steps) + len(self._nodes) + len(self._edges)

    def steps(self, iri: str, direction: Direction) -> Steps:
        found = self._steps.get((iri, direction))
        if found is None:
            found = self._steps[iri, direction] = self._read_steps(self._reader.thing(iri), direction)
        return found

    def node(self, iri: str, depth: int) -> Node:
        found = self._nodes.get((iri, depth))
        if found is None:
            found = self._nodes[iri, depth] = self._read_node(self._reader.thing(iri), depth)
        return found

    def edge(self, hop: Hop) -> Edge:
        found = self._edges.get(hop)
        if found is None:
            found = self._edges[hop] = self._read_edge(hop)
        return found

    def _read_steps(self, thing: Thing, direction: Direction) -> Steps:
        own = (thing.iri, *self._reader.provisions(thing.iri)) if thing.core == "Document" else (thing.iri,)
        found, cut = [], False
        for predicate, backward in hops(thing.core, thing.type, direction):
            for end in own:
                others = self._others(predicate, end, backward=backward)
                cut |= len(others) >= SCANNED
                for hop in (Hop(predicate, backward, end, other) for other in others):
                    found.append((hop, whole(hop.other), edge_key(hop)))
        return Steps(tuple(found), cut)

    def _others(self, predicate: str, end: str, *, backward: bool) -> tuple[str, ...] | list[str]:
        return self._reader.subjects(predicate, end) if backward else self._reader.thing(end).several(predicate)

    def _read_node(self, thing: Thing, depth: int) -> Node:
        facts = {name: value for name in _FACTS if (value := thing.first(name))}
        facts |= {name: value.rsplit("/", 1)[-1] for name in _CODES if (value := thing.first(name))}
        return Node(
            thing.iri,
            thing.type,
            self._label(thing, "vi"),
            self._label(thing, "en"),
            depth,
            facts,
            self._breaks.of(thing),
            conflicts(thing),
        )

    def _label(self, thing: Thing, language: Language) -> str:
        """The label in that language; a holding, which has none, is told by its ends."""
        return name_of(self._reader, thing.iri, language) if thing.core == "Holding" else thing.labels.get(language, "")

    def _read_edge(self, hop: Hop) -> Edge:
        predicate, backward, own, other = hop
        stated_subject, stated = (other, own) if backward else (own, other)
        (subject, _, part), (value, _, part_of_value) = stated_subject.partition("#"), stated.partition("#")
        quotes, total = self._reader.quotes(stated_subject, predicate, stated)
        claimant, target = self._reader.thing(subject), self._reader.thing(value)
        carrier, carried = (claimant, target) if predicate in CARRIED_BY_SUBJECT else (target, claimant)
        since, until = validity(target if claimant.core == "Position" else claimant)
        return Edge(
            subject,
            predicate,
            value,
            backward,
            _standing(claimant, predicate, {q.claim_rank for q in quotes}),
            self._certainty(claimant, target),
            since,
            until,
            quotes,
            total,
            self._breaks.of_hop(predicate, carried, carrier, part_of_value if carrier is target else part),
            part_of_value or part,
        )

    def _certainty(self, claimant: Thing, target: Thing) -> Certainty:
        sides = {certainty_at(claimant, self._at), certainty_at(target, self._at)}
        return "possible" if "possible" in sides else "certain"


def chain_day(reader: Reader, at: str) -> ChainDay:
    """The day, as the reader remembers it."""
    return reader.noted(ChainDay, at)


def edge_key(hop: Hop) -> tuple[str, str, str]:
    """(subject, property, object) of the edge: a document and its provisions are one end."""
    subject, value = (hop.other, hop.own) if hop.backward else (hop.own, hop.other)
    return whole(subject), hop.property, whole(value)


def _standing(claimant: Thing, predicate: str, ranks: set[str]) -> Standing:
    """Disputed: a thing that has one of these is said to have two, or its own dates do not agree."""
    doubled = predicate in SINGLE.get(claimant.core, ()) and len(claimant.several(predicate)) > 1
    if doubled or conflicts(claimant):
        return "disputed"
    return "stated" if ranks - {"inferred"} else "inferred"
