"""The report on a change: on those nodes alone that the shapes may judge anew because of it."""

from collections.abc import Collection, Iterable

from pyoxigraph import NamedNode, Quad, Store, Triple
from rdflib import RDF, SKOS

from ontology.terms import CODE_BASE, MG
from shapes.check import Report, check_store
from shapes.neighbourhood import neighbourhood
from shapes.reach import (
    STEPS,
    is_overruling,
    objects,
    overruled,
    positions_of,
    rival_holdings,
    subjects,
    with_provisions,
)

_SUBJECT, _PREDICATE, _OBJECT = (NamedNode(str(p)) for p in (RDF.subject, RDF.predicate, RDF.object))
_IN_POSITION, _POSITION_IN, _ROLE = (NamedNode(str(p)) for p in (MG.inPosition, MG.positionIn, MG.role))
_NUMBER = NamedNode(str(MG.documentNumber))
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
    nodes |= {
        evidence for t in lost if isinstance(t.subject, NamedNode) for evidence in subjects(data, _SUBJECT, t.subject)
    }
    nodes |= _unproven(data, lost)
    nodes |= _lookers(data, looked_at) | _rivals(data, changed, looked_at) | _resting(data, changed, looked_at)
    if any(node.value.startswith(CODE_BASE) for node in looked_at):
        nodes |= _numbered(data)
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
    """Those whose shapes may look at the nodes: what points at them, directly or over one other, and its provisions."""
    found = reached = with_provisions(data, nodes)
    for _ in range(STEPS):
        reached = with_provisions(data, {looker for node in reached for looker in _pointing(data, node)}) - found
        found = found | reached
    return found


def _numbered(data: Store) -> set[NamedNode]:
    """The documents with a number, in which a code may stand."""
    return {q.subject for q in data.quads_for_pattern(None, _NUMBER, None, None) if isinstance(q.subject, NamedNode)}


def _rivals(data: Store, changed: Collection[Triple], nodes: set[NamedNode]) -> set[NamedNode]:
    """The holdings of every post in which a holding came, went or changed, or which changed itself."""
    posts = {t.object for t in changed if t.predicate == _IN_POSITION and isinstance(t.object, NamedNode)}
    moved = {t for t in changed if t.predicate in (_POSITION_IN, _ROLE)}
    bodies = {t.object for t in moved} | {body for t in moved for body in objects(data, t.subject, _POSITION_IN)}
    posts |= {post for body in bodies for post in subjects(data, _POSITION_IN, body)}
    return rival_holdings(data, posts | positions_of(data, nodes))


def _resting(data: Store, changed: Iterable[Triple], nodes: set[NamedNode]) -> set[NamedNode]:
    """What points at something that one of the nodes replaces or repeals, or did before the change."""
    told = {t.object for t in changed if is_overruling(t.predicate) and isinstance(t.object, NamedNode)}
    weakened = with_provisions(data, told) | overruled(data, nodes)
    return with_provisions(data, {looker for node in weakened for looker in _pointing(data, node)})


def _pointing(data: Store, target: NamedNode) -> set[NamedNode]:
    """What points at the target by any predicate but those of evidence."""
    return {
        quad.subject
        for quad in data.quads_for_pattern(None, None, target, None)
        if isinstance(quad.subject, NamedNode) and quad.predicate not in _OF_EVIDENCE
    }


def _triple(quad: Quad) -> Triple:
    return Triple(quad.subject, quad.predicate, quad.object)


def _stated(data: Store, triple: Triple) -> bool:
    return next(iter(data.quads_for_pattern(triple.subject, triple.predicate, triple.object, None)), None) is not None
