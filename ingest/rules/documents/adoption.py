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
_OF_ASSEMBLY = re.compile(r"/(?:QH|UBTVQH)\d+$|/NQ-HĐND$")
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
    for document in documents:
        if document.issued or document.kind not in ADOPTED or document.key.startswith(_OF_PARTY):
            continue
        if document.number:
            if last and _OF_ASSEMBLY.search(document.number) and _AND.fullmatch(page.low, last.end, document.start):
                same_year = f"/{(last.issued or '')[:4]}/" in document.number
                document.issued = last.issued if same_year else None
                last = document if same_year else None
            continue
        sentence = list_lead(page, document.start) or page.sentence_at(document.start)
        place = min(document.start, sentence.end)
        adopts = ADOPTS.search(page.low, max(sentence.start, place - _REACH), place)
        if adopts and not page.is_planned(adopts.start()):
            document.issued = (
                (None if _ends_with_another(documents, document) else _day_behind(page, document, dates, year))
                or events.opening_day(adopts.start())
                or _day_of_session(found, document.start)
                or events.day_told_before(adopts.start())
            )
            last = document if document.issued else None


def _ends_with_another(documents: list[DocumentMention], document: DocumentMention) -> bool:
    """Whether another is named within its name: the day behind "Nghị quyết bãi bỏ Nghị quyết số …" is of that."""
    index = bisect_left(documents, document.start + 1, key=lambda d: d.start)
    return index < len(documents) and documents[index].start < document.end


def _day_behind(page: Page, document: DocumentMention, dates: list[DateMention], year: int | None) -> str | None:
    """The day of "thông qua nghị quyết miễn nhiệm … đối với ông X vào chiều qua 24/10"."""
    index = bisect_left(dates, document.end, key=lambda d: d.start)
    day = dates[index] if index < len(dates) else None
    return day.iso(year) if day and _BEHIND.fullmatch(page.low, document.end, day.start) else None


def _day_of_session(found: list[EventMention], place: int) -> str | None:
    """The day of the session named last before the place."""
    index = bisect_left(found, place, key=lambda e: e.start)
    return next((e.date for e in reversed(found[:index]) if e.date and e.name.startswith(_SESSION)), None)
