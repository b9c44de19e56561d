// documents_signed_by: which documents did ?person sign?
// vi: ?person đã ký những văn bản nào?
// param person iri: the person | người
// returns ?document iri, ?number string, ?issuedOn date, ?label string

MATCH (:Resource {iri: $person})<-[:SIGNED_BY]-(d:Document)
RETURN DISTINCT d.iri AS document, d.documentNumber AS number, d.issuedOn AS issuedOn, d.label_vi AS label
ORDER BY coalesce(issuedOn, ''), document
LIMIT 5000
