// positions_of_body: which posts does ?body have, and how many offices in them does the graph know?
// vi: ?body có những chức vụ nào, và đồ thị biết bao nhiêu lần giữ mỗi chức vụ?
// param body iri: the body | cơ quan
// note: ?holdings = offices of all times, whoever held them.
// returns ?position iri, ?role string, ?rank integer, ?holdings integer, ?label string

MATCH (:Resource {iri: $body})<-[:POSITION_IN]-(p:Position)
OPTIONAL MATCH (h:Holding)-[:IN_POSITION]->(p)
WITH p, count(DISTINCT h) AS holdings
RETURN p.iri AS position, p.role AS role, p.rank AS rank, holdings, p.label_vi AS label
ORDER BY coalesce(rank, 99), position
LIMIT 1000
