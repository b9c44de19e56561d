MATCH (n:Resource {iri: "declaration"}) DELETE n
