"""The process in which strangers' SPARQL runs: it can be killed without harm. Called by graph_store.oxigraph_engine."""

import os
import re
import signal
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any

from pyoxigraph import Store

from graph_store.engine import Limits, Rows
from graph_store.sparql_guard import CheckedQuery, check_sparql
from graph_store.sparql_rows import Terms, rows_of, terms_of
from graph_store.view import open_read_only
from graph_store.worker_walls import forbid_network, limit_memory
from ontology.errors import MandateGraphError, QueryInvalid, QueryRefused
from ontology.terms import PREFIXES

_SENTENCE = re.compile(r"[A-Z][a-z]* [A-Za-z][a-z]+ [\w ]+|The \w+ [^,\[]+")  # amid the grammar that Oxigraph cites
_GRACE_S = 1.0  # after the time limit, in which whoever asked should have ended the process
Failure = tuple[type[MandateGraphError], str, dict[str, Any]]  # class, message, all else


def prepare(memory_bytes: int) -> None:
    """Makes this process one for strangers: ended at once when asked to, bounded in memory, without a network."""
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    limit_memory(memory_bytes)
    forbid_network()
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # what breaks here is told as an error, not in the server's log


def run(folder: Path | None, text: str, limits: Limits, *, typed: bool = False) -> Rows | Terms | Failure:
    """The rows of the query over the version in `folder` (None: the empty graph), or the error to raise.

    `typed` asks for Terms.
    """
    _end_by_itself_after(limits.timeout_s + _GRACE_S)
    try:
        return _answer(_store(folder), check_sparql(text), limits.rows, terms_of if typed else rows_of)
    except MandateGraphError as error:
        return type(error), str(error), {"message_vi": error.message_vi, "hint": error.hint, **error.facts}
    finally:
        _end_by_itself_after(0)


def _answer(
    store: Store, checked: CheckedQuery, row_limit: int, shape: Callable[[object, int], Rows | Terms]
) -> Rows | Terms:
    try:
        found = store.query(checked.text, use_default_graph_as_union=not checked.own_dataset, prefixes=dict(PREFIXES))
        return shape(found, row_limit)
    except (SyntaxError, ValueError) as error:
        broken = "; ".join(_SENTENCE.findall(str(error))) or str(error)[:200]
        raise QueryInvalid(
            f"the query breaks a rule of SPARQL: {broken}",
            message_vi=f"truy vấn phạm một quy tắc của SPARQL: {broken}",
            hint="is each selected variable grouped or aggregated, and named once?",
        ) from error
    except (OSError, RuntimeError, MemoryError) as error:
        raise QueryRefused(
            f"the query could not be answered: {error}", message_vi=f"không trả lời được truy vấn: {error}"
        ) from error


def _end_by_itself_after(seconds: float) -> None:
    """Ends the process then, even deep in the query engine and even if nobody watches any more; 0 = never."""
    if hasattr(signal, "setitimer"):  # not on Windows
        signal.setitimer(signal.ITIMER_REAL, seconds)


@lru_cache(maxsize=2)
def _store(folder: Path | None) -> Store:
    return open_read_only(folder) if folder else Store()
