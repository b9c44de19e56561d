"""The text layer of a PDF: columns in reading order, lines joined to paragraphs, running heads left out.

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

_EDGE = 0.09  # of the height of a page: where running heads and page numbers stand
_FULL = 0.88  # of the width of its box: a line at least that long goes on in the next
_INDENT = 0.8  # of the height of a line: from this on, a line set in begins a paragraph
_LEAST_CHARACTERS = 20  # a page, on average; below it the file is a scan
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Line:
    """Measures are in points from the top left corner of the page."""

    text: str
    left: float
    right: float
    top: float
    bottom: float


def read_pdf(data: bytes, name: str) -> Content:
    """Raises SourceUnreadable for a file that is broken, closed by a password or has no text layer (a scan)."""
    try:
        with pdfplumber.open(io.BytesIO(data), laparams={}) as document:
            pages = [(page.height, list(_boxes(page))) for page in document.pages]
    except (PDFException, PdfminerException) as error:
        if isinstance(error.__context__ or error, PDFPasswordIncorrect) or "Password" in repr(error):
            raise damaged(name, "it is closed by a password", "tệp có mật khẩu") from error
        raise damaged(name, "it is broken", "tệp PDF bị hỏng") from error
    if sum(len(line.text) for _, boxes in pages for box in boxes for line in box) < _LEAST_CHARACTERS * len(pages):
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
    for number, (height, boxes) in enumerate(pages, 1):
        for box in boxes:
            kept = [line for line in box if not (_at_edge(line, height) and _shape(line) in running)]
            for paragraph in _paragraphs(kept):
                builder.add(paragraph, f"page {number}")
    return builder.content()


def _boxes(page: Any) -> Iterator[list[Line]]:
    """The boxes of text in reading order, each with its lines from top to bottom."""
    for box in page.layout:
        if hasattr(box, "get_text") and hasattr(box, "__iter__"):
            lines = [_line(item, page.height) for item in box if hasattr(item, "get_text")]
            yield sorted((line for line in lines if line.text), key=lambda line: line.top)


def _line(item: Any, height: float) -> Line:
    text = " ".join(item.get_text().replace("\xad", "").split())
    return Line(text, item.x0, item.x1, height - item.y1, height - item.y0)


def _paragraphs(lines: list[Line]) -> Iterator[str]:
    """A line goes on in the next if it is as wide as its box and the next is not set in."""
    if not lines:
        return
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    words = lines[0].text
    for before, line in pairwise(lines):
        full = before.right - left >= _FULL * (right - left)
        set_in = line.left - left > _INDENT * (line.bottom - line.top)
        if full and not set_in:
            words += " " + line.text
        else:
            yield words
            words = line.text
    yield words


def _running_heads(pages: list[tuple[float, list[list[Line]]]]) -> set[str]:
    """What stands at the edge of at least half of the pages, whatever its numbers: "2", "Công báo số 12"."""
    found = Counter(
        shape
        for height, boxes in pages
        for shape in {_shape(line) for box in boxes for line in box if _at_edge(line, height)}
    )
    return {shape for shape, count in found.items() if count >= max(2, len(pages) / 2)}


def _at_edge(line: Line, height: float) -> bool:
    return line.bottom < _EDGE * height or line.top > (1 - _EDGE) * height


def _shape(line: Line) -> str:
    return _DIGITS.sub("0", line.text)
