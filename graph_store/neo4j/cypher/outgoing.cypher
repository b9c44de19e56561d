// The relationships that start at these nodes, as they are.
UNWIND $rows AS iri
MATCH (a:Resource {iri: iri})-[r]->(b:Resource)
RETURN type(r) AS type, a.iri AS start, b.iri AS end, properties(r) AS properties
