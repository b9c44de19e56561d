"""The first page: the tree of classes, the code lists, and where everything else stands."""

from docs.generator.diagram import overview
from docs.generator.markdown import both, code, link, page, table
from docs.generator.places import to, to_class
from docs.generator.words import heading, in_cell, name, prose, said
from ontology.glossary import CodeList, class_terms, code_lists, subclasses

HERE = "index.md"
_PAGES = ("properties", "rules", "questions", "neo4j", "prefixes")


def index_page() -> str:
    return page(
        f"# {name('reference')}",
        prose("index-lead"),
        table(["", ""], [[link(name(key), f"{key}.md"), in_cell(said(f"{key}-about"))] for key in _PAGES]),
        link(name("context"), "context.jsonld"),
        heading("overview"),
        overview(),
        heading("classes"),
        "\n".join(line for told in class_terms() if not told.supers for line in _tree(told.iri, 0)),
        heading("code-lists"),
        table([name("code-list"), name("definition")], [_listed(found) for found in code_lists()]),
    )


def _listed(found: CodeList) -> list[str]:
    return [f"{to(found.iri, HERE, code(found.name))} {both(found.label)}", in_cell(found.definition)]


def _tree(class_iri: str, depth: int) -> list[str]:
    """A class and those below it; a class with two super-classes stands under each."""
    line = f"{'  ' * depth}- {to_class(class_iri, HERE)}"
    return [line, *(row for below in subclasses(class_iri) for row in _tree(below, depth + 1))]
