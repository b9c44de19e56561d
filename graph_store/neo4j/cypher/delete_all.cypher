// Takes away all nodes of the graph, some at a time.
MATCH (n:Resource)
CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS
