// unverified_statements: which statements about ?entity does no source state, so that they want checking?
// vi: những điều nào về ?entity chưa nguồn nào nêu rõ, cần kiểm tra lại?
// param entity iri: anything | bất cứ thực thể nào
// note: a statement is left out if another piece of evidence for the same value states it.
// note: ?claimRank = unverified or inferred; ?citedSource = whence the source says that it knows.
// returns ?predicate string, ?value string, ?claimRank string, ?citedSource string, ?source iri, ?evidence iri

MATCH (t:Resource {iri: $entity})<-[:EVIDENCE_SUBJECT]-(e:Evidence)-[:FROM_SOURCE]->(g:Source)
OPTIONAL MATCH (e)-[:EVIDENCE_OBJECT]->(o:Resource)
WITH t, e, g, coalesce(o.iri, e.object) AS value
WITH collect({predicate: e.predicate, value: value, claimRank: e.claimRank}) AS told, t
MATCH (t)<-[:EVIDENCE_SUBJECT]-(e:Evidence)-[:FROM_SOURCE]->(g:Source)
OPTIONAL MATCH (e)-[:EVIDENCE_OBJECT]->(o:Resource)
WITH told, e, g, coalesce(o.iri, e.object) AS value
WHERE e.claimRank IN ['unverified', 'inferred']
  AND NOT any(x IN told WHERE x.predicate = e.predicate AND x.value = value AND x.claimRank = 'stated')
RETURN DISTINCT e.predicate AS predicate, value, e.claimRank AS claimRank, e.citedSource AS citedSource, g.iri AS source,
  e.iri AS evidence
ORDER BY predicate, value, evidence
LIMIT 5000
