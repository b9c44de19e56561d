// unseen_numbers: which serial numbers of a series, between the lowest and the highest seen, has no source shown?
// vi: trong mỗi dãy số văn bản, giữa số nhỏ nhất và số lớn nhất đã thấy, những số nào chưa thấy?
// param only string default any: only this series (QĐ/TW XIII), or any | chỉ dãy số này (QĐ/TW XIII), hoặc any
// note: one row for each gap: the numbers from ?from to ?to, both never seen. Secret documents share the series, so
// note: a gap means that a document is not public or not imported, or that the number was never given.
// returns ?series string, ?from integer, ?to integer, ?missing integer, ?before iri, ?after iri

MATCH (d:Document)
WHERE d.series IS NOT NULL AND d.serial IS NOT NULL AND ($only = 'any' OR d.series = $only)
WITH d.series AS series, d.serial AS serial, min(d.iri) AS document
WITH series, collect(serial) AS seen, collect(document) AS documents
UNWIND range(0, size(seen) - 1) AS i
WITH series, seen, documents, seen[i] AS lower, documents[i] AS before
WHERE NOT lower + 1 IN seen
UNWIND range(0, size(seen) - 1) AS j
WITH series, lower, before, seen[j] AS upper
WHERE upper > lower
WITH series, lower, before, min(upper) AS upper
MATCH (e:Document)
WHERE e.series = series AND e.serial = upper
RETURN series, lower + 1 AS from, upper - 1 AS to, upper - lower - 1 AS missing, before, min(e.iri) AS after
ORDER BY series, from, before
LIMIT 5000
