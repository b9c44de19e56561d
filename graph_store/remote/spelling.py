"""Values as our own store spells them: another server may give the number 1 back as 1.0 or 01."""

from functools import lru_cache
from typing import cast

from pyoxigraph import Literal, NamedNode, Quad, Store
from rdflib import RDF, XSD

_AS_THEY_ARE = frozenset({str(XSD.string), str(RDF.langString), str(XSD.anyURI)})
_KEPT = 100_000  # values that are remembered: of dates, numbers and offsets most come again
_ANY = NamedNode("urn:x")


def as_kept(quad: Quad) -> Quad:
    """The quad that our store would give back if this one were put into it."""
    value = quad.object
    if not isinstance(value, Literal) or value.datatype.value in _AS_THEY_ARE:
        return quad
    return Quad(quad.subject, quad.predicate, _spelled(value), quad.graph_name)


@lru_cache(_KEPT)
def _spelled(value: Literal) -> Literal:
    """Asked of the store itself, whose spelling is its own; about 30 microseconds."""
    store = Store()
    store.add(Quad(_ANY, _ANY, value))
    return cast(Literal, next(iter(store)).object)
