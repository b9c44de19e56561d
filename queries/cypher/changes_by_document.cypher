// changes_by_document: which bodies and places did ?document merge, divide, rename, found or dissolve?
// vi: văn bản ?document đã thành lập, hợp nhất, chia tách, đổi tên, giải thể những cơ quan, địa bàn nào?
// param document iri: the document | văn bản
// note: one row for each body or place on a side of a change.
// returns ?change iri, ?kind string, ?changedOn date, ?side string, ?item iri, ?label string

MATCH (x:ChangeEvent)-[:BY_DOCUMENT]->(:Resource {iri: $document})
MATCH (x)-[r:CHANGED_FROM|CHANGED_TO]->(i:Resource)
RETURN DISTINCT x.iri AS change, CASE WHEN x:Foundation THEN 'Foundation' WHEN x:Merger THEN 'Merger' WHEN x:Division THEN 'Division'
    WHEN x:Renaming THEN 'Renaming' WHEN x:Dissolution THEN 'Dissolution' ELSE 'ChangeEvent' END AS kind,
  x.changedOn AS changedOn, CASE type(r) WHEN 'CHANGED_FROM' THEN 'from' ELSE 'to' END AS side, i.iri AS item,
  i.label_vi AS label
ORDER BY change, side, item
LIMIT 5000
