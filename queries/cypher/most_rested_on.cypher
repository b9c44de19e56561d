// most_rested_on: on which documents do most others rest in one step?
// vi: những văn bản nào được nhiều văn bản khác trực tiếp dựa vào nhất?
// note: counted are documents and provisions that are basedOn, implement, guide or detail the document as a whole.
// returns ?document iri, ?number string, ?resting integer, ?label string

MATCH (x:Resource)-[:BASED_ON|IMPLEMENTS|GUIDES|DETAILS]->(d:Document)
WITH d, count(DISTINCT x) AS resting
RETURN d.iri AS document, d.documentNumber AS number, resting, d.label_vi AS label
ORDER BY resting DESC, document
LIMIT 100
