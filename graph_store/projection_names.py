"""What the terms of the ontology are called in Cypher: labels, relationship types, names of properties."""

import re
from collections.abc import Iterable
from functools import cache
from typing import Literal, NamedTuple

from ontology.terms import PREFIXES, ancestors, datatype_properties, local_name, object_properties

RESOURCE = "Resource"
ALSO_SAID = "alsoSaid"  # values that were not chosen where sources differ
LISTS = frozenset({"altLabels", "hiddenLabels", "observedOn"})  # properties that are lists even of one value
_EVIDENCE_ENDS = {"subject": "EVIDENCE_SUBJECT", "object": "EVIDENCE_OBJECT"}
_LABELS = {"prefLabel": "label", "altLabel": "altLabels", "hiddenLabel": "hiddenLabels"}
_RENAMED = {"from": "validFrom", "to": "validTo", "start": "spanStart", "end": "spanEnd"}
_UNTAGGED = {"title": "titleText", "label": "label_und"}
_LANGUAGES = ("vi", "en")


class Meaning(NamedTuple):
    """What a predicate means: a class, a value (literal or code), a link to a node, or either; and how it is called."""

    role: Literal["class", "value", "link", "predicate", "end", "none"]
    name: str = ""  # of the property; of a link too, as its value may be a code
    link: str = ""  # type of the relationship


@cache
def meaning(predicate: str) -> Meaning:
    """`none` for terms of other vocabularies."""
    name = local_name(predicate)
    if predicate.startswith(PREFIXES["rdf"]):
        return _of_rdf(name)
    if predicate.startswith(PREFIXES["skos"]):
        return Meaning("value", _LABELS[name]) if name in _LABELS else Meaning("none")
    if predicate in object_properties():
        return Meaning("link", _RENAMED.get(name, name), relationship_type(predicate))
    return Meaning("value", _RENAMED.get(name, name)) if predicate in datatype_properties() else Meaning("none")


def _of_rdf(name: str) -> Meaning:
    if name == "type":
        return Meaning("class")
    if name == "predicate":
        return Meaning("predicate", name)
    return Meaning("end", name, _EVIDENCE_ENDS[name]) if name in _EVIDENCE_ENDS else Meaning("none")


@cache
def with_language(name: str, language: str | None) -> str:
    """The property for text in that language: label -> label_vi, title -> title_en; a name of its own without one."""
    if name in LISTS:
        return name
    return f"{name}_{language.lower().replace('-', '_')}" if language else _UNTAGGED.get(name, name)


@cache
def labels_of(class_iris: frozenset[str]) -> tuple[str, ...]:
    """The labels of a node with these classes, sorted."""
    return tuple(sorted({RESOURCE, *(local_name(a) for c in class_iris for a in ancestors(c))}))


def kind_of(labels: Iterable[str]) -> str:
    """By what a node is counted: all its labels but Resource, as they stand in Cypher."""
    return ":".join(sorted(set(labels) - {RESOURCE})) or RESOURCE


@cache
def relationship_type(property_iri: str) -> str:
    """mg:basedOn -> BASED_ON."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", local_name(property_iri)).upper()


@cache
def property_names() -> frozenset[str]:
    """The names that properties of nodes may have, text in Vietnamese and English."""
    terms = {meaning(p).name for p in object_properties() | datatype_properties()} | {*_LABELS.values()}
    texts = {with_language(name, language) for name in _UNTAGGED for language in (None, *_LANGUAGES)}
    return frozenset(terms - _UNTAGGED.keys() | texts | {"iri", "folded", ALSO_SAID, "predicate", "object"})


@cache
def relationship_types() -> frozenset[str]:
    """The types that relationships may have."""
    return frozenset({relationship_type(p) for p in object_properties()} | {*_EVIDENCE_ENDS.values()})
