"""Places that a text names, and the place that words like "tỉnh" mean where it is left out."""

import re
from bisect import bisect_left
from dataclasses import dataclass

from ingest.rules.page import Page
from ontology.text import CAPITALS, canonical

_WORD = rf"[{CAPITALS}][^\W\d_]*"
CAPITALISED = re.compile(rf"{_WORD}(?:\s(?:-\s)?{_WORD})*")


@dataclass(frozen=True, slots=True)
class PlaceMention:
    start: int
    end: int
    name: str
    unit: str  # tỉnh or thành phố


class Places:
    """The provinces and centrally run cities of a page, in order of place."""

    def __init__(self, page: Page) -> None:
        lexicon = page.lexicon
        self._page = page
        self.mentions = [
            PlaceMention(m.start(), m.end(), lexicon.provinces[m.group()], lexicon.province_units[m.group()])
            for m in lexicon.any_of("provinces").finditer(page.low)
            if page.shown[m.start()].isupper()
        ]
        self._starts = [m.start for m in self.mentions]

    def at(self, place: int) -> PlaceMention | None:
        """The province whose name begins exactly there."""
        index = bisect_left(self._starts, place)
        found = self.mentions[index : index + 1]
        return found[0] if found and found[0].start == place else None

    def meant_at(self, place: int, unit: str | None = None) -> str | None:
        """The province that is meant where its name is left out.

        The last one named before in the paragraph, else in the text, else the only one that is named at all; of the
        given unit (tỉnh or thành phố), if any is.
        """
        fitting = [m for m in self.mentions if unit is None or m.unit == unit]
        paragraph = self._page.paragraph_at(place)
        before = [m for m in fitting if m.start < place]
        near = [m for m in before if m.start >= paragraph.start]
        if near or before:
            return (near or before)[-1].name
        names = {m.name for m in fitting}
        return next(iter(names)) if len(names) == 1 else None

    def unit_of(self, name: str) -> str:
        return self._page.lexicon.province_units.get(canonical(name), "tỉnh")
