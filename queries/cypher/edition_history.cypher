// edition_history: which documents came before ?document and which after it, by replacing or consolidating?
// vi: ?document thay thế, hợp nhất những văn bản nào và về sau bị những văn bản nào thay thế, hợp nhất?
// param document iri: the document | văn bản
// note: ?direction = earlier or later; at most 30 steps in Cypher.
// returns ?direction string, ?other iri, ?number string, ?issuedOn date, ?label string

CALL () {
  MATCH (:Resource {iri: $document})-[:REPLACES|CONSOLIDATES*1..30]->(x:Resource)
  RETURN DISTINCT 'earlier' AS direction, x
  UNION
  MATCH (:Resource {iri: $document})<-[:REPLACES|CONSOLIDATES*1..30]-(x:Resource)
  RETURN DISTINCT 'later' AS direction, x
}
WITH DISTINCT direction, x
WHERE x.iri <> $document
RETURN direction, x.iri AS other, x.documentNumber AS number, x.issuedOn AS issuedOn, x.label_vi AS label
ORDER BY direction, coalesce(issuedOn, ''), other
LIMIT 1000
