"""Events that a text names: congresses, plenums, numbered sessions of a body, conferences with a name of their own."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from ingest.rules.bodies import BodyReader
from ingest.rules.body_mentions import BodyMention
from ingest.rules.conferences import Conferences
from ingest.rules.dates import DateMention
from ingest.rules.event_mentions import EventMention, with_one_name_each
from ingest.rules.event_names import CONGRESS, PLENUM, printed_congress, printed_plenum, term_name
from ingest.rules.page import Page
from ingest.rules.sessions import Sessions

# What may stand between a day and the event that it opens, between an event and its day, and before a document's day.
_DAY_BEFORE = re.compile(r"[\s,)]*(?:(?:tại|ở) [^,.;:]{1,40},\s*)?(?:tại )?")
_DAY_AFTER = re.compile(
    r"(?:,? nhiệm kỳ [\d –-]{9,13})?"
    r"(?:\s*\(|\s+(?:vào )?|[\s,]+(?:(?:đã|được|vừa) )*(?:diễn ra|tổ chức|khai mạc|họp) (?:vào |trong (?:buổi )?)?)"
    r"(?:(?:sáng|chiều|tối|ngày) )*"
)
# Đại hội … lần thứ XIII của Đảng (tháng 1/2021)
_MONTH_AFTER = re.compile(r"\s*\((?:vào )?(?:tháng )?(\d{1,2})(?:\s?[/-]\s?| năm )((?:19|20)\d\d)\)")
# Ban Chấp hành Trung ương Đảng khóa XIII đã họp xem xét, cho ý kiến về công tác cán bộ
_MET = re.compile(
    r"(?P<term> khóa (?:[ivx]+|\d{1,2}))?,? (?:đã )?(?:tiến hành )?họp,? (?:để )?(?P<about>"
    r"(?:xem xét|cho ý kiến|thảo luận)(?:, (?:xem xét|cho ý kiến|thảo luận|kết luận|quyết định)){0,3}"
    r" [^.;:,\n()“”]{4,90})"
)
_LEADERS = ("Ban Chấp hành Trung ương Đảng", "Bộ Chính trị", "Ban Bí thư")
_OF_DOCUMENT = re.compile(r"[-/][a-zđ][\w./]*[\s,(]+(?:(?:ban hành|ký) )?(?:ngày )?$")
_DAYS = 3  # of a sentence, of which some may be those of documents
_NEAR = 60  # characters between an event and the day that follows it


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
        self._numbered = Sessions(page, reader, bodies)
        self._dates = dates
        self._date_starts = [d.start for d in dates]
        self._year = year
        self._named = Conferences(page, reader, self.opening_day, abbreviations)

    def find_all(self) -> list[EventMention]:
        """Every mention, in order; of two that overlap the more regular name."""
        found: list[EventMention] = []
        regular = (self._plenums, self._congresses, self._sessions, self._local_congresses)
        for read in (*regular, self._conferences, self._meetings):
            for mention in read():
                place = bisect_left(found, mention.start, key=lambda e: e.start)
                before = place > 0 and found[place - 1].end > mention.start
                after = found[place] if place < len(found) else None
                if not before and (after is None or after.start >= mention.end or _is_about(mention, after)):
                    found.insert(place, mention)
        return with_one_name_each(found)

    def _congresses(self) -> Iterator[EventMention]:
        """Đại hội XIII của Đảng, however it is printed."""
        for m in CONGRESS.finditer(self._page.low):
            term, held = term_name(m["term"]), self._is_held(m.start())
            day = self._day_of(m.start(), m.end())
            yield EventMention(m.start(), m.end(), printed_congress(m), "congress", day, term, held=held)

    def _plenums(self) -> Iterator[EventMention]:
        """Hội nghị Trung ương 5 khóa XIII, however it is printed."""
        for m in PLENUM.finditer(self._page.low):
            words = (m["number"] or m["number2"]).strip()
            ordinal = int(words) if words.isdecimal() else self._page.lexicon.ordinals.get(words)
            if ordinal:
                name, day = printed_plenum(m), self._day_of(m.start(), m.end())
                held = day is not None or self._is_held(m.start())
                yield EventMention(m.start(), m.end(), name, "plenum", day, term_name(m["term"]), ordinal, held)

    def _sessions(self) -> Iterator[EventMention]:
        """Kỳ họp thứ 21 HĐND tỉnh Lào Cai khóa X: a number and the body that meets."""
        for session in self._numbered.find():
            day = self._day_of(session.start, session.end, session.is_met)
            held = day is not None or self._is_held(session.start) or session.is_met
            yield EventMention(session.start, session.end, session.name, session.form, day, held=held)

    def _local_congresses(self) -> Iterator[EventMention]:
        """Đại hội đại biểu Đảng bộ tỉnh Lào Cai lần thứ XVI."""
        for congress in self._numbered.congresses():
            day = self._day_of(congress.start, congress.end)
            yield EventMention(congress.start, congress.end, congress.name, "conference", day)

    def _is_held(self, start: int) -> bool:
        """Whether the word before says that it is held or attended, or that something happens at it."""
        return self._page.is_after("holds_event", start) or self._page.is_after("opens_event", start)

    def _conferences(self) -> Iterator[EventMention]:
        """Conferences with a name that says more than "the conference"."""
        for conference in self._named.find():
            day = self.opening_day(conference.start) or self._day_after(conference.end)
            yield EventMention(conference.start, conference.end, conference.name, "conference", day)

    def _meetings(self) -> Iterator[EventMention]:
        """What a leading body of the Party met on, on a day that the sentence names: "Bộ Chính trị họp xem xét …"."""
        for body in self._bodies:
            met = _MET.match(self._page.low, body.end) if body.name in _LEADERS else None
            day = self.opening_day(body.start) if met else None
            if met and day:
                words = self._page.shown[met.start("about") : met.end("about")].strip()
                term = self._page.shown[met.start("term") : met.end("term")] if met["term"] else ""
                yield EventMention(body.start, met.end(), f"Cuộc họp {body.name}{term} {words}", "meeting", day)

    def opening_day(self, place: int) -> str | None:
        """The day with which the event's sentence begins, if one stands before the event in it."""
        day = self._first_day(place)
        return day.iso(self._year) if day else None

    def _first_day(self, place: int) -> DateMention | None:
        """The first day that the sentence names before the place, but for those of documents."""
        index = bisect_left(self._date_starts, self._page.sentence_at(place).start)
        before = (d for d in self._dates[index : index + _DAYS] if d.start < place)
        return next((d for d in before if not self._is_of_document(d)), None)

    def _is_of_document(self, day: DateMention) -> bool:
        """Nghị quyết số 18-NQ/TW ngày 25/10/2017 của Hội nghị Trung ương 6."""
        return bool(_OF_DOCUMENT.search(self._page.low, max(0, day.start - 30), day.start))

    def _day_of(self, start: int, end: int, is_met: bool = False) -> str | None:
        """The day that opens the event's sentence, where it is that of the event, else the day right after the event.

        "Ngày 10/5/2022, Hội nghị …", "Sáng 8/12, tỉnh khai mạc Kỳ họp …"; not "Ngày 2/6, tỉnh bàn kết luận của …".
        """
        low, day = self._page.low, self._first_day(start)
        held = is_met or self._page.is_after("holds_event", start)
        if day and (_DAY_BEFORE.fullmatch(low, day.end, start) or held):
            return day.iso(self._year)
        return self._day_after(end)

    def _day_after(self, end: int) -> str | None:
        """The day that follows right after the name of an event: "Hội nghị … diễn ra vào ngày 5/6"."""
        low, index = self._page.low, bisect_left(self._date_starts, end)
        after = self._dates[index] if index < len(self._dates) else None
        near = after and after.start < end + _NEAR and _DAY_AFTER.fullmatch(low, end, after.start)
        month = _MONTH_AFTER.match(low, end)
        if month and 1 <= int(month[1]) <= 12:
            return f"{month[2]}-{int(month[1]):02}"
        return after.iso(self._year) if after and near else None


def _is_about(mention: EventMention, other: EventMention) -> bool:
    """Whether the other event is only spoken of in the name of this one: "Hội nghị thông báo kết quả Hội nghị …"."""
    return mention.start < other.start and other.end <= mention.end and not other.held
