// documents_between: which documents were issued between ?since and ?until?
// vi: những văn bản nào được ban hành từ ngày ?since đến ngày ?until?
// param since date default 0001-01-01: first day | từ ngày
// param until date default today: last day | đến ngày
// note: certain = all days on which it may have been issued lie between; possible = some do. Undated documents are left out.
// returns ?document iri, ?number string, ?kind string, ?issuedOn date, ?certainty string, ?label string

MATCH (d:Document)
WHERE d.issuedOn IS NOT NULL AND coalesce(d.latest, $until) >= $since AND coalesce(d.earliest, $since) <= $until
RETURN DISTINCT d.iri AS document, d.documentNumber AS number, d.kind AS kind, d.issuedOn AS issuedOn,
  CASE WHEN coalesce(d.earliest >= $since AND d.latest <= $until, false) THEN 'certain' ELSE 'possible' END AS certainty,
  d.label_vi AS label
ORDER BY issuedOn, document
LIMIT 5000
