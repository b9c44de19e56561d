"""Reference tables: what a row states, with which evidence and rank, and what is said of a bad cell."""

import re
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, Quad
from rdflib import RDF

from ingest.demo import reference_tables
from ingest.issues import Issue
from ingest.known import Known
from ingest.readers import read_source
from ingest.reading import SourceReader
from ingest.tables.registry import NAMED, table_of
from ingest.tables.rows import read_rows
from ontology.errors import SourceMalformed
from ontology.identifiers import body_iri, document_iri
from ontology.terms import MG

BODIES = "name_vi,name_en,kind,level,place_code,abbreviations,established,dissolved,successor,established_by,source\n"
KINDS = "name_vi,name_en,kind,level,aliases,agreed_by,source\n"


def read_tables(paths: list[Path]) -> tuple[list[Quad], list[Issue]]:
    """The quads and issues of the tables, which are read as the tables of one import."""
    reading = SourceReader(Known()).read(paths, {}, lambda *_: None)
    return [quad for graph in reading.graphs for quad in graph.quads()], reading.issues


def instances(quads: list[Quad], class_name: str) -> set[str]:
    wanted = NamedNode(str(MG[class_name]))
    return {str(q.subject.value) for q in quads if q.predicate.value == str(RDF.type) and q.object == wanted}  # type: ignore[union-attr]


@pytest.fixture(scope="module")
def shipped() -> tuple[list[Quad], list[Issue]]:
    return read_tables(reference_tables())


def test_the_shipped_tables_are_read_without_a_single_issue(shipped: tuple[list[Quad], list[Issue]]) -> None:
    assert shipped[1] == []


@pytest.mark.parametrize(
    ("class_name", "count"),
    [
        ("SteeringCommittee", 67),
        ("Place", 86),
        ("Congress", 4),
        ("Term", 4),
        ("Plenum", 18),
        ("Merger", 25),
        ("Renaming", 2),
        ("Dissolution", 3),
        ("Foundation", 8),
        ("Position", 50),
        ("Holding", 30),
    ],
)
def test_the_shipped_tables_hold_what_they_are_known_to_hold(
    shipped: tuple[list[Quad], list[Issue]], class_name: str, count: int
) -> None:
    assert len(instances(shipped[0], class_name)) == count


def test_two_documents_with_one_number_stay_two(shipped: tuple[list[Quad], list[Issue]]) -> None:
    resolutions = instances(shipped[0], "Resolution")
    assert {document_iri("18-NQ/TW", "2017-10-25"), document_iri("18-NQ/TW", "2022-06-16")} <= resolutions


def test_a_row_quotes_itself_and_its_quote_stands_at_its_offsets(tmp_path: Path) -> None:
    path = tmp_path / "bodies.csv"
    path.write_text(BODIES + "Ban Thử nghiệm,,party_department,central,,BTN,2020-01-02,,,,sổ tay\n", "utf-8")
    source = read_source(path)
    quads, issues = read_tables([path])
    spans = {
        name: {str(q.subject): str(q.object.value) for q in quads if q.predicate.value == str(MG[name])}  # type: ignore[union-attr]
        for name in ("start", "end", "quote")
    }
    assert issues == [] and spans["quote"]
    for evidence, quote in spans["quote"].items():
        assert source.text[int(spans["start"][evidence]) : int(spans["end"][evidence])] == quote


@pytest.mark.parametrize(
    ("cells", "code", "column"),
    [
        ("Ban Thử nghiệm,,party_department,central,,,2020-13-02,,,,sổ tay", "bad-date", "established"),
        ("Ban Thử nghiệm,,phòng ban,central,,,,,,,sổ tay", "bad-value", "kind"),
        ("Ban Thử nghiệm,,party_department,central,99,,,,,,sổ tay", "unknown-name", "place_code"),
        ("Ban Thử nghiệm,,party_department,central,,,,,Ban Chưa biết,,sổ tay", "unknown-name", "successor"),
        (",,party_department,central,,,,,,,sổ tay", "missing-cell", "name_vi"),
    ],
)
def test_a_bad_cell_is_an_issue_that_names_its_row_and_column(
    tmp_path: Path, cells: str, code: str, column: str
) -> None:
    path = tmp_path / "bodies.csv"
    path.write_text(BODIES + cells + "\n", "utf-8")
    issues = read_tables([path])[1]
    assert [(i.code, i.locator) for i in issues] == [(code, f"line 2, column {column}")]
    assert issues[0].quote and issues[0].message_vi and issues[0].hint_en


def test_a_bad_cell_does_not_take_the_rest_of_its_row_along(tmp_path: Path) -> None:
    path = tmp_path / "bodies.csv"
    path.write_text(BODIES + "Ban Thử nghiệm,,party_department,central,,,2020-13-02,2024-05-06,,,sổ tay\n", "utf-8")
    quads = read_tables([path])[0]
    ended = [str(q.object.value) for q in quads if q.predicate.value == str(MG.existsTo)]  # type: ignore[union-attr]
    assert ended == ["2024-05-06"] and body_iri("Ban Thử nghiệm") in instances(quads, "PartyDepartment")


def test_a_source_that_begins_with_unverified_gives_unverified_claims(tmp_path: Path) -> None:
    path = tmp_path / "bodies.csv"
    rows = "Ban A,,other,central,,,2020,,,,unverified: memory\nBan B,,other,central,,,2021,,,,công báo\n"
    path.write_text(BODIES + rows, "utf-8")
    ranks = [str(q.object) for q in read_tables([path])[0] if q.predicate.value == str(MG.claimRank)]
    assert {r.rsplit("/", 1)[-1].rstrip(">") for r in ranks} == {"stated", "unverified"}


def test_a_quoted_cell_with_a_line_break_keeps_the_offsets_right(tmp_path: Path) -> None:
    path = tmp_path / "kinds.csv"
    path.write_text(KINDS + '"Hội đồng\nmẫu",,council,province,,,sổ tay\nBan mẫu,,other,province,,,sổ tay\n', "utf-8")
    source = read_source(path)
    rows = list(read_rows(source))
    assert [source.text[r.start : r.end] for r in rows] == [r.raw for r in rows]
    assert rows[1].raw.startswith("Ban mẫu")


@pytest.mark.parametrize("row", ["một,hai", "a,b,c,d,e,f,g,h", '"không đóng'])
def test_a_row_that_breaks_the_table_is_named_by_its_line(tmp_path: Path, row: str) -> None:
    path = tmp_path / "kinds.csv"
    path.write_text(KINDS + row + "\n", "utf-8")
    with pytest.raises(SourceMalformed, match="line 2") as caught:
        list(read_rows(read_source(path)))
    assert caught.value.facts["line"] == 2


def test_no_two_tables_have_the_same_columns() -> None:
    assert len({table.columns for table in NAMED.values()}) == len(NAMED)


def test_the_documentation_names_the_columns_of_every_table_and_of_no_other() -> None:
    page = (Path(__file__).parent.parent.parent / "docs" / "import.md").read_text("utf-8")
    head, _, described = page.partition("### What the columns hold")
    rows = re.findall(r"^\| [\w ]+ \| ([\w, ]+, source) \|$", head, re.MULTILINE)
    assert sorted(sorted(row.split(", ")) for row in rows) == sorted(sorted(table.columns) for table in NAMED.values())
    explained = {name for cell in re.findall(r"^\| ([^|]+) \|", described, re.MULTILINE) for name in cell.split(", ")}
    named = {column for table in NAMED.values() for column in table.columns}
    assert named - explained == {"kind"}  # has a row for each thing that it is the kind of


def test_columns_may_stand_in_any_order() -> None:
    assert table_of(tuple(reversed(sorted(NAMED["provinces"].columns)))) is NAMED["provinces"]
    assert table_of(("number", "kind")) is None
