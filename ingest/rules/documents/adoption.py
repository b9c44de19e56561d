"""On what day an assembly adopted a document: that of the sentence that says so, else that of its session."""

import re
from bisect import bisect_left

from ingest.lexicon import one_of
from ingest.rules.events.events import Events
from ingest.rules.mentions.document_mentions import DocumentMention
from ingest.rules.mentions.event_mentions import EventMention
from ingest.rules.text.dates import DateMention
from ingest.rules.text.list_leads import list_lead
from ingest.rules.text.page import Page

ADOPTED = ("Nghị quyết", "Luật", "Bộ luật", "Pháp lệnh", "Hiến pháp", "Kết luận")
ADOPTS = one_of(("thông qua", "biểu quyết thông qua"))
_OF_PARTY = ("name:congress", "name:plenum")  # "thông qua Chương trình thực hiện Nghị quyết Đại hội XIII"
_SESSION = ("Kỳ họp", "Phiên họp")
_BEHIND = re.compile(r",? (?:vào )?(?:(?:ngày|sáng|chiều|tối) )*(?:(?:qua|nay),? )?(?:ngày )?\(?")
# thông qua Nghị quyết sửa đổi, bổ sung một số điều của Hiến pháp: not what is adopted
_CHANGED = ("Hiến pháp", "Luật", "Bộ luật", "Pháp lệnh")
_ON_ANOTHER = re.compile(
    r"(?<!\w)(?:nghị quyết|pháp lệnh) [^.;:\n]{0,80}(?:sửa đổi|bổ sung|thi hành|của|theo|thực hiện) $"
)
_OF_ASSEMBLY = re.compile(r"/(?:QH|UBTVQH)\d+$|/NQ-HĐND$")
_YEAR = re.compile(r"/((?:19|20)\d\d)/")
_PASSIVE = re.compile(r"(?<!\w)được [^.,;:\n]{4,50} $")
_WORD = 60  # characters before the word for adopting in which it is told as done before
_RIGHT_BEFORE = re.compile(r" (?:các |toàn văn )?")
_AND = re.compile(r"(?:,|;| và|, và|; và) ")
_REACH = 900  # characters of a sentence in which what is adopted is listed


def date_adopted(
    page: Page,
    documents: list[DocumentMention],
    events: Events,
    found: list[EventMention],
    dates: list[DateMention],
    year: int | None,
) -> None:
    """Dates the documents of which the text says that they were adopted, where it gives no other day of theirs."""
    last: DocumentMention | None = None  # of those that are dated so
    sessions = _Sessions(page, found)
    for document in documents:
        if document.issued or document.kind not in ADOPTED or document.key.startswith(_OF_PARTY):
            continue
        told = _told_day(page, documents, document, events, sessions, dates, year, last)
        if document.number and (not _OF_ASSEMBLY.search(document.number) or not _is_of_year(document.number, told)):
            last = None
            continue
        document.issued = told
        last = document if told else None


def _is_of_year(number: str, day: str | None) -> bool:
    """Whether the year that the number has, if it has one, is that of the day: 176/2025/QH15."""
    year = _YEAR.search(number)
    return day is not None and (year is None or year[1] == day[:4])


def _told_day(
    page: Page,
    documents: list[DocumentMention],
    document: DocumentMention,
    events: Events,
    sessions: "_Sessions",
    dates: list[DateMention],
    year: int | None,
    last: DocumentMention | None,
) -> str | None:
    """The day on which the text says that the document was adopted, by itself or with the last one before it."""
    sentence = list_lead(page, document.start) or page.sentence_at(document.start)
    place = min(document.start, sentence.end)
    adopts = ADOPTS.search(page.low, max(sentence.start, place - _REACH), place)
    if not adopts or page.is_planned(adopts.start()):
        return None
    if document.number and not _RIGHT_BEFORE.fullmatch(page.low, adopts.end(), place):
        return last.issued if last and _AND.fullmatch(page.low, last.end, document.start) else None
    if document.kind in _CHANGED and _ON_ANOTHER.search(page.low, adopts.end(), place):
        return None
    behind = None if _ends_with_another(documents, document) else _day_behind(page, document, dates, year)
    told_of = _PASSIVE.search(page.low, max(sentence.start, adopts.start() - _WORD), adopts.start())
    if told_of and not behind and sessions.is_undated_at(document.start):
        return None  # "Sáng 11/7, … công bố các luật đã được Quốc hội thông qua tại Kỳ họp thứ 9, gồm: Luật …"
    behind = behind or events.opening_day(adopts.start())
    if behind or sessions.is_undated_at(adopts.start()):
        return behind
    return sessions.last_day_before(document.start) or events.day_told_before(adopts.start())


def _ends_with_another(documents: list[DocumentMention], document: DocumentMention) -> bool:
    """Whether another is named within its name: the day behind "Nghị quyết bãi bỏ Nghị quyết số …" is of that."""
    index = bisect_left(documents, document.start + 1, key=lambda d: d.start)
    return index < len(documents) and documents[index].start < document.end


def _day_behind(page: Page, document: DocumentMention, dates: list[DateMention], year: int | None) -> str | None:
    """The day of "thông qua nghị quyết miễn nhiệm … đối với ông X vào chiều qua 24/10"."""
    index = bisect_left(dates, document.end, key=lambda d: d.start)
    day = dates[index] if index < len(dates) else None
    return day.iso(year) if day and _BEHIND.fullmatch(page.low, document.end, day.start) else None


class _Sessions:
    """The sessions of a page and their days; `found` are its events in order of place."""

    def __init__(self, page: Page, found: list[EventMention]) -> None:
        self._page = page
        self._found = found
        self._dated = {e.key for e in found if e.date}
        self._days = [(e.start, e.date) for e in found if e.date and e.name.startswith(_SESSION)]

    def is_undated_at(self, place: int) -> bool:
        """Whether the sentence says at which session, of which no day is told: "tại Kỳ họp thứ 7, … thông qua"."""
        index = bisect_left(self._found, place, key=lambda e: e.start)
        event = self._found[index - 1] if index else None
        if event is None or not event.name.startswith(_SESSION):
            return False
        return event.start >= self._page.sentence_at(place).start and event.key not in self._dated

    def last_day_before(self, place: int) -> str | None:
        """The day of the session named last before the place."""
        index = bisect_left(self._days, place, key=lambda day: day[0])
        return self._days[index - 1][1] if index else None
