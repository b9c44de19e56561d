// resting_on_document: what rests on ?document: documents, kinds of body, bodies, posts and offices?
// vi: những gì dựa trên văn bản ?document: văn bản, loại cơ quan, cơ quan, vị trí và chức vụ?
// param document iri: the document | văn bản
// note: ?way = document (at most 30 hops in Cypher), kind, body, bodyOfKind, position, holding or change (a founding, merger … of bodies or places).
// returns ?way string, ?item iri, ?number string, ?label string

CALL () {
  MATCH (:Resource {iri: $document})<-[:BASED_ON|IMPLEMENTS|GUIDES|DETAILS*1..30]-(x:Resource)
  RETURN DISTINCT 'document' AS way, x
  UNION
  MATCH (:Resource {iri: $document})-[:ESTABLISHES|REGULATES]->(x:Resource)
  RETURN DISTINCT CASE WHEN x:BodyKind THEN 'kind' ELSE 'body' END AS way, x
  UNION
  MATCH (:Resource {iri: $document})-[:ESTABLISHES|REGULATES]->(:Resource)<-[:OF_KIND]-(x:Resource)
  RETURN DISTINCT 'bodyOfKind' AS way, x
  UNION
  MATCH (:Resource {iri: $document})-[:ESTABLISHES|REGULATES]->(:Resource)<-[:OF_KIND*0..1]-(:Resource)<-[:POSITION_IN]-(x:Resource)
  RETURN DISTINCT 'position' AS way, x
  UNION
  MATCH (:Resource {iri: $document})-[:APPOINTS]->(x:Resource)
  RETURN DISTINCT CASE WHEN x:Holding THEN 'holding' ELSE 'change' END AS way, x
  UNION
  MATCH (:Resource {iri: $document})<-[:BY_DOCUMENT]-(x:Resource)
  RETURN DISTINCT CASE WHEN x:Holding THEN 'holding' ELSE 'change' END AS way, x
}
RETURN way, x.iri AS item, x.documentNumber AS number, x.label_vi AS label
ORDER BY way, item
LIMIT 5000
