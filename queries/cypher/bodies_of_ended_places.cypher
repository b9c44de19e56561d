// bodies_of_ended_places: which bodies of places that had ended by the day ?at have no known end of their own?
// vi: những cơ quan nào thuộc địa phương đã kết thúc trước ngày ?at mà chưa có nguồn nói về sự kết thúc của chính chúng?
// param at date default today: the day in question | ngày cần biết
// note: certain = the place had ended whichever day its date means; possible = its date leaves it open. ?successor = a place that
// note: succeeds the ended one. Of several ends that sources give, the smallest counts.
// returns ?place iri, ?existsTo date, ?certainty string, ?successor iri, ?body iri, ?label string

MATCH (b:Resource)-[:IN_PLACE]->(p:Place)
WHERE b.existsTo IS NULL AND b.latest IS NULL
WITH b, p, coalesce(p.latest < $at, false) AS ended,
  CASE WHEN substring(p.existsTo, 5, 2) > '12' THEN left(p.existsTo, 4) ELSE p.existsTo END AS u
WHERE ended OR coalesce(u + substring('0000-01-01', size(u)) < $at, false)
OPTIONAL MATCH (s:Place)-[:SUCCEEDS]->(p)
RETURN DISTINCT p.iri AS place, p.existsTo AS existsTo, CASE WHEN ended THEN 'certain' ELSE 'possible' END AS certainty,
  s.iri AS successor, b.iri AS body, b.label_vi AS label
ORDER BY place, body, coalesce(successor, '')
LIMIT 5000
