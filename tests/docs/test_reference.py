"""docs/reference/ is what `make docs` writes now, tells everything, and holds together."""

import json
import os
import re
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from docs.generator.markdown import anchor
from docs.generator.site import DOCS, REFERENCE, differences, pages, write
from docs.generator.words import words
from graph_store.jsonld_context import context_document
from graph_store.projection_schema import node_labels, property_keys, relationship_types
from ontology import terms
from ontology.glossary import Term, class_terms, code_lists, individuals, prefixed, prefixes, property_terms
from ontology.identifiers import TYPES
from queries.catalog import questions
from shapes.description import class_shapes, rules

ROOT = REFERENCE.parent.parent
PAGES = pages()
MARKDOWN = {path: text for path, text in PAGES.items() if path.endswith(".md")}
_BLOCK = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
_CODE = re.compile(r"`[^`\n]*`")
_LINK = re.compile(r"\]\(([^)\s]+)\)")


def prose_of(text: str) -> str:
    """A page without its blocks of code."""
    return _BLOCK.sub("", text)


def headings_of(text: str) -> list[str]:
    return [line.lstrip("#").strip() for line in prose_of(text).splitlines() if line.startswith("#")]


def test_the_committed_pages_are_those_that_would_be_written_now() -> None:
    assert differences(DOCS) == [], "run `make docs`"


@pytest.mark.parametrize("seed", ["1", "2"])
def test_the_same_bytes_come_out_whatever_the_order_of_sets(tmp_path: Path, seed: str) -> None:
    command = [sys.executable, "-m", "docs.generator", "--out", str(tmp_path)]
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
    subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True)
    assert differences(tmp_path) == []


def test_a_page_that_is_missing_changed_or_left_over_is_named(tmp_path: Path) -> None:
    write(tmp_path)
    (tmp_path / "reference" / "rules.md").unlink()
    (tmp_path / "questions.md").write_text("changed", "utf-8")
    (tmp_path / "reference" / "classes" / "Gone.md").write_text("left over", "utf-8")
    assert differences(tmp_path) == [
        "questions.md: changed",
        "reference/classes/Gone.md: left over",
        "reference/rules.md: missing",
    ]


@pytest.mark.parametrize("told", class_terms(), ids=lambda told: told.name)
def test_every_class_has_a_page_with_its_definition_in_both_languages(told: Term) -> None:
    page = MARKDOWN[f"classes/{told.name}.md"].replace("\\", "")
    assert told.definition.vi in page and told.definition.en in page
    assert "```mermaid" in page and "```turtle" in page and f"(classes/{told.name}.md)" in MARKDOWN["index.md"]


def test_every_property_has_a_place_with_its_definition_in_both_languages() -> None:
    page = MARKDOWN["properties.md"].replace("\\", "")
    for told in property_terms():
        assert f"\n## {told.name}\n" in page and told.definition.vi in page and told.definition.en in page


def test_every_property_shape_is_told_with_both_messages_on_the_pages_of_its_classes() -> None:
    for shape in class_shapes():
        for target in shape.targets:
            page = MARKDOWN[f"classes/{terms.local_name(target)}.md"].replace("\\", "")
            for rule in shape.properties:
                assert f"`{rule.name}`" in page and rule.message.vi in page and rule.message.en in page


def test_every_rule_is_told_with_its_query() -> None:
    page = MARKDOWN["rules.md"]
    assert all(f"\n## {rule.name}\n" in page and rule.sparql in page for rule in rules())


def test_every_code_list_has_a_page_with_every_code() -> None:
    for found in code_lists():
        page = MARKDOWN[f"codes/{found.name}.md"]
        assert all(f"| `{code.name}` |" in page for code in found.codes)


def test_every_question_is_told_in_both_languages() -> None:
    page = MARKDOWN["questions.md"].replace("\\", "")
    for name, question in questions().items():
        assert f"\n## {name}\n\n{question.text_vi}\n\n{question.text_en}\n" in page


def test_every_label_relationship_type_and_property_of_the_projection_is_told() -> None:
    page = MARKDOWN["neo4j.md"]
    assert all(f"| `:{label.name}` |" in page for label in node_labels())
    assert all(f"| `:{known.name}` |" in page for known in relationship_types())
    assert all(f"| `{key.name}` | `{key.cypher_type}" in page for key in property_keys())
    assert page.count("CREATE CONSTRAINT") + page.count("CREATE INDEX") == 3


def test_every_prefix_is_told() -> None:
    for prefix in (*prefixes(), *TYPES):
        assert f"\nPREFIX {prefix}: <" in MARKDOWN["prefixes.md"]


def test_what_the_ontology_declares_of_our_classes_stands_on_their_pages() -> None:
    for thing in individuals():
        assert f"`{prefixed(thing.iri)}`" in MARKDOWN[f"classes/{terms.local_name(thing.class_iri)}.md"]


def test_the_context_is_the_one_that_the_server_gives() -> None:
    assert PAGES["context.jsonld"] == context_document() and json.loads(context_document())


def test_there_is_no_page_that_the_first_one_does_not_lead_to() -> None:
    seen, later = set(), ["index.md"]
    while later:
        page = later.pop()
        if page not in seen:
            seen.add(page)
            later += [path for path, _ in targets(page) if path in MARKDOWN]
    assert seen == MARKDOWN.keys()


def targets(page: str) -> list[tuple[str, str]]:
    """(path from docs/reference/, place) of every link of a page that stays in the repository."""
    found = []
    for target in _LINK.findall(_CODE.sub("", prose_of(MARKDOWN[page]))):
        if "://" not in target:
            path, _, place = target.partition("#")
            joined = os.path.normpath(os.path.join(os.path.dirname(page), path)) if path else page
            found.append((Path(joined).as_posix(), place))
    return found


@pytest.mark.parametrize("page", MARKDOWN)
def test_every_link_leads_to_a_page_a_place_or_a_file_of_the_repository(page: str) -> None:
    assert targets(page) or page == "index.md"
    for path, place in targets(page):
        assert path in PAGES or (REFERENCE / path).is_file(), path
        if place:
            assert place in [anchor(heading) for heading in headings_of(MARKDOWN[path])], (path, place)


@pytest.mark.parametrize("page", MARKDOWN)
def test_no_two_headings_of_a_page_share_a_place(page: str) -> None:
    places = [anchor(heading) for heading in headings_of(MARKDOWN[page])]
    assert len(places) == len(set(places)) and all(places)


@pytest.mark.parametrize("page", MARKDOWN)
def test_the_rows_of_a_table_have_as_many_cells_as_its_head(page: str) -> None:
    width = 0
    for line in prose_of(MARKDOWN[page]).splitlines():
        cells = len(re.findall(r"(?<!\\)\|", line)) if line.startswith("|") else 0
        assert not cells or not width or cells == width, line
        width = cells


@pytest.mark.parametrize("page", PAGES)
def test_a_page_is_nfc_text_without_stray_blanks_or_paths_of_this_machine(page: str) -> None:
    text = PAGES[page]
    assert text == unicodedata.normalize("NFC", text) and text.endswith("\n") and not text.endswith("\n\n")
    assert not [line for line in text.splitlines() if line != line.rstrip()] and "\t" not in text
    assert str(ROOT) not in text and "None" not in text and "<function" not in text


@pytest.mark.parametrize("page", MARKDOWN)
def test_no_sign_of_a_text_is_read_as_html(page: str) -> None:
    plain = _CODE.sub("", prose_of(MARKDOWN[page])).replace("\\<", "")
    assert set(re.findall(r"<(?!https?://)[^>]*>?", plain)) <= {"<br>"}


def test_the_words_of_the_pages_stand_in_both_languages_and_are_used() -> None:
    written = "\n".join(path.read_text("utf-8") for path in (ROOT / "docs" / "generator").glob("*.py"))
    quoted = set(re.findall(r"""["']([A-Za-z0-9-]+)["']""", written))
    composed = {key for key in words() if key.endswith(("-about", "-means")) or key.startswith("key-")}
    assert words().keys() - quoted - composed == set()
    assert all(entry.keys() == {"vi", "en"} and all(entry.values()) for entry in words().values())
