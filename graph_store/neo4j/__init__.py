"""The graph in a Neo4j server: loading, keeping in step, verifying, asking, and running a server of one's own."""
