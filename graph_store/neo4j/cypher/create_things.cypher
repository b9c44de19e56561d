// Creates nodes that are not there, with the relationships that start at them: a row is labels, properties and a list of
// (type, end, properties). Each end is there or among these rows.
UNWIND $batch.rows AS row
CREATE (n:$(row[0]))
SET n = row[1]
WITH n, row[2] AS outgoing
UNWIND outgoing AS found
MATCH (b:Resource {iri: found[1]})
CREATE (n)-[r:$(found[0])]->(b)
SET r = found[2]
