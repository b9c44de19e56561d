// Creates relationships of one type.
UNWIND $rows AS row
MATCH (a:Resource {iri: row.subject})
MATCH (b:Resource {iri: row.object})
CREATE (a)-[r:$(type)]->(b)
SET r += row.properties
