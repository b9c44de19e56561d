"""The report on a change: on those nodes alone that the shapes may judge anew because of it."""

from collections.abc import Collection, Iterable

from pyoxigraph import NamedNode, Quad, Store, Triple
from rdflib import RDF, SKOS

from ontology.terms import MG
from shapes.check import Report, check_store
from shapes.neighbourhood import neighbourhood

_SUBJECT, _PREDICATE, _OBJECT = (NamedNode(str(p)) for p in (RDF.subject, RDF.predicate, RDF.object))
_IN_POSITION = NamedNode(str(MG.inPosition))
_STEPS = 2  # the furthest any shape looks, as in neighbourhood.py
_OF_EVIDENCE = frozenset({_SUBJECT, _PREDICATE, _OBJECT})
# What no shape reads but at the node itself: a new name of a body concerns nothing that points at the body.
_OWN = _OF_EVIDENCE | {NamedNode(str(p)) for p in (SKOS.prefLabel, SKOS.altLabel, MG.title, MG.dateText, MG.note)}
_MOST = 0.3  # of the graph: from this share on, cutting out the neighbourhood costs more than it saves


def check_change(data: Store, added: Collection[Quad], removed: Collection[Quad]) -> Report:
    """The results on the nodes that the change concerns, judged within `data`, which holds it already.

    What the shapes say of all other nodes is as it was before the change: tests/shapes/test_change.py.
    """
    focus = concerned(data, added, removed)
    if len(added) < _MOST * len(data):
        return check_store(neighbourhood(data, focus), focus)
    return Report(tuple(result for result in check_store(data).results if result.focus_node in focus))


def concerned(data: Store, added: Collection[Quad], removed: Collection[Quad]) -> set[str]:
    """IRIs of the nodes that the shapes may judge otherwise since the change.

    A statement that another source made already is no change: shapes see the union of all graphs.
    """
    lost = {_triple(q) for q in removed if not _stated(data, _triple(q))}
    changed = lost | _gained(data, added, removed)
    nodes = {t.subject for t in changed if isinstance(t.subject, NamedNode)}
    looked_at = {t.subject for t in changed if isinstance(t.subject, NamedNode) and t.predicate not in _OWN}
    nodes |= {evidence for t in lost for evidence in _pointing(data, t.subject, {_SUBJECT})}
    nodes |= _unproven(data, lost)
    nodes |= _lookers(data, looked_at) | _rivals(data, changed)
    return {node.value for node in nodes}


def _gained(data: Store, added: Collection[Quad], removed: Collection[Quad]) -> set[Triple]:
    """The triples that nothing stated before. One run over the data costs less than many look-ups in it."""
    fresh, before = set(added), {_triple(q) for q in removed}
    new = {_triple(q) for q in fresh} - before
    if len(fresh) < _MOST * len(data):
        return {
            t for t in new if all(q in fresh for q in data.quads_for_pattern(t.subject, t.predicate, t.object, None))
        }
    return new - {_triple(q) for q in data if q not in fresh}


def _unproven(data: Store, lost: Collection[Triple]) -> set[NamedNode]:
    """The subjects of statements that lost evidence, or a part of it."""
    evidence = {t.subject for t in lost if t.predicate in _OF_EVIDENCE and isinstance(t.subject, NamedNode)}
    told = {t.object for t in lost if t.predicate == _SUBJECT}
    told |= {q.object for node in evidence for q in data.quads_for_pattern(node, _SUBJECT, None, None)}
    return {node for node in told if isinstance(node, NamedNode)}


def _lookers(data: Store, nodes: set[NamedNode]) -> set[NamedNode]:
    """Those whose shapes may look at the nodes: what points at them, directly or over one other."""
    found, reached = set(nodes), set(nodes)
    for _ in range(_STEPS):
        reached = {looker for node in reached for looker in _pointing(data, node, None)} - found
        found |= reached
    return found


def _rivals(data: Store, changed: Iterable[Triple]) -> set[NamedNode]:
    """The holdings of every position in which a holding came, went or changed."""
    holdings = {t.subject for t in changed if isinstance(t.subject, NamedNode)}
    positions = {t.object for t in changed if t.predicate == _IN_POSITION}
    positions |= {q.object for h in holdings for q in data.quads_for_pattern(h, _IN_POSITION, None, None)}
    return {h for position in positions for h in _pointing(data, position, {_IN_POSITION})}


def _pointing(data: Store, target: object, predicates: Collection[NamedNode] | None) -> set[NamedNode]:
    """What points at the target: by one of the predicates, else by any but those of evidence."""
    if not isinstance(target, NamedNode):
        return set()
    return {
        quad.subject
        for quad in data.quads_for_pattern(None, None, target, None)
        if isinstance(quad.subject, NamedNode)
        and (quad.predicate in predicates if predicates else quad.predicate not in _OF_EVIDENCE)
    }


def _triple(quad: Quad) -> Triple:
    return Triple(quad.subject, quad.predicate, quad.object)


def _stated(data: Store, triple: Triple) -> bool:
    return next(iter(data.quads_for_pattern(triple.subject, triple.predicate, triple.object, None)), None) is not None
