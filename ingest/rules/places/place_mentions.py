"""A place as a text names it, and which of them a report is on."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from ingest.rules.text.page import Page
from ontology.text import CAPITALS

_WORD = rf"[{CAPITALS}][^\W\d_]*"
_HOME = re.compile(
    r"(?<!\w)(?:nay là|nay thuộc|quê|quê quán|nguyên quán|quê gốc|sinh tại|sinh ra tại|trú tại|thường trú)(?!\w)"
    r"[^.;()\n]{0,60}$"
)
_HOME_WORDS = ("quê", "nay ", "nguyên quán", "sinh tại", "sinh ra tại", "trú tại", "thường trú")
HOME_REACH = 76  # characters before a place in which it is called a home
PAST_POST = re.compile(r"(?<!\w)(?:nguyên|cựu|từng|trước đó là|trước đây là)\s[^,;.()\n]{0,70}$")
_ROW_WORD = rf"(?P<other>{_WORD}(?: {_WORD}){{0,3}})"
_ROW_BEFORE = re.compile(rf"{_ROW_WORD}(?:, | và |, và )(?:tỉnh |thành phố )?$")
_ROW_AFTER = re.compile(rf"(?:, | và |, và )(?:tỉnh |thành phố )?{_ROW_WORD}")
_UNIT_BEFORE = re.compile(r"(?:tỉnh|tỉnh ủy|thành ủy|thành phố|tp|tp\.)\s?$")
_ROW, _LEAD = 2, 400  # names of places; characters in which a report says where it is


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """`unit` is the canonical unit word: tỉnh, quận. `is_province` tells a province or centrally run city."""

    start: int
    end: int
    name: str
    unit: str
    is_province: bool = True


class Asides:
    """Tells the places that a report is on from those that it only mentions. `at` gives the province named there."""

    def __init__(self, page: Page, at: Callable[[int], PlaceMention | None]) -> None:
        self._page = page
        self._at = at

    def of_context(self, mentions: list[PlaceMention]) -> list[PlaceMention]:
        """The places that a report is on: not those where somebody was born or lives, if it names others.

        Nor those of past posts and of a row of places, in a report that is clearly on another one.
        """
        others = [m for m in mentions if not self._is_home(m)]
        if len({m.name for m in others}) < _ROW:
            return others or mentions
        plain = [m for m in others if not self._is_aside(m)]
        lead = {m.name for m in plain if m.start < _LEAD and self.is_called_unit(m)}
        return [m for m in others if m.name in lead or not self._is_aside(m)] if lead else others

    def _is_aside(self, mention: PlaceMention) -> bool:
        """Whether the place is one of a past post, or of a row: "nguyên Bí thư Tỉnh ủy X", "ba tỉnh X, Y và Z"."""
        low = self._page.low
        if PAST_POST.search(low, max(0, mention.start - HOME_REACH), mention.start):
            return True
        before = _ROW_BEFORE.search(self._page.shown, max(0, mention.start - HOME_REACH), mention.start)
        after = _ROW_AFTER.match(self._page.shown, mention.end)
        return bool((before and self._at(before.start("other"))) or (after and self._at(after.start("other"))))

    def is_called_unit(self, mention: PlaceMention) -> bool:
        """Whether the word for its unit or its committee stands before the place."""
        return _UNIT_BEFORE.search(self._page.low, max(0, mention.start - HOME_REACH), mention.start) is not None

    def _is_home(self, mention: PlaceMention) -> bool:
        start = max(self._page.sentence_at(mention.start).start, mention.start - HOME_REACH)
        words = self._page.low[start : mention.start]
        return any(w in words for w in _HOME_WORDS) and _HOME.search(self._page.low, start, mention.start) is not None
