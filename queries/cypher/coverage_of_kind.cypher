// coverage_of_kind: how many bodies of ?kind do sources count, out of how many, and how many does the graph know?
// vi: nguồn đếm được bao nhiêu cơ quan loại ?kind trên tổng số bao nhiêu, đồ thị biết bao nhiêu?
// param kind iri: the kind of body | loại cơ quan
// returns ?coverage iri, ?asOf date, ?counted integer, ?outOf integer, ?known integer

MATCH (k:Resource {iri: $kind})<-[:COVERS]-(c:Coverage)
OPTIONAL MATCH (k)<-[:OF_KIND]-(b:Resource)
WITH c, count(DISTINCT b) AS known
RETURN c.iri AS coverage, c.asOf AS asOf, c.counted AS counted, c.outOf AS outOf, known
ORDER BY coalesce(asOf, ''), coverage
LIMIT 1000
