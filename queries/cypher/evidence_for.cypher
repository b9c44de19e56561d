// evidence_for: which words of which source say something about ?entity?
// vi: câu chữ nào của nguồn nào nói về ?entity?
// param entity iri: anything the graph knows | đối tượng bất kỳ trong đồ thị
// note: ?side = subject or object of the statement; ?value = the other end: an IRI, or a literal's text.
// returns ?side string, ?predicate string, ?value string, ?quote string, ?source iri, ?start integer, ?end integer
// returns ?rule string, ?claimRank string, ?evidence iri

CALL () {
  MATCH (:Resource {iri: $entity})<-[:EVIDENCE_SUBJECT]-(e:Evidence)
  OPTIONAL MATCH (e)-[:EVIDENCE_OBJECT]->(o:Resource)
  RETURN 'subject' AS side, e, coalesce(o.iri, e.object) AS value
  UNION
  MATCH (:Resource {iri: $entity})<-[:EVIDENCE_OBJECT]-(e:Evidence)-[:EVIDENCE_SUBJECT]->(s:Resource)
  RETURN 'object' AS side, e, s.iri AS value
}
MATCH (e)-[:FROM_SOURCE]->(g:Source)
RETURN DISTINCT side, e.predicate AS predicate, value, e.quote AS quote, g.iri AS source, e.spanStart AS start, e.spanEnd AS end,
  e.rule AS rule, e.claimRank AS claimRank, e.iri AS evidence
ORDER BY source, start, evidence, side
LIMIT 5000
