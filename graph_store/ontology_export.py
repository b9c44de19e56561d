"""The ontology itself as a file of RDF: what dereferencing its IRI gives."""

from functools import cache
from typing import cast

from pyoxigraph import RdfFormat, Triple, parse, serialize

from ontology.glossary import prefixes
from ontology.terms import HERE


@cache
def ontology_as(rdf_format: RdfFormat) -> bytes:
    """All modules of ontology/ with the code lists, each statement once, sorted."""
    quads = (quad for module in sorted(HERE.glob("*.ttl")) for quad in parse(path=module, format=RdfFormat.TURTLE))
    triples = {Triple(quad.subject, quad.predicate, quad.object) for quad in quads}
    return cast(bytes, serialize(sorted(triples, key=str), format=rdf_format, prefixes=prefixes()))
