"""A table with columns of its own is read as one of ours, as a mapping says, each statement with its cell."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from openpyxl.utils import get_column_letter
from pyoxigraph import Quad

from ingest.imports import Importer
from ingest.known import Known
from ingest.reading import SourceReader
from ingest.tables.preview import Preview, preview
from ingest.tables.registry import mapping_of
from ingest.tables.rows import letter
from ontology.errors import SourceError, SourceMalformed, SourceUnreadable
from ontology.terms import local_name

Write = Callable[[str, str], Path]
BODY = "Ban Chỉ đạo phòng, chống tham nhũng, tiêu cực tỉnh Lào Cai"
NEWS = "Ngày 12/5/2021, đồng chí Lê Văn Mẫu, Bí thư Tỉnh ủy Lào Cai chủ trì Hội nghị sơ kết công tác nội chính.\n"
TABLE = 'table = "holdings"\n'
CONSTANT = f'[constants]\nbody = "{BODY}"\n'


def known() -> Known:
    found = Known()
    found.name("https://w3id.org/mandate-graph/id/body/lao-cai", BODY)
    return found


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    """Members on a sheet of two, below a title, the body in a cell merged over the rows."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Danh sách"
    sheet["A1"] = "DANH SÁCH THÀNH VIÊN"
    for row in (
        [],
        ["TT", "Họ và tên", "Chức vụ", "Cơ quan", "Từ ngày", "Quyết định số"],
        [1, "Đồng chí Lê Văn Mẫu", "Trưởng ban", BODY, date(2023, 9, 5), ""],
        [2, "Đỗ Thị Sen", "TB", None, "6/9/2023", ""],
        [3, "Hà Văn Tư", "Ủy viên", None, "9/2023", ""],
    ):
        sheet.append(row)
    sheet.merge_cells("D4:D6")
    book.create_sheet("Ghi chú").append(["ngoài bảng"])
    path = tmp_path / "thanh-vien.xlsx"
    book.save(path)
    return path


def rows_of(path: Path, mapping: str) -> list[dict[str, str]]:
    return [dict(row.cells) for row in preview(path, path.name, mapping, known()).rows]


def holdings(path: Path, mapping: str) -> tuple[set[tuple[str, ...]], set[str]]:
    """(name, role, first day) of each holding, and the cells that the evidence names."""
    reader = SourceReader(known(), mappings={path: mapping_of(mapping, "m.toml")})
    quads = [quad for graph in reader.read([path], {}, lambda *_: None).graphs for quad in graph.quads()]
    told: dict[str, dict[str, Quad]] = {}
    for quad in quads:
        told.setdefault(str(quad.subject), {})[local_name(quad.predicate.value)] = quad
    names = {s: said["prefLabel"].object.value for s, said in told.items() if "prefLabel" in said}  # type: ignore[union-attr]
    found = {
        (names[str(said["heldBy"].object)], str(said["inPosition"].object), said["from"].object.value)  # type: ignore[union-attr]
        for said in told.values()
        if "heldBy" in said and "from" in said
    }
    cells = {said["locator"].object.value for said in told.values() if "locator" in said}  # type: ignore[union-attr]
    return {(name, day) for name, _, day in found}, cells


MEMBERS = f"""{TABLE}sheet = "Danh sách"
fill = ["body"]
[columns]
person = "Họ và tên"
role = "Chức vụ"
body = "Cơ quan"
from = "Từ ngày"
[values.role]
TB = "Trưởng ban"
"""


def test_a_steward_s_sheet_becomes_holdings_with_the_cells_that_say_so(workbook: Path) -> None:
    found, cells = holdings(workbook, MEMBERS)
    assert found == {("Lê Văn Mẫu", "2023-09-05"), ("Đỗ Thị Sen", "2023-09-06"), ("Hà Văn Tư", "2023-09")}
    assert {"Danh sách!B4", "Danh sách!C5", "Danh sách!E6"} <= cells


def test_the_mapping_of_a_sheet_is_proposed_from_its_header(workbook: Path) -> None:
    proposed = preview(workbook, workbook.name, "", known(), "Danh sách")
    assert proposed.table == "members" and not proposed.missing
    told = mapping_of(proposed.mapping, "m.toml")
    assert (told.sheet, told.header) == ("Danh sách", 3)
    assert dict(told.columns) == {
        "person": ("Họ và tên",),
        "posts": ("Chức vụ",),
        "body": ("Cơ quan",),
        "from": ("Từ ngày",),
        "appointed_by": ("Quyết định số",),
    }


def test_a_csv_file_as_a_spreadsheet_saves_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    lines = ["DANH SÁCH", "", "STT;Họ tên;Chức danh;Đơn vị", f'1;"Lê Văn Mẫu";Trưởng ban;"{BODY}"', ""]
    path.write_bytes(b"\xef\xbb\xbf" + "\r\n".join(lines).encode())
    proposed = preview(path, path.name, "", known())
    assert [row["person"] for row in proposed.rows] == ["Lê Văn Mẫu"] and 'delimiter = ";"' in proposed.mapping
    assert proposed.rows[0].locator("person") == "B4"
    assert proposed.rows[0].raw == lines[3] and not proposed.issues


def test_what_no_column_says_is_asked_for(write: Write) -> None:
    path = write("a.csv", "Chức vụ,Từ ngày\nTrưởng ban,5/9/2023\n")
    proposed = preview(path, path.name, "", known())
    assert proposed.missing == ("person",) and 'person = ""' in proposed.mapping and not proposed.rows
    completed = proposed.mapping.replace('person = ""', 'person = "Đồng chí LÊ VĂN MẪU"')
    assert rows_of(path, completed)[0]["person"] == "Lê Văn Mẫu"


def test_a_table_that_sounds_like_none_of_ours_gets_no_proposal(write: Write) -> None:
    path = write("a.csv", "x,y\n1,2\n")
    assert preview(path, path.name, "", known()) == Preview("")


def test_columns_may_be_letters_and_read_together(write: Write) -> None:
    path = write("a.csv", "Họ đệm,Tên,Chức vụ\nLê Văn,Mẫu,Trưởng ban\n")
    mapping = f'{TABLE}header = 1\n[columns]\nperson = ["A", "Tên"]\nrole = "C"\n{CONSTANT}'
    assert rows_of(path, mapping)[0]["person"] == "Lê Văn Mẫu"


@pytest.mark.parametrize("printed", ["Ho\u0323 va\u0300 te\u0302n", "HỌ VÀ TÊN", "Họ  và tên"])
def test_a_column_is_found_however_its_name_is_typed(write: Write, printed: str) -> None:
    path = write("a.csv", f"{printed},Chức vụ\nLê Văn Mẫu,Trưởng ban\n")
    mapping = f'{TABLE}[columns]\nperson = "Họ và tên"\nrole = "Chức vụ"\n{CONSTANT}'
    assert rows_of(path, mapping)[0]["person"] == "Lê Văn Mẫu"


@pytest.mark.parametrize(
    ("column", "printed", "read"),
    [
        ("from", "5/9/2023", "2023-09-05"),
        ("from", "ngày 05-09-2023", "2023-09-05"),
        ("from", "tháng 9/2023", "2023-09"),
        ("from", "2023-09-05", "2023-09-05"),
        ("from", "hôm qua", "hôm qua"),
        ("appointed_by", "Quyết định số 25-QĐ/TU", "25-QĐ/TU"),
        ("appointed_by", "25-QĐ/TU", "25-QĐ/TU"),
        ("person", "Đ/c Lê Văn Mẫu", "Lê Văn Mẫu"),
    ],
)
def test_cells_are_read_as_stewards_write_them(column: str, printed: str, read: str) -> None:
    assert mapping_of(f'{TABLE}[columns]\nperson = "A"\n', "m.toml").cell(column, printed) == read


def test_what_cannot_be_read_is_named_by_its_cell(write: Write) -> None:
    path = write("a.csv", "Họ và tên,Chức vụ,Từ ngày\nLê Văn Mẫu,Trưởng ban,hôm qua\nĐỗ Thị Sen,PTB,\n")
    mapping = f'{TABLE}[columns]\nperson = "Họ và tên"\nrole = "Chức vụ"\nfrom = "Từ ngày"\n{CONSTANT}'
    issues = preview(path, path.name, mapping, known()).issues
    assert [(issue.code, issue.locator) for issue in issues] == [("bad-date", "C2"), ("unknown-role", "B3")]


@pytest.mark.parametrize(
    ("mapping", "said"),
    [
        ("table = ", "Invalid value"),
        ('table = "people"\n', "no table 'people'"),
        (f'{TABLE}colour = "red"\n', "'colour' is nothing"),
        (f"{TABLE}", "names no column"),
        (f'{TABLE}[columns]\npersons = "A"\n', "has no column 'persons'"),
        (f'{TABLE}header = 0\n[columns]\nperson = "A"\n', "header is no row number"),
        (f'{TABLE}delimiter = ";;"\n[columns]\nperson = "A"\n', "not one character"),
        (f'{TABLE}columns = "A"\n', "is no table"),
        ("#" * 70_000, "no table ''"),
    ],
)
def test_a_mapping_that_is_none_is_refused_with_what_is_wrong(mapping: str, said: str) -> None:
    with pytest.raises(SourceMalformed) as caught:
        mapping_of(mapping, "m.toml")
    assert said in str(caught.value) and caught.value.message_vi.startswith("m.toml: ") and caught.value.hint


def test_a_quote_that_is_never_closed_is_refused_with_its_line(write: Write) -> None:
    path = write("a.csv", 'Họ và tên,Chức vụ\nHà Văn Tư,TB\n"Lê Văn Mẫu,Trưởng ban\nĐỗ Thị Sen,Ủy viên\n')
    with pytest.raises(SourceMalformed, match="line 3: a quote"):
        rows_of(path, f'{TABLE}[columns]\nperson = "Họ và tên"\nrole = "Chức vụ"\n{CONSTANT}')


@pytest.mark.parametrize(
    ("mapping", "said"),
    [
        (f'{TABLE}[columns]\nperson = "Ho ten"\n', "Ho ten"),
        (f'{TABLE}header = 9\n[columns]\nperson = "A"\n', "9"),
        (f'{TABLE}header = 1\n[columns]\nperson = "Họ và tên"\nrole = "Vai"\n', "Vai"),
    ],
)
def test_a_file_without_the_columns_of_the_mapping_is_refused(write: Write, mapping: str, said: str) -> None:
    path = write("a.csv", "Họ và tên,Chức vụ\nLê Văn Mẫu,Trưởng ban\n")
    with pytest.raises(SourceMalformed) as caught:
        rows_of(path, mapping)
    assert said in str(caught.value) and "Chức vụ" in str(caught.value) and caught.value.hint_vi


def test_a_sheet_that_is_not_there_is_refused_with_those_that_are(workbook: Path) -> None:
    with pytest.raises(SourceUnreadable) as caught:
        rows_of(workbook, MEMBERS.replace("Danh sách", "Bảng 1"))
    assert "Danh sách, Ghi chú" in caught.value.hint


def test_a_text_has_no_preview(write: Write) -> None:
    with pytest.raises(SourceError, match="no table"):
        rows_of(write("a.txt", "Chữ"), "")


def test_the_mapping_goes_with_the_bytes(importer: Importer, write: Write, workbook: Path) -> None:
    bodies = write(
        "bodies.csv",
        "name_vi,name_en,kind,level,place_code,abbreviations,established,dissolved,successor,established_by,source\n"
        "Ban Mẫu,,party_department,central,,,,,,,x\nBan Tư,,party_department,central,,,,,,,x\n",
    )
    importer.publish(importer.stage([bodies]).id)
    mapping = MEMBERS.replace('body = "Cơ quan"\n', "").replace('fill = ["body"]\n', "")
    of = {name: f'{mapping}[constants]\nbody = "{name}"\n' for name in ("Ban Mẫu", "Ban Tư")}
    first = importer.stage([workbook], mapping=of["Ban Mẫu"])
    assert first.files[0].facts["Holding"] == 3 and not first.issues
    assert importer.read_again(first.id) == first
    importer.publish(first.id)
    assert importer.stage([workbook], mapping=of["Ban Mẫu"]).status == "unchanged"
    other = importer.stage([workbook], mapping=of["Ban Tư"])
    assert other.status == "staged" and other.removed


def test_what_was_refused_in_a_table_is_told_once_however_often_it_is_read(importer: Importer, write: Write) -> None:
    first = importer.stage([write("p.csv", "role,body,source\nTrưởng ban,Không có,x\n"), write("b.txt", NEWS)])
    assert importer.read_again(first.id).issues == first.issues == 1


def test_a_sheet_of_ours_names_its_cells_too(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["role", "body", "source"])
    sheet.append(["Không có", BODY, "x"])
    path = tmp_path / "p.xlsx"
    book.save(path)
    reading = SourceReader(known()).read([path], {}, lambda *_: None)
    assert [issue.locator for issue in reading.issues] == ["Sheet!A2"]


def test_columns_are_lettered_as_in_spreadsheets() -> None:
    assert [letter(i) for i in range(800)] == [get_column_letter(i + 1) for i in range(800)]
