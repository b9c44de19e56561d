"""On what day a document was issued, where the sentence opens with it: "Ngày 6/8, … ban hành Chỉ thị số 17-CT/TU"."""

import re
from bisect import bisect_left

from ingest.cued import Cued
from ingest.rules.mentions.document_mentions import DocumentMention
from ingest.rules.text.dates import DateMention
from ingest.rules.text.page import Page, Span

_ISSUED_NOW = re.compile(r"(?<!\w)(?:(?:ký\s+)?(?:ban hành|ký)|đã có|có|ra)\s+(?:các\s+)?$")
_OPENS_CLAUSE = re.compile(
    r"[,;:] (?:(?:đến|tới|vào|ngay|từ|ngay từ|sáng|chiều|tối) )?(?:ngày )?$"
)  # Căn cứ …, ngày 17/11 tỉnh ban hành
_CLAUSE = re.compile(r",?\s[^.,;:\n\d]{2,90}\s")
_OPENING_DAY = re.compile(
    r"[\s\-–(*]*(?:[a-zđ .]{2,12}\s*[-–]\s*)?(?:(?:tại|ở) [^,;\n]{2,40}, )?"
    r"(?:(?:ngay từ|cụ thể|trước đó|theo đó|trước đây|sau đó|tiếp đó|đồng thời|cùng với đó|đến|cùng),? )?"
    r"(?:cũng )?(?:vào |trong )?"
    r"(?:(?:sáng|chiều|tối|mới đây|hôm nay)\s*)?,?\s*\(?(?:ngày\s*)?"
)
_SAME_DAY = re.compile(r"\W*(?:cũng )?(?:trong )?cùng ngày,? ")
_LISTED = re.compile(r"\s*(?:,|và|;)\s*(?:số\s+)?")
_ITEM = re.compile(r",? (?:về|quy định|sửa đổi|hướng dẫn|ban hành) [^.;:\n]{3,240}; (?:và )?")
_SIGNED_TOGETHER = Cued(
    "ký",
    r"(?<!\w)ký(?: ban hành)? (?:các|những|hai|ba|bốn|năm|\d{1,2}) (?P<kind>quyết định|nghị quyết)(?! số)(?!\w)",
)
_IS_TOLD = re.compile(
    r"\)?,? (?:theo )?(?:thông tin|tin|nguồn tin|báo cáo) (?:từ|của) "
)  # Chiều 4-8, thông tin từ … cho biết
_YEAR = 4  # characters of a year
_BY_ONE = re.compile(r",?\s(?!tin |theo |thông tin )[^.;:\n]{3,120}\s")  # between the day and the word for signing
_SERIES = 2400  # characters in which documents follow that somebody signed together
_MOST = 24  # documents of such a series
_OPENS = re.compile(r"(?<!\w)(?:tại|theo|bằng)(?: các)? $")
_WORD = 12  # characters before a document in which that stands
_BEFORE = re.compile(r"\W*(?:trước đó|trước đây|mới đây|cùng ngày|năm \d{4}|tháng \d)")
_FIGURES = re.compile(r"^\d+[a-z]?")
_ALSO_THEN = re.compile(r",? cùng ngày(?= của|,)")  # Tại Quyết định số 12/QĐ-TTg cùng ngày, …


def opening_day(page: Page, sentence: Span, dates: list[DateMention], limit: int) -> DateMention | None:
    """The day with which the sentence opens, before a place: "Ngày 6/8, Phó Thủ tướng ký …"."""
    index = bisect_left(dates, sentence.start, key=lambda d: d.start)
    day = dates[index] if index < len(dates) else None
    opens = day and day.start < limit and _OPENING_DAY.fullmatch(page.low, sentence.start, day.start)
    return day if opens else None


def add_days_of_issue(page: Page, found: list[DocumentMention], dates: list[DateMention], year: int | None) -> None:
    """ "Ngày 6/8, Ban Thường vụ Tỉnh ủy ban hành Chỉ thị số 17-CT/TU": the day that opens sentence or clause."""
    given: set[int] = set()  # where those begin that have their day by this rule
    for place, mention in enumerate(found):
        also = _ALSO_THEN.match(page.low, mention.end) if not mention.issued and place else None
        if also:
            mention.issued, mention.end = found[place - 1].issued, also.end()
            continue
        sentence = page.sentence_at(mention.start)
        before = found[place - 1] if place else None
        if before and before.start in given and _follows(page, before, mention):
            mention.issued = mention.issued or before.issued
            given.add(mention.start)
        now = _ISSUED_NOW.search(page.low, max(sentence.start, mention.start - 20), mention.start)
        if not now or len(mention.issued or "") > _YEAR:  # "Kết luận 152-KL/TW năm 2025" has a day all the same
            continue
        index = bisect_left(dates, sentence.start, key=lambda d: d.start)
        day = opening_day(page, sentence, dates, mention.start)
        if day and _IS_TOLD.match(page.low, day.end, mention.start):
            continue
        if day:
            mention.issued = day.iso(year)
        elif index and _SAME_DAY.match(page.low, sentence.start):
            mention.issued = dates[index - 1].iso(year)
        if len(mention.issued or "") > _YEAR:
            given.add(mention.start)
            continue
        index = bisect_left(dates, mention.start, key=lambda d: d.start)
        last = dates[index - 1] if index else None
        begin = max(sentence.start, found[place - 1].end if place else 0)
        if last and begin < last.start and _OPENS_CLAUSE.search(page.low, begin, last.start):
            told = _CLAUSE.fullmatch(page.low, last.end, now.start())
            mention.issued = last.iso(year) if told else mention.issued
    for match in page.each(_SIGNED_TOGETHER) if found else ():
        _add_day_of_series(page, match, found, dates, year)


def _follows(page: Page, before: DocumentMention, mention: DocumentMention) -> bool:
    """Whether one of a list follows: "Nghị quyết số 5 và số 6"; "Nghị định A quy định …; Nghị định B …" of a code."""
    if _LISTED.fullmatch(page.low, before.end, mention.start):
        return True
    codes = [_FIGURES.sub("", document.number or "") for document in (before, mention)]
    return codes[0] == codes[1] != "" and _ITEM.fullmatch(page.low, before.end, mention.start) is not None


def _add_day_of_series(
    page: Page, match: re.Match[str], found: list[DocumentMention], dates: list[DateMention], year: int | None
) -> None:
    """ "Ngày 19/9, Thủ tướng ký các quyết định …. Cụ thể, tại Quyết định số 12/QĐ-TTg, …": of that day is each that
    opens what it decides, up to one of another code."""
    day = opening_day(page, page.sentence_at(match.start()), dates, match.start())
    if not day or not _BY_ONE.fullmatch(page.low, day.end, match.start()):
        return
    code = None
    first = bisect_left(found, match.end(), key=lambda d: d.start)
    for document in found[first : first + _MOST]:
        own = _FIGURES.sub("", document.number or "")
        goes_back = _BEFORE.match(page.low, page.sentence_at(document.start).start)
        if document.start > match.end() + _SERIES or goes_back:
            return
        kind = page.lexicon.document_kinds[match["kind"]]
        if document.kind == kind and _OPENS.search(page.low, max(0, document.start - _WORD), document.start):
            if code not in (None, own):
                return
            code = own
            document.issued = document.issued or day.iso(year)
