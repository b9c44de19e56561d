"""Whether the words before the title of a list give it to those named behind: "Bầu 4 đồng chí là Phó Chủ tịch …"."""

import re

from ingest.rules.holdings.named_posts import is_just_given
from ingest.rules.mentions.title_mentions import Title
from ingest.rules.posts.titles import Titles
from ingest.rules.text.page import Page

_ELECTED_AS = re.compile(
    r"(?<!\w)(?:bầu|bổ nhiệm|chỉ định|cử|phê chuẩn)\s(?:[^.;:\n]{1,50}\s)?(?:là|làm|giữ chức(?: vụ)?)\s"
    r"(?:[^.,;:\n]{1,50}\svà\s\d{1,2}\s)?$"
)
_ELECTS = re.compile(
    r"(?<!\w)(?:phê chuẩn|bầu(?: bổ sung)?|chỉ định|bổ nhiệm)(?: (?:các|\d{1,2}|chức vụ|chức danh))* $"
)
_AND_MORE = re.compile(r"(?:[;,]|,? và) (?:các |\d{1,2} |hai |ba |bốn |năm |sáu )?")  # …; 4 Phó Bí thư gồm các ông
_NAMING_CLAUSE = 70  # characters of such words


def is_elected_in_list(page: Page, titles: Titles, title: Title) -> bool:
    """Bầu 4 đồng chí có tên sau là Phó Chủ tịch Hội …; chỉ định ông X giữ chức Bí thư …; 4 Phó Bí thư gồm …"""
    sentence = page.sentence_at(title.start).start
    before = titles.ending(sentence, title.start)
    if before and before.given == "appointed" and _AND_MORE.fullmatch(page.low, before.after, title.start):
        return True
    start = max(sentence, title.start - _NAMING_CLAUSE)
    if _ELECTED_AS.search(page.low, start, title.start) or _ELECTS.search(page.low, start, title.start):
        return True
    return is_just_given(page, title)
