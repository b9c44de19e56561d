// bodies_by_name: which bodies have the words ?words in a name, an abbreviation or a known misspelling?
// vi: những cơ quan nào có các chữ ?words trong tên, tên viết tắt hoặc cách viết sai đã biết?
// param words string: words of the name | chữ trong tên
// note: ?form = prefLabel: a name in Vietnamese or English; altLabel: abbreviation or other name; hiddenLabel: misspelling.
// note: words are found without their marks too: ?exact = yes where just these marks stand, which come first. Letters may be
// note: capital or small.
// returns ?body iri, ?form string, ?matched string, ?exact string, ?label string

// A pattern in which each letter stands for all its marks; one pattern is quicker than taking the marks off every name.
WITH ['aàáảãạăằắẳẵặâầấẩẫậ', 'eèéẻẽẹêềếểễệ', 'iìíỉĩị', 'oòóỏõọôồốổỗộơờớởỡợ', 'uùúủũụưừứửữự', 'yỳýỷỹỵ', 'dđð'] AS letters,
  ['\\', '.', '(', ')', '[', ']', '{', '}', '+', '*', '?', '^', '$', '|', '-', '&', '#', '~'] AS signs
WITH letters, reduce(t = toLower($words), m IN signs | replace(t, m, '\\' + m)) AS words
WITH letters, reduce(t = words, g IN letters | reduce(s = t, i IN range(1, size(g) - 1) | replace(s, substring(g, i, 1), left(g, 1))))
  AS plain
WITH '(?s).*' + reduce(t = plain, g IN letters | replace(t, left(g, 1), '[' + g + ']')) + '.*' AS pattern
CALL () {
  MATCH (x:Body)
  UNWIND [x.label_vi, x.label_en, x.label_und]
    + [said IN coalesce(x.alsoSaid, []) WHERE left(said, 5) = 'label' | trim(substring(said, 9))] AS matched
  RETURN x, 'prefLabel' AS form, matched
  UNION
  MATCH (x:Body)
  UNWIND coalesce(x.altLabels, []) AS matched
  RETURN x, 'altLabel' AS form, matched
  UNION
  MATCH (x:Body)
  UNWIND coalesce(x.hiddenLabels, []) AS matched
  RETURN x, 'hiddenLabel' AS form, matched
}
WITH pattern, x, form, matched, toLower(matched) CONTAINS toLower($words) AS same
WHERE matched IS NOT NULL AND (same OR toLower(matched) =~ pattern)
RETURN DISTINCT x.iri AS body, form, matched, CASE WHEN same THEN 'yes' ELSE 'no' END AS exact, x.label_vi AS label
ORDER BY exact DESC, body, form, matched
LIMIT 1000
