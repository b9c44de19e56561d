"""The day of a post, and the document that decided it.

The day is that from which a decision takes effect, that of the decision itself, or when the post was taken up.

The day of a ceremony is none of these: "Ngày 12/5, … trao quyết định …".
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from ingest.facts import Evidence, HoldingFact
from ingest.rules.holdings.deciding_documents import DECIDED, DecidingDocuments
from ingest.rules.holdings.effective_days import effective_day_after
from ingest.rules.mentions.document_mentions import DocumentMention
from ingest.rules.mentions.event_mentions import EventMention
from ingest.rules.text.dates import DateMention, names_several_days
from ingest.rules.text.moments import MOMENT, iso
from ingest.rules.text.page import QUOTE_LENGTH, Page, Span

_AT_NAMES = ("title-", "signature")  # rules of posts that somebody bears, and is not told to take up
_REACH = 600  # characters between a decision or its day and the post
_DAY_BEGINS = re.compile(
    r"(?:trước đó|cùng với đó|trước đấy|cũng trong|mới đây)?,? ?(?:vào )?(?:sáng |chiều |tối |trưa )?(?:ngày )?$"
)
_DECIDES = re.compile(
    r"(?<!\w)(?:bộ chính trị|ban bí thư|thủ tướng|chủ tịch nước|quốc hội|chính phủ|ban chấp hành|ban thường vụ"
    r"|thường trực|bộ trưởng|chủ tịch|hđnd|hội đồng nhân dân|ubnd|ủy ban)(?!\w)[^;\n]*?(?<!\w)"
    r"(?:quyết định|đồng ý|thống nhất|chuẩn y|phê chuẩn|phân công|điều động|bổ nhiệm|chỉ định|miễn nhiệm|bãi nhiệm|bầu"
    r"|đã họp|ký|ban hành|cho thôi|kỷ luật|cách chức|khai trừ)(?!\w)"
)
_CEREMONY = re.compile(
    r"(?<!\w)(?:trao|công bố|thông báo|lễ|buổi|dự|chủ trì|tiếp nhận|nhận|chúc mừng"
    r"|tổ chức (?:hội nghị|lễ|công bố|trao|buổi)|đề nghị|giới thiệu|xem xét kỷ luật|được)(?!\w)"
)
_TAKES_UP = re.compile(
    r"(?<!\w)(?:được (?:[^\W\d_]+ ){0,4}?(?:bổ nhiệm|bầu|phân công|điều động|luân chuyển|chỉ định|giao|cử|đề bạt|thăng)"
    r"|giữ|đảm nhiệm|đảm nhận|làm|là|trở thành)(?!\w)"
)
# "Tháng 9/2017, khi đang làm Cục trưởng, ông được …"; "năm 2021 được bầu làm …, sau đó được bầu vào …"
_THEN = re.compile(r"(?<!\w)(?:khi|sau đó|tiếp đó|rồi|lúc)(?!\w)")
_BEFORE = re.compile(rf"(?:(?:trước|sau|tiếp) đó,? )?(?:(?:từ|đến|vào|trong|đầu|giữa|cuối)\s){{0,2}}{MOMENT}")
_UNTIL = re.compile(rf"\s?(?:[-–]|đến|tới)\s?(?:nay|{MOMENT})")
_IS = re.compile(r"[^,;:()\n]{2,40}? là ")  # Lê Văn Mẫu là Phó Giám đốc …
_AT_EVENT = re.compile(rf"tại [^;:.()\n]{{1,120}} \({MOMENT}\)")  # Tại Đại hội … (tháng 1/2021), ông được bầu …
_SINCE = re.compile(
    rf"(?:,? (?:với )?(?:nhiệm kỳ|thời hạn) \d{{1,2}} năm)?,?\s\(?(?:kể )?từ\s(?:ngày\s|đầu\s|giữa\s|cuối\s)?{MOMENT}"
)
_FROM = re.compile(r"[\s,]*(?:kể )?từ ngày ")
_GIVES = re.compile(r"(?<!\w)(?:bổ nhiệm|giao|phân công|điều động|luân chuyển|chỉ định|giữ chức)(?!\w)")
_SESSION_NAME = "Kỳ họp"
_SESSION = re.compile(r"(?<!\w)kỳ họp(?!\w)")
_ELECTS = re.compile(r"(?<!\w)(?:bầu|miễn nhiệm|bãi nhiệm)(?!\w)")
_CLAUSE = re.compile(r"[;:]\s|\n")


class _Day(NamedTuple):
    """An ISO day, month or year, with the words that tell it, the name of the rule, and the last one if it is told."""

    day: str
    words: Span
    rule: str
    until: str | None = None


class _Place(NamedTuple):
    """A post in its sentence, the document that decides it there, and whether somebody bears it beside the name."""

    post: Span
    sentence: Span
    document: DocumentMention | None
    is_at_name: bool


class PostDays:
    """Takes `dates` and `documents` in order, and the year that days without one are of."""

    def __init__(
        self,
        page: Page,
        dates: list[DateMention],
        year: int | None,
        decisions: DecidingDocuments,
        events: list[EventMention],
    ) -> None:
        self._page = page
        self._session = _only_session(page, events)
        self._dates = dates
        self._year = year
        self._decisions = decisions

    def give(self, holdings: list[HoldingFact]) -> list[HoldingFact]:
        """The holdings, with the document that decided them, and with a day where one of their places tells it.

        Where their places tell different documents or days, they have none.
        """
        return [self._told_more(fact) for fact in holdings]

    def _told_more(self, fact: HoldingFact) -> HoldingFact:
        places = [self._place(fact, evidence) for evidence in fact.evidence]
        if fact.status in DECIDED:
            found = [(place.document, place.post) for place in places if place.document]
            decided_by = self._decisions.decided(found, self._page.span_of(fact.evidence[0]))
            fact = replace(fact, decided_by=decided_by)
        return fact if fact.date else self._dated(fact, [day for place in places for day in self._days(fact, place)])

    def _dated(self, fact: HoldingFact, found: list[_Day]) -> HoldingFact:
        best = min((day.rule for day in found), key=_RULES.index, default=None)
        days = [day for day in found if day.rule == best]
        if len({day.day for day in days}) != 1:
            return fact
        words = tuple(self._page.evidence(*day.words, day.rule) for day in days)
        ends = {day.until for day in days if day.until and self._is_past(day.until)}
        if len(ends) != 1 or (fact.status == "current" and len(fact.evidence) > 1):
            return replace(fact, date=days[0].day, date_evidence=words)
        return replace(fact, status="former", date=days[0].day, until=ends.pop(), date_evidence=words)

    def _is_past(self, until: str) -> bool:
        """Whether the day was over when the text was written; a term of office may end after it."""
        return self._year is not None and until[:4] <= str(self._year)

    def _place(self, fact: HoldingFact, evidence: Evidence) -> _Place:
        """One place of the post; the words of evidence may begin with the person, sentences before."""
        post = self._page.span_of(evidence)
        sentence = self._page.sentence_at(post.end - 1)
        post = post if post.start >= sentence.start else Span(post.end, post.end)
        document = self._decisions.at(fact.person, post, sentence) if fact.status in DECIDED else None
        return _Place(post, sentence, document, evidence.rule.startswith(_AT_NAMES))

    def _days(self, fact: HoldingFact, place: _Place) -> Iterator[_Day]:
        """What tells the day at one place of the post."""
        borne = place.is_at_name and not _IS.match(self._page.low, place.post.start, place.post.end)
        if fact.status in DECIDED:
            ways = [self._effect, self._by_document, self._by_decider, self._by_session]
        else:
            ways = [self._since] if borne else [self._since, self._taken_up]
        return (day for way in ways if (day := way(place)))

    def _effect(self, place: _Place) -> _Day | None:
        """… giữ chức Phó Bí thư Huyện ủy, kể từ ngày 16/12/2024."""
        post = place.post
        found = effective_day_after(self._page, self._dates, post.end, self._year)
        return _Day(found[0], self._up_to(post.start, found[1]), _EFFECT) if found else None

    def _up_to(self, start: int, end: int) -> Span:
        """The words between, or as many of the last as make a quotation."""
        first = end - QUOTE_LENGTH
        return Span(start if start >= first else self._page.low.find(" ", first) + 1, end)

    def _by_document(self, place: _Place) -> _Day | None:
        """Theo Quyết định số 12-QĐNS/TW ngày 10/5/2024, …; or of the sentence before: "… Theo đó, …"."""
        document, post = place.document, place.post
        if not document or not document.issued:
            return None
        words = Span(min(document.start, post.start), max(document.end, post.end))
        return _Day(document.issued, words, _DECISION)

    def _by_decider(self, place: _Place) -> _Day | None:
        """Ngày 10/5/2024, Bộ Chính trị quyết định …; or of the sentence before: "… Theo đó, …"."""
        low, post = self._page.low, place.post
        sentence = self._decisions.first_of(place.sentence)
        index = bisect_left(self._dates, sentence.start, key=lambda d: d.start)
        day = self._dates[index] if index < len(self._dates) else None
        if not day or day.end > post.start or post.start - day.end > _REACH:
            return None
        told = day.iso(self._year)
        between = low[day.end : post.start]
        opens = _DAY_BEGINS.fullmatch(low, sentence.start, day.start)
        if not told or not opens or not _DECIDES.search(between) or _CEREMONY.search(between):
            return None
        return _Day(told, Span(day.start, post.end), _DECISION)

    def _by_session(self, place: _Place) -> _Day | None:
        """Tại kỳ họp thứ 21 diễn ra sáng 8/4, HĐND tỉnh đã miễn nhiệm chức danh Chủ tịch UBND tỉnh."""
        post = place.post
        first = max(place.sentence.start, post.start - _REACH)
        acts = _ELECTS.search(self._page.low, first, post.end) if self._session else None
        named = _SESSION.search(self._page.low, first, post.end) if acts else None
        if not self._session or not named:
            return None
        return _Day(str(self._session.date), Span(self._session.start, self._session.end), _DECISION)

    def _since(self, place: _Place) -> _Day | None:
        """Giám đốc Sở Nội vụ tỉnh Lào Cai (từ tháng 8/2019)."""
        post = place.post
        since = _SINCE.match(self._page.low, post.end)
        told = iso(since) if since else None
        if not since or not told or self._is_of_deed(since, place):
            return None
        end, until = self._until(since.end(), told)
        return _Day(told, Span(post.start, end), _START, until)

    def _is_of_deed(self, since: re.Match[str], place: _Place) -> bool:
        """Giao quyền Chủ tịch cho ông X, Phó Chủ tịch, kể từ ngày 1/10/2022: from when on another post is given."""
        sentence = place.sentence.start
        return (
            _FROM.match(since.group()) is not None
            and _GIVES.search(self._page.low, sentence, place.post.start) is not None
        )

    def _taken_up(self, place: _Place) -> _Day | None:
        """Tháng 8/2019, ông được bổ nhiệm làm Giám đốc Sở Nội vụ tỉnh Lào Cai."""
        low, post = self._page.low, place.post
        first = max(place.sentence.start, post.start - _REACH)
        start = max((m.end() for m in _CLAUSE.finditer(low, first, post.end)), default=first)
        opens = _BEFORE.match(low, start, post.end) or _AT_EVENT.match(low, start, post.end)
        told = iso(opens) if opens else None
        if not opens or not told:
            return None
        end, until = self._until(opens.end(), told)
        between = low[end : post.end]
        takes_up = _TAKES_UP.search(between) and not _ANY.search(between) and not _THEN.search(between)
        return _Day(told, Span(opens.start(), post.end), _START, until) if takes_up else None

    def _until(self, place: int, first: str) -> tuple[int, str | None]:
        """Where words end that go on with "đến …", and the last day that they tell, unless it is before the first."""
        more = _UNTIL.match(self._page.low, place)
        last = iso(more) if more and not more.group().endswith("nay") else None
        return more.end() if more else place, last if last and last >= first[: len(last)] else None


def _only_session(page: Page, events: list[EventMention]) -> EventMention | None:
    """The session of a council that the text tells of, if it is one alone, and of a day that is told alone."""
    held = [event for event in events if event.date and event.name.startswith(_SESSION_NAME)]
    alone = len({event.date for event in held}) == 1 and not names_several_days(page)
    return held[0] if alone else None


_EFFECT, _DECISION, _START = "post-from-day", "post-of-decision", "post-since"
_RULES = (_EFFECT, _DECISION, _START)
_ANY = re.compile(MOMENT)
