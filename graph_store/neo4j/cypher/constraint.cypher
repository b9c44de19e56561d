// The key of every node, and the index that serves it.
CREATE CONSTRAINT mandate_graph_resource IF NOT EXISTS FOR (n:Resource) REQUIRE n.iri IS UNIQUE
