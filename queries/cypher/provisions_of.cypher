// provisions_of: which provisions of ?document does the graph know?
// vi: đồ thị biết những chương, điều, khoản, điểm nào của văn bản ?document?
// param document iri: the document, or a provision of it | văn bản, hoặc một phần của văn bản
// note: ?within = the document or the larger provision that directly holds it; at most 6 tiers in Cypher.
// returns ?provision iri, ?kind string, ?within iri, ?label string

MATCH (:Resource {iri: $document})<-[:PROVISION_OF*1..6]-(p:Resource)
MATCH (p)-[:PROVISION_OF]->(w:Resource)
RETURN DISTINCT p.iri AS provision, p.provisionKind AS kind, w.iri AS within, p.label_vi AS label
ORDER BY provision, within
LIMIT 5000
