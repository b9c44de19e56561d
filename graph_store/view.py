"""A read-only version, and what a change to one is."""

import gc
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any

from pyoxigraph import Quad, Store

from graph_store.content_hash import EMPTY
from graph_store.manifest import Manifest
from ontology.errors import StoreCorrupt


@dataclass(slots=True)
class Change:
    """Quads that come and quads that go, graph by graph, sorted in each; those of a stored one stay on disk."""

    added: Sequence[Quad] = ()
    removed: Sequence[Quad] = ()

    def __bool__(self) -> bool:
        return bool(self.added or self.removed)


@dataclass(frozen=True, slots=True)
class Proposal:
    """What an import wants: named graphs with all their new quads (none: the graph goes), and quads just added.

    What is just added goes along with what is replaced: where that changes nothing, nothing is added either.
    """

    replace: Mapping[str, Sequence[Quad]]
    add: Sequence[Quad] = ()


class View:
    """One version, or a staged one, open for reading. `number` 0 is the empty graph before the first version."""

    def __init__(self, number: int, store: Store, manifest: Manifest | None, path: Path | None) -> None:
        self.number = number
        self.manifest = manifest
        self.path = path
        self._store: Store | None = store

    @property
    def store(self) -> Store:
        if self._store is None:
            raise RuntimeError("this view was closed")
        return self._store

    @property
    def content_hash(self) -> str:
        """What tells one content of the graph from another."""
        return self.manifest.content_hash if self.manifest else EMPTY

    def size(self) -> int:
        """The number of quads, as it was noted when the version was made, if it is one."""
        return self.manifest.quads if self.manifest else len(self.store)

    def quads(self, subject: Any = None, predicate: Any = None, value: Any = None, graph: Any = None) -> Iterator[Quad]:
        """Quads that fit the pattern; None fits everything."""
        return self.store.quads_for_pattern(subject, predicate, value, graph)

    def close(self) -> None:
        """Lets go of the store's files. Where a circle of objects still holds the store, it is looked for: 0.1 s."""
        store, self._store = self._store, None
        alone = object()
        if store is not None and sys.getrefcount(store) > sys.getrefcount(alone):
            del store
            gc.collect()

    def __enter__(self) -> "View":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open_read_only(folder: Path) -> Store:
    """The store of a version folder. Raises StoreCorrupt if its files cannot be opened."""
    path = folder / "store"
    if not path.is_dir():
        raise StoreCorrupt(f"{folder} holds no store", message_vi=f"{folder} không có kho dữ liệu", version=folder.name)
    try:
        return Store.read_only(str(path))
    except (OSError, ValueError, RuntimeError) as error:
        raise StoreCorrupt(
            f"the store of version {folder.name} cannot be opened: {error}",
            message_vi=f"không mở được kho dữ liệu của phiên bản {folder.name}: {error}",
            version=folder.name,
        ) from error
