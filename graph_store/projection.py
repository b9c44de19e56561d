"""A version of the graph as nodes and relationships, for the engines of Cypher: KgliteEngine and graph_store.neo4j.

Node           everything that has a class of ours, and whatever it points at. Labels: `Resource`, the class, its
               super-classes of ours. Key: `iri`. A thing that is pointed at but has no class is a bare `Resource`.
Relationship   one for each (property, start, end), however many sources say so: type = the property in UPPER_SNAKE,
               `source` = the sorted keys of these sources, `validFrom`, `validTo` = those of what it starts from.
Property       the local name. One value, the smallest, where sources differ; `earliest` takes the largest, so that
               earliest..latest is what no source excludes. altLabels, hiddenLabels and observedOn are always lists.
               `alsoSaid` lists what other sources say instead, as "NAME VALUE": "level province".
               Dates keep their written form; a concept of a code list is its last part: kind = "quy-dinh".
Text           with a language bears it in its name: skos:prefLabel -> label_vi, label_en; mg:title -> title_vi.
               `folded` holds the labels and alternative labels for search, split by " | ".
Renamed        from, to -> validFrom, validTo; start, end -> spanStart, spanEnd (they are words of Cypher); text without
               a language: titleText, label_und. kglite keeps id, title, type, name, label and node_type to itself.
Evidence       rdf:subject and rdf:object are EVIDENCE_SUBJECT and EVIDENCE_OBJECT; an object that is no node is the
               property `object`; rdf:predicate is `predicate`, a local name.

Statements with terms of other vocabularies are not projected; SPARQL has them.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from pyoxigraph import Literal, NamedNode, Quad, Store

from graph_store.engine import Value
from graph_store.progress import Progress, counted, silent
from graph_store.projection_names import ALSO_SAID, LISTS, RESOURCE, labels_of, meaning, with_language
from graph_store.sparql_rows import value_of
from ontology.terms import CODE_BASE, ONTOLOGY_BASE, PREFIXES, classes, local_name
from ontology.text import fold

_TYPE = NamedNode(PREFIXES["rdf"] + "type")
_EVIDENCE = ONTOLOGY_BASE + "Evidence"
_LARGEST = frozenset({"earliest"})
VALIDITY = {  # label of the start -> properties that say from when and until when, the first that is there
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


Thing = tuple[Node, list[Relationship]]  # with the relationships that start there


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

    def size(self) -> int:
        """The number of nodes that have a class."""
        return len(self._with_class)

    def things(self, told: Progress = silent, *, evidence_last: bool = False) -> Iterator[Thing]:
        """Every node with the relationships that start there, by IRI; those without a class last.

        With `evidence_last` evidence comes after all other things with a class: what it points at is known by then.
        """
        known = self._with_class
        order = sorted(known)
        if evidence_last:
            order.sort(key=known.__getitem__)
        bare: set[str] = set()
        for iri in counted(order, told, len(known), ""):
            reading = self._read(iri)
            bare.update(end for _, end in reading.links if end not in known)
            yield _node(iri, reading), _relationships(iri, reading)
        for iri in sorted(bare):
            yield bare_node(iri), []

    def nodes(self) -> Iterator[Node]:
        """Every node."""
        for node, _ in self.things():
            yield node

    def relationships(self) -> Iterator[Relationship]:
        """Every relationship, by its start."""
        for iri in sorted(self._with_class):
            yield from _relationships(iri, self._read(iri))

    def thing(self, iri: str) -> tuple[Node | None, list[Relationship]]:
        """The node of that IRI, None if it is none, with the relationships that start there."""
        reading = self._read(iri)
        if reading.classes:
            return _node(iri, reading), _relationships(iri, reading)
        return (bare_node(iri) if self._is_pointed_at(iri) else None), []

    def has_class(self, iri: str) -> bool:
        """Whether it has a class of ours."""
        found = self._store.quads_for_pattern(NamedNode(iri), _TYPE, None, None)
        return any(isinstance(quad.object, NamedNode) and quad.object.value in classes() for quad in found)

    @cached_property
    def _with_class(self) -> dict[str, bool]:
        """The IRIs of everything that has a class of ours; whether it is evidence."""
        found: dict[str, bool] = {}
        for class_iri in classes():
            is_evidence = class_iri == _EVIDENCE
            for quad in self._store.quads_for_pattern(None, _TYPE, NamedNode(class_iri), None):
                if isinstance(quad.subject, NamedNode):
                    iri = quad.subject.value
                    found[iri] = is_evidence or found.get(iri, False)
        return found

    def _read(self, iri: str) -> _Reading:
        return _read(self._store.quads_for_pattern(NamedNode(iri), None, None, None))

    def _is_pointed_at(self, iri: str) -> bool:
        """Whether something with a class points there."""
        for quad in self._store.quads_for_pattern(None, None, NamedNode(iri), None):
            if isinstance(quad.subject, NamedNode) and meaning(quad.predicate.value).link:
                reading = self._read(quad.subject.value)
                if reading.classes and any(end == iri for _, end in reading.links):
                    return True
        return False


def thing_of(iri: str, quads: Iterable[Quad]) -> Thing | None:
    """The node that all quads of the subject make, with the relationships that start there; None without a class."""
    reading = _read(quads)
    return (_node(iri, reading), _relationships(iri, reading)) if reading.classes else None


def _read(quads: Iterable[Quad]) -> _Reading:
    reading = _Reading()
    for quad in quads:
        meant, value = meaning(quad.predicate.value), quad.object
        if meant.role == "none":
            continue
        if isinstance(value, Literal):
            if meant.role in ("value", "end"):
                name = meant.name if meant.role == "end" else with_language(meant.name, value.language)
                reading.values.setdefault(name, set()).add(_plain(value))
        elif not isinstance(value, NamedNode):
            continue
        elif meant.role == "class":
            if value.value in classes():
                reading.classes.add(value.value)
        elif meant.role == "predicate":
            reading.values.setdefault(meant.name, set()).add(local_name(value.value))
        elif not meant.link:
            continue
        elif value.value.startswith(CODE_BASE):
            code = value.value if meant.role == "end" else local_name(value.value)
            reading.values.setdefault(meant.name, set()).add(code)
        else:
            source = local_name(getattr(quad.graph_name, "value", ""))
            reading.links.setdefault((meant.link, value.value), set()).add(source)
    return reading


def _plain(value: Literal) -> Value:
    plain = value_of(value)
    if isinstance(plain, int) and not -_SMALL_INTEGER <= plain < _SMALL_INTEGER:
        return value.value
    return plain


def _node(iri: str, reading: _Reading) -> Node:
    properties: dict[str, Value] = {"iri": iri}
    for name, values in reading.values.items():
        properties[name] = _one_kind(values) if name in LISTS else _chosen(name, values)
    if folded := _folded(reading.values):
        properties["folded"] = folded
    if others := _others(reading.values, properties):
        properties[ALSO_SAID] = others
    if "object" in properties:
        properties["object"] = str(properties["object"])
    return Node(iri, labels_of(frozenset(reading.classes)), properties)


def bare_node(iri: str) -> Node:
    """What is pointed at but has no class."""
    return Node(iri, (RESOURCE,), {"iri": iri})


def _order(value: Value) -> tuple[str, Value]:
    return ("number" if isinstance(value, int | float) else type(value).__name__), value


def _chosen(name: str, values: set[Value]) -> Value:
    if len(values) == 1:
        return next(iter(values))
    return (max if name in _LARGEST else min)(values, key=_order)


def _one_kind(values: set[Value]) -> list[Value]:
    """A sorted list whose items are of one kind, as databases want them."""
    if len({_order(value)[0] for value in values}) > 1:
        values = {str(value) for value in values}
    return sorted(values, key=_order)


def _others(values: dict[str, set[Value]], chosen: dict[str, Value]) -> list[Value]:
    """The values that were not chosen where sources differ, each after the name of its property; sorted."""
    several = {name: found for name, found in values.items() if len(found) > 1 and name not in LISTS}
    told = sorted(f"{name} {value}" for name, found in several.items() for value in found if value != chosen[name])
    return [*told]


def _folded(values: dict[str, set[Value]]) -> str:
    texts = {str(t) for name, found in values.items() if name.startswith("label_") for t in found}
    texts |= {str(t) for t in values.get("altLabels", ())}
    return " | ".join(sorted({f for t in texts if (f := fold(t))}))


def _relationships(iri: str, reading: _Reading) -> list[Relationship]:
    validity = _validity(reading)
    found = []
    for (link, end), sources in sorted(reading.links.items()):
        listed: list[Value] = [*sorted(sources)]
        found.append(Relationship(link, iri, end, {"source": listed, **validity}))
    return found


def _validity(reading: _Reading) -> dict[str, Value]:
    found: dict[str, Value] = {}
    for label in labels_of(frozenset(reading.classes)):
        for key, names in zip(("validFrom", "validTo"), VALIDITY.get(label, ((), ())), strict=True):
            name = next((n for n in names if n in reading.values), None)
            if name:
                found[key] = _chosen(name, reading.values[name])
    return found
