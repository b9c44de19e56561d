// documents_without_date: of which documents does the graph know no date of issue?
// vi: những văn bản nào chưa rõ ngày ban hành?
// note: only things that bear a number or a kind of document.
// returns ?document iri, ?number string, ?kind string, ?label string

MATCH (d:Document)
WHERE d.issuedOn IS NULL AND (d.kind IS NOT NULL OR d.documentNumber IS NOT NULL)
RETURN d.iri AS document, d.documentNumber AS number, d.kind AS kind, d.label_vi AS label
ORDER BY document
LIMIT 5000
