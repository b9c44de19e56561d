"""Processes in which strangers' queries run, so that one that breaks or never ends can be killed without harm."""

import multiprocessing
import threading
from collections.abc import Callable
from concurrent.futures import CancelledError
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.context import BaseContext
from typing import Any

from pebble import ProcessExpired, ProcessFuture, ProcessPool

from graph_store.engine import Rows
from ontology.errors import MandateGraphError, QueryRefused, StoreUnavailable

Failure = tuple[type[MandateGraphError], str, dict[str, Any]]  # an error to raise: class, message, all else
Outcome = Rows | Failure
_QUEUE_S = 20.0  # seconds a query may wait for a worker, beside its own time
_GRACE_S = 0.5  # in which an engine may stop the query by itself, which is cheaper than a new process


def failure(error: MandateGraphError) -> Failure:
    """What a worker gives back instead of rows."""
    return type(error), str(error), {"message_vi": error.message_vi, "hint": error.hint, **error.facts}


class WorkerPool:
    """`workers` processes, started at the first query. Safe to use from many threads."""

    def __init__(self, workers: int, prepare: Callable[..., None], arguments: tuple[Any, ...]) -> None:
        self._workers = workers
        self._prepare = prepare
        self._arguments = arguments
        self._pool: ProcessPool | None = None
        self._lock = threading.Lock()

    def rows(self, function: Callable[..., Outcome], *arguments: Any, timeout_s: float) -> Rows:
        """What `function` gives in a worker.

        Raises  what it gives as a failure; QueryRefused if it broke the worker or took too long; StoreUnavailable if
                no worker came free.
        """
        with self._lock:
            if self._pool is None or not self._pool.active:  # a pool breaks if a worker dies while idle
                self._pool = ProcessPool(
                    self._workers, initializer=self._prepare, initargs=self._arguments, context=_context()
                )
            future = self._pool.schedule(function, args=arguments, timeout=timeout_s + _GRACE_S)
        outcome = _outcome(future, timeout_s)
        if isinstance(outcome, Rows):
            return outcome
        kind, message, facts = outcome
        raise kind(message, **facts)

    def close(self) -> None:
        """Ends the processes."""
        with self._lock:
            if self._pool:
                self._pool.stop()  # type: ignore[no-untyped-call]
                self._pool.join()
                self._pool = None


def _context() -> BaseContext:
    """Workers come from a clean process, not from one with threads and open stores."""
    clean = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
    return multiprocessing.get_context(clean)


def _outcome(future: "ProcessFuture[Outcome]", timeout_s: float) -> Outcome:
    try:
        return future.result(timeout=timeout_s + _QUEUE_S)
    except TimeoutError as error:
        if not future.done():
            future.cancel()  # type: ignore[no-untyped-call]
            raise _busy() from error
        raise too_slow(timeout_s) from error
    except ProcessExpired as error:
        raise QueryRefused(
            "the query broke the process it ran in, by taking too much memory or nesting too deeply",
            message_vi="truy vấn làm hỏng tiến trình chạy nó: tốn quá nhiều bộ nhớ hoặc lồng quá sâu",
            hint="ask for less at a time",
        ) from error
    except (BrokenProcessPool, CancelledError) as error:
        raise _busy() from error


def too_slow(timeout_s: float) -> QueryRefused:
    """What is said of a query that took longer than it may."""
    return QueryRefused(
        f"the query took longer than {timeout_s:g} s and was stopped",
        message_vi=f"truy vấn chạy quá {timeout_s:g} giây nên đã bị dừng",
        hint="begin at one node by its iri, or add LIMIT",
    )


def _busy() -> StoreUnavailable:
    return StoreUnavailable(
        "no process came free to answer the query",
        message_vi="chưa có tiến trình rảnh để trả lời truy vấn",
        hint="try again in a moment",
    )
