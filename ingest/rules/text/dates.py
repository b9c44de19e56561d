"""Dates in running text: 02/6/2022, 2-6-2022, ngày 02 tháng 6 năm 2022, sáng 31/3, quý I/2023."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from datetime import date, timedelta

from ingest.cued import Cued
from ingest.rules.text.page import Page

_NUMERIC = Cued("", r"(?<![\d/.-])(\d{1,2})\s?[/.-]\s?(\d{1,2})(?:\s?[/.-]\s?((?:19|20)\d\d))?(?![\d/]|[.-]\d)")
# the first of several days: 1-2/12/2020; ngày 24 và 25/1; từ ngày 15 đến 17/10; chiều 16 và sáng 17.10.2020
_SEVERAL = Cued(
    "",
    r"(?<![\d/.-])(\d{1,2})(?:, ?\d{1,2}){0,5}"
    r"(?:\s?[-–]\s?\d{1,2}\s?[/.]|,? (?:và|đến|tới|đến hết) (?:(?:hết )?(?:ngày|sáng|chiều|tối) )?\d{1,2}\s?[/.-])"
    r"\s?(\d{1,2})(?:\s?[/.-]\s?((?:19|20)\d\d))?(?![\d/]|[.-]\d)",
)
# the first of several days of a month in words: ngày 09 - 10 tháng 12 năm 2020; các ngày 5, 6 tháng 7
_SEVERAL_IN_WORDS = re.compile(
    r"ngày\s+(\d{1,2})(?:\s?[-–,]\s?|\s+(?:và|đến)\s+(?:ngày\s+)?)\d{1,2}\s+tháng\s+(\d{1,2})(?:\s+năm\s+((?:19|20)\d\d))?(?!\d)"
)
# the first of days in two months: từ ngày 18/6 - 19/6/2008; 30/12 đến 4/1/2025
_SPAN_OF_DAYS = Cued(
    "",
    r"(?<![\d/.-])(\d{1,2})\s?[/.]\s?(\d{1,2})(?=(?:\s?[-–]\s?|,? (?:đến|tới|và) (?:hết )?(?:ngày )?)"
    r"\d{1,2}\s?[/.]\s?(\d{1,2})\s?[/.-]\s?((?:19|20)\d\d)(?!\d))",
)
_WORDS = re.compile(r"ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})(?:\s+năm\s+((?:19|20)\d\d))?")
_SHORT_YEAR = re.compile(r"ngày\s+(\d{1,2})([-/])(\d{1,2})\2(4[5-9]|[5-9]\d)(?![\w/-])")  # ngày 25-7-47
_QUARTER = re.compile(r"quý\s+(iv|i{1,3}|[1-4])\s*[/-]?\s*(?:năm\s+)?((?:19|20)\d\d)")
_YEAR = re.compile(r"((?:19|20)(?<!\d..)\d\d)(?!\d)(?P<number>/[a-zđ])?")  # the number: 57/2014/QH13
# Before a year that is not that of the report: of a life, of what is to come, of a law.
_LEFT_OUT = re.compile(
    r"(?:(?:sinh|từ|đến|sn|vào|giai đoạn)\s+(?:(?:năm|tháng|ngày)\s+)?(?:\d{1,2}\s?[/.-]\s?){0,2}"
    r"|(?:(?<!thực hiện )nhiệm vụ|phương hướng|kế hoạch|chương trình|dự toán|mục tiêu|chỉ tiêu|giải pháp)"
    r"[^.,;:\n]{0,40}? năm )$"
)
# Never that of the report: "sinh ngày 8/1/1970", "từ tháng 9/1992 đến tháng 7/1996"
_OF_LIFE = re.compile(
    r"(?:(?<!\w)(?:sinh|sn)\s[^.;,\n]{0,20}|(?:từ|đến)\s+(?:(?:năm|tháng)\s+)(?:\d{1,2}\s?[/.-]\s?)?)$"
)
# A report is no older than since when somebody does what they do: "từ tháng 9/2021"
_SINCE = re.compile(r"(?<!\w)từ\s+(?:năm|tháng)\s+(?:\d{1,2}\s?[/.-]\s?)?$")
_OF_NUMBER = re.compile(r"(?:nghị quyết|quyết định|chỉ thị|thông tư|nghị định)(?: số)? \d{1,5}/$")  # Nghị quyết 98/2023
_OF_LAW = re.compile(r"(?<!\w)(?:hiến pháp|(?<!kỷ )luật(?! sư)|pháp lệnh)[^.,;:\n]{0,50}? $")
_LEAD = 64  # characters before a year that tell what it is of
_REVIEWED = re.compile(r"(?:tổng|sơ) kết (?:\d{1,2} năm|(?:việc )?thực hiện)(?!\w)")
_OF_YEAR = re.compile(r"tổng kết [^.;:\n]{0,80}?năm ((?:19|20)\d\d)(?!\d)")
_PAPER = 160  # characters in which the day of a paper follows that is reviewed
# Đại hội XII; Ủy viên Trung ương Đảng khóa XIII: terms of the Party by their first years
_PARTY_TERM = Cued(
    "đại trung bộ",
    r"(?:đại hội(?: đảng)?|trung ương(?: đảng)?|bộ chính trị)(?: lần thứ| khóa)? (?P<term>xiii|xii|xiv|xi|x)(?!\w)",
)
_TERMS = {"x": 2006, "xi": 2011, "xii": 2016, "xiii": 2021, "xiv": 2026}
_AHEAD = 5  # years before a congress in which it is spoken of
_DAY_AND_MONTH = re.compile(r"\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?$")
_LONG_DAY = 12  # characters of a day and a month before their year
_SPAN = Cued("", r"(?:19|20)\d\d\s?[-–]\s?(?:[-–]\s?)?(?:19|20)\d\d")  # of a term of office: 2020 - 2025
# Sáng 30/9, Đại hội đại biểu Đảng bộ tỉnh … lần thứ I, nhiệm kỳ 2025-2030 …: held in the first year of a term of five
_CONGRESS_HELD = re.compile(
    r"(?:\s?\))?(?:,? (?:tại|ở) [^,.;:\n]{1,70}?)??"
    r"(?:,? [^.;:\n]{0,90}?(?<!\w)(?:diễn ra|tổ chức|khai mạc|bế mạc|tiến hành|dự))?"
    r"(?: (?:phiên [^\W\d_]+ [^\W\d_]+|trọng thể|thành công))?,? "
    r"đại hội [^.;:\n“”]{0,100}?nhiệm kỳ (?P<first>20\d\d)\s?[-–]\s?(?P<last>20\d\d)(?!\d)"
)
_TERM_OF_CONGRESS = 5  # years
# Cuối tháng 8/2021, ông Mẫu được điều động …
_PAST_MONTH = re.compile(r"(?<!\w)tháng (\d{1,2})\s?[/-]\s?((?:19|20)\d\d), (?:ông|bà|đồng chí|anh|chị)(?!\w)")
_HEAD = 600  # characters in which a report tells its day
_HALF_A_YEAR = timedelta(days=183)
_SHORTEST_MONTH = 28  # days
_OF_PLAN = re.compile(r"(?:từ|đến|trước|sau) (?:ngày )?$")  # before a day that may lie ahead of the report
_PLANNED = 12  # characters
_DAY_WORD = re.compile(r"(?:ngày|sáng|chiều|tối|trưa|hôm nay)\s*(?:(?:nay|qua)\s*)?[(,]?\s*$")


@dataclass(frozen=True, slots=True)
class DateMention:
    """A day in the text; `year` is None where the text leaves it out."""

    start: int
    end: int
    day: int
    month: int
    year: int | None

    def iso(self, year: int | None = None) -> str | None:
        """The ISO date, with `year` where the text has none; None without a year or for a day of no calendar."""
        known = self.year or year
        try:
            return date(known, self.month, self.day).isoformat() if known else None
        except ValueError:
            return None


def find_dates(page: Page) -> list[DateMention]:
    """Every day that the text names, in order, of several together the first: "các ngày 21 và 22/3/2023".

    Without a year only after a word for a day: "sáng 31/3".
    """
    found = [day for match in page.each(_SEVERAL) if (day := _day(page, match))]
    found += [day for match in _SEVERAL_IN_WORDS.finditer(page.low) if (day := _day(page, match))]
    found += [day for match in page.each(_SPAN_OF_DAYS) if (day := _first_of_span(match))]
    together = sorted(found, key=lambda d: d.start)
    for match in (*_WORDS.finditer(page.low), *page.each(_NUMERIC)):
        day = _day(page, match)
        if day and not _is_within(day, together):
            found.append(day)
    found += [day for match in _SHORT_YEAR.finditer(page.low) if (day := _day_of_century(match))]
    return sorted(found, key=lambda d: d.start)


def names_several_days(page: Page) -> bool:
    """Whether days are named together: "ngày 24 và 25/1"."""
    return bool(page.each(_SEVERAL) or page.each(_SPAN_OF_DAYS))


def _day(page: Page, match: re.Match[str]) -> DateMention | None:
    """The day that the match names; None for figures that are none."""
    day, month = int(match[1]), int(match[2])
    year = int(match[3]) if match[3] else None
    named = (
        match.re in (_WORDS, _SEVERAL_IN_WORDS)
        or year
        or _DAY_WORD.search(page.low, max(0, match.start() - 20), match.start())
    )
    is_day = named and 1 <= day <= 31 and 1 <= month <= 12
    return DateMention(match.start(), match.end(), day, month, year) if is_day else None


def _first_of_span(match: re.Match[str]) -> DateMention | None:
    """The first day of a span whose last one has the year; a span over the new year begins in the one before."""
    day, month, last, year = (int(figures) for figures in match.groups())
    is_day = 1 <= day <= 31 and 1 <= month <= 12
    return DateMention(match.start(), match.end(), day, month, year - (month > last)) if is_day else None


def _day_of_century(match: re.Match[str]) -> DateMention | None:
    """The day of a year of which only the last figures are printed; papers of the State begin in 1945."""
    day, month = int(match[1]), int(match[3])
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return None
    return DateMention(match.start(), match.end(), day, month, 1900 + int(match[4]))


def _is_within(day: DateMention, together: list[DateMention]) -> bool:
    """Whether the day is one of several that are named together; these are in order of place."""
    index = bisect_left(together, day.end, key=lambda d: d.start) - 1
    return index >= 0 and together[index].end > day.start


def likely_year(page: Page, dates: list[DateMention]) -> int | None:
    """The year that days without one mean: that of the first quarter named, else of the year named most often.

    A report is no older than what it tells: where the first such day would lie long before a full date, it is one of
    the year of that date or, as in a report of 3 January that tells of 12/11/2024, of the next.
    """
    quarter = _QUARTER.search(page.low)
    if quarter:
        return int(quarter[2])
    opening = _opening(page, dates)
    if opening and page.published and appeared_on(page, dates) == page.published:
        return _year_nearest(date.fromisoformat(page.published), opening)
    spans = page.each(_SPAN)
    told = _without(page.low, spans) if spans else page.low
    of_any = [m for m in _YEAR.finditer(told) if not _OF_LAW.search(told, max(0, m.start() - _LEAD), m.start())]
    plain = [m for m in of_any if not m["number"] and not _is_before(told, m, _LEFT_OUT, _OF_NUMBER)]
    years = [int(m[1]) for m in plain or of_any if not _is_before(told, m, _OF_LIFE)]
    if not years:
        return _of_congress(page, opening)
    year = max(set(years), key=lambda y: (years.count(y), y))
    if year < max(latest_since(told) or 0, _earliest(page)):
        return None  # that of somebody's life
    if not plain and _REVIEWED.search(told):
        return None  # "sơ kết 5 năm thực hiện Nghị định 152/2007/NĐ-CP"
    in_days = all(_DAY_AND_MONTH.search(told, max(0, m.start() - _LONG_DAY), m.start()) for m in plain or of_any)
    if in_days and _is_of_reviewed(page, dates):
        return None  # "tổng kết 10 năm thực hiện Chỉ thị số …, ngày 10/4/2009": the years of what is reviewed
    year += _in_new_year(page, dates, year)
    first = next((d.iso(year) for d in dates if not d.year), None)
    days = (d for d in dates if d.year and not _OF_PLAN.search(page.low, max(0, d.start - _PLANNED), d.start))
    latest = max((iso for d in days if (iso := d.iso())), default=None)
    if first and latest:
        return _not_long_before(date.fromisoformat(first), date.fromisoformat(latest))
    return _not_before_past(told, date.fromisoformat(first)) if first else year


def _of_congress(page: Page, opening: DateMention | None) -> int | None:
    """The year of a congress that is held on the first day of a report without years: the first one of its term."""
    held = _CONGRESS_HELD.match(page.low, opening.end) if opening else None
    first, last = (int(held["first"]), int(held["last"])) if held else (0, 0)
    return first if held and last - first == _TERM_OF_CONGRESS else None


def latest_since(told: str) -> int | None:
    """The latest year since which the words tell that something holds: a report is no older than that."""
    return max((int(m[1]) for m in _YEAR.finditer(told) if _is_before(told, m, _SINCE)), default=None)


def _is_before(told: str, year: re.Match[str], *leads: re.Pattern[str]) -> bool:
    """Whether words of one of the leads stand right before the year."""
    return any(lead.search(told, max(0, year.start() - _LEAD), year.start()) for lead in leads)


def _without(text: str, matches: list[re.Match[str]]) -> str:
    """The text without what these are, in order."""
    begins = [0, *(m.end() for m in matches)]
    ends = [*(m.start() for m in matches), len(text)]
    return "".join(text[first:last] for first, last in zip(begins, ends, strict=True))


def _earliest(page: Page) -> int:
    """The first year in which anybody spoke of the latest term of the Party that the text names."""
    return max((_TERMS[m["term"]] for m in page.each(_PARTY_TERM)), default=0) - _AHEAD


def _is_of_reviewed(page: Page, dates: list[DateMention]) -> bool:
    """Whether the latest full date is that of a paper whose years of force are reviewed."""
    reviewed = _REVIEWED.search(page.low)
    if not reviewed:
        return False
    full = [(iso, d.start) for d in dates if (iso := d.iso())]
    latest, place = max(full, default=("", 0))
    if latest and any(not d.year and d.iso(int(latest[:4])) == latest for d in dates):
        return False  # "Sáng 6/12, … Kế hoạch số …, ngày 6/12/2024": a paper of the day of the report
    if latest and latest == appeared_on(page, dates):
        return False  # that of the report's own line
    of_paper = next((iso for iso, start in full if reviewed.end() < start < reviewed.end() + _PAPER), latest)
    return not latest or latest == of_paper or place < reviewed.start()


def _not_long_before(first: date, latest: date) -> int:
    """The year of the first day, or the earliest later one in which it does not lie long before the latest day."""
    if latest - first <= _HALF_A_YEAR:
        return first.year
    of_its_year = first.replace(year=latest.year, day=min(first.day, _SHORTEST_MONTH))
    return latest.year + (latest - of_its_year > _HALF_A_YEAR)


def _not_before_past(told: str, first: date) -> int:
    """The year of the first day, or the one in which it follows what a life tells: "Tháng 8/2021, ông được …"."""
    past = max(((int(m[2]), int(m[1])) for m in _PAST_MONTH.finditer(told)), default=(0, 0))
    return past[0] + (past[1] > first.month) if past > (first.year, first.month) else first.year


def _in_new_year(page: Page, dates: list[DateMention], year: int) -> int:
    """1 where a report of January tells that the year before was reviewed: "Ngày 5/1, … tổng kết công tác năm 2023"."""
    first = next((d for d in dates if not d.year), None)
    reviewed = _OF_YEAR.search(page.low)
    return int(bool(first and first.month == 1 and reviewed and int(reviewed[1]) == year))


def published_on(page: Page, dates: list[DateMention]) -> str | None:
    """The day of the report: the first one named in its first lines, with the year the text implies."""
    first = _opening(page, dates)
    quarter = _QUARTER.search(page.low)
    if first and quarter:
        return first.iso(int(quarter[2]))
    full = next((d.iso() for d in dates if d.start < 400 and d.year and _stands_alone(page, d)), None)
    latest = max((iso for d in dates if (iso := d.iso())), default=None)
    return full if full == latest else None  # a report is not older than what it tells


def appeared_on(page: Page, dates: list[DateMention]) -> str | None:
    """The day of the report, by its words or else by what is told beside them.

    The latter is not believed where the text tells of a day long after it.
    """
    if (told := published_on(page, dates)) or not page.published:
        return told
    latest = max((iso for d in dates if (iso := d.iso())), default=page.published)
    late = date.fromisoformat(latest) - date.fromisoformat(page.published) > _HALF_A_YEAR
    return None if late else page.published


def _opening(page: Page, dates: list[DateMention]) -> DateMention | None:
    """The first day without a year in the first lines, as a report opens with it."""
    head_end = page.paragraphs[min(5, len(page.paragraphs) - 1)].end if page.paragraphs else 0
    return next((d for d in dates if d.start < max(head_end, _HEAD) and not d.year), None)


def _year_nearest(published: date, opening: DateMention) -> int:
    """The year in which the day lies closest to the day of publication: 28/12 in a report of 3 January."""
    years = (published.year, published.year - 1, published.year + 1)
    days = [date.fromisoformat(iso) for year in years if (iso := opening.iso(year))]
    return min(days, key=lambda day: abs(day - published), default=published).year


def _stands_alone(page: Page, mention: DateMention) -> bool:
    """Whether the date opens a report ("Ngày 12/5/2021, …"), as against the date of a document or of a past event."""
    before = page.low[page.sentence_at(mention.start).start : mention.start]
    return bool(re.fullmatch(r"[\s(]*(?:[a-zđ]{2,6}\s*[-–]\s*)?(?:(?:ngày|sáng|chiều|tối)\s*(?:ngày\s*)?)?", before))
