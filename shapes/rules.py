"""The rules in SPARQL over several records, each asked once of a graph in memory instead of once of every node.

A rule begins at $this (rules.ttl), so it finds in the graph what it finds of each node. Whoever calls asks the engine
about the nodes that are found, as it alone makes results. tests/shapes/test_suspects.py.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from pyoxigraph import BlankNode, DefaultGraph, NamedNode, QuerySolutions, RdfFormat, Store
from rdflib import RDFS, SH, Graph, URIRef
from rdflib.term import Node

from ontology.terms import SHAPE_BASE
from shapes.check import background, background_ntriples
from shapes.evident import EVIDENCE_RULES

_STATEMENT_EVIDENCE = URIRef(f"{SHAPE_BASE}Statement-evidence")
# A rule says nothing of its targets. Told first, they keep the query from beginning at its other end: 0.01 s for 1.6 s.
_BEGIN, _BEGIN_WITH_TARGETS = "WHERE {", "WHERE {{ VALUES ?targeted {{ {classes} }} $this a ?targeted ."
_PROVEN, _BARE = NamedNode("urn:mandate:proven"), NamedNode("urn:mandate:bare")


def found_by_rules(shapes: Graph, proven: Iterable[str], bare: Iterable[str]) -> set[str]:
    """IRIs of nodes, among them all about which a rule of the shapes, but for those on evidence, finds something.

    Takes   proven, bare: lines of N-Triples. Each statement of the first has evidence, which need not be in either;
            whether one of the second has is told by what stands in the second, and so is the class of a node.
    """
    store = Store()
    store.load(background_ntriples().encode(), RdfFormat.N_TRIPLES, to_graph=_PROVEN)
    for lines, graph in ((proven, _PROVEN), (bare, _BARE)):
        store.bulk_load("".join(lines).encode(), RdfFormat.N_TRIPLES, to_graph=graph)
    return {iri for rule in _rules(shapes) for iri in _found(store, rule)}


@dataclass(frozen=True, slots=True)
class _Rule:
    """A rule, ready to be asked of all nodes at once."""

    query: str
    prefixes: Mapping[str, str]
    of_evidence: bool  # whether statements have it, so that those that do need not be looked at


@lru_cache(maxsize=8)
def _rules(shapes: Graph) -> tuple[_Rule, ...]:
    """All rules of the shapes but for those on evidence. A shapes graph is not changed once it is in use."""
    rules = sorted((rule for rule in shapes.subjects(SH.sparql, unique=True) if rule not in EVIDENCE_RULES), key=str)
    return tuple(_ready(shapes, rule, constraint) for rule in rules for constraint in shapes.objects(rule, SH.sparql))


def _ready(shapes: Graph, rule: Node, constraint: Node) -> _Rule:
    classes = {
        c for of in shapes.objects(rule, SH.targetClass) for c in background().transitive_subjects(RDFS.subClassOf, of)
    }
    begin = _BEGIN_WITH_TARGETS.format(classes=" ".join(sorted(f"<{c}>" for c in classes)))
    prefixes = {
        str(shapes.value(declaration, SH.prefix)): str(shapes.value(declaration, SH.namespace))
        for declarations in shapes.objects(constraint, SH.prefixes)
        for declaration in shapes.objects(declarations, SH.declare)
    }
    query = str(shapes.value(constraint, SH.select)).replace(_BEGIN, begin, 1)
    return _Rule(query, prefixes, rule == _STATEMENT_EVIDENCE)


def _found(store: Store, rule: _Rule) -> Iterable[str]:
    seen: list[NamedNode | BlankNode | DefaultGraph] = [_BARE] if rule.of_evidence else [_PROVEN, _BARE]
    rows = store.query(rule.query, prefixes=dict(rule.prefixes), default_graph=seen)
    assert isinstance(rows, QuerySolutions)
    return [node.value for row in rows if isinstance(node := row["this"], NamedNode)]
