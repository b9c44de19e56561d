// overlapping_heads: in which bodies do two people seem to hold the highest post at once?
// vi: cơ quan nào dường như có hai người cùng giữ chức vụ cao nhất một lúc?
// note: certain = both held it on some day whichever days the dates mean; possible = the dates, or an end that is not known, leave it
// note: open. One who ends on the day on which the other begins has handed endsOn. One of the dates is likely to be missing or wrong,
// note: unless the post is one that several hold. Highest = of the smallest rank in the body. A quarter counts as its year, and of
// note: several dates that sources give the smallest counts. Offices without a known start are left out.
// returns ?body iri, ?position iri, ?person iri, ?since date, ?until date, ?other iri, ?otherSince date, ?otherUntil date
// returns ?certainty string, ?holding iri, ?otherHolding iri

MATCH (ranked:Position)-[:POSITION_IN]->(b:Resource)
WITH b, min(ranked.rank) AS highest
MATCH (b)<-[:POSITION_IN]-(p:Position)<-[:IN_POSITION]-(h:Holding)-[:HELD_BY]->(who:Person)
WHERE p.rank = highest
MATCH (p)<-[:IN_POSITION]-(x:Holding)-[:HELD_BY]->(other:Person)
WHERE who.iri <> other.iri AND (h.validFrom < x.validFrom OR (h.validFrom = x.validFrom AND h.iri < x.iri))
WITH DISTINCT b, p, h, who, x, other,
  CASE WHEN substring(h.validFrom, 5, 2) > '12' THEN left(h.validFrom, 4) ELSE h.validFrom END AS since,
  CASE WHEN substring(x.validFrom, 5, 2) > '12' THEN left(x.validFrom, 4) ELSE x.validFrom END AS otherSince,
  CASE WHEN substring(h.validTo, 5, 2) > '12' THEN left(h.validTo, 4) ELSE h.validTo END AS until,
  CASE WHEN substring(x.validTo, 5, 2) > '12' THEN left(x.validTo, 4) ELSE x.validTo END AS otherUntil
// Day strings: the first and the last that a date may mean; 02-31 stands for the last of February.
WITH b, p, h, who, x, other, since + substring('0000-12-31', size(since)) AS last,
  otherSince + substring('0000-01-01', size(otherSince)) AS otherFirst,
  otherSince + substring('0000-12-31', size(otherSince)) AS otherLast,
  until + substring('0000-01-01', size(until)) AS endsOn, otherUntil + substring('0000-01-01', size(otherUntil)) AS otherEndsOn
WHERE coalesce(otherLast < endsOn, true) AND (last < otherFirst OR coalesce(last < otherEndsOn, true))
RETURN b.iri AS body, p.iri AS position, who.iri AS person, h.validFrom AS since, h.validTo AS until,
  other.iri AS other, x.validFrom AS otherSince, x.validTo AS otherUntil,
  CASE WHEN h.validTo IS NOT NULL AND (last < otherFirst OR x.validTo IS NOT NULL) THEN 'certain' ELSE 'possible' END
    AS certainty, h.iri AS holding, x.iri AS otherHolding
ORDER BY certainty, body, since, holding, otherSince, otherHolding
LIMIT 1000
