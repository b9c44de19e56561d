// ex_officio_seats: which posts of ?body are filled by right of another post?
// vi: những chức vụ nào của ?body do người giữ chức vụ khác đương nhiên kiêm?
// param body iri: the body | cơ quan
// returns ?position iri, ?role string, ?giving iri, ?givingRole string, ?givingBody iri

MATCH (:Resource {iri: $body})<-[:POSITION_IN]-(p:Position)-[:EX_OFFICIO]->(g:Resource)
OPTIONAL MATCH (g)-[:POSITION_IN]->(b:Resource)
RETURN DISTINCT p.iri AS position, p.role AS role, g.iri AS giving, g.role AS givingRole, b.iri AS givingBody
ORDER BY position, giving, coalesce(givingBody, '')
LIMIT 1000
