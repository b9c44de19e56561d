"""What runs strangers' Cypher on kglite, in a process of its own. Called by graph_store.kglite_engine."""

from functools import lru_cache
from pathlib import Path
from typing import Any

from graph_store import kglite_graph
from graph_store.engine import Limits, Rows
from graph_store.refusals import CYPHER_HINT, too_slow
from ontology.errors import QueryRefused


def run(path: Path, query: str, limits: Limits, parameters: dict[str, Any]) -> Rows:
    """The rows of a query that passed the guard over the graph in the file. Raises QueryRefused or QueryInvalid."""
    try:
        frozen = _graph(path)
        if "LoadCsv" in kglite_graph.operations(frozen, query, parameters):
            raise QueryRefused("LOAD CSV is not run here", message_vi="LOAD CSV không được chạy ở đây")
        return kglite_graph.ask(frozen, query, parameters, rows=limits.rows, timeout_s=limits.timeout_s)
    except kglite_graph.TimedOut:
        raise too_slow(limits.timeout_s, CYPHER_HINT) from None


@lru_cache(maxsize=1)
def _graph(path: Path) -> Any:
    return kglite_graph.load(path)
