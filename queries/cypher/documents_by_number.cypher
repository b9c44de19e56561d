// documents_by_number: which documents bear exactly the number ?number?
// vi: những văn bản nào mang đúng số ký hiệu ?number?
// param number string: the number as printed, 67-QĐ/TW | số ký hiệu như in trên văn bản, 67-QĐ/TW
// note: a number is not an identity: serials restart with each term.
// returns ?document iri, ?kind string, ?issuedOn date, ?issuer iri, ?label string

MATCH (d:Document)
WHERE d.documentNumber = $number OR 'documentNumber ' + $number IN coalesce(d.alsoSaid, [])
OPTIONAL MATCH (d)-[:ISSUED_BY]->(i:Resource)
RETURN DISTINCT d.iri AS document, d.kind AS kind, d.issuedOn AS issuedOn, i.iri AS issuer, d.label_vi AS label
ORDER BY coalesce(issuedOn, ''), document, coalesce(issuer, '')
LIMIT 1000
