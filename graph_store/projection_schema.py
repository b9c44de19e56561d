"""The schema of the projected graph as the ontology and the shapes imply it: labels, relationship types, properties.

For documents and tools; a graph that broke no shape has nothing else but what projection.py says of doubtful values.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from pyoxigraph import Literal, NamedNode

from graph_store.projection_names import ALSO_SAID, LISTS, RESOURCE, labels_of, meaning, with_language
from graph_store.sparql_rows import value_of
from ontology.terms import PREFIXES, classes, local_name
from shapes.description import Values, rules_by_path

_LANG_STRING = PREFIXES["rdf"] + "langString"
_STRING, _NAME = PREFIXES["xsd"] + "string", PREFIXES["skos"] + "prefLabel"
_LANGUAGES = ("vi", "en")
_CYPHER_TYPES = {str: "STRING", int: "INTEGER", float: "FLOAT", bool: "BOOLEAN"}
_SAMPLE = "1"  # a lexical form of every datatype that becomes a number


@dataclass(frozen=True, slots=True)
class NodeLabel:
    """`beside` are the labels that a node of this one bears as well."""

    name: str
    class_iri: str
    beside: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RelationshipType:
    """`ends` are (label of the start, label of the end), as the shapes allow them."""

    name: str
    property_iri: str
    ends: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class PropertyKey:
    """`labels` are those for which a shape speaks of it; `code_list` the IRI of the list that its values are of."""

    name: str
    cypher_type: str
    property_iri: str  # empty for what the projection adds
    labels: tuple[str, ...]
    code_list: str  # empty where values are no codes


@cache
def node_labels() -> tuple[NodeLabel, ...]:
    """One for each class of ours, by name."""
    return tuple(
        NodeLabel(local_name(iri), iri, tuple(n for n in labels_of(frozenset({iri})) if n != local_name(iri)))
        for iri in sorted(classes(), key=local_name)
    )


@cache
def relationship_types() -> tuple[RelationshipType, ...]:
    """Every type that a relationship may have, by name."""
    found = []
    for path, entries in rules_by_path().items():
        meant = meaning(path)
        coded = any(rule.values.code_lists for _, rule in entries)
        if meant.role == "end" or (meant.role == "link" and not coded):
            ends = {(local_name(start), local_name(end)) for start, rule in entries for end in rule.values.classes}
            ends = ends or {(local_name(start), RESOURCE) for start, _ in entries}
            found.append(RelationshipType(meant.link, path, tuple(sorted(ends))))
    return tuple(sorted(found, key=lambda known: known.name))


@cache
def property_keys() -> tuple[PropertyKey, ...]:
    """Every property that a node may have, by name."""
    also = PropertyKey(ALSO_SAID, "LIST<STRING>", "", (RESOURCE,), "")
    found = [_added("iri", [RESOURCE]), _added("folded", [t for t, _ in rules_by_path().get(_NAME, ())]), also]
    for path, entries in rules_by_path().items():
        labels = tuple(sorted({local_name(target) for target, _ in entries}))
        lists = sorted({iri for _, rule in entries for iri in rule.values.code_lists})
        for name, kinds in _properties(path, [rule.values for _, rule in entries]).items():
            found.append(PropertyKey(name, " | ".join(sorted(kinds)), path, labels, lists[0] if lists else ""))
    return tuple(sorted(found, key=lambda key: (key.name, key.property_iri)))


def _added(name: str, targets: Iterable[str]) -> PropertyKey:
    return PropertyKey(name, "STRING", "", tuple(sorted({local_name(target) for target in targets})), "")


def _properties(path: str, asked: list[Values]) -> dict[str, set[str]]:
    """name -> Cypher types of what a node bears for this path; nothing for a path that gives relationships only."""
    meant = meaning(path)
    coded = any(values.code_lists for values in asked)
    points = any(values.classes or _are_iris(values) for values in asked)
    if meant.role == "predicate" or (meant.role == "link" and coded) or (meant.role == "end" and not points):
        return {meant.name: {"STRING"}}
    if meant.role != "value":
        return {}
    found: dict[str, set[str]] = defaultdict(set)
    for datatype in {d for values in asked for d in _datatypes(values)} or {_STRING}:
        cypher_type = _CYPHER_TYPES[type(value_of(Literal(_SAMPLE, datatype=NamedNode(datatype))))]
        for name in _names(meant.name, datatype):
            found[name].add(f"LIST<{cypher_type}>" if name in LISTS else cypher_type)
    return found


def _datatypes(values: Values) -> list[str]:
    """Those that a rule asks for; languages are asked of text with a language alone."""
    return [_LANG_STRING] if any(name == "languageIn" for name, _ in values.more) else values.datatypes


def _names(name: str, datatype: str) -> set[str]:
    return {with_language(name, tag) for tag in _LANGUAGES} if datatype == _LANG_STRING else {name}


def _are_iris(values: Values) -> bool:
    return any(name == "nodeKind" and value.endswith("#IRI") for name, value in values.more)
