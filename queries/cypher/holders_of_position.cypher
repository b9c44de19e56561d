// holders_of_position: who held the post ?position, one after the other?
// vi: những ai lần lượt giữ chức vụ ?position?
// param position iri: the post | chức vụ
// note: in the order of the start; those without a known start come first.
// returns ?since date, ?until date, ?person iri, ?name string, ?status string, ?holding iri

MATCH (:Resource {iri: $position})<-[:IN_POSITION]-(h:Holding)-[:HELD_BY]->(who:Person)
RETURN DISTINCT h.validFrom AS since, h.validTo AS until, who.iri AS person, who.label_vi AS name, h.status AS status,
  h.iri AS holding
ORDER BY coalesce(since, ''), person, holding
LIMIT 1000
