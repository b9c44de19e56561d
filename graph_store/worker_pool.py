"""Processes in which strangers' queries run, so that one that breaks or never ends can be killed without harm."""

import contextlib
import multiprocessing
import threading
import time
from collections.abc import Callable
from concurrent.futures import CancelledError, wait
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from multiprocessing.context import BaseContext
from typing import Any, ParamSpec, TypeVar

from pebble import ProcessExpired, ProcessFuture, ProcessPool

from graph_store.refusals import broke_its_process, busy, too_slow
from graph_store.worker_process import Failure, outcome_of, prepare
from ontology.errors import Hint
from ontology.interrupts import interrupts_held_back

P = ParamSpec("P")
Answer = TypeVar("Answer")
_QUIET = "graph_store.worker_quiet"  # by name alone: whoever imports it speaks no more
_QUEUE_S = 20.0  # seconds a query may wait for a worker, beside its own time
_LOOK_S = 1.0  # seconds between two looks whether the workers are still there


class WorkerPool:
    """`workers` processes of at most `memory_bytes` each, started at the first query. Safe to use from many threads.

    Takes   `module`: where the queries' functions stand; a new process comes with it imported, so it is there at once;
            `hint`: what is advised to whoever asks for more than the time allows;
            `grace_s`: in which an engine may stop a query by itself, which is cheaper than a new process.
    """

    def __init__(self, module: str, *, workers: int, memory_bytes: int, hint: Hint, grace_s: float = 0.0) -> None:
        self._module = module
        self._workers = workers
        self._memory = memory_bytes
        self._hint = hint
        self._grace_s = grace_s
        self._pool: ProcessPool | None = None
        self._closed = False
        self._lock = threading.Lock()

    def ask(self, timeout_s: float, query: Callable[P, Answer], *arguments: P.args, **named: P.kwargs) -> Answer:
        """What `query` gives in a worker.

        Raises  the error of ours that it raises there; QueryRefused if it broke the worker or took too long;
                StoreUnavailable if no worker came free.
        """
        job = partial(outcome_of, timeout_s, query, *arguments, **named)
        with contextlib.suppress(BrokenProcessPool):  # an idle worker was killed from outside: once more, in a new pool
            return self._answer(job, timeout_s)
        try:
            return self._answer(job, timeout_s)
        except BrokenProcessPool as error:
            raise busy() from error

    def close(self) -> None:
        """Ends the processes. A query that waits for one gives up, and no other is taken."""
        with self._lock:
            self._closed = True
            self._end()

    def _answer(self, job: Callable[[], Answer | Failure], timeout_s: float) -> Answer:
        outcome = self._outcome(job, timeout_s)
        if isinstance(outcome, Failure):
            raise outcome.error()
        return outcome

    def _outcome(self, job: Callable[[], Answer | Failure], timeout_s: float) -> Answer | Failure:
        allowed_s = timeout_s + self._grace_s
        pool, future = self._scheduled(job, allowed_s)
        _await(future, pool, time.monotonic() + allowed_s + _QUEUE_S)
        try:
            return future.result()
        except TimeoutError as error:
            raise too_slow(timeout_s, self._hint) from error
        except ProcessExpired as error:
            raise broke_its_process(error.exitcode) from error
        except CancelledError as error:
            raise busy() from error

    def _scheduled(
        self, job: Callable[[], Answer | Failure], allowed_s: float
    ) -> "tuple[ProcessPool, ProcessFuture[Answer | Failure]]":
        with self._lock:
            if self._closed:
                raise busy()
            if self._pool and not self._pool.active:  # a pool breaks if a worker dies while idle
                self._end()
            if self._pool is None:
                self._pool = ProcessPool(
                    self._workers, initializer=prepare, initargs=(self._memory,), context=_context(self._module)
                )
            with interrupts_held_back():
                return self._pool, self._pool.schedule(job, timeout=allowed_s)

    def _end(self) -> None:
        if self._pool:
            self._pool.stop()  # type: ignore[no-untyped-call]
            self._pool.join()
            self._pool = None


def _await(future: "ProcessFuture[Any]", pool: ProcessPool, until: float) -> None:
    """Raises BrokenProcessPool if the pool breaks before the query had its turn, StoreUnavailable if time is up."""
    while wait([future], timeout=_LOOK_S).not_done:
        if not pool.active:
            raise BrokenProcessPool("the pool broke before the query had its turn")
        if time.monotonic() > until:
            future.cancel()  # type: ignore[no-untyped-call]
            raise busy()


def _context(module: str) -> BaseContext:
    """Workers come from a clean process, not from one with threads and open stores, that has imported the module.

    One such process serves the whole program: what the first pool has it import is what all find there.
    """
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([_QUIET, module])
    return context
