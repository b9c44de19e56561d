"""What every command says of errors and of itself, in both languages."""

import errno
from typing import Any

import pytest
from typer.main import get_command
from typer.testing import CliRunner

from graph_api.cli.app import app
from graph_api.cli.errors import EXIT, describe, describe_unexpected
from graph_api.cli.system_errors import described_system_error
from ontology import errors
from ontology.errors import MandateGraphError, NotFound
from ontology.text import one_line


def commands() -> dict[str, Any]:
    """Every command by its full name: "log", "key create"."""
    found: dict[str, Any] = {}
    for name, command in get_command(app).commands.items():  # type: ignore[attr-defined]
        inside = getattr(command, "commands", None)
        found |= {f"{name} {sub}": c for sub, c in inside.items()} if inside else {name: command}
    return found


def concrete(kind: type[MandateGraphError]) -> set[type[MandateGraphError]]:
    return {kind}.union(*(concrete(sub) for sub in kind.__subclasses__() if sub.__module__ == errors.__name__))


@pytest.mark.parametrize("kind", sorted(concrete(MandateGraphError), key=str))
def test_every_error_has_an_exit_code(kind: type[MandateGraphError]) -> None:
    assert EXIT[kind] in (1, 2, 3)


def test_an_error_is_told_in_both_languages_with_what_to_do() -> None:
    error = NotFound("no such thing", message_vi="không có", hint="look elsewhere", hint_vi="tìm chỗ khác")
    said = ["mandate: không có", "         no such thing", "  -> tìm chỗ khác", "     look elsewhere"]
    assert describe(error).splitlines() == said


def test_what_is_the_same_in_both_languages_is_told_once() -> None:
    error = NotFound("404", message_vi="404", hint="mandate log", hint_vi="mandate log")
    assert describe(error).splitlines() == ["mandate: 404", "  -> mandate log"]
    assert describe(NotFound("")) == "mandate: ?"


def test_an_error_that_nobody_foresaw_is_told_in_both_languages_too() -> None:
    setup = describe_unexpected(ImportError("no module")).splitlines()
    assert setup[2:] == ["  -> chạy `make setup`", "     run `make setup`"]
    report = describe_unexpected(ZeroDivisionError("0")).splitlines()
    assert "xin báo lại" in report[2] and "please report" in report[3]


def test_text_of_a_source_cannot_drive_the_terminal() -> None:
    assert one_line("a\x1b[31mb\nc\x07\u202e") == "a[31mb c"


# Help


@pytest.mark.parametrize("name", sorted(commands()))
def test_every_command_shows_an_example_of_itself(name: str) -> None:
    result = CliRunner().invoke(app, [*name.split(), "--help"])
    assert result.exit_code == 0 and f"\n    mandate {name}" in result.stdout.partition("Example:")[2]


@pytest.mark.parametrize("name", sorted(commands()))
def test_every_command_takes_a_data_folder(name: str) -> None:
    assert "--data" in CliRunner().invoke(app, [*name.split(), "--help"]).stdout


# Errors of the system


@pytest.mark.parametrize("number", [errno.ENOENT, errno.EACCES, errno.EPERM, errno.EISDIR, errno.ENOSPC, errno.EROFS])
def test_an_error_of_the_system_says_what_where_and_what_to_do_in_both_languages(number: int) -> None:
    (vietnamese, english), hints = described_system_error(OSError(number, "words of the system", "dữ liệu/x.nq"))
    assert vietnamese.endswith(": dữ liệu/x.nq") and english.endswith(": dữ liệu/x.nq") and vietnamese != english
    assert all(hints) and "words of the system" not in vietnamese + english


def test_an_unknown_error_of_the_system_is_told_in_its_own_words() -> None:
    assert described_system_error(OSError(errno.ENOTTY, "odd", "f")) == (("odd: f", "odd: f"), ("", ""))
    assert described_system_error(OSError("odd")) == (("odd", "odd"), ("", ""))
