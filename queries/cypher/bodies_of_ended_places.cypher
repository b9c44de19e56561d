// bodies_of_ended_places: which bodies of places that had ended by the day ?at have no known end of their own?
// vi: những cơ quan nào thuộc địa phương đã kết thúc trước ngày ?at mà chưa có nguồn nói về sự kết thúc của chính chúng?
// param at date default today: the day in question | ngày cần biết
// note: ?successor = a place that succeeds the ended one.
// returns ?place iri, ?existsTo date, ?successor iri, ?body iri, ?label string

MATCH (b:Resource)-[:IN_PLACE]->(p:Place)
WHERE p.latest < $at AND b.existsTo IS NULL AND b.latest IS NULL
OPTIONAL MATCH (s:Place)-[:SUCCEEDS]->(p)
RETURN DISTINCT p.iri AS place, p.existsTo AS existsTo, s.iri AS successor, b.iri AS body, b.label_vi AS label
ORDER BY place, body, coalesce(successor, '')
LIMIT 5000
