// relations_on_date: which documents did ?document bear on, and which bore on it, on the day ?at?
// vi: vào ngày ?at, văn bản ?document có liên quan đến văn bản nào, theo cả hai chiều (lược đồ)?
// param document iri: the document | văn bản
// param at date default today: the day in question | ngày cần biết
// note: Like document_relations, but only what both documents were there for: a relation holds from the day on which the
// note: later of the two was issued, and is not taken back. certain = both were issued by then, whichever day a date means
// note: (a quarter: its year); possible = no date of any source excludes it. What is in force tells in_force_on.
// returns ?direction string, ?relation string, ?other iri, ?number string, ?issuedOn date, ?label string, ?part iri
// returns ?certainty string

MATCH (d:Resource {iri: $document})
MATCH (d)<-[:PROVISION_OF*0..6]-(s:Resource)
MATCH (s)-[r:BASED_ON|IMPLEMENTS|AMENDS|REPLACES|REPEALS|CORRECTS|CONSOLIDATES|SUSPENDS|SUSPENDS_TEMPORARILY|GUIDES|DETAILS|INTERPRETS|CITES|PROMULGATES]-(x:Resource)
MATCH (x)-[:PROVISION_OF*0..6]->(w:Resource)
WHERE NOT EXISTS { MATCH (w)-[:PROVISION_OF]->(:Resource) }
WITH DISTINCT d, s, r, x, w,
  coalesce(w.issuedOn < left(toString(date($at) + duration({days: 1})), size(w.issuedOn)), false) AS otherCertain,
  coalesce(d.issuedOn < left(toString(date($at) + duration({days: 1})), size(d.issuedOn)), false) AS ownCertain
WHERE (otherCertain OR coalesce(w.earliest, $at) <= $at) AND (ownCertain OR coalesce(d.earliest, $at) <= $at)
RETURN DISTINCT CASE WHEN startNode(r).iri = s.iri THEN 'out' ELSE 'in' END AS direction,
  CASE type(r) WHEN 'BASED_ON' THEN 'basedOn' WHEN 'SUSPENDS_TEMPORARILY' THEN 'suspendsTemporarily'
    ELSE toLower(type(r)) END AS relation,
  x.iri AS other, w.documentNumber AS number, w.issuedOn AS issuedOn, x.label_vi AS label,
  CASE WHEN s.iri = $document THEN null ELSE s.iri END AS part,
  CASE WHEN otherCertain AND ownCertain THEN 'certain' ELSE 'possible' END AS certainty
ORDER BY direction DESC, relation, other, coalesce(part, '')
LIMIT 2000
