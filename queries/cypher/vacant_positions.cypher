// vacant_positions: which posts had, as far as is known, no holder on the day ?at?
// vi: những chức vụ nào chưa biết có ai giữ vào ngày ?at?
// param at date default today: the day in question | ngày cần biết
// note: a post is left out if no date excludes an office in it, or if its body had not begun or had ended;
// note: ?known = offices in it that the graph knows of other times: with 0 the post may well have been filled.
// returns ?position iri, ?body iri, ?role string, ?rank integer, ?known integer, ?bodyName string

MATCH (p:Position)-[:POSITION_IN]->(b:Resource)
WHERE coalesce(b.earliest, $at) <= $at AND coalesce(b.latest, $at) >= $at
OPTIONAL MATCH (h:Holding)-[:IN_POSITION]->(p)
WITH DISTINCT p, b, h, CASE WHEN h IS NOT NULL AND (
    (coalesce(h.validFrom + CASE WHEN size(h.validFrom) = 10 THEN '' ELSE '~' END <= $at, false)
      OR any(o IN coalesce(h.observedOn, []) WHERE o <= $at))
    AND (coalesce(CASE WHEN substring(h.validTo, 5, 2) > '12' THEN left(h.validTo, 4) ELSE h.validTo END >= $at, false)
      OR any(o IN coalesce(h.observedOn, []) WHERE o >= $at))
    OR (coalesce(h.earliest, $at) <= $at AND coalesce(h.latest, $at) >= $at)) THEN 1 ELSE 0 END AS held
WITH p, b, count(h) AS known, sum(held) AS holding
WHERE holding = 0
RETURN p.iri AS position, b.iri AS body, p.role AS role, p.rank AS rank, known, b.label_vi AS bodyName
ORDER BY body, coalesce(rank, 99), position
LIMIT 5000
