// documents_by_title: which documents have the words ?words in a name or in the title?
// vi: những văn bản nào có cụm từ ?words trong tên gọi hoặc trích yếu?
// param words string: the words, in this order | cụm từ, theo đúng thứ tự
// note: words are found without their marks too: ?exact = yes where just these marks stand, which come first. Letters may be
// note: capital or small.
// returns ?document iri, ?number string, ?issuedOn date, ?exact string, ?label string

// A pattern in which each letter stands for all its marks; one pattern is quicker than taking the marks off every name.
WITH ['aàáảãạăằắẳẵặâầấẩẫậ', 'eèéẻẽẹêềếểễệ', 'iìíỉĩị', 'oòóỏõọôồốổỗộơờớởỡợ', 'uùúủũụưừứửữự', 'yỳýỷỹỵ', 'dđð'] AS letters,
  ['\\', '.', '(', ')', '[', ']', '{', '}', '+', '*', '?', '^', '$', '|', '-', '&', '#', '~'] AS signs
WITH letters, reduce(t = toLower($words), m IN signs | replace(t, m, '\\' + m)) AS words
WITH letters, reduce(t = words, g IN letters | reduce(s = t, i IN range(1, size(g) - 1) | replace(s, substring(g, i, 1), left(g, 1))))
  AS plain
WITH '(?s).*' + reduce(t = plain, g IN letters | replace(t, left(g, 1), '[' + g + ']')) + '.*' AS pattern
MATCH (d:Document)
WHERE d.kind IS NOT NULL OR d.documentNumber IS NOT NULL
UNWIND [d.title_vi, d.title_en, d.titleText, d.label_vi, d.label_en, d.label_und] + coalesce(d.altLabels, [])
  + [said IN coalesce(d.alsoSaid, []) WHERE left(said, 5) IN ['title', 'label'] | trim(substring(said, 9))] AS name
WITH pattern, d, name, toLower(name) CONTAINS toLower($words) AS same
WHERE name IS NOT NULL AND (same OR toLower(name) =~ pattern)
WITH d, max(CASE WHEN same THEN 'yes' ELSE 'no' END) AS exact
RETURN d.iri AS document, d.documentNumber AS number, d.issuedOn AS issuedOn, exact, d.label_vi AS label
ORDER BY exact DESC, coalesce(issuedOn, ''), document
LIMIT 1000
