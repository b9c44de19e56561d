// Gives nodes one more label.
UNWIND $rows AS row
MATCH (n:Resource {iri: row.iri})
SET n:$(label)
