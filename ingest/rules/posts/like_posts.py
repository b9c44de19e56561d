"""Posts that are named without their bodies behind a like one: "Chủ tịch UBND tỉnh X Lê Văn Mẫu và Phó Chủ tịch Y"."""

import re
from bisect import bisect_left
from collections.abc import Callable

from ingest.rules.mentions.body_mentions import BodyMention
from ingest.rules.mentions.title_mentions import Title
from ingest.rules.posts.posts_alone import PostsAlone
from ingest.rules.text.page import Page
from ontology.text import canonical

_RANK_OF = re.compile(r"^(?:phó|quyền) | (?:phụ trách|thường trực|chuyên trách)$")
_LINES_OVER = 3  # lines over an item in which the like post may stand
_BACK = 12  # titles back at which a like one may stand


class LikePosts:
    """Finds the like title before; `acting` gives the body that the sentence around a role says to act."""

    def __init__(
        self, page: Page, alone: PostsAlone, acting: Callable[[re.Match[str], str], BodyMention | None]
    ) -> None:
        self._page = page
        self._alone = alone
        self._acting = acting

    def before(self, role: re.Match[str], label: str, titles: list[Title], waiting: list[int]) -> Title | None:
        """Chủ tịch UBND tỉnh X Lê Văn Mẫu và Phó Chủ tịch Đỗ Thị Sen: the like one of `titles` before in the paragraph.

        For a post that stands alone behind a name, the last like one of the sentence. None where a role of `waiting`,
        whose body is not known yet, stands between.
        """
        index = bisect_left(titles, role.start(), key=lambda t: t.start)
        earlier = titles[max(0, index - _BACK) : index][::-1]
        line = self._page.paragraph_index(role.start())
        listed = self._alone.opens_line(role, line)
        first = self._page.paragraphs[max(0, line - _LINES_OVER) if listed else line].start
        if not earlier or earlier[0].start < first:
            return self._given_before(role, label, earlier)
        if self._alone.is_of_others(role):
            if bisect_left(waiting, earlier[0].start) < bisect_left(waiting, role.start()):
                return None  # waits for the post between them, which may be the like one
            return (
                earlier[0] if self.are_alike(label, earlier[0].role) else self._secretary_before(role, label, earlier)
            )
        if not self._alone.stands_alone(role):
            return None
        if self._alone.is_given(role) and self._acting(role, label):
            return None
        start = first if listed else self._page.sentence_at(role.start()).start
        alike = [t for t in earlier if t.start >= start and self.are_alike(label, t.role)]
        given = (t for t in alike if self._alone.is_given(role) and self._alone.is_given_at(t.start))
        like = next(given, alike[0] if alike else None)  # của đoàn do ông X, Trưởng ban …, làm Trưởng đoàn
        return like or self._given_before(role, label, earlier) or self._only_before(role, label, earlier)

    def _secretary_before(self, role: re.Match[str], label: str, earlier: list[Title]) -> Title | None:
        """Phó Bí thư - Chủ tịch UBND tỉnh X và Phó Bí thư Y: the last secretary of the sentence."""
        if label not in self._page.lexicon.cues["secretaries_of_places"]:
            return None
        start = self._page.sentence_at(role.start()).start
        return next((t for t in earlier if t.start >= start and self.are_alike(label, t.role)), None)

    def _given_before(self, role: re.Match[str], label: str, earlier: list[Title]) -> Title | None:
        """Bầu ông X làm Chủ tịch Hội Y. … Bà Z được bầu làm Phó Chủ tịch: the only body that gives like posts."""
        if not earlier or not self._alone.ends_with(role) or not self._alone.is_given(role):
            return None
        like = [t for t in earlier if self.are_alike(label, t.role)]
        if not like or len({t.body.name for t in like}) > 1 or self._acting(role, label):
            return None
        given = self._page.last_before("decisions", self._page.sentence_at(like[0].start).start, like[0].start)
        return like[0] if given and self._page.after_blanks(given.end()) == like[0].start else None

    def _only_before(self, role: re.Match[str], label: str, earlier: list[Title]) -> Title | None:
        """Cách chức Chủ tịch UBND huyện X. Ông Y, Phó Chủ tịch, …: the only body of like posts in the paragraph."""
        if not self._alone.is_beside_name(role):
            return None
        start = self._page.paragraph_at(role.start()).start
        like = [t for t in earlier if t.start >= start and self.are_alike(label, t.role)]
        return like[0] if len({t.body.name for t in like}) == 1 else None

    def are_alike(self, first: str, second: str) -> bool:
        """Whether two roles are of one sort: Chủ tịch, Phó Chủ tịch; Bộ trưởng, Thứ trưởng."""
        bases = [_RANK_OF.sub("", canonical(label)) for label in (first, second)]
        return bases[0] == bases[1] or bases in self._page.lexicon.pairs_of_roles
