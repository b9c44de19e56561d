"""A steward's own table read as one of ours: which columns of his are which of ours, as a TOML file says.

table = "holdings"          # a table of docs/import.md
sheet = "Danh sách"         # of a workbook; without it the only one with cells
header = 4                  # the row with the column names; without it the first that has all of them
delimiter = ";"             # of a CSV file; a comma if left out
fill = ["body"]             # columns whose empty cells mean the one above, as in merged cells
[columns]
person = "Họ và tên"        # a column name, a letter ("B"), or a list of them that are read together
role = "Chức vụ"
[constants]
body = "Ban Chỉ đạo …"
[values.role]               # what a cell of this column means
TB = "Trưởng ban"
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from ontology.errors import Hint, SourceMalformed, one_of
from ontology.spoken_names import without_honorific

_FORM: Hint = {
    "hint": "write table = …, [columns] ours = theirs, and if need be sheet, header, delimiter, fill, [constants], "
    "[values.COLUMN]; `mandate preview` proposes one",
    "hint_vi": "viết table = …, [columns] cột ta = cột bảng, khi cần thêm sheet, header, delimiter, fill, [constants], "
    "[values.CỘT]; `mandate preview` đề xuất một bản",
}
_DATED = frozenset(
    {"from", "to", "as_of", "issued", "opened", "closed", "until", "established", "dissolved", "date"}
    | {"valid_from", "valid_to"}
)
_DOCUMENTS = frozenset({"appointed_by", "by_document", "established_by", "number"})
_LISTS = frozenset({"posts", "appointed_by", "abbreviations", "aliases"})
_DAY = re.compile(r"(?:ngày\s+)?(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4})", re.IGNORECASE)
_MONTH = re.compile(r"(?:tháng\s+)?(\d{1,2})\s?[/.-]\s?(\d{4})", re.IGNORECASE)
_KIND = re.compile(r"(?:[^\W\d_]+\s+){1,3}số\s*:?\s*", re.IGNORECASE)  # Quyết định số 25-QĐ/TU
_NOTE = re.compile(r"\s*\([^()]*\)\s*$")  # Giàng Thị Mẫu (dân tộc Mông)
_LONGEST = 64_000  # characters of a mapping file


@dataclass(frozen=True, slots=True)
class ColumnMapping:
    """`columns`: ours -> theirs, read together; `header`: the number of the row with their names, from 1."""

    table: str
    columns: Mapping[str, tuple[str, ...]]
    constants: Mapping[str, str] = field(default_factory=dict)
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    fill: tuple[str, ...] = ()
    sheet: str = ""
    header: int | None = None
    delimiter: str = ","

    def joined(self, column: str, cells: Iterable[str]) -> str:
        """The cells of theirs that are read together: parts of a name, or posts that stand in several columns."""
        return ("; " if column in _LISTS else " ").join(cells)

    def cell(self, column: str, text: str) -> str:
        """What a cell of theirs says in a column of ours: as listed, else dates in ISO form and bare numbers."""
        listed = self.values.get(column, {})
        if text in listed:
            return listed[text]
        if column in _DATED:
            return _iso(text)
        if column == "person":
            return _name(text)
        return _KIND.sub("", text, count=1) if column in _DOCUMENTS and _KIND.match(text) else text


def read_mapping(text: str, name: str, tables: Mapping[str, Iterable[str]]) -> ColumnMapping:
    """The mapping that a file holds; `tables`: name -> columns of those there are.

    Raises SourceMalformed for anything but the form above; `name` is what the user knows the file by.
    """
    try:
        stored = tomllib.loads(text[: _LONGEST + 1]) if len(text) <= _LONGEST else {}
    except tomllib.TOMLDecodeError as error:
        raise _malformed(name, str(error), str(error)) from error
    known = {"table", "sheet", "header", "delimiter", "fill", "columns", "constants", "values"}
    for key in stored.keys() - known:
        raise _malformed(name, f"{key[:60]!r} is nothing a mapping says", f"{key[:60]!r} không thuộc tệp ánh xạ")
    table = str(stored.get("table", ""))
    if table not in tables:
        raise _malformed(name, f"no table {table[:60]!r}", f"không có bảng {table[:60]!r}", one_of(tables))
    columns = {ours: _names(theirs) for ours, theirs in _table_of(stored, "columns", name).items()}
    constants = {ours: str(value) for ours, value in _table_of(stored, "constants", name).items()}
    values = {ours: _texts(value) for ours, value in _table_of(stored, "values", name).items()}
    fill = tuple(str(column) for column in _list(stored.get("fill", [])))
    for ours in {*columns, *constants, *values, *fill} - set(tables[table]):
        english, vietnamese = (
            f"the table {table} has no column {ours[:60]!r}",
            f"bảng {table} không có cột {ours[:60]!r}",
        )
        raise _malformed(name, english, vietnamese, one_of(tables[table]))
    if not columns or not all(columns.values()):
        raise _malformed(name, "[columns] names no column of the file", "[columns] chưa nêu cột nào của tệp")
    header, delimiter = stored.get("header"), stored.get("delimiter", ",")
    if header is not None and not (isinstance(header, int) and header > 0):
        raise _malformed(name, "header is no row number", "header không phải số thứ tự dòng")
    if not (isinstance(delimiter, str) and len(delimiter) == 1 and delimiter not in '"\r\n'):
        raise _malformed(name, "delimiter is not one character", "delimiter không phải một ký tự")
    sheet = str(stored.get("sheet", ""))
    mapping = ColumnMapping(table, columns, {}, values, fill, sheet, header, delimiter)
    return replace(mapping, constants={ours: mapping.cell(ours, text) for ours, text in constants.items()})


def _name(text: str) -> str:
    """A name as texts have it: without "đồng chí" before and a note in brackets behind it, not all in capitals."""
    name = _NOTE.sub("", without_honorific(" ".join(text.split())))
    return name.title() if name.isupper() else name


def _iso(text: str) -> str:
    """The date in ISO form; the text as it is where it is no date, which is said when it is written."""
    if day := _DAY.fullmatch(text.strip()):
        return f"{day[3]}-{int(day[2]):02}-{int(day[1]):02}"
    month = _MONTH.fullmatch(text.strip())
    return f"{month[2]}-{int(month[1]):02}" if month else text


def _table_of(stored: Mapping[str, Any], key: str, name: str) -> dict[str, Any]:
    found = stored.get(key, {})
    if not isinstance(found, dict):
        raise _malformed(name, f"[{key}] is no table", f"[{key}] không phải một bảng TOML")
    return found


def _names(theirs: object) -> tuple[str, ...]:
    return tuple(str(one).strip() for one in _list(theirs) if str(one).strip())


def _list(value: object) -> list[object]:
    return list(value) if isinstance(value, list) else [value]


def _texts(value: object) -> dict[str, str]:
    return {str(key): str(text) for key, text in value.items()} if isinstance(value, dict) else {}


def _malformed(name: str, english: str, vietnamese: str, hint: Hint | None = None) -> SourceMalformed:
    return SourceMalformed(
        f"{name}: {english}", message_vi=f"{name}: {vietnamese}", file=name, code="malformed", **hint or _FORM
    )
