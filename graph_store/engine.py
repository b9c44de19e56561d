"""The contract of every query engine: Oxigraph (SPARQL), kglite (Cypher, embedded) and Neo4j (Cypher, server)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Protocol

from queries.catalog import Question

MOST_TEXT = 32_000_000  # characters of an answer, all values together; a single one can be built arbitrarily long
Value = str | int | float | bool | None | list["Value"] | dict[str, "Value"]
NO_PARAMETERS: Mapping[str, Value] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Rows:
    """An answer. IRIs, dates and language-tagged text are plain strings, so that engines can be compared."""

    columns: tuple[str, ...]
    rows: Sequence[tuple[Value, ...]]
    truncated: bool = False  # the row limit was reached: there is more

    def as_dicts(self) -> list[dict[str, Value]]:
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]


def rows_within(columns: Sequence[str], found: Iterable[tuple[Value, ...]], limit: int) -> Rows:
    """As many rows as the limit and the text of an answer allow."""
    rows: list[tuple[Value, ...]] = []
    room = MOST_TEXT
    for row in found:
        room -= sum(len(str(value)) for value in row)
        if len(rows) == limit or room < 0:
            return Rows(tuple(columns), rows, truncated=True)
        rows.append(row)
    return Rows(tuple(columns), rows)


@dataclass(frozen=True, slots=True)
class Limits:
    """What a query may cost."""

    timeout_s: float = 10.0
    rows: int = 10_000
    query_bytes: int = 65_536


class Engine(Protocol):
    """One published version of the graph, answering in one language."""

    @property
    def language(self) -> str:
        """ "sparql" or "cypher"."""

    def answer(self, question: Question, parameters: Mapping[str, str | int]) -> Rows:
        """The rows of a ready question; `parameters` as `question.bind` gives them."""

    def run(self, text: str, limits: Limits) -> Rows:
        """The rows of a stranger's query, guarded. Raises QueryRefused or QueryInvalid."""

    def close(self) -> None:
        """Frees what the engine holds; answering afterwards is an error."""


class CypherEngine(Engine, Protocol):
    """An engine whose strangers may give values beside the query."""

    def run(self, text: str, limits: Limits, parameters: Mapping[str, Value] = NO_PARAMETERS) -> Rows:
        """As that of every engine; `parameters` are for the `$name`s of the query."""
