// All nodes of the graph, as they are.
MATCH (n:Resource)
RETURN n.iri AS iri, labels(n) AS labels, properties(n) AS properties
