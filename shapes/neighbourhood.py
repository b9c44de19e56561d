"""What the shapes look at when they judge a few nodes.

It lets a small import into a large graph be checked in the time that the import takes, not the graph.
"""

from collections.abc import Collection, Iterable
from pathlib import Path
from typing import cast

from pyoxigraph import BlankNode, NamedNode, QuerySolutions, Store, Triple, Variable
from rdflib import RDF

from ontology.terms import MG
from shapes.reach import CODES, STEPS, overruling, positions_of, rival_holdings, with_wholes

_PROVEN = Path(__file__).with_name("evidence_of.rq").read_text("utf-8")
_SUBJECT, _TYPE = NamedNode(str(RDF.subject)), NamedNode(str(RDF.type))
_PREDICATE, _OBJECT = NamedNode(str(RDF.predicate)), NamedNode(str(RDF.object))
_EVIDENCE = NamedNode(str(MG.Evidence))


def neighbourhood(data: Store, focus: Collection[str], *, proofs: bool = True) -> set[Triple]:
    """The part of `data` that decides what the shapes say of the nodes in `focus`.

    check_triples(neighbourhood(data, focus), focus) equals check_store(data, focus): tests/shapes/test_change.py.
    Without `proofs` the evidence for what the nodes state is left out; `proven` gives what has some.
    """
    centre = {NamedNode(iri) for iri in focus}
    evidence = {node for node in centre if _is_evidence(data, node)}  # nine tenths of them, a part of nothing
    telling = centre - evidence
    rivals = rival_holdings(data, positions_of(data, telling))
    found = _described(data, _code_lists(data))
    reached = with_wholes(data, telling | rivals) | evidence | (_evidence(data, telling) if proofs else set())
    for step in range(STEPS + 1):
        described = _described(data, reached)
        found |= described
        found |= _described(data, {t.object for t in described if isinstance(t.object, BlankNode)})
        pointed_at = with_wholes(data, {t.object for t in described if isinstance(t.object, NamedNode)})
        if step == 0:
            pointed_at |= with_wholes(data, overruling(data, pointed_at))
        reached = pointed_at - reached
    return found


def proven(data: Store, nodes: Iterable[str]) -> set[Triple]:
    """The statements of the nodes that have evidence."""
    found: set[Triple] = set()
    for iri in nodes:
        rows = data.query(_PROVEN, substitutions={Variable("this"): NamedNode(iri)}, use_default_graph_as_union=True)
        found |= {Triple(row["this"], row["path"], row["value"]) for row in cast(QuerySolutions, rows)}
    return found


def _is_evidence(data: Store, node: NamedNode) -> bool:
    """Whether evidence is all that the node is."""
    types = {quad.object for quad in data.quads_for_pattern(node, _TYPE, None, None)}
    return types == {_EVIDENCE}


def _described(data: Store, nodes: Iterable[NamedNode | BlankNode]) -> set[Triple]:
    """What is said of the nodes, whichever graph says it."""
    return {quad.triple for node in nodes for quad in data.quads_for_pattern(node, None, None, None)}


def _evidence(data: Store, nodes: Iterable[NamedNode]) -> set[NamedNode]:
    """Of the evidence for each statement of the nodes one, as a document that everybody cites has as much as texts do.

    What the evidence itself is like is judged where it is in focus.
    """
    found: dict[tuple[object, ...], NamedNode] = {}
    for node in nodes:
        for quad in data.quads_for_pattern(None, _SUBJECT, node, None):
            if isinstance(evidence := quad.subject, NamedNode):
                told = (node, *_values(data, evidence, _PREDICATE), None, *_values(data, evidence, _OBJECT))
                found.setdefault(told, evidence)
    return set(found.values())


def _values(data: Store, node: NamedNode, predicate: NamedNode) -> list[object]:
    """What the node states by the predicate, in the same order whichever graph states it."""
    return sorted({quad.object for quad in data.quads_for_pattern(node, predicate, None, None)}, key=str)


def _code_lists(data: Store) -> set[NamedNode]:
    """The codes that the data add to those of the vocabulary: any document may have them in its number."""
    return {
        quad.subject
        for predicate in CODES
        for quad in data.quads_for_pattern(None, predicate, None, None)
        if isinstance(quad.subject, NamedNode)
    }
