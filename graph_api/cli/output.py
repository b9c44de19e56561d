"""What commands print: tables for people, JSON and CSV for programs, a bar for what takes long.

Nothing is ever cut off: on a terminal long cells are folded, elsewhere lines are as long as they must be.
"""

import csv
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from ontology.text import one_line

if TYPE_CHECKING:
    from rich.console import Console

Progress = Callable[[int, int, str], None]
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class Format(StrEnum):
    """How rows are printed."""

    table = "table"
    json = "json"
    csv = "csv"


def speak_utf8() -> None:
    """Makes stdout and stderr write UTF-8 whatever the locale says; file names that are no text are escaped."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def print_json(value: Any) -> None:
    print(json.dumps(value, ensure_ascii=False, indent=2, default=str))


def print_rows(columns: Sequence[str], rows: Iterable[Sequence[Any]], form: Format = Format.table) -> None:
    """Rows as a table or as CSV; as JSON, a list of objects."""
    if form is Format.json:
        print_json([dict(zip(columns, row, strict=True)) for row in rows])
    elif form is Format.csv:
        print_csv(columns, rows)
    else:
        print_table(columns, rows)


def print_table(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """A table whose cells are folded on a terminal and whole elsewhere."""
    cells = [[one_line(shown(value)) for value in row] for row in rows]
    if sys.stdout.isatty():
        _print_rich(columns, cells)
        return
    widths = [max(map(len, column)) for column in zip(columns, *cells, strict=True)]
    for line in (columns, *cells):
        print("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip())


def print_csv(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """RFC 4180 with a header line. Text that a spreadsheet would run as a formula is led by an apostrophe."""
    writer = csv.writer(sys.stdout, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([_cell(value) for value in row] for row in rows)


def write_bytes(content: bytes, out: Path | None) -> None:
    """Writes a file, whole or not at all; to stdout if none is named."""
    if out is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        return
    from graph_store.output_file import output_file

    with output_file(out) as file:
        file.write(content)


def shown(value: Any) -> str:
    """A value as people read it: nothing for None, JSON for lists and objects."""
    if value is None:
        return ""
    return json.dumps(value, ensure_ascii=False, default=str) if isinstance(value, list | dict) else str(value)


@contextmanager
def progress_bar(what: str) -> Iterator[Progress | None]:
    """A bar on stderr if that is a terminal, else None. The callable takes done, all and the name at hand."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
    from rich.progress import Progress as Bar

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[name]}"))
    with Bar(*columns, console=_console(sys.stderr), transient=True) as bar:
        task = bar.add_task(what, total=None, name="")
        yield lambda done, total, name: bar.update(task, completed=done, total=total, name=one_line(name))


def _cell(value: Any) -> str:
    text = shown(value)
    return "'" + text if isinstance(value, str) and text.startswith(_FORMULA) else text


def _print_rich(columns: Sequence[str], cells: Iterable[Sequence[str]]) -> None:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, header_style="bold")
    for column in columns:
        table.add_column(Text(column), overflow="fold")
    for row in cells:
        table.add_row(*map(Text, row))
    _console(sys.stdout).print(table)


def _console(stream: TextIO) -> "Console":
    """rich's console on a terminal. It heeds NO_COLOR by itself."""
    from rich.console import Console

    return Console(file=stream, highlight=False, markup=False, emoji=False)
