// superior_bodies: under which bodies does ?body stand, directly or through others?
// vi: ?body trực thuộc những cơ quan nào, trực tiếp hoặc qua cơ quan khác?
// param body iri: the body | cơ quan
// returns ?superior iri, ?direct string, ?label string

MATCH (:Resource {iri: $body})-[:SUBORDINATE_TO*1..20]->(x:Resource)
WITH DISTINCT x
RETURN x.iri AS superior,
  CASE WHEN EXISTS { MATCH (:Resource {iri: $body})-[:SUBORDINATE_TO]->(x) } THEN 'yes' ELSE 'no' END AS direct,
  x.label_vi AS label
ORDER BY superior
LIMIT 1000
