// What the Spark connector runs for each batch of rows, each of which it calls event; a batch may come twice.
// It makes one key of a column that is a map and a key of that: strings.label_vi.
MERGE (n:Resource {iri: event.iri})
SET n:$(event.labels)
FOREACH (key IN [k IN keys(event) WHERE k CONTAINS '.'] | SET n[split(key, '.')[1]] = event[key])
