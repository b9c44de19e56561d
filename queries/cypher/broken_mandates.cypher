// broken_mandates: what rests on a document that another had replaced or repealed by the day ?at?
// vi: những gì dựa trên văn bản đã bị thay thế hoặc bãi bỏ tính đến ngày ?at?
// param at date default today: the day in question | ngày cần biết
// note: ?renewed = yes if the newer document bears on the same thing in its turn.
// returns ?rests iri, ?relation string, ?basis iri, ?brokenBy iri, ?how string, ?since date, ?renewed string

MATCH (n:Document)-[h:REPLACES|REPEALS]->(d:Resource)
WHERE n.latest <= $at
MATCH (d)-[r:ESTABLISHES|REGULATES|BASED_ON|IMPLEMENTS|GUIDES|DETAILS]-(x:Resource)
WHERE (type(r) IN ['ESTABLISHES', 'REGULATES']) = (startNode(r).iri = d.iri)
RETURN DISTINCT x.iri AS rests, CASE type(r) WHEN 'BASED_ON' THEN 'basedOn' ELSE toLower(type(r)) END AS relation,
  d.iri AS basis, n.iri AS brokenBy, toLower(type(h)) AS how, n.issuedOn AS since,
  CASE WHEN EXISTS { MATCH (n)-[:ESTABLISHES|REGULATES]->(x) } OR EXISTS { MATCH (x)-[:BASED_ON|IMPLEMENTS|GUIDES|DETAILS]->(n) }
    THEN 'yes' ELSE 'no' END AS renewed
ORDER BY rests, relation, basis, brokenBy, how
LIMIT 5000
