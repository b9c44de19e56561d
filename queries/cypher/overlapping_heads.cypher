// overlapping_heads: in which bodies do two people seem to hold the highest post at once?
// vi: cơ quan nào dường như có hai người cùng giữ chức vụ cao nhất một lúc?
// note: the second began after the first and before the end of the first, or the first has no known end: one of the dates is
// note: likely to be missing or wrong, unless the post is one that several hold. Highest = of the smallest rank in the body.
// note: Offices without a known start are left out.
// returns ?body iri, ?position iri, ?person iri, ?since date, ?until date, ?other iri, ?otherSince date, ?holding iri
// returns ?otherHolding iri

MATCH (ranked:Position)-[:POSITION_IN]->(b:Resource)
WITH b, min(ranked.rank) AS highest
MATCH (b)<-[:POSITION_IN]-(p:Position)<-[:IN_POSITION]-(h:Holding)-[:HELD_BY]->(who:Person)
WHERE p.rank = highest
MATCH (p)<-[:IN_POSITION]-(x:Holding)-[:HELD_BY]->(other:Person)
WHERE who.iri <> other.iri AND h.validFrom < x.validFrom
  AND (h.validTo IS NULL OR (h.validTo > x.validFrom AND NOT h.validTo STARTS WITH x.validFrom))
RETURN DISTINCT b.iri AS body, p.iri AS position, who.iri AS person, h.validFrom AS since, h.validTo AS until,
  other.iri AS other, x.validFrom AS otherSince, h.iri AS holding, x.iri AS otherHolding
ORDER BY body, since, holding, otherSince, otherHolding
LIMIT 1000
