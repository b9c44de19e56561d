// person_mandate: on which documents and events did the offices of ?person rest on the day ?at?
// vi: chức vụ của ?person vào ngày ?at dựa trên văn bản, hội nghị nào?
// param person iri: the person | người
// param at date default today: the day in question | ngày cần biết
// note: ?via is the body, its kind, or the holding itself when a document appointed the person.
// note: certain = begun by the day (whichever day an imprecise start means, a quarter as its year; or seen by then)
// note: and not ended before it (likewise); of several starts or ends that sources give, the smallest counts;
// note: possible = no mg:earliest or mg:latest of any source excludes the day; an unknown end is unknown, not now.
// returns ?holding iri, ?certainty string, ?body iri, ?via iri, ?relation string, ?basis iri, ?number string
// returns ?issuedOn date

MATCH (who:Resource {iri: $person})<-[:HELD_BY]-(h:Holding)-[:IN_POSITION]->(:Position)-[:POSITION_IN]->(b:Resource)
WITH DISTINCT h, b,
  CASE WHEN
    (coalesce(h.validFrom < left(toString(date($at) + duration({days: 1})), size(h.validFrom)), false)
      OR any(o IN coalesce(h.observedOn, []) WHERE o <= $at))
    AND (coalesce(CASE WHEN substring(h.validTo, 5, 2) > '12' THEN left(h.validTo, 4) + '-01-01'
      ELSE h.validTo + substring('0000-01-01', size(h.validTo)) END >= $at, false)
      OR any(o IN coalesce(h.observedOn, []) WHERE o >= $at))
  THEN 'certain' ELSE 'possible' END AS certainty
WHERE certainty = 'certain' OR (coalesce(h.earliest, $at) <= $at AND coalesce(h.latest, $at) >= $at)
MATCH (h)-[:IN_POSITION|POSITION_IN|OF_KIND*0..3]->(v:Resource)
WHERE v.iri = h.iri OR v.iri = b.iri OR v:BodyKind
MATCH (v)-[r:ESTABLISHES|REGULATES|AGREED_BY|BY_DOCUMENT]-(x:Resource)
WHERE (type(r) IN ['AGREED_BY', 'BY_DOCUMENT']) = (startNode(r).iri = v.iri)
RETURN DISTINCT h.iri AS holding, certainty, b.iri AS body, v.iri AS via,
  CASE type(r) WHEN 'ESTABLISHES' THEN 'establishes' WHEN 'REGULATES' THEN 'regulates' WHEN 'AGREED_BY' THEN 'agreedBy'
    ELSE 'byDocument' END AS relation,
  x.iri AS basis, x.documentNumber AS number, x.issuedOn AS issuedOn
ORDER BY holding, via, relation, basis, body
LIMIT 1000
