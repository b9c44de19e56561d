// suspended_documents: which documents or provisions has another document suspended, and since when?
// vi: những văn bản hoặc phần của văn bản nào bị đình chỉ hay ngưng hiệu lực, do văn bản nào, từ bao giờ?
// note: suspends has no day of return; suspendsTemporarily has: ?until, the last day of application of the document ?suspending.
// returns ?suspended iri, ?relation string, ?suspending iri, ?number string, ?since date, ?until date, ?label string

MATCH (b:Resource)-[r:SUSPENDS|SUSPENDS_TEMPORARILY]->(s:Resource)
RETURN DISTINCT s.iri AS suspended, CASE type(r) WHEN 'SUSPENDS' THEN 'suspends' ELSE 'suspendsTemporarily' END AS relation,
  b.iri AS suspending, b.documentNumber AS number, b.issuedOn AS since, b.effectiveTo AS until, s.label_vi AS label
ORDER BY coalesce(since, ''), suspended, suspending, relation
LIMIT 2000
