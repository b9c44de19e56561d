"""The one filled sheet of a workbook, as the CSV text that a steward would have saved. Engine: openpyxl."""

import csv
import datetime
import io
import re
from collections.abc import Iterator
from typing import Any

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException

from ingest.formats.archive import refuse_bomb
from ingest.formats.content import Content
from ingest.formats.errors import damaged
from ontology.text import nfc

_ZEROS = re.compile(r"0+")


def read_xlsx(data: bytes, name: str) -> Content:
    """Raises SourceUnreadable for what is no workbook, and for a workbook with more than one filled sheet."""
    refuse_bomb(data, name)
    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        filled = [rows for sheet in book.worksheets if (rows := list(_rows(sheet)))]
    except (InvalidFileException, KeyError, ValueError) as error:
        raise damaged(name, "it is no workbook (.xlsx)", "không phải sổ tính (.xlsx)") from error
    if len(filled) != 1:
        raise damaged(
            name,
            f"{len(filled)} of its sheets have cells; one is read",
            f"có {len(filled)} trang tính chứa dữ liệu; chỉ đọc một",
            hint="save each sheet as a file of its own",
            hint_vi="lưu mỗi trang tính thành một tệp riêng",
        )
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(filled[0])
    return Content(nfc(text.getvalue()))


def _rows(sheet: Any) -> Iterator[list[str]]:
    """The rows from the first filled one on, as wide as that: what stands right of the header belongs to no column."""
    width = 0
    for row in sheet.iter_rows():
        cells = [_text(cell) for cell in row]
        while cells and not cells[-1] and len(cells) > width:
            cells.pop()
        width = width or len(cells)
        if any(cells):
            yield cells + [""] * (width - len(cells))


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
