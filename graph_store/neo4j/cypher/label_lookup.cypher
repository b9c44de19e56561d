// Finds the nodes of a label. A new database has such an index, whatever its name; then this one is not made.
CREATE LOOKUP INDEX mandate_graph_labels IF NOT EXISTS FOR (n) ON EACH labels(n)
