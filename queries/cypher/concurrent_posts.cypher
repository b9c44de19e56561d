// concurrent_posts: who held several posts on the day ?at?
// vi: những ai giữ nhiều chức vụ cùng lúc vào ngày ?at?
// param at date default today: the day in question | ngày cần biết
// note: ?certain and ?possible count offices; person_positions names them.
// note: certain = begun by the day (whichever day an imprecise start means, a quarter as its year; or seen by then)
// note: and not ended before it (likewise); of several starts or ends that sources give, the smallest counts;
// note: possible = no mg:earliest or mg:latest of any source excludes the day; an unknown end is unknown, not now.
// returns ?person iri, ?name string, ?certain integer, ?possible integer

MATCH (h:Holding)-[:HELD_BY]->(who:Person)
WITH DISTINCT h, who, CASE WHEN
    (coalesce(h.validFrom < left(toString(date($at) + duration({days: 1})), size(h.validFrom)), false)
      OR any(o IN coalesce(h.observedOn, []) WHERE o <= $at))
    AND (coalesce(CASE WHEN substring(h.validTo, 5, 2) > '12' THEN left(h.validTo, 4) + '-01-01'
      ELSE h.validTo + substring('0000-01-01', size(h.validTo)) END >= $at, false)
      OR any(o IN coalesce(h.observedOn, []) WHERE o >= $at))
  THEN 'certain' ELSE 'possible' END AS certainty
WHERE certainty = 'certain' OR (coalesce(h.earliest, $at) <= $at AND coalesce(h.latest, $at) >= $at)
WITH who, sum(CASE certainty WHEN 'certain' THEN 1 ELSE 0 END) AS certain, count(h) AS held
WHERE held > 1
RETURN who.iri AS person, who.label_vi AS name, certain, held - certain AS possible
ORDER BY person
LIMIT 5000
