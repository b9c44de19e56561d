"""When posts were held, as the words around them say: before the report, to this day, for years that ended."""

import re

from ingest.rules.mentions.title_mentions import Title
from ingest.rules.text.page import Page

_HISTORY_REACH = 1_000  # characters before a post in which its sentence dates it
_IS, _IS_REACH = " là ", 500
_LIFE_REACH = 3_000  # characters before a sentence in which its paragraph begins to tell a life
_CENTURIES = ("19", "20")  # a year begins with one of them
_NOW_WORDS = ("nay", "hiện")
_RECENT = 2  # months that the report of a decision may come after it
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_END_OF_TERM = re.compile(r"nhiệm kỳ:?\s+(?:19|20)\d\d\s?[-–]\s?((?:19|20)\d\d)")
_SPAN = re.compile(r"(?:19|20)\d\d\s?[-–]\s?(?:19|20)\d\d")
_BORN = re.compile(r"(?<!\w)(?:sinh(?: ngày| năm| tháng)?|sn):?[ ][\d/. -]{4,12}(?:năm (?:19|20)\d\d)?")
_MONTH = re.compile(r"(?<!\d)(?:tháng )?(\d{1,2})(?: năm |\s?[/.-]\s?)((?:19|20)\d\d)(?!\d)|năm ((?:19|20)\d\d)(?!\d)")
_IN_YEAR = re.compile(r"[\W]*(?:(?:đầu|cuối|giữa|từ) )?năm (?:19|20)\d\d,?\s")
_THEN = re.compile(
    r"(?:trong (?:[^\W\d_]+|\d{1,2}) năm tiếp theo|(?:[^\W\d_]+|\d{1,2}) (?:năm|tháng) sau|sau đó|tiếp đó|tiếp theo|"
    r"trước (?:khi|đây|năm (?:19|20)\d\d|tháng \d{1,2}(?:[/.-]| năm )(?:19|20)\d\d)|sau này|kế đến)\W"
)
# "Sau đó, Quốc hội đã bầu …": the next act of the same session, no stage of a career
_NEXT_ACT = re.compile(
    r"(?:sau đó|tiếp đó|tiếp theo|kế đến)\W+"
    r"(?:quốc hội|hđnd|hội đồng nhân dân|hội nghị|đại hội|kỳ họp|(?:các )?đại biểu|các vị)(?!\w)"
)
# "Ông X 51 tuổi, quê Nam Định. Ông …": the sentence from which on a paragraph tells a life
_LIFE = re.compile(
    r"(?<!\w)(?:sinh (?:ngày|năm|tháng)\s[\d/.-]|\(?sn\s?\d|(?:năm nay |, |\()?\d\d tuổi|quê (?:quán|ở|gốc|tại)?)"
)
_NEWS = re.compile(
    r"(?<!\w)(?:vừa|mới|hôm nay|sáng|chiều|quyết định|nghị quyết|ngày \d|theo đó|hiện|nay"
    r"|tại (?:hội nghị|kỳ họp|đại hội|buổi|lễ))(?!\w)"
)
_POINT = r"(?:ngày |tháng |năm )?(?:\d{1,2}[/.-]){0,2}(?:19|20)\d\d"
_FROM_TO = re.compile(rf"(?<!\w)(?:từ|giai đoạn) {_POINT}\s?(?:[-–]|đến|tới)\s?{_POINT}")
_ENDED = re.compile(rf",?\s+\(?(?:(?:từ|kể từ) {_POINT}\s?(?:[-–]|đến|tới)|(?:cho )?đến)\s?{_POINT}")  # after a post
_YEARS = re.compile(rf"\s+\((?:từ )?{_POINT}\s?(?:[-–]|đến|tới)\s?(?:tháng |năm )?(?:\d{{1,2}}[/.-])?((?:19|20)\d\d)\)")
_NOW = re.compile(r"(?<!\w)(?:đến nay|hiện nay|hiện tại|hiện(?=,| ông| bà| đồng chí))(?!\w)")
_SINCE = re.compile(r"[^.;\n]{0,60}?\s(?:(?:từ|kể từ)\s[^.;\n]{1,30})?(?:cho )?đến nay(?!\w)")  # after a post
# "… Phó Chủ tịch UBND tỉnh vào năm 2021", "… Giám đốc Công an tỉnh (tháng 3-2019)": when a post was taken up
_SINCE_WHEN = re.compile(
    r",?\s+(?:\(|(?:vào|hồi)\s)(?:(?:đầu|cuối|giữa)\s)?"
    r"(?:ngày\s[\d./-]+|tháng\s\d{1,2}(?:[/.-]| năm )(?:19|20)\d\d|(?:năm\s)?(?:\d{1,2}[/.-]){0,2}(?:19|20)\d\d)"
)
_FROM = re.compile(r",?\s+\(?(?:từ|kể từ)\s(?:ngày |tháng |năm )?[\d/.-]+(?: năm \d{4})?")


class PostTimes:
    """`now` is the month of the report as a number, 12 a year: what happened months before is history.

    `tells_days` says that the report names days: what it dates by the year only was before.
    """

    def __init__(self, page: Page, now: int | None, tells_days: bool) -> None:
        self._page = page
        self._now = now
        self._tells_days = tells_days

    def is_lasting(self, start: int, end: int) -> bool:
        """Whether the words around a post say that it is held to this day: "từ năm 2015 đến nay"."""
        first = max(self._page.sentence_at(start).start, start - _HISTORY_REACH)
        return bool(_NOW.search(self._page.low, first, start) or _SINCE.match(self._page.low, end))

    def is_ended(self, end: int) -> bool:
        """Whether the words after a post say when it ended: "từ tháng 8/2010 - 4/2016"."""
        years = _YEARS.match(self._page.low, end)  # (2004 - 2010)
        over = years is not None and self._now is not None and 12 * int(years[1]) + 12 < self._now
        return over or _ENDED.match(self._page.low, end) is not None

    def is_of_life(self, start: int, end: int) -> bool:
        """Whether the paragraph tells a life from a sentence before on, and this one speaks of no new decision."""
        low, sentence = self._page.low, self._page.sentence_at(start)
        paragraph = self._page.paragraph_at(start)
        if sentence.start == paragraph.start or not _LIFE.search(
            low, max(paragraph.start, sentence.start - _LIFE_REACH), sentence.start
        ):
            return False
        return _NEWS.search(low, max(sentence.start, start - _HISTORY_REACH), start) is None and not _FROM.match(
            low, end
        )

    def goes_on(self, end: int) -> bool:
        """Whether the words after a post say that it is held to this day: "cho đến nay"."""
        return _SINCE.match(self._page.low, end) is not None

    def is_dated_back(self, end: int) -> bool:
        """Whether the words after a post say that it began long before the report: "giữ chức … từ năm 2016"."""
        return self._is_before(_FROM.match(self._page.low, end))

    def was_taken_up(self, end: int) -> bool:
        """Whether the words after a post say that it was taken up long before the report: "… vào năm 2021"."""
        return self._is_before(_SINCE_WHEN.match(self._page.low, end))

    def _is_before(self, since: re.Match[str] | None) -> bool:
        month = _MONTH.search(since.group()) if since else None
        year = _YEAR.search(since.group()) if since and not month else None
        began = (
            12 * int(month[2] or month[3]) + int(month[1] or 12) if month else 12 * int(year[1]) + 12 if year else None
        )
        return bool(began and self._now and began + _RECENT < self._now)

    def is_of_past_term(self, start: int, end: int) -> bool:
        """Whether the term that the words say a post is of was over: "nhiệm kỳ 2015-2020" in a report of 2024."""
        ends = [int(m[1]) for m in _END_OF_TERM.finditer(self._page.low, start, end)]
        return bool(ends and self._now and 12 * max(ends) + 12 < self._now)

    def is_over(self, name_end: int, title: Title) -> bool:
        """Whether the post of the one who is named before was of a term that is over, or told of as past."""
        if self.is_of_past_term(title.end, title.after):
            return True
        if not self._page.low.startswith(_IS, name_end) or title.start > name_end + _IS_REACH:
            return False
        opening = self._page.sentence_at(title.start).start
        return self._is_told_past(opening, max(opening, title.start - _HISTORY_REACH), title.start)

    def _is_told_past(self, opening: int, near: int, place: int) -> bool:
        """Whether the sentence says before the place that it goes on with a life, or from when to when."""
        low = self._page.low
        then = _THEN.match(low, opening, place) and not _NEXT_ACT.match(low, opening)
        return bool(then or _FROM_TO.search(low, near, place))

    def is_history(self, start: int) -> bool:
        """Whether the sentence dates what stands at the place well before the report."""
        low, sentence = self._page.low, self._page.sentence_at(start)
        near = max(sentence.start, start - _HISTORY_REACH)
        before = low[near:start]
        before = _SPAN.sub("", before) if "-" in before or "–" in before else before
        before = _BORN.sub("", before) if "sinh" in before or "sn" in before else before
        if self._is_told_past(sentence.start, near, start):
            return True
        if any(word in before for word in _NOW_WORDS) and _NOW.search(before):
            return False
        if self._tells_days and _IN_YEAR.match(low, sentence.start, start):
            return True
        if not any(century in before for century in _CENTURIES):
            return False
        months = [12 * int(m[2] or m[3]) + int(m[1] or 12) for m in _MONTH.finditer(before)]
        return bool(months and self._now and months[-1] + _RECENT < self._now)
