// documents_agreed_at: which documents were agreed or issued at ?event?
// vi: những văn bản nào được thống nhất hoặc thông qua tại ?event?
// param event iri: the plenum, congress or meeting | hội nghị, đại hội hoặc phiên họp
// returns ?relation string, ?document iri, ?number string, ?issuedOn date, ?label string

MATCH (:Resource {iri: $event})<-[r:AGREED_BY|ISSUED_BY]-(d:Document)
WHERE d.kind IS NOT NULL OR d.documentNumber IS NOT NULL
RETURN DISTINCT CASE type(r) WHEN 'AGREED_BY' THEN 'agreedBy' ELSE 'issuedBy' END AS relation,
  d.iri AS document, d.documentNumber AS number, d.issuedOn AS issuedOn, d.label_vi AS label
ORDER BY relation, coalesce(issuedOn, ''), document
LIMIT 2000
