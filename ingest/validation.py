"""The shapes over a staged graph: from the store's quads to the rdflib graph that the check wants."""

from pyoxigraph import RdfFormat, Store, Triple, serialize
from rdflib import Graph
from shapes.check import Report, check


def check_graph(store: Store) -> Report:
    """What the shapes say of the union of all named graphs."""
    triples = {Triple(q.subject, q.predicate, q.object) for q in store.quads_for_pattern(None, None, None, None)}
    graph = Graph()
    graph.parse(data=serialize(triples, format=RdfFormat.N_TRIPLES), format="nt")
    return check(graph)
