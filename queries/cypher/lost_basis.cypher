// lost_basis: which documents, kinds of body, bodies, posts and offices have lost a basis by the day ?at, and how?
// vi: văn bản, loại cơ quan, cơ quan, vị trí, chức vụ nào đã mất căn cứ tính đến ngày ?at, và vì sao?
// param at date default today: the day in question | ngày cần biết
// param of code of document,body-kind,body,position,holding default any: only this type, or any | chỉ loại đối tượng này, hoặc any
// note: ?via bears the lost ?basis: the thing itself or a provision of it, its kind, its body, its position or the change
// note: that made it; ?basis may be a provision.
// note: ?status = replaced, repealed, expired or suspended of a document, as in_force_on tells it; dissolved, succeeded
// note: (merged, divided, renamed) or ended of a body, a kind or a place. possible = the dates leave it open.
// note: Left out: what was not there on the day, and documents that were themselves replaced, repealed or expired.
// note: ?renewed = yes if ?by bears on ?via in its turn.
// returns ?thing iri, ?type string, ?relation string, ?basis iri, ?via iri, ?status string, ?certainty string
// returns ?since date, ?by iri, ?renewed string

WITH CASE WHEN right(toString(date($at) + duration({days: 1})), 2) = '01' THEN left($at, 8) + '31' ELSE $at END AS reach
// What had happened to a basis: a key of rank, date, status, certainty and who did it. See in_force_on.
CALL (reach) {
  MATCH (a:Resource)-[r:REPLACES|REPEALS|SUSPENDS|SUSPENDS_TEMPORARILY|DISSOLVES|SUCCEEDS|CHANGED_FROM]->(t:Resource)
  WHERE type(r) <> 'CHANGED_FROM' OR NOT EXISTS { MATCH (a)-[:CHANGED_TO]->(t) }
  OPTIONAL MATCH (a)-[:PROVISION_OF*0..8]->(held:Resource)<-[:REPLACES|REPEALS]-(z:Resource)
  WITH reach, a, type(r) AS done, t, split(a.iri, '#')[0] AS other, split(t.iri, '#')[0] AS hit,
    split(z.iri, '#')[0] AS ender
  WHERE other <> hit
  OPTIONAL MATCH (e:Resource {iri: ender})
  WITH reach, done, t, other, hit, coalesce(e.effectiveFrom, e.issuedOn, '') AS eBegan,
    e IS NOT NULL AND ender <> other AS isEnded
  WITH reach, done, t, other, hit, isEnded, CASE WHEN substring(eBegan, 5, 2) > '12' THEN left(eBegan, 4) ELSE eBegan END AS e
  WITH reach, done, t, other, hit,
    min(CASE WHEN NOT isEnded THEN '~' WHEN e = '' THEN '' ELSE e + substring('-01-01', size(e) - 4) END) AS endedFirst,
    min(CASE WHEN NOT isEnded THEN '~' WHEN e = '' THEN '~' ELSE e + substring('-12-31', size(e) - 4) END) AS endedLast
  MATCH (x:Resource {iri: other})
  MATCH (d:Resource {iri: hit})
  WITH reach, x, done, t, endedFirst, endedLast, done STARTS WITH 'SUSPENDS' AS suspends,
    coalesce(x.effectiveFrom, x.issuedOn, x.startsOn, x.existsFrom, x.changedOn, '') AS began,
    coalesce(x.effectiveTo, '~~~~') AS xUntil, coalesce(d.effectiveTo, d.existsTo, '~~~~') AS dUntil
  WITH reach, x, done, t, endedFirst, endedLast, suspends, began,
    CASE WHEN substring(xUntil, 5, 2) > '12' THEN left(xUntil, 4) ELSE xUntil END AS u,
    CASE WHEN substring(dUntil, 5, 2) > '12' THEN left(dUntil, 4) ELSE dUntil END AS g,
    CASE WHEN substring(began, 5, 2) > '12' THEN left(began, 4) ELSE began END AS b
  WITH reach, x, done, t, endedFirst, endedLast, suspends, began, u, g, b,
    CASE WHEN b = '' THEN '' ELSE b + substring('-01-01', size(b) - 4) END AS first,
    CASE WHEN b = '' THEN '~' ELSE b + substring('-12-31', size(b) - 4) END AS last
  WHERE first <= $at AND endedLast >= first
    // Where no date of the change is known, the end of the body or place itself tells.
    AND (b <> '' OR g = '~~~~' OR NOT done IN ['DISSOLVES', 'SUCCEEDS', 'CHANGED_FROM'])
    AND (b = '' OR g + substring('-12-31', size(g) - 4) >= toString(date(first) - duration({days: 1})))
    AND (NOT suspends OR (endedLast > reach AND u + substring('-12-31', size(u) - 4) >= $at))
  WITH x, done, t, suspends, began, CASE WHEN last <= reach
    AND (NOT suspends OR (endedFirst > $at AND u + substring('-01-01', size(u) - 4) >= $at))
    THEN 'certain' ELSE 'possible' END AS sure
  RETURN t.iri AS target,
    CASE WHEN suspends THEN CASE sure WHEN 'certain' THEN '3' ELSE '6' END
      ELSE CASE sure WHEN 'certain' THEN '1' ELSE '4' END END
    + ' ' + CASE began WHEN '' THEN '-' ELSE began END + ' '
    + CASE WHEN done = 'REPLACES' THEN 'replaced' WHEN done = 'REPEALS' THEN 'repealed' WHEN suspends THEN 'suspended'
        WHEN done = 'DISSOLVES' OR x:Dissolution THEN 'dissolved' ELSE 'succeeded' END
    + ' ' + sure + ' ' + x.iri AS key
  UNION
  MATCH (t:Resource)
  WHERE t.effectiveTo IS NOT NULL OR t.existsTo IS NOT NULL
  WITH t, coalesce(t.effectiveTo, t.existsTo) AS until,
    CASE WHEN t.effectiveTo IS NULL THEN ' ended ' ELSE ' expired ' END AS code
  WITH t, until, code, CASE WHEN substring(until, 5, 2) > '12' THEN left(until, 4) ELSE until END AS u
  WHERE u + substring('-01-01', size(u) - 4) < $at
  RETURN t.iri AS target, CASE WHEN u + substring('-12-31', size(u) - 4) < $at
    THEN '2 ' + until + code + 'certain -' ELSE '5 ' + until + code + 'possible -' END AS key
}
WITH target, min(key) AS loss
MATCH (t:Resource {iri: target})<-[:PROVISION_OF*0..8]-(b:Resource)
WITH b, min(loss) AS loss
// What rests on it: in establishes, regulates, appoints and promulgates the subject carries, in all others the object.
MATCH (b)-[r:BASED_ON|IMPLEMENTS|GUIDES|DETAILS|BY_DOCUMENT|OF_KIND|IN_PLACE|POSITION_IN|ESTABLISHES|REGULATES|APPOINTS|PROMULGATES]-(v:Resource)
WHERE (type(r) IN ['ESTABLISHES', 'REGULATES', 'APPOINTS', 'PROMULGATES']) = (startNode(r).iri = b.iri)
MATCH (v)-[:CHANGED_TO*0..1]->(made:Resource)<-[:OF_KIND|POSITION_IN|IN_POSITION*0..3]-(rests:Resource)
WITH DISTINCT split(rests.iri, '#')[0] AS thing, type(r) AS p, b, v, split(loss, ' ') AS parts
WITH thing, p, b, v, parts, split(thing, '/') AS path
WITH thing, p, b, v, parts, path[size(path) - 2] AS type
WHERE type <> 'change-event' AND ($of = 'any' OR $of = type)
MATCH (x:Resource {iri: thing})
WITH x, thing, type, p, b, v, parts
WHERE (coalesce(x.earliest, $at) <= $at
    OR any(said IN coalesce(x.alsoSaid, []) WHERE said STARTS WITH 'earliest ' AND substring(said, 9) <= $at))
  AND (type = 'document' OR coalesce(x.latest, $at) >= $at)
  AND (x.effectiveTo IS NULL OR x.effectiveTo >= left($at, size(x.effectiveTo)))
  AND NOT EXISTS { MATCH (z:Resource)-[:REPLACES|REPEALS|DISSOLVES]->(x) WHERE coalesce(z.effectiveFrom, z.latest) <= $at }
OPTIONAL MATCH (n:Resource {iri: parts[4]})-[again]-(v)
WHERE type(again) = p
WITH thing, type, p, b, v, parts, count(again) AS times
RETURN thing, type,
  CASE p WHEN 'BASED_ON' THEN 'basedOn' WHEN 'BY_DOCUMENT' THEN 'byDocument' WHEN 'OF_KIND' THEN 'ofKind'
    WHEN 'IN_PLACE' THEN 'inPlace' WHEN 'POSITION_IN' THEN 'positionIn' ELSE toLower(p) END AS relation,
  b.iri AS basis, v.iri AS via, parts[2] AS status, parts[3] AS certainty,
  CASE parts[1] WHEN '-' THEN null ELSE parts[1] END AS since, CASE parts[4] WHEN '-' THEN null ELSE parts[4] END AS by,
  CASE WHEN times > 0 THEN 'yes' ELSE 'no' END AS renewed
ORDER BY thing, relation, basis, via
LIMIT 5000
