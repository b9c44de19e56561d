"""The rows of a CSV source with their places in its text, so that a statement can point at the cells that make it."""

import csv
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from ingest.facts import Evidence
from ingest.readers import SourceText
from ontology.errors import SourceMalformed
from ontology.text import canonical

QUOTE_LENGTH = 160
_ERROR = re.compile(r"#(?:NULL!|DIV/0!|VALUE!|REF!|NAME\?|NUM!|N/A|SPILL!|CALC!)")
_A, _LETTERS = ord("A"), 26


@dataclass(frozen=True, slots=True)
class Row:
    """One record. `number` counts records after the header from 1; `start`/`end` count characters of the source.

    `line` is that of the file in which the record begins, from 1.

    `alone` is the only cell with words, as of a heading within the table or a line below it; "" if there are several.

    `at` tells where in a workbook, or in a steward's own table, the cell of a column stands: Danh sách!B7.
    """

    number: int
    cells: dict[str, str]
    start: int
    end: int
    raw: str
    at: Mapping[str, str] = field(default_factory=dict)
    line: int = 0
    alone: str = ""

    def __getitem__(self, column: str) -> str:
        """What the cell says; an error of a spreadsheet, such as #N/A, says nothing."""
        text = self.cells.get(column, "").strip()
        return "" if _ERROR.fullmatch(text) else text

    def errors(self) -> list[tuple[str, str]]:
        """(column, error) of the cells whose formula failed."""
        return [(column, text.strip()) for column, text in self.cells.items() if _ERROR.fullmatch(text.strip())]

    def locator(self, *columns: str) -> str:
        """The cell of the first of the columns that has a place: Danh sách!B7; line 10, column issued."""
        if cell := next((self.at[c] for c in columns if c in self.at), ""):
            return cell
        column = next((c for c in columns if c in self.cells), "") if self.line else ""
        return (f"line {self.line}" if self.line else f"row {self.number}") + (f", column {column}" if column else "")

    def several(self, column: str) -> list[str]:
        """The values of a cell that holds a list, split at semicolons."""
        return [part.strip() for part in self[column].split(";") if part.strip()]

    def evidence(self, *columns: str) -> tuple[Evidence, ...]:
        """The row as evidence; of a long row at most 160 characters from the first of the named cells on."""
        first = 0
        if len(self.raw) > QUOTE_LENGTH:
            starts = [self.raw.find(self[c].split(";")[0]) for c in columns if self[c]]
            first = min((s for s in starts if s >= 0), default=0)
        quote = self.raw[first : first + QUOTE_LENGTH]
        start = self.start + first
        return (Evidence(start, start + len(quote), quote, "table-row"),)


@dataclass(slots=True)
class Rows:
    """All rows of one table, for a row whose meaning hangs on its neighbours."""

    all: list[Row] = field(default_factory=list)
    _by_column: dict[str, dict[str, list[Row]]] = field(default_factory=dict)

    def naming(self, column: str, name: str) -> list[Row]:
        """The rows whose cell of the column is or lists the name, in order."""
        if column not in self._by_column:
            found: dict[str, list[Row]] = {}
            for row in self.all:
                for one in {canonical(part) for part in row.several(column)}:
                    found.setdefault(one, []).append(row)
            self._by_column[column] = found
        return self._by_column[column].get(canonical(name), [])


def read_header(source: SourceText) -> tuple[str, ...]:
    """The column names of the first line."""
    lines = source.text.splitlines()
    return tuple(cell.strip() for cell in next(csv.reader(lines[:1]), []))


def read_rows(source: SourceText) -> Iterator[Row]:
    """Every record after the header that is not blank.

    Raises SourceMalformed, with the line, for text that is no CSV or a record of another length than the header.
    """
    lines = io.StringIO(source.text, newline="").readlines()
    offsets = [0]
    for line in lines:
        offsets.append(offsets[-1] + len(line))
    reader = csv.reader(lines, strict=True)
    try:
        header = [cell.strip() for cell in next(reader)]
        before = reader.line_num
        for number, cells in enumerate(reader, 1):
            start, end, at_line = offsets[before], offsets[reader.line_num], before + 1
            before = reader.line_num
            if any(cell.strip() for cell in cells):
                raw = source.text[start:end].rstrip("\r\n")
                _check_length(source, header, cells, before)
                at = _places(source.content.place(start), header)
                yield Row(number, dict(zip(header, cells, strict=True)), start, start + len(raw), raw, at, at_line)
    except csv.Error as error:
        raise _malformed(source, reader.line_num, f"no CSV: {error}", f"không đúng CSV: {error}") from error


def _places(row: str, header: list[str]) -> dict[str, str]:
    """Column -> cell, of a row of a workbook: Danh sách!B7."""
    sheet, _, number = row.rpartition("!")
    return {column: f"{sheet}!{letter(i)}{number}" for i, column in enumerate(header)} if sheet else {}


def letter(index: int) -> str:
    """The letter of a column, from 0: A … Z, AA …"""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, _LETTERS)
        letters = chr(_A + rest) + letters
    return letters


def _check_length(source: SourceText, header: list[str], cells: list[str], line: int) -> None:
    if len(cells) != len(header):
        english = f"the row has {len(cells)} cells, the header {len(header)} columns"
        raise _malformed(source, line, english, f"dòng có {len(cells)} ô, tiêu đề có {len(header)} cột")


def _malformed(source: SourceText, line: int, english: str, vietnamese: str) -> SourceMalformed:
    return SourceMalformed(
        f"{source.name}, line {line}: {english}",
        message_vi=f"{source.name}, dòng {line}: {vietnamese}",
        hint="put cells that hold a comma or a line break in double quotes",
        hint_vi="đặt ô có dấu phẩy hoặc có xuống dòng trong ngoặc kép",
        file=source.name,
        line=line,
        column=1,
        code="malformed",
    )
