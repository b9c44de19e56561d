"""The process in which strangers' Cypher runs on kglite. Called by graph_store.kglite_engine."""

import os
import signal
from functools import lru_cache
from pathlib import Path
from typing import Any

from graph_store import kglite_graph
from graph_store.engine import Limits
from graph_store.worker_pool import Outcome, failure, too_slow
from graph_store.worker_walls import forbid_network, limit_memory
from ontology.errors import MandateGraphError, QueryRefused

_GRACE_S = 1.0  # after the time limit, in which whoever asked should have ended the process


def prepare(memory_bytes: int) -> None:
    """Makes this process one for strangers: ended at once when asked to, bounded in memory, without a network."""
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    limit_memory(memory_bytes)
    forbid_network()
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # what breaks here is told as an error, not in the server's log


def run(path: Path, query: str, limits: Limits) -> Outcome:
    """The rows of a query that passed the guard over the graph in the file, or the error to raise."""
    _end_by_itself_after(limits.timeout_s + _GRACE_S)
    try:
        frozen = _graph(path)
        if "LoadCsv" in kglite_graph.operations(frozen, query):
            raise QueryRefused("LOAD CSV is not run here", message_vi="LOAD CSV không được chạy ở đây")
        return kglite_graph.ask(frozen, query, {}, rows=limits.rows, timeout_s=limits.timeout_s)
    except kglite_graph.TimedOut:
        return failure(too_slow(limits.timeout_s))
    except MandateGraphError as error:
        return failure(error)
    finally:
        _end_by_itself_after(0)


def _end_by_itself_after(seconds: float) -> None:
    """Ends the process then, even deep in the query engine and even if nobody watches any more; 0 = never."""
    if hasattr(signal, "setitimer"):  # not on Windows
        signal.setitimer(signal.ITIMER_REAL, seconds)


@lru_cache(maxsize=1)
def _graph(path: Path) -> Any:
    return kglite_graph.load(path)
