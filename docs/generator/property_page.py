"""The page of all properties: what each says, of what, in which form in Cypher and JSON-LD, and who asks for it."""

from docs.generator.markdown import anchor, both, code, lines, link, page, table, text
from docs.generator.places import to, to_class, to_path
from docs.generator.query_page import asking
from docs.generator.told_rules import values
from docs.generator.words import heading, in_cell, name, prose
from graph_store.jsonld_context import context
from graph_store.projection_schema import property_keys, relationship_types
from ontology.glossary import Term, annotation_terms, prefixed, property_terms
from shapes.description import Values, rules_by_path

HERE = "properties.md"


def property_page() -> str:
    listed = ", ".join(link(code(told.name), f"#{anchor(told.name)}") for told in property_terms())
    return page(
        f"# {name('properties')}",
        to("index.md", HERE, name("reference")),
        prose("properties-lead"),
        listed,
        *(part for told in property_terms() for part in (f"## {told.name}", _facts(told))),
        heading("annotations"),
        prose("annotations-lead"),
        *(part for told in annotation_terms() for part in (f"### {told.name}", _facts(told))),
    )


def _facts(told: Term) -> str:
    rows = [
        [name("label"), both(told.label)],
        [name("read-backwards"), both(told.inverse_label) if told.inverse_label else ""],
        [name("definition"), in_cell(told.definition)],
        [name("for-example"), lines(*(text(words) for words in told.examples))],
        ["IRI", f"{code(prefixed(told.iri))} <{told.iri}>"],
        [name("kind-of"), lines(*(to_path(iri, HERE) for iri in told.supers))],
        [name("aligned"), lines(*(to(iri, HERE) for iri in (*told.aligned, *told.see_also)))],
        *_uses(told.iri),
        [name("in-cypher"), lines(*_in_cypher(told.iri))],
        [name("in-json-ld"), _in_json_ld(told.name)],
        [name("questions"), ", ".join(asking(told.iri, HERE))],
        [name("deprecated"), name("yes") if told.deprecated else ""],
    ]
    return table(["", ""], [row for row in rows if row[1]])


def _uses(iri: str) -> list[list[str]]:
    """Of which classes it is said, and what its values are there."""
    said: dict[str, list[str]] = {}
    for class_iri, rule in rules_by_path().get(iri, ()):
        if told := values(_alone(rule.values), HERE):
            said.setdefault(class_iri, []).append(told)
    names = [f"{to_class(class_iri, HERE)}: {', '.join(told)}" for class_iri, told in sorted(said.items())]
    return [[name("of-class"), lines(*names)]]


def _alone(found: Values) -> Values:
    """Only what kinds of value there are: the pages of the classes tell the rest."""
    return Values(found.classes, found.datatypes, found.code_lists, [])


def _in_cypher(iri: str) -> list[str]:
    found = [code(f"-[:{known.name}]->") for known in relationship_types() if known.property_iri == iri]
    return found + [code(f"{key.name}: {key.cypher_type}") for key in property_keys() if key.property_iri == iri]


def _in_json_ld(key: str) -> str:
    definition = context().get(key)
    if definition is None:
        return ""
    if not isinstance(definition, dict):
        return code(f'"{key}"')
    marks = {mark: value for mark, value in definition.items() if mark in ("@type", "@container")}
    return lines(code(f'"{key}"'), *(code(f"{mark}: {value}") for mark, value in sorted(marks.items())))
