"""The rules in SPARQL over several records, each asked once of a graph in memory instead of once of every node.

A rule begins at $this (rules.ttl), so it finds in the graph what it finds of each node. Whoever calls asks the engine
about the nodes that are found, as it alone makes results. tests/shapes/test_suspects.py.
"""

from collections.abc import Iterable

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
    rules = (rule for rule in shapes.subjects(SH.sparql, unique=True) if rule not in EVIDENCE_RULES)
    return {iri for rule in rules for iri in _found(store, shapes, rule)}


def _found(store: Store, shapes: Graph, rule: Node) -> Iterable[str]:
    seen: list[NamedNode | BlankNode | DefaultGraph] = [_BARE] if rule == _STATEMENT_EVIDENCE else [_PROVEN, _BARE]
    classes = {
        c for of in shapes.objects(rule, SH.targetClass) for c in background().transitive_subjects(RDFS.subClassOf, of)
    }
    begin = _BEGIN_WITH_TARGETS.format(classes=" ".join(sorted(f"<{c}>" for c in classes)))
    for constraint in shapes.objects(rule, SH.sparql):
        query = str(shapes.value(constraint, SH.select)).replace(_BEGIN, begin, 1)
        prefixes = {
            str(shapes.value(declaration, SH.prefix)): str(shapes.value(declaration, SH.namespace))
            for declarations in shapes.objects(constraint, SH.prefixes)
            for declaration in shapes.objects(declarations, SH.declare)
        }
        rows = store.query(query, prefixes=prefixes, default_graph=seen)
        assert isinstance(rows, QuerySolutions)
        yield from (node.value for row in rows if isinstance(node := row["this"], NamedNode))
