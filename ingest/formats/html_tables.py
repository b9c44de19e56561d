"""Tables of a web page, made fit to be read as text.

A cell that spans rows is said of each of them. Tables that only set text side by side, as letterheads and signatures,
whose cells hold several lines, become paragraphs, cell by cell; tables of single lines stay what they are.
"""

from copy import deepcopy
from typing import Any

_BLOCKS = frozenset({"p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6", "tr"})
_BREAK = "br"
_CELLS = ("td", "th")
_ROWS = "./tr | ./thead/tr | ./tbody/tr | ./tfoot/tr"
_SEVERAL = 2
_SHORT = 200  # characters of what is said of each row
_MOST_ROWS = 65_534  # that a cell can span


def repeat_spanned(tree: Any) -> None:
    """Puts a copy of a cell that spans rows into each row of an lxml tree that it reaches into, if it is a short line.

    Others set a page: its menu stands beside all rows of its text.
    """
    for table in tree.iter("table"):
        reaching: dict[int, tuple[Any, int]] = {}  # column -> a cell, and the number of the last row it reaches into
        for number, row in enumerate(table.xpath(_ROWS) if table.find(".//*[@rowspan]") is not None else ()):
            column = 0
            for cell in [cell for cell in row if cell.tag in _CELLS]:
                for copy in _copies(column, number, reaching):
                    cell.addprevious(copy)
                    column += _figure(copy, "colspan")
                if cell.get("rowspan") and _is_short(cell):
                    reaching[column] = cell, number + _figure(cell, "rowspan") - 1
                    del cell.attrib["rowspan"]
                column += _figure(cell, "colspan")
            row.extend(_copies(column, number, reaching))


def _copies(column: int, row: int, reaching: dict[int, tuple[Any, int]]) -> list[Any]:
    """Copies of the cells that reach into a row from this column on, without a gap."""
    copies = []
    while column in reaching and reaching[column][1] >= row:
        copies.append(deepcopy(reaching[column][0]))
        copies[-1].tail = None
        column += _figure(copies[-1], "colspan")
    return copies


def _is_short(cell: Any) -> bool:
    lines = _lines(cell)
    return len(lines) < _SEVERAL and sum(map(len, lines)) <= _SHORT


def _figure(cell: Any, name: str) -> int:
    """What an attribute says, from 1; 0 rows are all that follow."""
    told = cell.get(name, "").strip()
    figure = int(told) if told.isascii() and told.isdigit() and len(told) < len(str(_MOST_ROWS)) + 1 else 1
    return figure or (_MOST_ROWS if name == "rowspan" else 1)


def unfold_tables(tree: Any) -> None:
    """Puts paragraphs in place of the tables of an lxml tree that only set text side by side.

    One that holds others is left alone if it holds links: menus stand in tables, too.
    """
    tables = list(tree.iter("table"))
    of_menus = [table.find(".//table") is not None and table.find(".//a") is not None for table in tables]
    for table in [table for table, is_of_menus in zip(tables, of_menus, strict=True) if not is_of_menus][::-1]:
        rows = [_cells(row) for row in table.xpath(_ROWS)]
        if not any(len(cell) >= _SEVERAL for row in rows for cell in row):
            continue
        tail = table.tail
        table.clear()
        table.tag, table.tail = "div", tail
        for row in rows:
            folded = all(len(cell) < _SEVERAL for cell in row)
            for words in [_joined(row)] if folded else [line for cell in row for line in cell]:
                paragraph = table.makeelement("p")
                paragraph.text = words
                table.append(paragraph)


def _joined(row: list[list[str]]) -> str:
    """A row of single lines as one line: "| 1 | Lê Văn Mẫu | Trưởng ban |"."""
    return f"| {' | '.join(line for cell in row for line in cell)} |"


def _cells(row: Any) -> list[list[str]]:
    return [_lines(cell) for cell in row if cell.tag in _CELLS]


def _lines(cell: Any) -> list[str]:
    """The lines of a cell, which its paragraphs and breaks part."""
    parts = [""]
    _collect(cell, parts)
    return [line for part in parts if (line := " ".join(part.split()))]


def _collect(element: Any, parts: list[str]) -> None:
    """Adds the text of an element to the last part; a tree of lxml is at most 256 deep."""
    parts[-1] += element.text or ""
    for child in element:
        if not isinstance(child.tag, str):  # a comment
            parts[-1] += child.tail or ""
            continue
        parts += [""] if child.tag in _BLOCKS or child.tag == _BREAK else []
        parts[-1] += " " if child.tag in _CELLS else ""
        _collect(child, parts)
        parts += [""] if child.tag in _BLOCKS else []
        parts[-1] += child.tail or ""
