"""The life of an import: stage, publish, discard. The one door through which anything gets into the graph."""

import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from pyoxigraph import Literal, NamedNode, Quad, Store
from rdflib import RDF

from graph_store.manifest import Manifest
from graph_store.staging import LISTED, as_stored
from graph_store.versions import Change, Proposal, VersionStore
from ingest.issues import Issue
from ingest.known import Known
from ingest.reading import Progress, Reading, SourceReader, files_below
from ingest.records import FileOutcome, ImportRecord, Records, Status
from ingest.source_graph import SourceGraph, text_literal
from ontology.errors import ImportStateError, NotConformant, NotFound, SourceUnreadable
from ontology.identifiers import entity_iri
from ontology.terms import MG
from shapes.change import check_change
from shapes.check import Report

LOG_GRAPH = entity_iri("import", "log")
_DATETIME = NamedNode("http://www.w3.org/2001/XMLSchema#dateTime")


class Importer:
    """Imports into one data folder.

    `folder` keeps the records; `clock` gives the time in UTC; `author` is written into versions. The state of an
    import is what the version store says: published if a version names it, staged if its folder is there.
    """

    def __init__(self, versions: VersionStore, *, folder: Path, clock: Callable[[], datetime], author: str) -> None:
        self._versions = versions
        self._records = Records(folder)
        self._clock = clock
        self._author = author

    def stage(
        self,
        paths: Sequence[Path],
        *,
        progress: Progress | None = None,
        names: Mapping[Path, str] | None = None,
        source_class: str = "press",
    ) -> ImportRecord:
        """Reads the files and stages what they change; nothing is published.

        A bad file is refused and reported, the others go on. Raises SourceUnreadable if no path names a file.
        """
        files = files_below(paths)
        if not files:
            raise SourceUnreadable(
                "no files there",
                message_vi="không có tệp nào",
                hint="name a file or a folder",
                hint_vi="chỉ ra một tệp hoặc một thư mục",
            )
        now = self._clock()
        import_id = f"{now:%Y%m%d-%H%M%S}-{secrets.token_hex(2)}"
        with self._versions.open() as base:
            known = Known.of(base.store)
            reading = SourceReader(known, source_class=source_class).read(files, names or {}, progress or _silent)
            proposal = _proposal(base.store, reading)
            number = base.number
        record = ImportRecord(
            import_id, "unchanged", now.isoformat(), self._author, number, None, (), 0, 0, len(reading.issues), 0, 0
        )
        unchanged = {g.iri for g in reading.graphs} - set(proposal)
        record = replace(record, files=_outcomes(reading, unchanged), status=_empty_status(reading))
        if not proposal:
            return self._keep(record, reading.issues, None)
        return self._stage(record, proposal, reading)

    def publish(self, import_id: str, *, note: str = "") -> Manifest:
        """Makes the staged import the newest version.

        Raises NotConformant if the shapes reject it, ImportStateError if it is not staged.
        """
        record = self.record(import_id)
        if record.status != "staged":
            raise _not_staged(record)
        if record.violations:
            raise self._not_conformant(import_id, record.violations)
        return self._versions.publish(
            import_id, author=self._author, at=self._clock().isoformat(), note=note, check=_must_conform
        )

    def discard(self, import_id: str) -> ImportRecord:
        """Throws a staged import away; its record stays."""
        record = self.record(import_id)
        if record.status != "staged":
            raise _not_staged(record)
        self._records.set_status(import_id, "discarded")
        self._versions.discard(import_id)
        return self.record(import_id)

    def records(self) -> list[ImportRecord]:
        """All imports, newest first."""
        published, staged = self._published(), set(self._versions.staged())
        return [_with_state(self._records.read(i), published, staged) for i in self._records.ids()]

    def record(self, import_id: str) -> ImportRecord:
        """Raises NotFound for an id that no import bears."""
        return _with_state(self._records.read(import_id), self._published(), set(self._versions.staged()))

    def issues(self, import_id: str) -> list[dict[str, Any]]:
        return self._records.issues(import_id)

    def validation(self, import_id: str) -> list[dict[str, Any]]:
        return self._records.validation(import_id)

    def report(self, import_id: str) -> dict[str, Any]:
        """The record with its issues and what the shapes say, as JSON."""
        return {
            **self.record(import_id).as_json(),
            "issue_list": self.issues(import_id),
            "validation": self.validation(import_id),
        }

    def change(self, import_id: str) -> Change:
        """What the import changes, or changed, against the version it was staged on or published over."""
        record = self.record(import_id)
        if record.status == "staged":
            return self._versions.staged_change(import_id)
        if record.version is None:
            raise NotFound(
                f"import {import_id} changed nothing",
                message_vi=f"lần nhập {import_id} không thay đổi gì",
                hint=f"its state is {record.status}",
                hint_vi=f"trạng thái của nó là {record.status}",
            )
        return self._versions.diff(record.version - 1, record.version)

    def _stage(self, record: ImportRecord, proposal: dict[str, list[Quad]], reading: Reading) -> ImportRecord:
        log = _log_quads(record, [g for g in reading.graphs if g.iri in proposal])
        staged = self._versions.stage(record.id, Proposal(proposal, log), check=_check)
        assert isinstance(staged.outcome, Report)
        added, removed = len(staged.change.added), len(staged.change.removed)
        record = replace(record, status="staged", added=added, removed=removed)
        return self._keep(record, reading.issues, staged.outcome)

    def _keep(self, record: ImportRecord, issues: list[Issue], report: Report | None) -> ImportRecord:
        if report:
            record = replace(record, violations=len(report.violations), warnings=len(report.warnings))
        self._records.save(record, [i.as_json() for i in issues], report.as_json() if report else [])
        return record

    def _published(self) -> dict[str, int]:
        return {m.import_id: m.number for m in self._versions.log() if m.import_id and m.kind == "import"}

    def _not_conformant(self, import_id: str, violations: int) -> NotConformant:
        return NotConformant(
            f"the shapes reject import {import_id} in {violations} places; nothing was published",
            message_vi=f"lần nhập {import_id} vi phạm {violations} chỗ; chưa công bố gì",
            hint=f"`mandate show {import_id}` says where and what to do",
            hint_vi=f"`mandate show {import_id}` cho biết ở đâu và phải làm gì",
            report=self.validation(import_id),
        )


def _not_staged(record: ImportRecord) -> ImportStateError:
    return ImportStateError(
        f"import {record.id} is {record.status}, not staged",
        message_vi=f"lần nhập {record.id} không ở trạng thái chờ (đang là {record.status})",
        **LISTED,
    )


def _silent(_done: int, _all: int, _name: str) -> None:
    """No progress is shown."""


def _proposal(base: Store, reading: Reading) -> dict[str, list[Quad]]:
    """The named graphs that change, each with all its new quads. A table supersedes an older one of its file name."""
    proposal: dict[str, list[Quad]] = {}
    for graph in reading.graphs:
        quads = graph.quads()
        if set(base.quads_for_pattern(None, None, None, NamedNode(graph.iri))) != as_stored(quads):
            proposal[graph.iri] = quads
        if graph.source.form == "table":
            proposal.update({older: [] for older in _older_editions(base, graph)})
    return proposal


def _older_editions(base: Store, graph: SourceGraph) -> list[str]:
    name, kind = text_literal(graph.source.name), text_literal(graph.source.media_type)
    named = base.quads_for_pattern(None, NamedNode(str(MG.fileName)), name, None)
    own = [q.subject for q in named if q.subject == q.graph_name and isinstance(q.subject, NamedNode)]
    tables = [s for s in own if Quad(s, NamedNode(str(MG.mediaType)), kind, s) in base]
    return sorted(s.value for s in tables if s.value != graph.iri)


def _outcomes(reading: Reading, unchanged: set[str]) -> tuple[FileOutcome, ...]:
    same = {g.source.sha256 for g in reading.graphs if g.iri in unchanged}
    outcomes = (replace(o, status="unchanged") if o.sha256 in same else o for o in reading.outcomes)
    return tuple(sorted(outcomes, key=lambda outcome: outcome.name))


def _empty_status(reading: Reading) -> Status:
    return "unchanged" if reading.graphs else "refused"


def _log_quads(record: ImportRecord, graphs: list[SourceGraph]) -> list[Quad]:
    """The import as a resource: when, by whom, from which sources; these stay described when others supersede them."""
    run, graph = NamedNode(entity_iri("import", record.id)), NamedNode(LOG_GRAPH)
    facts: list[tuple[str, NamedNode | Literal]] = [
        (str(RDF.type), NamedNode(str(MG.Import))),
        (str(MG.importedAt), Literal(record.created_at, datatype=_DATETIME)),
        (str(MG.importedBy), Literal(record.author)),
        *((str(MG.imported), NamedNode(source.iri)) for source in graphs),
    ]
    descriptions = [q for g in graphs for q in g.quads() if q.subject == q.graph_name]
    return [
        *(Quad(run, NamedNode(predicate), value, graph) for predicate, value in facts),
        *(Quad(q.subject, q.predicate, q.object, graph) for q in descriptions),
    ]


def _check(store: Store, change: Change) -> Report:
    return check_change(store, change.added, change.removed)


def _must_conform(store: Store, change: Change) -> Report:
    """The check of a publication on a base that moved since staging."""
    report = _check(store, change)
    if not report.conforms:
        raise NotConformant(
            f"on the newest version the shapes reject the import in {len(report.violations)} places",
            message_vi=f"trên phiên bản mới nhất, lần nhập vi phạm {len(report.violations)} chỗ",
            hint="discard it and import again to see where",
            hint_vi="bỏ nó đi rồi nhập lại để thấy vi phạm ở đâu",
            report=report.as_json(),
        )
    return report


def _with_state(record: ImportRecord, published: Mapping[str, int], staged: set[str]) -> ImportRecord:
    if record.id in published:
        return replace(record, status="published", version=published[record.id])
    if record.status == "staged" and record.id not in staged:
        return replace(record, status="discarded")
    return record
