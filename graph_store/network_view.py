"""A neighbourhood or a way of the network as a chain to be drawn and told, and as files for other programs."""

import io
import json
from collections.abc import Mapping
from datetime import date
from typing import Any, Literal, cast, get_args

from graph_store.chain_model import Chain
from graph_store.chains import chain_over
from graph_store.network import Network, near, way_between
from ontology.language import Language
from ontology.terms import ONTOLOGY_BASE, labels

Form = Literal["graphml", "gexf", "json"]
FORMATS: tuple[Form, ...] = get_args(Form)


def around(network: Network, start: str, depth: int, today: date) -> Chain:
    """What stands within so many hops of a thing. Raises NotFound as `near` does.

    Takes   `today`: the day for which hops are called broken, if the network has none of its own.
    """
    import networkx

    found = near(network, start, depth)
    depths = networkx.single_source_shortest_path_length(found.to_undirected(as_view=True), start)
    return _chain(network, start, dict(depths), list(found.edges(keys=True)), today)


def way(network: Network, start: str, end: str, today: date) -> Chain:
    """The shortest way between two things, one below the other. Raises NotFound if there is none."""
    edges, here = way_between(network, start, end), start
    depths = {start: 0}
    for place, (a, b, _) in enumerate(edges, 1):
        here = b if a == here else a
        depths[here] = place
    return _chain(network, start, depths, edges, today)


def flat(chain: Chain, language: Language) -> Any:
    """The chain as a networkx.MultiDiGraph whose attributes are plain text and numbers, as files of graphs hold them.

    Nodes are IRIs with `name`, `type`, `depth` and `broken`; edges go from subject to object with the property as key.
    """
    import networkx

    graph = networkx.MultiDiGraph(start=chain.start, at=chain.at)
    for node in chain.nodes:
        broken = "; ".join(r.message_vi if language == "vi" else r.message_en for r in node.broken)
        graph.add_node(
            node.iri, name=_plain(node.label(language)), type=node.type, depth=node.depth, broken=_plain(broken)
        )
    for edge in chain.edges:
        told = labels(ONTOLOGY_BASE + edge.predicate)
        broken = "; ".join(r.message_vi if language == "vi" else r.message_en for r in edge.broken)
        told_of = {
            "label": told.told(language),
            "certainty": edge.certainty,
            "standing": edge.standing,
            "broken": _plain(broken),
            "from": edge.valid_from or "",
            "to": edge.valid_to or "",
            "quote": _plain(edge.evidence[0].quote) if edge.evidence else "",
        }
        graph.add_edge(edge.subject, edge.object, key=edge.predicate, property=edge.predicate, **told_of)
    return graph


def written(graph: Any, form: Form) -> bytes:
    """The graph in one of FORMATS, for Gephi, yEd, Cytoscape, or networkx itself."""
    import networkx

    if form == "json":
        return json.dumps(networkx.node_link_data(graph, edges="edges"), ensure_ascii=False).encode() + b"\n"
    output = io.BytesIO()
    if form == "gexf":
        graph = graph.copy()
        for *_, attributes in graph.edges(data=True):
            attributes["since"], attributes["until"] = attributes.pop("from"), attributes.pop("to")
        networkx.write_gexf(graph, output)
    else:
        networkx.write_graphml(graph, output)
    return output.getvalue()


def _chain(
    network: Network, start: str, depths: Mapping[str, int], edges: list[tuple[str, str, str]], today: date
) -> Chain:
    stated = [(network.graph.edges[a, b, key], key) for a, b, key in edges]
    statements = sorted((cast(str, told["subject"]), key, cast(str, told["object"])) for told, key in stated)
    return chain_over(network.reader, start, depths, statements, at=network.at or today)


def _plain(text: str) -> str:
    """Without the characters that XML cannot hold."""
    return "".join(c for c in text if c >= " " and c not in "\ufffe\uffff")
