"""Mandate chains: what a person, post, body or document rests on at a day (up), or what rests on it (down).

A chain is a small directed graph, walked breadth first over the hops of chain_rules; a thing is expanded once, so that
cycles end. It is read in process from a published version, without a query.
"""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from pyoxigraph import Store

from graph_store.chain_breaks import Breaks, conflicts
from graph_store.chain_dates import begin, certainty_at, holding_certainty, validity
from graph_store.chain_model import Certainty, Chain, Direction, Edge, Language, Node, Standing
from graph_store.chain_reader import SCANNED, Reader, Thing
from graph_store.chain_rules import CARRIED_BY_SUBJECT, SINGLE, hops
from graph_store.names import name_of
from ontology.errors import NotFound

DEPTH = 12
LIMIT: dict[Direction, int] = {"up": 200, "down": 1000}  # nodes
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


def trace(
    store: Store | Reader,
    start: str,
    *,
    direction: Direction = "up",
    at: date,
    depth: int = DEPTH,
    limit: int | None = None,
) -> Chain:
    """The chain from `start` (an IRI) at a day; that of a provision is its document's.

    Takes   `depth` in hops; `limit` in nodes (LIMIT if None); a Reader for the store, to read the same things once.
    Raises  NotFound if the store says nothing of `start`.
    """
    reader = store if isinstance(store, Reader) else Reader(store)
    reader.forget()
    start = start.partition("#")[0]
    walk = _Walk(reader, direction, at.isoformat(), limit or LIMIT[direction])
    if not walk.reader.thing(start).type:
        raise NotFound(f"nothing bears the identifier {start[:200]}", message_vi=f"không có gì mang mã {start[:200]}")
    walk.run(start, depth)
    nodes = tuple(walk.node(iri, hop) for iri, hop in walk.depths.items())
    return Chain(
        start,
        direction,
        walk.at,
        depth,
        nodes,
        tuple(walk.edges.values()),
        walk.truncated,
        len(walk.left_out),
    )


def chain_over(
    reader: Reader,
    start: str,
    depths: Mapping[str, int],
    statements: Iterable[tuple[str, str, str]],
    *,
    at: date,
) -> Chain:
    """A chain of nodes and hops that are chosen already, each hop judged at the day.

    Takes   `depths` of all nodes by IRI; `statements` between them as (subject, property, object), whose ends may be
            provisions.
    """
    walk = _Walk(reader, "up", at.isoformat(), len(depths))
    walk.depths = dict(sorted(depths.items(), key=lambda entry: (entry[1], entry[0])))
    for subject, predicate, value in statements:
        backward = walk.depths[subject.partition("#")[0]] > walk.depths[value.partition("#")[0]]
        walk.cross(predicate, backward, *((value, subject) if backward else (subject, value)))
    nodes = tuple(walk.node(iri, hop) for iri, hop in walk.depths.items())
    return Chain(start, "up", walk.at, max(walk.depths.values()), nodes, tuple(walk.edges.values()), False, 0)


class _Walk:
    def __init__(self, reader: Reader, direction: Direction, at: str, limit: int) -> None:
        self.reader = reader
        self.at = at
        self.depths: dict[str, int] = {}
        self.edges: dict[tuple[str, str, str], Edge] = {}
        self.left_out: set[str] = set()
        self.truncated = False
        self._direction: Direction = direction
        self._limit = limit
        self._breaks = Breaks(reader, at)

    def run(self, start: str, depth: int) -> None:
        self.depths[start] = 0
        queue = deque([start])
        while queue:
            iri = queue.popleft()
            if iri != start and self._is_to_come(iri):
                continue
            for predicate, backward, own, stated in self._steps(self.reader.thing(iri)):
                other = stated.partition("#")[0]
                if other not in self.depths:
                    if not self._enter(other, self.depths[iri] + 1, depth):
                        continue
                    queue.append(other)
                self.cross(predicate, backward, own, stated)

    def _is_to_come(self, iri: str) -> bool:
        """Whether it did not exist yet on the day: it is shown as a broken hop, but what it rests on did not carry."""
        started = begin(self.reader.thing(iri))
        return started is not None and started[0] > self.at

    def _enter(self, iri: str, hop: int, depth: int) -> bool:
        """Takes a new node in, unless the walk is full or deep enough, or it is an office not held on the day."""
        if len(self.depths) >= self._limit:  # before anything is read: there may be very many
            self.truncated = True
            return False
        thing = self.reader.thing(iri)
        if thing.core == "Holding" and holding_certainty(thing, self.at) is None:
            self.left_out.add(iri)
            return False
        if hop > depth:
            self.truncated = True
            return False
        self.depths[iri] = hop
        return True

    def node(self, iri: str, hop: int) -> Node:
        thing = self.reader.thing(iri)
        facts = {name: value for name in _FACTS if (value := thing.first(name))}
        facts |= {name: value.rsplit("/", 1)[-1] for name in _CODES if (value := thing.first(name))}
        return Node(
            iri,
            thing.type,
            self._label(thing, "vi"),
            self._label(thing, "en"),
            hop,
            facts,
            self._breaks.of(thing),
            conflicts(thing),
        )

    def _label(self, thing: Thing, language: Language) -> str:
        """The label in that language; a holding, which has none, is told by its ends."""
        return name_of(self.reader, thing.iri, language) if thing.core == "Holding" else thing.labels.get(language, "")

    def _steps(self, thing: Thing) -> Iterator[tuple[str, bool, str, str]]:
        """(property, whether the other is its subject, own end, other end) of each hop from the thing, in order.

        Ends are as stated: a document is spoken of by its provisions too.
        """
        own = (thing.iri, *self.reader.provisions(thing.iri)) if thing.core == "Document" else (thing.iri,)
        for predicate, backward in hops(thing.core, thing.type, self._direction):
            for end in own:
                reader = self.reader
                others = reader.subjects(predicate, end) if backward else reader.thing(end).several(predicate)
                self.truncated |= len(others) >= SCANNED
                yield from ((predicate, backward, end, other) for other in others)

    def cross(self, predicate: str, backward: bool, own: str, other: str) -> None:
        """Takes in the hop from `own` to `other`; `backward` says that the other end is its subject."""
        stated_subject, stated = (other, own) if backward else (own, other)
        (subject, _, part), (value, _, part_of_value) = stated_subject.partition("#"), stated.partition("#")
        if (subject, predicate, value) in self.edges:
            return
        quotes, total = self.reader.quotes(stated_subject, predicate, stated)
        claimant, target = self.reader.thing(subject), self.reader.thing(value)
        carrier, carried = (claimant, target) if predicate in CARRIED_BY_SUBJECT else (target, claimant)
        dated = target if claimant.core == "Position" else claimant
        since, until = validity(dated)
        self.edges[subject, predicate, value] = Edge(
            subject,
            predicate,
            value,
            backward,
            self._standing(claimant, predicate, {q.claim_rank for q in quotes}),
            self._certainty(claimant, target),
            since,
            until,
            quotes,
            total,
            self._breaks.of_hop(predicate, carried, carrier, part_of_value if carrier is target else part),
            part_of_value or part,
        )

    def _standing(self, claimant: Thing, predicate: str, ranks: set[str]) -> Standing:
        """Disputed: a thing that has one of these is said to have two, or its own dates do not agree."""
        doubled = predicate in SINGLE.get(claimant.core, ()) and len(claimant.several(predicate)) > 1
        if doubled or conflicts(claimant):
            return "disputed"
        return "stated" if ranks - {"inferred"} else "inferred"

    def _certainty(self, claimant: Thing, target: Thing) -> Certainty:
        sides = {certainty_at(claimant, self.at), certainty_at(target, self.at)}
        return "possible" if "possible" in sides else "certain"
