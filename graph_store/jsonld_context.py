"""The JSON-LD 1.1 context of the vocabulary: what each key means and what its values are. From ontology and shapes.

id, type       "@id" and "@type"
a class        its local name: "type": "Regulation"
a relation     values are IRIs: "basedOn": ["https://…/id/document/…"]
a code         the last part of its IRI, as in Cypher: "kind": "quy-dinh"
a text         by language: "prefLabel": {"vi": "…", "en": "…"}
date, number   coerced where the shapes admit one datatype; else {"@value": "2022-06", "@type": "xsd:gYearMonth"}
evidence       "subject" is an IRI, "predicate" a term of ours; "object" may be either, so it is never coerced

A name that two terms would share belongs to ours. There is no "@vocab": what the ontology does not declare is no key.
"""

import json
from collections.abc import Collection
from functools import cache

from ontology.glossary import code_lists, prefixed
from ontology.terms import (
    ONTOLOGY_BASE,
    PREFIXES,
    classes,
    datatype_properties,
    local_name,
    object_properties,
)
from shapes.description import Values, rules_by_path

Definition = str | float | dict[str, object]
_LANG_STRING, _STRING = PREFIXES["rdf"] + "langString", PREFIXES["xsd"] + "string"
_TERM_VALUED = PREFIXES["rdf"] + "predicate"  # its values are terms of ours
_NOT_COERCED = PREFIXES["rdf"] + "object"


@cache
def context() -> dict[str, Definition]:
    """The context, sorted: keywords, prefixes, then classes and properties by name. Not to be changed."""
    ours = classes() | object_properties() | datatype_properties()
    terms = {local_name(path): path for path in sorted(rules_by_path()) if "<" not in path}
    terms |= {local_name(iri): iri for iri in sorted(ours) if iri.startswith(ONTOLOGY_BASE)}
    defined: dict[str, Definition] = {"@version": 1.1, "id": "@id", "type": "@type"}
    defined |= {name: base for name, base in sorted(PREFIXES.items()) if name not in terms}
    return defined | {name: _definition(iri, terms.keys()) for name, iri in sorted(terms.items())}


def context_document() -> str:
    """The context as the file that a document may name or hold."""
    return json.dumps({"@context": context()}, ensure_ascii=False, indent=2) + "\n"


def _definition(iri: str, keys: Collection[str]) -> Definition:
    values = _values(iri)
    expanded: dict[str, object] = {"@id": prefixed(iri)}
    if iri in classes() or iri == _NOT_COERCED:
        return prefixed(iri)
    if iri == _TERM_VALUED:
        return expanded | {"@type": "@vocab"}
    if len(values.code_lists) == 1 and not values.classes and not _names(values.code_lists[0]) & set(keys):
        return expanded | {"@type": "@vocab", "@context": {"@vocab": values.code_lists[0] + "/"}}
    if iri in object_properties() or values.classes or values.code_lists or _are_iris(values):
        return expanded | {"@type": "@id"}
    if values.datatypes == [_LANG_STRING]:
        return expanded | {"@container": "@language"}
    if len(values.datatypes) == 1 and values.datatypes != [_STRING]:
        return expanded | {"@type": prefixed(values.datatypes[0])}
    return prefixed(iri)


def _values(path: str) -> Values:
    """What all shapes together admit as values of the property."""
    found = Values()
    for _, rule in rules_by_path().get(path, ()):
        for kind in ("classes", "datatypes", "code_lists", "more"):
            known = getattr(found, kind)
            known += [value for value in getattr(rule.values, kind) if value not in known]
    return found


def _names(code_list: str) -> set[str]:
    """The last parts of its codes: one that is a key as well would be read as that term."""
    return {code.name for found in code_lists() if found.iri == code_list for code in found.codes}


def _are_iris(values: Values) -> bool:
    return ("nodeKind", "http://www.w3.org/ns/shacl#IRI") in values.more and not values.datatypes
