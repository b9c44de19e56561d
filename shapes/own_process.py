"""Shapes of an installation's own that look far are asked in a process of their own, which ends when its time is up.

No look at a rule in SPARQL tells how long it takes on a graph: one that is joined may still try every way through it.
"""

import os
import signal
from collections.abc import Iterator, Sequence
from concurrent.futures import TimeoutError as TimeIsUp
from contextlib import contextmanager
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, cast

from pebble import ProcessExpired, ProcessPool
from pyoxigraph import QueryTriples, RdfFormat, Store
from rdflib import Graph

from ontology.errors import SourceRefused
from ontology.interrupts import interrupts_held_back
from shapes.check import UNION, Result, Shapes, check_ntriples

Found = tuple[Result, ...]
_GRACE_S = 1.0  # after the time limit, in which whoever asked should have ended the process


def results_in_time(shapes: Graph, asked: Sequence[str], stores: Sequence[Store], timeout_s: float) -> list[Found]:
    """What the shapes say of the union of all graphs of each store, one store after the other.

    Takes   asked: how these shapes are called, for the errors.
    Raises  SourceRefused, if that takes more than `timeout_s` in all or breaks the process; what `check` raises.
    """
    with TemporaryDirectory(prefix="mandate-shapes-") as folder, _process(timeout_s) as pool:
        texts = [_written(store, Path(folder, f"{number}.nt")) for number, store in enumerate(stores)]
        try:
            with interrupts_held_back():
                asking = pool.schedule(_asked, args=(shapes, texts), timeout=timeout_s)
            found: list[Found] = asking.result()
        except TimeIsUp as error:
            raise _too_slow(asked, timeout_s) from error
        except ProcessExpired as error:
            raise _broken(asked, error.exitcode) from error
    return found


@contextmanager
def _process(timeout_s: float) -> Iterator[ProcessPool]:
    """A pool of one process, which is gone when the block ends, however it ends."""
    pool: Any = ProcessPool(  # its methods have no types
        max_workers=1, context=get_context("spawn"), initializer=_prepare, initargs=(timeout_s + _GRACE_S,)
    )
    try:
        yield pool
    finally:
        pool.stop()
        pool.join()


def _prepare(seconds: float) -> None:
    """Leaves Ctrl-C and what breaks to whoever asked, and ends by itself if nobody asks any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if hasattr(signal, "setitimer"):  # not on Windows
        signal.setitimer(signal.ITIMER_REAL, seconds)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)


def _written(store: Store, path: Path) -> Path:
    union = cast(QueryTriples, store.query(UNION, use_default_graph_as_union=True))
    union.serialize(str(path), format=RdfFormat.N_TRIPLES)
    return path


def _asked(graph: Graph, texts: Sequence[Path]) -> list[Found]:
    """In the process: the results on each text."""
    shapes = Shapes(graph)
    return [check_ntriples(path.read_text("utf-8"), shapes=shapes).results for path in texts]


def _too_slow(asked: Sequence[str], timeout_s: float) -> SourceRefused:
    names = ", ".join(asked)
    return SourceRefused(
        f"{names}: no answer after {timeout_s:g} s on the whole graph; these shapes of your own look far",
        message_vi=f"{names}: sau {timeout_s:g} giây chưa có kết quả trên toàn đồ thị; các quy tắc riêng này nhìn xa",
        hint="say it with fewer steps from $this, take it out of the folder, or raise MANDATE_SHAPES_TIMEOUT_S",
        hint_vi="viết với ít bước hơn từ $this, bỏ quy tắc khỏi thư mục, hoặc tăng MANDATE_SHAPES_TIMEOUT_S",
    )


def _broken(asked: Sequence[str], code: int) -> SourceRefused:
    names = ", ".join(asked)
    return SourceRefused(
        f"{names}: the process that asked these shapes of your own ended with {code}, most likely for want of memory",
        message_vi=f"{names}: tiến trình kiểm tra các quy tắc riêng này dừng với mã {code}, có thể do thiếu bộ nhớ",
        hint="say it with fewer steps from $this, or take the shape out of the folder",
        hint_vi="viết quy tắc với ít bước hơn từ $this, hoặc bỏ quy tắc khỏi thư mục",
    )
