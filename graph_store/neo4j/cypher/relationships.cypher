// All relationships of the graph, as they are.
MATCH (a:Resource)-[r]->(b:Resource)
RETURN type(r) AS type, a.iri AS start, b.iri AS end, properties(r) AS properties
