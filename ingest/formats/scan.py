"""The text of a PDF whose pages are pictures, as Tesseract recognises it; runs in the child process of child.py.

Engine: tesseract with its data for Vietnamese, by pytesseract; pages are drawn by pypdfium2.
"""

import re
from collections.abc import Iterator
from math import sqrt
from statistics import fmean
from typing import Any

from ingest.formats.content import Content, ContentBuilder
from ontology.errors import StoreUnavailable

LANGUAGE = "vie"
_POINTS = 72
_DOTS = 300  # an inch: what the recogniser is made for
_PIXELS = 30_000_000  # of a page: a larger one is drawn coarser
_PAGE_S = 60
_TWICE = re.compile("ĐÐ|ÐĐ|ÐÐ")  # one letter Đ that is recognised as two, in some fonts: 67-QĐÐ/TW


def read_scan(data: bytes, _name: str) -> Content:
    """Paragraph by paragraph, page by page; `recognised` is the mean certainty of the words."""
    import pypdfium2

    builder, certainties = ContentBuilder(), []
    for number, page in enumerate(pypdfium2.PdfDocument(data), 1):
        width, height = page.get_size()
        scale = min(_DOTS / _POINTS, sqrt(_PIXELS / max(width * height, 1.0)))
        for words in _paragraphs(page.render(scale=scale, grayscale=True).to_pil()):
            builder.add(" ".join(word for word, _ in words), f"page {number}")
            certainties += [certainty for _, certainty in words]
    return builder.content(recognised=fmean(certainties) if certainties else 0.0)


def require_tesseract() -> None:
    """Raises StoreUnavailable if a part that recognises Vietnamese is missing."""
    try:
        import pypdfium2  # noqa: F401
        import pytesseract
    except ImportError as error:
        raise StoreUnavailable(
            f"text is recognised with {error.name}, which is not installed",
            message_vi=f"nhận dạng chữ cần {error.name}, nhưng thư viện này chưa được cài",
            hint="pip install 'mandate-graph[ocr]'",
            hint_vi="chạy pip install 'mandate-graph[ocr]'",
        ) from error
    try:
        there = pytesseract.get_languages()
    except (OSError, pytesseract.TesseractError):  # TesseractNotFoundError is an OSError
        there = []
    if LANGUAGE not in there:
        raise StoreUnavailable(
            "the program tesseract with its data for Vietnamese is not installed",
            message_vi="chưa cài chương trình tesseract cùng dữ liệu tiếng Việt",
            hint="Debian: apt install tesseract-ocr tesseract-ocr-vie",
            hint_vi="trên Debian: apt install tesseract-ocr tesseract-ocr-vie",
        )


def _paragraphs(image: Any) -> Iterator[list[tuple[str, float]]]:
    """The words of each paragraph with their certainties, from 0 to 1."""
    import pytesseract

    found = pytesseract.image_to_data(image, lang=LANGUAGE, timeout=_PAGE_S, output_type=pytesseract.Output.DICT)
    paragraphs: dict[tuple[int, int], list[tuple[str, float]]] = {}
    for block, paragraph, word, certainty in zip(
        found["block_num"], found["par_num"], found["text"], found["conf"], strict=True
    ):
        if told := _TWICE.sub("Đ", word.strip()):
            paragraphs.setdefault((block, paragraph), []).append((told, max(float(certainty), 0.0) / 100))
    yield from paragraphs.values()
