// repealed_by: what does ?document repeal or replace, in whole or at a provision?
// vi: văn bản ?document bãi bỏ hoặc thay thế văn bản nào, toàn bộ hay một phần?
// param document iri: the document, or a provision of it | văn bản, hoặc một phần của văn bản
// note: ?extent = whole or provision; ?number and ?issuedOn are of the document that ?target is or stands in.
// returns ?relation string, ?extent string, ?target iri, ?number string, ?issuedOn date, ?label string

MATCH (:Resource {iri: $document})<-[:PROVISION_OF*0..6]-(:Resource)-[r:REPEALS|REPLACES]->(t:Resource)
MATCH (t)-[:PROVISION_OF*0..6]->(w:Resource)
WHERE NOT EXISTS { MATCH (w)-[:PROVISION_OF]->(:Resource) }
RETURN DISTINCT toLower(type(r)) AS relation, CASE WHEN w.iri = t.iri THEN 'whole' ELSE 'provision' END AS extent,
  t.iri AS target, w.documentNumber AS number, w.issuedOn AS issuedOn, t.label_vi AS label
ORDER BY relation, target
LIMIT 1000
