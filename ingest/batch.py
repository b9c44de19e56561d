"""The files that one import reads, and how: new ones, or sources that are kept."""

import json
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from pyoxigraph import NamedNode, Store

from ingest.extracted import ExtractedFacts
from ingest.issues import Issue
from ingest.judgements import Judgements
from ingest.program import program
from ingest.records import FileOutcome
from ingest.review.questions import Question
from ontology.terms import MG


@dataclass(frozen=True, slots=True)
class Batch:
    """`names`: what users know the files by; `classes`: source classes by SHA-256, where they differ.

    `leave_out` are named graphs that the batch replaces, so that nothing is resolved against them. `refused`, `issues`
    and `questions` stay from an earlier reading: of files whose bytes are not kept, and what was answered.
    """

    paths: Sequence[Path]
    names: Mapping[Path, str]
    source_class: str = "press"
    classes: Mapping[str, str] = field(default_factory=dict)
    leave_out: frozenset[str] = frozenset()
    refused: tuple[FileOutcome, ...] = ()
    issues: tuple[Issue, ...] = ()
    questions: tuple[Question, ...] = ()
    expectations: str = ""  # text of the file that holds them
    ocr: bool = False  # whether the text of scans is recognised
    extracted: ExtractedFacts | None = None  # facts that need not be found again
    mappings: Mapping[Path, str] = field(default_factory=dict)  # of tables with columns of their own: what maps them

    def key(self, base: str, judgements: Judgements) -> str:
        """Names all that decides what reading gives: files, program, judgements and the content hash of the base."""
        stated = []
        for path in self.paths:
            with suppress(OSError):  # said when it is read
                stat = path.stat()
                stated.append([str(path.absolute()), self.names.get(path, ""), stat.st_size, stat.st_mtime_ns])
        verdicts = sorted([*pair, verdict] for pair, verdict in judgements.verdicts.items())
        mapped = sorted((str(path), text) for path, text in self.mappings.items())
        decides = [
            base,
            program(),
            self.ocr,
            mapped,
            self.source_class,
            sorted(self.classes.items()),
            sorted(self.leave_out),
        ]
        return sha256(json.dumps([*decides, verdicts, stated]).encode()).hexdigest()[:32]


@dataclass(frozen=True, slots=True)
class PublishedSource:
    """`iri` is its named graph."""

    iri: str
    sha256: str
    name: str
    source_class: str


def published_source(store: Store, graph: str) -> PublishedSource | None:
    """The source that a named graph holds; None if the store has none of it."""
    sha256 = _said(store, graph, "sha256")
    if not sha256:
        return None
    source_class = _said(store, graph, "sourceClass").rsplit("/", 1)[-1]
    return PublishedSource(graph, sha256, _said(store, graph, "fileName"), source_class)


def _said(store: Store, graph: str, name: str) -> str:
    """What the source says of itself under that property."""
    node = NamedNode(graph)
    found = next(store.quads_for_pattern(node, NamedNode(str(MG[name])), None, node), None)
    return str(getattr(found.object, "value", "")) if found else ""
