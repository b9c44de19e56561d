// mandate_basis: on which documents and events does ?body rest, directly or through its kind?
// vi: cơ quan ?body được lập theo văn bản, hội nghị nào, trực tiếp hoặc qua loại cơ quan?
// param body iri: the body or kind of body | cơ quan hoặc loại cơ quan
// returns ?via iri, ?relation string, ?basis iri, ?number string, ?issuedOn date, ?label string

MATCH (b:Resource {iri: $body})-[:OF_KIND*0..1]->(v:Resource)
MATCH (v)-[r:ESTABLISHES|REGULATES|AGREED_BY]-(x:Resource)
WHERE (type(r) = 'AGREED_BY') = (startNode(r).iri = v.iri)
RETURN DISTINCT v.iri AS via,
  CASE type(r) WHEN 'ESTABLISHES' THEN 'establishes' WHEN 'REGULATES' THEN 'regulates' ELSE 'agreedBy' END AS relation,
  x.iri AS basis, x.documentNumber AS number, x.issuedOn AS issuedOn, x.label_vi AS label
ORDER BY via, relation, basis
LIMIT 1000
