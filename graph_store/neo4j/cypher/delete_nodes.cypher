// Removes nodes with their relationships.
UNWIND $batch.rows AS iri
MATCH (n:Resource {iri: iri})
DETACH DELETE n
