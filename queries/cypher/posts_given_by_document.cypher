// posts_given_by_document: which offices did ?document give or end?
// vi: ?document giao hoặc chấm dứt những lần giữ chức nào?
// param document iri: the document | văn bản
// note: ?way = byDocument: an office names the document; appoints, dismisses: the document names the office.
// returns ?way string, ?person iri, ?name string, ?body iri, ?role string, ?holding iri

MATCH (:Resource {iri: $document})-[r:BY_DOCUMENT|APPOINTS|DISMISSES]-(h:Holding)-[:HELD_BY]->(who:Person)
MATCH (h)-[:IN_POSITION]->(p:Position)-[:POSITION_IN]->(b:Resource)
RETURN DISTINCT CASE type(r) WHEN 'BY_DOCUMENT' THEN 'byDocument' WHEN 'APPOINTS' THEN 'appoints'
    ELSE 'dismisses' END AS way,
  who.iri AS person, who.label_vi AS name, b.iri AS body, p.role AS role, h.iri AS holding
ORDER BY way, person, holding, body
LIMIT 5000
