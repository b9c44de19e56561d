"""Spark, for what one machine does not take: a session, and the load of a Neo4j server through its Spark connector."""
