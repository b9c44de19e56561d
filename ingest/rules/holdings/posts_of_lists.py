"""Whom else a title behind the last name of a list is said of: "các ông X, Y và Z, nguyên Phó Chủ tịch UBND tỉnh"."""

import re

from ingest.facts import HoldingFact
from ingest.rules.mentions.title_mentions import Title
from ingest.rules.people.people import PersonMention
from ingest.rules.text.page import Page

_OPENS = re.compile(
    r"(?<!\w)(?:các|hai|ba|bốn|năm|\d{1,2}) (?:ông|bà|đồng chí|bị can|bị cáo|cá nhân)(?:, (?:ông|bà))?:?\s*$"
)
_LISTED = re.compile(
    r"(?<!\w)(?:các|hai|ba|bốn|năm|\d{1,2}) (?:ông|bà|đồng chí|bị can|bị cáo|cá nhân)(?!\w)[^.\n]*[:;]\s*$"
)
_TOGETHER = re.compile(r"(?<!\w)(?:đều|cùng)(?!\w)")
_BETWEEN = re.compile(r"(?:\s*\([^()\n]{1,40}\))?(?:,|,? và)\s+(?:(?:ông|bà|đồng chí|đ/c)\s+)?")
_OF_MANY = re.compile(r"(?:phó|ủy viên|thành viên|thẩm phán|đại biểu|thứ trưởng)(?!\w)")
OF_LIST = "title-of-list"
_OPENING = 30  # characters before the first name
_LIST = 600  # characters before an item in which its list opens


class PostsOfLists:
    """Finds those without a title of their own who stand before the bearer of one."""

    def __init__(self, page: Page, people: list[PersonMention]) -> None:
        self._page = page
        self._people = people

    def sharers(self, index: int) -> list[PersonMention]:
        """Who has the titles behind the name of the person with the index, beside that one.

        Posts of which there is but one are shared only if they are past, or if the words say so: "đều là", "cùng là".
        """
        bearer = self._people[index]
        first_title = min((t.start for t in bearer.titles), default=0)
        if bearer.titles_before or first_title <= bearer.end:
            return []
        run = self._run_before(index)
        if not run:
            return []
        if _TOGETHER.search(self._page.low, bearer.end, first_title):
            return run
        return run if self._is_told_of_several(run[0]) and all(map(self._is_of_many, bearer.titles)) else []

    def _run_before(self, index: int) -> list[PersonMention]:
        """Those named one right after another up to the person, none of them with a title."""
        run: list[PersonMention] = []
        following = self._people[index]
        while index and not self._people[index - 1].titles:
            earlier = self._people[index - 1]
            if not _BETWEEN.fullmatch(self._page.low, earlier.end, following.start):
                break
            run.insert(0, earlier)
            following, index = earlier, index - 1
        return run

    def _is_told_of_several(self, first: PersonMention) -> bool:
        low = self._page.low
        start = self._page.sentence_at(first.start).start
        if _OPENS.search(low, max(start, first.start - _OPENING), first.start):
            return True
        return _LISTED.search(low, max(start, first.start - _LIST), first.start) is not None

    def _is_of_many(self, title: Title) -> bool:
        return title.former or _OF_MANY.match(self._page.low, title.start) is not None


def is_of_row(fact: HoldingFact, row: int | None) -> bool:
    """Whether the row of the member that begins there says it, whatever heads the list: "thành viên, Thư ký"."""
    same = fact.status == "current" and fact.evidence[0].start == row
    return row is not None and (fact.evidence[0].rule == OF_LIST or same)
