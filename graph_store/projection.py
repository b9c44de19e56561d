"""A version of the graph as nodes and relationships, for the engines of Cypher: KgliteEngine and graph_store.neo4j.

Node           everything that has a class of ours, and whatever it points at. Labels: `Resource`, the class, its
               super-classes of ours. Key: `iri`. A thing that is pointed at but has no class is a bare `Resource`.
Relationship   one for each (property, start, end), whatever number of sources say so: type = the property in UPPER_SNAKE,
               `source` = the sorted keys of these sources, `validFrom`, `validTo` = those of what it starts from.
Property       the local name. One value, the smallest, where sources differ; `earliest` takes the largest, so that
               earliest..latest is what no source excludes. altLabels, hiddenLabels and observedOn are always lists.
               Dates keep their written form; a concept of a code list is its last part: kind = "quy-dinh".
Text           with a language bears it in its name: skos:prefLabel -> label_vi, label_en; mg:title -> title_vi, title_en.
               `folded` holds the labels and alternative labels for search, split by " | ".
Renamed        from, to -> validFrom, validTo; start, end -> spanStart, spanEnd (they are words of Cypher); text without
               a language: titleText, label_und. kglite keeps id, title, type, name, label and node_type to itself.
Evidence       rdf:subject and rdf:object are EVIDENCE_SUBJECT and EVIDENCE_OBJECT; an object that is no node is the
               property `object`; rdf:predicate is `predicate`, a local name.

Statements with terms of other vocabularies are not projected; SPARQL has them.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache

from pyoxigraph import Literal, NamedNode, Quad, Store

from graph_store.engine import Value
from graph_store.sparql_rows import value_of
from ontology.terms import CODE_BASE, PREFIXES, ancestors, classes, datatype_properties, local_name, object_properties
from ontology.text import fold

RESOURCE = "Resource"
EVIDENCE_SUBJECT, EVIDENCE_OBJECT = "EVIDENCE_SUBJECT", "EVIDENCE_OBJECT"
_RDF, _SKOS = PREFIXES["rdf"], PREFIXES["skos"]
_TYPE = _RDF + "type"
_STATEMENT_ENDS = {_RDF + "subject": EVIDENCE_SUBJECT, _RDF + "object": EVIDENCE_OBJECT}
_LABELS = {_SKOS + "prefLabel": "label", _SKOS + "altLabel": "altLabels", _SKOS + "hiddenLabel": "hiddenLabels"}
_LISTS = frozenset({"altLabels", "hiddenLabels", "observedOn"})
_LARGEST = frozenset({"earliest"})
_RENAMED = {"from": "validFrom", "to": "validTo", "start": "spanStart", "end": "spanEnd"}
_UNTAGGED = {"title": "titleText", "label": "label_und"}
_VALIDITY = {  # label of the start -> properties that say from when and until when, the first that is there
    "Document": (("effectiveFrom", "issuedOn"), ("effectiveTo",)),
    "Body": (("existsFrom",), ("existsTo",)),
    "Holding": (("validFrom",), ("validTo",)),
}
_SMALL_INTEGER = 1 << 63


@dataclass(frozen=True, slots=True)
class Node:
    iri: str
    labels: tuple[str, ...]  # sorted
    properties: dict[str, Value]  # `iri` among them


@dataclass(frozen=True, slots=True)
class Relationship:
    type: str
    start: str
    end: str
    properties: dict[str, Value]


@dataclass(slots=True)
class _Reading:
    """What the quads of one subject say."""

    classes: set[str] = field(default_factory=set)
    values: dict[str, set[Value]] = field(default_factory=dict)
    links: dict[tuple[str, str], set[str]] = field(default_factory=dict)  # (type, end) -> sources


class Projection:
    """Nodes and relationships of one version, read from its store when they are asked for.

    `number` and `content_hash` name the version: whoever keeps a projection stamps it with them.
    """

    def __init__(self, store: Store, number: int, content_hash: str) -> None:
        self.number = number
        self.content_hash = content_hash
        self._store = store

    def nodes(self) -> Iterator[Node]:
        """Every node, those without a class last."""
        typed = self._typed()
        bare: set[str] = set()
        for iri in sorted(typed):
            reading = self._read(iri)
            bare.update(end for _, end in reading.links if end not in typed)
            yield _node(iri, reading)
        for iri in sorted(bare):
            yield _bare(iri)

    def relationships(self) -> Iterator[Relationship]:
        """Every relationship, by its start."""
        for iri in sorted(self._typed()):
            yield from _relationships(iri, self._read(iri))

    def node(self, iri: str) -> Node | None:
        """The node of that IRI, None if it is none."""
        reading = self._read(iri)
        if reading.classes:
            return _node(iri, reading)
        return _bare(iri) if any(True for _ in self._pointing_at(iri)) else None

    def relationships_from(self, iri: str) -> list[Relationship]:
        """The relationships that start there; none if it has no class."""
        reading = self._read(iri)
        return list(_relationships(iri, reading)) if reading.classes else []

    def _typed(self) -> set[str]:
        """The IRIs of everything that has a class of ours."""
        found: set[str] = set()
        for class_iri in classes():
            for quad in self._store.quads_for_pattern(None, NamedNode(_TYPE), NamedNode(class_iri), None):
                if isinstance(quad.subject, NamedNode):
                    found.add(quad.subject.value)
        return found

    def _read(self, iri: str) -> _Reading:
        return _read(self._store.quads_for_pattern(NamedNode(iri), None, None, None))

    def _pointing_at(self, iri: str) -> Iterator[str]:
        """Things with a class that point there."""
        for quad in self._store.quads_for_pattern(None, None, NamedNode(iri), None):
            subject, predicate = quad.subject, quad.predicate.value
            if isinstance(subject, NamedNode) and (predicate in _STATEMENT_ENDS or predicate in object_properties()):
                reading = self._read(subject.value)
                if reading.classes and any(end == iri for _, end in reading.links):
                    yield subject.value


def labels_of(class_iris: Iterable[str]) -> tuple[str, ...]:
    """The labels of a node with these classes, sorted."""
    return tuple(sorted({RESOURCE, *(local_name(a) for c in class_iris for a in ancestors(c))}))


@cache
def relationship_type(property_iri: str) -> str:
    """mg:basedOn -> BASED_ON."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", local_name(property_iri)).upper()


def property_names() -> frozenset[str]:
    """The names that properties of nodes may have; text with languages in vi and en."""
    plain = {_RENAMED.get(n, n) for n in map(local_name, datatype_properties() | object_properties())}
    texts = {"label_vi", "label_en", "label_und", "title_vi", "title_en", "titleText"}
    return frozenset(
        (plain - {"title"}) | texts | {"iri", "folded", "altLabels", "hiddenLabels", "predicate", "object"}
    )


@cache
def relationship_types() -> frozenset[str]:
    """The types that relationships may have."""
    return frozenset(map(relationship_type, object_properties())) | {EVIDENCE_SUBJECT, EVIDENCE_OBJECT}


def _read(quads: Iterable[Quad]) -> _Reading:
    reading = _Reading()
    for quad in quads:
        predicate, value = quad.predicate.value, quad.object
        if isinstance(value, Literal):
            if name := _literal_name(predicate, value):
                reading.values.setdefault(name, set()).add(_plain(value))
        elif not isinstance(value, NamedNode):
            continue
        elif predicate == _TYPE:
            if value.value in classes():
                reading.classes.add(value.value)
        elif predicate == _RDF + "predicate":
            reading.values.setdefault("predicate", set()).add(local_name(value.value))
        else:
            _read_link(reading, predicate, value.value, quad)
    return reading


def _read_link(reading: _Reading, predicate: str, target: str, quad: Quad) -> None:
    is_code = target.startswith(CODE_BASE)
    if predicate in _STATEMENT_ENDS:
        if is_code:
            reading.values.setdefault("object", set()).add(target)
            return
        link = _STATEMENT_ENDS[predicate]
    elif predicate not in object_properties():
        return
    elif is_code:
        reading.values.setdefault(_RENAMED.get(n := local_name(predicate), n), set()).add(local_name(target))
        return
    else:
        link = relationship_type(predicate)
    source = local_name(getattr(quad.graph_name, "value", ""))
    reading.links.setdefault((link, target), set()).add(source)


def _literal_name(predicate: str, value: Literal) -> str | None:
    """The name of the property that holds this value; None for terms of other vocabularies."""
    if predicate in _LABELS:
        name = _LABELS[predicate]
        if name in _LISTS:
            return name
    elif predicate in datatype_properties():
        name = local_name(predicate)
        name = _RENAMED.get(name, name)
    else:
        return "object" if predicate == _RDF + "object" else None
    if value.language and name not in _LISTS:
        return f"{name}_{value.language.lower().replace('-', '_')}"
    return _UNTAGGED.get(name, name)


def _plain(value: Literal) -> Value:
    plain = value_of(value)
    if isinstance(plain, int) and not -_SMALL_INTEGER <= plain < _SMALL_INTEGER:
        return value.value
    return plain


def _node(iri: str, reading: _Reading) -> Node:
    properties: dict[str, Value] = {"iri": iri}
    for name, values in sorted(reading.values.items()):
        properties[name] = _one_kind(values) if name in _LISTS else _chosen(name, values)
    if folded := _folded(reading.values):
        properties["folded"] = folded
    if "object" in properties:
        properties["object"] = str(properties["object"])
    return Node(iri, labels_of(reading.classes), properties)


def _bare(iri: str) -> Node:
    return Node(iri, (RESOURCE,), {"iri": iri})


def _order(value: Value) -> tuple[str, Value]:
    return ("number" if isinstance(value, int | float) else type(value).__name__), value


def _chosen(name: str, values: set[Value]) -> Value:
    return (max if name in _LARGEST else min)(values, key=_order)


def _one_kind(values: set[Value]) -> list[Value]:
    """A sorted list whose items are of one kind, as databases want them."""
    if len({_order(value)[0] for value in values}) > 1:
        values = {str(value) for value in values}
    return sorted(values, key=_order)


def _folded(values: dict[str, set[Value]]) -> str:
    texts = {str(t) for name, found in values.items() if name.startswith("label_") for t in found}
    texts |= {str(t) for t in values.get("altLabels", ())}
    return " | ".join(sorted({f for t in texts if (f := fold(t))}))


def _relationships(iri: str, reading: _Reading) -> Iterator[Relationship]:
    validity = _validity(reading)
    for (link, end), sources in sorted(reading.links.items()):
        listed: list[Value] = [*sorted(sources)]
        yield Relationship(link, iri, end, {"source": listed, **validity})


def _validity(reading: _Reading) -> dict[str, Value]:
    found: dict[str, Value] = {}
    for label in labels_of(reading.classes):
        for key, names in zip(("validFrom", "validTo"), _VALIDITY.get(label, ((), ())), strict=True):
            name = next((n for n in names if n in reading.values), None)
            if name:
                found[key] = _chosen(name, reading.values[name])
    return found
