"""What the graph in Neo4j consists of, as the ontology and the shapes imply it: for `mandate neo4j schema`."""

from typing import Any

from graph_api.cli.output import print_json, print_table
from graph_store.neo4j.cypher_files import SCHEMA, statement
from graph_store.projection_schema import node_labels, property_keys, relationship_types
from ontology.terms import labels


def print_schema(*, as_json: bool) -> None:
    """Labels, relationship types, properties, and the statements that make constraints and indexes."""
    schema = _schema()
    if as_json:
        print_json(schema)
        return
    print_table(
        ("label", "beside", "vi", "en"),
        [(f":{n['name']}", " ".join(f":{b}" for b in n["beside"]), n["vi"], n["en"]) for n in schema["labels"]],
    )
    print()
    print_table(
        ("relationship type", "ends", "vi", "en"),
        [
            (f":{r['name']}", " ".join(f"(:{start})-->(:{end})" for start, end in r["ends"]), r["vi"], r["en"])
            for r in schema["relationship_types"]
        ],
    )
    print()
    print_table(
        ("property", "type", "labels"),
        [(p["name"], p["type"], " ".join(f":{label}" for label in p["labels"])) for p in schema["properties"]],
    )
    for text in schema["statements"]:
        print(f"\n{text};")


def _schema() -> dict[str, Any]:
    return {
        "labels": [
            {"name": known.name, "beside": known.beside, "class": known.class_iri, **_words(known.class_iri)}
            for known in node_labels()
        ],
        "relationship_types": [
            {"name": known.name, "ends": known.ends, "property": known.property_iri, **_words(known.property_iri)}
            for known in relationship_types()
        ],
        "properties": [
            {"name": key.name, "type": key.cypher_type, "labels": key.labels, "property": key.property_iri}
            for key in property_keys()
        ],
        "statements": [statement(name).strip() for name in SCHEMA],
    }


def _words(iri: str) -> dict[str, str]:
    told = labels(iri)
    return {"vi": told.vi, "en": told.en}
