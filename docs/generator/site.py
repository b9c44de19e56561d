"""All generated pages: their paths from docs/reference/ and their texts."""

from collections.abc import Iterator
from pathlib import Path

from docs.generator.class_page import class_page
from docs.generator.code_page import code_page
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

REFERENCE = Path(__file__).parent.parent / "reference"


def pages() -> dict[str, str]:
    """path -> text in NFC, in order of path. The same ontology, shapes and queries give the same bytes."""
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
    """What of `folder` is not as it would be written now: "classes/Body.md: changed", sorted."""
    wanted = pages()
    there = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    found = [f"{path}: missing" for path in wanted.keys() - there.keys()]
    found += [f"{path}: left over" for path in there.keys() - wanted.keys()]
    both = wanted.keys() & there.keys()
    return sorted(found + [f"{path}: changed" for path in both if there[path].read_bytes() != wanted[path].encode()])


def write(folder: Path) -> int:
    """Writes the pages into `folder`; in docs/reference/ files that are none go. Gives the number of pages."""
    wanted = pages()
    for path in sorted(folder.rglob("*")) if folder == REFERENCE else ():
        if path.is_file() and path.relative_to(folder).as_posix() not in wanted:
            path.unlink()
    for name, text in wanted.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    return len(wanted)
