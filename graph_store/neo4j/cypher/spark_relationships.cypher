// What the Spark connector runs for each batch of rows, each of which it calls event; a batch may come twice.
// It makes one key of a column that is a map and a key of that: strings.validFrom.
MATCH (a:Resource {iri: event.start})
MATCH (b:Resource {iri: event.end})
MERGE (a)-[r:$(event.type)]->(b)
FOREACH (key IN [k IN keys(event) WHERE k CONTAINS '.'] | SET r[split(key, '.')[1]] = event[key])
