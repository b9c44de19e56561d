// Removes relationships, whatever number of them there are.
UNWIND $rows AS row
MATCH (:Resource {iri: row.start})-[r]->(:Resource {iri: row.end})
WHERE type(r) = row.type
DELETE r
