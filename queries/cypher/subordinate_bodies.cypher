// subordinate_bodies: which bodies stand under ?body, directly or through others?
// vi: những cơ quan nào trực thuộc ?body, trực tiếp hoặc qua cơ quan khác?
// param body iri: the body | cơ quan
// returns ?subordinate iri, ?direct string, ?label string

MATCH (:Resource {iri: $body})<-[:SUBORDINATE_TO*1..20]-(x:Resource)
WITH DISTINCT x
RETURN x.iri AS subordinate,
  CASE WHEN EXISTS { MATCH (x)-[:SUBORDINATE_TO]->(:Resource {iri: $body}) } THEN 'yes' ELSE 'no' END AS direct,
  x.label_vi AS label
ORDER BY subordinate
LIMIT 5000
