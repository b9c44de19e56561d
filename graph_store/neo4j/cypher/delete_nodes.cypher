// Removes nodes with their relationships.
UNWIND $rows AS iri
MATCH (n:Resource {iri: iri})
DETACH DELETE n
