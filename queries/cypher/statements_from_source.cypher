// statements_from_source: which statements rest on ?source, and on which of its words?
// vi: những điều nào dựa trên ?source, và trên chữ nào của nguồn?
// param source iri: the source | nguồn
// note: in the order of the words in the source.
// returns ?start integer, ?quote string, ?subject iri, ?predicate string, ?value string, ?claimRank string
// returns ?evidence iri

MATCH (:Resource {iri: $source})<-[:FROM_SOURCE]-(e:Evidence)-[:EVIDENCE_SUBJECT]->(s:Resource)
OPTIONAL MATCH (e)-[:EVIDENCE_OBJECT]->(o:Resource)
RETURN DISTINCT e.spanStart AS start, e.quote AS quote, s.iri AS subject, e.predicate AS predicate,
  coalesce(o.iri, e.object) AS value, e.claimRank AS claimRank, e.iri AS evidence
ORDER BY start, subject, predicate, evidence
LIMIT 5000
