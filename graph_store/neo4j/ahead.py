"""The projection read by a thread of its own, ahead of what is sent: the server works while the next is read."""

import queue
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from graph_store.neo4j.waiting import batches
from graph_store.projection import Projection, Thing

_MOST = 10  # batches that are read and not yet taken, some 2 MB each
_LOOKS_EVERY_S = 0.2
_Read = list[Thing] | BaseException | None  # None is the end


@contextmanager
def reading_ahead(projection: Projection) -> Iterator[Iterator[Thing]]:
    """The things of the projection, evidence after all else. Reading begins at once and ends with the block.

    What goes wrong while they are read is raised where they are taken.
    """
    read: queue.Queue[_Read] = queue.Queue(_MOST)
    stopped = threading.Event()
    reader = threading.Thread(target=_read, args=(projection, read, stopped), name="projection", daemon=True)
    reader.start()
    try:
        yield _taken(read)
    finally:
        stopped.set()
        reader.join()


def _read(projection: Projection, read: "queue.Queue[_Read]", stopped: threading.Event) -> None:
    last: BaseException | None = None
    try:
        for batch in batches(projection.things(evidence_last=True)):
            if not _put(read, batch, stopped):
                return
    except BaseException as error:  # told where the things are taken
        last = error
    _put(read, last, stopped)


def _put(read: "queue.Queue[_Read]", batch: _Read, stopped: threading.Event) -> bool:
    """Whether it was put there; not if nobody takes any more."""
    while not stopped.is_set():
        try:
            read.put(batch, timeout=_LOOKS_EVERY_S)
        except queue.Full:
            continue
        return True
    return False


def _taken(read: "queue.Queue[_Read]") -> Iterator[Thing]:
    while (batch := read.get()) is not None:
        if isinstance(batch, BaseException):
            raise batch
        yield from batch
