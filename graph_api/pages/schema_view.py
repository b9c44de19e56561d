"""What the page for users of Cypher shows: labels, relationship types and properties, each with its meaning."""

from dataclasses import dataclass

from graph_store.neo4j.cypher_files import statement
from graph_store.projection_names import RESOURCE
from graph_store.projection_schema import node_labels, property_keys, relationship_types
from ontology.glossary import code_lists, term
from ontology.terms import ONTOLOGY_BASE, Labels


@dataclass(frozen=True, slots=True)
class LabelView:
    """A node label. `properties` are those of which a shape speaks for it; `example` is from a real document."""

    name: str
    beside: tuple[str, ...]
    label: Labels
    definition: Labels
    example: str
    properties: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TypeView:
    """A relationship type; `start` and `end` are the labels between which the example looks for it."""

    name: str
    label: Labels
    definition: Labels
    example: str
    ends: tuple[tuple[str, str], ...]

    @property
    def start(self) -> str:
        return self.ends[0][0]

    @property
    def end(self) -> str:
        return self.ends[0][1]


@dataclass(frozen=True, slots=True)
class KeyView:
    """A property; `term` is None for what the projection adds, `code` one that it may hold where it holds codes."""

    name: str
    cypher_type: str
    label: Labels | None
    definition: Labels | None
    example: str
    labels: tuple[str, ...]
    code: str


def label_views() -> list[LabelView]:
    keys = property_keys()
    found = []
    for known in node_labels():
        told = term(known.class_iri)
        own = {known.name, *known.beside}
        names = tuple(dict.fromkeys(key.name for key in keys if own & set(key.labels)))
        found.append(LabelView(known.name, known.beside, told.label, told.definition, "; ".join(told.examples), names))
    return found


def type_views() -> list[TypeView]:
    found = []
    for known in relationship_types():
        if known.property_iri.startswith(ONTOLOGY_BASE):
            told = term(known.property_iri)
            found.append(TypeView(known.name, told.label, told.definition, "; ".join(told.examples), known.ends))
    return found


def key_views() -> list[KeyView]:
    codes = {found.iri: found.codes[0].name for found in code_lists() if found.codes}
    found = []
    for key in property_keys():
        told = term(key.property_iri) if key.property_iri.startswith(ONTOLOGY_BASE) else None
        found.append(
            KeyView(
                key.name,
                key.cypher_type,
                told.label if told else None,
                told.definition if told else None,
                "; ".join(told.examples) if told else "",
                key.labels or (RESOURCE,),
                codes.get(key.code_list, ""),
            )
        )
    return found


def full_text() -> str:
    """The query that finds by name on a Neo4j server, whatever marks are typed."""
    return statement("find_by_name").strip()
