// bodies_ended_between: which bodies ended between ?since and ?until, and what succeeded them?
// vi: những cơ quan nào kết thúc từ ngày ?since đến ngày ?until, và cơ quan nào kế thừa?
// param since date default 0001-01-01: first day | từ ngày
// param until date default today: last day | đến ngày
// note: certain = all days on which it may have ended lie between; possible = some do. Of several ends, the smallest counts.
// returns ?body iri, ?existsTo date, ?certainty string, ?successor iri, ?label string

MATCH (b:Body)
WHERE b.existsTo IS NOT NULL
WITH b, CASE WHEN substring(b.existsTo, 5, 2) > '12' THEN left(b.existsTo, 4) ELSE b.existsTo END AS told
WITH b, told + substring('0000-01-01', size(told)) AS first
WITH b, first, coalesce(b.latest, first) AS last
WHERE first <= $until AND last >= $since
OPTIONAL MATCH (s:Resource)-[:SUCCEEDS]->(b)
RETURN DISTINCT b.iri AS body, b.existsTo AS existsTo,
  CASE WHEN first >= $since AND last <= $until THEN 'certain' ELSE 'possible' END AS certainty,
  s.iri AS successor, b.label_vi AS label
ORDER BY existsTo, body, coalesce(successor, '')
LIMIT 5000
