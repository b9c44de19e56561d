// event_chairs: who chaired or attended ?event?
// vi: ai chủ trì hoặc dự ?event?
// param event iri: the congress, plenum, conference or meeting | đại hội, hội nghị hoặc phiên họp
// returns ?relation string, ?person iri, ?name string

MATCH (:Resource {iri: $event})<-[r:CHAIRS|ATTENDS]-(who:Resource)
RETURN DISTINCT CASE type(r) WHEN 'CHAIRS' THEN 'chairs' ELSE 'attends' END AS relation, who.iri AS person, who.label_vi AS name
ORDER BY relation DESC, person
LIMIT 1000
