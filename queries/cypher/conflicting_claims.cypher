// conflicting_claims: on which facts do sources differ, and which claim is believed first?
// vi: các nguồn nói khác nhau về dữ kiện nào, và nguồn nào được ưu tiên tin trước?
// note: Facts that have one value only. ?standing: the smaller, the sooner believed; tens = claim rank, ones = class of source.
// note: A year or month does not differ from a day in it; a quarter and a document with several signers may show though they agree.
// returns ?subject iri, ?predicate string, ?value string, ?standing integer, ?claimRank string, ?sourceClass string
// returns ?quote string, ?citedSource string, ?source iri, ?evidence iri

MATCH (a:Evidence)-[:EVIDENCE_SUBJECT]->(s:Resource)
WHERE a.predicate IN ['asOf', 'changedOn', 'counted', 'documentNumber', 'effectiveFrom', 'effectiveTo', 'endsOn', 'existsFrom',
  'existsTo', 'from', 'inTerm', 'issuedOn', 'letterhead', 'openedBy', 'ordinal', 'outOf', 'partCount', 'partOfPlace', 'placeCode',
  'signedBy', 'signingForm', 'startsOn', 'termNumber', 'to']
OPTIONAL MATCH (a)-[:EVIDENCE_OBJECT]->(ao:Resource)
WITH s, a.predicate AS predicate, collect(DISTINCT coalesce(ao.iri, a.object)) AS told
WHERE any(x IN told WHERE any(y IN told WHERE x < y AND (x CONTAINS '://' OR NOT y STARTS WITH x + '-')))
MATCH (e:Evidence)-[:EVIDENCE_SUBJECT]->(s)
WHERE e.predicate = predicate
MATCH (e)-[:FROM_SOURCE]->(g:Source)
OPTIONAL MATCH (e)-[:EVIDENCE_OBJECT]->(o:Resource)
RETURN DISTINCT s.iri AS subject, predicate, coalesce(o.iri, e.object) AS value,
  CASE e.claimRank WHEN 'stated' THEN 10 WHEN 'unverified' THEN 20 ELSE 30 END
    + CASE g.sourceClass WHEN 'official' THEN 1 WHEN 'press' THEN 2 WHEN 'reference' THEN 3 WHEN 'demonstration' THEN 4 ELSE 5 END
    AS standing,
  e.claimRank AS claimRank, g.sourceClass AS sourceClass, e.quote AS quote, e.citedSource AS citedSource, g.iri AS source,
  e.iri AS evidence
ORDER BY subject, predicate, standing, evidence
LIMIT 5000
