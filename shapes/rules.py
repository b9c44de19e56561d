"""The rules in SPARQL over several records, each asked once of a graph in memory instead of once of every node.

A rule begins at $this (rules.ttl), so it finds in the graph what it finds of each node, and of nodes besides that are
none of its targets: whoever calls asks the engine about all of them. tests/shapes/test_suspects.py.
"""

from collections.abc import Iterable

from pyoxigraph import BlankNode, DefaultGraph, NamedNode, QuerySolutions, RdfFormat, Store
from rdflib import SH, Graph, URIRef
from rdflib.term import Node

from ontology.terms import SHAPE_BASE
from shapes.check import background_ntriples
from shapes.evident import EVIDENCE_RULES

_STATEMENT_EVIDENCE = URIRef(f"{SHAPE_BASE}Statement-evidence")
_PROVEN, _BARE = NamedNode("urn:mandate:proven"), NamedNode("urn:mandate:bare")


def found_by_rules(shapes: Graph, proven: Iterable[str], bare: Iterable[str]) -> set[str]:
    """IRIs of nodes, among them all about which a rule of the shapes, but for those on evidence, finds something.

    Takes   proven, bare: lines of N-Triples. Each statement of the first has evidence, which need not be in either;
            whether one of the second has is told by what stands in the second.
    """
    store = Store()
    store.load(background_ntriples().encode(), RdfFormat.N_TRIPLES, to_graph=_PROVEN)
    for lines, graph in ((proven, _PROVEN), (bare, _BARE)):
        store.bulk_load("".join(lines).encode(), RdfFormat.N_TRIPLES, to_graph=graph)
    rules = (rule for rule in shapes.subjects(SH.sparql, unique=True) if rule not in EVIDENCE_RULES)
    return {iri for rule in rules for iri in _found(store, shapes, rule)}


def _found(store: Store, shapes: Graph, rule: Node) -> Iterable[str]:
    seen: list[NamedNode | BlankNode | DefaultGraph] = [_BARE] if rule == _STATEMENT_EVIDENCE else [_PROVEN, _BARE]
    for constraint in shapes.objects(rule, SH.sparql):
        query = str(shapes.value(constraint, SH.select))
        prefixes = {
            str(shapes.value(declaration, SH.prefix)): str(shapes.value(declaration, SH.namespace))
            for declarations in shapes.objects(constraint, SH.prefixes)
            for declaration in shapes.objects(declarations, SH.declare)
        }
        rows = store.query(query, prefixes=prefixes, default_graph=seen)
        assert isinstance(rows, QuerySolutions)
        yield from (node.value for row in rows if isinstance(node := row["this"], NamedNode))
