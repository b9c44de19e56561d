// readings_below: which readings of sources have a confidence below ?percent percent?
// vi: những cách đọc nào có độ tin cậy dưới ?percent phần trăm?
// param percent integer default 95: percent, 0 to 100 | phần trăm, 0 đến 100
// note: the least confident first.
// returns ?subject iri, ?predicate string, ?confidence string, ?quote string, ?rule string, ?source iri, ?evidence iri

MATCH (g:Resource)<-[:FROM_SOURCE]-(e:Evidence)-[:EVIDENCE_SUBJECT]->(s:Resource)
WHERE toFloat(e.confidence) < $percent / 100.0
RETURN DISTINCT s.iri AS subject, e.predicate AS predicate, toString(e.confidence) AS confidence, e.quote AS quote,
  e.rule AS rule, g.iri AS source, e.iri AS evidence
ORDER BY confidence, source, evidence
LIMIT 5000
