"""What copies leave in a text beside its words: tags, marks of bold print, letters without width, indents.

For page.py. The rules read the words alone; `Places` tells where each of their characters stands in the text.
"""

import re
from html import unescape

_NOTHING = r"\u00ad\u200b-\u200f\u2060\ufeff"
# The first sign is looked for before what stands around it: a search passes over all other letters.
_LAYOUT = re.compile(
    rf"[\r \xa0<&Đđ*_\[{_NOTHING}](?:"
    r"(?P<ending>(?<=\r)\n?)"
    r"|(?P<blanks>(?<=[^\s|][ \xa0])[ \xa0](?=[^\s|]))"
    r"|(?P<loose>(?<=\w[ \xa0])(?=[,;]))"  # Bí thư Tỉnh ủy , Chủ tịch HĐND tỉnh
    r"|(?P<apart>(?<=\d )[ \xa0]{1,12}+(?=[/-] ?[A-ZĐ]))"  # Số: 7    /QĐ-UBND, of a number put in by hand
    r"|(?P<indent>(?<=\n[ \xa0])[ \xa0]*+(?=[^\s|]))"
    r"|(?P<tag>(?<=<)/?[a-zA-Z][a-zA-Z0-9]{0,11}(?:\s[^<>\n]{0,400})?/?>)"
    r"|(?P<link>(?<=\[)(?P<shown>[^\[\]\n]{1,200})\]\([^()\s]{1,400}\))"
    r"|(?P<entity>(?<=&)(?:#\d{1,5}|#x[0-9a-fA-F]{1,4}|[a-zA-Z]{2,8});)"
    r"|(?P<comrade>(?<=[Đđ])(?<!\w.)(?:/c|/chí|\.c\.?)(?=\s))"
    r"|(?P<bold>(?<=\*)(?:\*|(?<![\w*].)(?=\w)|(?<=\w.)(?![\w*]))"
    r"|(?<=_)(?:(?<!\w.)_{0,2}(?=\w)|(?<=\w.)_{0,2}(?!\w)))"
    rf"|(?P<nothing>(?<=[{_NOTHING}])[{_NOTHING}]*))"
)
_BLOCK = re.compile(r"</?(?:br|p|div|li|ul|ol|tr|td|th|table|h\d|section|article|blockquote)(?!\w)", re.IGNORECASE)
# Where none of these stands, there is nothing to take out.
_SIGNS = (
    *"\r<&*_\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff",
    *("](", "  ", " \xa0", "\xa0 ", "\xa0\xa0", "\n ", "\n\xa0", " ,", " ;", "\xa0,", "\xa0;"),
    *("đ/c", "Đ/c", "đ.c", "Đ.c"),
)


class Places:
    """Where the words stand in the text; without marks in it, at the same places."""

    def __init__(self, starts: list[int] | None = None, ends: list[int] | None = None) -> None:
        self._starts = starts
        self._ends = ends

    def in_text(self, start: int, end: int) -> tuple[int, int]:
        """The place in the text of the words from `start` to `end`."""
        if not self._starts or not self._ends or start >= len(self._starts):
            return start, end
        return self._starts[start], self._ends[max(start, end - 1)] if end > start else self._starts[start]


def without_markup(text: str) -> tuple[str, Places]:
    """The words of `text`, and where they stand in it. "đ/c" is written out, as it is an honorific like others."""
    if not any(sign in text for sign in _SIGNS):
        return text, Places()
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    last = 0
    for mark in _LAYOUT.finditer(text):
        _keep(text, last, mark.start(), words, starts, ends)
        kind = mark.lastgroup if mark.lastgroup != "shown" else "link"
        if kind == "link":
            _keep(text, mark.start("shown"), mark.end("shown"), words, starts, ends)
        else:
            instead = _instead(kind or "", mark.group())
            words.append(instead)
            starts += [mark.start()] * len(instead)
            ends += [mark.end()] * len(instead)
        last = mark.end()
    _keep(text, last, len(text), words, starts, ends)
    return "".join(words), Places(starts, ends)


def _keep(text: str, start: int, end: int, words: list[str], starts: list[int], ends: list[int]) -> None:
    words.append(text[start:end])
    starts.extend(range(start, end))
    ends.extend(range(start + 1, end + 1))


def _instead(kind: str, mark: str) -> str:
    """What the rules read for a mark."""
    if kind == "ending":
        return "\n"
    if kind == "tag":
        return "\n" if _BLOCK.match(mark) else ""
    if kind == "entity":
        return unescape(mark).replace("\xa0", " ")
    if kind == "comrade":
        return ("Đ" if mark[0] == "Đ" else "đ") + "ồng chí"
    return " " if kind in ("blanks", "apart") else ""
