// letterhead_and_signer: who decided ?document, on whose letterhead, who signed, on whose behalf and in which form?
// vi: văn bản ?document do cơ quan nào quyết định, mang tiêu đề cơ quan nào, ai ký, thay mặt ai, theo hình thức nào?
// param document iri: the document | văn bản
// note: ?part = issuedBy, letterhead, signedBy or onBehalfOf; ?form = the signing form of the document, in each row.
// returns ?part string, ?who iri, ?name string, ?form string

MATCH (d:Resource {iri: $document})-[r:ISSUED_BY|LETTERHEAD|SIGNED_BY|ON_BEHALF_OF]->(w:Resource)
RETURN DISTINCT CASE type(r) WHEN 'ISSUED_BY' THEN 'issuedBy' WHEN 'SIGNED_BY' THEN 'signedBy'
    WHEN 'ON_BEHALF_OF' THEN 'onBehalfOf' ELSE 'letterhead' END AS part,
  w.iri AS who, w.label_vi AS name, d.signingForm AS form
ORDER BY part, who
LIMIT 1000
