// Says that what neo4j-admin imported is whole; nothing where no import is waiting.
MATCH (v:MandateGraphVersion {key: 'mandate-graph', state: 'imported'})
SET v.state = 'whole'
