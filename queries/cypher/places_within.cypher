// places_within: which places lay in ?place on the day ?at, directly or through others?
// vi: những địa phương nào nằm trong ?place vào ngày ?at, trực tiếp hoặc qua địa phương khác?
// param place iri: the place | địa phương
// param at date default today: the day in question | ngày cần biết
// note: certain = a known start and a known end enclose the day, whichever days they mean (a quarter: its year).
// note: possible = no date of any source excludes the day; an unknown end is unknown, not now.
// returns ?part iri, ?kind string, ?label string, ?existsFrom date, ?existsTo date, ?certainty string

MATCH (:Resource {iri: $place})<-[:PART_OF_PLACE*1..5]-(p:Place)
WITH DISTINCT p, CASE WHEN coalesce(p.existsFrom < left(toString(date($at) + duration({days: 1})), size(p.existsFrom)), false)
    AND coalesce(CASE WHEN substring(p.existsTo, 5, 2) > '12' THEN left(p.existsTo, 4) + '-01-01'
      ELSE p.existsTo + substring('0000-01-01', size(p.existsTo)) END >= $at, false)
  THEN 'certain' ELSE 'possible' END AS certainty
WHERE certainty = 'certain' OR (coalesce(p.earliest, $at) <= $at AND coalesce(p.latest, $at) >= $at)
RETURN p.iri AS part, p.placeKind AS kind, p.label_vi AS label, p.existsFrom AS existsFrom, p.existsTo AS existsTo, certainty
ORDER BY part
LIMIT 5000
