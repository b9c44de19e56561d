// places_within: which places lay in ?place on the day ?at, directly or through others?
// vi: những địa phương nào nằm trong ?place vào ngày ?at, trực tiếp hoặc qua địa phương khác?
// param place iri: the place | địa phương
// param at date default today: the day in question | ngày cần biết
// note: certain = a known start and a known end enclose the day: a month or year of start is over, one of end not begun.
// note: possible = no date of any source excludes the day; an unknown end is unknown, not now.
// returns ?part iri, ?kind string, ?label string, ?existsFrom date, ?existsTo date, ?certainty string

MATCH (:Resource {iri: $place})<-[:PART_OF_PLACE*1..5]-(p:Place)
WITH DISTINCT p, CASE WHEN coalesce(p.existsFrom + CASE WHEN size(p.existsFrom) = 10 THEN '' ELSE '~' END <= $at, false)
    AND coalesce(CASE WHEN substring(p.existsTo, 5, 2) > '12' THEN left(p.existsTo, 4) ELSE p.existsTo END >= $at, false)
  THEN 'certain' ELSE 'possible' END AS certainty
WHERE certainty = 'certain' OR (coalesce(p.earliest, $at) <= $at AND coalesce(p.latest, $at) >= $at)
RETURN p.iri AS part, p.placeKind AS kind, p.label_vi AS label, p.existsFrom AS existsFrom, p.existsTo AS existsTo, certainty
ORDER BY part
LIMIT 5000
