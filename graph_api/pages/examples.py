"""Three links for the first page that lead somewhere: what has the longest chains in the graph at hand."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice

from pyoxigraph import NamedNode, Store

from graph_api.pages.texts import class_label, text
from graph_store.chain_reader import Reader
from graph_store.chains import trace
from graph_store.names import name_of
from ontology.identifiers import ID_BASE
from ontology.language import Language
from ontology.terms import ONTOLOGY_BASE

_LOOKED_AT = 40  # candidates of each kind
_LIMIT = 60  # nodes of a trial chain


@dataclass(frozen=True, slots=True)
class Example:
    kind: str
    text: str
    path: str
    day: str  # ISO


def examples_of(store: Store, today: date, language: Language, only: date | None = None) -> tuple[Example, ...]:
    """One person, one body and one document, as far as the graph has them; at a day, as their chains are then."""
    reader, today = Reader(store), only or today
    holders = ((iri, only or day) for holding in _subjects(store, "heldBy") for iri, day in _holder(reader, holding))
    candidates: tuple[tuple[str, Iterator[tuple[str, date]]], ...] = (
        ("example-person", holders),
        ("example-body", ((iri, today) for iri in _subjects(store, "ofKind"))),
        ("example-document", ((iri, today) for iri in _subjects(store, "regulates"))),
    )
    found = []
    for key, pairs in candidates:
        best = _longest(store, pairs)
        if best:
            iri, day = best
            name = name_of(reader, iri, language)
            kind, path = class_label(reader.thing(iri).type, language), "/chain/" + iri.removeprefix(ID_BASE)
            found.append(Example(kind, text(key, language, name=name), path, day.isoformat()))
    return tuple(found)


def _subjects(store: Store, property_name: str) -> list[str]:
    quads = store.quads_for_pattern(None, NamedNode(ONTOLOGY_BASE + property_name), None, None)
    subjects = (quad.subject for quad in islice(quads, 50 * _LOOKED_AT))
    return sorted({subject.value for subject in subjects if isinstance(subject, NamedNode)})[:_LOOKED_AT]


def _holder(reader: Reader, holding: str) -> Iterator[tuple[str, date]]:
    """The person with a day on which a source shows the office as held, or on which it began."""
    thing = reader.thing(holding)
    day, person = thing.first("observedOn", "earliest"), thing.first("heldBy")
    if day and person:
        yield person, date.fromisoformat(day)


def _longest(store: Store, pairs: Iterator[tuple[str, date]]) -> tuple[str, date] | None:
    """The candidate with the longest chain; of equals the first, so that the page does not change by chance."""
    best, most = None, 1
    for iri, day in pairs:
        nodes = len(trace(store, iri, at=day, limit=_LIMIT).nodes)
        if nodes > most:
            best, most = (iri, day), nodes
    return best
