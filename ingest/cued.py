"""Where the words of a page stand, and patterns that are tried at the words alone with which they begin."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import accumulate

_MARKS = re.compile(r"[^\w ]")
_FIRST_TWO = re.compile(r"(\w+)(?: (\w+))?")
_FIGURES = re.compile(r"\d+")
_ONE = 1  # character between two words
_FIRST_WORDS: set[str] = set()  # of all patterns that there are
_FIGURE = ""  # under which the places of figures stand, as no word is empty


class Cued:
    """A pattern whose matches all begin at the border of a word, with one of `words`; with a figure, if there are none.

    On a page without these words it costs nothing. `words` are the first ones only, each in lower case and without a
    blank: "kỳ phiên" of kỳ họp and phiên họp.
    """

    __slots__ = ("pattern", "words")

    def __init__(self, words: str, pattern: str) -> None:
        self.words = tuple(words.split()) or (_FIGURE,)
        _FIRST_WORDS.update(words.split())
        border = r"(?<!\w)" if words else r"(?<!\d)"
        self.pattern = re.compile(f"{border}(?:{pattern})")


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
        self._places: defaultdict[str, list[int]] = defaultdict(list)
        self._listed: defaultdict[str, list[int]] = defaultdict(list)
        words = _MARKS.sub(" ", low).split(" ")  # as many characters as before, and "" between two blanks
        starts = accumulate(map(_ONE.__add__, map(len, words)), initial=0)
        for word, after, place in zip(words, (*words[1:], ""), starts, strict=False):
            if word in _FIRST_WORDS:
                self._places[word].append(place)
            if begun := lists.get(word):
                for name in begun.always:
                    self._listed[name].append(place)
                for name in begun.by_next.get(after, ()):
                    self._listed[name].append(place)

    def begin(self, cued: Cued) -> list[int]:
        """The places at which the pattern may begin, in order."""
        if len(cued.words) == 1:
            return self._at(cued.words[0])
        return sorted(place for word in cued.words for place in self._at(word))

    def begin_list(self, name: str) -> list[int]:
        """The places at which a word of the list may begin, in order."""
        return self._listed.get(name, [])

    def _at(self, word: str) -> list[int]:
        if word == _FIGURE and word not in self._places:
            self._places[word] = [m.start() for m in _FIGURES.finditer(self._low)]
        return self._places.get(word, [])


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
    found, end = [], 0
    for place in places:
        if place >= end and (match := pattern.match(text, place)):
            found.append(match)
            end = match.end()
    return found
