"""The statements of an RDF file, each with the stretch of the file that makes it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, parse

from ingest.readers import SourceText
from ontology.errors import SourceMalformed
from ontology.identifiers import BASE
from ontology.terms import local_name

_FORMATS = {
    "text/turtle": RdfFormat.TURTLE,
    "application/n-triples": RdfFormat.N_TRIPLES,
    "application/n-quads": RdfFormat.N_QUADS,
    "application/trig": RdfFormat.TRIG,
    "application/ld+json": RdfFormat.JSON_LD,
    "application/rdf+xml": RdfFormat.RDF_XML,
}
_QUOTE_LENGTH = 160
_BEFORE = 60  # characters of a long line that are quoted before what is meant
_PATIENCE = 100  # lines without a statement after which more of them are read at once
_WORDS = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Stretch:
    """`start`/`end` count characters of the text of the file; `line` is that of the first one, from 1."""

    start: int
    end: int
    line: int


class LineFeed:
    """A text as a binary file that is read a line at a time, so that what a parser gives tells how far it has read.

    The parser begins a token anew whenever it wants more of it. So that a literal of many lines is not read over and
    over, the pieces double where no statement ends.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.position = 0  # characters given so far
        self.line = 0  # lines given so far
        self.reads = 0
        self._waiting = 0
        self._held = b""

    def read(self, size: int = -1) -> bytes:
        """The next line or lines, at most `size` bytes of them at once."""
        if not self._held:
            self._held = self._next()
        size = len(self._held) if size < 0 else size
        piece, self._held = self._held[:size], self._held[size:]
        return piece

    def arrived(self) -> None:
        """Says that a statement was found in what was given."""
        self._waiting = 0

    def _next(self) -> bytes:
        self.reads += 1
        self._waiting += 1
        start = self.position
        for _ in range(1 << min(20, max(0, self._waiting - _PATIENCE))):
            end = self.text.find("\n", self.position)
            if end < 0:
                self.line += self.position < len(self.text)
                self.position = len(self.text)
                break
            self.position = end + 1
            self.line += 1
        return self.text[start : self.position].encode()


def statements(source: SourceText) -> Iterator[tuple[Quad, Stretch]]:
    """Every statement with the line that makes it, or where several may, with the one that names its value.

    Raises  SourceMalformed with line and column for a syntax error.
    """
    feed = LineFeed(source.text)
    last, block = (0, 0), (0, 0)  # position and line at the end of the statement before, at the start of this block
    try:
        for quad in parse(feed, format=_FORMATS[source.media_type], base_iri=BASE):  # type: ignore[arg-type]
            feed.arrived()
            if feed.line != last[1]:
                block = last
            last = (feed.position, feed.line)
            yield quad, _stretch(source.text, block, last, quad)
    except SyntaxError as error:
        raise _malformed(source, error) from error


def quoted(text: str, stretch: Stretch) -> str:
    """The words of a stretch, as many as evidence may quote."""
    return text[stretch.start : min(stretch.end, stretch.start + _QUOTE_LENGTH)]


def _stretch(text: str, block: tuple[int, int], end: tuple[int, int], quad: Quad) -> Stretch:
    """Of the lines of a block the last that holds the value, else the property; else the last that says anything."""
    lines = [entry for entry in _lines(text, block, end[0]) if _WORDS.search(_line_at(text, entry[0]))] or [block]
    words = _written(quad)
    start, line = lines[-1]
    if len(lines) > 1:
        holding = ([entry for entry in lines if word in _line_at(text, entry[0])] for word in words)
        start, line = next((found[-1] for found in holding if found), lines[-1])
    return _cut(text, start, _line_end(text, start), line, words)


def _lines(text: str, block: tuple[int, int], end: int) -> Iterator[tuple[int, int]]:
    """Where each line of the block begins, blanks left out, and its number."""
    start, line = block[0], block[1] + 1
    while start < end:
        after = _line_end(text, start) + 1
        yield start + len(text[start:after]) - len(text[start:after].lstrip()), line
        start, line = after, line + 1


def _cut(text: str, start: int, end: int, line: int, words: list[str]) -> Stretch:
    """The stretch without blanks at its ends; of a long one what stands around the first of the words."""
    end = start + len(text[start:end].rstrip())
    if end - start > _QUOTE_LENGTH:
        at = next((found for word in words if (found := text.find(word, start, end)) >= 0), start)
        line += text.count("\n", start, max(start, at))
        start = max(start, min(at - _BEFORE, end - _QUOTE_LENGTH))
        end = min(end, start + _QUOTE_LENGTH)
    return Stretch(start, end, line)


def _written(quad: Quad) -> list[str]:
    """How value and property are likely to be written in a file: the value first, in full before its local name."""
    found = []
    for term in (quad.object, quad.predicate, quad.subject):
        if isinstance(term, NamedNode):
            found += [term.value, local_name(term.value)]
        elif isinstance(term, Literal):
            found.append(term.value)
        elif isinstance(term, BlankNode):
            found.append(f"_:{term.value}")
    return [word for word in found if _WORDS.search(word)]


def _line_at(text: str, start: int) -> str:
    return text[start : _line_end(text, start)]


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end < 0 else end


def _malformed(source: SourceText, error: SyntaxError) -> SourceMalformed:
    line, column = error.lineno or 1, error.offset or 1
    return SourceMalformed(
        f"{source.name}, line {line}, column {column}: {error.msg}",
        message_vi=f"{source.name}, dòng {line}, cột {column}: sai cú pháp ({error.msg})",
        hint="correct the file there; nothing of it was taken in",
        hint_vi="sửa tệp ở chỗ đó; chưa có gì của tệp được nhập",
        file=source.name,
        line=line,
        column=column,
        code="malformed",
    )
