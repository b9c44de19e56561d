"""A mapping proposed for a steward's table, from the words of its header; called by `mandate preview`."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tomllib import loads

from rapidfuzz import fuzz

from ingest.readers import SourceText
from ingest.tables.mapped import Record, records
from ingest.tables.rows import letter
from ontology.text import canonical

_ALIKE = 82.0  # of 100, from which on a word of theirs is taken for one of ours
_LOOKED_AT = 30  # rows in which the header is looked for
_DELIMITERS = ",;\t|"
_SAMPLE = 4_000  # characters that tell the delimiter


@dataclass(frozen=True, slots=True)
class Proposal:
    """`matched`: ours -> (theirs, likeness of 100); `missing` are columns that no row may leave empty."""

    table: str
    header: Record
    delimiter: str
    matched: Mapping[str, tuple[str, float]]
    missing: tuple[str, ...]

    def as_toml(self) -> str:
        """The mapping file; what is missing stands in it to be filled in."""
        lines = [f"table = {_quoted(self.table)}"]
        if self.header.sheet:
            lines.append(f"sheet = {_quoted(self.header.sheet)}")
        lines.append(f"header = {self.header.number}")
        if self.delimiter != ",":
            lines.append(f"delimiter = {_quoted(self.delimiter)}")
        lines += ["", "[columns]", *(f"{ours} = {_quoted(theirs)}" for ours, (theirs, _) in self.matched.items())]
        if self.missing:
            lines += ["", "[constants]", *(f'{ours} = ""  # ?' for ours in self.missing)]
        if self.table == "members" and "body" not in self.matched:
            lines += [
                "",
                "# [constants]",
                '# body = "…"        # whose list it is: posts that name no body are posts of this one',
            ]
        return "\n".join(lines) + "\n"


def propose(source: SourceText, tables: Mapping[str, tuple[Sequence[str], Sequence[str]]]) -> Proposal | None:
    """The likeliest table and header row; None if no row has two columns that sound like those of a table.

    `tables`: name -> (columns, those of them that no row may leave empty).
    """
    delimiter = "," if source.content.places else _delimiter(source.text)
    found = []
    for record in list(records(source, delimiter))[:_LOOKED_AT]:
        for order, (table, (columns, required)) in enumerate(tables.items()):
            matched = _matched(record.cells, columns)
            if len(matched) > 1:
                missing = tuple(column for column in required if column not in matched)
                rank = (-len(missing), sum(likeness for _, likeness in matched.values()), -record.number, -order)
                found.append((rank, Proposal(table, record, delimiter, matched, missing)))
    return max(found, key=lambda one: one[0])[1] if found else None


def _matched(cells: Sequence[str], columns: Sequence[str]) -> dict[str, tuple[str, float]]:
    """Each column of ours with the cell that sounds most like it; no cell is taken twice."""
    pairs = [
        (_likeness(cell, column), index, column)
        for index, cell in enumerate(cells)
        if cell
        for column in columns
        if _likeness(cell, column) >= _ALIKE
    ]
    taken: set[int] = set()
    matched: dict[str, tuple[str, float]] = {}
    for likeness, index, column in sorted(pairs, key=lambda pair: (-pair[0], pair[1])):
        if index not in taken and column not in matched:
            taken.add(index)
            twice = sum(canonical(cell) == canonical(cells[index]) for cell in cells) > 1
            matched[column] = (letter(index) if twice else cells[index], likeness)
    return {column: matched[column] for column in columns if column in matched}


def _likeness(cell: str, column: str) -> float:
    return max((fuzz.ratio(canonical(cell), words) for words in _words().get(column, (column,))), default=0.0)


@cache
def _words() -> Mapping[str, tuple[str, ...]]:
    stored = loads(Path(__file__).with_name("headers.toml").read_text("utf-8"))
    return {column: (column, *(canonical(word) for word in words)) for column, words in stored.items()}


def _delimiter(text: str) -> str:
    """What stands most often in one of the first lines: title rows have none of it, unlike what csv.Sniffer expects."""
    lines = text[:_SAMPLE].splitlines()
    return max(_DELIMITERS, key=lambda sign: max((line.count(sign) for line in lines), default=0))


def _quoted(text: str) -> str:
    """As a string of TOML, whose escapes are those of JSON."""
    return json.dumps(text, ensure_ascii=False)
