"""What Oxigraph answers, as Rows of plain Python values or as Terms of RDF."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal as Kind
from typing import cast

from pyoxigraph import BlankNode, Literal, NamedNode, QueryBoolean, QuerySolutions, QueryTriples, Triple

from graph_store.engine import MOST_TEXT, Rows, Value

_XSD = "http://www.w3.org/2001/XMLSchema#"
_INTEGERS = frozenset({_XSD + name for name in ("integer", "int", "long", "nonNegativeInteger", "positiveInteger")})
_FLOATS = frozenset({_XSD + name for name in ("decimal", "double", "float")})

Term = NamedNode | BlankNode | Literal | Triple
Form = Kind["select", "ask", "graph"]


@dataclass(frozen=True, slots=True)
class Terms:
    """An answer with its terms as RDF has them, for the SPARQL endpoint. `form` is that of the query."""

    form: Form
    columns: tuple[str, ...]
    rows: Sequence[tuple[Term | None, ...]]
    truncated: bool = False


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
    terms = terms_of(result, row_limit)
    rows: list[tuple[Value, ...]] = [tuple(value_of(term) for term in row) for row in terms.rows]
    return Rows(terms.columns, rows, terms.truncated)


def terms_of(result: object, row_limit: int) -> Terms:
    """The same as `rows_of` gives, with datatypes and languages."""
    if isinstance(result, QueryBoolean):
        truth = Literal("true" if result else "false", datatype=NamedNode(_XSD + "boolean"))
        return Terms("ask", ("answer",), [(truth,)])
    rows: list[tuple[Term | None, ...]] = []
    room = MOST_TEXT
    form: Form = "graph" if isinstance(result, QueryTriples) else "select"
    if isinstance(result, QueryTriples):
        columns: tuple[str, ...] = ("subject", "predicate", "object")
    else:
        columns = tuple(v.value for v in cast(QuerySolutions, result).variables)
    for solution in cast("QuerySolutions | QueryTriples", result):
        row = tuple(solution)
        room -= sum(len(str(term)) if isinstance(term, Triple) else len(term.value) for term in row if term)
        if len(rows) == row_limit or room < 0:
            return Terms(form, columns, rows, truncated=True)
        rows.append(row)
    return Terms(form, columns, rows)


def _literal(term: Literal) -> Value:
    datatype = term.datatype.value
    try:
        if datatype in _INTEGERS:
            return int(term.value)
        if datatype in _FLOATS:
            number = float(term.value)
            return number if math.isfinite(number) else term.value  # JSON knows no INF and no NaN
    except ValueError:
        return term.value
    return term.value in ("true", "1") if datatype == _XSD + "boolean" else term.value
