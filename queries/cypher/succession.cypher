// succession: what did ?entity succeed, and what succeeded it?
// vi: ?entity kế thừa đơn vị nào và được đơn vị nào kế thừa?
// param entity iri: a body or place | cơ quan hoặc địa phương
// returns ?direction string, ?other iri, ?existsFrom date, ?existsTo date, ?label string

MATCH (:Resource {iri: $entity})-[r:SUCCEEDS]-(x:Resource)
RETURN DISTINCT CASE WHEN startNode(r).iri = $entity THEN 'predecessor' ELSE 'successor' END AS direction, x.iri AS other,
  x.existsFrom AS existsFrom, x.existsTo AS existsTo, x.label_vi AS label
ORDER BY direction, other
LIMIT 1000
