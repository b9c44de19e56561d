"""A mapping proposed for a steward's table, from the words of its header; called by `mandate preview`."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from tomllib import loads

from rapidfuzz import fuzz

from ingest.readers import SourceText
from ingest.tables.mapped import Record, records
from ingest.tables.rows import letter
from ontology.text import canonical

_MEMBERS, _PERSON, _POSTS = "members", "person", "posts"
_ALIKE = 82.0  # of 100, from which on a word of theirs is taken for one of ours
_LOOKED_AT = 30  # rows in which the header is looked for
_DELIMITERS = ",;\t|"
_SAMPLE = 4_000  # characters that tell the delimiter


@dataclass(frozen=True, slots=True)
class Proposal:
    """`matched`: ours -> (theirs, likeness of 100); `missing` are columns that no row may leave empty.

    `posts` are the columns that tell posts, where there are several.
    """

    table: str
    header: Record
    delimiter: str
    matched: Mapping[str, tuple[str, float]]
    missing: tuple[str, ...]
    posts: tuple[str, ...] = ()

    def as_toml(self) -> str:
        """The mapping file; what is missing stands in it to be filled in."""
        lines = [f"table = {_quoted(self.table)}"]
        if self.header.sheet:
            lines.append(f"sheet = {_quoted(self.header.sheet)}")
        lines.append(f"header = {self.header.number}")
        if self.delimiter != ",":
            lines.append(f"delimiter = {_quoted(self.delimiter)}")
        lines += ["", "[columns]", *(f"{ours} = {self._theirs(ours)}" for ours in self.matched)]
        if self.missing:
            lines += ["", "[constants]", *(f'{ours} = ""  # ?' for ours in self.missing)]
        if self.table == _MEMBERS and "body" not in self.matched:
            whose = '# body = "…"        # whose list it is: posts that name no body are posts of this one'
            lines += ["", "# [constants]", whose]
        return "\n".join(lines) + "\n"

    def _theirs(self, ours: str) -> str:
        if ours == _POSTS and self.posts:
            return f"[{', '.join(map(_quoted, self.posts))}]"
        return _quoted(self.matched[ours][0])


def propose(source: SourceText, tables: Mapping[str, tuple[Sequence[str], Sequence[str]]]) -> Proposal | None:
    """The likeliest table and header row; None if no row has two columns that sound like those of a table.

    `tables`: name -> (columns, those of them that no row may leave empty).
    """
    delimiter = "," if source.content.places else _delimiter(source.text)
    found = []
    rows = list(records(source, delimiter))[: _LOOKED_AT + 1]
    for record, below in zip(rows[:_LOOKED_AT], [*rows[1:], None], strict=False):
        for order, (table, (columns, required)) in enumerate(tables.items()):
            matched = _matched(record.cells, columns)
            if len(matched) > 1:
                missing = tuple(column for column in required if column not in matched)
                rank = (-len(missing), sum(likeness for _, likeness in matched.values()), -record.number, -order)
                found.append((rank, Proposal(table, record, delimiter, matched, missing), below))
    if not found:
        return None
    _, likeliest, below = max(found, key=lambda one: one[0])
    return _with_all_posts(likeliest, below)


def _with_all_posts(found: Proposal, below: Record | None) -> Proposal:
    """With all columns of posts: those with such a name, or the parts of one whose name stands over several."""
    if found.table != _MEMBERS or _POSTS not in found.matched:
        return found
    header = found.header.cells
    places = {ours: _place(header, theirs) for ours, (theirs, _) in found.matched.items()}
    names = below.cells[places[_PERSON] : places[_PERSON] + 1] if below and _PERSON in places else ("",)
    parts = _parts_of(header, below.cells, places[_POSTS]) if below and not any(names) else []
    if below and parts:
        lettered = {ours: (letter(places[ours]), likeness) for ours, (_, likeness) in found.matched.items()}
        return replace(found, header=below, matched=lettered, posts=tuple(map(letter, parts)))
    named = [i for i, cell in enumerate(header) if canonical(cell).startswith(_words()[_POSTS][1])]
    others = [i for i in named if i not in places.values()]
    return replace(found, posts=tuple(map(letter, sorted([places[_POSTS], *others])))) if others else found


def _parts_of(header: Sequence[str], below: Sequence[str], first: int) -> list[int]:
    """The columns that the cell at `first` stands over, if the row below gives each a name of its own."""
    beside = (i for i in range(first + 1, len(header)) if header[i])
    last = next(beside, len(below))
    parts = [i for i in range(first, min(last, len(below))) if below[i]]
    return parts if len(parts) > 1 else []


def _place(header: Sequence[str], theirs: str) -> int:
    """The place of a column that is told by its name, or by its letter where two have one name."""
    return next((i for i, cell in enumerate(header) if theirs in (cell, letter(i))), 0)


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
