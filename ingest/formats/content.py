"""What a reader of a format gives: its text in NFC, and where in the original each stretch of it stands."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from itertools import accumulate, pairwise

from ontology.text import nfc

_MARKS = re.compile(r"([\n,;|]+)")  # between words of which some may be in another encoding
_BETWEEN = ", "  # cells of a row that is read as one line
NO_TEXT = "no-text-layer"  # the code of the refusal of a PDF whose pages are pictures


@dataclass(frozen=True, slots=True)
class Content:
    """`places` are pairs (offset from which it holds, "page 3"), in the order of offsets."""

    text: str
    places: tuple[tuple[int, str], ...] = ()
    published: str | None = None  # ISO date, if the format tells it apart from the text
    address: str = ""  # of the page on the web, if it tells its own
    sheets: tuple[str, ...] = ()  # all that a workbook has, in its order
    recognised: float | None = None  # of a scan: how sure its letters are, from 0 to 1

    def converted(self, convert: Callable[[str], str]) -> "Content":
        """The same with the text between two places and between marks converted, whatever its length becomes."""
        begins = [0, *(start for start, _ in self.places), len(self.text)]
        pieces = [
            "".join(convert(words) for words in _MARKS.split(self.text[first:last])) for first, last in pairwise(begins)
        ]
        starts = [*accumulate(map(len, pieces))]
        places = tuple((start, place) for start, (_, place) in zip(starts, self.places, strict=False))
        return replace(self, text="".join(pieces), places=places)

    def place(self, offset: int) -> str:
        """Where the character stands in the original: "" for a format without pages or cells."""
        index = bisect_right(self.places, offset, key=lambda place: place[0]) - 1
        return self.places[index][1] if index >= 0 else ""


@dataclass(slots=True)
class ContentBuilder:
    """Collects paragraphs. Offsets count characters of the NFC text."""

    _parts: list[str] = field(default_factory=list)
    _places: list[tuple[int, str]] = field(default_factory=list)
    _length: int = 0

    def add(self, paragraph: str, place: str = "") -> None:
        """Adds a paragraph, unless it is blank; `place` is that of its first character and of all until the next."""
        self.add_joined([(paragraph, place)])

    def add_joined(self, parts: Iterable[tuple[str, str]]) -> None:
        """Adds (text, place) of cells as one paragraph, with commas between them; what is blank is left out."""
        told = [(text, place) for words, place in parts if (text := nfc(" ".join(words.split())))]
        start = self._length
        for text, place in told:
            if (self._places[-1][1] if self._places else "") != place:
                self._places.append((start, place))
            start += len(text) + len(_BETWEEN)
        if told:
            self._parts.append(_BETWEEN.join(text for text, _ in told))
            self._length += len(self._parts[-1]) + 1

    def go_on(self, text: str, place: str, between: str = " ") -> None:
        """Adds words to the last paragraph, which goes on at another place."""
        words = nfc(" ".join(text.split()))
        self._places.append((self._length - 1 + len(between), place))
        self._parts[-1] += between + words
        self._length += len(between + words)

    def content(self, *, published: str | None = None, address: str = "", recognised: float | None = None) -> Content:
        text = "".join(f"{part}\n" for part in self._parts)
        return Content(text, tuple(self._places), published, address, recognised=recognised)
