// places_on: which places of the kind ?kind were there on the day ?at?
// vi: có những địa phương nào thuộc loại ?kind vào ngày ?at?
// param kind string: code of the kind, tinh | mã loại, tinh
// param at date default today: the day in question | ngày cần biết
// note: the codes stand in the code list place-kind.
// note: certain = a known start and a known end enclose the day: a month or year of start is over, one of end not begun.
// note: possible = no date of any source excludes the day; an unknown end is unknown, not now.
// returns ?place iri, ?placeCode string, ?label string, ?existsFrom date, ?existsTo date, ?certainty string

MATCH (p:Place {placeKind: $kind})
WITH DISTINCT p, CASE WHEN coalesce(p.existsFrom + CASE WHEN size(p.existsFrom) = 10 THEN '' ELSE '~' END <= $at, false)
    AND coalesce(CASE WHEN substring(p.existsTo, 5, 2) > '12' THEN left(p.existsTo, 4) ELSE p.existsTo END >= $at, false)
  THEN 'certain' ELSE 'possible' END AS certainty
WHERE certainty = 'certain' OR (coalesce(p.earliest, $at) <= $at AND coalesce(p.latest, $at) >= $at)
RETURN p.iri AS place, p.placeCode AS placeCode, p.label_vi AS label, p.existsFrom AS existsFrom, p.existsTo AS existsTo,
  certainty
ORDER BY coalesce(placeCode, ''), place
LIMIT 5000
