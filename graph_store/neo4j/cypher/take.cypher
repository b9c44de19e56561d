// Locks the stamp for a change in one transaction; no row means that the server holds another version by now.
MATCH (v:MandateGraphVersion {key: 'mandate-graph'})
SET v.held = true
WITH v
WHERE v.state = 'whole' AND v.contentHash = $contentHash AND v.edition = $edition
RETURN v.number AS number
