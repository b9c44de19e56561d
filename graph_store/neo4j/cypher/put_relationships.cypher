// Creates relationships that are not there: MERGE with a type in a row is several times slower.
UNWIND $rows AS row
MATCH (a:Resource {iri: row.start})
MATCH (b:Resource {iri: row.end})
CREATE (a)-[r:$(row.type)]->(b)
SET r = row.properties
