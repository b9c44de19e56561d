"""The store of a staged import: its base with what is added, loaded while the rest of that is still being written."""

from concurrent.futures import Future, ThreadPoolExecutor
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from pyoxigraph import RdfFormat, Store

from graph_store.view import Change, View

_BULK = 10_000  # quads from which writing files of their own is quicker than the log, and takes a third of the room
_AT_ONCE = 64 << 20  # bytes of N-Quads of which such files are made together, as they are sorted in memory


class Loading:
    """Loads `added.nq` of the folder into `store` beside it, a piece at a time, in a thread of its own.

    Used as a context: at its end nothing is being loaded any more.
    """

    def __init__(self, folder: Path, base: View) -> None:
        self._folder = folder
        self._base = base
        self._thread = ThreadPoolExecutor(1)
        self._piece: Future[None] | None = None
        self._loaded = 0  # bytes

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._thread.shutdown()

    def grown(self, added: BinaryIO) -> None:
        """Has a piece of the file loaded, if that much was written since; whole lines are."""
        if added.tell() - self._loaded >= _AT_ONCE:
            added.flush()
            self._load()

    def finish(self, change: Change) -> Store:
        """The writable store, equal to the base with the change made. Nothing else holds it: it can be closed."""
        if self._loaded or len(change.added) >= _BULK:
            self._load()
        else:
            self._store.extend(change.added)
        self._wait()
        store = self._store
        del self._store
        for quad in change.removed:
            store.remove(quad)
        return store

    @cached_property
    def _store(self) -> Store:
        path = str(self._folder / "store")
        if self._base.number:
            self._base.store.backup(path)
        return Store(path)

    def _load(self) -> None:
        """Has what was written of the file since loaded, each piece when the one before it is."""
        with (self._folder / "added.nq").open("rb") as file:
            file.seek(self._loaded)
            while lines := file.readlines(_AT_ONCE):
                self._wait()
                self._loaded = file.tell()
                self._piece = self._thread.submit(self._store.bulk_load, b"".join(lines), RdfFormat.N_QUADS)

    def _wait(self) -> None:
        if self._piece:
            self._piece.result()
