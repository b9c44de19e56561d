// documents_by_signing_form: which documents were signed in the form ?form, by whom and for whom?
// vi: những văn bản nào được ký theo hình thức ?form, ai ký và ký cho ai?
// param form code of signing-form: the signing form, on-behalf-of | hình thức ký, on-behalf-of
// returns ?document iri, ?number string, ?issuedOn date, ?signer iri, ?onBehalfOf iri, ?label string

MATCH (d:Document)
WHERE d.signingForm = $form OR 'signingForm ' + $form IN coalesce(d.alsoSaid, [])
OPTIONAL MATCH (d)-[:SIGNED_BY]->(s:Resource)
OPTIONAL MATCH (d)-[:ON_BEHALF_OF]->(b:Resource)
RETURN DISTINCT d.iri AS document, d.documentNumber AS number, d.issuedOn AS issuedOn, s.iri AS signer,
  b.iri AS onBehalfOf, d.label_vi AS label
ORDER BY coalesce(issuedOn, ''), document, coalesce(signer, ''), coalesce(onBehalfOf, '')
LIMIT 5000
