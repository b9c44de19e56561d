"""A mandate chain as plain data, for JSON and for networkx."""

from collections.abc import Callable
from dataclasses import asdict, fields
from typing import TYPE_CHECKING, Any

from graph_store.chain_model import Chain
from ontology.terms import ONTOLOGY_BASE, labels

if TYPE_CHECKING:
    import networkx


def chain_json(chain: Chain, each: Callable[[Any], dict[str, Any]] = asdict) -> dict[str, Any]:
    """Keys as the fields of Chain, Node and Edge; hops and classes bear their labels in both languages as well.

    `each` makes a map of a node or an edge: `fields_of` for who can write dataclasses as JSON, in a tenth of the time.
    """
    return {
        "start": chain.start,
        "direction": chain.direction,
        "at": chain.at,
        "depth": chain.depth,
        "truncated": chain.truncated,
        "left_out": chain.left_out,
        "broken": sum(1 for edge in chain.edges if edge.broken),
        "nodes": [each(node) | {"type_label": _labels(node.type)} for node in chain.nodes],
        "edges": [each(edge) | {"predicate_label": _labels(edge.predicate)} for edge in chain.edges],
    }


def chain_networkx(chain: Chain) -> "networkx.MultiDiGraph":
    """Nodes by IRI; edges as stated in RDF, keyed by predicate. All else stands in the attributes."""
    import networkx  # takes 0.2 s, which a command that prints a chain need not spend

    graph = networkx.MultiDiGraph(start=chain.start, direction=chain.direction, at=chain.at, truncated=chain.truncated)
    plain = chain_json(chain)
    for node in plain["nodes"]:
        graph.add_node(node["iri"], **node)
    for edge in plain["edges"]:
        graph.add_edge(edge["subject"], edge["object"], key=edge["predicate"], **edge)
    return graph


def fields_of(thing: Any) -> dict[str, Any]:
    """The fields of a dataclass; what they hold stays what it is."""
    return {known.name: getattr(thing, known.name) for known in fields(thing)}


def _labels(local_name: str) -> dict[str, str]:
    return asdict(labels(ONTOLOGY_BASE + local_name))
