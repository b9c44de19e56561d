// colleagues: who held posts in the same bodies as ?person on the day ?at?
// vi: những ai giữ chức vụ trong cùng cơ quan với ?person vào ngày ?at?
// param person iri: the person | người
// param at date default today: the day in question | ngày cần biết
// note: certain = both offices are certain on that day:
// note: certain = begun by the day (whichever day an imprecise start means, a quarter as its year; or seen by then)
// note: and not ended before it (likewise); of several starts or ends that sources give, the smallest counts;
// note: possible = no mg:earliest or mg:latest of any source excludes the day; an unknown end is unknown, not now.
// returns ?colleague iri, ?name string, ?body iri, ?role string, ?certainty string, ?holding iri

MATCH (own:Holding)-[:HELD_BY]->(:Resource {iri: $person})
MATCH (own)-[:IN_POSITION]->(:Position)-[:POSITION_IN]->(b:Resource)
WITH DISTINCT own, b, CASE WHEN
    (coalesce(own.validFrom < left(toString(date($at) + duration({days: 1})), size(own.validFrom)), false)
      OR any(o IN coalesce(own.observedOn, []) WHERE o <= $at))
    AND (coalesce(CASE WHEN substring(own.validTo, 5, 2) > '12' THEN left(own.validTo, 4) + '-01-01'
      ELSE own.validTo + substring('0000-01-01', size(own.validTo)) END >= $at, false)
      OR any(o IN coalesce(own.observedOn, []) WHERE o >= $at))
  THEN 'certain' ELSE 'possible' END AS ours
WHERE ours = 'certain' OR (coalesce(own.earliest, $at) <= $at AND coalesce(own.latest, $at) >= $at)
WITH b, min(ours) AS ours
MATCH (b)<-[:POSITION_IN]-(p:Position)<-[:IN_POSITION]-(h:Holding)-[:HELD_BY]->(who:Person)
WHERE who.iri <> $person
WITH DISTINCT b, ours, p, h, who, CASE WHEN
    (coalesce(h.validFrom < left(toString(date($at) + duration({days: 1})), size(h.validFrom)), false)
      OR any(o IN coalesce(h.observedOn, []) WHERE o <= $at))
    AND (coalesce(CASE WHEN substring(h.validTo, 5, 2) > '12' THEN left(h.validTo, 4) + '-01-01'
      ELSE h.validTo + substring('0000-01-01', size(h.validTo)) END >= $at, false)
      OR any(o IN coalesce(h.observedOn, []) WHERE o >= $at))
  THEN 'certain' ELSE 'possible' END AS theirs
WHERE theirs = 'certain' OR (coalesce(h.earliest, $at) <= $at AND coalesce(h.latest, $at) >= $at)
RETURN who.iri AS colleague, who.label_vi AS name, b.iri AS body, p.role AS role,
  CASE WHEN ours = 'certain' AND theirs = 'certain' THEN 'certain' ELSE 'possible' END AS certainty, h.iri AS holding
ORDER BY body, colleague, holding
LIMIT 5000
