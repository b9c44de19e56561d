"""A mandate chain as plain data, for JSON and for networkx."""

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from ontology.terms import ONTOLOGY_BASE, labels

if TYPE_CHECKING:
    from graph_store.chains import Chain


def chain_json(chain: "Chain") -> dict[str, Any]:
    """Keys as the fields of Chain, Node and Edge; hops and classes bear their labels in both languages as well."""
    return {
        "start": chain.start,
        "direction": chain.direction,
        "at": chain.at,
        "depth": chain.depth,
        "truncated": chain.truncated,
        "left_out": chain.left_out,
        "broken": sum(1 for edge in chain.edges if edge.broken),
        "nodes": [asdict(node) | {"type_label": _labels(node.type)} for node in chain.nodes],
        "edges": [asdict(edge) | {"predicate_label": _labels(edge.predicate)} for edge in chain.edges],
    }


def _labels(local_name: str) -> dict[str, str]:
    return asdict(labels(ONTOLOGY_BASE + local_name))
