// citations_of: which documents cite ?document or a provision of it?
// vi: những văn bản nào viện dẫn ?document hoặc một phần của văn bản đó?
// param document iri: the document, or a provision of it | văn bản, hoặc một phần của văn bản
// note: ?target = ?document itself or the provision that is cited.
// returns ?citing iri, ?target iri, ?number string, ?issuedOn date, ?label string

MATCH (:Resource {iri: $document})<-[:PROVISION_OF*0..6]-(t:Resource)<-[:CITES]-(c:Resource)
RETURN DISTINCT c.iri AS citing, t.iri AS target, c.documentNumber AS number, c.issuedOn AS issuedOn, c.label_vi AS label
ORDER BY coalesce(issuedOn, ''), citing, target
LIMIT 2000
