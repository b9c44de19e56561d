"""What rests on what, as a networkx graph: for weight, circles, gaps, explanations, and for other programs."""

import io
import json
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, cast

import networkx
from pyoxigraph import NamedNode, Store

from graph_store.chain_model import Language, Quote
from graph_store.chain_reader import Reader
from graph_store.chain_rules import UPWARD
from graph_store.names import name_of, position_name
from ontology.errors import NotFound
from ontology.identifiers import ID_BASE
from ontology.terms import MG

BASES = ("basedOn", "implements", "guides", "details")  # from document to document
MOST_NODES = 5_000  # of a neighbourhood
FORMATS = ("graphml", "gexf", "json")
_SAMPLED = 200  # nodes from which shortest paths are counted in a large graph
_SEED = 7  # the same graph gives the same figures


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


def resting(store: Store) -> Any:
    """The directed multigraph in which an edge leads from a thing to what it rests on, by the rules of mandate chains.

    Nodes are IRIs; the key of an edge is the local name of its property, `subject` the IRI that states it.
    """
    network = networkx.MultiDiGraph()
    ways = {way for hops in UPWARD.values() for way in hops}
    for way in sorted(ways):
        name = way.removeprefix("<")
        stated = store.quads_for_pattern(None, NamedNode(str(MG[name])), None, None)
        pairs = {(q.subject.value, q.object.value) for q in stated if isinstance(q.object, NamedNode)}  # type: ignore[union-attr]
        for subject, value in sorted(pairs):
            ends = (value, subject) if way.startswith("<") else (subject, value)
            network.add_edge(*ends, key=name, subject=subject)
    return network


def weights(store: Store, core: str, language: Language, limit: int) -> list[Weight]:
    """The things of a core class (Document, Body) on which most rests, the heaviest first."""
    network, reader = networkx.DiGraph(resting(store)), Reader(store)
    sample = _SAMPLED if len(network) > _SAMPLED else None
    between = networkx.betweenness_centrality(network, k=sample, seed=_SEED)
    wanted = sorted(n for n in network if _core(reader, n) == core)
    nearest = sorted(wanted, key=lambda n: (-network.in_degree(n), n))[: max(limit, _SAMPLED)]
    found = [
        Weight(n, _name(reader, n, language), network.in_degree(n), len(networkx.ancestors(network, n)), between[n])
        for n in nearest
    ]
    return sorted(found, key=lambda w: (-w.all, -w.direct, w.iri))[:limit]


def circles(store: Store, language: Language) -> list[tuple[Hop, ...]]:
    """Legal bases that lead back to where they began: a circle for each knot of documents, in order."""
    network, reader = resting(store), Reader(store)
    edges = [(a, b, key) for a, b, key in network.edges(keys=True) if key in BASES]
    bases = network.edge_subgraph(edges)
    knots = [sorted(knot) for knot in networkx.strongly_connected_components(bases) if len(knot) > 1]
    found = []
    for knot in sorted(knots):
        cycle = networkx.find_cycle(bases.subgraph(knot), source=knot[0])
        found.append(tuple(_hop(reader, network, a, b, key, language) for a, b, key in cycle))
    return found


def unsupported(store: Store, language: Language) -> list[tuple[str, str, str]]:
    """(core class, IRI, name) of bodies, kinds, posts and offices from which no way leads to a document."""
    network, reader = resting(store), Reader(store)
    cores = {n: _core(reader, n) for n in network}
    carried: set[str] = set()
    for document in (n for n, core in cores.items() if core == "Document"):
        if document not in carried:
            carried |= networkx.ancestors(network, document) | {document}
    gaps = [(core, n) for n, core in cores.items() if core in ("Body", "BodyKind", "Position", "Holding")]
    return [(core, n, _name(reader, n, language)) for core, n in sorted(gaps) if n not in carried]


def explanation(store: Store, start: str, end: str, language: Language) -> tuple[Hop, ...]:
    """The shortest way between two things over what rests on what, in either direction, with its quotes.

    Raises  NotFound if no way leads from one to the other.
    """
    network, reader = resting(store), Reader(store)
    try:
        way = networkx.shortest_path(network.to_undirected(as_view=True), start, end)
    except (networkx.NetworkXNoPath, networkx.NodeNotFound) as error:
        raise NotFound(
            f"nothing leads from {_short(start)} to {_short(end)}",
            message_vi=f"không có đường nào nối {_short(start)} với {_short(end)}",
            hint="ask for the mandate chain of each: mandate trace",
            hint_vi="xem chuỗi căn cứ của từng bên: mandate trace",
        ) from error
    return tuple(_between(reader, network, a, b, language) for a, b in pairwise(way))


def neighbourhood(store: Store, start: str, depth: int, language: Language) -> Any:
    """What stands within so many hops of a thing, as a networkx.MultiDiGraph with names and classes.

    Raises  NotFound if nothing rests on it nor it on anything, or if that is more than MOST_NODES.
    """
    network, reader = resting(store), Reader(store)
    if start not in network:
        raise NotFound(
            f"nothing rests on {_short(start)}, nor it on anything",
            message_vi=f"không gì dựa trên {_short(start)}, và nó cũng không dựa trên gì",
        )
    near = networkx.ego_graph(network, start, radius=depth, undirected=True)
    if len(near) > MOST_NODES:
        raise NotFound(
            f"{len(near):,} things stand within {depth} hops of {_short(start)}, at most {MOST_NODES:,} are given",
            message_vi=f"{_short(start)} có {len(near):,} đối tượng trong {depth} bước, nhiều nhất {MOST_NODES:,}",
            hint="ask for fewer hops",
            hint_vi="giảm số bước",
        )
    for node in near:
        near.nodes[node].update(name=_plain(_name(reader, node, language)), type=reader.thing(node).type)
    return near


def written(network: Any, form: str) -> bytes:
    """The network in one of FORMATS, for Gephi, yEd, Cytoscape, or networkx itself."""
    if form == "json":
        return json.dumps(networkx.node_link_data(network, edges="edges"), ensure_ascii=False).encode() + b"\n"
    output = io.BytesIO()
    (networkx.write_graphml if form == "graphml" else networkx.write_gexf)(network, output)
    return output.getvalue()


def _between(reader: Reader, network: Any, a: str, b: str, language: Language) -> Hop:
    """The first statement, in order of its property, that joins two neighbours."""
    ends = (a, b) if network.has_edge(a, b) else (b, a)
    return _hop(reader, network, *ends, min(network[ends[0]][ends[1]]), language)


def _hop(reader: Reader, network: Any, a: str, b: str, key: str, language: Language) -> Hop:
    subject = cast(str, network.edges[a, b, key]["subject"])
    value = b if subject == a else a
    quotes, _ = reader.quotes(subject, key, value)
    return Hop(subject, key, value, (_name(reader, subject, language), _name(reader, value, language)), quotes)


def _core(reader: Reader, iri: str) -> str:
    return reader.thing(iri).core


def _name(reader: Reader, iri: str, language: Language) -> str:
    return (position_name if _core(reader, iri) == "Position" else name_of)(reader, iri, language)


def _short(iri: str) -> str:
    return iri.removeprefix(ID_BASE)[:200]


def _plain(text: str) -> str:
    """Without the characters that XML cannot hold."""
    return "".join(c for c in text if c >= " " and c not in "\ufffe\uffff")
