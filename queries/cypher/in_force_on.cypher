// in_force_on: which documents are in force on the day ?at, which are not, and what ended them?
// vi: văn bản nào còn hiệu lực vào ngày ?at, văn bản nào không, và văn bản nào đã chấm dứt hiệu lực?
// param at date default today: the day in question | ngày cần biết
// param ofKind code of document-kind default any: only documents of this kind (quy-dinh), or any | chỉ loại văn bản này (quy-dinh), hoặc any
// param only code of in-force-status default any: only this status (in-force), or any | chỉ tình trạng này (in-force), hoặc any
// note: ?status = in-force, not-yet, replaced, repealed, expired, suspended, partly-replaced, partly-repealed,
// note: partly-suspended or unknown: computed from dates and relations, never stored.
// note: unknown = a date is missing or not exact enough to tell (a quarter counts as its year); ?possibly names what it may
// note: be. Of several dates that sources give, the smallest counts.
// note: A document acts from its mg:effectiveFrom, else its mg:issuedOn, once and for all; but not if it was itself
// note: replaced or repealed before that day, nor on a document that had expired before the eve of that day.
// note: A suspension lasts until the suspending document is replaced, repealed or expired. ?part is the provision that was hit.
// returns ?document iri, ?number string, ?kind string, ?issuedOn date, ?status string, ?possibly string, ?since date
// returns ?by iri, ?part string, ?label string

CALL () {
  MATCH (d:Document)
  WITH d, coalesce(d.effectiveFrom, d.issuedOn, '') AS began,
    CASE WHEN right(toString(date($at) + duration({days: 1})), 2) = '01' THEN left($at, 8) + '31' ELSE $at END AS reach
  WITH d, began, reach, CASE WHEN substring(began, 5, 2) > '12' THEN left(began, 4) ELSE began END AS b
  RETURN d.iri AS document, CASE
    WHEN b = '' THEN '9 - in-force possible - -'
    WHEN b + substring('-01-01', size(b) - 4) > $at THEN '2 ' + began + ' not-yet certain - -'
    WHEN b + substring('-12-31', size(b) - 4) <= reach THEN '9 ' + began + ' in-force certain - -'
    ELSE '9 ' + began + ' in-force possible - -' END AS key
  UNION
  MATCH (d:Document)
  WHERE d.effectiveTo IS NOT NULL
  WITH d, CASE WHEN substring(d.effectiveTo, 5, 2) > '12' THEN left(d.effectiveTo, 4) ELSE d.effectiveTo END AS u
  WHERE u + substring('-01-01', size(u) - 4) < $at
  RETURN d.iri AS document, CASE WHEN u + substring('-12-31', size(u) - 4) < $at
    THEN '1 ' + d.effectiveTo + ' expired certain - -' ELSE '5 ' + d.effectiveTo + ' expired possible - -' END AS key
  UNION
  // What others did to it, or to a provision of it. Day strings: the first and the last that a date may mean; 02-31 stands
  // for the last of February.
  MATCH (a:Resource)-[r:REPLACES|REPEALS|SUSPENDS|SUSPENDS_TEMPORARILY]->(t:Resource)
  OPTIONAL MATCH (a)-[:PROVISION_OF*0..8]->(held:Resource)<-[:REPLACES|REPEALS]-(z:Resource)
  WITH a, type(r) AS done, t, split(a.iri, '#')[0] AS other, split(t.iri, '#')[0] AS hit, split(z.iri, '#')[0] AS ender
  WHERE other <> hit
  OPTIONAL MATCH (e:Resource {iri: ender})
  WITH a, done, t, other, hit, coalesce(e.effectiveFrom, e.issuedOn, '') AS eBegan, e IS NOT NULL AND ender <> other AS isEnded
  WITH a, done, t, other, hit, isEnded, CASE WHEN substring(eBegan, 5, 2) > '12' THEN left(eBegan, 4) ELSE eBegan END AS e
  WITH a, done, t, other, hit,
    min(CASE WHEN NOT isEnded THEN '~' WHEN e = '' THEN '' ELSE e + substring('-01-01', size(e) - 4) END) AS endedFirst,
    min(CASE WHEN NOT isEnded THEN '~' WHEN e = '' THEN '~' ELSE e + substring('-12-31', size(e) - 4) END) AS endedLast
  MATCH (x:Resource {iri: other})
  MATCH (d:Resource {iri: hit})
  WITH x, done, t, d, endedFirst, endedLast, coalesce(x.effectiveFrom, x.issuedOn, '') AS began,
    CASE WHEN right(toString(date($at) + duration({days: 1})), 2) = '01' THEN left($at, 8) + '31' ELSE $at END AS reach,
    CASE WHEN substring(x.effectiveTo, 5, 2) > '12' THEN left(x.effectiveTo, 4) ELSE coalesce(x.effectiveTo, '~~~~') END AS u,
    CASE WHEN substring(d.effectiveTo, 5, 2) > '12' THEN left(d.effectiveTo, 4) ELSE coalesce(d.effectiveTo, '~~~~') END AS g,
    done STARTS WITH 'SUSPENDS' AS suspends
  WITH x, done, t, d, endedFirst, endedLast, began, reach, u, g, suspends,
    CASE WHEN substring(began, 5, 2) > '12' THEN left(began, 4) ELSE began END AS b
  WITH x, done, t, d, endedFirst, endedLast, began, reach, u, g, suspends, b,
    CASE WHEN b = '' THEN '' ELSE b + substring('-01-01', size(b) - 4) END AS first,
    CASE WHEN b = '' THEN '~' ELSE b + substring('-12-31', size(b) - 4) END AS last
  WHERE first <= $at AND endedLast >= first
    AND (b = '' OR g + substring('-12-31', size(g) - 4) >= toString(date(first) - duration({days: 1})))
    AND (NOT suspends OR (endedLast > reach AND u + substring('-12-31', size(u) - 4) >= $at))
  WITH x, done, t, d, began, suspends, split(t.iri, '#') AS path, CASE WHEN last <= reach
    AND (NOT suspends OR (endedFirst > $at AND u + substring('-01-01', size(u) - 4) >= $at))
    THEN 'certain' ELSE 'possible' END AS sure
  RETURN d.iri AS document,
    CASE WHEN size(path) > 1 THEN CASE sure WHEN 'certain' THEN '7' ELSE '8' END
      WHEN suspends THEN CASE sure WHEN 'certain' THEN '3' ELSE '6' END
      ELSE CASE sure WHEN 'certain' THEN '0' ELSE '4' END END
    + ' ' + CASE began WHEN '' THEN '-' ELSE began END + ' ' + CASE WHEN size(path) > 1 THEN 'partly-' ELSE '' END
    + CASE WHEN suspends THEN 'suspended' WHEN done = 'REPLACES' THEN 'replaced' ELSE 'repealed' END
    + ' ' + sure + ' ' + x.iri + ' ' + CASE WHEN size(path) > 1 THEN path[1] ELSE '-' END AS key
}
WITH document, min(key) AS worst
WITH document, split(worst, ' ') AS parts
WITH document, parts, CASE parts[3] WHEN 'certain' THEN parts[2] ELSE 'unknown' END AS status
MATCH (d:Resource {iri: document})
WHERE d:Document AND ($only = 'any' OR status = $only)
  AND ($ofKind = 'any' OR d.kind = $ofKind OR 'kind ' + $ofKind IN coalesce(d.alsoSaid, []))
RETURN document, d.documentNumber AS number, d.kind AS kind, d.issuedOn AS issuedOn, status,
  CASE parts[3] WHEN 'certain' THEN null ELSE parts[2] END AS possibly,
  CASE parts[1] WHEN '-' THEN null ELSE parts[1] END AS since,
  CASE parts[4] WHEN '-' THEN null ELSE parts[4] END AS by,
  CASE parts[5] WHEN '-' THEN null ELSE parts[5] END AS part, d.label_vi AS label
ORDER BY document
LIMIT 5000
