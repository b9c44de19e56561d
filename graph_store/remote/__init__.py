"""The same graph in another SPARQL 1.1 server: asked by its endpoint, filled by the Graph Store Protocol."""
