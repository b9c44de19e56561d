// Locks the stamp until the batch is written; no row means that another run has begun since.
MATCH (v:MandateGraphVersion {key: 'mandate-graph', state: 'loading', run: $run})
SET v.held = true
RETURN v.run AS run
