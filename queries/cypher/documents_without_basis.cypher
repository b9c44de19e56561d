// documents_without_basis: of which documents does the graph not know on what they rest?
// vi: những văn bản nào chưa rõ dựa trên văn bản hay hội nghị nào?
// note: no basedOn, implements, guides, details or agreedBy of the document, of a provision directly in it, or of a carrier.
// note: charters and what a congress issued rest on nothing above them: they are left out.
// returns ?document iri, ?number string, ?kind string, ?issuedOn date, ?label string

MATCH (d:Document)
WHERE (d.kind IS NOT NULL OR d.documentNumber IS NOT NULL) AND NOT d:Charter
  AND NOT EXISTS { MATCH (d)-[:BASED_ON|IMPLEMENTS|GUIDES|DETAILS|AGREED_BY]->(:Resource) }
  AND NOT EXISTS {
    MATCH (d)<-[:PROVISION_OF|PROMULGATES]-(:Resource)-[:BASED_ON|IMPLEMENTS|GUIDES|DETAILS|AGREED_BY]->(:Resource)
  }
  AND NOT EXISTS { MATCH (d)-[:ISSUED_BY]->(:Congress) }
RETURN d.iri AS document, d.documentNumber AS number, d.kind AS kind, d.issuedOn AS issuedOn, d.label_vi AS label
ORDER BY coalesce(issuedOn, ''), document
LIMIT 5000
