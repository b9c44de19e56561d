"""All generated pages and their texts: docs/questions.md, and docs/reference/ whose paths are seen from there."""

from collections.abc import Iterator
from pathlib import Path

from docs.generator.class_page import class_page
from docs.generator.code_page import code_page
from docs.generator.competency_page import competency_page
from docs.generator.index_page import index_page
from docs.generator.neo4j_page import neo4j_page
from docs.generator.places import place
from docs.generator.prefix_page import prefix_page
from docs.generator.property_page import property_page
from docs.generator.query_page import query_page
from docs.generator.rule_page import rule_page
from graph_store.jsonld_context import context_document
from ontology.glossary import class_terms, code_lists
from ontology.text import nfc

DOCS = Path(__file__).parent.parent
REFERENCE = DOCS / "reference"


def documents() -> dict[str, str]:
    """path from docs/ -> text. The same ontology, shapes and queries give the same bytes."""
    return {"questions.md": competency_page(), **{f"reference/{path}": text for path, text in pages().items()}}


def pages() -> dict[str, str]:
    """path from docs/reference/ -> text in NFC, in order of path."""
    return {path: nfc(text) for path, text in sorted(_pages())}


def _pages() -> Iterator[tuple[str, str]]:
    yield "index.md", index_page()
    yield "properties.md", property_page()
    yield "rules.md", rule_page()
    yield "questions.md", query_page()
    yield "neo4j.md", neo4j_page()
    yield "prefixes.md", prefix_page()
    yield "context.jsonld", context_document()
    for told in class_terms():
        yield place(told.iri), class_page(told.iri)
    for found in code_lists():
        yield place(found.iri), code_page(found)


def differences(folder: Path) -> list[str]:
    """What of `folder` is not as it would be written now: "reference/classes/Body.md: changed", sorted."""
    wanted = documents()
    there = {path.relative_to(folder).as_posix(): path for path in _written(folder)}
    found = [f"{path}: missing" for path in wanted.keys() - there.keys()]
    found += [f"{path}: left over" for path in there.keys() - wanted.keys()]
    both = wanted.keys() & there.keys()
    return sorted(found + [f"{path}: changed" for path in both if there[path].read_bytes() != wanted[path].encode()])


def write(folder: Path) -> int:
    """Writes the pages into `folder`; in docs/reference/ files that are none go. Gives the number of pages."""
    wanted = documents()
    for path in _written(folder) if folder == DOCS else ():
        if path.relative_to(folder).as_posix() not in wanted:
            path.unlink()
    for name, text in wanted.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    return len(wanted)


def _written(folder: Path) -> list[Path]:
    """The files of `folder` that are the generator's."""
    return [p for p in (folder / "questions.md", *sorted((folder / "reference").rglob("*"))) if p.is_file()]
