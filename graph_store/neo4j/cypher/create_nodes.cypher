// Creates nodes in a database that has none yet: a row is labels and properties.
UNWIND $rows AS row
CREATE (n:$(row[0]))
SET n = row[1]
