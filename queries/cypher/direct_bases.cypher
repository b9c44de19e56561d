// direct_bases: on what does ?document itself rest, in one step?
// vi: văn bản ?document trực tiếp căn cứ, thực hiện, hướng dẫn, cụ thể hóa văn bản nào, được thống nhất tại đâu?
// param document iri: the document | văn bản
// note: ?of = ?document, a provision of it, or the carrier that promulgates it.
// returns ?of iri, ?relation string, ?basis iri, ?number string, ?issuedOn date, ?label string

CALL () {
  MATCH (:Resource {iri: $document})<-[:PROVISION_OF*0..6]-(o:Resource)
  RETURN o
  UNION
  MATCH (:Resource {iri: $document})<-[:PROMULGATES]-(o:Resource)
  RETURN o
}
MATCH (o)-[r:BASED_ON|IMPLEMENTS|GUIDES|DETAILS|AGREED_BY]->(b:Resource)
RETURN DISTINCT o.iri AS of, CASE type(r) WHEN 'BASED_ON' THEN 'basedOn' WHEN 'AGREED_BY' THEN 'agreedBy'
    ELSE toLower(type(r)) END AS relation,
  b.iri AS basis, b.documentNumber AS number, b.issuedOn AS issuedOn, b.label_vi AS label
ORDER BY of, relation, basis
LIMIT 2000
