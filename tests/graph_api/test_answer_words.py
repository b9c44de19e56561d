"""Answers in words: every column has a heading in both languages; names, codes and dates stand in place of keys."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from graph_api.cli.app import app
from graph_api.pages.answer_view import headings
from queries.catalog import Question, questions
from tests.graph_api.world import COMMITTEE_KEY, PERSON


@pytest.mark.parametrize("asked", questions().values(), ids=lambda asked: asked.name)
def test_every_column_has_a_heading_in_both_languages(asked: Question) -> None:
    names = [column.name for column in asked.columns]
    for told in zip(names, headings(names, "vi"), headings(names, "en"), strict=True):
        assert len({told[0], *told[1:]}) == 3 and told[1][:1].isupper() and told[2][:1].isupper()


def asked(data: Path, *more: str) -> list[list[str]]:
    values = [f"body={COMMITTEE_KEY}", "--at", "2023-09-01", "--format", "csv"]
    told = CliRunner().invoke(app, ["ask", "holders_on_date", *values, *more, "--data", str(data)])
    assert told.exit_code == 0
    return [line.split(",") for line in told.stdout.splitlines()]


def test_an_answer_is_printed_in_words_of_the_language_asked_for(built: Path) -> None:
    heading, first, *_ = asked(built, "--lang", "vi")
    assert heading[:3] == ["Người", "Tên", "Chức danh"] and first[:3] == [PERSON, PERSON, "Trưởng ban"]
    assert "có thể" in first and "possible" in asked(built, "--lang", "en")[1]


def test_without_a_language_an_answer_keeps_its_keys_for_programs(built: Path) -> None:
    heading, first, *_ = asked(built)
    assert heading[:3] == ["person", "name", "role"] and first[0].startswith("https://") and first[2] == "truong-ban"
