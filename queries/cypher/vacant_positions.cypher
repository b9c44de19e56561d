// vacant_positions: which posts had, as far as is known, no holder on the day ?at?
// vi: những chức vụ nào chưa biết có ai giữ vào ngày ?at?
// param at date default today: the day in question | ngày cần biết
// note: certain = dates exclude every office in it that the graph knows; possible = none was held for certain, but dates that are
// note: missing or not exact leave one open, or the graph knows no office in it at all (?known = 0) and it may well have been filled.
// note: An office is certain and possible as in holders_on_date. A post is left out if its body had not begun or had ended.
// returns ?position iri, ?body iri, ?role string, ?rank integer, ?known integer, ?certainty string, ?bodyName string

MATCH (p:Position)-[:POSITION_IN]->(b:Resource)
WHERE coalesce(b.earliest, $at) <= $at AND coalesce(b.latest, $at) >= $at
OPTIONAL MATCH (h:Holding)-[:IN_POSITION]->(p)
WITH DISTINCT p, b, h, CASE WHEN h IS NULL THEN 0
  WHEN (coalesce(h.validFrom < left(toString(date($at) + duration({days: 1})), size(h.validFrom)), false)
      OR any(o IN coalesce(h.observedOn, []) WHERE o <= $at))
    AND (coalesce(CASE WHEN substring(h.validTo, 5, 2) > '12' THEN left(h.validTo, 4) + '-01-01'
      ELSE h.validTo + substring('0000-01-01', size(h.validTo)) END >= $at, false)
      OR any(o IN coalesce(h.observedOn, []) WHERE o >= $at)) THEN 2
  WHEN coalesce(h.earliest, $at) <= $at AND coalesce(h.latest, $at) >= $at THEN 1 ELSE 0 END AS held
WITH p, b, count(h) AS known, max(held) AS held
WHERE held < 2
RETURN p.iri AS position, b.iri AS body, p.role AS role, p.rank AS rank, known,
  CASE WHEN held = 1 OR known = 0 THEN 'possible' ELSE 'certain' END AS certainty, b.label_vi AS bodyName
ORDER BY certainty, body, coalesce(rank, 99), position
LIMIT 5000
