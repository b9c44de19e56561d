// document_relations: which documents does ?document bear on, and which bear on it?
// vi: văn bản ?document liên quan đến văn bản nào, theo cả hai chiều (lược đồ)?
// param document iri: the document | văn bản
// note: out = ?document does it to ?other, in = ?other does it to ?document.
// returns ?direction string, ?relation string, ?other iri, ?number string, ?issuedOn date, ?label string

MATCH (d:Resource {iri: $document})
  -[r:BASED_ON|IMPLEMENTS|AMENDS|REPLACES|REPEALS|CORRECTS|SUSPENDS|GUIDES|DETAILS|CITES|PROMULGATES]-(x:Resource)
RETURN DISTINCT CASE WHEN startNode(r).iri = $document THEN 'out' ELSE 'in' END AS direction,
  CASE type(r) WHEN 'BASED_ON' THEN 'basedOn' ELSE toLower(type(r)) END AS relation,
  x.iri AS other, x.documentNumber AS number, x.issuedOn AS issuedOn, x.label_vi AS label
ORDER BY direction DESC, relation, other
LIMIT 2000
