// Finds the relationships of a type; likewise.
CREATE LOOKUP INDEX mandate_graph_types IF NOT EXISTS FOR ()-[r]-() ON EACH type(r)
