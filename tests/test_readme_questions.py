"""What the README shows of the three questions is what the commands print of the bundled graph."""

import re
import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner

from graph_api.cli.app import app
from graph_api.cli.demonstration import build
from graph_api.settings import Settings

README = (Path(__file__).parent.parent / "README.md").read_text("utf-8")
CONSOLES = re.findall(r"```console\n\$ mandate (.*?)\n(.*?)```", README, re.DOTALL)


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("readme")
    build(Settings(data=folder), None)
    return folder


def test_the_readme_shows_three_questions() -> None:
    assert len(CONSOLES) == 3


@pytest.mark.parametrize(("command", "shown"), CONSOLES)
def test_each_line_that_the_readme_shows_is_printed_in_that_order(command: str, shown: str, demo: Path) -> None:
    asked, columns, _ = command.partition(" | cut -d, -f2-6")
    done = CliRunner().invoke(app, [*shlex.split(asked), "--data", str(demo)])
    assert done.exit_code == 0
    printed = [",".join(line.split(",")[1:6]) if columns else line for line in done.stdout.splitlines()]
    rest = iter(printed)
    assert [line for line in shown.splitlines() if line not in rest] == []
