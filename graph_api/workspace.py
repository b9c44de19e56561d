"""One data folder in use: its versions, importer, open views and engines. The command line and the server share it.

What imports is itself imported when it is first wanted: the rules that read texts take half of a server's start.
"""

import os
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cached_property
from typing import TYPE_CHECKING, Literal, TypeVar, cast, get_args

from graph_api.recent import Recent
from graph_api.settings import Settings
from graph_store.chain_reader import Reader
from graph_store.engine import CypherEngine, Engine
from graph_store.entities import LabelIndex
from graph_store.versions import VersionStore, View
from ontology.errors import NotFound, StoreUnavailable, one_of

if TYPE_CHECKING:
    from graph_store.oxigraph_engine import SparqlEngine
    from ingest.imports import Importer
    from ingest.review.judgement_store import JudgementStore
    from ingest.review.reviews import Reviews
    from ingest.review.waiver_store import WaiverStore

EngineName = Literal["sparql", "cypher", "neo4j", "remote"]
T = TypeVar("T")
_OPEN_AT_ONCE = 4  # versions that nobody reads any more are closed beyond this number
_RECENT = 4  # networks of single days, each as large as what it holds
_SPARQL_WORKERS = 2  # so that one slow query of a stranger does not hold up the next


def utc_now() -> datetime:
    return datetime.now(UTC)


class Snapshot:
    """One version, opened: its view, and on demand its label index and engines. Safe to use from many threads."""

    def __init__(self, view: View, settings: Settings) -> None:
        self.view = view
        self.readers = 0  # kept by Workspace, under its lock
        self._settings = settings
        self._lock = threading.Lock()
        self._labels: LabelIndex | None = None
        self._reader: Reader | None = None
        self._computed: dict[Hashable, object] = {}
        self.recent = Recent(_RECENT)
        self._engines: dict[EngineName, Engine] = {}
        # One lock each, as a Neo4j server that is down keeps its caller waiting.
        self._starting: dict[EngineName, threading.Lock] = {name: threading.Lock() for name in get_args(EngineName)}

    @property
    def number(self) -> int:
        return self.view.number

    @property
    def content_hash(self) -> str:
        """What tells one content of the graph from another."""
        return self.view.content_hash

    @property
    def labels(self) -> LabelIndex:
        """The index of names, built at the first call."""
        with self._lock:
            if self._labels is None:
                self._labels = LabelIndex(self.view.store)
            return self._labels

    @property
    def reader(self) -> Reader:
        """What was read of single entities, remembered for all requests: chains share most of what they cross."""
        with self._lock:
            if self._reader is None:
                self._reader = Reader(self.view.store)
            return self._reader

    def once(self, key: Hashable, make: Callable[[], T]) -> T:
        """What `make` gives, computed once for this version. Keys must not come from outside: nothing is forgotten."""
        if key not in self._computed:
            self._computed[key] = make()
        return cast(T, self._computed[key])

    def sparql(self) -> "SparqlEngine":
        """The engine for SPARQL, which gives typed terms as well."""
        return cast("SparqlEngine", self.engine("sparql"))

    def cypher(self, name: Literal["cypher", "neo4j"]) -> CypherEngine:
        """An engine for Cypher, which takes values beside the query as well."""
        return cast(CypherEngine, self.engine(name))

    def leaves_process(self, name: EngineName) -> bool:
        """Whether another server answers, which may hold another version or none."""
        return name in ("neo4j", "remote") or (name == "cypher" and self._settings.cypher == "neo4j")

    def engine(self, name: EngineName) -> Engine:
        """`cypher` is the engine that the settings choose. Raises StoreUnavailable if it is missing or down."""
        name = "neo4j" if name == "cypher" and self._settings.cypher == "neo4j" else name
        with self._starting[name]:
            if name not in self._engines:
                self._engines[name] = self._start(name)
            return self._engines[name]

    def close(self) -> None:
        for engine in self._engines.values():
            engine.close()
        self._reader = None  # it holds the store
        self.view.close()

    def _start(self, name: EngineName) -> Engine:
        """Engines are imported when they are first asked: a program that asks none starts sooner."""
        if name == "sparql":
            from graph_store.oxigraph_engine import SparqlEngine

            return SparqlEngine(self.view, workers=_SPARQL_WORKERS)
        if name == "cypher":
            from graph_store.kglite_engine import KgliteEngine

            return KgliteEngine(self.view)
        settings = self._settings
        if name == "remote":
            return _remote_engine(settings, self.view)
        if not settings.neo4j_uri:
            raise StoreUnavailable(
                "no Neo4j server is named",
                message_vi="chưa chỉ ra máy chủ Neo4j",
                hint="set MANDATE_NEO4J_URI, or use the engines sparql or cypher",
                hint_vi="đặt MANDATE_NEO4J_URI, hoặc dùng bộ truy vấn sparql hay cypher",
            )
        from graph_store.neo4j.engine import Neo4jEngine

        return Neo4jEngine(settings.neo4j_address, self.view)


def _remote_engine(settings: Settings, view: View) -> Engine:
    if not settings.remote_url:
        raise StoreUnavailable(
            "no SPARQL server is named",
            message_vi="chưa chỉ ra máy chủ SPARQL",
            hint="set MANDATE_REMOTE_URL, or use the engine sparql",
            hint_vi="đặt MANDATE_REMOTE_URL, hoặc dùng bộ truy vấn sparql",
        )
    from graph_store.remote.engine import RemoteEngine

    return RemoteEngine(settings.endpoint, view, timeout_s=settings.remote_timeout_s)


class Workspace:
    """Opens what is asked for and closes what nobody reads any more.

    Which version is the newest is asked anew at each call, so that one published by another process is seen at once.
    """

    def __init__(self, settings: Settings, *, clock: Callable[[], datetime] = utc_now) -> None:
        self.settings = settings
        self.clock = clock
        self.versions = VersionStore(settings.data)
        self._open: OrderedDict[int, Snapshot] = OrderedDict()  # the version read last stands last
        self._lock = threading.Lock()
        if settings.workflow_url:  # an address that is none is told at the start
            _ = self.judgements

    @cached_property
    def judgements(self) -> "JudgementStore":
        from ingest.review.judgement_store import JudgementStore

        return JudgementStore(self.settings.judgements_url)

    @cached_property
    def waivers(self) -> "WaiverStore":
        from ingest.review.waiver_store import WaiverStore

        return WaiverStore(self.settings.judgements_url)

    @cached_property
    def importer(self) -> "Importer":
        """The importer whose work goes under the name of the settings."""
        return self.importer_of(self.settings.author)

    def importer_of(self, author: str) -> "Importer":
        """The importer whose work goes under this name."""
        from ingest.imports import Importer

        folder, kept = self.settings.data / "imports", self.judgements
        workers = self.settings.import_workers or (os.cpu_count() or 1)
        return Importer(
            self.versions,
            folder=folder,
            clock=self.clock,
            author=author,
            judgements=kept,
            waivers=self.waivers,
            own_shapes=self.settings.own_shapes,
            shapes_timeout_s=self.settings.shapes_timeout_s,
            rdf_limits=self.settings.rdf_limits,
            workers=workers,
            ocr=self.settings.ocr,
        )

    def reviews_of(self, author: str) -> "Reviews":
        """Reviewing under this name."""
        from ingest.review.reviews import Reviews

        return Reviews(self.importer_of(author), self.clock)

    @contextmanager
    def reading(self, as_known: int | None = None) -> Iterator[Snapshot]:
        """The newest version, or that number, kept open while the block runs. Raises NotFound for no such version."""
        snapshot = self._lease(as_known)
        try:
            yield snapshot
        finally:
            self._release(snapshot)

    def view(self, as_known: int | None = None) -> View:
        """The view of a version, which stays open until the workspace is closed; for one-shot programs."""
        return self._lease(as_known).view

    def engine(self, name: str, as_known: int | None = None) -> Engine:
        """An engine on a version, which stays open until the workspace is closed; for one-shot programs."""
        return self._lease(as_known).engine(engine_name(name))

    def close(self) -> None:
        with self._lock:
            for snapshot in self._open.values():
                snapshot.close()
            self._open.clear()
        for name in ("judgements", "waivers"):
            if name in self.__dict__:  # it was opened
                getattr(self, name).close()

    def _lease(self, as_known: int | None) -> Snapshot:
        with self._lock:
            number = self.versions.current_number() if as_known is None else as_known
            if number not in self._open:
                self._open[number] = Snapshot(self.versions.open(number), self.settings)
            snapshot = self._open[number]
            self._open.move_to_end(number)
            snapshot.readers += 1
            self._close_idle()
            return snapshot

    def _release(self, snapshot: Snapshot) -> None:
        with self._lock:
            snapshot.readers -= 1
            self._close_idle()

    def _close_idle(self) -> None:
        for number in list(self._open)[: max(0, len(self._open) - _OPEN_AT_ONCE)]:
            if self._open[number].readers == 0:
                self._open.pop(number).close()


def engine_name(text: str) -> EngineName:
    """Raises NotFound for an engine that there is not."""
    if text not in get_args(EngineName):
        raise NotFound(
            f"no engine {text[:40]!r}", message_vi=f"không có bộ truy vấn {text[:40]!r}", **one_of(get_args(EngineName))
        )
    return cast(EngineName, text)
