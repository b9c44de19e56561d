"""What an import has read so far, on disk: memory need not hold it, and an interrupted import goes on where it stopped.

DATA/reading/KEY/{quads.nq, done.jsonl}  KEY.lock
"""

import json
import os
import secrets
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO, Self

from filelock import FileLock, Timeout
from pyoxigraph import Quad

from graph_store.disk import remove_tree
from graph_store.quad_files import GraphFile, Place, append_quads
from ingest.formats.content import Content
from ingest.issues import issue_from_json
from ingest.read_results import ReadGraph, Reading
from ingest.readers import SourceText
from ingest.records import FileOutcome
from ingest.review.questions import question_from_json
from ingest.sentence_coverage import Coverage

_SAVED = 50  # files after which what was read is safe from a crash
_STALE_S = 30 * 86_400  # after which nobody goes on with an interrupted import


@dataclass(frozen=True, slots=True)
class StoredGraph:
    """The graph of a source in a journal; the source is without its text."""

    iri: str
    source: SourceText
    path: Path
    place: Place

    def quads(self) -> list[Quad]:
        return self._file[self.iri]

    def description(self) -> list[Quad]:
        return self._file.about(self.iri, self.iri)

    @property
    def _file(self) -> GraphFile:
        return GraphFile(self.path, {self.iri: self.place})


class Journal:
    """A run that was killed leaves what it read; one of the same key, which names all that decides it, takes it up.

    Used as a context: it is removed at its end, unless the run was interrupted.
    """

    def __init__(self, root: Path, key: str) -> None:
        root.mkdir(parents=True, exist_ok=True)
        _remove_stale(root)
        self._lock = FileLock(root / f"{key}.lock", timeout=0)
        try:
            self._lock.acquire()
        except Timeout:  # the same files are being imported elsewhere
            key = f"{key}-{secrets.token_hex(4)}"
            self._lock = FileLock(root / f"{key}.lock", timeout=0)
            self._lock.acquire()
        self._folder = root / key
        self._folder.mkdir(exist_ok=True)
        self._unsaved: list[str] = []
        self._left = list(self._sound_lines())
        self._quads: BinaryIO = self._open_quads()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if isinstance(error, KeyboardInterrupt):
            self._save()
        self._quads.close()
        if not isinstance(error, KeyboardInterrupt):
            remove_tree(self._folder)
            self._folder.with_suffix(".lock").unlink(missing_ok=True)
        self._lock.release()

    def kept(self) -> Iterator[tuple[Path, Reading]]:
        """The files that an interrupted run has read, in its order, with what came of them."""
        for line in self._left:
            yield Path(line["path"]), self._piece(line)

    def keep(self, path: Path, piece: Reading, *, again: bool) -> Reading:
        """Writes down what came of a file and gives it back without the quads. `again`: for this run alone."""
        graphs = [self._stored(graph) for graph in piece.graphs]
        if not again:
            self._unsaved.append(json.dumps(_as_json(path, piece, graphs), ensure_ascii=False))
            if len(self._unsaved) >= _SAVED:
                self._save()
        return replace(piece, graphs=list(graphs))

    def _stored(self, graph: ReadGraph) -> StoredGraph:
        place = append_quads(self._quads, graph.quads())
        self._quads.flush()
        source = replace(graph.source, text="", content=Content(""))
        return StoredGraph(graph.iri, source, self._folder / "quads.nq", place)

    def _save(self) -> None:
        """Quads first: a line that is whole names quads that are there."""
        _flush(self._quads)
        with (self._folder / "done.jsonl").open("a", encoding="utf-8") as file:
            file.writelines(line + "\n" for line in self._unsaved)
            file.flush()
            os.fsync(file.fileno())
        self._unsaved = []

    def _sound_lines(self) -> Iterator[dict[str, Any]]:
        """The lines of an interrupted run up to the first that is torn or names quads that were never written."""
        done, quads = self._folder / "done.jsonl", self._folder / "quads.nq"
        there = quads.stat().st_size if quads.exists() else 0
        sound = 0
        for line in done.read_bytes().splitlines(keepends=True) if done.exists() else ():
            try:
                entry = json.loads(line) if line.endswith(b"\n") else None
            except ValueError:
                entry = None
            if entry is None or any(start + length > there for _, _, (start, length) in entry["graphs"]):
                break
            sound += len(line)
            yield entry
        if done.exists():
            os.truncate(done, sound)

    def _open_quads(self) -> BinaryIO:
        file = (self._folder / "quads.nq").open("ab")
        file.seek(0, os.SEEK_END)
        return file

    def _piece(self, line: dict[str, Any]) -> Reading:
        stored = (
            StoredGraph(iri, SourceText(**source, text=""), self._folder / "quads.nq", (start, length))
            for iri, source, (start, length) in line["graphs"]
        )
        return Reading(
            graphs=list(stored),
            outcomes=[FileOutcome(**outcome) for outcome in line["outcomes"]],
            issues=[issue_from_json(issue) for issue in line["issues"]],
            questions=[question_from_json(question) for question in line["questions"]],
            coverage=Coverage.from_json(line["coverage"]),
            paths={sha256: Path(line["path"]) for sha256 in line["sha256"]},
        )


def _as_json(path: Path, piece: Reading, graphs: list[StoredGraph]) -> dict[str, Any]:
    return {
        "path": str(path),
        "sha256": list(piece.paths),
        "graphs": [(graph.iri, _source_json(graph.source), graph.place) for graph in graphs],
        "outcomes": [asdict(outcome) for outcome in piece.outcomes],
        "issues": [issue.as_json() for issue in piece.issues],
        "questions": [question.as_json() for question in piece.questions],
        "coverage": piece.coverage.as_json(),
    }


def _source_json(source: SourceText) -> dict[str, Any]:
    names = ("name", "form", "media_type", "sha256", "byte_count", "encoding")
    return {name: getattr(source, name) for name in names}


def _flush(file: BinaryIO) -> None:
    file.flush()
    os.fsync(file.fileno())


def _remove_stale(root: Path) -> None:
    """Removes what was left by runs that nobody goes on with."""
    for lock in root.glob("*.lock"):
        if time.time() - lock.stat().st_mtime > _STALE_S:
            try:
                with FileLock(lock, timeout=0):
                    remove_tree(lock.with_suffix(""))
                    lock.unlink(missing_ok=True)
            except Timeout:
                continue
