// term_on: in which congress term was the day ?at?
// vi: ngày ?at thuộc khóa nào?
// param at date default today: the day in question | ngày cần biết
// note: a day on which one term ends and the next begins belongs to both. possible = the end of the term is not known.
// returns ?term iri, ?termNumber string, ?startsOn date, ?endsOn date, ?certainty string, ?label string

MATCH (t:Term)
WHERE t.earliest <= $at AND coalesce(t.latest, $at) >= $at
RETURN DISTINCT t.iri AS term, t.termNumber AS termNumber, t.startsOn AS startsOn, t.endsOn AS endsOn,
  CASE WHEN t.latest IS NULL THEN 'possible' ELSE 'certain' END AS certainty, t.label_vi AS label
ORDER BY startsOn, term
LIMIT 100
