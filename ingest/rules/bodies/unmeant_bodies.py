"""Names of bodies that mean none where they stand: counted heads of many, and buildings.

"18 Chủ tịch, nguyên Chủ tịch UBND tỉnh"; "tại Trụ sở Trung ương Đảng".
"""

import re

from ingest.rules.mentions.body_mentions import BodyMention
from ingest.rules.text.page import Page

_POST = r"(?:phó )?(?:bí thư|chủ tịch|giám đốc)(?: thường trực)?"
_COUNTED = re.compile(
    rf"(?<!\w)(?:[2-9]|[1-9]\d|hai|ba|bốn) (?:(?:bí thư|chủ tịch|giám đốc)|{_POST}, (?:nguyên|cựu) {_POST}) $"
)
_REACH = 64  # characters of such words
_POSTS = ("bí thư ", "chủ tịch ", "giám đốc ", "thường trực ")
_BUILDINGS, _OWNER = ("trụ sở ", "hội trường "), "trung ương đảng"


def means_none(page: Page, body: BodyMention) -> bool:
    """Whether the words before say that the body is one of as many as they count, or the owner of a building."""
    if page.low.endswith(_BUILDINGS, 0, body.start):
        return page.low.startswith(_OWNER, body.start)
    if not page.low.endswith(_POSTS, 0, body.start):
        return False
    return _COUNTED.search(page.low, max(0, body.start - _REACH), body.start) is not None
