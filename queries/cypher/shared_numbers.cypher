// shared_numbers: which numbers are borne by more than one document?
// vi: những số ký hiệu nào do hơn một văn bản mang?
// note: a number is not an identity: serials restart with each term.
// returns ?number string, ?document iri, ?kind string, ?issuedOn date, ?label string

MATCH (d:Document)
WHERE d.documentNumber IS NOT NULL
UNWIND [d.documentNumber]
  + [said IN coalesce(d.alsoSaid, []) WHERE said STARTS WITH 'documentNumber ' | substring(said, 15)] AS number
WITH number, collect(DISTINCT d) AS bearers
WHERE size(bearers) > 1
UNWIND bearers AS d
RETURN number, d.iri AS document, d.kind AS kind, d.issuedOn AS issuedOn, d.label_vi AS label
ORDER BY number, coalesce(issuedOn, ''), document
LIMIT 5000
