"""Cypher on kglite, embedded: ready questions in process, strangers' queries in processes of their own."""

import shutil
import tempfile
import weakref
from collections.abc import Mapping
from pathlib import Path

from graph_store import kglite_graph, kglite_worker
from graph_store.cypher_guard import EMBEDDED_PROCEDURES, check_cypher
from graph_store.cypher_parameters import check_parameters
from graph_store.engine import NO_PARAMETERS, Limits, Rows, Value
from graph_store.projection import Projection
from graph_store.refusals import CYPHER_HINT, too_slow
from graph_store.view import View
from graph_store.worker_pool import WorkerPool
from queries.catalog import Question

_ALL_ROWS = 1_000_000  # ready questions bound themselves by LIMIT
_ANSWER_S = 60.0
_MEMORY = 2_000_000_000  # bytes of address space of one worker, beside the graph
_GRACE_S = 0.5  # in which kglite may stop a query by itself
_GRAPH_MEMORY = 8  # times the size of the graph's file


class KgliteEngine:
    """Answers from a projection of one version, built when the engine is made. Safe to use from many threads.

    `workers` processes answer strangers, each with the graph in its memory; they start at the first such query.
    """

    language = "cypher"

    def __init__(self, view: View, *, workers: int = 2, memory_bytes: int = _MEMORY) -> None:
        graph = kglite_graph.build(Projection(view.store, view.number, view.content_hash))
        self._folder = Path(tempfile.mkdtemp(prefix="mandate-cypher-"))
        self._tidy_up = weakref.finalize(self, shutil.rmtree, self._folder, ignore_errors=True)
        self._file = self._folder / "graph.kgl"
        kglite_graph.save(graph, self._file)
        self._frozen = graph.freeze()
        memory = memory_bytes + _GRAPH_MEMORY * self._file.stat().st_size
        self._pool = WorkerPool(
            kglite_worker.__name__, workers=workers, memory_bytes=memory, hint=CYPHER_HINT, grace_s=_GRACE_S
        )

    def answer(self, question: Question, parameters: Mapping[str, str | int]) -> Rows:
        """The rows of a ready question; `parameters` as `question.bind` gives them."""
        try:
            rows = kglite_graph.ask(self._frozen, question.cypher, parameters, rows=_ALL_ROWS, timeout_s=_ANSWER_S)
        except kglite_graph.TimedOut:
            raise too_slow(_ANSWER_S, CYPHER_HINT) from None
        columns = tuple(column.name for column in question.columns)
        places = [rows.columns.index(name) for name in columns]
        return Rows(columns, [tuple(row[place] for place in places) for row in rows.rows])

    def run(self, text: str, limits: Limits, parameters: Mapping[str, Value] = NO_PARAMETERS) -> Rows:
        """The rows of a stranger's query, with values for its `$name`s.

        Raises  QueryRefused or QueryInvalid; StoreUnavailable if no worker came free in time.
        """
        query = check_cypher(text, limits.query_bytes, bounded_paths=True, procedures=EMBEDDED_PROCEDURES)
        values = check_parameters(query, parameters, limits.query_bytes)
        return self._pool.ask(limits.timeout_s, kglite_worker.run, self._file, query, limits, values)

    def close(self) -> None:
        """Ends the worker processes and takes the graph's file away."""
        self._pool.close()
        self._tidy_up()
