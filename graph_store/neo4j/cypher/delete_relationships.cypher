// Removes relationships, whatever number of them there are. A row is type, start and end. Both ends are looked up, as the
// hints want it: left to itself the server goes through all relationships of the end, row by row.
UNWIND $batch.rows AS row
MATCH (a:Resource {iri: row[1]}) USING INDEX a:Resource(iri)
MATCH (b:Resource {iri: row[2]}) USING INDEX b:Resource(iri)
MATCH (a)-[r]->(b)
WHERE type(r) = row[0]
DELETE r
