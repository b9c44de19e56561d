"""SPARQL on another server: the ready questions, and queries of the operator's own."""

from collections.abc import Mapping

from pyoxigraph import Literal, NamedNode

from graph_store.engine import Limits, Rows
from graph_store.oxigraph_engine import term_of
from graph_store.refusals import too_long
from graph_store.remote.address import Endpoint
from graph_store.remote.binding import with_values
from graph_store.remote.connection import Connection
from graph_store.remote.results import select, wrong_columns
from graph_store.remote.stamp import Stamp, read_stamp
from graph_store.sparql_rows import Terms, rows_of, terms_of
from graph_store.view import View
from ontology.errors import StoreUnavailable
from queries.catalog import Question

_ALL_ROWS = 1_000_000


class RemoteEngine:
    """Answers from an endpoint whose default graph is the union of what it holds. Safe to use from many threads.

    With `view`, the server must hold that version, published there; without, whatever it holds is asked.
    """

    language = "sparql"

    def __init__(self, endpoint: Endpoint, view: View | None = None, *, timeout_s: float = 60.0) -> None:
        self._connection = Connection(endpoint, timeout_s)
        self._wanted = Stamp(view.number, view.content_hash) if view else None

    def answer(self, question: Question, parameters: Mapping[str, str | int]) -> Rows:
        """The rows of a ready question; `parameters` as `question.bind` gives them."""
        kinds = {p.name: p.kind for p in question.parameters}
        terms = {name: term_of(kinds[name], value) for name, value in parameters.items()}
        rows = self.bound(question.sparql, terms)
        columns = tuple(column.name for column in question.columns)
        if not {*columns} <= {*rows.columns}:
            raise wrong_columns(self._connection.endpoint.query_url)
        places = [rows.columns.index(column) for column in columns]
        return Rows(columns, [tuple(row[place] for place in places) for row in rows.rows])

    def bound(self, text: str, terms: Mapping[str, NamedNode | Literal]) -> Rows:
        """The rows of a query of ours, its variables bound to terms."""
        self.require_version()
        return self._rows(with_values(text, terms), _ALL_ROWS)

    def run(self, text: str, limits: Limits) -> Rows:
        """The rows of a stranger's query. Raises QueryRefused or QueryInvalid."""
        if len(text.encode("utf-8", "replace")) > limits.query_bytes:
            raise too_long(limits.query_bytes)
        from graph_store.sparql_guard import check_sparql  # its parser takes a third of a second to import

        query = check_sparql(text).text
        self.require_version()
        return self._rows(query, limits.rows)

    def terms(self, text: str, columns: int) -> Terms:
        """The rows of a query of ours as terms of RDF. The version is not looked at: see require_version."""
        found = terms_of(select(self._connection, text), _ALL_ROWS)
        if len(found.columns) != columns:
            raise wrong_columns(self._connection.endpoint.query_url)
        return found

    def close(self) -> None:
        """Closes the connections."""
        self._connection.close()

    def _rows(self, text: str, most_rows: int) -> Rows:
        return rows_of(select(self._connection, text), most_rows)

    def require_version(self) -> None:
        """Raises StoreUnavailable if the server does not hold the version that this engine is for."""
        if self._wanted is None:
            return
        held, url = read_stamp(self._connection), self._connection.endpoint.query_url
        if held is None or held.content_hash != self._wanted.content_hash:
            holds = f"version {held.number}" if held else "no version whole"
            raise StoreUnavailable(
                f"the SPARQL server at {url} holds {holds}, not version {self._wanted.number}",
                message_vi=f"máy chủ SPARQL tại {url} chưa giữ phiên bản {self._wanted.number}",
                hint="`mandate remote publish` sends it",
                hint_vi="`mandate remote publish` gửi phiên bản đó sang",
            )
