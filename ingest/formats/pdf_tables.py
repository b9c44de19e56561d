"""Tables of a PDF that are drawn with lines: their rows, and where on the page they stand. For pdf.py."""

from dataclasses import dataclass
from typing import Any

_FEWEST = 2  # rows and columns of a table
_MOST_LINES = 4000  # drawn lines of a page: beyond, they are a picture


@dataclass(frozen=True, slots=True)
class TableRows:
    """`rows` hold the words of their cells; measures are in points from the top left corner of the page."""

    rows: tuple[tuple[str, ...], ...]
    left: float
    right: float
    top: float
    bottom: float

    def holds(self, left: float, right: float, top: float, bottom: float) -> bool:
        """Whether the middle of a box is inside the table."""
        across, down = (left + right) / 2, (top + bottom) / 2
        return self.left <= across <= self.right and self.top <= down <= self.bottom


def tables_of(page: Any) -> list[TableRows]:
    """The tables of a page from top to bottom; none where few lines are drawn, or a picture of them."""
    drawn = len(page.lines) + len(page.rects) + len(page.curves)
    if not _FEWEST < drawn <= _MOST_LINES:
        return []
    found = []
    for table in page.find_tables():
        rows = tuple(tuple(" ".join((cell or "").split()) for cell in row) for row in table.extract())
        filled = [row for row in rows if sum(1 for cell in row if cell) >= _FEWEST]
        if len(filled) >= _FEWEST:
            left, top, right, bottom = table.bbox
            found.append(TableRows(rows, left, right, top, bottom))
    return sorted(found, key=lambda table: table.top)
