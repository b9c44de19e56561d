"""Events that a text names: congresses, plenums, numbered sessions of a body, conferences with a name of their own."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import replace

from ingest.rules.bodies.bodies import BodyReader
from ingest.rules.events.conferences import Conferences
from ingest.rules.events.local_congresses import LocalCongresses
from ingest.rules.events.meetings import Meetings
from ingest.rules.events.sessions import Sessions
from ingest.rules.mentions.body_mentions import BodyMention
from ingest.rules.mentions.event_mentions import EventMention, with_one_name_each
from ingest.rules.mentions.event_names import (
    CONGRESS,
    PLENUM,
    ROMAN,
    is_of_others,
    is_of_party,
    printed_congress,
    printed_plenum,
    says_party,
    term_name,
)
from ingest.rules.text.dates import DateMention
from ingest.rules.text.page import Page

# What may stand between a day and the event that it opens, between an event and its day, and before a document's day.
_DAY_BEFORE = re.compile(
    r"[\s,)]*(?:(?:tại|ở) [^,.;:]{1,40},\s*)?(?:dưới sự (?:chủ trì|chủ tọa|điều hành) của [^.\n]{3,400},\s*)?(?:tại )?"
    r"(?:sau [^.,;:\n]{0,20}?ngày làm việc[^.;:\n]{0,80}?, )?"  # Chiều nay (26/12), sau 2 ngày làm việc …, Hội nghị …
    r"(?:kỳ họp[^.,;:()\n]{0,40} \()?"  # tại kỳ họp thường lệ giữa năm 2025 (Kỳ họp thứ 30)
)
_DAY_AFTER = re.compile(
    r"(?:,? nhiệm kỳ [\d –-]{9,13})?"
    r"(?:\s*\((?:(?:diễn ra|tổ chức|họp|khai mạc) )?(?:vào |trong )?(?:hai |2 |ba |3 )?|,? (?:vào )?"
    r"|[\s,]+(?:(?:đã|được|vừa|sẽ|dự kiến|chính thức|long trọng) )*"
    r"(?:diễn ra|tổ chức|khai mạc|bế mạc|họp)(?: trọng thể)?"
    r"(?: (?:vào |trong (?:buổi |2 |hai )?)?|,? \()|,? trong phiên (?:khai mạc|bế mạc) )"
    r"(?:(?:từ|các|sáng|chiều|tối|ngày) )*(?:(?:(?:sáng|chiều|tối|hôm) )?nay[ ]?[(,] ?(?:ngày )?)?"
)
# Đại hội … lần thứ XIII của Đảng (tháng 1/2021); Kỳ họp … vào tháng 8-2024
_MONTH_AFTER = re.compile(
    r"(?:\s*\((?:vào )?(?:tháng )?"
    r"|,? (?:(?:diễn ra|tổ chức|họp) )?(?:vào |trong |hồi )?(?:(?:đầu|giữa|cuối) )?tháng )"
    r"(\d{1,2})(?:\s?[/.-]\s?| năm )((?:19|20)\d\d)(?!\d)"
)
_NUMBER_OF_CONGRESS = re.compile(r"lần thứ ([IVX]+)(?!\w)")
_MORE_TERMS = re.compile(r"(?:,| và|, và) (?:khóa )?(?P<term>[ivx]{1,6})(?!\w)")
_FIRST_YEAR = re.compile(r"nhiệm kỳ (\d{4})")
_MONTH_BEFORE = re.compile(r"(?<!\w)(?<!\d )tháng (\d{1,2})(?:\s?[/.-]\s?| năm )((?:19|20)\d\d)[,:]? (?:tại )?$")
# What of an event somebody holds or attends: "khai mạc phiên thứ nhất Đại hội …", "tiếp tục chương trình Kỳ họp …"
_PART = re.compile(
    r"(?P<part>(?:phiên (?:họp )?trù bị(?: chuẩn bị)?(?: cho)?|phiên [^\W\d_]+(?: [^\W\d_]+)?"
    r"|ngày (?:thứ \S+|cuối cùng|đầu tiên)"
    r"|(?P<works>chương trình(?: làm việc)?|ngày làm việc (?:thứ \S+|cuối cùng|đầu tiên)))(?: của)? )$"
    r"|kỳ họp(?: (?:chuyên đề|bất thường|thường lệ))?(?: [^.,;:()\n]{3,30})? \($"
)  # … and the bracket of "tổ chức kỳ họp chuyên đề (kỳ họp thứ 21)"
_TO_BE = re.compile(
    r"(?:thời gian|việc|công tác|chuẩn bị|kế hoạch|phương án|thời điểm|trước ngày|tiến tới) "
    r"(?:tổ chức|mở|khai mạc|tiến hành|bế mạc) $"
)
_TO_BE_ENDS = ("tổ chức ", "mở ", "khai mạc ", "tiến hành ", "bế mạc ")
_ADVERBS = ("trọng thể ", "long trọng ", "thành công ")  # tổ chức trọng thể Đại hội …
_PART_WORDS = ("phiên ", "ngày ", "chương trình", " (")  # one of which stands in each part
_OPENS_OR_ENDS = re.compile(r",? (?:(?:đã|vừa|chính thức|long trọng) ){0,2}(?:khai mạc|bế mạc|diễn ra)(?!\w)")
_OF_DOCUMENT = re.compile(
    r"(?:[-/][a-zđ][\w./]*|(?:nghị quyết|chỉ thị|kết luận|quy định|quyết định|kế hoạch|thông báo) (?:số )?\d{1,4})"
    r"[\s,(]+(?:(?:ban hành|ký) )?(?:ngày )?$"
)
_SENTENCES = 4  # back from a place, in which the day is told
_OPENING = 70  # characters at the beginning of a sentence
_EARLIER = re.compile(r"\W*(?:trước đó|trước đây|căn cứ)(?!\w)")
_SAME_WORDS = "cùng ngày"
_SAME_DAY = re.compile(r"(?<!\w)cùng ngày(?=,? )")
_NAY = " nay"
_TODAY = re.compile(r"(?<!\w)(?:sáng|trưa|chiều|tối|hôm) nay(?!\w)")
_HEAD, _DATELINE, _FEW = 600, 60, 4  # characters of the head of a report and of a line for its date; words of that
_LINE_WORD = re.compile(r"[^\W\d_]+")
_DAYS = 3  # of a sentence, of which some may be those of documents
_CLOSES = re.compile(r"\s*(?:[,.;:)\n]|$)")  # what follows a day that belongs to what stands before it
_NEAR = 60  # characters between an event and the day that follows it
_BEFORE = 50  # characters before an event in which words say that it is held


class Events:
    """Reads the events of a page."""

    def __init__(
        self,
        page: Page,
        reader: BodyReader,
        bodies: list[BodyMention],
        dates: list[DateMention],
        year: int | None,
        abbreviations: dict[str, str],
    ) -> None:
        self._page = page
        self._reader = reader
        self._bodies = bodies
        self._numbered = Sessions(page, reader, bodies, abbreviations)
        self._congressed = LocalCongresses(page, reader, abbreviations)
        self._dates = dates
        self._date_starts = [d.start for d in dates]
        self._year = year
        self._meetings = Meetings(page, reader, bodies, self.opening_day, self._day_after, self._is_dated)
        self._named = Conferences(page, reader, bodies, self._is_dated_at_all, abbreviations)

    def find_all(self) -> list[EventMention]:
        """Every mention, in order; of two that overlap the more regular name."""
        found: list[EventMention] = []
        for read in (self._plenums, self._congresses, self._sessions, self._local_congresses):
            _add(found, read())
        _add(found, self._meetings.of_bodies(found[:]))
        _add(found, self._conferences(found))
        if not any(event.form == "conference" and event.date for event in found):
            _add(found, self._meetings.unnamed())
        return with_one_name_each(found, self._page.lexicon.ordinals)

    def _congresses(self) -> Iterator[EventMention]:
        """Đại hội XIII của Đảng, however it is printed."""
        named = self._page.each(CONGRESS)
        terms = {term_name(m["term"]) for m in named if is_of_party(m)}
        others = self._terms_of_others(named)
        for m in named:
            if term_name(m["term"]) in others:
                continue  # Đại hội VIII of a text on the "Đại hội Hội Nông dân Việt Nam lần thứ VIII"
            meant = m["delegates"] is None and not is_of_others(m) and term_name(m["term"]) in terms
            if not is_of_party(m) and not meant:
                continue  # "Đảng bộ xã tổ chức Đại hội lần thứ I"
            term, held = term_name(m["term"]), self._is_held(m.start())
            day = self._day_of(m.start(), m.end()) or self._month_before(m.start())
            yield EventMention(m.start(), m.end(), printed_congress(m), "congress", day, term, held=held)

    def _terms_of_others(self, named: list[re.Match[str]]) -> set[str]:
        """The numbers by which the text means congresses of other bodies than the Party alone."""
        of_party = {term_name(m["term"]) for m in named if says_party(m)}
        if len(of_party) == len({term_name(m["term"]) for m in named}):
            return set()
        numbers = (_NUMBER_OF_CONGRESS.search(congress.name) for congress in self._congressed.find())
        return {number[1] for number in numbers if number} - of_party

    def _plenums(self) -> Iterator[EventMention]:
        """Hội nghị Trung ương 5 khóa XIII, however it is printed; without a term that with which the text names it."""
        found = [(m, ordinal) for m in self._page.each(PLENUM) if (ordinal := self._ordinal(m))]
        terms = {ordinal: m["term"] for m, ordinal in found if m["term"]}
        for m, ordinal in found:
            term = m["term"] or terms.get(ordinal)
            day = self._day_of(m.start(), m.end()) or self._month_before(m.start())
            held = day is not None or self._is_held(m.start())
            known = term_name(term) if term else None
            first = EventMention(m.start(), m.end(), printed_plenum(m), "plenum", day, known, ordinal, held)
            yield first
            yield from self._of_more_terms(first, m["term"])

    def _of_more_terms(self, first: EventMention, term: str | None) -> Iterator[EventMention]:
        """Those of "Hội nghị Trung ương 4 khóa XI, XII, XIII" behind the first."""
        last, more = first, _MORE_TERMS.match(self._page.low, first.end) if term else None
        while more and term:
            name = first.name.removesuffix(term.upper()) + more["term"].upper()
            known = term_name(more["term"])
            last = replace(first, start=more.start("term"), end=more.end(), name=name, date=None, term=known)
            yield last
            more = _MORE_TERMS.match(self._page.low, last.end)

    def _ordinal(self, plenum: re.Match[str]) -> int | None:
        words = (plenum["number"] or plenum["number2"]).strip()
        return int(words) if words.isdecimal() else self._page.lexicon.ordinals.get(words) or ROMAN.get(words)

    def _sessions(self) -> Iterator[EventMention]:
        """Kỳ họp thứ 21 HĐND tỉnh Lào Cai khóa X: a number and the body that meets."""
        for session in self._numbered.find():
            day = self._day_of(session.start, session.end, session.is_met) or self._day_after(session.number_end)
            day = day or self._month_before(session.start)
            held = day is not None or self._is_held(session.start) or session.is_met
            held = held or _OPENS_OR_ENDS.match(self._page.low, session.end) is not None
            yield EventMention(session.start, session.end, session.name, session.form, day, held=held)

    def _local_congresses(self) -> Iterator[EventMention]:
        """Đại hội đại biểu Đảng bộ tỉnh Lào Cai lần thứ XVI."""
        for congress in self._congressed.find():
            day = self._day_of(congress.start, congress.end, congress.is_met) or self._month_before(congress.start)
            day = None if day and _is_long_before(day, congress.name) else day
            held = day is not None or congress.is_met or self._is_held(congress.start)
            yield EventMention(congress.start, congress.end, congress.name, "conference", day, held=held)

    def _is_held(self, start: int) -> bool:
        """Whether the word before says that it is held or attended, or that something happens at it."""
        return not self._is_to_be(start) and (self._holds(start) or self._page.is_after("opens_event", start))

    def _is_to_be(self, start: int) -> bool:
        """Whether the words before say that it is prepared: "thời gian tổ chức", "chuẩn bị mở"."""
        low = self._page.low
        return low.endswith(_TO_BE_ENDS, 0, start) and bool(_TO_BE.search(low, max(0, start - _BEFORE), start))

    def _holds(self, start: int) -> bool:
        """Whether the words before say that it, or a part of it, is held or attended."""
        if self._is_to_be(start):
            return False
        adverb = next((words for words in _ADVERBS if self._page.low.endswith(words, 0, start)), "")
        start -= len(adverb)
        near = self._page.low[max(0, start - _BEFORE) : start]
        told = any(word in near for word in _PART_WORDS)
        part = _PART.search(self._page.low, max(0, start - _BEFORE), start) if told else None
        return bool(part and part["works"]) or self._page.is_after("holds_event", part.start() if part else start)

    def _conferences(self, known: list[EventMention]) -> Iterator[EventMention]:
        """Conferences with a name that says more than "the conference"."""
        for conference in self._named.find(known):
            day = self._day_after(conference.end) or self.opening_day(conference.start)
            yield EventMention(conference.start, conference.end, conference.name, "conference", day)

    def opening_day(self, place: int) -> str | None:
        """The day with which the event's sentence begins, if one stands before the event in it."""
        day = self._first_day(place)
        return day.iso(self._year) if day else None

    def _is_dated(self, place: int) -> bool:
        """Whether the sentence names its day before the place, be it without its year or as that of the report."""
        return self._named_day(place) is not None or self._today(place) is not None

    def _is_dated_at_all(self, place: int) -> bool:
        """Whether it does, or names the day as that of the sentences before: "Sáng cùng ngày, …"."""
        return self._is_dated(place) or self._same_day(place) is not None

    def day_told_before(self, place: int) -> str | None:
        """The day with which one of the sentences before begins: "Chiều 24/10, Quốc hội nghe … Sau đó, … thông qua"."""
        sentence = self._page.sentence_at(place)
        for _ in range(_SENTENCES):
            if not sentence.start:
                return None
            sentence = self._page.sentence_at(sentence.start - 1)
            day = self._first_day(sentence.end - 1)
            if day and not self._is_dateline(day):
                opens = day.start - sentence.start <= _OPENING and not _EARLIER.match(self._page.low, sentence.start)
                return day.iso(self._year) if opens else None
        return None

    def _first_day(self, place: int) -> DateMention | None:
        """The first day that the sentence names before the place, of the sentence before or of the report."""
        return self._named_day(place) or self._same_day(place) or self._day_of_report(place)

    def _today(self, place: int) -> re.Match[str] | None:
        """The words of the place's sentence that tell of the day of the report: "Sáng nay, tại …"."""
        start = self._page.sentence_at(place).start
        end = min(place, start + _OPENING)
        return _TODAY.search(self._page.low, start, end) if self._page.low.find(_NAY, start, end) >= 0 else None

    def _day_of_report(self, place: int) -> DateMention | None:
        """The day of "Sáng nay, tại …", where the report has a line for its date."""
        today = self._today(place)
        if not today:
            return None
        line = next((d for d in self._dates if d.year and d.start < _HEAD and self._is_dateline(d)), None)
        return replace(line, start=today.start(), end=today.end()) if line else None

    def _is_dateline(self, day: DateMention) -> bool:
        """Whether the day stands in a line of its own, with the time and the like: "14:20 28/09/2023 GMT+7"."""
        line = self._page.paragraph_at(day.start)
        words = _LINE_WORD.findall(self._page.low, line.start, line.end)
        return line.end - line.start < _DATELINE and len(words) <= _FEW

    def _named_day(self, place: int) -> DateMention | None:
        """The first day that the sentence names before the place, but for those of documents."""
        index = bisect_left(self._date_starts, self._page.sentence_at(place).start)
        before = (d for d in self._dates[index : index + _DAYS] if d.start < place)
        return next((d for d in before if not self._is_of_document(d)), None)

    def _same_day(self, place: int) -> DateMention | None:
        """The last day named before a sentence that tells of the same: "Trước đó, vào chiều cùng ngày, tại …"."""
        sentence = self._page.sentence_at(place)
        opening = min(place, sentence.start + _OPENING)
        told = self._page.low.find(_SAME_WORDS, sentence.start, opening) >= 0
        same = _SAME_DAY.search(self._page.low, sentence.start, opening) if told else None
        index = bisect_left(self._date_starts, sentence.start)
        return replace(self._dates[index - 1], start=same.start(), end=same.end()) if same and index else None

    def _is_of_document(self, day: DateMention) -> bool:
        """Nghị quyết số 18-NQ/TW ngày 25/10/2017 của Hội nghị Trung ương 6."""
        return bool(_OF_DOCUMENT.search(self._page.low, max(0, day.start - 30), day.start))

    def _day_of(self, start: int, end: int, is_met: bool = False) -> str | None:
        """The day that opens the event's sentence, where it is that of the event, else the day right after the event.

        "Ngày 10/5/2022, Hội nghị …", "Sáng 8/12, tỉnh khai mạc Kỳ họp …"; not "Ngày 2/6, tỉnh bàn kết luận của …".
        """
        low, day = self._page.low, self._first_day(start)
        held = is_met or self._holds(start)
        if day and (_DAY_BEFORE.fullmatch(low, day.end, start) or held):
            return day.iso(self._year)
        return self._day_after(end)

    def _month_before(self, start: int) -> str | None:
        """The month of "Tháng 1/2011, tại Đại hội …"."""
        month = _MONTH_BEFORE.search(self._page.low, max(0, start - _BEFORE), start)
        return f"{month[2]}-{int(month[1]):02}" if month and 1 <= int(month[1]) <= 12 else None

    def _day_after(self, end: int) -> str | None:
        """The day that follows right after the name of an event: "Hội nghị … diễn ra vào ngày 5/6"."""
        low, index = self._page.low, bisect_left(self._date_starts, end)
        after = self._dates[index] if index < len(self._dates) else None
        near = after and after.start < end + _NEAR and _DAY_AFTER.fullmatch(low, end, after.start)
        near = None if after and near and self._is_of_document(after) else near
        month = _MONTH_AFTER.match(low, end)
        if month and 1 <= int(month[1]) <= 12:
            return f"{month[2]}-{int(month[1]):02}"
        apart = near and after and near.group().startswith(",") and not _CLOSES.match(low, after.end)
        return after.iso(self._year) if after and near and not apart else None  # "Sau Hội nghị …, ngày 2/6 xã họp"


def _is_long_before(day: str, name: str) -> bool:
    """Whether the day is of another year than that in which a congress of such a term was held."""
    term = _FIRST_YEAR.search(name)
    return bool(term and int(term[1]) - int(day[:4]) > 1)


def _add(found: list[EventMention], mentions: Iterable[EventMention]) -> None:
    """Puts the mentions in their place, but for those that overlap one already there."""
    for mention in mentions:
        place = bisect_left(found, mention.start, key=lambda e: e.start)
        before = place > 0 and found[place - 1].end > mention.start
        after = found[place] if place < len(found) else None
        if not before and (after is None or after.start >= mention.end or _is_about(mention, after)):
            found.insert(place, mention)


def _is_about(mention: EventMention, other: EventMention) -> bool:
    """Whether the other event is only spoken of in the name of this one: "Hội nghị thông báo kết quả Hội nghị …"."""
    return mention.start < other.start and other.end <= mention.end and not other.held
