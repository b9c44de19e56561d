"""Honorifics that stand before the names of a page: đồng chí, ông, Đại tướng. For people.py."""

from ingest.rules.page import Page, ends_with

HONORIFIC_REACH = 16  # characters before a name that hold an honorific
_BLANKS = " :"  # what may stand between it and the name


class Honorifics:
    """Looks for them before a place; most names have none, which the ends of the words before it tell at once."""

    def __init__(self, page: Page) -> None:
        self._low = page.low
        self.words = page.lexicon.any_of("honorifics")
        self._endings = page.lexicon.endings("honorifics")

    def stand_before(self, place: int) -> bool:
        """Whether one stands right before the place."""
        before = self._low[max(0, place - HONORIFIC_REACH) : place].rstrip(_BLANKS)
        return before.endswith(self._endings) and ends_with(self.words, before)

    def before(self, place: int, reach: int) -> int | None:
        """Where the one begins that stands right before the place; None if none does."""
        before = self._low[max(0, place - reach) : place]
        if not before.rstrip(_BLANKS).endswith(self._endings):
            return None
        last = next((m for m in self.words.finditer(before) if not before[m.end() :].strip(_BLANKS)), None)
        return place - len(before) + last.start() if last else None
