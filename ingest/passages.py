"""What stands around the words of evidence in a source of any form: its sentence, its row, its line. For reports."""

import csv
import io
import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property

from pyoxigraph import Literal, NamedNode

from ingest.rdf_statements import written
from ingest.readers import SourceText
from ingest.sentences import LONGEST, Passage, sentence_around, trimmed

_LINE_COLUMN = re.compile(r"line \d+, column (\d+)")
_NAMED_COLUMN = re.compile(r"line \d+, column (\D.*)")
_CELL = re.compile(r"(?:.*!)?([A-Z]{1,3})\d+")
_WORD = re.compile(r"\w+")
_A, _LETTERS = ord("A"), 26


class Passages:
    """The passages of one source. `delimiter` is that of a CSV file, as the mapping that read it names it."""

    def __init__(self, source: SourceText, delimiter: str = ",") -> None:
        self._source = source
        self._delimiter = delimiter
        self._text = source.text

    def passage(self, start: int | None, quote: str, locator: str, value: str) -> Passage | None:
        """What stands around a quote: the sentence of a text, the row of a table, the line of an RDF file.

        Takes   start: of the quote, in characters; locator: as evidence has it; value: what the quote states.
        Gives   None if the quote does not stand in the source, as after a change of the program.
        """
        if start is None or not self._text.startswith(quote, start):
            start = self._text.find(quote)
        if start < 0 or not quote:
            return None
        if self._source.form == "table":
            return self._row(start, len(quote), locator)
        if self._source.form == "rdf":
            return self._line(start, len(quote), locator, value)
        return sentence_around(self._text, start, start + len(quote))

    def line(self, start: int | None) -> str:
        """The locator of a place in a plain text, whose evidence has none: line 3."""
        if start is None or self._source.media_type != "text/plain":
            return ""
        return self._source.place(start)

    def _row(self, start: int, length: int, locator: str) -> Passage:
        index = bisect_right(self._records, start) - 1
        first = self._records[index]
        last = self._records[index + 1] if index + 1 < len(self._records) else len(self._text)
        raw = self._text[first:last].rstrip("\r\n")
        cell = self._cell(raw, locator)
        mark, mark_end = cell or (start - first, start - first + length)
        return trimmed(self._text, first, first + len(raw), first + mark, first + mark_end)

    def _cell(self, raw: str, locator: str) -> tuple[int, int] | None:
        """Where in its row the cell stands that a locator names by its letter or by its column."""
        column = -1
        if lettered := _CELL.fullmatch(locator):
            column = _index(lettered[1])
        elif (named := _NAMED_COLUMN.fullmatch(locator)) and named[1] in self._header:
            column = self._header.index(named[1])
        spans = cell_spans(raw, self._delimiter) if column >= 0 else []
        return spans[column] if 0 <= column < len(spans) and spans[column][0] < spans[column][1] else None

    def _line(self, start: int, length: int, locator: str, value: str) -> Passage:
        first = self._text.rfind("\n", 0, start) + 1
        last = self._text.find("\n", start)
        last = len(self._text) if last < 0 else last
        mark, mark_end = start, start + length
        if at := _LINE_COLUMN.fullmatch(locator):
            mark = min(first + int(at[1]) - 1, last)
            words = [w for w in (*written(Literal(value)), *_as_iri(value)) if self._text.startswith(w, mark)]
            word = _WORD.match(self._text, mark)
            mark_end = mark + max(map(len, words), default=len(word[0]) if word else 0)
        return trimmed(
            self._text, max(first, mark - LONGEST), min(last, max(mark_end, start + length) + LONGEST), mark, mark_end
        )

    @cached_property
    def _records(self) -> list[int]:
        """Where each record of a table begins; a cell may hold line breaks."""
        lines = io.StringIO(self._text, newline="").readlines()
        reader, starts, at, line = csv.reader(lines, delimiter=self._delimiter), [0], 0, 0
        for _ in reader:
            at += sum(len(text) for text in lines[line : reader.line_num])
            line = reader.line_num
            starts.append(at)
        return starts[:-1] or starts

    @cached_property
    def _header(self) -> Sequence[str]:
        return [cell.strip() for cell in next(csv.reader(self._text.splitlines()[:1], delimiter=self._delimiter), [])]


def cell_spans(raw: str, delimiter: str) -> list[tuple[int, int]]:
    """Where each cell of a record of CSV begins and ends, without its quotation marks."""
    spans, start, quoted = [], 0, False
    for at, sign in enumerate(raw):
        if sign == '"':
            quoted = not quoted
        elif sign == delimiter and not quoted:
            spans.append((start, at))
            start = at + 1
    spans.append((start, len(raw)))
    return [(s + 1, e - 1) if e - s > 1 and raw[s] == raw[e - 1] == '"' else (s, e) for s, e in spans]


def _as_iri(value: str) -> list[str]:
    try:
        return written(NamedNode(value))
    except ValueError:
        return []


def _index(letters: str) -> int:
    index = 0
    for sign in letters:
        index = index * _LETTERS + ord(sign) - _A + 1
    return index - 1
