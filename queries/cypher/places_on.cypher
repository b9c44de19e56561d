// places_on: which places of the kind ?kind were there on the day ?at?
// vi: có những địa phương nào thuộc loại ?kind vào ngày ?at?
// param kind code of place-kind: the kind, tinh | loại, tinh
// param at date default today: the day in question | ngày cần biết
// note: certain = a known start and a known end enclose the day, whichever days they mean (a quarter: its year).
// note: possible = no date of any source excludes the day; an unknown end is unknown, not now.
// returns ?place iri, ?placeCode string, ?label string, ?existsFrom date, ?existsTo date, ?certainty string

MATCH (p:Place)
WHERE p.placeKind = $kind OR 'placeKind ' + $kind IN coalesce(p.alsoSaid, [])
WITH DISTINCT p, CASE WHEN coalesce(p.existsFrom < left(toString(date($at) + duration({days: 1})), size(p.existsFrom)), false)
    AND coalesce(CASE WHEN substring(p.existsTo, 5, 2) > '12' THEN left(p.existsTo, 4) + '-01-01'
      ELSE p.existsTo + substring('0000-01-01', size(p.existsTo)) END >= $at, false)
  THEN 'certain' ELSE 'possible' END AS certainty
WHERE certainty = 'certain' OR (coalesce(p.earliest, $at) <= $at AND coalesce(p.latest, $at) >= $at)
RETURN p.iri AS place, p.placeCode AS placeCode, p.label_vi AS label, p.existsFrom AS existsFrom, p.existsTo AS existsTo,
  certainty
ORDER BY coalesce(placeCode, ''), place
LIMIT 5000
