// Makes nodes be what the rows say, and nothing else: labels and properties of before go.
UNWIND $rows AS row
MERGE (n:Resource {iri: row.iri})
SET n = row.properties
SET n:$(row.labels)
WITH n, [label IN labels(n) WHERE NOT label IN row.labels] AS stale
REMOVE n:$(stale)
