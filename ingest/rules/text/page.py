"""A text made ready for the rules: a copy for matching with the same offsets, its sentences and paragraphs."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from ingest.cued import Cued, Words, all_at, tried_at
from ingest.facts import Evidence
from ingest.lexicon import Lexicon
from ingest.rules.text.broken_lines import mended
from ingest.rules.text.flattened import unflattened
from ingest.rules.text.imprint import without_imprint
from ingest.rules.text.joined_words import parted
from ingest.rules.text.markup import without_markup
from ingest.sentences import SENTENCE_END
from ontology.text import old_tone_placement

QUOTE_LENGTH = 160
_WORD = 16  # characters in which the word right before a place stands
_TWO_SENTENCES = 4  # characters: "A. B"
_WHO = re.compile(r", người (?:vừa|mới|đã|từng) ")  # sẽ thay ông X, người vừa được bầu làm …
_CLAUSE = 110  # characters before a word in which it may be called planned or its kind is said
_MISSPELT = 0.9  # confidence in words that hold a known misspelling
_BEFORE_ALL = -(1 << 60)  # a place
COLUMN = "   "  # blanks between two columns
_BLANK = re.compile(r"\s+")
# Letters and signs that are read as others: those that look alike, blanks and hyphens that do not break, line ends.
_LIKE = str.maketrans(
    {
        "Ð": "Đ",
        "ð": "đ",
        "Ƣ": "Ư",
        "ƣ": "ư",
        "\xa0": " ",
        "—": "–",
        "―": "–",
        "‒": "–",
        "−": "–",
        "\u2009": " ",
        "\u202f": " ",
        "\u3000": " ",
        **dict.fromkeys("\x0b\x0c\x85\u2028\u2029", "\n"),
        **dict.fromkeys("\u2010\u2011\ufe63\uff0d", "-"),
        **dict(zip("，；：（）／", ",;:()/", strict=True)),
    }
)
_UNLIKE = re.compile(f"[{''.join(map(chr, _LIKE))}]")  # for which few texts need to be gone through
_LINE = re.compile(r"[^\n]+")


class Span(NamedTuple):
    """`start`/`end` count characters of the page's text, end excluded."""

    start: int
    end: int


class Page:
    """`words` are those of the text (NFC), without markup and with what a copy ran together apart. `shown` is the same
    with old tone placement, Đ for Ð and broken lines mended; `low` is `shown` in lower case.

    All three have the same length, so that a place in one is a place in all; `evidence` gives the places in the text.
    `published` is the ISO day on which the text appeared, where something beside its words tells that.
    """

    def __init__(self, text: str, lexicon: Lexicon, published: str | None = None) -> None:
        plain, self._places = without_markup(text)
        self._parted = parted(plain, lexicon.syllables, lexicon.any_of("posts"))
        words = self._parted.text
        self._is_as_printed = words == text  # so that each place is the same in both
        plain = old_tone_placement(words)
        plain = unflattened(plain.translate(_LIKE) if _UNLIKE.search(plain) else plain)
        shown = mended(plain, lexicon.surnames)
        shown = shown.replace("HDND", "HĐND")  # as it is often typed
        shown = without_imprint(shown, shown.lower())
        low = shown.lower()
        self._text = text
        self.published = published
        self.words = words
        self.lexicon = lexicon
        self.shown = shown if len(shown) == len(words) else words
        self.low = low if len(low) == len(words) else self.shown
        self.paragraphs = [Span(m.start(), m.end()) for m in _LINE.finditer(self.shown) if not m.group().isspace()]
        self.sentences = [s for paragraph in self.paragraphs for s in _sentences(self.shown, paragraph)]
        self._sentence_starts = _starts(self.sentences)
        self._paragraph_starts = _starts(self.paragraphs)
        self._words = Words(self.low)
        self._found: dict[str, list[re.Match[str]]] = {}
        self._of_pattern: dict[int, list[re.Match[str]]] = {}
        self._said: dict[str, tuple[list[int], list[re.Match[str]]]] = {}  # with their starts
        self._starts: dict[str, list[int]] = {}  # of those found
        self._at: dict[str, dict[int, re.Match[str]]] = {}
        self._misspelt = [Span(m.start(), m.end()) for m in self.everywhere("misspelt")]

    def sentence_at(self, place: int) -> Span:
        return self.sentences[bisect_right(self._sentence_starts, place) - 1]

    def paragraph_at(self, place: int) -> Span:
        return self.paragraphs[bisect_right(self._paragraph_starts, place) - 1]

    def paragraph_index(self, place: int) -> int:
        return bisect_right(self._paragraph_starts, place) - 1

    def everywhere(self, name: str) -> list[re.Match[str]]:
        """The words of a cue list or dictionary on the whole page, in order; it is looked for once for each list."""
        if (found := self._found.get(name)) is None:
            if name in self.lexicon.begun:
                self.at(name, 0)
                return self._found[name]
            found = self._found[name] = list(self.lexicon.any_of(name).finditer(self.low))
        return found

    def at(self, name: str, place: int) -> re.Match[str] | None:
        """The longest words of a cue list or dictionary that begin at the place; the page is read once for each list.

        Takes   name: of a list whose words all begin with letters or figures.
        """
        if (matches := self._at.get(name)) is None:
            places = self._words.begin_list(self.lexicon.begun[name])
            matches, found = all_at(self.lexicon.any_of(name), self.low, places) if places else ({}, [])
            self._at[name], self._found[name] = matches, found
        return matches.get(place)

    def each(self, cued: Cued, *, printed: bool = False) -> list[re.Match[str]]:
        """The matches of the pattern in `low`, or as printed in `shown`, in order."""
        places = self._words.begin(cued)
        return tried_at(cued.pattern, self.shown if printed else self.low, places) if places else []

    def last_of(self, pattern: re.Pattern[str], span: Span) -> re.Match[str] | None:
        """The last match in `low` that begins and ends in the span; the page is read once for each pattern.

        Takes   pattern: one of a module, which lives as long as the page.
        """
        found = self._all_of(pattern)
        index = bisect_right(found, span.end, key=lambda match: match.end()) - 1
        return found[index] if index >= 0 and found[index].start() >= span.start else None

    def first_of(self, pattern: re.Pattern[str], span: Span) -> re.Match[str] | None:
        """The first match in `low` that begins and ends in the span, like `last_of`."""
        found = self._all_of(pattern)
        index = bisect_left(found, span.start, key=lambda match: match.start())
        return found[index] if index < len(found) and found[index].end() <= span.end else None

    def _all_of(self, pattern: re.Pattern[str]) -> list[re.Match[str]]:
        if (found := self._of_pattern.get(id(pattern))) is None:  # to hash a pattern is to read it all
            found = self._of_pattern[id(pattern)] = list(pattern.finditer(self.low))
        return found

    def found(self, name: str, span: Span) -> list[re.Match[str]]:
        """The words of a cue list that begin and end in the span, in order."""
        everywhere = self.everywhere(name)
        return _inside(everywhere, self._starts_of(name), span) if everywhere else []

    def said(self, name: str, span: Span) -> list[re.Match[str]]:
        """Those of `found` that are neither denied nor said of a plan nor part of another word."""
        if (said := self._said.get(name)) is None:
            cues = [cue for cue in self.everywhere(name) if not self._is_unsaid(cue)]
            said = self._said[name] = [cue.start() for cue in cues], cues
        starts, cues = said
        return _inside(cues, starts, span) if cues else []

    def is_denied(self, cue: re.Match[str]) -> bool:
        """Không ban hành, chưa thống nhất."""
        return self.is_after("denied", cue.start())

    def _is_unsaid(self, cue: re.Match[str]) -> bool:
        others = self.found("no_cues", Span(max(0, cue.start() - _WORD), cue.end()))
        within = any(other.start() < cue.start() < other.end() for other in others)
        return within or self.is_denied(cue) or self.is_planned(cue.start())

    def has(self, name: str, span: Span) -> bool:
        """Whether words of a cue list begin and end in the span."""
        starts = self._starts_of(name)
        first = bisect_left(starts, span.start)
        return first < len(starts) and self.everywhere(name)[first].end() <= span.end

    def _starts_of(self, name: str) -> list[int]:
        if (starts := self._starts.get(name)) is None:
            starts = self._starts[name] = [m.start() for m in self.everywhere(name)]
        return starts

    def ending(self, name: str, place: int) -> re.Match[str] | None:
        """The words of a cue list that end right there."""
        index = bisect_left(self._starts_of(name), place) - 1
        last = self.everywhere(name)[index] if index >= 0 else None
        return last if last and last.end() == place else None

    def in_text(self, span: Span) -> Span:
        """Where the words of the span stand in the text, with what is printed between them."""
        return Span(*self._in_text(span.start, span.end))

    def span_of(self, evidence: Evidence) -> Span:
        """Where the words of the evidence stand in the page: the other way round than `in_text`."""
        if self._is_as_printed:
            return Span(evidence.start, evidence.end)
        places = range(len(self.words))
        start = bisect_left(places, evidence.start, key=lambda place: self._in_text(place, place + 1)[0])
        return Span(
            start, bisect_left(places, evidence.end, start, key=lambda place: self._in_text(place, place + 1)[0])
        )

    def _in_text(self, start: int, end: int) -> tuple[int, int]:
        if self._parted.added:
            start, end = self._parted.before(start), self._parted.before(end)
        return self._places.in_text(start, end)

    def last_before(self, name: str, first: int, place: int) -> re.Match[str] | None:
        """The last word of a cue list that begins at `first` or later and ends before the place."""
        everywhere = self.everywhere(name)
        if not everywhere:
            return None
        index = bisect_left(self._starts_of(name), place) - 1
        if index >= 0 and everywhere[index].end() >= place:
            index -= 1
        return everywhere[index] if index >= 0 and everywhere[index].start() >= first else None

    def evidence(self, start: int, end: int, rule: str, confidence: float = 1.0) -> Evidence:
        """The words from `start` to `end` as evidence, cut to 160 characters; misspellings among them are noted."""
        end = min(end, start + QUOTE_LENGTH)
        first, last = self._in_text(start, end)
        last = min(last, first + QUOTE_LENGTH)
        if not self._misspelt:
            return Evidence(first, last, self._text[first:last], rule, confidence)
        wrong = [*self._misspellings(start, end)]
        note = "; ".join(dict.fromkeys(self._corrected(word) for word in wrong))
        printed = [self.in_text(word) for word in wrong]
        return Evidence(
            first,
            last,
            self._text[first:last],
            rule,
            min(confidence, _MISSPELT) if note else confidence,
            note,
            tuple((word.start, word.end) for word in printed if word.end <= last),
        )

    def _misspellings(self, start: int, end: int) -> Iterator[Span]:
        first = bisect_left(self._misspelt, start, key=lambda m: m.start)
        for word in self._misspelt[first : first + QUOTE_LENGTH]:
            if word.end > end:
                return
            yield word

    def _corrected(self, word: Span) -> str:
        right = self.lexicon.misspelt[self.low[word.start : word.end]]
        return f"{self.words[word.start : word.end]} read as {right}"

    def begins_large(self, place: int) -> bool:
        """Whether a capital letter stands there; at the end of the text there is none."""
        return self.shown[place : place + 1].isupper()

    def is_after(self, name: str, place: int) -> bool:
        """Whether one of the words of a cue list stands right before the place."""
        before = self.low[place - _WORD if place > _WORD else 0 : place].rstrip()
        return before.endswith(self.lexicon.endings(name)) and ends_with(self.lexicon.any_of(name), before)

    def is_planned(self, place: int) -> bool:
        """Whether the words before, in the same clause, speak of a plan: "giới thiệu ông X để bầu giữ chức …"."""
        plans = self.found("planned", Span(place - len(self.clause_before(place)), place))
        return any(not self.low.startswith(" của", plan.end(), place) for plan in plans)  # "theo đề nghị của" is none

    def clause_before(self, place: int) -> str:
        """The words, for matching, from the beginning of the clause to the place."""
        start = max(self.sentence_at(place).start, place - _CLAUSE)
        clause = self.low[start:place].rpartition(";")[2]
        return clause[who[-1].end() :] if (who := list(_WHO.finditer(clause))) else clause

    def after_blanks(self, place: int) -> int:
        """The place of the first character from there on that is no blank."""
        if not self.low[place : place + 1].isspace():
            return place
        blank = _BLANK.match(self.low, place)
        return blank.end() if blank else place

    def before_blanks(self, place: int) -> int:
        """The place behind the last character before it that is no blank."""
        while place and self.low[place - 1].isspace():
            place -= 1
        return place

    def behind_blank(self, place: int) -> int:
        """Where the first character stands behind blanks in the line; 0 without one, or behind those of a column."""
        if not self.low.startswith(" ", place) or self.low.startswith(COLUMN, place):
            return 0
        place += 1
        while self.low.startswith(" ", place):
            place += 1
        return place

    def between(self, first: int, last: int) -> str:
        """The words between two places, for matching."""
        return self.low[first:last]


def ends_with(pattern: re.Pattern[str], words: str) -> bool:
    """Whether the last of what a search for the pattern finds in the words ends with them."""
    return any(m.end() == len(words) for m in pattern.finditer(words))


def _starts(spans: list[Span]) -> list[int]:
    """Where each begins, but for the first, to which all places before it belong too."""
    return [_BEFORE_ALL, *(span.start for span in spans[1:])]


def _sentences(text: str, paragraph: Span) -> list[Span]:
    if paragraph.end - paragraph.start < _TWO_SENTENCES:
        return [paragraph]
    found, start = [], paragraph.start
    for match in SENTENCE_END.finditer(text, paragraph.start, paragraph.end):
        found.append(Span(start, match.end()))
        start = match.end()
    return [*found, Span(start, paragraph.end)] if start < paragraph.end else found


def _inside(matches: list[re.Match[str]], starts: list[int], span: Span) -> list[re.Match[str]]:
    """The matches, which are in order and begin at `starts`, that begin and end in the span."""
    first = bisect_left(starts, span.start)
    last = bisect_left(starts, span.end, first)
    while first < last and matches[last - 1].end() > span.end:
        last -= 1
    return matches[first:last]
