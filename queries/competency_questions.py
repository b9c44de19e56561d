"""Competency questions: what people really ask of the graph, with the answer that the bundled graph must give.

Read from competency/THEME.toml by the tests, which ask each of every engine, and by the documentation. A file opens
with `title = { vi = "…", en = "…" }`; then each question is a table [[question]]:
    asked_by    researcher, client (a program) or steward
    vi, en      the question in the words of the asker, about things by their own names
    query       the ready question that answers it
    parameters  its values, IRIs as type/key; every date is given, so that the answer is the same on any day
    columns     (may be left out) the columns that matter, in this order
    rows        the expected rows, all in order; IRIs as type/key, "" for what is unknown
    count       (may be left out) how many rows the answer has, where `rows` holds only the first of them
    checked     against which rows of ontology/reference, or which words of which source, a person checked the rows
"""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal, cast, get_args

from ontology.identifiers import ID_BASE
from ontology.text import nfc
from queries.catalog import question

__all__ = ["Asker", "Cell", "CompetencyQuestion", "Theme", "load", "themes"]

HERE = Path(__file__).parent / "competency"
Asker = Literal["researcher", "client", "steward"]
Cell = str | int | float
_KEYS = {"asked_by", "vi", "en", "query", "parameters", "columns", "rows", "count", "checked"}
_MAY_MISS = {"columns", "count"}


@dataclass(frozen=True, slots=True)
class CompetencyQuestion:
    """One question with its expected answer: `count` rows, the first of which are `rows`."""

    asked_by: Asker
    vi: str
    en: str
    query: str
    parameters: Mapping[str, str]
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    count: int
    checked: str

    def found(self, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> list[tuple[Cell, ...]]:
        """An engine's answer in the form of `rows`: columns that matter, IRIs as type/key, "" for what is unknown."""
        places = [columns.index(name) for name in self.columns]
        return [tuple(_cell(row[place]) for place in places) for row in rows]


@dataclass(frozen=True, slots=True)
class Theme:
    """The questions of one file, in its order."""

    name: str
    title_vi: str
    title_en: str
    questions: tuple[CompetencyQuestion, ...]


@cache
def themes() -> tuple[Theme, ...]:
    """All themes, by name. Raises ValueError for a file that is not as it should be."""
    return load(HERE)


def load(folder: Path) -> tuple[Theme, ...]:
    """The themes of `folder`, by name. Raises ValueError, naming file and question."""
    return tuple(_theme(path) for path in sorted(folder.glob("*.toml")))


def _theme(path: Path) -> Theme:
    told = tomllib.loads(nfc(path.read_text("utf-8")))
    if told.keys() != {"title", "question"} or told["title"].keys() != {"vi", "en"}:
        raise ValueError(f"{path.name} must hold a title in vi and en, and [[question]] tables, not {sorted(told)}")
    questions = tuple(_question(f"question {n} of {path.name}", e) for n, e in enumerate(told["question"], 1))
    return Theme(path.stem, told["title"]["vi"], told["title"]["en"], questions)


def _question(where: str, told: Mapping[str, Any]) -> CompetencyQuestion:
    if wrong := (_KEYS ^ told.keys()) - _MAY_MISS:
        raise ValueError(f"{where} lacks or cannot have {sorted(wrong)}")
    if told["asked_by"] not in get_args(Asker):
        raise ValueError(f"{where} is asked by {told['asked_by']!r}, not by one of {get_args(Asker)}")
    asked = question(told["query"])
    known = tuple(column.name for column in asked.columns)
    columns = tuple(told.get("columns", known))
    if not columns or not set(columns) <= set(known):
        raise ValueError(f"{where} names columns that {asked.name} has not: {sorted(set(columns) - set(known))}")
    rows = tuple(tuple(row) for row in told["rows"])
    if any(len(row) != len(columns) for row in rows):
        raise ValueError(f"{where} has a row that does not have {len(columns)} cells")
    if (count := told.get("count", len(rows))) < len(rows) or (count and not rows):
        raise ValueError(f"{where} counts {count} rows and shows {len(rows)}")
    asker = cast(Asker, told["asked_by"])
    texts = told["vi"], told["en"], told["query"]
    return CompetencyQuestion(asker, *texts, told["parameters"], columns, rows, count, told["checked"])


def _cell(value: Any) -> Cell:
    if isinstance(value, str):
        return value.removeprefix(ID_BASE)
    return "" if value is None else cast(Cell, value)
