"""The text layer of a PDF: columns in reading order, lines joined to paragraphs, rows of tables, no running heads.

Engine: pdfplumber, whose layout analysis finds the boxes of text on a page.
"""

import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfminer.pdfexceptions import PDFException
from pdfplumber.utils.exceptions import PdfminerException

from ingest.formats.content import NO_TEXT, Content, ContentBuilder
from ingest.formats.errors import damaged
from ingest.formats.pdf_tables import TableRows, tables_of

_MOST_PAGES = 2_000
_EDGE = 0.09  # of the height of a page: where running heads and page numbers stand
_FULL = 0.88  # of the width of its box: a line at least that long goes on in the next
_INDENT = 0.8  # of the height of a line: from this on, a line set in begins a paragraph
_NEAR = 0.5  # of the height of a line: between two lines of a paragraph
_LEAST_CHARACTERS = 20  # a page, on average; below it the file is a scan
_DASHED = re.compile(r"[-–+•*]\s+[^\W\d_a-zà-ỹđ]")  # a dash before a capital: "kinh tế / - xã hội" goes on
_NUMBERED = re.compile(r"(?:\d{1,3}|[a-zđ]|[IVX]{1,4})\s?[.)-]\s?[^\W\d_]")
_PARTED = re.compile(r"\w[-/]$")
_ENDED = re.compile(r"[.;:]$")
_ENDS_SENTENCE = re.compile(r"[.;:!?…][”\")]*$")
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Line:
    """Measures are in points from the top left corner of the page."""

    text: str
    left: float
    right: float
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Page:
    """`boxes` are in reading order, with all lines; those inside `tables` are read as rows."""

    height: float
    boxes: list[list[Line]]
    tables: list[TableRows]


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, or the cells of a row. Whether it begins and ends there, as far as its form shows that."""

    cells: tuple[str, ...]
    top: float = 0.0
    bottom: float = 0.0
    begins: bool = True
    ends: bool = True
    height: float = 0.0  # of its last line


def read_pages(data: bytes, name: str, first: int, most: int) -> tuple[int, list[Page]]:
    """How many pages the file has, and at most `most` of them from number `first` on, the first being 0.

    Raises SourceUnreadable for a file that is broken, closed by a password or has more pages than are read.
    """
    try:
        with pdfplumber.open(io.BytesIO(data), laparams={}) as document:
            pages = document.pages
            if len(pages) > _MOST_PAGES:
                raise damaged(
                    name,
                    f"{len(pages):,} pages are more than the {_MOST_PAGES:,} read of a file",
                    f"{len(pages):,} trang, vượt giới hạn {_MOST_PAGES:,} trang một tệp",
                    hint="split the file",
                    hint_vi="tách tệp ra",
                )
            return len(pages), [_page(page) for page in pages[first : first + most]]
    except (PDFException, PdfminerException) as error:
        if isinstance(error.__context__ or error, PDFPasswordIncorrect) or "Password" in repr(error):
            raise damaged(name, "it is closed by a password", "tệp có mật khẩu") from error
        raise damaged(name, "it is broken", "tệp PDF bị hỏng") from error


def content_of(pages: list[Page], name: str) -> Content:
    """The text of all pages of a file. Raises SourceUnreadable if there is no text layer (a scan)."""
    if sum(len(line.text) for page in pages for box in page.boxes for line in box) < _LEAST_CHARACTERS * len(pages):
        raise damaged(
            name,
            "it has no text layer: its pages are pictures",
            "không có lớp chữ: các trang là ảnh quét",
            hint="let its text be recognised with --ocr, or find the text elsewhere",
            hint_vi="cho nhận dạng chữ bằng --ocr, hoặc tìm bản có chữ",
            code=NO_TEXT,
        )
    running = _running_heads(pages)
    builder = ContentBuilder()
    before, of_page = Block(()), 0
    for number, page in enumerate(pages, 1):
        for block in _blocks(page, running):
            if (number > of_page or _is_next(before, block)) and _goes_on(before, block):
                builder.go_on(block.cells[0], f"page {number}", _between(before.cells[0]))
            else:
                builder.add_joined([(text, f"page {number}") for text in block.cells])
            before, of_page = block, number
    return builder.content()


def _page(page: Any) -> Page:
    tables = tables_of(page)
    return Page(page.height, list(_boxes(page)), tables)


def _is_next(before: Block, block: Block) -> bool:
    """Whether the block stands in another column, or as near under the one before as a line of a paragraph would.

    The engine parts a paragraph where letters of several sizes set its lines unequally apart.
    """
    near = block.top - before.bottom < _NEAR * before.height and not _is_capital(before.cells[0])
    return near or block.top < before.bottom


def _goes_on(before: Block, block: Block) -> bool:
    """Whether a paragraph that the end of a page or column broke off goes on in the block behind it."""
    if before.ends or block.begins:
        return False
    return bool(_PARTED.search(before.cells[0])) or not (
        _NUMBERED.match(block.cells[0]) or _begins(before.cells[0], block.cells[0])
    )


def _blocks(page: Page, running: set[str]) -> Iterator[Block]:
    """The paragraphs of a page, and the rows of its tables where the first words of the table stand."""
    left = list(page.tables)
    for box in page.boxes:
        kept = [line for line in box if not (_at_edge(line, page.height) and _shape(line) in running)]
        for table in [t for t in left if any(_is_in(line, t) for line in kept)]:
            left.remove(table)
            yield from map(Block, table.rows)
        outside = [line for line in kept if not any(_is_in(line, table) for table in page.tables)]
        yield from _paragraphs(outside, _right_edge(page, box))


def _right_edge(page: Page, box: list[Line]) -> float:
    """How far lines reach that stand above or below the box; those of other columns do not count."""
    left, right = min((line.left for line in box), default=0), max((line.right for line in box), default=0)
    beside = [line.right for other in page.boxes for line in other if line.left < right and line.right > left]
    return max(beside, default=right)


def _is_in(line: Line, table: TableRows) -> bool:
    return table.holds(line.left, line.right, line.top, line.bottom)


def _boxes(page: Any) -> Iterator[list[Line]]:
    """The boxes of text in reading order, each with its lines from top to bottom."""
    for box in page.layout:
        if hasattr(box, "get_text") and hasattr(box, "__iter__"):
            lines = [_line(item, page.height) for item in box if hasattr(item, "get_text")]
            yield sorted((line for line in lines if line.text), key=lambda line: line.top)


def _line(item: Any, height: float) -> Line:
    text = " ".join(item.get_text().replace("\xad", "").split())
    return Line(text, item.x0, item.x1, height - item.y1, height - item.y0)


def _paragraphs(lines: list[Line], edge: float) -> Iterator[Block]:
    """A line goes on in the next if it is as wide as its box and the next is not set in.

    The last goes on elsewhere if it is as wide as what stands above or below it, up to `edge`, and ends no sentence.
    """
    if not lines:
        return
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    words, top, begins = lines[0].text, lines[0].top, _is_set_in(lines[0], left)
    for before, line in pairwise(lines):
        full = before.right - left >= _FULL * (right - left)
        if _PARTED.search(words) or (full and not _is_set_in(line, left) and not _begins(words, line.text)):
            words += _between(words) + line.text
        else:
            yield Block((words,), top, before.bottom, begins)
            words, top, begins = line.text, line.top, True
    broken_off = lines[-1].right - left >= _FULL * (edge - left) and not _ENDS_SENTENCE.search(words)
    height = lines[-1].bottom - lines[-1].top
    yield Block((words,), top, lines[-1].bottom, begins, ends=not broken_off, height=height)


def _is_set_in(line: Line, left: float) -> bool:
    return line.left - left > _INDENT * (line.bottom - line.top)


def _between(words: str) -> str:
    """What stands between a line and the next; nothing in "số 12-" / "QĐ/TW": only figures and codes are parted."""
    return "" if _PARTED.search(words) else " "


def _begins(before: str, line: str) -> bool:
    """Whether a line begins an item of a list, "- Căn cứ …", after a mark "2. Ông …", or follows one in capitals."""
    item = _DASHED.match(line) or (_ENDED.search(before) and _NUMBERED.match(line))
    return bool(item) or _is_capital(before) != _is_capital(line)


def _is_capital(line: str) -> bool:
    """TRƯỞNG PHÒNG; not the number 12/NĐ-CP."""
    return line.isupper() and not _DIGITS.search(line)


def _running_heads(pages: list[Page]) -> set[str]:
    """What stands at the edge of at least half of the pages, whatever its numbers: "2", "Công báo số 12"."""
    found = Counter(
        shape
        for page in pages
        for shape in {_shape(line) for box in page.boxes for line in box if _at_edge(line, page.height)}
    )
    return {shape for shape, count in found.items() if count >= max(2, len(pages) / 2)}


def _at_edge(line: Line, height: float) -> bool:
    return line.bottom < _EDGE * height or line.top > (1 - _EDGE) * height


def _shape(line: Line) -> str:
    return _DIGITS.sub("0", line.text)
