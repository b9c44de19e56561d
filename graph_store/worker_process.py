"""What a process for strangers' queries does, whatever language they are in. Called by graph_store.worker_pool."""

import os
import signal
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, ParamSpec, TypeVar

from graph_store.worker_walls import forbid_network, limit_memory
from ontology.errors import MandateGraphError

P = ParamSpec("P")
Answer = TypeVar("Answer")
_GRACE_S = 1.0  # after the time limit, in which whoever asked should have ended the process


@dataclass(frozen=True, slots=True)
class Failure:
    """An error of ours on its way from one process to another: its class, its message, and all else it bears."""

    kind: type[MandateGraphError]
    message: str
    rest: Mapping[str, Any]

    def error(self) -> MandateGraphError:
        return self.kind(self.message, **self.rest)


def prepare(memory_bytes: int) -> None:
    """Makes this process one for strangers: ended at once when asked to, bounded in memory, without a network."""
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    limit_memory(memory_bytes)
    forbid_network()
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # what breaks here is told as an error, not in the server's log


def outcome_of(timeout_s: float, query: Callable[P, Answer], *arguments: P.args, **named: P.kwargs) -> Answer | Failure:
    """What `query` gives, or the error of ours that it raises."""
    _end_by_itself_after(timeout_s + _GRACE_S)
    try:
        return query(*arguments, **named)
    except MandateGraphError as error:
        words = {"message_vi": error.message_vi, "hint": error.hint, "hint_vi": error.hint_vi}
        return Failure(type(error), str(error), {**words, **error.facts})
    finally:
        _end_by_itself_after(0)


def _end_by_itself_after(seconds: float) -> None:
    """Ends the process then, even deep in the query engine and even if nobody watches any more; 0 = never."""
    if hasattr(signal, "setitimer"):  # not on Windows
        signal.setitimer(signal.ITIMER_REAL, seconds)
