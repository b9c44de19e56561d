"""The lead of an article, which news sites set between its title and its text: the engine takes it for neither."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

_MARKED = re.compile(r"(?<![a-z])(?:sapo|desc|description|lead|standfirst|chapeau)(?![a-z])")
_MARKS = ("class", "itemprop", "data-role")
_DESCRIBED = "//meta[@name='description' or @property='og:description']/@content"
_ALIKE = 40  # characters by which two copies of a paragraph are known
_LONGEST = 1500
_NEAR = 300  # elements behind the title


def lead_of(tree: Any, title: str, lines: list[str]) -> str:
    """The paragraph before the first of `lines` that is called a lead, or that the page describes itself with.

    Takes   tree: of the whole page; lines: the main text that the engine found in it.
    Gives   "" if there is none, or if the lines have it.
    """
    begun = [line[:_ALIKE] for line in lines if len(line) >= _ALIKE and line != title]
    described = {_words(said)[:_ALIKE] for said in tree.xpath(_DESCRIBED)}
    for element in islice(_behind_title(tree, title), _NEAR):
        words = _words(_text(element))
        if begun and words.startswith(begun[0]):
            return ""
        if len(words) not in range(_ALIKE, _LONGEST) or any(line in words for line in begun[:1]):
            continue
        if words[:_ALIKE] in described or _is_marked(element):
            return "" if words[:_ALIKE] in begun else words
    return ""


def _behind_title(tree: Any, title: str) -> Iterator[Any]:
    """The elements after the one that holds the title, or after the only heading of the page."""
    headings = tree.findall(".//h1")
    found = False
    for element in tree.iter("*"):
        if found:
            yield element
        elif element.tag == "h1":
            found = len(headings) == 1 or _words(_text(element)) == title
        else:
            found = bool(title) and _words(element.text or "") == title and element.tag != "title"


def _is_marked(element: Any) -> bool:
    return any(_MARKED.search(element.get(mark, "").lower()) for mark in _MARKS)


def _text(element: Any) -> str:
    """All that is in the element; a place in an element of its own is parted from what follows: Lào Cai|Chiều 10/5."""
    pieces = [""]
    for piece in element.itertext():
        if pieces[-1][-1:].islower() and piece[:1].isupper():
            pieces.append(" ")
        pieces.append(piece)
    return "".join(pieces)


def _words(text: str) -> str:
    return " ".join(text.split())
