"""Where the graph lives: versions, engines, the Neo4j projection and mandate chains."""
