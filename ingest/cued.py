"""Where the words of a page stand, and patterns that are tried at the words alone with which they begin."""

import re
from collections.abc import Iterable, Mapping
from itertools import accumulate, islice

_WORD, _BETWEEN = re.compile(r"\w+"), re.compile(r"(\W+)")
_FIGURES = re.compile(r"\d+")
_FIGURE = ""  # under which the places of figures stand, as no word is empty


class Cued:
    """A pattern whose matches all begin at the border of a word, with one of `words`; with a figure, if there are none.

    On a page without these words it costs nothing. `words` are the first ones only, each in lower case and without a
    blank: "kỳ phiên" of kỳ họp and phiên họp.
    """

    __slots__ = ("pattern", "words")

    def __init__(self, words: str, pattern: str) -> None:
        self.words = tuple(words.split()) or (_FIGURE,)
        border = r"(?<!\w)" if words else r"(?<!\d)"
        self.pattern = re.compile(f"{border}(?:{pattern})")


class Words:
    """The words of a text for matching, and the names of the lists that have a word or phrase beginning with them."""

    def __init__(self, low: str, lists: Mapping[str, tuple[str, ...]]) -> None:
        self._low = low
        self._places: dict[str, list[int]] = {}
        self._listed: dict[str, list[int]] = {}
        parts = _BETWEEN.split(low)  # word, what follows it, word, …
        starts = accumulate(map(len, parts), initial=0)
        for word, place in islice(zip(parts, starts, strict=False), 0, None, 2):
            self._places.setdefault(word, []).append(place)
        self._places.pop("", None)  # before the first word and after the last
        for word, places in self._places.items():
            for name in lists.get(word, ()):
                if name in self._listed:
                    self._listed[name] += places
                else:
                    self._listed[name] = places.copy()

    def begin(self, cued: Cued) -> list[int]:
        """The places at which the pattern may begin, in order."""
        if len(cued.words) == 1:
            return self._at(cued.words[0])
        return sorted(place for word in cued.words for place in self._at(word))

    def begin_list(self, name: str) -> list[int]:
        """The places at which a word of the list may begin, in order."""
        return sorted(self._listed.get(name, ()))

    def _at(self, word: str) -> list[int]:
        if word == _FIGURE and word not in self._places:
            self._places[word] = [m.start() for m in _FIGURES.finditer(self._low)]
        return self._places.get(word, [])


def first_words(lists: Mapping[str, Iterable[str]]) -> tuple[dict[str, tuple[str, ...]], frozenset[str]]:
    """By the first word of what they hold the names of lists, and the lists of which everything begins with a word.

    Takes lists of words and phrases in canonical form by name.
    """
    found: dict[str, dict[str, None]] = {}
    odd: set[str] = set()
    for name, phrases in lists.items():
        for phrase in phrases:
            word = _WORD.match(phrase)
            if word:
                found.setdefault(word.group(), {})[name] = None
            else:
                odd.add(name)
    return {word: tuple(names) for word, names in found.items()}, frozenset(lists.keys() - odd)


def tried_at(pattern: re.Pattern[str], text: str, places: Iterable[int]) -> list[re.Match[str]]:
    """What a search for the pattern would find, if its matches begin at the places only; these are in order."""
    found, end = [], 0
    for place in places:
        if place >= end and (match := pattern.match(text, place)):
            found.append(match)
            end = match.end()
    return found
