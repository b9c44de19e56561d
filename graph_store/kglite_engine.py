"""Cypher on kglite, embedded: a projection of one version in memory. The only file that knows kglite."""

import threading
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import kglite

from graph_store.content_hash import EMPTY
from graph_store.cypher_guard import check_cypher
from graph_store.engine import Limits, Rows, Value
from graph_store.projection import RESOURCE, Projection
from graph_store.view import View
from ontology.errors import QueryInvalid, QueryRefused
from queries.catalog import Question

_TIMEOUT_MS = 60_000  # of ready questions, which bound themselves
_BATCH = 20_000
_TEXTS = Path(__file__).parent / "cypher"

kglite.set_query_warning_policy("silent")  # an unknown label is no news: most graphs lack some


class KgliteEngine:
    """Answers from one version. Built once; safe to use from many threads, one query at a time."""

    language = "cypher"

    def __init__(self, view: View) -> None:
        self._graph = build(Projection(view.store, view.number, view.manifest.content_hash if view.manifest else EMPTY))
        self._lock = threading.Lock()

    def answer(self, question: Question, parameters: Mapping[str, str | int]) -> Rows:
        """The rows of a ready question; `parameters` as `question.bind` gives them."""
        columns = tuple(column.name for column in question.columns)
        found = self._ask(question.cypher, dict(parameters), _TIMEOUT_MS, None)
        return Rows(columns, [tuple(row[name] for name in columns) for row in found.to_list()])

    def run(self, text: str, limits: Limits) -> Rows:
        """The rows of a stranger's query. Raises QueryRefused or QueryInvalid."""
        check_cypher(text, limits.query_bytes)
        found = self._ask(text, {}, int(limits.timeout_s * 1000), limits.rows + 1)
        columns = tuple(found.columns)
        rows: list[tuple[Value, ...]] = [tuple(_plain(row[name]) for name in columns) for row in found.to_list()]
        return Rows(columns, rows[: limits.rows], truncated=len(rows) > limits.rows)

    def close(self) -> None:
        """Lets go of the graph."""
        self._graph = kglite.KnowledgeGraph()

    def _ask(self, text: str, parameters: dict[str, Any], timeout_ms: int, row_limit: int | None) -> Any:
        try:
            with self._lock:
                return self._graph.cypher(text, params=parameters, timeout_ms=timeout_ms, row_limit=row_limit)
        except kglite.CypherSyntaxError as error:
            raise QueryInvalid(f"no Cypher query: {error}", message_vi="không phải truy vấn Cypher") from error
        except kglite.KgError as error:
            raise QueryRefused(f"the query was not answered: {error}") from error


def build(projection: Projection) -> kglite.KnowledgeGraph:
    """The projection as a graph that only answers."""
    graph = kglite.KnowledgeGraph()
    nodes: list[dict[str, Any]] = []
    by_label: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for node in projection.nodes():
        nodes.append({"iri": node.iri, "properties": node.properties})
        for label in node.labels:
            by_label[label].append({"iri": node.iri})
    by_type: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for r in projection.relationships():
        by_type[r.type].append({"subject": r.start, "object": r.end, "properties": r.properties})
    _send(graph, "kglite_nodes", nodes)
    if nodes:
        graph.create_index(RESOURCE, "iri")
    for label in sorted(by_label.keys() - {RESOURCE}):
        _send(graph, "kglite_labels", by_label[label], label=label)
    for kind in sorted(by_type):
        _send(graph, "kglite_relationships", by_type[kind], type=kind)
    graph.read_only(True)
    return graph


def _send(graph: kglite.KnowledgeGraph, name: str, rows: list[dict[str, Any]], **parameters: str) -> None:
    statement = (_TEXTS / f"{name}.cypher").read_text("utf-8")
    for start in range(0, len(rows), _BATCH):
        graph.cypher(statement, params={"rows": rows[start : start + _BATCH], **parameters})


def _plain(value: Any) -> Value:
    """Nodes and relationships of an answer as maps of plain values."""
    if isinstance(value, dict):
        return {str(k): _plain(v) for k, v in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(v) for v in value]
    return value if value is None or isinstance(value, str | int | float | bool) else str(value)
