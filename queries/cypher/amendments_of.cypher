// amendments_of: what has changed ?document in part: amended or corrected it, or replaced or repealed a provision of it?
// vi: văn bản nào sửa đổi, đính chính ?document, hoặc thay thế, bãi bỏ một phần của văn bản đó?
// param document iri: the document | văn bản
// note: ?target = ?document itself or the provision that is hit; ?newer = the document that does it, or the provision of it;
// note: ?number and ?issuedOn are of that document.
// returns ?relation string, ?target iri, ?newer iri, ?number string, ?issuedOn date, ?label string

MATCH (:Resource {iri: $document})<-[:PROVISION_OF*0..6]-(t:Resource)<-[r:AMENDS|CORRECTS|REPLACES|REPEALS]-(b:Resource)
WHERE type(r) IN ['AMENDS', 'CORRECTS'] OR t.iri <> $document
MATCH (b)-[:PROVISION_OF*0..6]->(w:Resource)
WHERE NOT EXISTS { MATCH (w)-[:PROVISION_OF]->(:Resource) }
RETURN DISTINCT toLower(type(r)) AS relation, t.iri AS target, b.iri AS newer, w.documentNumber AS number,
  w.issuedOn AS issuedOn, b.label_vi AS label
ORDER BY coalesce(issuedOn, ''), newer, relation, target
LIMIT 2000
