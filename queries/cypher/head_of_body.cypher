// head_of_body: who held the highest post of ?body on the day ?at?
// vi: ai giữ chức vụ cao nhất của ?body vào ngày ?at?
// param body iri: the body | cơ quan
// param at date default today: the day in question | ngày cần biết
// note: highest = of the smallest rank among the posts that the graph knows in the body.
// note: certain = begun by the day (whichever day an imprecise start means, a quarter as its year; or seen by then)
// note: and not ended before it (likewise); of several starts or ends that sources give, the smallest counts;
// note: possible = no mg:earliest or mg:latest of any source excludes the day; an unknown end is unknown, not now.
// returns ?person iri, ?name string, ?role string, ?since date, ?until date, ?certainty string, ?position iri
// returns ?holding iri

MATCH (b:Resource {iri: $body})<-[:POSITION_IN]-(ranked:Position)
WITH b, min(ranked.rank) AS highest
MATCH (b)<-[:POSITION_IN]-(p:Position)<-[:IN_POSITION]-(h:Holding)-[:HELD_BY]->(who:Person)
WHERE p.rank = highest
WITH DISTINCT p, h, who, CASE WHEN
    (coalesce(h.validFrom < left(toString(date($at) + duration({days: 1})), size(h.validFrom)), false)
      OR any(o IN coalesce(h.observedOn, []) WHERE o <= $at))
    AND (coalesce(CASE WHEN substring(h.validTo, 5, 2) > '12' THEN left(h.validTo, 4) + '-01-01'
      ELSE h.validTo + substring('0000-01-01', size(h.validTo)) END >= $at, false)
      OR any(o IN coalesce(h.observedOn, []) WHERE o >= $at))
  THEN 'certain' ELSE 'possible' END AS certainty
WHERE certainty = 'certain' OR (coalesce(h.earliest, $at) <= $at AND coalesce(h.latest, $at) >= $at)
RETURN who.iri AS person, who.label_vi AS name, p.role AS role, h.validFrom AS since, h.validTo AS until, certainty,
  p.iri AS position, h.iri AS holding
ORDER BY coalesce(since, ''), person, holding, position
LIMIT 1000
