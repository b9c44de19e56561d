"""The rows of a steward's table, in the columns of one of ours, each cell with its place in the file."""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ingest.readers import SourceText
from ingest.tables.mapping import ColumnMapping
from ingest.tables.rows import Row, letter
from ontology.errors import Hint, SourceMalformed
from ontology.text import canonical

_A, _LETTERS = ord("A"), 26
_NUMERAL = re.compile(r"[\dIVXLC]+[.)]?")
_NAMES: Hint = {
    "hint": "compare the names in [columns], `header` and `sheet` of the mapping with the file",
    "hint_vi": "so tên cột trong [columns], `header` và `sheet` của tệp ánh xạ với tệp bảng",
}
_QUOTES: Hint = {
    "hint": "close the quote, or double a quote that stands within a cell",
    "hint_vi": "đóng dấu ngoặc kép, hoặc viết đôi dấu ngoặc kép nằm trong ô",
}
_SHOWN = 12  # column names that an error lists


@dataclass(frozen=True, slots=True)
class Record:
    """A line of a table. `number` is that of the row in the file, from 1; `start`/`end` count characters."""

    number: int
    sheet: str
    cells: tuple[str, ...]
    start: int
    end: int

    def place(self, index: int) -> str:
        """Danh sách!B7; of a CSV file B7."""
        return f"{self.sheet}!{letter(index)}{self.number}" if self.sheet else f"{letter(index)}{self.number}"


def records(source: SourceText, delimiter: str = ",") -> Iterator[Record]:
    """Every record, blank ones too. Raises SourceMalformed, with the line, for text that is no CSV."""
    lines = io.StringIO(source.text, newline="").readlines()
    offsets = [0]
    for line in lines:
        offsets.append(offsets[-1] + len(line))
    reader = csv.reader(lines, delimiter=delimiter)
    before = 0
    try:
        for number, cells in enumerate(reader, 1):
            start, end = offsets[before], offsets[reader.line_num]
            begun, before = before + 1, reader.line_num
            if begun < before == len(lines) and source.text.count('"', start) % 2:
                raise _malformed(
                    source,
                    f"line {begun}: a quote that opens a cell here is never closed",
                    f"dòng {begun}: dấu ngoặc kép mở một ô ở đây không được đóng",
                    _QUOTES,
                )
            sheet, _, row = source.content.place(start).rpartition("!")
            at = int(row) if row.isdecimal() else number
            yield Record(at, sheet, tuple(cell.strip() for cell in cells), start, end)
    except csv.Error as error:
        raise _malformed(source, f"line {reader.line_num}: {error}", f"dòng {reader.line_num}: {error}") from error


def header_number(source: SourceText, mapping: ColumnMapping) -> int:
    """The number of the row with the column names. Raises SourceMalformed where there is none."""
    return _header(source, mapping, list(records(source, mapping.delimiter))).number


def mapped_rows(source: SourceText, mapping: ColumnMapping, columns: Sequence[str]) -> list[Row]:
    """The rows below the header that have a cell, in our `columns`.

    Raises SourceMalformed where the file has no such header or columns.
    """
    every = list(records(source, mapping.delimiter))
    header = _header(source, mapping, every)
    places = {ours: [_index(header, name) for name in theirs] for ours, theirs in mapping.columns.items()}
    missing = [n for ours, theirs in mapping.columns.items() for n in theirs if _index(header, n) is None]
    if missing:
        raise _without(source, header, missing)
    rows: list[Row] = []
    above: dict[str, str] = {}
    for record in every:
        if record.start <= header.start or not any(record.cells):
            continue
        cells = {"source": Path(source.name).stem, **dict.fromkeys(columns, ""), **mapping.constants}
        cells["source"] = cells["source"] or Path(source.name).stem
        at = {}
        for ours, indexes in places.items():
            told = [record.cells[i] for i in indexes if i is not None and i < len(record.cells) and record.cells[i]]
            text = mapping.joined(ours, told) or (above.get(ours, "") if ours in mapping.fill else "")
            above[ours] = text
            cells[ours] = mapping.cell(ours, text) if text else mapping.constants.get(ours, "")
            at[ours] = record.place(indexes[0] or 0)
        raw = source.text[record.start : record.end].rstrip("\r\n")
        kept = {column: cells[column] for column in columns}
        alone = _alone(record.cells)
        rows.append(Row(record.number, kept, record.start, record.start + len(raw), raw, at, alone=alone))
    return rows


def _alone(cells: Sequence[str]) -> str:
    """The only cell that is no number, as of a heading within the table; "" if there are several."""
    words = [cell for cell in cells if cell and not _NUMERAL.fullmatch(cell)]
    return words[0] if len(words) == 1 else ""


def _header(source: SourceText, mapping: ColumnMapping, every: Sequence[Record]) -> Record:
    """The row that the mapping names, else the first that has every column it names by a name."""
    names = [name for theirs in mapping.columns.values() for name in theirs if not _is_letter(name)]
    if mapping.header is not None:
        names = [str(mapping.header)]
        found = next((record for record in every if record.number == mapping.header), None)
    else:
        found = next((r for r in every if any(r.cells) and all(_index(r, n) is not None for n in names)), None)
    if found is None:
        raise _without(source, every[0] if every else Record(1, "", (), 0, 0), names)
    return found


def _index(header: Record, name: str) -> int | None:
    """The place of the column, by its name or else by its letter."""
    wanted = canonical(" ".join(name.split()))
    named = [i for i, cell in enumerate(header.cells) if canonical(" ".join(cell.split())) == wanted]
    if named:
        return named[0]
    if not _is_letter(name):
        return None
    index = 0
    for sign in name:
        index = index * _LETTERS + ord(sign) - _A + 1
    return index - 1


def _is_letter(name: str) -> bool:
    return 0 < len(name) <= 2 and name.isascii() and name.isalpha() and name.isupper()


def _without(source: SourceText, header: Record, missing: Sequence[str]) -> SourceMalformed:
    wanted = ", ".join(filter(None, missing)) or "header"
    there = ", ".join(cell for cell in header.cells if cell) or "-"
    listed = ", ".join(there.split(", ")[:_SHOWN])
    return _malformed(
        source,
        f"no header row with the columns: {wanted}; row {header.number} has: {listed}",
        f"không có hàng tiêu đề với các cột: {wanted}; dòng {header.number} có: {listed}",
    )


def _malformed(source: SourceText, english: str, vietnamese: str, hint: Hint | None = None) -> SourceMalformed:
    return SourceMalformed(
        f"{source.name}, {english}",
        message_vi=f"{source.name}, {vietnamese}",
        file=source.name,
        code="malformed",
        **hint or _NAMES,
    )
