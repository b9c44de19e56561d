"""Which edition of the projection made a graph. The stamp of Neo4j bears it: what another program loaded is noticed."""

import hashlib
import json
from functools import cache

from graph_store.projection import VALIDITY
from graph_store.projection_names import LISTS, labels_of, meaning
from ontology.terms import PREFIXES, classes, datatype_properties, object_properties

# Raised whenever projection.py makes something else of the same terms; tests/graph_store/test_projection_edition.py
# holds a graph that shows it.
RULES = 1
_ALSO_READ = ("rdf:type", "rdf:subject", "rdf:predicate", "rdf:object", "skos:prefLabel", "skos:altLabel")


@cache
def edition() -> str:
    """Sixteen hexadecimal digits over the rules, the labels of every class and what every property becomes."""
    told = {
        "rules": RULES,
        "labels": {iri: labels_of(frozenset({iri})) for iri in classes()},
        "properties": {iri: meaning(iri) for iri in (*object_properties(), *datatype_properties(), *_others())},
        "lists": sorted(LISTS),
        "validity": VALIDITY,
    }
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()[:16]


def _others() -> list[str]:
    return [PREFIXES[prefix] + name for prefix, name in (term.split(":") for term in _ALSO_READ)]
