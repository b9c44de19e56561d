// common_bases: on which documents and events do both ?document and ?other rest, directly or through others?
// vi: hai văn bản ?document và ?other cùng dựa trên những văn bản, hội nghị nào, trực tiếp hoặc qua văn bản khác?
// param document iri: one document | một văn bản
// param other iri: the other document | văn bản kia
// note: at most 30 hops in Cypher; where one rests on the other, that is a basis too.
// returns ?basis iri, ?number string, ?issuedOn date, ?label string

MATCH (:Resource {iri: $document})-[:BASED_ON|IMPLEMENTS|GUIDES|DETAILS|AGREED_BY*0..30]->(b:Resource)
WITH DISTINCT b
MATCH (:Resource {iri: $other})-[:BASED_ON|IMPLEMENTS|GUIDES|DETAILS|AGREED_BY*0..30]->(c:Resource)
WHERE c.iri = b.iri
RETURN DISTINCT b.iri AS basis, b.documentNumber AS number, b.issuedOn AS issuedOn, b.label_vi AS label
ORDER BY coalesce(issuedOn, ''), basis
LIMIT 1000
