"""Names that their place on the page marks, without title or honorific: under a signature, first in an item."""

import re
from bisect import bisect_right

from ingest.rules.page import Page

_ITEM = re.compile(r"[ \t|]*(?:[-–+*•][ \t]*)?(?:\d{1,3}[ \t]*[.)/|\t-][ \t|]*|[-–+•][ \t]*|\|[ \t]*)")
_AFTER_ITEM = re.compile(r"[ \t]*(?:[,:|\t(;]|[-–][ \t]|làm |là |$)")
_SIGNED = re.compile(r"[\s(\[]*(?:đã ký|đã kí|ký tên|đã ký, đóng dấu|ký, ghi rõ họ tên)[\s)\].]*")
_OVER = re.compile(r"[^\n]*?(?:(?<!\w)(?:tm|t/m|kt|k/t|tl|t/l|tuq|q)[./]\s*\w)", re.IGNORECASE)
_COLUMN = re.compile(r"\t| {3,}|\|")
_LEAD, _WIDE = 24, 300  # characters before the name of an item, and of a line of two columns
_LINES = 4  # lines over a name in which the signature is said


def opens_item(page: Page, start: int, end: int) -> bool:
    """Whether the name is the first thing of an item of a list: "3. Lê Mai, Vụ trưởng …", "| 3 | Lê Mai | …"."""
    line = page.paragraph_at(start)
    before = _ITEM.fullmatch(page.low, line.start, start) if start - line.start < _LEAD else None
    return bool(before and _AFTER_ITEM.match(page.low, end, line.end))


def is_signature(page: Page, start: int, end: int) -> bool:
    """Whether the name stands alone on its line or in its column, under a line that says as what it is signed."""
    line = page.paragraph_at(start)
    if start - line.start > _WIDE or line.end - end > _LEAD:
        return False
    before, after = page.low[line.start : start], page.low[end : line.end].strip(" \t|.")
    last = _COLUMN.split(before)[-1] if _COLUMN.search(before) else before
    if after or last.strip(" \t|."):
        return False
    index = bisect_right(page.paragraphs, line.start, key=lambda p: p.start) - 1
    for over in page.paragraphs[max(0, index - _LINES) : index][::-1]:
        words = page.low[over.start : min(over.end, over.start + _WIDE)]
        if _SIGNED.fullmatch(words) or _SIGNED.fullmatch(_COLUMN.split(words)[-1]):
            return True
        role = _COLUMN.split(words)[-1].strip(" *.:|")
        capitals = page.shown[over.start : over.end].isupper() and page.lexicon.any_of("roles").match(role)
        if capitals or (
            _OVER.match(words)
            or page.lexicon.any_of("roles").fullmatch(role)
            or page.lexicon.any_of("titles").fullmatch(role)
        ):
            return True
    return False


def is_shouted(page: Page, start: int, end: int) -> bool:
    """Whether a name in capitals is that of a signature: NGUYỄN VĂN MẪU."""
    return page.shown[start:end].isupper() and is_signature(page, start, end)
