// people_by_name: which people have the words ?words in their name?
// vi: những người nào có các chữ ?words trong tên?
// param words string: words of the name | chữ trong tên
// note: ?form = prefLabel: a name in Vietnamese or English; altLabel: abbreviation or other name; hiddenLabel: misspelling.
// note: letters may be capital or small, marks count: the search of the API also finds words without marks.
// returns ?person iri, ?form string, ?matched string, ?label string

CALL () {
  MATCH (x:Person)
  WHERE toLower(coalesce(x.label_vi, '')) CONTAINS toLower($words)
  RETURN x, 'prefLabel' AS form, x.label_vi AS matched
  UNION
  MATCH (x:Person)
  WHERE toLower(coalesce(x.label_en, '')) CONTAINS toLower($words)
  RETURN x, 'prefLabel' AS form, x.label_en AS matched
  UNION
  MATCH (x:Person)
  UNWIND coalesce(x.alsoSaid, []) AS said
  WITH x, said, substring(said, 9) AS text
  WHERE said STARTS WITH 'label_' AND toLower(text) CONTAINS toLower($words)
  RETURN x, 'prefLabel' AS form, text AS matched
  UNION
  MATCH (x:Person)
  UNWIND coalesce(x.altLabels, []) AS text
  WITH x, text
  WHERE toLower(text) CONTAINS toLower($words)
  RETURN x, 'altLabel' AS form, text AS matched
  UNION
  MATCH (x:Person)
  UNWIND coalesce(x.hiddenLabels, []) AS text
  WITH x, text
  WHERE toLower(text) CONTAINS toLower($words)
  RETURN x, 'hiddenLabel' AS form, text AS matched
}
RETURN DISTINCT x.iri AS person, form, matched, x.label_vi AS label
ORDER BY person, form, matched
LIMIT 1000
