// bodies_by_name: which bodies have the words ?words in a name, an abbreviation or a known misspelling?
// vi: những cơ quan nào có các chữ ?words trong tên, tên viết tắt hoặc cách viết sai đã biết?
// param words string: words of the name | chữ trong tên
// note: ?form = prefLabel: a name in Vietnamese or English; altLabel: abbreviation or other name; hiddenLabel: misspelling.
// note: letters may be capital or small, marks count: the search of the API also finds words without marks.
// returns ?body iri, ?form string, ?matched string, ?label string

CALL () {
  MATCH (x:Body)
  WHERE toLower(coalesce(x.label_vi, '')) CONTAINS toLower($words)
  RETURN x, 'prefLabel' AS form, x.label_vi AS matched
  UNION
  MATCH (x:Body)
  WHERE toLower(coalesce(x.label_en, '')) CONTAINS toLower($words)
  RETURN x, 'prefLabel' AS form, x.label_en AS matched
  UNION
  MATCH (x:Body)
  UNWIND coalesce(x.alsoSaid, []) AS said
  WITH x, said, substring(said, 9) AS text
  WHERE said STARTS WITH 'label_' AND toLower(text) CONTAINS toLower($words)
  RETURN x, 'prefLabel' AS form, text AS matched
  UNION
  MATCH (x:Body)
  UNWIND coalesce(x.altLabels, []) AS text
  WITH x, text
  WHERE toLower(text) CONTAINS toLower($words)
  RETURN x, 'altLabel' AS form, text AS matched
  UNION
  MATCH (x:Body)
  UNWIND coalesce(x.hiddenLabels, []) AS text
  WITH x, text
  WHERE toLower(text) CONTAINS toLower($words)
  RETURN x, 'hiddenLabel' AS form, text AS matched
}
RETURN DISTINCT x.iri AS body, form, matched, x.label_vi AS label
ORDER BY body, form, matched
LIMIT 1000
