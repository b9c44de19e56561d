// unseen_numbers: which numbers of each series have never been seen, as they are not public or not imported?
// vi: trong mỗi dãy số văn bản, những số nào chưa từng thấy (chưa công bố hoặc chưa nhập)?
// param only string default any: only this series (QĐ/TW XIII), or any | chỉ dãy số này (QĐ/TW XIII), hoặc any
// note: one row for each gap below the highest number seen: the numbers from ?from to ?to. Series begin with 1; ?before and
// note: ?after are the documents on both sides. Secret documents share the series, so a gap means that a document is not public
// note: or not imported, or that the number was never given.
// returns ?series string, ?from integer, ?to integer, ?missing integer, ?before iri, ?after iri

MATCH (d:Document)
WHERE d.series IS NOT NULL AND d.serial IS NOT NULL
UNWIND [d.series] + [said IN coalesce(d.alsoSaid, []) WHERE said STARTS WITH 'series ' | substring(said, 7)] AS series
UNWIND [d.serial] + [said IN coalesce(d.alsoSaid, []) WHERE said STARTS WITH 'serial ' | toInteger(substring(said, 7))] AS serial
WITH d, series, serial
WHERE $only = 'any' OR series = $only
WITH series, serial, min(d.iri) AS document
ORDER BY series, serial
WITH series, [0] + collect(serial) AS seen, [null] + collect(document) AS documents
UNWIND range(1, size(seen) - 1) AS i
WITH series, seen[i - 1] AS lower, seen[i] AS upper, documents[i - 1] AS before, documents[i] AS after
WHERE upper > lower + 1
RETURN series, lower + 1 AS from, upper - 1 AS to, upper - lower - 1 AS missing, before, after
ORDER BY series, from, after
LIMIT 5000
