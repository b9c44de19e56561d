"""The one filled sheet of a workbook, as the CSV text that a steward would have saved. Engine: openpyxl."""

import csv
import datetime
import io
import re
from collections.abc import Iterator
from itertools import accumulate
from typing import Any

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException

from ingest.formats.archive import refuse_bomb
from ingest.formats.content import Content
from ingest.formats.errors import damaged
from ontology.errors import SourceUnreadable
from ontology.text import nfc

_ZEROS = re.compile(r"0+")


def read_xlsx(data: bytes, name: str, sheet: str = "") -> Content:
    """The sheet of that name, else the only one with cells; places are those of its rows: Danh sách!7.

    Raises SourceUnreadable for what is no workbook, and for one without that sheet or with several filled ones.
    """
    refuse_bomb(data, name)
    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        if sheet and sheet not in book.sheetnames:
            raise _no_sheet(name, sheet, book.sheetnames)
        sheets = [book[sheet]] if sheet else book.worksheets
        filled = [(one.title, rows) for one in sheets if (rows := list(_rows(one)))]
    except (InvalidFileException, KeyError, ValueError) as error:
        raise damaged(name, "it is no workbook (.xlsx)", "không phải sổ tính (.xlsx)") from error
    if len(filled) != 1:
        raise _no_one_sheet(name, [nfc(title) for title, _ in filled])
    title, rows = filled[0]
    lines = [(number, nfc(_line(cells))) for number, cells in rows]
    starts = accumulate((len(line) for _, line in lines), initial=0)
    places = tuple((start, f"{nfc(title)}!{number}") for start, (number, _) in zip(starts, lines, strict=False))
    return Content("".join(line for _, line in lines), places, sheets=tuple(map(nfc, book.sheetnames)))


def _line(cells: list[str]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerow(cells)
    return text.getvalue()


def _no_one_sheet(name: str, filled: list[str]) -> SourceUnreadable:
    listed = f": {', '.join(filled)}" if filled else ""
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
    for number, row in enumerate(sheet.iter_rows(), 1):
        cells = [_text(cell) for cell in row]
        while cells and not cells[-1] and len(cells) > width:
            cells.pop()
        width = width or len(cells)
        if any(cells):
            yield number, cells + [""] * (width - len(cells))


def _text(cell: Any) -> str:
    """The cell as it is shown, where the tables have a form of their own: days in ISO form, codes with their zeros."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, datetime.datetime):
        return value.date().isoformat() if value.time() == datetime.time() else value.isoformat()
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, int) and not isinstance(value, bool) and _ZEROS.fullmatch(cell.number_format or ""):
        return str(value).zfill(len(cell.number_format))
    return str(value).strip()
