"""Bad input at the command line: each case gets its exit code and a message that says where, and nothing is lost."""

import json
import shutil
import socket
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from graph_api.cli.app import app
from graph_store.versions import VersionStore
from tests.graph_api.world import REGULATION

Run = Callable[..., Result]
GOOD = """term,number,name_vi,name_en,aliases,opened,closed,source
XIII,9,Hội nghị thử 9 khóa XIII,9th trial plenum,,2024-05-16,2024-05-18,made up
"""
TEXT = "Ngày 03/4/2022, Ban Bí thư ban hành Quy định số 58-QĐ/TW về chế độ báo cáo của các cơ quan nội chính ở tỉnh.\n"
TURTLE = "@prefix mg: <https://w3id.org/mandate-graph/ontology#> .\n\n<id/body/x> a mg:Body mg:level .\n"
# name, bytes, words of the message in either language
FILES = {
    "empty": ("empty.txt", b"", ("tệp rỗng", "is empty")),
    "blank": ("blank.txt", b" \n\t\n", ("tệp rỗng", "is empty")),
    "renamed PDF": ("report.txt", b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n", ("một tệp PDF", "a PDF")),
    "renamed archive": ("table.csv", b"PK\x03\x04\x14\x00\x00\x00", ("tệp nén ZIP", "ZIP archive")),
    "English": ("note.txt", b"The committee met on Monday and adopted the report.\n", ("tiếng Việt", "not Vietnamese")),
    "without marks": (
        "plain.txt",
        b"Ban Bi thu ban hanh Quy dinh so 58-QD/TW ve che do bao cao.\n",
        ("tiếng Việt", "not"),
    ),
    "old encoding": ("old.txt", "Ủy ban đã họp và ban hành quy định.".encode("utf-16-be"), ("UTF-8", "UTF-8")),
    "unknown ending": ("film.mp4", b"\x00\x01\x02", ("chưa có bộ đọc", "no reader")),
    "no ending": ("README", b"Ban B\xc3\xad th\xc6\xb0\n", ("chưa có bộ đọc", "no reader")),
    "Turtle error": ("bad.ttl", TURTLE.encode(), ("dòng 3", "line 3")),
    "cut JSON-LD": ("cut.jsonld", b'{"@id": "https://example.org/a", ', ("dòng", "line")),
    "undeclared term": (
        "typo.ttl",
        b"<https://w3id.org/mandate-graph/id/body/x> <https://w3id.org/mandate-graph/ontology#isuedBy> <x:y> .\n",
        ("isuedBy", "isuedBy"),
    ),
    "remote context": (
        "far.jsonld",
        b'{"@context": "https://example.org/c", "@id": "x:y"}',
        ("JSON-LD", "never fetched"),
    ),
    "DOCTYPE": ("xxe.rdf", b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a/>', ("DOCTYPE", "DOCTYPE")),
    "unknown table": ("odd.csv", "một,hai\n1,2\n".encode(), ("một", "một")),
}


@pytest.fixture
def run(data: Path) -> Run:
    """Runs a command on a data folder of its own."""

    def runs(*arguments: str, stdin: str | bytes | None = None) -> Result:
        return CliRunner().invoke(app, [*arguments, "--data", str(data)], input=stdin)

    return runs


def write(folder: Path, name: str, content: bytes | str) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


@pytest.mark.parametrize("case", FILES)
def test_a_file_that_cannot_be_read_is_refused_by_what_it_is(run: Run, data: Path, tmp_path: Path, case: str) -> None:
    name, content, words = FILES[case]
    path = write(tmp_path / "in", name, content)
    result = run("import", str(path), "--publish")
    assert result.exit_code == 1 and name in result.stdout and words[0] in result.stdout
    assert words[1] in run("import", str(path), "--lang", "en").stdout
    assert VersionStore(data).current_number() == 1 and VersionStore(data).staged() == []
    assert json.loads(run("imports", "--json").stdout)[0]["status"] == "refused"


def test_one_bad_file_of_a_folder_is_named_and_the_rest_is_staged(run: Run, data: Path, tmp_path: Path) -> None:
    inbox = tmp_path / "in"
    for name, content, _ in (FILES["renamed PDF"], FILES["Turtle error"], ("good.csv", GOOD, ())):
        write(inbox, name, content)
    result = run("import", str(inbox), "--json")
    record = json.loads(result.stdout)
    assert result.exit_code == 1 and record["status"] == "staged"
    assert {f["name"]: f["status"] for f in record["files"]} == {
        "bad.ttl": "refused",
        "good.csv": "read",
        "report.txt": "refused",
    }
    assert run("publish", record["id"]).exit_code == 0 and VersionStore(data).current_number() == 2
    assert run("trace", "Hội nghị thử 9 khóa XIII").exit_code == 0


def test_decomposed_text_states_the_same_as_composed_text(run: Run, tmp_path: Path) -> None:
    composed = write(tmp_path / "a", "same.txt", TEXT)
    decomposed = write(tmp_path / "b", "same.txt", unicodedata.normalize("NFD", TEXT))
    assert composed.read_bytes() != decomposed.read_bytes()
    first, second = (run("extract", str(path)) for path in (composed, decomposed))
    assert first.exit_code == 0 and first.stdout == second.stdout and "58-QĐ/TW" in first.stdout
    assert run("import", str(decomposed)).exit_code == 0


def test_extract_names_the_bad_file_and_prints_the_others(run: Run, tmp_path: Path) -> None:
    good = write(tmp_path / "in", "good.txt", TEXT)
    bad = write(tmp_path / "in", "empty.txt", b"")
    result = run("extract", str(good), str(bad))
    assert result.exit_code == 1 and "empty.txt" in result.stderr
    assert [entry["id"] for entry in json.loads(result.stdout)] == ["good"]


def test_extract_writes_no_file_over_another(run: Run, tmp_path: Path) -> None:
    paths = [write(tmp_path / folder, "same.txt", TEXT) for folder in ("a", "b")]
    result = run("extract", *map(str, paths), "--out", str(tmp_path / "out"))
    assert result.exit_code == 2 and "same.json" in result.stderr and not (tmp_path / "out").exists()


def test_extract_refuses_a_table(run: Run, tmp_path: Path) -> None:
    assert run("extract", str(write(tmp_path / "in", "good.csv", GOOD))).exit_code == 1


@pytest.mark.parametrize("case", ["Turtle error", "empty", "undeclared term"])
def test_validate_refuses_what_cannot_be_read(run: Run, tmp_path: Path, case: str) -> None:
    name, content, words = FILES[case]
    result = run("validate", str(write(tmp_path / "in", name, content)))
    assert result.exit_code == 1 and name in result.stdout and words[0] in result.stdout


@pytest.mark.parametrize(
    "command",
    [
        ("import", "nowhere.txt"),
        ("extract", "nowhere.txt"),
        ("validate", "nowhere.ttl"),
        ("show", "20200101-000000-0000"),
        ("show", "../../etc"),
        ("publish", "20200101-000000-0000"),
        ("discard", ".."),
        ("diff", "1", "7"),
        ("diff", "one", "two"),
        ("rollback", "-1"),
        ("log", "--wrong"),
        ("lgo",),
        ("trace", "không có gì như thế"),
        ("trace", "document/none"),
        ("trace", "12-NQ/TW"),
        ("trace", REGULATION, "--at", "2023-02-30"),
        ("trace", REGULATION, "--at", "2023"),
        ("trace", REGULATION, "--as-known", "5"),
        ("trace", REGULATION, "--depth", "0"),
        ("trace", REGULATION, "--format", "pdf"),
        ("ask", "no_such_question"),
        ("ask", "mandate_chain"),
        ("ask", "mandate_chain", "15-QĐ/TW"),
        ("ask", "mandate_chain", "document=15-QĐ/TW", "document=9-QĐ/TW"),
        ("ask", "mandate_chain", "document=15-QĐ/TW", "colour=red"),
        ("ask", "mandate_chain", "document=15-QĐ/TW", "--at", "2023-01-01"),
        ("ask", "holders_on_date", "body=Ban Thường trực thử nghiệm", "--at", "mai"),
        ("sparql", "SELECT WHERE"),
        ("sparql", "SELECT * { SERVICE <http://localhost/> { ?s ?p ?o } }"),
        ("sparql", "DELETE WHERE { ?s ?p ?o }"),
        ("cypher", "MATCH (n) DETACH DELETE n"),
        ("cypher", "RETURN 1", "--engine", "sparql"),
        ("export", "pdf"),
        ("key", "create", "king"),
        ("key", "remove", "nobody"),
    ],
    ids=" ".join,
)
def test_wrong_use_is_told_and_changes_nothing(run: Run, data: Path, command: tuple[str, ...]) -> None:
    before = VersionStore(data).current_number(), VersionStore(data).staged()
    result = run(*command)
    assert result.exit_code == 2, result.output
    assert result.stderr.strip() and "Traceback" not in result.stderr and not result.stdout
    assert (VersionStore(data).current_number(), VersionStore(data).staged()) == before


def test_an_ambiguous_number_names_all_that_bear_it(run: Run) -> None:
    told = run("trace", "12-NQ/TW").stderr
    assert "12-nq-tw-2017-10-25" in told and "12-nq-tw-2022-06-16" in told


def test_a_query_that_is_not_utf_8_is_refused(run: Run) -> None:
    assert run("sparql", "-", stdin=b"SELECT \xff").exit_code == 2


@pytest.mark.parametrize(
    "command", [("log",), ("stats",), ("trace", REGULATION), ("imports",), ("verify",), ("ask", "succession")]
)
def test_a_missing_data_folder_is_named(tmp_path: Path, command: tuple[str, ...]) -> None:
    missing = tmp_path / "nowhere"
    result = CliRunner().invoke(app, [*command, "--data", str(missing)])
    assert result.exit_code == 3 and str(missing) in result.stderr and not missing.exists()


@pytest.mark.parametrize(
    "command", [("log",), ("trace", REGULATION), ("import", "{file}"), ("export", "nquads"), ("demo", "--no-serve")]
)
def test_a_data_folder_of_a_newer_format_is_left_alone(
    run: Run, data: Path, tmp_path: Path, command: tuple[str, ...]
) -> None:
    (data / "FORMAT").write_text("99\n", "utf-8")
    path = write(tmp_path / "in", "good.csv", GOOD)
    before = sorted(p.relative_to(data) for p in data.rglob("*"))
    result = run(*(part.format(file=path) for part in command))
    assert result.exit_code == 3 and "99" in result.stderr and "định dạng" in result.stderr
    assert sorted(p.relative_to(data) for p in data.rglob("*")) == before


def test_a_data_folder_that_is_a_file_is_no_data_folder(tmp_path: Path) -> None:
    path = write(tmp_path / "in", "data", b"")
    table = write(tmp_path / "in", "good.csv", GOOD)
    for command in (["log"], ["import", str(table)]):
        result = CliRunner().invoke(app, [*command, "--data", str(path)])
        assert result.exit_code == 3 and str(path) in result.stderr


def test_a_broken_version_is_told_as_such(run: Run, data: Path) -> None:
    shutil.rmtree(data / "versions" / "000001" / "store")
    result = run("trace", REGULATION)
    assert result.exit_code == 3 and "000001" in result.stderr
    assert run("verify").exit_code == 1


@pytest.mark.parametrize("command", ["serve", "demo"])
def test_a_port_in_use_is_named_before_anything_is_built(tmp_path: Path, command: str) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = str(other.getsockname()[1])
        result = CliRunner().invoke(app, [command, "--port", port, "--data", str(tmp_path / "data")])
    assert result.exit_code == 3 and port in result.stderr and "đang được chương trình khác dùng" in result.stderr
    assert not (tmp_path / "data").exists()


def test_an_address_of_another_machine_cannot_be_listened_on(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["serve", "--host", "192.0.2.1", "--data", str(tmp_path)])
    assert result.exit_code == 3 and "192.0.2.1" in result.stderr


def test_an_export_that_cannot_be_written_leaves_the_old_file(run: Run, tmp_path: Path) -> None:
    assert run("export", "nquads", "--out", str(tmp_path / "no" / "graph.nq")).exit_code == 2
    out = write(tmp_path / "in", "graph.nq", b"old")
    assert run("export", "nquads", "--as-known", "9", "--out", str(out)).exit_code == 2
    assert out.read_bytes() == b"old" and list(out.parent.iterdir()) == [out]


def test_a_setting_that_cannot_be_read_is_wrong_use(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MANDATE_ROW_LIMIT", "many")
    result = run("sparql", "SELECT * { ?s ?p ?o } LIMIT 1")
    assert result.exit_code == 2 and "MANDATE_ROW_LIMIT" in result.stderr
