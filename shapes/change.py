"""The report on a change: on those nodes alone that the shapes may judge anew because of it."""

from collections.abc import Collection, Iterable, Iterator, Sequence, Set
from itertools import chain, islice
from pathlib import Path
from typing import cast

from pyoxigraph import NamedNode, Quad, QuerySolutions, RdfFormat, Store, Triple, parse, serialize
from rdflib import RDF

from ontology.terms import CODE_BASE, MG
from shapes.check import Report, Shapes, bundled
from shapes.evident import TYPE
from shapes.neighbourhood import neighbourhood, proven
from shapes.own import OwnShapes
from shapes.reach import (
    OF_EVIDENCE,
    STEPS,
    UNFOLLOWED,
    is_overruling,
    objects,
    overruled,
    positions_of,
    rival_holdings,
    subjects,
    with_provisions,
)
from shapes.suspects import Sifted, quad_terms, sift, suspects, triple_terms, unstated
from shapes.whole import MOST, PART, check_nodes, check_whole

_SUBJECT = NamedNode(str(RDF.subject))
_IN_POSITION, _POSITION_IN, _ROLE = (NamedNode(str(p)) for p in (MG.inPosition, MG.positionIn, MG.role))
_FROM_SOURCE = NamedNode(str(MG.fromSource))
_OF_POSTS = frozenset({_IN_POSITION, _POSITION_IN, _ROLE})
_NUMBER = NamedNode(str(MG.documentNumber))
_TYPES = Path(__file__).with_name("types.rq").read_text("utf-8")
_WHOLE = 3_000_000  # quads: of more, what is left without evidence is not held in memory beside an older graph


def check_change(
    base: Store,
    data: Store,
    added: Collection[Quad],
    removed: Collection[Quad],
    *,
    own: OwnShapes | None = None,
    whole: int = _WHOLE,
    part: int = PART,
) -> Report:
    """The results on the nodes that the change concerns, judged within `data`, which is `base` with the change made.

    What the shapes say of all other nodes is as it was before the change: tests/shapes/test_change.py. Those of the
    user's `own` that look further are asked of all of `data`, and what they said of `base` already is left out.
    """
    near = _check_near(base, data, added, removed, own.near if own else None, whole, part)
    if own is None or own.far is None:
        return near
    before, now = own.found_far(base, data)
    return Report.of([*near.results, *set(now).difference(before)])


def _check_near(
    base: Store,
    data: Store,
    added: Collection[Quad],
    removed: Collection[Quad],
    shapes: Shapes | None,
    whole: int,
    part: int,
) -> Report:
    shapes = shapes or bundled()
    if next(iter(base), None) is None:
        return check_whole(data, shapes, quad_terms(added), part=part)  # everything is new
    sifted = sift(quad_terms(added), shapes, data, lambda node: _described(base, node))
    rest = "".join(f"{' '.join(triple)} .\n" for triple in sifted.rest)
    told = concerned(base, data, parse(rest, RdfFormat.N_TRIPLES), removed)
    focus = [node for node in told if f"<{node}>" not in sifted.sound]
    wrong = unstated(sifted, data)
    if len(added) <= whole and _is_most(sifted, data):
        return check_whole(data, shapes, focus={*focus, *wrong}, part=part)
    sound = set(sifted.sound.values())
    for start in range(0, len(focus), part):
        wrong |= _suspects_among(base, data, focus[start : start + part], sound, shapes)
    return check_nodes(
        data, [*(node for node in focus if node in wrong), *sorted(wrong.difference(focus))], shapes, part
    )


def _suspects_among(base: Store, data: Store, nodes: Sequence[str], sound: Set[str], shapes: Shapes) -> set[str]:
    """Those of the nodes about which the shapes may find something. `sound` are the statements with new evidence."""
    near = triple_terms(serialize(neighbourhood(data, nodes, proofs=False), format=RdfFormat.N_TRIPLES) or b"")
    before = proven(data, (node for node in nodes if _described(base, f"<{node}>")))
    return suspects(list(near), {*sound, *map(str, before)}, shapes, nodes)


def _described(data: Store, node: str) -> bool:
    """Whether a store says anything of a node, which is written as N-Triples writes it."""
    if not node.startswith("<"):
        return True
    return next(iter(data.quads_for_pattern(NamedNode(node[1:-1]), None, None, None)), None) is not None


def concerned(base: Store, data: Store, added: Iterable[Quad], removed: Iterable[Quad]) -> list[str]:
    """IRIs of the nodes that the shapes may judge otherwise since the change, those of one graph next to each other.

    A statement that another source made already is no change: shapes see the union of all graphs.
    """
    lost = {q.triple for q in removed if not _stated(data, q.triple)}
    nodes: dict[NamedNode, None] = {}
    looked_at: set[NamedNode] = set()
    telling: set[Triple] = set()  # of posts, and of what takes force from what
    evidence: set[NamedNode] = set()  # nine tenths of the nodes; no shape goes to it by what points at it
    for triple in chain(lost, _gained(base, added)):
        if isinstance(triple.subject, NamedNode):
            nodes[triple.subject] = None
            if triple.predicate == _SUBJECT:
                evidence.add(triple.subject)
            if triple.predicate not in UNFOLLOWED:
                looked_at.add(triple.subject)
        if triple.predicate in _OF_POSTS or is_overruling(triple.predicate):
            telling.add(triple)
    looked_at -= evidence
    more = {node for t in lost if isinstance(t.subject, NamedNode) for node in subjects(data, _SUBJECT, t.subject)}
    more |= _unproven(data, lost)
    more |= _lookers(data, looked_at) | _rivals(data, telling, looked_at) | _resting(data, telling, looked_at)
    if any(node.value.startswith(CODE_BASE) for node in looked_at):
        more |= _numbered(data)
    return [*(node.value for node in nodes), *sorted(node.value for node in more - nodes.keys())]


def _gained(base: Store, added: Iterable[Quad]) -> Iterator[Triple]:
    """The triples that nothing stated before. Of a subject that was not there, all are; it is looked up once."""
    subject, known = None, False
    for quad in added:
        if quad.subject != subject:
            subject = quad.subject
            known = next(iter(base.quads_for_pattern(subject, None, None, None)), None) is not None
        triple = quad.triple
        if not known or not _stated(base, triple):
            yield triple


def _unproven(data: Store, lost: Collection[Triple]) -> set[NamedNode]:
    """The subjects of statements that lost evidence, or a part of it."""
    evidence = {t.subject for t in lost if t.predicate in OF_EVIDENCE and isinstance(t.subject, NamedNode)}
    told = {t.object for t in lost if t.predicate == _SUBJECT}
    told |= {q.object for node in evidence for q in data.quads_for_pattern(node, _SUBJECT, None, None)}
    return {node for node in told if isinstance(node, NamedNode)}


def _lookers(data: Store, nodes: set[NamedNode]) -> set[NamedNode]:
    """Those whose shapes may look at the nodes: what points at them, directly or over one other, and its provisions."""
    found = reached = with_provisions(data, nodes)
    for _ in range(STEPS):
        evidence = {e for node in reached for e in subjects(data, _FROM_SOURCE, node)}  # nothing looks at these
        lookers = {looker for node in reached for looker in _pointing(data, node)} - evidence
        reached = with_provisions(data, lookers) - found
        found = found | reached | evidence
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
        if isinstance(quad.subject, NamedNode) and quad.predicate not in OF_EVIDENCE
    }


def _is_most(sifted: Sifted, data: Store) -> bool:
    """Whether a large share of the things in the store came with the change.

    Told by their types, of which no more are looked at than it takes: a store knows its length by counting its quads.
    """
    come = len(sifted.sound) + sum(predicate == TYPE for _, predicate, _ in sifted.rest)
    types = cast(QuerySolutions, data.query(_TYPES, use_default_graph_as_union=True))
    return next(islice(types, int(come / MOST), None), None) is None


def _stated(data: Store, triple: Triple) -> bool:
    return next(iter(data.quads_for_pattern(triple.subject, triple.predicate, triple.object, None)), None) is not None
