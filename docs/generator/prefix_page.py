"""The page of the prefixes for SPARQL and Turtle."""

from docs.generator.markdown import block, code, page, relative, table
from docs.generator.places import to
from docs.generator.words import heading, name, prose
from ontology.glossary import prefixes
from ontology.identifiers import TYPES, entity_iri

HERE = "prefixes.md"


def prefix_page() -> str:
    entities = {kind: entity_iri(kind, "x").removesuffix("x") for kind in sorted(TYPES)}
    return page(
        f"# {name('prefixes')}",
        to("index.md", HERE, name("reference")),
        prose("prefixes-lead", context=relative("context.jsonld", HERE)),
        heading("prefixes-vocabularies"),
        _table(prefixes()),
        block(_declared(prefixes()), "sparql"),
        heading("prefixes-entities"),
        prose("prefixes-entities-lead"),
        _table(entities),
        block(_declared(entities), "sparql"),
    )


def _table(known: dict[str, str]) -> str:
    return table([name("prefix"), "IRI"], [[code(f"{prefix}:"), f"<{base}>"] for prefix, base in known.items()])


def _declared(known: dict[str, str]) -> str:
    return "\n".join(f"PREFIX {prefix}: <{base}>" for prefix, base in known.items())
