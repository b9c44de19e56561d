"""Batches of one transaction, and relationships that wait, packed, until their ends are there."""

import pickle
import zlib
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, TypeVar

from graph_store.neo4j.held import Key, key_of
from graph_store.neo4j.run import row_of
from graph_store.projection import Relationship

T = TypeVar("T")
_BATCH = 1_000


def batches(items: Iterable[T]) -> Iterator[list[T]]:
    iterator = iter(items)
    while batch := list(islice(iterator, _BATCH)):
        yield batch


class Waiting:
    """Relationships to be sent, packed: some thirty bytes each. The database may have any number of them."""

    def __init__(self) -> None:
        self._packed: list[bytes] = []
        self._rows: list[tuple[Any, ...]] = []
        self._replaced: list[Key] = []

    def __len__(self) -> int:
        """How many batches there are."""
        return len(self._packed) + bool(self._rows)

    def add(self, relationship: Relationship, *, is_there: bool = False) -> None:
        """`is_there` says that one of that type and these ends must go first."""
        self._rows.append(row_of(relationship))
        if is_there:
            self._replaced.append(key_of(relationship))
        if len(self._rows) == _BATCH:
            self._packed.append(zlib.compress(pickle.dumps((self._replaced, self._rows)), 1))
            self._rows, self._replaced = [], []

    def batches(self) -> Iterator[tuple[list[Key], list[tuple[Any, ...]]]]:
        """The keys of those that are there otherwise, and all as rows."""
        for packed in self._packed:
            yield pickle.loads(zlib.decompress(packed))
        if self._rows:
            yield self._replaced, self._rows
