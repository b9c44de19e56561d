"""Bodies that words on how many of their heads there are name in general: "18 Chủ tịch, nguyên Chủ tịch UBND tỉnh"."""

import re

from ingest.rules.body_mentions import BodyMention
from ingest.rules.page import Page

_POST = r"(?:phó )?(?:bí thư|chủ tịch|giám đốc)(?: thường trực)?"
_COUNTED = re.compile(
    rf"(?<!\w)(?:[2-9]|[1-9]\d|hai|ba|bốn) (?:(?:bí thư|chủ tịch|giám đốc)|{_POST}, (?:nguyên|cựu) {_POST}) $"
)
_REACH = 64  # characters of such words
_ENDS = ("bí thư ", "chủ tịch ", "giám đốc ", "thường trực ")


def is_counted(page: Page, body: BodyMention) -> bool:
    """Whether the words before say that it is one of as many as they count; a body has one head."""
    if not page.low.endswith(_ENDS, 0, body.start):
        return False
    return _COUNTED.search(page.low, max(0, body.start - _REACH), body.start) is not None
