"""What the shapes look at when they judge a few nodes.

It lets a small import into a large graph be checked in the time that the import takes, not the graph.
"""

from collections.abc import Collection, Iterable

from pyoxigraph import NamedNode, Quad, Store
from rdflib import RDF

from ontology.terms import MG

_SUBJECT = NamedNode(str(RDF.subject))
_IN_POSITION = NamedNode(str(MG.inPosition))
_STEPS = 2  # the furthest any shape looks: document -> other document -> its issuer, whose level is read


def neighbourhood(data: Store, focus: Collection[str]) -> Store:
    """The part of `data` that decides what the shapes say of the nodes in `focus`, in the default graph of a new store.

    check_store(neighbourhood(data, focus), focus) equals check_store(data, focus): tests/shapes/test_neighbourhood.py.
    """
    centre = {NamedNode(iri) for iri in focus}
    found: set[Quad] = set()
    reached = centre | _evidence(data, centre) | _rivals(data, centre)
    for _ in range(_STEPS + 1):
        described = _described(data, reached)
        found |= described
        reached = {quad.object for quad in described if isinstance(quad.object, NamedNode)} - reached
    part = Store()
    part.bulk_extend(found)
    return part


def _described(data: Store, nodes: Iterable[NamedNode]) -> set[Quad]:
    """What is said of the nodes, whichever graph says it."""
    return {
        Quad(quad.subject, quad.predicate, quad.object)
        for node in nodes
        for quad in data.quads_for_pattern(node, None, None, None)
    }


def _evidence(data: Store, nodes: Iterable[NamedNode]) -> set[NamedNode]:
    """The evidence for what is said of the nodes."""
    return {e for node in nodes for e in _pointing(data, _SUBJECT, node)}


def _rivals(data: Store, holdings: Iterable[NamedNode]) -> set[NamedNode]:
    """Other holdings of the positions that the holdings fill."""
    positions = {
        quad.object
        for holding in holdings
        for quad in data.quads_for_pattern(holding, _IN_POSITION, None, None)
        if isinstance(quad.object, NamedNode)
    }
    return {h for position in positions for h in _pointing(data, _IN_POSITION, position)}


def _pointing(data: Store, predicate: NamedNode, target: NamedNode) -> Iterable[NamedNode]:
    for quad in data.quads_for_pattern(None, predicate, target, None):
        if isinstance(quad.subject, NamedNode):
            yield quad.subject
