"""One entity as the API and the pages show it: names, every statement with its words, and what points at it.

With a day it holds only the statements that are true then (entity_day.py); names, numbers and dates stay.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import islice

from pyoxigraph import Literal, NamedNode, Quad, Store
from rdflib import RDF, SKOS

from graph_store.chain_model import Certainty, Quote
from graph_store.chain_reader import SCANNED, Reader, most_specific, text_of, whole
from graph_store.entity_day import EntityDay
from graph_store.label_index import Hit, LabelIndex
from ontology.errors import NotFound
from ontology.identifiers import ID_BASE
from ontology.language import Language
from ontology.terms import ONTOLOGY_BASE, local_name, object_properties

__all__ = ["Entity", "Hit", "Incoming", "LabelIndex", "Value", "entity"]

INCOMING = 200  # of one property
_TYPE = str(RDF.type)
_LABELS = {str(SKOS.prefLabel): 0, str(SKOS.altLabel): 1, str(SKOS.hiddenLabel): 2}
_LANGUAGES: tuple[Language, ...] = ("vi", "en")


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a property: an IRI with its labels, or the text of a literal with its datatype or language."""

    text: str
    is_iri: bool
    datatype: str = ""  # IRI
    language: str = ""
    label_vi: str = ""
    label_en: str = ""
    evidence: tuple[Quote, ...] = ()
    evidence_total: int = 0
    certainty: Certainty | None = None  # at a day, of an IRI that is a thing


@dataclass(frozen=True, slots=True)
class Incoming:
    """A statement of which the entity is the object."""

    property: str  # local name
    subject: str  # IRI
    type: str  # local name of the subject's class
    label_vi: str
    label_en: str
    certainty: Certainty | None = None  # at a day


@dataclass(frozen=True, slots=True)
class Entity:
    """`properties` go by local name in order; `incoming_truncated` names the properties with more than is given."""

    iri: str
    type: str
    types: tuple[str, ...]
    label_vi: str
    label_en: str
    other_labels: tuple[str, ...]
    hidden_labels: tuple[str, ...]
    properties: Mapping[str, tuple[Value, ...]]
    incoming: tuple[Incoming, ...]
    incoming_truncated: tuple[str, ...]
    sources: tuple[str, ...]  # IRIs of the named graphs that say something about it

    def label(self, language: Language) -> str:
        first, second = (self.label_vi, self.label_en) if language == "vi" else (self.label_en, self.label_vi)
        return first or second or self.iri.rsplit("/", 1)[-1]


def entity(
    store: Store,
    iri: str,
    *,
    incoming: int = INCOMING,
    reader: Reader | None = None,
    day: EntityDay | None = None,
) -> Entity:
    """What the store says of an entity, at all times or on a day.

    Takes   `incoming`, the limit of what points at it, for each property; a Reader of the store, to read things once.
    Raises  NotFound if the store says nothing of it.
    """
    reader = reader or Reader(store)
    reader.forget()
    types, labels, values, sources = _statements(store, iri)
    if not types:
        raise NotFound(f"nothing bears the identifier {iri[:200]}", message_vi=f"không có gì mang mã {iri[:200]}")
    names = [sorted(labels[kind]) for kind in range(len(_LABELS))]
    preferred = {language: next((t for t, lang in names[0] if lang == language), "") for language in _LANGUAGES}
    found, truncated = _incoming(store, reader, iri, incoming, day)
    valued = {name: tuple(_values(reader, iri, name, values[name], day)) for name in sorted(values)}
    return Entity(
        iri=iri,
        type=most_specific(types),
        types=tuple(sorted(types)),
        label_vi=preferred["vi"],
        label_en=preferred["en"],
        other_labels=tuple(dict.fromkeys(t for t, _ in names[0] + names[1] if t not in preferred.values())),
        hidden_labels=tuple(dict.fromkeys(t for t, _ in names[2])),
        properties={name: told for name, told in valued.items() if told},
        incoming=found,
        incoming_truncated=truncated,
        sources=tuple(sorted(sources)),
    )


Statements = tuple[set[str], dict[int, set[tuple[str, str]]], dict[str, set[NamedNode | Literal]], set[str]]


def _statements(store: Store, iri: str) -> Statements:
    """Types, labels by kind, values by local name, and named graphs."""
    types: set[str] = set()
    labels: dict[int, set[tuple[str, str]]] = defaultdict(set)
    values: dict[str, set[NamedNode | Literal]] = defaultdict(set)
    sources: set[str] = set()
    for quad in store.quads_for_pattern(NamedNode(iri), None, None, None):
        predicate, term = quad.predicate.value, quad.object
        sources |= {quad.graph_name.value} if isinstance(quad.graph_name, NamedNode) else set()
        if predicate == _TYPE:
            types.add(local_name(text_of(term)))
        elif predicate in _LABELS and isinstance(term, Literal):
            labels[_LABELS[predicate]].add((term.value, term.language or "vi"))
        elif predicate.startswith(ONTOLOGY_BASE) and isinstance(term, NamedNode | Literal):
            values[predicate.removeprefix(ONTOLOGY_BASE)].add(term)
    return types, labels, values, sources


def _values(
    reader: Reader, iri: str, property_name: str, terms: set[NamedNode | Literal], day: EntityDay | None
) -> Iterator[Value]:
    for term in sorted(terms, key=str):
        certainty = None
        if day and isinstance(term, NamedNode) and term.value.startswith(ID_BASE):
            certainty = day.holds(iri, property_name, term.value)
            if certainty is None:
                continue
        yield _value(reader, iri, property_name, term, certainty)


def _value(
    reader: Reader, iri: str, property_name: str, term: NamedNode | Literal, certainty: Certainty | None
) -> Value:
    quotes, total = reader.quotes(iri, property_name, term.value)
    if isinstance(term, Literal):
        datatype = "" if term.language else term.datatype.value
        return Value(term.value, False, datatype, term.language or "", evidence=quotes, evidence_total=total)
    labels = reader.named(whole(term.value)).labels
    return Value(
        term.value,
        True,
        label_vi=labels.get("vi", ""),
        label_en=labels.get("en", ""),
        evidence=quotes,
        evidence_total=total,
        certainty=certainty,
    )


@cache
def _pointing() -> tuple[str, ...]:
    """The properties that may point at an entity: all but those of evidence and imports."""
    own = {ONTOLOGY_BASE + "fromSource", ONTOLOGY_BASE + "imported"}
    return tuple(sorted(p for p in object_properties() if p.startswith(ONTOLOGY_BASE) and p not in own))


def _incoming(
    store: Store, reader: Reader, iri: str, limit: int, day: EntityDay | None
) -> tuple[tuple[Incoming, ...], tuple[str, ...]]:
    found, truncated = [], []
    for predicate, quads, more in _pointers(store, iri, SCANNED if day else 2 * limit):
        name = predicate.removeprefix(ONTOLOGY_BASE)
        stated = sorted({text_of(quad.subject) for quad in quads})
        judged = ((subject, day.holds(subject, name, iri) if day else None) for subject in stated)
        subjects = [(subject, certainty) for subject, certainty in judged if certainty or not day]
        if len(subjects) > limit or more:
            truncated.append(name)
        for subject, certainty in subjects[:limit]:
            thing = reader.named(subject)
            labels = thing.labels
            found.append(Incoming(name, subject, thing.type, labels.get("vi", ""), labels.get("en", ""), certainty))
    return tuple(found), tuple(truncated)


def _pointers(store: Store, iri: str, most: int) -> Iterator[tuple[str, list[Quad], bool]]:
    """(property, its quads with the entity as object, at most `most`, whether there are more) in order of property.

    Few things are pointed at by more than that in all: one look-up then serves every property.
    """
    every = list(islice(store.quads_for_pattern(None, None, NamedNode(iri), None), most + 1))
    if len(every) <= most:
        by_property: dict[str, list[Quad]] = defaultdict(list)
        for quad in every:
            by_property[quad.predicate.value].append(quad)
        yield from ((name, by_property[name], False) for name in _pointing() if name in by_property)
        return
    for predicate in _pointing():
        quads = store.quads_for_pattern(None, NamedNode(predicate), NamedNode(iri), None)
        yield predicate, list(islice(quads, most)), next(quads, None) is not None
