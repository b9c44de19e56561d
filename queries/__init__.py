"""Every question of the project, in SPARQL and in Cypher."""
