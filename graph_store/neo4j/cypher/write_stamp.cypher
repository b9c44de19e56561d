// Said after the last change.
MATCH (v:MandateGraphVersion {key: 'mandate-graph'})
SET v.state = 'whole', v.number = $number, v.contentHash = $contentHash, v.edition = $edition, v.run = null, v.held = null
