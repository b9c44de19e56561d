// documents_by_title: which documents have the words ?words in a name or in the title?
// vi: những văn bản nào có cụm từ ?words trong tên gọi hoặc trích yếu?
// param words string: the words, in this order | cụm từ, theo đúng thứ tự
// note: upper and lower case are the same, letters with and without marks are not.
// returns ?document iri, ?number string, ?issuedOn date, ?label string

MATCH (d:Document)
WHERE (d.kind IS NOT NULL OR d.documentNumber IS NOT NULL)
  AND (toLower(coalesce(d.title_vi, '')) CONTAINS toLower($words) OR toLower(coalesce(d.title_en, '')) CONTAINS toLower($words)
    OR toLower(coalesce(d.label_vi, '')) CONTAINS toLower($words) OR toLower(coalesce(d.label_en, '')) CONTAINS toLower($words)
    OR any(said IN coalesce(d.alsoSaid, [])
      WHERE left(said, 5) IN ['title', 'label'] AND toLower(substring(said, 9)) CONTAINS toLower($words))
    OR any(name IN coalesce(d.altLabels, []) WHERE toLower(name) CONTAINS toLower($words)))
RETURN d.iri AS document, d.documentNumber AS number, d.issuedOn AS issuedOn, d.label_vi AS label
ORDER BY coalesce(issuedOn, ''), document
LIMIT 1000
