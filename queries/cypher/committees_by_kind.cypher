// committees_by_kind: which bodies of ?kind are there, in which places, and which does a source name as the first?
// vi: có những cơ quan nào thuộc loại ?kind, ở đâu, cơ quan nào được nêu là lập đầu tiên?
// param kind iri: the kind of body | loại cơ quan
// returns ?place iri, ?placeName string, ?body iri, ?bodyName string, ?first string

MATCH (k:Resource {iri: $kind})<-[:OF_KIND]-(b:Resource)
OPTIONAL MATCH (b)-[:IN_PLACE]->(p:Place)
WITH DISTINCT b, p
RETURN p.iri AS place, p.label_vi AS placeName, b.iri AS body, b.label_vi AS bodyName,
  CASE WHEN EXISTS { MATCH (b)<-[:NAMES_FIRST]-(:Coverage)-[:COVERS]->(:Resource {iri: $kind}) } THEN 'yes' ELSE 'no' END AS first
ORDER BY coalesce(place, ''), body
LIMIT 1000
