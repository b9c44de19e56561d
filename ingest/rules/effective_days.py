"""The day from which a decision on a post takes effect, where its sentence says so: "kể từ ngày 15/8/2024"."""

import re
from bisect import bisect_left

from ingest.rules.dates import DateMention
from ingest.rules.page import Page

_FROM = re.compile(r"(?<!\w)(?:kể\s+)?từ\s+(?=ngày\s)")
_DAY = 6  # characters from the words to the day: "ngày "


def effective_day(page: Page, dates: list[DateMention], place: int) -> str | None:
    """The ISO day named after "từ ngày" in the sentence at the place; None if it names none. `dates` are in order."""
    sentence = page.sentence_at(place)
    cue = _FROM.search(page.low, sentence.start, sentence.end)
    index = bisect_left(dates, cue.end(), key=lambda d: d.start) if cue else len(dates)
    day = dates[index] if index < len(dates) else None
    return day.iso() if cue and day and day.start <= cue.end() + _DAY and day.end <= sentence.end else None
