// The version that the server holds whole.
MATCH (v:MandateGraphVersion {key: 'mandate-graph', state: 'whole'})
RETURN v.number AS number, v.contentHash AS contentHash
