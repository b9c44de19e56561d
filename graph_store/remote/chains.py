"""Mandate chains over a graph that another server holds: the walk of chains.py, told of statements as it asks for them.

A walk over what is not here yet finds nothing there, but notes what it looked for. All of that is fetched at once and
the walk begins anew, until it looks for nothing more: a few dozen requests instead of thousands.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any, cast

from pyoxigraph import Literal, NamedNode, Quad, Store

from graph_store.chain_model import Chain, Direction
from graph_store.chain_reader import Reader
from graph_store.chains import trace
from graph_store.remote.engine import RemoteEngine
from ontology.errors import NotFound

_AT_ONCE = 200  # things that one request asks for
_ABOUT, _POINTING = ((Path(__file__).parent / name).read_text("utf-8") for name in ("about.rq", "pointing.rq"))
_WANTED = "?wanted"  # in their place: terms as the RDF library writes them


def remote_trace(
    engine: RemoteEngine, start: str, *, direction: Direction = "up", at: date, depth: int
) -> tuple[Chain, Reader]:
    """The chain as `trace` gives it, and a Reader of all that it crossed.

    Raises NotFound if the server says nothing of `start`; StoreUnavailable if it does not hold the version asked for.
    """
    known = _Statements()
    engine.require_version()
    while True:
        reader = Reader(cast(Store, known))
        try:
            chain = trace(reader, start, direction=direction, at=at, depth=depth)
        except NotFound:
            if not known.is_lacking:
                raise
        else:
            if not known.is_lacking:
                engine.require_version()  # another one may have come meanwhile
                return chain, reader
        known.fetch(engine)


class _Statements:
    """What was fetched so far, asked like a store. It answers two patterns: all of a subject, all with an object."""

    def __init__(self) -> None:
        self._store = Store()
        self._subjects: set[NamedNode] = set()
        self._objects: set[tuple[NamedNode, NamedNode]] = set()
        self._wanted_subjects: set[NamedNode] = set()
        self._wanted_objects: set[tuple[NamedNode, NamedNode]] = set()

    @property
    def is_lacking(self) -> bool:
        """Whether something was asked for that is not here."""
        return bool(self._wanted_subjects or self._wanted_objects)

    def quads_for_pattern(self, subject: Any, predicate: Any, value: Any, graph: Any = None) -> Iterator[Quad]:
        """As `Store.quads_for_pattern`; the statements of what is not here are noted as wanted."""
        if subject is not None:
            if subject not in self._subjects:
                self._wanted_subjects.add(subject)
        elif (predicate, value) not in self._objects:
            self._wanted_objects.add((predicate, value))
        return self._store.quads_for_pattern(subject, predicate, value, graph)

    def fetch(self, engine: RemoteEngine) -> None:
        """Gets what is wanted."""
        for some in _batches(sorted(self._wanted_subjects, key=str)):
            self._take(engine, _ABOUT, map(str, some))
        for pairs in _batches(sorted(self._wanted_objects, key=str)):
            self._take(engine, _POINTING, (f"({predicate} {value})" for predicate, value in pairs))
        self._subjects |= self._wanted_subjects
        self._objects |= self._wanted_objects
        self._wanted_subjects, self._wanted_objects = set(), set()

    def _take(self, engine: RemoteEngine, text: str, wanted: Iterable[str]) -> None:
        """Keeps the statements between IRIs and to literals: what a server holds of blank nodes is not ours."""
        rows = (cast(Any, row) for row in engine.terms(text.replace(_WANTED, " ".join(wanted)), 3).rows)
        self._store.extend(
            Quad(s, p, o) for s, p, o in rows if isinstance(s, NamedNode) and isinstance(o, NamedNode | Literal)
        )


def _batches(wanted: Iterable[Any]) -> Iterator[list[Any]]:
    left = iter(wanted)
    while some := list(islice(left, _AT_ONCE)):
        yield some
