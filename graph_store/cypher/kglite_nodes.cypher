// Creates nodes with their properties.
UNWIND $rows AS row
CREATE (n:Resource {iri: row.iri})
SET n += row.properties
