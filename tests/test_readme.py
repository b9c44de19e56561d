"""The README says what the code does: commands, settings, routes and questions, both ways."""

import re
from pathlib import Path

import pytest
from typer.main import get_command

from graph_api.app import create_app
from graph_api.cli.app import app
from graph_api.settings import Settings
from queries.catalog import questions

README = (Path(__file__).parent.parent / "README.md").read_text("utf-8")


def section(title: str) -> str:
    return README.split(f"## {title}\n", 1)[1].split("\n## ", 1)[0]


def command_names(command: object, before: str = "") -> set[str]:
    inner = getattr(command, "commands", None)
    if inner is None:
        return {before.strip()}
    return {name for key, child in inner.items() for name in command_names(child, f"{before} {key}")}


def test_the_readme_names_every_command_and_no_other() -> None:
    named = {m.strip() for m in re.findall(r"^\| `mandate ((?:[a-z0-9]+ ?)+)", section("Commands"), re.MULTILINE)}
    assert named == command_names(get_command(app))


def test_the_readme_names_every_setting_and_no_other() -> None:
    named = set(re.findall(r"^\| `(MANDATE_\w+)`", section("Environment"), re.MULTILINE))
    assert named == {f"MANDATE_{name.upper()}" for name in Settings.model_fields}


def test_the_readme_names_every_route_and_no_other(tmp_path: Path) -> None:
    named = {
        (method, path)
        for methods, path in re.findall(r"^([A-Z|]+) +(/\S*)$", section("HTTP"), re.MULTILINE)
        for method in methods.split("|")
    }
    paths = create_app(Settings(data=tmp_path)).openapi()["paths"]
    assert named == {(method.upper(), path) for path, methods in paths.items() for method in methods}


def test_the_readme_names_every_question_and_no_other() -> None:
    rows = re.findall(r"^\| `(\w+)` \| (.+) \|$", section("Ready questions"), re.MULTILINE)
    assert dict(rows) == {name: question.text_en for name, question in questions().items()}


@pytest.mark.parametrize("link", re.findall(r"\]\((docs/[^)]+)\)", README))
def test_every_page_that_the_readme_links_is_there(link: str) -> None:
    assert (Path(__file__).parent.parent / link).is_file()


def test_the_targets_that_the_readme_names_are_in_the_makefile() -> None:
    makefile = (Path(__file__).parent.parent / "Makefile").read_text("utf-8")
    for target in set(re.findall(r"\bmake (\w+)", section("Run it") + section("Working on it"))):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target
