// documents_of_term: which documents belong to ?term, by the congress or plenum behind them or by their date?
// vi: những văn bản nào thuộc khóa ?term, do đại hội, hội nghị của khóa thông qua hoặc do ban hành trong khóa?
// param term iri: the congress term | khóa
// note: ?how = event: issued or agreed by an event of the term; date: issued on a day that the term may have covered, whoever
// note: issued it. certain = an event, or a date between the first and the last day known of the term; else possible.
// returns ?document iri, ?number string, ?issuedOn date, ?how string, ?certainty string, ?label string

MATCH (t:Resource {iri: $term})
MATCH (d:Document)
WITH d, EXISTS { MATCH (d)-[:AGREED_BY|ISSUED_BY]->(:Event)-[:IN_TERM]->(:Resource {iri: $term}) }
    AND (d.kind IS NOT NULL OR d.documentNumber IS NOT NULL) AS behind,
  d.issuedOn IS NOT NULL AND coalesce(d.latest >= t.earliest AND d.earliest <= coalesce(t.latest, d.earliest), false) AS within,
  coalesce(d.earliest >= t.earliest AND d.latest <= t.latest, false) AS inside
WHERE behind OR within
RETURN DISTINCT d.iri AS document, d.documentNumber AS number, d.issuedOn AS issuedOn,
  CASE WHEN behind THEN 'event' ELSE 'date' END AS how,
  CASE WHEN behind OR inside THEN 'certain' ELSE 'possible' END AS certainty, d.label_vi AS label
ORDER BY coalesce(issuedOn, ''), document
LIMIT 5000
