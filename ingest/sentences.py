"""The whole sentence in which words of a text stand, with the words marked."""

import re
from dataclasses import dataclass

from ontology.text import CAPITALS

# A full stop ends a sentence before a blank and a capital letter, not after an initial or an abbreviation.
# It is looked for first, as a search that may begin anywhere takes far longer.
SENTENCE_END = re.compile(r"[.!?…](?<!\bTP.)(?<!\b[A-ZĐ].)[”\"’]?\s+(?=[" + CAPITALS + r"“\"(\d])")
LONGEST = 1_500  # characters on either side of the words


@dataclass(frozen=True, slots=True)
class Passage:
    """`text[mark:mark_end]` are the words that are meant."""

    text: str
    mark: int
    mark_end: int


def sentence_around(text: str, start: int, end: int) -> Passage:
    """The sentence, or the sentences, of a text in which the words from `start` to `end` stand."""
    low, high = max(0, start - LONGEST), min(len(text), end + LONGEST)
    first = text.rfind("\n", low, start) + 1 or low
    last = text.find("\n", end, high)
    last = high if last < 0 else last
    ends = [match.end() for match in SENTENCE_END.finditer(text, first, last)]
    first = max((at for at in ends if at <= start), default=first)
    last = min((at for at in ends if at >= end), default=last)
    return trimmed(text, first, last, start, end)


def trimmed(text: str, first: int, last: int, start: int, end: int) -> Passage:
    """The stretch without blanks at its ends; what is marked stays within it."""
    start, end = max(first, start), min(last, end)
    while first < start and text[first].isspace():
        first += 1
    while last > end and text[last - 1].isspace():
        last -= 1
    return Passage(text[first:last], start - first, end - first)
