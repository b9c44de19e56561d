"""The line that opens a list: "Quốc hội đã biểu quyết thông qua:", of which "- Nghị quyết bầu …;" is an item."""

import re

from ingest.rules.text.page import Page, Span

_ITEM = re.compile(r"[\s|]*(?:[-–+*•]\s*|\(?\d{1,2}[.)/]\s*|[a-zđ]\)\s*)")
_OPENS = re.compile(r":\s*$")
_LAST = 4  # characters of a line in which it says that a list follows
_LINES = 24  # of one list
_ANOTHER = re.compile(" gồm")  # before a list


def item_start(page: Page, place: int) -> int | None:
    """Where the words of the item begin that the line at the place is; None if it is no item."""
    line = page.paragraph_at(place)
    mark = _ITEM.match(page.low, line.start, line.end)
    return mark.end() if mark else None


def list_lead(page: Page, place: int) -> Span | None:
    """The line that opens the list of which the line at the place is an item."""
    if item_start(page, place) is None:
        return None
    index = page.paragraph_index(place)
    for line in reversed(page.paragraphs[max(0, index - _LINES) : index]):
        if _OPENS.search(page.low, max(line.start, line.end - _LAST), line.end):
            return line
        if not _ITEM.match(page.low, line.start, line.end):
            return None
    return None


def end_of_list(page: Page, place: int) -> int:
    """Where those end who are listed from the place on in its sentence: at its end, or where another list opens."""
    end = page.sentence_at(place).end
    another = page.first_of(_ANOTHER, Span(place, end))
    return another.start() if another else end
