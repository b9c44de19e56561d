"""What is said of a command that is written wrong: in both languages, with how it is written, and exit code 2."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from graph_api.cli.app import app


def said_of(*arguments: str) -> tuple[int, list[str]]:
    result = CliRunner().invoke(app, list(arguments), prog_name="mandate")
    assert not result.stdout
    return result.exit_code, result.stderr.splitlines()


@pytest.mark.parametrize(
    ("arguments", "vietnamese", "english", "command"),
    [
        (("log", "--wrong"), "không có tùy chọn này: --wrong", "No such option: --wrong", "mandate log"),
        (("--wrong",), "không có tùy chọn này: --wrong", "No such option: --wrong", "mandate"),
        (("frobnicate",), "không có lệnh này", "No such command 'frobnicate'.", "mandate"),
        (("neo4j", "frobnicate"), "không có lệnh này", "No such command 'frobnicate'.", "mandate neo4j"),
        (("rollback",), "thiếu tham số: VERSION", "Missing argument 'VERSION'.", "mandate rollback"),
        (("rollback", "first"), "giá trị không hợp lệ: VERSION", "Invalid value for 'VERSION'", "mandate rollback"),
        (("log", "again"), "thừa tham số", "Got unexpected extra argument", "mandate log"),
    ],
)
def test_a_command_written_wrong_is_told_in_both_languages_with_how_it_is_written(
    arguments: tuple[str, ...], vietnamese: str, english: str, command: str
) -> None:
    code, lines = said_of(*arguments)
    assert code == 2 and len(lines) == 4
    assert lines[0] == f"mandate: {vietnamese}" and english in lines[1]
    assert lines[2].startswith(f"  -> cách viết: {command} ") and f"`{command} --help`" in lines[3]


def test_a_value_that_a_command_cannot_take_is_told_with_why_in_both_languages() -> None:
    code, lines = said_of("validate")
    assert code == 2
    assert "nêu tên tệp, hoặc một phiên bản bằng --version N" in lines[0]
    assert "name files, or a version with --version N" in lines[1]


def test_a_setting_that_cannot_be_read_is_named(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MANDATE_TIMEOUT_S", "soon")
    code, lines = said_of("sparql", "ASK {}", "--data", str(built))
    assert code == 2 and lines[0] == "mandate: giá trị không hợp lệ: MANDATE_TIMEOUT_S không phải số"
    assert lines[1].endswith("MANDATE_TIMEOUT_S is no number")


def test_a_group_without_a_command_shows_its_help() -> None:
    result = CliRunner().invoke(app, ["neo4j"], prog_name="mandate")
    assert result.exit_code == 2 and "Commands:" in result.stderr and "mandate: " not in result.stderr
