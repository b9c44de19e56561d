// documents_of_kind: which documents are of the kind ?kind?
// vi: những văn bản nào thuộc loại ?kind?
// param kind code of document-kind: the kind, quy-dinh | loại văn bản, quy-dinh
// returns ?document iri, ?number string, ?issuedOn date, ?label string

MATCH (d:Document)
WHERE d.kind = $kind OR 'kind ' + $kind IN coalesce(d.alsoSaid, [])
RETURN DISTINCT d.iri AS document, d.documentNumber AS number, d.issuedOn AS issuedOn, d.label_vi AS label
ORDER BY coalesce(issuedOn, ''), document
LIMIT 5000
