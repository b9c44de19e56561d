"""What a change says anew. A new edition of a table is another source, so each of its quads goes and comes again."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from pyoxigraph import NamedNode, Quad, Triple
from rdflib import RDF

from graph_store.view import Change
from ontology.terms import MG

_SUBJECT = str(RDF.subject)
# What makes two pieces of evidence say the same of a statement. Where the words stand, and what else the quoted row
# holds, may differ from one edition to the next.
_TOLD = frozenset(
    {
        _SUBJECT,
        str(RDF.predicate),
        str(RDF.object),
        *(str(MG[name]) for name in ("claimRank", "citedSource", "confidence", "rule", "note")),
    }
)
_Telling = frozenset[tuple[str, str]]


def net_change(change: Change) -> Change:
    """The change without what is stated on both sides, by whichever sources, and without evidence that tells the same.

    What is left are the facts that come and go, with their evidence, and the descriptions of sources and imports.
    """
    came, went = _telling(change.added), _telling(change.removed)
    carried = _pairs(came, went) | _pairs(went, came)
    triples = {_triple(q) for q in change.added} & {_triple(q) for q in change.removed}
    added, removed = (
        [quad for quad in quads if quad.subject not in carried and _triple(quad) not in triples]
        for quads in (change.added, change.removed)
    )
    return Change(added, removed)


def _pairs(these: dict[NamedNode, _Telling], others: dict[NamedNode, _Telling]) -> set[NamedNode]:
    """Evidence of these for which one of the others tells the same, each of the others taken once."""
    left, found = Counter(others.values()), set()
    for evidence in sorted(these, key=str):
        if left[these[evidence]]:
            left[these[evidence]] -= 1
            found.add(evidence)
    return found


def _telling(quads: Iterable[Quad]) -> dict[NamedNode, _Telling]:
    """What each piece of evidence among the quads tells."""
    told: dict[NamedNode, set[tuple[str, str]]] = defaultdict(set)
    evidence = set()
    for quad in quads:
        if isinstance(quad.subject, NamedNode) and quad.predicate.value in _TOLD:
            told[quad.subject].add((quad.predicate.value, str(quad.object)))
            if quad.predicate.value == _SUBJECT:
                evidence.add(quad.subject)
    return {node: frozenset(told[node]) for node in evidence}


def _triple(quad: Quad) -> Triple:
    return Triple(quad.subject, quad.predicate, quad.object)
