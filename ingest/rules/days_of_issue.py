"""On what day a document was issued, where the sentence opens with it: "Ngày 6/8, … ban hành Chỉ thị số 17-CT/TU"."""

import re
from bisect import bisect_left

from ingest.rules.dates import DateMention
from ingest.rules.document_mentions import DocumentMention
from ingest.rules.page import Page

_ISSUED_NOW = re.compile(r"(?<!\w)(?:(?:ký\s+)?(?:ban hành|ký)|đã có|có|ra)\s+(?:các\s+)?$")
_OPENS_CLAUSE = re.compile(
    r"[,;:] (?:(?:đến|tới|vào|ngay|từ|ngay từ|sáng|chiều|tối) )?(?:ngày )?$"
)  # Căn cứ …, ngày 17/11 tỉnh ban hành
_CLAUSE = re.compile(r",?\s[^.,;:\n\d]{2,90}\s")
_OPENING_DAY = re.compile(
    r"[\s\-–(*]*(?:[a-zđ .]{2,12}\s*[-–]\s*)?(?:(?:tại|ở) [^,;\n]{2,40}, )?"
    r"(?:(?:ngay từ|cụ thể|trước đó|theo đó|trước đây|sau đó|tiếp đó|đồng thời|cùng với đó|đến|cùng),? )?(?:vào )?"
    r"(?:(?:sáng|chiều|tối|mới đây|hôm nay)\s*)?,?\s*\(?(?:ngày\s*)?"
)
_SAME_DAY = re.compile(r"\W*(?:cũng )?(?:trong )?cùng ngày,? ")
_LISTED = re.compile(r"\s*(?:,|và|;)\s*(?:số\s+)?")


def add_days_of_issue(page: Page, found: list[DocumentMention], dates: list[DateMention], year: int | None) -> None:
    """ "Ngày 6/8, Ban Thường vụ Tỉnh ủy ban hành Chỉ thị số 17-CT/TU": the day that opens sentence or clause."""
    given: set[int] = set()  # where those begin that have their day by this rule
    for place, mention in enumerate(found):
        sentence = page.sentence_at(mention.start)
        before = found[place - 1] if place else None
        if before and before.start in given and _LISTED.fullmatch(page.low, before.end, mention.start):
            mention.issued = mention.issued or before.issued
            given.add(mention.start)
        now = _ISSUED_NOW.search(page.low, max(sentence.start, mention.start - 20), mention.start)
        if not now or mention.issued:
            continue
        index = bisect_left(dates, sentence.start, key=lambda d: d.start)
        day = dates[index] if index < len(dates) else None
        if day and day.start < mention.start and _OPENING_DAY.fullmatch(page.low, sentence.start, day.start):
            mention.issued = day.iso(year)
        elif index and _SAME_DAY.match(page.low, sentence.start):
            mention.issued = dates[index - 1].iso(year)
        if mention.issued:
            given.add(mention.start)
            continue
        index = bisect_left(dates, mention.start, key=lambda d: d.start)
        last = dates[index - 1] if index else None
        begin = max(sentence.start, found[place - 1].end if place else 0)
        if last and begin < last.start and _OPENS_CLAUSE.search(page.low, begin, last.start):
            told = _CLAUSE.fullmatch(page.low, last.end, now.start())
            mention.issued = last.iso(year) if told else None
