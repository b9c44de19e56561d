"""Honorifics that stand before the names of a page: đồng chí, ông, Đại tướng. For people.py."""

from bisect import bisect_right

from ingest.rules.text.page import Page

HONORIFIC_REACH = 16  # characters before a name that hold an honorific
_BLANKS = " :"  # what may stand between it and the name


class Honorifics:
    """Looks for them before a place; most names have none, which the ends of the words before it tell at once."""

    def __init__(self, page: Page) -> None:
        self._low = page.low
        self._ends = [m.end() for m in page.everywhere("honorifics")]
        self._starts = [m.start() for m in page.everywhere("honorifics")]

    def stand_before(self, place: int) -> bool:
        """Whether one stands right before the place."""
        return self.before(place, HONORIFIC_REACH) is not None

    def before(self, place: int, reach: int) -> int | None:
        """Where the one begins that stands right before the place; None if none does."""
        last = bisect_right(self._ends, place) - 1
        if last < 0 or self._ends[last] < place - reach or self._low[self._ends[last] : place].strip(_BLANKS):
            return None
        return self._starts[last]
