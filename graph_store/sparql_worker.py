"""The process in which strangers' SPARQL runs: it can be killed without harm. Called by graph_store.oxigraph_engine."""

from functools import lru_cache
from typing import Any, cast

from pyoxigraph import (
    BlankNode,
    Literal,
    NamedNode,
    QueryBoolean,
    QuerySolutions,
    QueryTriples,
    Store,
    Triple,
)

from graph_store.engine import Rows, Value
from graph_store.sparql_guard import check_sparql
from ontology.errors import MandateGraphError, QueryInvalid

_XSD = "http://www.w3.org/2001/XMLSchema#"
_INTEGERS = frozenset({_XSD + name for name in ("integer", "int", "long", "nonNegativeInteger", "positiveInteger")})
_FLOATS = frozenset({_XSD + name for name in ("decimal", "double", "float")})
Failure = tuple[type[MandateGraphError], str, dict[str, Any]]  # class, message, all else


def run(path: str | None, text: str, row_limit: int) -> Rows | Failure:
    """The rows of the query over the store at `path` (None: the empty graph), or the error to raise."""
    try:
        check_sparql(text)
        return _answer(_store(path), text, row_limit)
    except MandateGraphError as error:
        return type(error), str(error), {"message_vi": error.message_vi, "hint": error.hint, **error.facts}


def value_of(term: object) -> Value:
    """A term as plain Python: IRIs and dates as strings, numbers and booleans as such, unbound as None."""
    if term is None:
        return None
    if isinstance(term, Literal):
        return _literal(term)
    if isinstance(term, Triple):
        return str(term)
    return cast(NamedNode | BlankNode, term).value


def rows_of(result: object, row_limit: int) -> Rows:
    """SELECT as it is, ASK as one row, CONSTRUCT and DESCRIBE as subject, predicate, object."""
    if isinstance(result, QueryBoolean):
        return Rows(("answer",), [(bool(result),)])
    rows: list[tuple[Value, ...]] = []
    if isinstance(result, QueryTriples):
        columns: tuple[str, ...] = ("subject", "predicate", "object")
    else:
        columns = tuple(v.value for v in cast(QuerySolutions, result).variables)
    for solution in cast("QuerySolutions | QueryTriples", result):
        if len(rows) == row_limit:
            return Rows(columns, rows, truncated=True)
        rows.append(tuple(value_of(term) for term in solution))
    return Rows(columns, rows)


def _answer(store: Store, text: str, row_limit: int) -> Rows:
    try:
        return rows_of(store.query(text, use_default_graph_as_union=True), row_limit)
    except (SyntaxError, ValueError) as error:
        raise QueryInvalid(f"no SPARQL query: {error}") from error


@lru_cache(maxsize=2)
def _store(path: str | None) -> Store:
    return Store.read_only(path) if path else Store()


def _literal(term: Literal) -> Value:
    datatype = term.datatype.value
    try:
        if datatype in _INTEGERS:
            return int(term.value)
        if datatype in _FLOATS:
            return float(term.value)
    except ValueError:
        return term.value
    return term.value == "true" if datatype == _XSD + "boolean" else term.value
