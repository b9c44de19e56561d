"""docs/questions.md tells every competency question with its command and its answer, and its links hold."""

import re

import pytest

from docs.generator.competency_page import competency_page
from docs.generator.markdown import anchor
from docs.generator.site import DOCS
from queries.catalog import questions
from queries.competency_questions import CompetencyQuestion, themes

PAGE = competency_page()
PLAIN = PAGE.replace("\\", "")
ASKED = [asked for theme in themes() for asked in theme.questions]
HEADINGS = [line.lstrip("# ") for line in PAGE.splitlines() if line.startswith("#")]


@pytest.mark.parametrize("asked", ASKED, ids=lambda asked: asked.en)
def test_a_question_is_told_in_both_languages_with_its_ready_question_and_command(asked: CompetencyQuestion) -> None:
    assert f". {asked.vi}\n\n{asked.en}\n" in PLAIN
    assert f"[`{asked.query}`](reference/questions.md#{asked.query})" in PAGE
    assert f"\nmandate ask {asked.query}" in PAGE and asked.checked in PLAIN


def test_the_questions_are_numbered_through() -> None:
    assert [int(n) for n in re.findall(r"^### (\d+)\. ", PAGE, re.MULTILINE)] == list(range(1, len(ASKED) + 1))


def test_every_link_leads_to_a_place_of_the_page_or_to_a_ready_question() -> None:
    for target in re.findall(r"\]\(([^)\s]+)\)", PAGE):
        path, _, place = target.partition("#")
        assert (DOCS / path).is_file() if path else place in map(anchor, HEADINGS)
        assert not (path and place) or place in questions()


def test_a_long_answer_is_cut_and_its_length_told() -> None:
    for asked in ASKED:
        assert asked.count <= 5 or f"{asked.count - 5} more rows" in PAGE


def test_the_rows_of_a_table_have_as_many_cells_as_its_head() -> None:
    for rows in re.findall(r"(?:^\|.*\n)+", PAGE, re.MULTILINE):
        assert len({len(re.findall(r"(?<!\\)\|", row)) for row in rows.splitlines()}) == 1
