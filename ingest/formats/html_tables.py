"""Tables of a web page that only set text side by side: letterheads and signatures, whose cells hold several lines.

They become paragraphs, cell by cell, as a reader would read them; tables of single lines stay what they are.
"""

from typing import Any

_BLOCKS = frozenset({"p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6"})
_BREAK = "br"
_CELLS = ("td", "th")
_SEVERAL = 2


def unfold_tables(tree: Any) -> None:
    """Puts paragraphs in place of such tables of an lxml tree; tables that hold others are left alone."""
    for table in list(tree.iter("table")):
        rows = [] if table.find(".//table") is not None else [_cells(row) for row in table.iter("tr")]
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
        _collect(child, parts)
        parts += [""] if child.tag in _BLOCKS else []
        parts[-1] += child.tail or ""
