// plenums_of_term: which plenums were held in ?term?
// vi: khóa ?term có những hội nghị Trung ương nào?
// param term iri: the congress term | khóa
// returns ?event iri, ?ordinal integer, ?startsOn date, ?endsOn date, ?label string

MATCH (:Resource {iri: $term})<-[:IN_TERM]-(e:Plenum)
RETURN DISTINCT e.iri AS event, e.ordinal AS ordinal, e.startsOn AS startsOn, e.endsOn AS endsOn, e.label_vi AS label
ORDER BY coalesce(ordinal, 0), event
LIMIT 1000
