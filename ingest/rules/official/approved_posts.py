"""Posts that a decision approves row by row: "Chuẩn y kết quả bầu … đối với các đồng chí có tên sau:" and its rows."""

import re
from collections.abc import Iterator

from ingest.facts import HoldingFact
from ingest.rules.mentions.body_mentions import BodyMention
from ingest.rules.official.member_lists import MemberLists
from ingest.rules.posts.titles import Titles
from ingest.rules.text.page import Page, Span

_GIVES = re.compile(
    r"(?<!\w)(?:chuẩn y|công nhận|phê chuẩn|chỉ định|bổ nhiệm|xác nhận|bầu)(?!\w)[^.;:\n]{0,120}?"
    r"(?:kết quả bầu|giữ (?:các )?(?:chức danh|chức vụ|chức))(?!\w)[^.;:\n]{0,160}:\s*$"
)
_MOST = 60  # such lists of one document
_LEAD = 400  # characters of the words that open the rows


class ApprovedPosts:
    """Reads the rows under such words, where each row names one person and one post."""

    def __init__(self, page: Page, lists: MemberLists, titles: Titles) -> None:
        self._page = page
        self._lists = lists
        self._titles = titles

    def read(self, issued: str | None) -> Iterator[tuple[HoldingFact, BodyMention]]:
        """Each post with its body, given on the day of the decision."""
        opened = 0
        for index, line in self._lists.lines():
            if opened == _MOST:
                return
            gives = _GIVES.search(self._page.low, max(line.start, line.end - _LEAD), line.end)
            if not gives or self._titles.first_between(gives.start(), line.end):
                continue  # it gives the post itself: "Xác nhận kết quả bầu Phó Chủ tịch UBND tỉnh đối với …:"
            opened += 1
            for row in self._lists.rows_from(index + 1):
                if found := self._read_row(row, issued):
                    yield found

    def _read_row(self, row: Span, issued: str | None) -> tuple[HoldingFact, BodyMention] | None:
        people = self._lists.all_in(row)
        title = self._titles.first_between(people[0].end, row.end) if len(people) == 1 else None
        if not title or title.former or title.given or self._titles.first_between(title.end, row.end):
            return None
        words = self._page.evidence(people[0].start, title.end, "approved-post-in-row")
        return HoldingFact(people[0].name, title.role, title.body.name, "appointed", (words,), issued), title.body
