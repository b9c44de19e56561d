// guidance_for: what guides, details, implements or interprets ?document or a provision of it?
// vi: văn bản nào hướng dẫn, quy định chi tiết, thực hiện hoặc giải thích ?document hay một phần của văn bản đó?
// param document iri: the document | văn bản
// note: ?target = ?document itself or the provision that is meant.
// returns ?relation string, ?target iri, ?guidance iri, ?number string, ?issuedOn date, ?label string

MATCH (:Resource {iri: $document})<-[:PROVISION_OF*0..6]-(t:Resource)<-[r:GUIDES|DETAILS|IMPLEMENTS|INTERPRETS]-(g:Resource)
RETURN DISTINCT toLower(type(r)) AS relation, t.iri AS target, g.iri AS guidance, g.documentNumber AS number,
  g.issuedOn AS issuedOn, g.label_vi AS label
ORDER BY relation, coalesce(issuedOn, ''), guidance, target
LIMIT 2000
