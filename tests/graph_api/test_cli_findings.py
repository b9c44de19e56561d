"""Findings of the shapes over the command line: chosen, counted, led to their line; waivers that travel as CSV."""

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from graph_api.cli.app import app

TURTLE = """@prefix mg: <https://w3id.org/mandate-graph/ontology#> .
<https://w3id.org/mandate-graph/id/holding/a> a mg:Holding ;
    mg:status "đương nhiệm" .
"""


def invoke(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "bare.ttl"
    path.write_text(TURTLE, "utf-8")
    return path


def test_findings_are_chosen_and_counted_and_lead_to_the_line_of_a_file(file: Path) -> None:
    shown = invoke("validate", file, "--rule", "Holding-status", "--file", "*.ttl", "--lang", "en")
    assert 'bare.ttl, line 3, column 16: “mg:status "»đương nhiệm«" .”' in shown.stdout and shown.exit_code == 1
    assert "Holding-heldBy" not in shown.stdout
    assert "Holding-status" not in invoke("validate", file, "--text", "nothing of the kind").stdout


def test_a_table_with_columns_of_its_own_is_judged_as_its_mapping_says(tmp_path: Path) -> None:
    table, mapping = tmp_path / "van-ban.csv", tmp_path / "m.toml"
    table.write_text("Số hiệu;Loại;Ngày ký;Trích yếu\n12-QĐ/TW;Thông báo;2031-09-05;Quy định thử\n", "utf-8")
    columns = '[columns]\nnumber = "Số hiệu"\nkind = "Loại"\nissued = "Ngày ký"\nname = "Trích yếu"\n'
    mapping.write_text(f'table = "documents"\ndelimiter = ";"\n{columns}[constants]\nsource = "van-ban"\n', "utf-8")
    bare = invoke("validate", table, "--data", tmp_path / "d")
    assert bare.exit_code == 1 and "Không nhận ra bảng này" in bare.stdout
    told = invoke("validate", table, "--mapping", mapping, "--data", tmp_path / "d", "--lang", "en").stdout
    assert "van-ban.csv, A2: “»12-QĐ/TW«;Thông báo;2031-09-05;Quy định thử”" in told


def test_an_import_is_shown_with_the_findings_that_are_asked_for(file: Path, tmp_path: Path) -> None:
    invoke("import", file, "--data", tmp_path / "data")
    import_id = next((tmp_path / "data" / "imports").iterdir()).name
    told = invoke("show", import_id, "--rule", "Holding-heldBy", "--data", tmp_path / "data").stdout
    assert "Holding-heldBy" in told and "Holding-status" not in told


def test_waivers_are_exported_and_taken_in_by_another_data_folder(file: Path, tmp_path: Path) -> None:
    here, there, waivers = tmp_path / "here", tmp_path / "there", tmp_path / "w.csv"
    for folder in (here, there):
        invoke("import", file, "--data", folder)
    given = ("Holding-heldBy", "holding/a", "--until", "2099-01-01", "--why", "bản gốc đã mất")
    assert invoke("waiver", "add", *given, "--data", here).exit_code == 0
    waivers.write_bytes(invoke("waiver", "export", "--data", here).stdout_bytes)
    told = [invoke("waiver", "import", waivers, "--data", there).stdout for _ in range(2)]
    assert told == ["1 miễn trừ mới / new waivers\n", "0 miễn trừ mới / new waivers\n"]
    assert "bản gốc đã mất" in invoke("waiver", "list", "--data", there).stdout


def test_a_file_that_holds_no_waivers_is_refused_by_name_and_line(file: Path, tmp_path: Path) -> None:
    invoke("import", file, "--data", tmp_path / "data")
    refused = invoke("waiver", "import", file, "--data", tmp_path / "data")
    assert refused.exit_code == 1 and not refused.stdout


def test_of_many_files_those_that_were_refused_are_told_first(tmp_path: Path) -> None:
    folder = tmp_path / "texts"
    folder.mkdir()
    for number in range(5):
        words = f"Ngày 5/{number + 1}/2022, Ban Thường vụ Tỉnh ủy Lào Cai họp."
        (folder / f"a{number}.txt").write_text(words, "utf-8")
    (folder / "z.txt").write_text("", "utf-8")
    invoke("import", folder, "--data", tmp_path / "data")
    import_id = next((tmp_path / "data" / "imports").iterdir()).name
    told = invoke("show", import_id, "--limit", 2, "--lang", "en", "--data", tmp_path / "data").stdout
    assert told.index("z.txt") < told.index("a0.txt") < told.index("4 more")
    assert "a1.txt" not in told
