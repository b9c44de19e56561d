// relations_at_provision: which relations begin or end at a provision of ?document, or at that provision?
// vi: những quan hệ nào bắt đầu hoặc kết thúc ở một điều, khoản, điểm của ?document?
// param document iri: the document, or a provision of it | văn bản, hoặc một phần của văn bản
// note: out = the provision does it to ?other, in = ?other does it to the provision.
// returns ?provision iri, ?direction string, ?relation string, ?other iri, ?number string, ?label string

MATCH (:Resource {iri: $document})<-[:PROVISION_OF*0..6]-(p:Provision)
MATCH (p)-[r:BASED_ON|IMPLEMENTS|AMENDS|REPLACES|REPEALS|CORRECTS|CONSOLIDATES|SUSPENDS|SUSPENDS_TEMPORARILY|GUIDES|DETAILS|INTERPRETS|CITES|PROMULGATES]-(x:Resource)
RETURN DISTINCT p.iri AS provision, CASE WHEN startNode(r).iri = p.iri THEN 'out' ELSE 'in' END AS direction,
  CASE type(r) WHEN 'BASED_ON' THEN 'basedOn' WHEN 'SUSPENDS_TEMPORARILY' THEN 'suspendsTemporarily'
    ELSE toLower(type(r)) END AS relation,
  x.iri AS other, x.documentNumber AS number, x.label_vi AS label
ORDER BY provision, direction DESC, relation, other
LIMIT 2000
