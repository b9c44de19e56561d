// One node with every name that no node of the graph bears; kglite_undeclare takes it away again.
CREATE (n:Resource {iri: "declaration"}) SET n += $properties
