"""Mandate chains: what a person, post, body or document rests on at a day (up), or what rests on it (down).

A chain is a small directed graph, walked breadth first over the hops of chain_rules; a thing is expanded once, so that
cycles end. It is read in process from a published version, without a query.
"""

from collections import deque
from collections.abc import Iterable, Mapping
from datetime import date

from pyoxigraph import Store

from graph_store.chain_dates import begin, holding_certainty
from graph_store.chain_day import Hop, chain_day, edge_key
from graph_store.chain_model import Chain, Direction, Edge, Node
from graph_store.chain_reader import Reader, whole
from ontology.errors import NotFound

DEPTH = 12
LIMIT: dict[Direction, int] = {"up": 200, "down": 1000}  # nodes


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
    start = whole(start)
    walk = _Walk(reader, direction, at.isoformat(), limit or LIMIT[direction])
    if not walk.reader.thing(start).type:
        raise NotFound(f"nothing bears the identifier {start[:200]}", message_vi=f"không có gì mang mã {start[:200]}")
    walk.run(start, depth)
    return Chain(
        start,
        direction,
        walk.at,
        depth,
        walk.nodes(),
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
        backward = walk.depths[whole(subject)] > walk.depths[whole(value)]
        hop = Hop(predicate, backward, *((value, subject) if backward else (subject, value)))
        walk.cross(hop, edge_key(hop))
    return Chain(start, "up", walk.at, max(walk.depths.values()), walk.nodes(), tuple(walk.edges.values()), False, 0)


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
        self._day = chain_day(reader, at)

    def run(self, start: str, depth: int) -> None:
        self.depths[start] = 0
        queue = deque([start])
        while queue:
            iri = queue.popleft()
            if iri != start and self._is_to_come(iri):
                continue
            steps = self._day.steps(iri, self._direction)
            self.truncated |= steps.cut
            for hop, other, key in steps.hops:
                if other not in self.depths:
                    if not self._enter(other, self.depths[iri] + 1, depth):
                        continue
                    queue.append(other)
                self.cross(hop, key)

    def cross(self, hop: Hop, key: tuple[str, str, str]) -> None:
        """Takes in the hop, unless another one has made its edge."""
        if key not in self.edges:
            self.edges[key] = self._day.edge(hop)

    def nodes(self) -> tuple[Node, ...]:
        return tuple(self._day.node(iri, depth) for iri, depth in self.depths.items())

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
