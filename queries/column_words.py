"""What the columns of the ready questions hold, in both languages: columns.toml, for the catalogue."""

import tomllib
from functools import cache
from pathlib import Path
from typing import NamedTuple

from ontology.text import nfc

_TABLE = Path(__file__).parent / "columns.toml"
_ANY = "any"


class Words(NamedTuple):
    vi: str
    en: str


def column_words(question: str, column: str) -> Words:
    """What the column of a question holds. Raises ValueError if columns.toml does not say it."""
    told = words()
    found = told.get(question, {}).get(column) or told[_ANY].get(column)
    if not found:
        raise ValueError(f"{_TABLE.name} does not tell the column {column!r} of the question {question}")
    return found


@cache
def words() -> dict[str, dict[str, Words]]:
    """Every table of columns.toml: question, or "any" -> column -> what it holds."""
    told = tomllib.loads(nfc(_TABLE.read_text("utf-8")))
    return {name: {column: Words(**texts) for column, texts in table.items()} for name, table in told.items()}
