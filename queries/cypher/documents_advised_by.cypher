// documents_advised_by: for which documents did ?body give advice?
// vi: cơ quan ?body đã tham mưu những văn bản nào?
// param body iri: the body | cơ quan
// returns ?document iri, ?number string, ?issuedOn date, ?issuer iri, ?label string

MATCH (:Resource {iri: $body})<-[:ADVISED_BY]-(d:Document)
OPTIONAL MATCH (d)-[:ISSUED_BY]->(i:Resource)
RETURN DISTINCT d.iri AS document, d.documentNumber AS number, d.issuedOn AS issuedOn, i.iri AS issuer, d.label_vi AS label
ORDER BY coalesce(issuedOn, ''), document, coalesce(issuer, '')
LIMIT 2000
