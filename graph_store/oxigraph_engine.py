"""SPARQL on Oxigraph: ready questions in process, strangers' queries in processes of their own."""

from collections.abc import Callable, Mapping
from typing import TypeVar

from pyoxigraph import BlankNode, Literal, NamedNode, Triple, Variable

from graph_store.engine import Limits, Rows
from graph_store.refusals import SPARQL_HINT, too_long
from graph_store.sparql_rows import Terms, rows_of, terms_of
from graph_store.view import View
from graph_store.worker_pool import WorkerPool
from queries.catalog import Question

Answer = TypeVar("Answer")
_XSD = "http://www.w3.org/2001/XMLSchema#"
_ALL_ROWS = 1_000_000  # ready questions bound themselves by LIMIT
_MEMORY = 2_000_000_000  # bytes that one worker may have
_WORKER = "graph_store.sparql_worker"


class SparqlEngine:
    """Answers from one version. Safe to use from many threads.

    `workers` processes answer strangers, as many queries at a time; they start at the first such query. A query that
    takes too long or breaks its worker is refused; another worker takes its place.
    """

    language = "sparql"

    def __init__(self, view: View, *, workers: int = 2, memory_bytes: int = _MEMORY) -> None:
        self._view = view
        self._pool = WorkerPool(_WORKER, workers=workers, memory_bytes=memory_bytes, hint=SPARQL_HINT)

    def answer(self, question: Question, parameters: Mapping[str, str | int]) -> Rows:
        """The rows of a ready question; `parameters` as `question.bind` gives them."""
        kinds = {p.name: p.kind for p in question.parameters}
        bound: dict[Variable, NamedNode | BlankNode | Literal | Triple] = {
            Variable(name): term_of(kinds[name], value) for name, value in parameters.items()
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
        return self._ask(text, limits, rows_of)

    def run_terms(self, text: str, limits: Limits) -> Terms:
        """The same as `run` gives, with datatypes and languages."""
        return self._ask(text, limits, terms_of)

    def close(self) -> None:
        """Ends the worker processes."""
        self._pool.close()

    def _ask(self, text: str, limits: Limits, shape: Callable[[object, int], Answer]) -> Answer:
        if len(text) > limits.query_bytes or len(text.encode("utf-8", "replace")) > limits.query_bytes:
            raise too_long(limits.query_bytes)
        # Not before it is needed: the parser that guards queries takes a third of a second to import.
        from graph_store.sparql_worker import run

        return self._pool.ask(limits.timeout_s, run, self._view.path, text, limits.rows, shape)


def term_of(kind: str, value: str | int) -> NamedNode | Literal:
    """The term of a parameter's value, as `question.bind` gives it."""
    if kind == "iri":
        return NamedNode(str(value))
    if kind in ("string", "code"):
        return Literal(str(value))
    return Literal(str(value), datatype=NamedNode(_XSD + ("integer" if kind == "integer" else "date")))
