"""What kglite wants and gives: a graph built from a projection, and answers as Rows. Called by the kglite engine.

All calls of kglite's own interface stand here, so that another embedded engine can take its place.
"""

import warnings
from collections import defaultdict
from collections.abc import Mapping
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import kglite

from graph_store.engine import Rows, Value, rows_within
from graph_store.projection import Projection
from graph_store.projection_names import RESOURCE, property_names
from graph_store.statements import statement
from ontology.errors import QueryInvalid, QueryRefused

RESERVED = frozenset({"id", "title", "type", "name", "label", "node_type"})  # names that kglite answers by itself
_OWN = ("id", "title", "type")  # what it adds to the properties of nodes and relationships
_NODE, _RELATIONSHIP = {"id", "labels", "properties"}, {"id", "start", "end", "type", "properties"}
_FROM, _TO = "from_iri", "to_iri"  # columns that say where a relationship starts and ends

kglite.set_query_warning_policy("silent")  # its warnings go to the server's log otherwise, with the stranger's text


class TimedOut(Exception):
    """kglite stopped the query by itself."""


def build(projection: Projection) -> Any:
    """A frozen graph of the projection, with the version stamp as a node of its own. Safe to read from many threads."""
    labels: dict[str, list[str]] = defaultdict(list)
    records: list[dict[str, Value]] = []
    seen: set[str] = set()
    links: dict[str, list[dict[str, Value]]] = defaultdict(list)
    for node, relationships in projection.things():
        records.append(node.properties)
        seen.update(node.properties)
        for label in node.labels:
            labels[label].append(node.iri)
        for link in relationships:
            links[link.type].append({_FROM: link.start, _TO: link.end, **link.properties})
    graph = _graph(records, links)
    for label, iris in labels.items():
        if label != RESOURCE:
            graph.add_label(RESOURCE, iris, label)
    _declare(graph, property_names() - seen - {"iri"})
    graph.cypher(
        statement("kglite_stamp"), params={"number": projection.number, "contentHash": projection.content_hash}
    )
    return graph


def _graph(records: list[dict[str, Value]], links: Mapping[str, list[dict[str, Value]]]) -> Any:
    if not records:
        return kglite.KnowledgeGraph()
    ends = {
        "source_type": RESOURCE,
        "source_id_field": "from_iri",
        "target_type": RESOURCE,
        "target_id_field": "to_iri",
    }
    return kglite.from_records(
        {
            "nodes": [{"type": RESOURCE, "id_field": "iri", "records": records}],
            "connections": [{"type": name, **ends, "records": found} for name, found in sorted(links.items())],
        },
        on_missing_endpoint="error",
    )


def _declare(graph: Any, names: frozenset[str]) -> None:
    """Makes names known that no node bears: kglite takes a name it has not seen for a typing error."""
    graph.cypher(statement("kglite_declare"), params={"properties": dict.fromkeys(sorted(names), "")})
    graph.cypher(statement("kglite_undeclare"))


def save(graph: Any, path: Path) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", kglite.MappedFallbackWarning)  # which parts of the file are read on the heap
        graph.save(str(path))


def load(path: Path) -> Any:
    return kglite.load(str(path)).freeze()


def operations(frozen: Any, text: str, parameters: Mapping[str, Value]) -> set[str]:
    """The kinds of step in which kglite would answer the query: Match, LoadCsv …"""
    found = ask(frozen, "EXPLAIN " + text, parameters, rows=10_000, timeout_s=1.0)
    place = found.columns.index("operation")
    return {str(row[place]).split(" ")[0] for row in found.rows}


def ask(frozen: Any, text: str, parameters: Mapping[str, Value], *, rows: int, timeout_s: float) -> Rows:
    """The rows of a query. Raises QueryInvalid, QueryRefused for a write, or TimedOut."""
    try:
        found = frozen.cypher(text, params=dict(parameters), timeout_ms=int(timeout_s * 1000), row_limit=rows + 1)
    except kglite.CypherTimeoutError as error:
        raise TimedOut from error
    except kglite.ReadOnlyError as error:
        raise QueryRefused("queries only read", message_vi="truy vấn chỉ được đọc") from error
    except (kglite.KgError, ValueError, TypeError, OverflowError) as error:
        line = str(error).split("\n")[0]
        raise QueryInvalid(line, message_vi=f"truy vấn Cypher không hợp lệ: {line}") from error
    columns = tuple(found.columns)
    return rows_within(columns, (tuple(_plain(record[column]) for column in columns) for record in found), rows)


def _plain(value: Any) -> Value:
    """Nodes, relationships and paths as maps of labels, type and properties; days and times as ISO text."""
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        if value.keys() == _NODE:
            return {"labels": sorted(value["labels"]), "properties": _properties(value["properties"])}
        if value.keys() == _RELATIONSHIP:
            return {"type": value["type"], "properties": _properties(value["properties"])}
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    return value if isinstance(value, str | int | float | bool) or value is None else str(value)


def _properties(found: Mapping[str, Any]) -> Value:
    return {name: _plain(value) for name, value in sorted(found.items()) if name not in _OWN}
