// Said before the first change: from now on the server holds no version whole, and only this run may go on.
MERGE (v:MandateGraphVersion {key: 'mandate-graph'})
SET v.state = 'loading', v.run = $run, v.number = null, v.contentHash = null, v.edition = null
