// person_positions: which posts did ?person hold on the day ?at?
// vi: ?person giữ những chức vụ nào vào ngày ?at?
// param person iri: the person | người
// param at date default today: the day in question | ngày cần biết
// note: certain = begun by the day (whichever day an imprecise start means, a quarter as its year; or seen by then)
// note: and not ended before it (likewise); of several starts or ends that sources give, the smallest counts;
// note: possible = no mg:earliest or mg:latest of any source excludes the day; an unknown end is unknown, not now.
// returns ?body iri, ?bodyName string, ?role string, ?rank integer, ?since date, ?until date, ?status string
// returns ?certainty string, ?holding iri

MATCH (who:Resource {iri: $person})<-[:HELD_BY]-(h:Holding)-[:IN_POSITION]->(p:Position)-[:POSITION_IN]->(b:Resource)
WITH DISTINCT h, p, b,
  CASE WHEN
    (coalesce(h.validFrom < left(toString(date($at) + duration({days: 1})), size(h.validFrom)), false)
      OR any(o IN coalesce(h.observedOn, []) WHERE o <= $at))
    AND (coalesce(CASE WHEN substring(h.validTo, 5, 2) > '12' THEN left(h.validTo, 4) + '-01-01'
      ELSE h.validTo + substring('0000-01-01', size(h.validTo)) END >= $at, false)
      OR any(o IN coalesce(h.observedOn, []) WHERE o >= $at))
  THEN 'certain' ELSE 'possible' END AS certainty
WHERE certainty = 'certain' OR (coalesce(h.earliest, $at) <= $at AND coalesce(h.latest, $at) >= $at)
RETURN b.iri AS body, b.label_vi AS bodyName, p.role AS role, p.rank AS rank, h.validFrom AS since, h.validTo AS until,
  h.status AS status, certainty, h.iri AS holding
ORDER BY body, holding
LIMIT 1000
