// promulgated_with: which documents go with ?document: its carrier, what it promulgates, what one carrier promulgates beside it?
// vi: văn bản nào đi cùng ?document: văn bản ban hành nó, văn bản kèm theo nó, văn bản được ban hành cùng lúc với nó?
// param document iri: the document | văn bản
// note: ?way = carrier: ?other promulgates it; attached: it promulgates ?other; beside: one carrier promulgates both.
// returns ?way string, ?other iri, ?number string, ?issuedOn date, ?label string

CALL () {
  MATCH (:Resource {iri: $document})<-[:PROMULGATES]-(x:Resource)
  RETURN DISTINCT 'carrier' AS way, x
  UNION
  MATCH (:Resource {iri: $document})-[:PROMULGATES]->(x:Resource)
  RETURN DISTINCT 'attached' AS way, x
  UNION
  MATCH (:Resource {iri: $document})<-[:PROMULGATES]-(:Resource)-[:PROMULGATES]->(x:Resource)
  WHERE x.iri <> $document
  RETURN DISTINCT 'beside' AS way, x
}
RETURN way, x.iri AS other, x.documentNumber AS number, x.issuedOn AS issuedOn, x.label_vi AS label
ORDER BY way, other
LIMIT 1000
