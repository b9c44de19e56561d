// documents_issued_by: which documents did ?body issue between ?since and ?until?
// vi: cơ quan ?body ban hành những văn bản nào từ ngày ?since đến ngày ?until?
// param body iri: the body or congress that decided | cơ quan hoặc đại hội quyết định
// param since date default 0001-01-01: first day | từ ngày
// param until date default 9999-12-31: last day | đến ngày
// note: certain = all days on which it may have been issued lie between; possible = some do, or its date is unknown.
// returns ?document iri, ?number string, ?kind string, ?issuedOn date, ?certainty string, ?label string

MATCH (b:Resource {iri: $body})<-[:ISSUED_BY]-(d:Document)
WHERE coalesce(d.latest, $until) >= $since AND coalesce(d.earliest, $since) <= $until
RETURN DISTINCT d.iri AS document, d.documentNumber AS number, d.kind AS kind, d.issuedOn AS issuedOn,
  CASE WHEN coalesce(d.earliest >= $since AND d.latest <= $until, false) THEN 'certain' ELSE 'possible' END AS certainty,
  d.label_vi AS label
ORDER BY coalesce(issuedOn, ''), document
LIMIT 5000
