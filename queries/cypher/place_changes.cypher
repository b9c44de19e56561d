// place_changes: from what was ?place made, what became of it, and by which document?
// vi: ?place được lập từ đâu, về sau thành gì, theo văn bản nào?
// param place iri: the place | địa phương
// note: ?side = before: what stood before the change is asked about, ?other is what came of it; after: the other way round.
// returns ?changedOn date, ?kind string, ?side string, ?other iri, ?document iri, ?change iri, ?label string

CALL () {
  MATCH (:Resource {iri: $place})<-[:CHANGED_FROM]-(c:ChangeEvent)
  OPTIONAL MATCH (c)-[:CHANGED_TO]->(x:Resource)
  RETURN 'before' AS side, c, x.iri AS other
  UNION
  MATCH (:Resource {iri: $place})<-[:CHANGED_TO]-(c:ChangeEvent)
  OPTIONAL MATCH (c)-[:CHANGED_FROM]->(x:Resource)
  RETURN 'after' AS side, c, x.iri AS other
}
OPTIONAL MATCH (c)-[:BY_DOCUMENT]->(d:Resource)
RETURN DISTINCT c.changedOn AS changedOn,
  CASE WHEN c:Dissolution THEN 'Dissolution' WHEN c:Division THEN 'Division' WHEN c:Foundation THEN 'Foundation'
    WHEN c:Merger THEN 'Merger' WHEN c:Renaming THEN 'Renaming' ELSE 'ChangeEvent' END AS kind,
  side, other, d.iri AS document, c.iri AS change, c.label_vi AS label
ORDER BY coalesce(changedOn, ''), change, side, coalesce(other, ''), coalesce(document, '')
LIMIT 1000
