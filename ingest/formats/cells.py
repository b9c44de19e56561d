"""The cells of a workbook as they are shown, where the tables have a form of their own for that. Engine: openpyxl."""

import datetime
import re
import zipfile
from typing import Any

_ZEROS = re.compile(r"0+")
_UNSHOWN = re.compile(r"\"[^\"]*\"|\\.|\[[^\]]*\]|[_*].")  # of a number format: words, colours, locales, padding
_CONTROL = re.compile(r"_x00[01][0-9A-F]_")  # how a workbook writes control characters: _x000D_
_TIME = frozenset("hs")
_NO_VALUE = re.compile(
    rb'<c\b(?![^>]*\bt="str")[^>]*\br="([A-Z]+\d+)"[^>]*>\s*<f\b[^>]*(?:/>|>[^<]*</f>)\s*(?:<v\s*/>|<v></v>)?\s*</c>'
)


def cell_text(cell: Any) -> str:
    """Days in ISO form, as exact as the format of the cell shows them: 2023-09-05, 2023-09, 2023; codes with zeros."""
    value = cell.value
    if value is None:
        return ""
    shown = (cell.number_format or "").partition(";")[0]  # what follows is for negative numbers, zero and text
    if isinstance(value, datetime.datetime):
        return _day(value, frozenset(_UNSHOWN.sub("", shown).lower()))
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, int) and not isinstance(value, bool) and _ZEROS.fullmatch(shown):
        return str(value).zfill(len(shown))
    return _CONTROL.sub(" ", str(value)).strip()


def is_struck(cell: Any) -> bool:
    """Whether the words of a cell are crossed out, as stewards mark who is no longer on a list."""
    return cell.value is not None and bool(cell.has_style and cell.font and cell.font.strike)


def without_value(archive: zipfile.ZipFile, sheet: Any) -> str:
    """The first cell of a sheet whose formula was never computed: B3; "" if there is none."""
    found = _NO_VALUE.search(archive.read(sheet._worksheet_path))
    return found[1].decode() if found else ""


def _day(value: datetime.datetime, shown: frozenset[str]) -> str:
    """`shown` are the letters of the format. A month typed as 9/2023 is stored as its first day, which nobody said."""
    if shown & _TIME:
        return value.date().isoformat() if value.time() == datetime.time() else value.isoformat()
    if "y" in shown and "d" not in shown:
        return f"{value:%Y-%m}" if "m" in shown else f"{value:%Y}"
    return value.date().isoformat()
