"""What rests on what, as a networkx graph: for weight, circles, gaps and explanations. Pictures: network_view.py.

Each function imports networkx itself: it takes 0.2 s, which a server need not spend before it is asked for a network.
"""

from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any, Literal, cast

from pyoxigraph import NamedNode, Store

from graph_store.chain_model import Quote
from graph_store.chain_reader import Reader, whole
from graph_store.chain_rules import UPWARD
from graph_store.names import told_name
from graph_store.network_day import Day
from ontology.errors import NotFound
from ontology.identifiers import ID_BASE
from ontology.language import Language
from ontology.terms import MG

BASES = ("basedOn", "implements", "guides", "details")  # from document to document
MOST_NODES = 5_000  # of a neighbourhood
_SAMPLED = 200  # nodes from which shortest paths are counted in a large graph
_SEED = 7  # the same graph gives the same figures
Missing = Literal["no-founding-document", "body-without-document", "post-without-document"]


@dataclass(frozen=True, slots=True)
class Network:
    """A directed multigraph in which an edge leads from a thing to what it rests on, by the rules of mandate chains.

    Nodes are IRIs, provisions counted as their documents; the key of an edge is the local name of its property,
    `subject` and `object` are its ends as they are stated. With a day it holds only what the day does not exclude.
    """

    graph: Any
    reader: Reader
    at: date | None = None

    def core(self, iri: str) -> str:
        return self.reader.thing(iri).core

    def name(self, iri: str, language: Language) -> str:
        return told_name(self.reader, iri, language)

    def hop(self, a: str, b: str, key: str, language: Language) -> "Hop":
        """The statement that leads from one node to another."""
        stated = self.graph.edges[a, b, key]
        subject, value = cast(str, stated["subject"]), cast(str, stated["object"])
        quotes, _ = self.reader.quotes(subject, key, value)
        return Hop(subject, key, value, (self.name(subject, language), self.name(value, language)), quotes)


@dataclass(frozen=True, slots=True)
class Weight:
    """How much a document or body carries: `direct` things rest on it by one hop, `all` by any number.

    `between` is the share of shortest ways between things that lead over it, estimated in large graphs.
    """

    iri: str
    name: str
    direct: int
    all: int
    between: float


@dataclass(frozen=True, slots=True)
class Hop:
    """One statement between two things that stand next to each other; `subject` is the one that states it."""

    subject: str
    property_name: str
    object: str
    names: tuple[str, str]  # of subject and object
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Gap:
    """A thing from which no way leads to a document. `why` says what is missing, see MISSING."""

    core: str
    iri: str
    name: str
    why: Missing


MISSING: dict[Missing, tuple[str, str]] = {
    "no-founding-document": (
        "chưa nguồn nào ghi văn bản thành lập hoặc quy định",
        "no source records the document that set it up or regulates it",
    ),
    "body-without-document": (
        "chức vụ của cơ quan chưa rõ văn bản thành lập",
        "a post of a body whose founding document no source records",
    ),
    "post-without-document": (
        "chưa rõ quyết định bổ nhiệm, và chức vụ cũng chưa dẫn đến văn bản nào",
        "no source records the decision that gave it, and its post leads to no document",
    ),
}
_WHY: dict[str, Missing] = {"Position": "body-without-document", "Holding": "post-without-document"}


def resting(store: Store, at: date | None = None) -> Network:
    """The network of a store, at a day or of all times."""
    import networkx

    network = networkx.MultiDiGraph()
    reader = Reader(store)
    day = Day(reader, at) if at else None
    for way in sorted({way for hops in UPWARD.values() for way in hops}):
        key = way.removeprefix("<")
        stated = store.quads_for_pattern(None, NamedNode(str(MG[key])), None, None)
        pairs = {(q.subject.value, q.object.value) for q in stated if isinstance(q.object, NamedNode)}  # type: ignore[union-attr]
        for subject, value in sorted(pairs):
            ends = (whole(value), whole(subject)) if way.startswith("<") else (whole(subject), whole(value))
            if not network.has_edge(*ends, key=key) and (day is None or day.holds(subject, key, value)):
                network.add_edge(*ends, key=key, subject=subject, object=value)
    return Network(network, reader, at)


def weights(network: Network, core: str, language: Language, limit: int) -> list[Weight]:
    """The things of a core class (Document, Body) on which most rests, the heaviest first."""
    import networkx

    graph = networkx.DiGraph(network.graph)
    sample = _SAMPLED if len(graph) > _SAMPLED else None
    between = networkx.betweenness_centrality(graph, k=sample, seed=_SEED)
    wanted = sorted(n for n in graph if network.core(n) == core)
    nearest = sorted(wanted, key=lambda n: (-graph.in_degree(n), n))[: max(limit, _SAMPLED)]
    found = [
        Weight(n, network.name(n, language), graph.in_degree(n), len(networkx.ancestors(graph, n)), between[n])
        for n in nearest
    ]
    return sorted(found, key=lambda w: (-w.all, -w.direct, w.iri))[:limit]


def circles(network: Network, language: Language) -> list[tuple[Hop, ...]]:
    """Legal bases that lead back to where they began: a circle for each knot of documents, in order."""
    import networkx

    graph = network.graph
    bases = graph.edge_subgraph([(a, b, key) for a, b, key in graph.edges(keys=True) if key in BASES])
    knots = [sorted(knot) for knot in networkx.strongly_connected_components(bases) if len(knot) > 1]
    found = []
    for knot in sorted(knots):
        cycle = networkx.find_cycle(bases.subgraph(knot), source=knot[0])
        found.append(tuple(network.hop(a, b, key, language) for a, b, key in cycle))
    return found


def gaps(network: Network, language: Language) -> list[Gap]:
    """Bodies, kinds, posts and offices from which no way leads to a document; at a day, those that were there."""
    import networkx

    cores = {n: network.core(n) for n in network.graph}
    carried: set[str] = set()
    for document in (n for n, core in cores.items() if core == "Document"):
        if document not in carried:
            carried |= networkx.ancestors(network.graph, document) | {document}
    day = Day(network.reader, network.at) if network.at else None
    left = sorted((core, n) for n, core in cores.items() if core in ("Body", "BodyKind", "Position", "Holding"))
    return [
        Gap(core, n, network.name(n, language), _WHY.get(core, "no-founding-document"))
        for core, n in left
        if n not in carried and (day is None or day.there(n))
    ]


def way_between(network: Network, start: str, end: str) -> list[tuple[str, str, str]]:
    """(node, node, key) of each edge on the shortest way between two things, in either direction.

    Raises  NotFound if no way leads from one to the other.
    """
    import networkx

    try:
        way = networkx.shortest_path(network.graph.to_undirected(as_view=True), start, end)
    except (networkx.NetworkXNoPath, networkx.NodeNotFound) as error:
        raise NotFound(
            f"nothing leads from {_short(start)} to {_short(end)}",
            message_vi=f"không có đường nào nối {_short(start)} với {_short(end)}",
            hint="ask for the mandate chain of each: mandate trace",
            hint_vi="xem chuỗi căn cứ của từng bên: mandate trace",
        ) from error
    ends = [(a, b) if network.graph.has_edge(a, b) else (b, a) for a, b in pairwise(way)]
    return [(a, b, min(network.graph[a][b])) for a, b in ends]


def explanation(network: Network, start: str, end: str, language: Language) -> tuple[Hop, ...]:
    """The shortest way between two things, hop by hop with its quotes. Raises NotFound if there is none."""
    return tuple(network.hop(*edge, language) for edge in way_between(network, start, end))


def near(network: Network, start: str, depth: int) -> Any:
    """The part of the graph within so many hops of a thing, in either direction.

    Raises  NotFound if nothing rests on it nor it on anything, or if that is more than MOST_NODES.
    """
    import networkx

    if start not in network.graph:
        raise NotFound(
            f"nothing rests on {_short(start)}, nor it on anything",
            message_vi=f"không gì dựa trên {_short(start)}, và nó cũng không dựa trên gì",
        )
    found = networkx.ego_graph(network.graph, start, radius=depth, undirected=True)
    if len(found) > MOST_NODES:
        raise NotFound(
            f"{len(found):,} things stand within {depth} hops of {_short(start)}, at most {MOST_NODES:,} are given",
            message_vi=f"{_short(start)} có {len(found):,} đối tượng trong {depth} bước, nhiều nhất {MOST_NODES:,}",
            hint="ask for fewer hops",
            hint_vi="giảm số bước",
        )
    return found


def _short(iri: str) -> str:
    return iri.removeprefix(ID_BASE)[:200]
