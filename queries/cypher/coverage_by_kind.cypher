// coverage_by_kind: how many bodies of each kind do sources count, out of how many, and how many does the graph know?
// vi: với mỗi loại cơ quan, nguồn đếm được bao nhiêu trên tổng số bao nhiêu, đồ thị biết bao nhiêu?
// param only string default any: only claims about this year (2022), or any | chỉ số liệu của năm này (2022), hoặc any
// note: one row for each claim of a source; coverage_of_kind asks for one kind.
// returns ?kind iri, ?kindName string, ?coverage iri, ?asOf date, ?counted integer, ?outOf integer, ?known integer

MATCH (k:Resource)<-[:COVERS]-(c:Coverage)
WHERE $only = 'any' OR c.asOf STARTS WITH $only
OPTIONAL MATCH (k)<-[:OF_KIND]-(b:Resource)
WITH k, c, count(DISTINCT b) AS known
RETURN k.iri AS kind, k.label_vi AS kindName, c.iri AS coverage, c.asOf AS asOf, c.counted AS counted, c.outOf AS outOf, known
ORDER BY kind, coalesce(asOf, ''), coverage
LIMIT 1000
