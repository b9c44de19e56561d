"""Cypher on a Neo4j server that holds a version whole. Strangers' queries are guarded by tokens and by their plan."""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from neo4j import READ_ACCESS, Result, Transaction
from neo4j.exceptions import ClientError, Neo4jError
from neo4j.graph import Node, Path, Relationship

from graph_store.cypher_guard import check_cypher
from graph_store.cypher_parameters import check_parameters
from graph_store.engine import NO_PARAMETERS, Limits, Rows, Value, rows_within
from graph_store.neo4j.address import Address
from graph_store.neo4j.connection import driver_of
from graph_store.neo4j.cypher_files import statement
from graph_store.neo4j.held import Stamp, stamp_for, stamp_of
from graph_store.neo4j.plan import check_plan
from graph_store.neo4j.server_errors import told
from graph_store.refusals import CYPHER_HINT, too_slow
from graph_store.view import View
from ontology.errors import MandateGraphError, QueryInvalid, QueryRefused, StoreUnavailable
from queries.catalog import Question

_ANSWER_S = 60.0  # for ready questions, which bound themselves by LIMIT
_ALL_ROWS = 1_000_000
_EXPLAIN = "EXPLAIN\n"
_PLACE = re.compile(r"\(line (\d+), column (\d+) \(offset: \d+\)\)")


class Neo4jEngine:
    """Answers from the server if it holds the version of `view`, and as long as it does. Safe for many threads."""

    language = "cypher"

    def __init__(self, address: Address, view: View) -> None:
        self._address = address
        self._wanted = stamp_for(view)
        self._driver = driver_of(address)
        try:
            with self._reading(_ANSWER_S):
                pass
        except BaseException:
            self._driver.close()
            raise

    def answer(self, question: Question, parameters: Mapping[str, str | int]) -> Rows:
        """The rows of a ready question; `parameters` as `question.bind` gives them."""
        names = [column.name for column in question.columns]
        with self._reading(_ANSWER_S) as transaction:
            result = transaction.run(question.cypher, dict(parameters))
            return _rows(result, names, _ALL_ROWS)

    def run(self, text: str, limits: Limits, parameters: Mapping[str, Value] = NO_PARAMETERS) -> Rows:
        """The rows of a stranger's query, with values for its `$name`s. Raises QueryRefused or QueryInvalid."""
        query = check_cypher(text, limits.query_bytes, bounded_paths=True)
        values = check_parameters(query, parameters, limits.query_bytes)
        with self._reading(limits.timeout_s) as transaction:
            try:
                summary = transaction.run(_EXPLAIN + query, values).consume()
                check_plan(summary.query_type, summary.plan)
                result = transaction.run(query, values)
                return _rows(result, list(result.keys()), limits.rows)
            except Neo4jError as error:
                raise _refusal(error, limits.timeout_s) from error

    def close(self) -> None:
        """Closes the connections."""
        self._driver.close()

    @contextmanager
    def _reading(self, timeout_s: float) -> Iterator[Transaction]:
        """A transaction that can only read, on the wanted version, and that the server ends after that time."""
        session = self._driver.session(database=self._address.database, default_access_mode=READ_ACCESS)
        with told(self._address), session, session.begin_transaction(timeout=timeout_s) as transaction:
            self._require_version(stamp_of(list(transaction.run(statement("read_stamp")))))
            yield transaction

    def _require_version(self, held: Stamp | None) -> None:
        wanted = self._wanted
        if held and held.content_hash == wanted.content_hash and held.edition == wanted.edition:
            return
        if held and held.content_hash == wanted.content_hash:
            raise StoreUnavailable(
                f"Neo4j at {self._address.uri} holds version {held.number} as another edition of this program made it",
                message_vi=f"Neo4j tại {self._address.uri} giữ phiên bản {held.number} "
                "do một ấn bản khác của chương trình này tạo ra",
                hint="`mandate neo4j sync` compares all and sends what differs",
                hint_vi="`mandate neo4j sync` so sánh toàn bộ và gửi những gì khác",
            )
        holds = f"version {held.number}" if held else "no version whole"
        raise StoreUnavailable(
            f"Neo4j at {self._address.uri} holds {holds}, not version {wanted.number}",
            message_vi=f"Neo4j tại {self._address.uri} chưa giữ phiên bản {wanted.number}",
            hint="`mandate neo4j sync` sends it",
            hint_vi="`mandate neo4j sync` gửi phiên bản đó sang",
        )


def _rows(result: Result, names: list[str], limit: int) -> Rows:
    return rows_within(names, (tuple(_plain(record[name]) for name in names) for record in result), limit)


def _refusal(error: Neo4jError, timeout_s: float) -> MandateGraphError:
    """What is said of a query that the server did not answer. Raises the error again if the query is not at fault."""
    code = error.code or ""
    if "TransactionTimedOut" in code or "Transaction.Terminated" in code:
        return too_slow(timeout_s, CYPHER_HINT)
    if "OutOfMemory" in code:
        return QueryRefused(
            "the query takes more memory than one may",
            message_vi="truy vấn tốn quá nhiều bộ nhớ",
            hint="add LIMIT",
            hint_vi="thêm LIMIT",
        )
    if not isinstance(error, ClientError):
        raise error
    reason = _PLACE.sub(_without_explain, (error.message or str(error)).split("\n")[0]).strip()
    if ".Statement." in code and "AccessMode" not in code:
        return QueryInvalid(f"no Cypher query: {reason}", message_vi=f"không phải truy vấn Cypher: {reason}")
    return QueryRefused(f"the query was not answered: {reason}", message_vi=f"truy vấn không được trả lời: {reason}")


def _without_explain(place: re.Match[str]) -> str:
    return f"(line {max(1, int(place[1]) - _EXPLAIN.count(chr(10)))}, column {place[2]})"


def _plain(value: Any) -> Value:
    """Nodes, relationships and paths as maps of labels, type and properties; days and times as ISO text."""
    if isinstance(value, Node):
        return {"labels": [*sorted(value.labels)], "properties": _plain(dict(sorted(value.items())))}
    if isinstance(value, Relationship):
        return {"type": value.type, "properties": _plain(dict(sorted(value.items())))}
    if isinstance(value, Path):
        return {"nodes": _plain(value.nodes), "relationships": _plain(value.relationships)}
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple) and not hasattr(value, "srid"):  # points are tuples
        return [_plain(item) for item in value]
    if hasattr(value, "iso_format"):
        return str(value.iso_format())
    return value if isinstance(value, str | int | float | bool) or value is None else str(value)
