// document_relations: which documents does ?document bear on, and which bear on it?
// vi: văn bản ?document liên quan đến văn bản nào, theo cả hai chiều (lược đồ)?
// param document iri: the document | văn bản
// note: out = ?document does it to ?other, in = ?other does it to ?document. Either may be a provision: ?part is that of
// note: ?document, empty where the whole is meant; ?number and ?issuedOn are of the document that ?other is or stands in.
// returns ?direction string, ?relation string, ?other iri, ?number string, ?issuedOn date, ?label string, ?part iri

MATCH (:Resource {iri: $document})<-[:PROVISION_OF*0..6]-(s:Resource)
MATCH (s)-[r:BASED_ON|IMPLEMENTS|AMENDS|REPLACES|REPEALS|CORRECTS|CONSOLIDATES|SUSPENDS|SUSPENDS_TEMPORARILY|GUIDES|DETAILS|INTERPRETS|CITES|PROMULGATES]-(x:Resource)
MATCH (x)-[:PROVISION_OF*0..6]->(w:Resource)
WHERE NOT EXISTS { MATCH (w)-[:PROVISION_OF]->(:Resource) }
RETURN DISTINCT CASE WHEN startNode(r).iri = s.iri THEN 'out' ELSE 'in' END AS direction,
  CASE type(r) WHEN 'BASED_ON' THEN 'basedOn' WHEN 'SUSPENDS_TEMPORARILY' THEN 'suspendsTemporarily'
    ELSE toLower(type(r)) END AS relation,
  x.iri AS other, w.documentNumber AS number, w.issuedOn AS issuedOn, x.label_vi AS label,
  CASE WHEN s.iri = $document THEN null ELSE s.iri END AS part
ORDER BY direction DESC, relation, other, coalesce(part, '')
LIMIT 2000
