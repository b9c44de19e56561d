// mandate_chain: on which documents, events and bodies does ?document rest, directly or through others?
// vi: văn bản ?document dựa trên văn bản, hội nghị, cơ quan nào, trực tiếp hoặc qua văn bản khác?
// param document iri: the document | văn bản
// note: at most 30 hops in Cypher; starts from the carrier that promulgates ?document too.
// returns ?ancestor iri, ?number string, ?issuedOn date, ?label string

MATCH (:Resource {iri: $document})<-[:PROMULGATES*0..1]-(d:Resource)
MATCH (d)-[:BASED_ON|IMPLEMENTS|GUIDES|DETAILS|AGREED_BY|ISSUED_BY|IN_TERM|OPENED_BY*0..30]->(a:Resource)
WHERE a.iri <> $document
RETURN DISTINCT a.iri AS ancestor, a.documentNumber AS number, a.issuedOn AS issuedOn, a.label_vi AS label
ORDER BY ancestor
LIMIT 1000
