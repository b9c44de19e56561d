"""A text as a file from which a parser reads, so that what it gives tells how far it has read."""

from typing import NamedTuple

_PATIENCE = 100  # lines without a statement after which more of them are read at once


class Mark(NamedTuple):
    """A place in a text: characters before it, whole lines before it, and where its line begins."""

    position: int
    line: int
    line_start: int


START = Mark(0, 0, 0)


def advanced(text: str, mark: Mark, position: int) -> Mark:
    """The mark of a position at or after that of `mark`."""
    newlines = text.count("\n", mark.position, position)
    begins = text.rfind("\n", mark.position, position) + 1 if newlines else mark.line_start
    return Mark(position, mark.line + newlines, begins)


class LineFeed:
    """A text as a binary file that is read a line at a time, or less of a long one.

    The parser begins a token anew whenever it wants more of it. So that a literal of many lines is not read over and
    over, the pieces double where no statement ends.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.mark = START  # how far it was given
        self.reads = 0
        self._ready = 0  # how far it may be given
        self._waiting = 0

    def read(self, size: int = -1) -> bytes:
        """The next line or lines, at most `size` bytes of them at once, in whole characters."""
        start = self.mark.position
        if start == self._ready:
            self._ready = self._next()
        end = self._ready if size < 0 else min(self._ready, start + size)
        piece = self.text[start:end].encode()
        if 0 <= size < len(piece):
            kept = piece[:size].decode("utf-8", "ignore")
            piece, end = kept.encode(), start + len(kept)
        self.mark = advanced(self.text, self.mark, end)
        return piece

    def arrived(self) -> None:
        """Says that a statement was found in what was given."""
        self._waiting = 0

    def _next(self) -> int:
        """Where the next line or lines end."""
        self.reads += 1
        self._waiting += 1
        position = self._ready
        for _ in range(1 << min(20, max(0, self._waiting - _PATIENCE))):
            end = self.text.find("\n", position)
            if end < 0:
                return len(self.text)
            position = end + 1
        return position
