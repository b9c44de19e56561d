"""How far shapes look: the ways from a focus node to what decides about it, walked in both directions.

neighbourhood.py walks them forwards (what do the shapes look at?), change.py backwards (who looks at this?). A new rule
over several records that goes another way fails tests/shapes/test_change.py until the way stands here.
"""

from collections.abc import Callable, Iterable

from pyoxigraph import NamedNode, Store
from rdflib import RDF, SKOS

from ontology.terms import MG

STEPS = 2  # the furthest that statements are followed: document -> other document -> its issuer, whose level is read

OF_EVIDENCE = frozenset(NamedNode(str(p)) for p in (RDF.subject, RDF.predicate, RDF.object))
# What no shape reads but at the node itself: a new name of a body concerns nothing that points at the body.
UNFOLLOWED = OF_EVIDENCE | {NamedNode(str(p)) for p in (SKOS.prefLabel, SKOS.altLabel, MG.title, MG.dateText, MG.note)}
_IN_POSITION, _POSITION_IN, _ROLE = (NamedNode(str(p)) for p in (MG.inPosition, MG.positionIn, MG.role))
_PROVISION_OF = NamedNode(str(MG.provisionOf))
_OVERRULES = (NamedNode(str(MG.replaces)), NamedNode(str(MG.repeals)))
CODES = tuple(NamedNode(str(p)) for p in (SKOS.notation, MG.code, MG.codeOf))
_ACTING = "/quyen-"  # the key of the role of whoever acts for another begins with this


def subjects(data: Store, predicate: NamedNode, target: object) -> set[NamedNode]:
    """What states the target by the predicate."""
    if not isinstance(target, NamedNode):
        return set()
    return {
        q.subject for q in data.quads_for_pattern(None, predicate, target, None) if isinstance(q.subject, NamedNode)
    }


def objects(data: Store, subject: object, predicate: NamedNode) -> set[NamedNode]:
    """The IRIs that the subject states by the predicate."""
    if not isinstance(subject, NamedNode):
        return set()
    return {q.object for q in data.quads_for_pattern(subject, predicate, None, None) if isinstance(q.object, NamedNode)}


def with_wholes(data: Store, nodes: Iterable[NamedNode]) -> set[NamedNode]:
    """The nodes, and of every provision among them what it is a provision of, up to the document."""
    return _closure(nodes, lambda node: objects(data, node, _PROVISION_OF))


def with_provisions(data: Store, nodes: Iterable[NamedNode]) -> set[NamedNode]:
    """The nodes and all their provisions, down to the points."""
    return _closure(nodes, lambda node: subjects(data, _PROVISION_OF, node))


def overruling(data: Store, nodes: Iterable[NamedNode]) -> set[NamedNode]:
    """What replaces or repeals the nodes, or that of which they are provisions."""
    return {actor for node in with_wholes(data, nodes) for p in _OVERRULES for actor in subjects(data, p, node)}


def overruled(data: Store, nodes: Iterable[NamedNode]) -> set[NamedNode]:
    """What the nodes, or their provisions, replace or repeal, with all its provisions."""
    acting = with_provisions(data, nodes)
    return with_provisions(data, {target for actor in acting for p in _OVERRULES for target in objects(data, actor, p)})


def is_overruling(predicate: NamedNode) -> bool:
    """Whether a statement by the predicate takes force from its object."""
    return predicate in _OVERRULES


def rival_holdings(data: Store, positions: Iterable[NamedNode]) -> set[NamedNode]:
    """The holdings of the positions and of those with the same role in the same body, acting or not."""
    same = {rival for position in positions for rival in _same_post(data, position)}
    return {holding for position in same for holding in subjects(data, _IN_POSITION, position)}


def positions_of(data: Store, nodes: Iterable[NamedNode]) -> set[NamedNode]:
    """The positions that those holdings fill that are among the nodes, and the positions among them."""
    nodes = set(nodes)
    filled = {position for node in nodes for position in objects(data, node, _IN_POSITION)}
    return filled | {node for node in nodes if objects(data, node, _POSITION_IN)}


def _same_post(data: Store, position: NamedNode) -> set[NamedNode]:
    roles = {_role(role) for role in objects(data, position, _ROLE)}
    rivals = {p for body in objects(data, position, _POSITION_IN) for p in subjects(data, _POSITION_IN, body)}
    return {position} | {p for p in rivals if roles & {_role(role) for role in objects(data, p, _ROLE)}}


def _role(role: NamedNode) -> str:
    return role.value.replace(_ACTING, "/")


def _closure(nodes: Iterable[NamedNode], step: Callable[[NamedNode], set[NamedNode]]) -> set[NamedNode]:
    found: set[NamedNode] = set()
    fresh = set(nodes)
    while fresh:
        found |= fresh
        fresh = {near for node in fresh for near in step(node)} - found
    return found
