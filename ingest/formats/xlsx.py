"""The one filled sheet of a workbook, as the CSV text that a steward would have saved. Engine: openpyxl."""

import csv
import io
import warnings
import zipfile
from collections.abc import Iterator
from itertools import accumulate
from typing import Any

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException

from ingest.formats.archive import refuse_bomb
from ingest.formats.cells import cell_text, is_struck, without_value
from ingest.formats.content import Content
from ingest.formats.errors import damaged
from ontology.errors import SourceUnreadable
from ontology.text import nfc


def read_xlsx(data: bytes, name: str, sheet: str = "") -> Content:
    """The sheet of that name, else the only visible one with cells; places are those of its rows: Danh sách!7.

    Raises SourceUnreadable for what is no workbook, for one without that sheet or with several filled ones, and for
    formulas that were never computed.
    """
    refuse_bomb(data, name)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what openpyxl leaves out, such as styles, or cannot show, such as #VALUE!
        try:
            book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
            there = {nfc(one.title): one for one in book.worksheets}
            if sheet and nfc(sheet) not in there:
                raise _no_sheet(name, sheet, list(there))
            chosen = [there[nfc(sheet)]] if sheet else [one for one in book.worksheets if one.sheet_state == "visible"]
            filled = [(one, rows) for one in chosen if (rows := list(_rows(one)))]
        except (InvalidFileException, KeyError, ValueError) as error:
            raise damaged(name, "it is no workbook (.xlsx)", "không phải sổ tính (.xlsx)") from error
    if not filled:
        raise damaged(name, "it has no cells that can be read", "sổ tính không có ô nào có chữ")
    if len(filled) != 1:
        raise _no_one_sheet(name, [nfc(one.title) for one, _ in filled])
    found, rows = filled[0]
    title = nfc(found.title)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if cell := without_value(archive, found):
            raise _not_computed(name, f"{title}!{cell}")
    lines = [(number, nfc(_line(cells))) for number, cells in rows]
    starts = accumulate((len(line) for _, line in lines), initial=0)
    places = tuple((start, f"{title}!{number}") for start, (number, _) in zip(starts, lines, strict=False))
    return Content("".join(line for _, line in lines), places, sheets=tuple(there))


def _line(cells: list[str]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerow(cells)
    return text.getvalue()


def _not_computed(name: str, cell: str) -> SourceUnreadable:
    return damaged(
        name,
        f"the formula in {cell} has no value, as no spreadsheet program has computed it",
        f"công thức ở ô {cell} chưa có giá trị vì chưa chương trình bảng tính nào tính",
        hint="open the workbook in a spreadsheet program, save it, and import that",
        hint_vi="mở sổ tính bằng chương trình bảng tính, lưu lại rồi nhập tệp mới",
    )


def _no_one_sheet(name: str, filled: list[str]) -> SourceUnreadable:
    listed = f": {', '.join(filled)}"
    return damaged(
        name,
        f"{len(filled)} of its sheets have cells; one is read",
        f"có {len(filled)} trang tính chứa dữ liệu; chỉ đọc một",
        hint=f"save each sheet as a file of its own, or name one in a mapping: sheet = …{listed}",
        hint_vi=f"lưu mỗi trang tính thành một tệp riêng, hoặc nêu một trang trong tệp ánh xạ: sheet = …{listed}",
        sheets=filled,
    )


def _no_sheet(name: str, sheet: str, there: list[str]) -> SourceUnreadable:
    listed = ", ".join(there)
    return damaged(
        name,
        f"it has no sheet {sheet[:60]!r}",
        f"không có trang tính {sheet[:60]!r}",
        hint=f"its sheets: {listed}",
        hint_vi=f"các trang tính: {listed}",
        sheets=there,
    )


def _rows(sheet: Any) -> Iterator[tuple[int, list[str]]]:
    """The rows from the first filled one on, each with its number: as wide as the first, or as far as cells go."""
    width = 0
    sheet.reset_dimensions()  # which count empty cells as far as the last that was ever touched
    for number, row in enumerate(sheet.iter_rows(), 1):
        cells = ["" if is_struck(cell) else cell_text(cell) for cell in row]
        while cells and not cells[-1] and len(cells) > width:
            cells.pop()
        width = width or len(cells)
        if any(cells):
            yield number, cells + [""] * (width - len(cells))
