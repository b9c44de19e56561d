"""Where the words of a page stand, and patterns that are tried at the words alone with which they begin."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, chain

_MARKS = re.compile(r"[^\w ]")
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


@dataclass(frozen=True, slots=True)
class Begun:
    """The names of the lists that have something beginning with one word: all of it or more than words, or by the next
    word."""

    always: tuple[str, ...]
    by_next: Mapping[str, tuple[str, ...]]


class Words:
    """The places of the words of a text for matching, and of those that may begin something of a list."""

    def __init__(self, low: str, lists: Mapping[str, Begun]) -> None:
        self._low = low
        words = _MARKS.sub(" ", low).split(" ")  # as many characters as before, and "" between two blanks
        self._letters = list(accumulate(map(len, words), initial=0))  # before each word
        self._numbers: dict[str, list[int]] = {}  # of each word, among the words
        numbers = self._numbers
        for number, word in enumerate(words):
            if word in numbers:
                numbers[word].append(number)
            else:
                numbers[word] = [number]
        words.append("")
        self._listed = _of_lists(words, numbers, lists)

    def begin(self, cued: Cued) -> list[int]:
        """The places at which the pattern may begin, in order."""
        if cued.words == _FIGURES_ONLY:
            return self._figures
        begun = [self._numbers[word] for word in cued.words if word in self._numbers]
        return self._places(begun[0] if len(begun) == 1 else sorted(chain(*begun))) if begun else []

    def begin_list(self, name: str) -> list[int]:
        """The places at which a word of the list may begin, in order."""
        return self._places(sorted(self._listed[name])) if name in self._listed else []

    def _places(self, numbers: list[int]) -> list[int]:
        letters = self._letters
        return [letters[number] + number for number in numbers]  # with one character between two words

    @cached_property
    def _figures(self) -> list[int]:
        return [figures.start() for figures in _FIGURES.finditer(self._low)]


def _of_lists(words: list[str], numbers: dict[str, list[int]], lists: Mapping[str, Begun]) -> dict[str, list[int]]:
    """The numbers of the words that may begin something of each list, in no order."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for word in numbers.keys() & lists.keys():
        begun = lists[word]
        for name in begun.always:
            found[name] += numbers[word]
        if by_next := begun.by_next:
            for number in numbers[word]:
                for name in by_next.get(words[number + 1], ()):
                    found[name].append(number)
    return found


def first_words(lists: Mapping[str, Iterable[str]]) -> tuple[dict[str, Begun], frozenset[str]]:
    """What begins with each word, and the lists of which everything begins with a word.

    Takes lists of words and phrases in canonical form by name.
    """
    always: defaultdict[str, set[str]] = defaultdict(set)
    by_next: defaultdict[str, defaultdict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    odd = {name for name, phrases in lists.items() for phrase in phrases if not _FIRST_TWO.match(phrase)}
    for name, phrases in lists.items():
        for first, second in (m.groups() for phrase in phrases if (m := _FIRST_TWO.match(phrase))):
            if second:
                by_next[first][second].add(name)
            else:
                always[first].add(name)
    found = {}
    for word in always.keys() | by_next.keys():
        more = {second: tuple(names - always[word]) for second, names in by_next[word].items()}
        found[word] = Begun(tuple(always[word]), {second: names for second, names in more.items() if names})
    return found, frozenset(lists.keys() - odd)


def tried_at(pattern: re.Pattern[str], text: str, places: Iterable[int]) -> list[re.Match[str]]:
    """What a search for the pattern would find, if its matches begin at the places only; these are in order."""
    found, end, match = [], 0, pattern.match
    for place in places:
        if place >= end and (met := match(text, place)):
            found.append(met)
            end = met.end()
    return found
