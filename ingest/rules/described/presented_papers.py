"""Who lays a paper before others: "Nghị quyết bầu … do Phó Chủ nhiệm Văn phòng Quốc hội Lê Văn Mẫu trình bày"."""

import re

from ingest.rules.text.page import Page

_BY = re.compile(r" do (?=\w)")
_WHO = ("roles", "titles", "honorifics", "issuing_offices")


def before_presenter(page: Page, begin: int, limit: int) -> int:
    """The limit of the words on what a paper is about, or "do" before it and the holder of an office."""
    for by in _BY.finditer(page.low, begin, limit):
        if any(page.at(words, by.end()) for words in _WHO):
            return by.start()
    return limit
