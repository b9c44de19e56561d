"""What a text tells of an office is what its chain leads to: the decision, on the days on which it is held."""

import json
from pathlib import Path

from typer.testing import CliRunner

from graph_api.cli.app import app

GIVEN = (
    "Theo Quyết định số 412/QĐ-UBND ngày 12/5/2024, ông Lê Văn Mẫu được bổ nhiệm giữ chức "
    "Phó Giám đốc Sở Nội vụ tỉnh Lào Cai."
)
TAKEN = (
    "Theo Quyết định số 98/QĐ-UBND ngày 3/2/2025, ông Lê Văn Mẫu thôi giữ chức Phó Giám đốc Sở Nội vụ tỉnh Lào Cai "
    "từ ngày 10/2/2025."
)


def test_the_chain_of_an_office_leads_to_its_decision_while_it_is_held(tmp_path: Path) -> None:
    def run(*arguments: str) -> str:
        result = CliRunner().invoke(app, [*arguments, "--data", str(tmp_path / "data")])
        assert result.exit_code == 0, result.output
        return result.stdout

    for name, text in (("given.txt", GIVEN), ("taken.txt", TAKEN)):
        (tmp_path / name).write_text(text, "utf-8")
        run("import", str(tmp_path / name))
        run("publish", next(i["id"] for i in json.loads(run("imports", "--json")) if i["status"] == "staged"))
    told = {day: run("trace", "Lê Văn Mẫu", "--at", day) for day in ("2024-05-01", "2024-06-01", "2025-03-01")}
    assert [("412/QĐ-UBND" in chain) for chain in told.values()] == [False, True, False]
    assert "2024-05-12 – 2025-02-10" in told["2024-06-01"]
