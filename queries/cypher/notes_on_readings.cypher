// notes_on_readings: where was something in a source read as something else, or with a doubt?
// vi: ở đâu lời của nguồn được đọc khác đi, hoặc đọc với nghi ngờ?
// note: misspellings that were understood, and what an importer noted; one row for each evidence with a note.
// returns ?subject iri, ?predicate string, ?quote string, ?note string, ?source iri, ?evidence iri

MATCH (g:Resource)<-[:FROM_SOURCE]-(e:Evidence)-[:EVIDENCE_SUBJECT]->(s:Resource)
WHERE e.note IS NOT NULL
RETURN DISTINCT s.iri AS subject, e.predicate AS predicate, e.quote AS quote, e.note AS note, g.iri AS source,
  e.iri AS evidence
ORDER BY source, evidence, note
LIMIT 5000
