"""SPARQL on Oxigraph: ready questions in process, strangers' queries in processes of their own."""

import multiprocessing
import threading
import time
from collections.abc import Mapping
from concurrent.futures import CancelledError, wait
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.context import BaseContext
from typing import Any, cast

from pebble import ProcessExpired, ProcessFuture, ProcessPool
from pyoxigraph import BlankNode, Literal, NamedNode, Triple, Variable

from graph_store.engine import Limits, Rows
from graph_store.sparql_rows import Terms, rows_of
from graph_store.view import View
from ontology.errors import MandateGraphError, QueryRefused, StoreUnavailable
from queries.catalog import Question

Outcome = Rows | Terms | tuple[type[MandateGraphError], str, dict[str, Any]]  # or an error: class, message, all else
_XSD = "http://www.w3.org/2001/XMLSchema#"
_ALL_ROWS = 1_000_000  # ready questions bound themselves by LIMIT
_MEMORY = 2_000_000_000  # bytes that one worker may have
_QUEUE_S = 20.0  # seconds a query may wait for a worker, beside its own time
_LOOK_S = 1.0  # seconds between two looks whether the workers are still there


class SparqlEngine:
    """Answers from one version. Safe to use from many threads.

    `workers` processes answer strangers, as many queries at a time; they start at the first such query. A query that
    takes too long or breaks its worker is refused; another worker takes its place.
    """

    language = "sparql"

    def __init__(self, view: View, *, workers: int = 2, memory_bytes: int = _MEMORY) -> None:
        self._view = view
        self._workers = workers
        self._memory = memory_bytes
        self._pool: ProcessPool | None = None
        self._lock = threading.Lock()

    def answer(self, question: Question, parameters: Mapping[str, str | int]) -> Rows:
        """The rows of a ready question; `parameters` as `question.bind` gives them."""
        kinds = {p.name: p.kind for p in question.parameters}
        bound: dict[Variable, NamedNode | BlankNode | Literal | Triple] = {
            Variable(name): _term(kinds[name], value) for name, value in parameters.items()
        }
        found = self._view.store.query(question.sparql, use_default_graph_as_union=True, substitutions=bound)
        rows = rows_of(found, _ALL_ROWS)
        places = [rows.columns.index(column.name) for column in question.columns]
        columns = tuple(column.name for column in question.columns)
        return Rows(columns, [tuple(row[place] for place in places) for row in rows.rows])

    def run(self, text: str, limits: Limits) -> Rows:
        """The rows of a stranger's query.

        Raises  QueryRefused or QueryInvalid; StoreUnavailable if no worker came free in time.
        """
        return cast(Rows, self._guarded(text, limits, typed=False))

    def run_terms(self, text: str, limits: Limits) -> Terms:
        """The same as `run` gives, with datatypes and languages."""
        return cast(Terms, self._guarded(text, limits, typed=True))

    def close(self) -> None:
        """Ends the worker processes."""
        with self._lock:
            self._end_pool()

    def _guarded(self, text: str, limits: Limits, *, typed: bool) -> Rows | Terms:
        if len(text) > limits.query_bytes or len(text.encode("utf-8", "replace")) > limits.query_bytes:
            raise QueryRefused(
                f"the query is longer than {limits.query_bytes:,} bytes",
                message_vi=f"truy vấn dài hơn {limits.query_bytes:,} byte",
            )
        try:
            outcome = self._asked(text, limits, typed)
        except BrokenProcessPool:  # an idle worker was killed from outside: once more, with a new pool
            outcome = self._asked(text, limits, typed)
        if isinstance(outcome, Rows | Terms):
            return outcome
        kind, message, facts = outcome
        raise kind(message, **facts)

    def _asked(self, text: str, limits: Limits, typed: bool) -> Outcome:
        pool, future = self._scheduled(text, limits, typed)
        until = time.monotonic() + limits.timeout_s + _QUEUE_S
        while wait([future], timeout=_LOOK_S).not_done:
            if not pool.active:
                raise BrokenProcessPool("the pool broke before the query had its turn")
            if time.monotonic() > until:
                future.cancel()  # type: ignore[no-untyped-call]
                raise _busy()
        return _outcome(future, limits)

    def _scheduled(self, text: str, limits: Limits, typed: bool) -> "tuple[ProcessPool, ProcessFuture[Outcome]]":
        # Not before it is needed: the parser that guards queries takes a third of a second to import.
        from graph_store.sparql_worker import prepare, run

        with self._lock:
            if self._pool and not self._pool.active:
                self._end_pool()
            if self._pool is None:
                self._pool = ProcessPool(
                    self._workers, initializer=prepare, initargs=(self._memory,), context=_context()
                )
            asked, how = (self._view.path, text, limits), {"typed": typed}
            return self._pool, self._pool.schedule(run, args=asked, kwargs=how, timeout=limits.timeout_s)

    def _end_pool(self) -> None:
        if self._pool:
            self._pool.stop()  # type: ignore[no-untyped-call]
            self._pool.join()
            self._pool = None


def _context() -> BaseContext:
    """Workers come from a clean process that has imported what they need, so that a new one is there at once."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["graph_store.sparql_worker"])
    return context


def _outcome(future: "ProcessFuture[Outcome]", limits: Limits) -> Outcome:
    try:
        return future.result()
    except TimeoutError as error:
        raise QueryRefused(
            f"the query took longer than {limits.timeout_s:g} s and was stopped",
            message_vi=f"truy vấn chạy quá {limits.timeout_s:g} giây nên đã bị dừng",
            hint="bind a subject, or add LIMIT",
        ) from error
    except ProcessExpired as error:
        raise QueryRefused(
            "the query broke the process it ran in, by taking too much memory or nesting too deeply",
            message_vi="truy vấn làm hỏng tiến trình chạy nó: tốn quá nhiều bộ nhớ hoặc lồng quá sâu",
            hint="ask for less at a time",
            exit_code=error.exitcode,
        ) from error
    except CancelledError as error:
        raise _busy() from error


def _busy() -> StoreUnavailable:
    return StoreUnavailable(
        "no process came free to answer the query",
        message_vi="chưa có tiến trình rảnh để trả lời truy vấn",
        hint="try again in a moment",
    )


def _term(kind: str, value: str | int) -> NamedNode | Literal:
    if kind == "iri":
        return NamedNode(str(value))
    if kind == "string":
        return Literal(str(value))
    return Literal(str(value), datatype=NamedNode(_XSD + ("integer" if kind == "integer" else "date")))
