"""The life of an import: stage, publish, discard. The one door through which anything gets into the graph."""

import secrets
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from graph_store.manifest import Manifest
from graph_store.staging import Staged
from graph_store.versions import Change, Proposal, VersionStore, View
from ingest.batch import Batch, published_source
from ingest.conformance import blocking, checker, must_conform, with_waivers
from ingest.expectations import not_as_expected, read_expectations
from ingest.extracted import ExtractedFacts
from ingest.issues import issue_from_json
from ingest.journal import Journal
from ingest.judgements import Judgements
from ingest.kept_sources import KeptSources
from ingest.known import Known
from ingest.proposals import ChangedGraphs, empty_status, found_in, log_quads, outcomes
from ingest.rdf_limits import RdfLimits
from ingest.readers import form_of
from ingest.reading import Progress, Reading, SourceReader, files_below
from ingest.records import ImportRecord, Records, not_staged, unchanged, with_state
from ingest.review.judgement_store import JudgementStore
from ingest.review.questions import Question, judged, question_from_json
from ingest.review.waiver_store import WaiverStore
from ingest.scans import Scans
from ingest.tables.registry import mapping_of
from ingest.told_report import KeptTexts, with_sentences
from ontology.errors import ImportStateError, NotConformant, NotFound, SourceUnreadable
from shapes.check import Report
from shapes.own import read_own_shapes
from shapes.own_limits import TIMEOUT_S


class Importer:
    """Imports into one data folder.

    `folder` keeps the records, the folders beside it the sources; `clock` gives the time in UTC; `author` is written
    into versions; `workers` is the number of processes for many texts; `ocr` says whether the text of scans is
    recognised; `own_shapes` is a folder of more shapes, `shapes_timeout_s` bounds them; `rdf_limits` bound RDF files.
    By default the data folder has `judgements`, `waivers`, `own_shapes`. The state of an import is what the version
    store says: published if a version names it, staged if its folder is there.
    """

    def __init__(
        self,
        versions: VersionStore,
        *,
        folder: Path,
        clock: Callable[[], datetime],
        author: str,
        judgements: JudgementStore | None = None,
        waivers: WaiverStore | None = None,
        own_shapes: Path | None = None,
        shapes_timeout_s: float = TIMEOUT_S,
        rdf_limits: RdfLimits | None = None,
        workers: int = 1,
        ocr: bool = False,
    ) -> None:
        self.versions = versions
        database = f"sqlite:///{folder.parent / 'workflow.sqlite'}"
        self.judgements = judgements or JudgementStore(database)
        self.waivers = waivers or WaiverStore(database)
        self.author = author
        self._rdf_limits = rdf_limits
        # Read anew if a file changed; raises SourceError.
        self.own_shapes = partial(read_own_shapes, own_shapes or folder.parent / "shapes", shapes_timeout_s)
        self._records = Records(folder)
        self._unfinished = folder.parent / "reading"
        self._sources = KeptSources(folder.parent / "sources")
        self._scans = Scans(folder.parent / "sources", recognises=ocr)
        self._clock = clock
        self._workers = workers

    def stage(
        self,
        paths: Sequence[Path],
        *,
        progress: Progress | None = None,
        names: Mapping[Path, str] | None = None,
        source_class: str = "press",
        expectations: str = "",
        mapping: str = "",
        extracted: ExtractedFacts | None = None,
    ) -> ImportRecord:
        """Reads the files and stages what they change; nothing is published.

        A bad file is refused and reported, the others go on. `expectations` is the text of a file as expectations.py
        reads it, `mapping` that of one that says how the tables among the files are read (tables/mapping.py).
        `extracted` holds facts that need not be found again. Raises SourceUnreadable if no path names a file,
        SourceMalformed for what holds no expectations or no mapping.
        """
        read_expectations(expectations, "expectations")
        files = files_below(paths)
        named = names or {}
        tables = [path for path in files if form_of(named.get(path, path.name)) == "table"] if mapping else []
        if not files:
            raise SourceUnreadable(
                "no files there",
                message_vi="không có tệp nào",
                hint="name a file or a folder",
                hint_vi="chỉ ra một tệp hoặc một thư mục",
            )
        mappings = dict.fromkeys(tables, mapping)
        if mapping:
            mapping_of(mapping, "mapping")
        batch = Batch(
            files,
            named,
            source_class,
            expectations=expectations,
            ocr=self._scans.recognises,
            extracted=extracted,
            mappings=mappings,
        )
        return self._read(batch, self._new_record(source_class), progress)

    def read_again(self, import_id: str, *, progress: Progress | None = None) -> ImportRecord:
        """Reads the sources of a staged import again, on the newest version, by what was judged since; its id stays.

        Raises ImportStateError if it is not staged, NotFound if the bytes of a source are not kept.
        """
        record = self._staged_record(import_id)
        files = [file for file in record.files if file.status != "refused"]
        paths = [self._sources.path(file.sha256, file.name) for file in files]
        names = dict(zip(paths, (file.name for file in files), strict=True))
        refused = {file.name: file for file in record.files if file.status == "refused"}
        batch = Batch(
            paths,
            names,
            record.source_class,
            refused=tuple(refused.values()),
            issues=tuple(issue_from_json(i) for i in self.issues(import_id) if i["source"] in refused),
            questions=tuple(q for q in self.questions(import_id) if q.state == "decided"),
            expectations=self._records.expectations(import_id)["text"],
            mappings=self._mappings([file.sha256 for file in files], paths),
        )
        return self._read(batch, record, progress)

    def read_published_again(self, graphs: Iterable[str], *, progress: Progress | None = None) -> ImportRecord | None:
        """Stages what these published sources (IRIs of their named graphs) say by what was judged since.

        None if none of them is in the newest version. Raises NotFound if the bytes of one are not kept.
        """
        with self.versions.open() as base:
            sources = [s for graph in sorted(set(graphs)) if (s := published_source(base.store, graph))]
        if not sources:
            return None
        paths = [self._sources.path(source.sha256, source.name) for source in sources]
        batch = Batch(
            paths,
            dict(zip(paths, (source.name for source in sources), strict=True)),
            classes={source.sha256: source.source_class for source in sources},
            leave_out=frozenset(source.iri for source in sources),
            mappings=self._mappings([source.sha256 for source in sources], paths),
        )
        return self._read(batch, self._new_record(batch.source_class), progress)

    def publish(self, import_id: str, *, note: str = "") -> Manifest:
        """Makes the staged import the newest version.

        Raises NotConformant if the shapes reject it, ImportStateError if it is not staged, or if another import has
        published the same meanwhile: its record says "unchanged" then, as if it had been read after that one.
        """
        record = self._staged_record(import_id)
        waived = self.waivers.holding(self._clock().date())
        left = blocking(self._records.validation(import_id), waived) if record.violations else []
        if left:
            raise self._not_conformant(import_id, len(left))
        if record.broken:
            raise not_as_expected(import_id, self._records.expectations(import_id)["broken"])
        try:
            return self.versions.publish(
                import_id,
                author=self.author,
                at=self._clock().isoformat(),
                note=note,
                check=must_conform(waived, self.own_shapes()),
            )
        except ImportStateError as error:
            if error.facts.get("unchanged"):
                self._records.replace(unchanged(record))
            raise

    def discard(self, import_id: str) -> ImportRecord:
        """Throws a staged import away; its record stays."""
        self._staged_record(import_id)
        self._records.set_status(import_id, "discarded")
        self.versions.discard(import_id)
        return self.record(import_id)

    def records(self) -> list[ImportRecord]:
        """All imports, newest first."""
        published, staged = self._published(), set(self.versions.staged())
        return [with_state(self._records.read(i), published, staged) for i in self._records.ids()]

    def record(self, import_id: str) -> ImportRecord:
        """Raises NotFound for an id that no import bears."""
        return with_state(self._records.read(import_id), self._published(), set(self.versions.staged()))

    def issues(self, import_id: str) -> list[dict[str, Any]]:
        return self._records.issues(import_id)

    def questions(self, import_id: str) -> list[Question]:
        """What a person was asked, with the verdicts that hold now."""
        stored = [question_from_json(question) for question in self._records.questions(import_id)]
        return judged(stored, self.judgements.current())

    def validation(self, import_id: str) -> list[dict[str, Any]]:
        """What the shapes say, each result with the waiver that lets it pass today."""
        return with_waivers(self._records.validation(import_id), self.waivers.holding(self._clock().date()))

    def report(self, import_id: str) -> dict[str, Any]:
        """The record with its issues, its questions and what the shapes say, as JSON."""
        return {
            **self.record(import_id).as_json(),
            "issue_list": self.issues(import_id),
            "validation": self.validation(import_id),
            "broken_list": self._records.expectations(import_id)["broken"],
            "coverage": self._records.coverage(import_id),
            "question_list": [question.as_json() for question in self.questions(import_id)],
        }

    def change(self, import_id: str) -> Change:
        """What the import changes, or changed, against the version it was staged on or published over."""
        record = self.record(import_id)
        if record.status == "staged":
            return self.versions.staged_change(import_id)
        if record.version is None:
            raise NotFound(
                f"import {import_id} changed nothing",
                message_vi=f"lần nhập {import_id} không thay đổi gì",
                hint=f"its state is {record.status}",
                hint_vi=f"trạng thái của nó là {record.status}",
            )
        return self.versions.diff(record.version - 1, record.version)

    def _new_record(self, source_class: str) -> ImportRecord:
        now = self._clock()
        import_id = f"{now:%Y%m%d-%H%M%S}{now.microsecond // 1000:03}-{secrets.token_hex(2)}"
        created = now.isoformat()
        return ImportRecord(import_id, "unchanged", created, self.author, 0, None, (), 0, 0, 0, 0, 0, source_class)

    def _read(self, batch: Batch, record: ImportRecord, progress: Progress | None) -> ImportRecord:
        """Reads and stages a batch under the record's id. A stage of that id from before is replaced.

        The same files again, after a run that was interrupted, are taken up where it stopped.
        """
        judgements, own = self.judgements.current(), self.own_shapes()
        with (
            self.versions.open() as base,
            Journal(self._unfinished, batch.key(base.content_hash, judgements)) as journal,
        ):
            reading = self._read_files(batch, base, judgements, journal, progress or _silent)
            reading.take_over(batch.refused, batch.issues, batch.questions)
            changed = ChangedGraphs(base.store, reading.graphs)
            same = {g.iri for g in reading.graphs} - set(changed)
            record = replace(record, base=base.number, version=None, added=0, removed=0, violations=0, warnings=0)
            record = replace(record, files=outcomes(reading, same))
            if changed:
                (progress or _silent)(len(batch.paths), len(batch.paths), "SHACL")
                log = log_quads(record, [g for g in reading.graphs if g.iri in changed])
                staged = self.versions.stage(record.id, Proposal(changed, log), check=checker(own))
                if staged.unchanged:  # another import published the same since `base` was opened
                    return self._keep(unchanged(record), reading, None, batch, len(base.store))
                return self._keep(replace(record, status="staged"), reading, staged, batch, len(base.store))
            if record.id in self.versions.staged():
                self.versions.discard(record.id)
            return self._keep(replace(record, status=empty_status(reading)), reading, None, batch, len(base.store))

    def _read_files(
        self, batch: Batch, base: View, judgements: Judgements, journal: Journal, progress: Progress
    ) -> Reading:
        """What the files say. Their bytes are kept; what is known while they are read is let go of."""
        known = Known.of(base.store, batch.leave_out, judgements)
        reader = SourceReader(
            known,
            source_class=batch.source_class,
            classes=batch.classes,
            workers=self._workers,
            journal=journal,
            scans=self._scans,
            extracted=batch.extracted,
            mappings={path: mapping_of(text, "mapping") for path, text in batch.mappings.items()},
            rdf_limits=self._rdf_limits,
        )
        reading = reader.read(batch.paths, batch.names, progress)
        for sha256, path in reading.paths.items():
            self._sources.keep(path, sha256, batch.mappings.get(path, ""))
        return reading

    def _mappings(self, sums: Iterable[str], paths: Iterable[Path]) -> dict[Path, str]:
        """The mappings with which kept tables were read."""
        return {path: text for sha256, path in zip(sums, paths, strict=True) if (text := self._sources.mapping(sha256))}

    def _keep(
        self, record: ImportRecord, reading: Reading, staged: Staged | None, batch: Batch, quads: int
    ) -> ImportRecord:
        """Keeps what came of reading. `quads`: how many the version had that it was read against."""
        report = staged.outcome if staged else None
        if staged and isinstance(report, Report):
            report = with_sentences(report, KeptTexts(self._sources, self._scans))
            added, removed = len(staged.change.added), len(staged.change.removed)
            record = replace(record, added=added, removed=removed)
            record = replace(record, violations=len(report.violations), warnings=len(report.warnings))
        waiting = sum(question.state != "decided" for question in reading.questions)
        record = replace(record, issues=len(reading.issues), questions=waiting)
        expected = read_expectations(batch.expectations, "expectations")
        broken = expected.broken(found_in(record, reading, quads))
        record = replace(record, broken=len(broken))
        self._records.save(
            record,
            issues=[i.as_json() for i in reading.issues],
            validation=report.as_json() if isinstance(report, Report) else [],
            questions=[q.as_json() for q in reading.questions],
            expectations={"text": batch.expectations, "broken": [asdict(expectation) for expectation in broken]},
            coverage=reading.coverage.as_json(),
        )
        return record

    def _staged_record(self, import_id: str) -> ImportRecord:
        record = self.record(import_id)
        if record.status != "staged":
            raise not_staged(record)
        return record

    def _published(self) -> dict[str, int]:
        return {m.import_id: m.number for m in self.versions.log() if m.import_id and m.kind == "import"}

    def _not_conformant(self, import_id: str, violations: int) -> NotConformant:
        return NotConformant(
            f"the shapes reject import {import_id} in {violations} places; nothing was published",
            message_vi=f"lần nhập {import_id} vi phạm {violations} chỗ; chưa công bố gì",
            hint=f"`mandate show {import_id}` says where and what to do",
            hint_vi=f"`mandate show {import_id}` cho biết ở đâu và phải làm gì",
            report=self.validation(import_id),
        )


def _silent(_done: int, _all: int, _name: str) -> None:
    """No progress is shown."""
