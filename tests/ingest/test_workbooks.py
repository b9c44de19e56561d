"""Workbooks by another writer than the reader's library: what their cells show is what is read, each with its place."""

import io
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter

from ingest.known import Known
from ingest.readers import SourceText, read_source
from ingest.tables.preview import Preview, preview
from ontology.errors import SourceUnreadable

BODY = "Ban Chỉ đạo phòng, chống tham nhũng, tiêu cực tỉnh Lào Cai"
DAY = datetime(2023, 9, 5)
HEADER = ("Họ và tên", "Chức vụ", "Cơ quan", "Từ ngày")
WRITERS: list[dict[str, Any]] = [{}, {"constant_memory": True}, {"use_zip64": True}, {"date_1904": True}]
Fill = Callable[[xlsxwriter.Workbook, Any], None]


@pytest.fixture
def workbook(tmp_path: Path) -> Callable[..., Path]:
    """Writes a workbook: `fill` gets the book and its sheet "Danh sách"; options are those of the writer."""

    def write(fill: Fill, **options: Any) -> Path:
        path = tmp_path / "a.xlsx"
        with xlsxwriter.Workbook(path, options) as book:
            fill(book, book.add_worksheet("Danh sách"))
        return path

    return write


def read(path: Path, sheet: str = "") -> SourceText:
    return read_source(path, sheet=sheet)


def look(path: Path, mapping: str = "") -> Preview:
    known = Known()
    known.name("https://w3id.org/mandate-graph/id/body/lao-cai", BODY)
    return preview(path, path.name, mapping, known)


def shown_as(number_format: str, value: datetime | float) -> Fill:
    """Fills A2 with the value in that format."""

    def fill(book: xlsxwriter.Workbook, sheet: Any) -> None:
        sheet.write(0, 0, "x")
        sheet.write(1, 0, value, book.add_format({"num_format": number_format}))

    return fill


def members(book: xlsxwriter.Workbook, sheet: Any) -> None:
    """A title merged over the width, rich names, the body merged over the rows, days as serial numbers."""
    bold, day = book.add_format({"bold": True}), book.add_format({"num_format": "dd/mm/yyyy"})
    month = book.add_format({"num_format": "mm/yyyy"})
    sheet.write(0, 0, "DANH SÁCH THÀNH VIÊN")
    sheet.write_row(2, 0, HEADER)
    sheet.write_rich_string(3, 0, "Đồng chí ", bold, "Lê Văn", " Mẫu")
    sheet.write_row(3, 1, ["Trưởng ban", BODY])
    sheet.write_datetime(3, 3, DAY, day)
    sheet.write(4, 0, "Đỗ Thị Sen")
    sheet.write_formula(4, 1, '="Trưởng "&"ban"', None, "Trưởng ban")
    sheet.write_datetime(4, 3, datetime(2023, 9, 1), month)


MAPPING = """table = "holdings"
fill = ["body"]
[columns]
person = "Họ và tên"
role = "Chức vụ"
body = "Cơ quan"
from = "Từ ngày"
"""


@pytest.mark.parametrize("options", WRITERS, ids=["shared", "inline", "zip64", "1904"])
def test_a_table_is_the_same_however_its_strings_and_days_are_stored(
    workbook: Callable[..., Path], options: dict[str, Any]
) -> None:
    found = look(workbook(members, **options), MAPPING)
    cells = [(row["person"], row["role"], row["body"], row["from"]) for row in found.rows]
    assert cells == [("Lê Văn Mẫu", "Trưởng ban", BODY, "2023-09-05"), ("Đỗ Thị Sen", "Trưởng ban", BODY, "2023-09")]
    assert found.issues == () and found.header == 3
    assert found.rows[1].at["from"] == "Danh sách!D5"


def test_merged_cells_hold_what_stands_in_their_first(workbook: Callable[..., Path]) -> None:
    def fill(book: xlsxwriter.Workbook, sheet: Any) -> None:
        sheet.merge_range("A1:D1", "DANH SÁCH", book.add_format({"align": "center"}))
        sheet.write_row(1, 0, HEADER)
        sheet.write_row(2, 0, ["Lê Văn Mẫu", "Trưởng ban"])
        sheet.write_row(3, 0, ["Đỗ Thị Sen", "Trưởng ban"])
        sheet.merge_range("C3:C4", BODY)

    found = look(workbook(fill), MAPPING)
    assert [row["body"] for row in found.rows] == [BODY, BODY] and found.issues == ()


@pytest.mark.parametrize("epoch", [False, True], ids=["1900", "1904"])
@pytest.mark.parametrize(
    ("number_format", "read_as"),
    [
        ("dd/mm/yyyy", "2023-09-05"),
        ("[$-42A]dd mmmm yyyy;@", "2023-09-05"),
        ('"ngày" dd "tháng" mm "năm" yyyy', "2023-09-05"),
        ("d\\-m\\-yy", "2023-09-05"),
        ("d/m", "2023-09-05"),
        ("dd/mm/yyyy hh:mm", "2023-09-05"),
        ("mm/yyyy", "2023-09"),
        ("mmm-yy", "2023-09"),
        ('"tháng" m/yyyy', "2023-09"),
        ("[$-1042A]m/yyyy;@", "2023-09"),
        ("yyyy", "2023"),
        ('"năm" yyyy', "2023"),
    ],
)
def test_a_day_is_as_exact_as_its_cell_shows(
    workbook: Callable[..., Path], number_format: str, read_as: str, epoch: bool
) -> None:
    assert read(workbook(shown_as(number_format, DAY), date_1904=epoch)).text == f"x\n{read_as}\n"


@pytest.mark.parametrize(
    ("number_format", "read_as"), [("dd/mm/yyyy", "2023-09-05"), ("dd/mm/yyyy hh:mm", "2023-09-05T14:30:00")]
)
def test_a_time_counts_where_it_is_shown(workbook: Callable[..., Path], number_format: str, read_as: str) -> None:
    half_past_two = datetime(2023, 9, 5, 14, 30)
    assert read(workbook(shown_as(number_format, half_past_two))).text == f"x\n{read_as}\n"


@pytest.mark.parametrize(
    ("number_format", "value", "read_as"),
    [
        ("00", 4, "04"),
        ("00000;;", 268, "00268"),
        ("@", 4, "4"),
        ("General", 2023, "2023"),
        ('"ĐP"00', 4, "4"),
        ("0.0", 1.5, "1.5"),
    ],
)
def test_a_code_keeps_the_zeros_of_its_format(
    workbook: Callable[..., Path], number_format: str, value: float, read_as: str
) -> None:
    assert read(workbook(shown_as(number_format, value))).text == f"x\n{read_as}\n"


def test_a_number_that_is_no_day_is_named_by_its_cell(workbook: Callable[..., Path]) -> None:
    def fill(book: xlsxwriter.Workbook, sheet: Any) -> None:
        sheet.write_row(0, 0, HEADER)
        sheet.write_row(1, 0, ["Lê Văn Mẫu", "Trưởng ban", BODY])
        sheet.write_number(1, 3, 9e9, book.add_format({"num_format": "dd/mm/yyyy"}))

    assert [(i.code, i.locator) for i in look(workbook(fill), MAPPING).issues] == [("error-cell", "Danh sách!D2")]


def test_the_values_of_formulas_are_read_and_their_errors_refused_by_cell(workbook: Callable[..., Path]) -> None:
    def fill(book: xlsxwriter.Workbook, sheet: Any) -> None:
        sheet.write_row(0, 0, HEADER)
        sheet.write_formula("A2", "=VLOOKUP(1,F:G,2,0)", None, "#N/A")
        sheet.write_formula("A3", '="Lê Văn "&"Mẫu"', None, "Lê Văn Mẫu")
        sheet.write_formula("D3", "=TODAY()", book.add_format({"num_format": "dd/mm/yyyy"}), 45174)
        for row in (1, 2):
            sheet.write_row(row, 1, ["Trưởng ban", BODY])

    found = look(workbook(fill), MAPPING)
    codes = [(issue.code, issue.locator) for issue in found.issues]
    assert codes == [("error-cell", "Danh sách!A2"), ("missing-cell", "Danh sách!A2")]
    assert "#N/A" in found.issues[0].message_vi and "#N/A" in found.issues[0].message_en
    assert [fact["value"] for fact in found.facts if fact["property"] == "heldBy"] == ["Lê Văn Mẫu"]
    assert found.rows[1]["from"] == "2023-09-05"


def test_a_formula_that_nobody_computed_refuses_the_file_by_its_cell(tmp_path: Path) -> None:
    book, stored = openpyxl.Workbook(), io.BytesIO()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Họ và tên", "Chức vụ"])
    sheet.append(["Lê Văn Mẫu", '="Trưởng "&"ban"'])
    book.save(stored)
    path = tmp_path / "a.xlsx"
    path.write_bytes(stored.getvalue())
    with pytest.raises(SourceUnreadable, match="Sheet!B2 has no value") as caught:
        read(path)
    assert caught.value.hint_vi


def test_a_formula_whose_value_is_blank_is_an_empty_cell(workbook: Callable[..., Path]) -> None:
    def fill(_: xlsxwriter.Workbook, sheet: Any) -> None:
        sheet.write_row(0, 0, ["a", "b"])
        sheet.write_formula(1, 0, '=" "', None, " ")
        sheet.write(1, 1, "y")

    assert read(workbook(fill)).text == "a,b\n,y\n"


@pytest.mark.parametrize("options", WRITERS[:2], ids=["shared", "inline"])
@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("e\u0302\u0301", "ế"),
        ("hai\ndòng", '"hai\ndòng"'),
        ("Lê\rMẫu", "Lê Mẫu"),
        ("  Mẫu ", "Mẫu"),
        ("<b>&amp;", "<b>&amp;"),
        ("001", "001"),
        ("=1+1", "=1+1"),
    ],
)
def test_a_text_is_read_as_it_is_shown(
    workbook: Callable[..., Path], written: str, read_as: str, options: dict[str, Any]
) -> None:
    path = workbook(lambda _, sheet: (sheet.write(0, 0, "x"), sheet.write_string(1, 0, written)), **options)
    assert read(path).text == f"x\n{read_as}\n"


def test_links_comments_and_tables_leave_the_words_of_their_cells(workbook: Callable[..., Path]) -> None:
    def fill(_: xlsxwriter.Workbook, sheet: Any) -> None:
        columns = [{"header": "Họ và tên"}, {"header": "Báo"}]
        sheet.add_table(0, 0, 2, 1, {"data": [["Lê Văn Mẫu", ""], ["Đỗ Thị Sen", "x"]], "columns": columns})
        sheet.write_url(1, 1, "https://bao.example/a", string="Bài báo")
        sheet.write_comment(1, 1, "xem lại")
        sheet.freeze_panes(1, 0)

    assert read(workbook(fill)).text == "Họ và tên,Báo\nLê Văn Mẫu,Bài báo\nĐỗ Thị Sen,x\n"


def with_more_sheets(book: xlsxwriter.Workbook, sheet: Any) -> None:
    """A list of choices on a hidden sheet, and a chart on one of its own."""
    sheet.write_column(0, 0, ["Số", 3, 5])
    sheet.set_row(2, None, None, {"hidden": True})
    choices = book.add_worksheet("Danh mục")
    choices.write_column(0, 0, ["Trưởng ban", "Phó Trưởng ban"])
    choices.hide()
    chart = book.add_chart({"type": "column"})
    chart.add_series({"values": "='Danh sách'!$A$2:$A$3"})
    book.add_chartsheet("Biểu đồ").set_chart(chart)


def test_a_hidden_sheet_stands_in_no_way_and_is_read_if_it_is_named(workbook: Callable[..., Path]) -> None:
    path = workbook(with_more_sheets)
    found = read(path)
    assert found.text == "Số\n3\n5\n" and found.content.sheets == ("Danh sách", "Danh mục")
    assert read(path, "Danh mục").text == "Trưởng ban\nPhó Trưởng ban\n"


def test_a_sheet_that_holds_a_chart_is_no_sheet_of_cells(workbook: Callable[..., Path]) -> None:
    with pytest.raises(SourceUnreadable, match="no sheet 'Biểu đồ'"):
        read(workbook(with_more_sheets), "Biểu đồ")


def test_a_sheet_is_found_however_the_marks_of_its_name_are_composed(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet("Ba\u0309ng").write(0, 0, "x")
    assert read(path, "Bảng").content.places == ((0, "Bảng!1"),)


def test_what_is_crossed_out_counts_as_empty(workbook: Callable[..., Path]) -> None:
    def fill(book: xlsxwriter.Workbook, sheet: Any) -> None:
        crossed = book.add_format({"font_strikeout": True})
        sheet.write_row(0, 0, HEADER[:2])
        sheet.write_row(1, 0, ("Lê Văn Mẫu", "Trưởng ban"))
        sheet.write_row(2, 0, ("Đỗ Thị Sen", "Ủy viên"), crossed)
        sheet.write(3, 0, "Hà Văn Tư")
        sheet.write(3, 1, "Ủy viên", crossed)

    assert read(workbook(fill)).text == "Họ và tên,Chức vụ\nLê Văn Mẫu,Trưởng ban\nHà Văn Tư,\n"


def test_a_cell_left_at_the_far_end_of_a_sheet_does_not_make_it_large(workbook: Callable[..., Path]) -> None:
    def fill(_: xlsxwriter.Workbook, sheet: Any) -> None:
        sheet.write_row(0, 0, HEADER[:2])
        sheet.write_row(1, 0, ("Lê Văn Mẫu", "Trưởng ban"))
        sheet.write(1_048_575, 0, "ô lạc")
        sheet.write_blank(1_048_575, 16_383, None, None)

    source = read(workbook(fill))
    assert source.text.splitlines()[:2] == ["Họ và tên,Chức vụ", "Lê Văn Mẫu,Trưởng ban"]
    assert source.content.place(source.text.index("ô lạc")) == "Danh sách!1048576"


def test_a_workbook_without_a_word_is_refused_as_empty(workbook: Callable[..., Path]) -> None:
    with pytest.raises(SourceUnreadable, match="no cells"):
        read(workbook(lambda book, sheet: None))
