// Which of these nodes are there, and the relationships that start at them, as they are; no type for a node without any.
UNWIND $batch.rows AS iri
MATCH (a:Resource {iri: iri})
OPTIONAL MATCH (a)-[r]->(b:Resource)
RETURN a.iri AS start, type(r) AS type, b.iri AS end, properties(r) AS properties
