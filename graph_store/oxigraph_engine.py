"""SPARQL on Oxigraph: ready questions in process, strangers' queries in a process of their own."""

import multiprocessing
import threading
from collections.abc import Mapping
from concurrent.futures import TimeoutError as OutOfTime

from pebble import ProcessExpired, ProcessPool
from pebble.common.types import CONSTS
from pyoxigraph import BlankNode, Literal, NamedNode, Triple, Variable

from graph_store.engine import Limits, Rows
from graph_store.sparql_worker import rows_of, run
from graph_store.view import View
from ontology.errors import QueryRefused
from queries.catalog import Question

_XSD = "http://www.w3.org/2001/XMLSchema#"
CONSTS.term_timeout = 0.2  # seconds between asking a worker to end and killing it
_ALL_ROWS = 1_000_000  # ready questions bound themselves by LIMIT


class SparqlEngine:
    """Answers from one version. Safe to use from many threads."""

    language = "sparql"

    def __init__(self, view: View, *, workers: int = 1) -> None:
        self._view = view
        self._workers = workers
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
        """The rows of a stranger's query. Raises QueryRefused or QueryInvalid."""
        if len(text.encode()) > limits.query_bytes:
            raise QueryRefused(f"the query is longer than {limits.query_bytes:,} bytes")
        path = str(self._view.path / "store") if self._view.path else None
        future = self._started().schedule(run, args=(path, text, limits.rows), timeout=limits.timeout_s)
        try:
            outcome = future.result()
        except OutOfTime as error:
            raise QueryRefused(
                f"the query took longer than {limits.timeout_s:g} s and was stopped",
                message_vi=f"truy vấn chạy quá {limits.timeout_s:g} giây nên đã bị dừng",
                hint="bind a subject, or add LIMIT",
            ) from error
        except ProcessExpired as error:
            raise QueryRefused("the query broke the process it ran in; it was not answered") from error
        if isinstance(outcome, Rows):
            return outcome
        kind, message, facts = outcome
        raise kind(message, **facts)

    def close(self) -> None:
        """Ends the worker processes."""
        with self._lock:
            if self._pool:
                self._pool.stop()  # type: ignore[no-untyped-call]
                self._pool.join()
                self._pool = None

    def _started(self) -> ProcessPool:
        with self._lock:
            if self._pool is None:
                context = multiprocessing.get_context("spawn")
                self._pool = ProcessPool(max_workers=self._workers, context=context)
            return self._pool


def _term(kind: str, value: str | int) -> NamedNode | Literal:
    if kind == "iri":
        return NamedNode(str(value))
    if kind == "string":
        return Literal(str(value))
    return Literal(str(value), datatype=NamedNode(_XSD + ("integer" if kind == "integer" else "date")))
