"""The day from which a decision on a post takes effect, where its sentence says so: "kể từ ngày 15/8/2024"."""

import re
from bisect import bisect_left

from ingest.rules.text.dates import DateMention
from ingest.rules.text.page import Page, Span

_FROM = re.compile(r"(?<!\w)(?:kể\s+)?từ\s+(?=ngày\s|\d{1,2}[/-]\d{1,2}[/-](?:19|20)\d\d)")
_REACH = 300  # characters after a post in which the day follows
_DAY = 6  # characters from the words to the day: "ngày "
# The sentence after: "Thời hạn bổ nhiệm 5 năm, kể từ ngày …", "Quyết định có hiệu lực từ ngày …"
_OF_TERM = re.compile(
    r"(?:thời hạn|thời gian) (?:bổ nhiệm|giữ chức|giữ chức vụ|luân chuyển|công tác|là|giữ)(?!\w)"
    r"|(?:các |những )?quyết định (?:này |trên |nêu trên )?(?:có hiệu lực|được thực hiện)(?!\w)"
)


def effective_day(page: Page, dates: list[DateMention], place: int) -> str | None:
    """The ISO day named after "từ ngày" in the sentence at the place; None if it names none. `dates` are in order."""
    day = _first_from(page, dates, page.sentence_at(place))
    return day.iso() if day else None


def effective_day_after(page: Page, dates: list[DateMention], place: int, year: int | None) -> tuple[str, int] | None:
    """The ISO day named so after the place, in its sentence or of the term in the next one, and where its words end.

    Takes   year: of days without one.
    """
    sentence = page.sentence_at(place - 1)
    day = _first_from(page, dates, Span(place, min(sentence.end, place + _REACH)))
    if not day and _OF_TERM.match(page.low, following := page.after_blanks(sentence.end)):
        day = _first_from(page, dates, Span(following, min(page.sentence_at(following).end, following + _REACH)))
    told = day.iso(year) if day else None
    return (told, day.end) if day and told else None


def _first_from(page: Page, dates: list[DateMention], span: Span) -> DateMention | None:
    cue = _FROM.search(page.low, *span)
    index = bisect_left(dates, cue.end(), key=lambda d: d.start) if cue else len(dates)
    day = dates[index] if index < len(dates) else None
    return day if cue and day and day.start <= cue.end() + _DAY and day.end <= span.end else None
