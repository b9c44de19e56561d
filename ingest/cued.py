"""Where the words of a page stand, and patterns that are tried at the words alone with which they begin."""

import re
from collections.abc import Iterable, Mapping
from functools import cached_property
from itertools import accumulate, chain

from ontology.text import CAPITALS

_MARKS = re.compile(rf"[^a-z {CAPITALS.lower()}\w]")  # the letters of most words are told at once
_FIRST_TWO = re.compile(r"(\w+)(?: (\w+))?")
_FIGURES = re.compile(r"\d+")
_FIGURES_ONLY = ()  # words of a pattern that begins with a figure


class Cued:
    """A pattern whose matches all begin at the border of a word, with one of `words`; with a figure, if there are none.

    On a page without these words it costs nothing. `words` are the first ones only, each in lower case and without a
    blank: "kỳ phiên" of kỳ họp and phiên họp.
    """

    __slots__ = ("pattern", "words")

    def __init__(self, words: str, pattern: str) -> None:
        self.words = tuple(words.split())
        border = r"(?<!\w)" if words else r"(?<!\d)"
        self.pattern = re.compile(f"{border}(?:{pattern})")


class Lined:
    """A pattern whose matches begin at a line, or at one of `marks`; blanks and a dash may stand before it.

    `first` is a pattern for what it begins with: it is tried at no other line. The group `line` is where that begins.
    """

    __slots__ = ("_before", "pattern")

    def __init__(self, first: str, pattern: str, marks: str = r"\n;.") -> None:
        indent = "[ ]{0,12}(?:[-–+*•][ ]{0,12})?"
        self.pattern = re.compile(f"(?:^|[{marks}])(?P<line>){indent}(?:{pattern})", re.MULTILINE)
        self._before = re.compile(f"[{marks}](?={indent}(?:{first}))")

    def each(self, text: str) -> list[re.Match[str]]:
        """What a search for the pattern finds, in order."""
        found = [first] if (first := self.pattern.match(text)) else []
        end = first.end() if first else 0
        for mark in self._before.finditer(text):
            place = mark.start() if mark.start() >= end else mark.end()  # the last match may have taken the mark
            if place >= end and (line := self.pattern.match(text, place)):
                found.append(line)
                end = line.end()
        return found


# What begins something of a list: its first words, and of each the words that may be next, or None for any.
Begun = Mapping[str, frozenset[str] | None]


class Words:
    """The places of the words of a text for matching, and of those that may begin something of a list."""

    def __init__(self, low: str) -> None:
        self._low = low
        self._words = words = _MARKS.sub(" ", low).split(" ")  # as many characters as before, "" between two blanks
        self._letters = list(accumulate(map(len, words), initial=0))  # before each word
        self._numbers: dict[str, list[int]] = {}  # of each word, among the words
        numbers = self._numbers
        for number, word in enumerate(words):
            if word in numbers:
                numbers[word].append(number)
            else:
                numbers[word] = [number]
        words.append("")

    def begin(self, cued: Cued) -> list[int]:
        """The places at which the pattern may begin, in order."""
        if cued.words == _FIGURES_ONLY:
            return self._figures
        begun = [self._numbers[word] for word in cued.words if word in self._numbers]
        return self._places(begun[0] if len(begun) == 1 else sorted(chain(*begun))) if begun else []

    def begin_list(self, begun: Begun) -> list[int]:
        """The places at which something of the list may begin, in order."""
        found: list[int] = []
        words, numbered = self._words, self._numbers
        for word in begun.keys() & numbered.keys():
            following = begun[word]
            if following is None:
                found += numbered[word]
                continue
            for number in numbered[word]:
                if words[number + 1] in following:
                    found.append(number)
        if not found:
            return found
        found.sort()
        return self._places(found)

    def _places(self, numbers: list[int]) -> list[int]:
        letters = self._letters
        return [letters[number] + number for number in numbers]  # with one character between two words

    @cached_property
    def _figures(self) -> list[int]:
        letters, places = self._letters, []
        for word, numbers in self._numbers.items():
            if word.isalpha():
                continue
            within = [0] if word.isdecimal() else [figures.start() for figures in _FIGURES.finditer(word)]
            places += [letters[number] + number + place for number in numbers for place in within]
        places.sort()
        return places


def first_words(phrases: Iterable[str]) -> Begun | None:
    """What begins the words and phrases of a list (canonical); None if one of them begins with no word."""
    found: dict[str, frozenset[str] | None] = {}
    for begun in map(_FIRST_TWO.match, phrases):
        if begun is None:
            return None
        first, second = begun.groups()
        before = found.get(first, frozenset())
        found[first] = before | {second} if second and before is not None else None
    return found


def all_at(
    pattern: re.Pattern[str], text: str, places: Iterable[int]
) -> tuple[dict[int, re.Match[str]], list[re.Match[str]]]:
    """Every match that begins at one of the places (in order), by its place; and those that a search would find."""
    found: dict[int, re.Match[str]] = {}
    searched, end, match = [], 0, pattern.match
    for place in places:
        if met := match(text, place):
            found[place] = met
            if place >= end:
                searched.append(met)
                end = met.end()
    return found, searched


def tried_at(pattern: re.Pattern[str], text: str, places: Iterable[int]) -> list[re.Match[str]]:
    """What a search for the pattern would find, if its matches begin at the places only; these are in order."""
    found, end, match = [], 0, pattern.match
    for place in places:
        if place >= end and (met := match(text, place)):
            found.append(met)
            end = met.end()
    return found
