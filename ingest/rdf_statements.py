"""The statements of an RDF file, each with the stretch of the file that makes it."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.sax.saxutils import escape

from pyoxigraph import BlankNode, NamedNode, Quad, RdfFormat, parse
from rdflib import RDF

from ingest.rdf_feed import START, LineFeed, Mark, advanced
from ingest.readers import SourceText
from ontology.errors import SourceMalformed, SourceRefused
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
_IN_ORDER = ("application/ld+json", "application/rdf+xml")  # several statements may come of what is read at once
_TYPE = str(RDF.type)
_QUOTE_LENGTH = 160
_BEFORE = 60  # characters of a long line that are quoted before what is meant
_REACH = 100_000  # characters that are searched for the words of one statement
_TRIES = 50  # places of a word that are looked at
_PLACE_TOLD = re.compile(
    r"^Parser error (?:at|between) line \d+ (?:column \d+|.*?columns? \d+(?: and \d+)?)(?: and .*?)?: "
)
_ESCAPED = frozenset('"\\<>&\t')


@dataclass(frozen=True, slots=True)
class Stretch:
    """`start`/`end` count characters of the text of the file.

    `line` and `column`, from 1, are those of the value, or of the property if the value is written otherwise than as
    its words or its name; `column` is None where neither is.
    """

    start: int
    end: int
    line: int
    column: int | None = None

    @property
    def locator(self) -> str:
        """line 12, column 5"""
        return f"line {self.line}" + (f", column {self.column}" if self.column else "")


def statements(source: SourceText) -> Iterator[tuple[Quad, Stretch]]:
    """Every statement with the line that makes it, or where several may, with the one that names its value.

    Raises  SourceMalformed with line and column for a syntax error.
    """
    feed = LineFeed(source.text)
    finder = _Finder(source.text, in_order=source.media_type in _IN_ORDER)
    try:
        for quad in parse(feed, format=_FORMATS[source.media_type], base_iri=BASE):  # type: ignore[arg-type]
            feed.arrived()
            yield quad, finder.find(quad, feed.mark)
    except SyntaxError as error:
        raise _malformed(source, error) from error
    except MemoryError as error:  # what Oxigraph says of a token that is longer than it reads, about 16 MB
        raise _too_long(source, feed.mark.line + 1) from error


def quoted(text: str, stretch: Stretch) -> str:
    """The words of a stretch, as many as evidence may quote."""
    return text[stretch.start : min(stretch.end, stretch.start + _QUOTE_LENGTH)]


def written(term: object) -> list[str]:
    """How a term is likely to be written in a file, the likeliest first; of words of several lines the first line."""
    if isinstance(term, NamedNode):
        return [*filter(None, (term.value, local_name(term.value)))]
    if isinstance(term, BlankNode):
        return [f"_:{term.value}"]
    words = next((line.strip() for line in str(getattr(term, "value", "")).splitlines() if line.strip()), "")
    if not _ESCAPED.isdisjoint(words):
        return [words, json.dumps(words, ensure_ascii=False)[1:-1], escape(words)]
    return [words] if words else []


class _Finder:
    """Finds statements in what was read since the one before; the work on each does not grow with the file."""

    def __init__(self, text: str, *, in_order: bool) -> None:
        self._text = text
        self._in_order = in_order
        self._from = self._to = START  # what was read since the statement before
        self._cursor: Mark | None = None  # behind the words of the statement before, if they were read together

    def find(self, quad: Quad, now: Mark) -> Stretch:
        """Where the statement stands of which the parser said when it had read up to `now`."""
        if now.position != self._to.position:
            self._from = self._cursor or self._to
            self._to, self._cursor = now, None
        values = written(quad.object)
        predicates = [*written(quad.predicate), *(["a"] if quad.predicate.value == _TYPE else [])]
        found = self._forward(values, predicates) if self._in_order or self._reads_on() else None
        found = found or self._last(values, predicates) or self._last(written(quad.subject), [])
        if found is None:
            return self._last_line()
        at, word = found
        mark = advanced(self._text, self._base(at), at)
        self._cursor = mark._replace(position=at + len(word))
        return self._cut(mark, mark.position - mark.line_start + 1)

    def _reads_on(self) -> bool:
        """Whether nothing stands before the statement, such as a comment, in which its words may stand too."""
        length = self._to.position - self._from.position
        return self._cursor is not None or length > _REACH or self._to.line == self._from.line

    def _base(self, at: int) -> Mark:
        return self._cursor if self._cursor and self._cursor.position <= at else self._from

    def _forward(self, values: list[str], predicates: list[str]) -> tuple[int, str] | None:
        """The value, best behind its property, behind the statement before."""
        start = (self._cursor or self._from).position
        end = min(self._to.position, start + _REACH)
        property_found = self._first(predicates, start, end)
        behind = self._first(values, property_found[0] + len(property_found[1]), end) if property_found else None
        return behind or self._first(values, start, end) or property_found

    def _last(self, values: list[str], predicates: list[str]) -> tuple[int, str] | None:
        """The value behind the last place of its property, else its own last place, else that of the property."""
        end = self._to.position
        start = max(self._from.position, end - _REACH)
        property_found = self._final(predicates, start, end)
        behind = self._first(values, property_found[0] + len(property_found[1]), end) if property_found else None
        return behind or self._final(values, start, end) or property_found

    def _first(self, words: list[str], start: int, end: int) -> tuple[int, str] | None:
        for word in words:
            at = start - 1
            for _ in range(_TRIES):
                at = self._text.find(word, at + 1, end)
                if at < 0:
                    break
                if self._is_whole(at, word):
                    return at, word
        return None

    def _final(self, words: list[str], start: int, end: int) -> tuple[int, str] | None:
        for word in words:
            at = end
            for _ in range(_TRIES):
                at = self._text.rfind(word, start, at + len(word) - 1 if at < end else end)
                if at < 0:
                    break
                if self._is_whole(at, word):
                    return at, word
        return None

    def _is_whole(self, at: int, word: str) -> bool:
        """Whether the word is no part of a longer one."""
        before = self._text[at - 1 : at] if at else ""
        after = self._text[at + len(word) : at + len(word) + 1]
        return not (_joins(before) and _joins(word[0])) and not (_joins(after) and _joins(word[-1]))

    def _last_line(self) -> Stretch:
        """The last line that says anything, where no word of the statement stands as it is."""
        start = max(self._from.position, self._to.position - _REACH)
        read = self._text[start : self._to.position].rstrip(" \t\r\n.;,{}[]()")
        mark = advanced(self._text, self._from, start + max(0, len(read) - 1))
        return self._cut(mark, None)

    def _cut(self, mark: Mark, column: int | None) -> Stretch:
        """The line without blanks at its ends; of a long one what stands around the mark."""
        text, at = self._text, mark.position
        start = max(mark.line_start, at - _REACH)
        start += len(text[start:at]) - len(text[start:at].lstrip())
        end = text.find("\n", at, at + _REACH)
        end = min(len(text), at + _QUOTE_LENGTH) if end < 0 else end
        end = start + len(text[start:end].rstrip())
        if end - start > _QUOTE_LENGTH:
            start = max(start, min(at - _BEFORE, end - _QUOTE_LENGTH))
            end = min(end, start + _QUOTE_LENGTH)
        return Stretch(start, end, mark.line + 1, column)


def _joins(sign: str) -> bool:
    return sign.isalnum() or sign in ("_", "-")


def _too_long(source: SourceText, line: int) -> SourceRefused:
    return SourceRefused(
        f"{source.name}, line {line}: a value or name of more than 16 MB",
        message_vi=f"{source.name}, dòng {line}: một giá trị hoặc tên dài quá 16 MB",
        hint="put long texts into files of their own; nothing of this one was taken in",
        hint_vi="để văn bản dài trong tệp riêng; chưa có gì của tệp này được nhập",
        file=source.name,
        line=line,
        code="too-complex",
    )


def _malformed(source: SourceText, error: SyntaxError) -> SourceMalformed:
    line, column = error.lineno or 1, error.offset or 1
    said = _PLACE_TOLD.sub("", error.msg)
    return SourceMalformed(
        f"{source.name}, line {line}, column {column}: {said}",
        message_vi=f"{source.name}, dòng {line}, cột {column}: sai cú pháp ({said})",
        hint="correct the file there; nothing of it was taken in",
        hint_vi="sửa tệp ở chỗ đó; chưa có gì của tệp được nhập",
        file=source.name,
        line=line,
        column=column,
        code="malformed",
    )
