// term_on: in which congress term was the day ?at?
// vi: ngày ?at thuộc khóa nào?
// param at date default today: the day in question | ngày cần biết
// note: a day on which one term ends and the next begins belongs to both.
// note: certain = a known start and a known end enclose the day, whichever days they mean (a quarter: its year).
// note: possible = no date of any source excludes the day; an unknown end is unknown, not now.
// returns ?term iri, ?termNumber string, ?startsOn date, ?endsOn date, ?certainty string, ?label string

MATCH (t:Term)
WHERE t.startsOn IS NOT NULL
WITH DISTINCT t, CASE WHEN coalesce(t.startsOn < left(toString(date($at) + duration({days: 1})), size(t.startsOn)), false)
    AND coalesce(CASE WHEN substring(t.endsOn, 5, 2) > '12' THEN left(t.endsOn, 4) + '-01-01'
      ELSE t.endsOn + substring('0000-01-01', size(t.endsOn)) END >= $at, false)
  THEN 'certain' ELSE 'possible' END AS certainty
WHERE certainty = 'certain' OR (coalesce(t.earliest, $at) <= $at AND coalesce(t.latest, $at) >= $at)
RETURN t.iri AS term, t.termNumber AS termNumber, t.startsOn AS startsOn, t.endsOn AS endsOn, certainty, t.label_vi AS label
ORDER BY startsOn, term
LIMIT 100
