// Makes nodes be what the rows say, and nothing else: labels and properties of before go. A row is labels and properties.
UNWIND $batch.rows AS row
MERGE (n:Resource {iri: row[1].iri})
SET n = row[1]
SET n:$(row[0])
WITH n, [label IN labels(n) WHERE NOT label IN row[0]] AS stale
REMOVE n:$(stale)
