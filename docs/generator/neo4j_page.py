"""The page of the graph in Neo4j: labels, relationship types, properties, constraints, indexes, two questions."""

from docs.generator.diagram import overview
from docs.generator.markdown import block, both, code, lines, page, relative, table
from docs.generator.places import to, to_class, to_path
from docs.generator.words import heading, name, prose
from graph_store.neo4j.cypher_files import SCHEMA, statement
from graph_store.projection import VALIDITY
from graph_store.projection_names import RESOURCE
from graph_store.projection_schema import node_labels, property_keys, relationship_types
from ontology.identifiers import body_kind_iri
from ontology.terms import labels
from queries.catalog import question

HERE = "neo4j.md"
# Ready questions with values that find something in the bundled graph.
EXAMPLES: tuple[tuple[str, dict[str, str]], ...] = (
    ("documents_by_number", {"number": "67-QĐ/TW"}),
    ("mandate_basis", {"body": body_kind_iri("Ban Chỉ đạo phòng, chống tham nhũng, tiêu cực cấp tỉnh")}),
)


def neo4j_page() -> str:
    return page(
        f"# {name('neo4j')}",
        to("index.md", HERE, name("reference")),
        prose("neo4j-lead", page=relative("../neo4j.md", HERE)),
        overview(),
        heading("labels"),
        prose("labels-lead", resource=RESOURCE),
        _labels(),
        heading("relationship-types"),
        prose("relationships-lead"),
        _validity(),
        _relationships(),
        heading("property-keys"),
        prose("property-keys-lead"),
        _properties(),
        heading("constraints"),
        prose("constraints-lead"),
        *(block(statement(schema), "cypher") for schema in SCHEMA),
        heading("example-queries"),
        prose("example-queries-lead"),
        *(_example(asked, values) for asked, values in EXAMPLES),
    )


def _labels() -> str:
    rows = [
        [code(f":{known.name}"), to_class(known.class_iri, HERE), ", ".join(code(f":{n}") for n in known.beside)]
        for known in node_labels()
    ]
    return table([name("node-label"), name("class"), name("beside")], rows)


def _validity() -> str:
    """From which property of its start a relationship has its validity."""
    rows = [
        [code(f":{label}"), *(lines(*(code(choice) for choice in side)) for side in sides)]
        for label, sides in sorted(VALIDITY.items())
    ]
    return table([name("start"), code("validFrom"), code("validTo")], rows)


def _relationships() -> str:
    rows = []
    for known in relationship_types():
        ends = lines(*(code(f"(:{start})-->(:{end})") for start, end in known.ends))
        rows.append([code(f":{known.name}"), ends, to_path(known.property_iri, HERE), both(labels(known.property_iri))])
    return table([name("relationship-type"), name("ends"), name("property"), name("label")], rows)


def _properties() -> str:
    rows = []
    for key in property_keys():
        told = to_path(key.property_iri, HERE) if key.property_iri else name(f"key-{key.name}")
        values = to(key.code_list, HERE, code(key.code_list.rsplit("/", 1)[-1])) if key.code_list else ""
        bearers = ", ".join(code(f":{label}") for label in key.labels)
        rows.append([code(key.name), code(key.cypher_type), bearers, told, values])
    head = [name("property-key"), name("type"), name("node-labels"), name("property"), name("code-list")]
    return table(head, rows)


def _example(asked: str, values: dict[str, str]) -> str:
    found = question(asked)
    given = "\n".join(f":param {key} => '{value}';" for key, value in sorted(values.items()))
    return block(f"{given}\n{found.cypher}", "cypher")
