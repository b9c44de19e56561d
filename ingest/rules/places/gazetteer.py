"""Districts and communes of the reference tables at a place of a text, however their names look like other words."""

import re
from collections.abc import Iterator
from functools import cache

from ingest.lexicon import one_of
from ingest.rules.text.page import Page

_HYPHEN = re.compile(r"\s?-\s?")
_APOSTROPHE = re.compile(r"'\s?")
_WORD = re.compile(r"(?<!['’])(?<!\w)[^\W_]")  # Ea H'leo has two


def known_place_end(page: Page, place: int, unit: str) -> int:
    """Where the longest name of such a unit ends that stands there in capitals: Hội An, Phan Rang - Tháp Chàm, Long
    Phú 1; `place` itself if none does."""
    names = page.lexicon.local_places.get(unit)
    found = _pattern(names).match(page.low, place) if names else None
    if not found or any(word.group().islower() for word in _WORD.finditer(page.shown, place, found.end())):
        return place
    return found.end()


@cache
def _pattern(names: frozenset[str]) -> re.Pattern[str]:
    return one_of(printed for name in names for printed in _as_printed(name))


def _as_printed(name: str) -> Iterator[str]:
    """The name with the hyphens and apostrophes that papers print: Ea H'leo, Ea H’leo; with and without blanks."""
    for hyphen in ("-", " - ", " – ") if "-" in name else ("",):
        for apostrophe in ("'", "’", "' ") if "'" in name else ("",):
            yield _APOSTROPHE.sub(apostrophe, _HYPHEN.sub(hyphen, name))
