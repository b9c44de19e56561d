// The version that the server holds whole, and which edition of the projection made it; older programs wrote none.
MATCH (v:MandateGraphVersion {key: 'mandate-graph', state: 'whole'})
RETURN v.number AS number, v.contentHash AS contentHash, coalesce(v.edition, '') AS edition
