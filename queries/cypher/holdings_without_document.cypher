// holdings_without_document: of which offices does the graph know no document that gave them?
// vi: những lần giữ chức nào chưa biết văn bản nào giao?
// note: neither the office names a document nor does a document appoint.
// returns ?person iri, ?name string, ?body iri, ?role string, ?since date, ?holding iri

MATCH (h:Holding)-[:HELD_BY]->(who:Person)
MATCH (h)-[:IN_POSITION]->(p:Position)-[:POSITION_IN]->(b:Resource)
WHERE NOT EXISTS { MATCH (h)-[:BY_DOCUMENT]->(:Resource) } AND NOT EXISTS { MATCH (h)<-[:APPOINTS]-(:Resource) }
RETURN DISTINCT who.iri AS person, who.label_vi AS name, b.iri AS body, p.role AS role, h.validFrom AS since,
  h.iri AS holding
ORDER BY body, coalesce(since, ''), person, holding
LIMIT 5000
