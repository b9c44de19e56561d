"""Writes docs/reference/ from ontology, shapes, queries and projection: `make docs`. Tests hold it to them."""
