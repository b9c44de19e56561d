// bodies_existing_on: which bodies of the level ?level existed on the day ?at?
// vi: những cơ quan nào ở cấp ?level tồn tại vào ngày ?at?
// param level code of level: the level, central | cấp, central
// param at date default today: the day in question | ngày cần biết
// note: certain = a known start and a known end enclose the day, whichever days they mean (a quarter: its year).
// note: possible = no date of any source excludes the day; an unknown end is unknown, not now.
// returns ?body iri, ?label string, ?existsFrom date, ?existsTo date, ?certainty string

MATCH (b:Body)
WHERE b.level = $level OR 'level ' + $level IN coalesce(b.alsoSaid, [])
WITH DISTINCT b, CASE WHEN coalesce(b.existsFrom < left(toString(date($at) + duration({days: 1})), size(b.existsFrom)), false)
    AND coalesce(CASE WHEN substring(b.existsTo, 5, 2) > '12' THEN left(b.existsTo, 4) + '-01-01'
      ELSE b.existsTo + substring('0000-01-01', size(b.existsTo)) END >= $at, false)
  THEN 'certain' ELSE 'possible' END AS certainty
WHERE certainty = 'certain' OR (coalesce(b.earliest, $at) <= $at AND coalesce(b.latest, $at) >= $at)
RETURN b.iri AS body, b.label_vi AS label, b.existsFrom AS existsFrom, b.existsTo AS existsTo, certainty
ORDER BY body
LIMIT 5000
