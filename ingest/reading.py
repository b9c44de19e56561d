"""From the files of one import to the named graphs of their sources: tables first, then texts and RDF files."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from rdflib import RDF

from ingest.extracted import ExtractedFacts
from ingest.extracting import FileRead, TextFacts, read_files
from ingest.issues import issue, issue_of_error
from ingest.journal import Journal
from ingest.known import Known
from ingest.rdf_files import foreign_terms, write_rdf
from ingest.rdf_limits import RdfLimits
from ingest.read_results import Reading
from ingest.readers import SourceText, form_of, read_source
from ingest.records import FileOutcome
from ingest.resolution.people import PersonMatch
from ingest.review.questions import judged
from ingest.scans import Scans
from ingest.source_graph import SourceGraph
from ingest.tables.mapped import mapped_rows
from ingest.tables.mapping import ColumnMapping
from ingest.tables.registry import NAMED, Table, register_rows, table_of, write_row
from ingest.tables.rows import Row, Rows, read_header, read_rows
from ingest.tables.writer import RowWriter
from ingest.text_graph import graph_of_text
from ontology.errors import SourceError, SourceMalformed
from ontology.terms import ONTOLOGY_BASE, local_name
from ontology.text import nfc

__all__ = ["Progress", "Reading", "SourceReader", "files_below"]

Progress = Callable[[int, int, str], None]  # files done, files in all, name of the file at hand


def files_below(paths: Iterable[Path]) -> list[Path]:
    """The files that `paths` name: each file as it is, of a folder every file that has a reader, sorted by path.

    Hidden files and links that lead out of a named folder are left alone.
    """
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            inside = (p for p in sorted(path.rglob("*")) if p.is_file() and p.resolve().is_relative_to(path.resolve()))
            found += [p for p in inside if not any(part.startswith(".") for part in p.relative_to(path).parts)]
        else:
            found.append(path)
    return list(dict.fromkeys(found))


class SourceReader:
    """Reads the files of one import against what is known.

    `classes`: SHA-256 -> source class, where texts differ; `workers`: processes that many files are read in;
    `journal`: where what was read is kept on disk, and what an interrupted run has kept is taken up;
    `mappings`: how tables with columns of their own are read; `rdf_limits`: how RDF files may be built;
    `scans`: what reads pages that are pictures; `extracted`: facts that need not be found again.
    """

    def __init__(
        self,
        known: Known,
        *,
        source_class: str = "press",
        classes: Mapping[str, str] | None = None,
        workers: int = 1,
        journal: Journal | None = None,
        mappings: Mapping[Path, ColumnMapping] | None = None,
        rdf_limits: RdfLimits | None = None,
        scans: Scans | None = None,
        extracted: ExtractedFacts | None = None,
    ) -> None:
        self.known = known
        self._rdf_limits = rdf_limits
        self.result = Reading()
        self._workers = workers
        self._journal = journal
        self._source_class = source_class
        self._classes = classes or {}
        self._mappings = mappings or {}
        self._scans = scans
        self._found = extracted.find if extracted else None
        self._people: dict[str, PersonMatch] = {}

    def read(self, paths: Sequence[Path], names: Mapping[Path, str], progress: Progress) -> Reading:
        """Tables first, whose rows texts are resolved against; then texts and RDF files one after the other."""
        files = [(path, nfc(names.get(path, path.name))) for path in paths]
        tables = [file for file in files if form_of(file[1]) == "table"]
        done = self._taken_up()
        later = [file for file in files if form_of(file[1]) != "table" and file[0] not in done]
        self._write_tables(self._opened(tables, progress, len(files)))
        with closing(read_files(later, self._workers, scans=self._scans, found=self._found)) as reads:
            for number, (read, (_, name)) in enumerate(zip(reads, later, strict=True), len(files) - len(later)):
                progress(number, len(files), name)
                self._take(read.path, self._read_one(read))
        progress(len(files), len(files), "")
        return self.result

    def _taken_up(self) -> set[Path]:
        """The files that an interrupted run has read, with what came of them."""
        done = set()
        for path, piece in self._journal.kept() if self._journal else ():
            for graph in piece.graphs:
                self.known.learn(graph.quads())
            self.result.add(replace(piece, questions=judged(piece.questions, self.known.judgements)))
            done.add(path)
        return done

    def _take(self, path: Path, piece: Reading, *, again: bool = False) -> None:
        """Adds what came of a file. `again`: it is read anew even if the import is taken up."""
        self.result.add(self._journal.keep(path, piece, again=again) if self._journal else piece)

    def _opened(
        self, files: Sequence[tuple[Path, str]], progress: Progress, total: int
    ) -> Iterator[tuple[Path, SourceText]]:
        seen = set()
        for number, (path, name) in enumerate(files):
            progress(number, total, name)
            mapping = self._mappings.get(path)
            try:
                source = read_source(path, name, mapping.sheet if mapping else "")
            except SourceError as error:
                self._take(path, _refused(name, "", error), again=True)
                continue
            if source.sha256 not in seen:
                seen.add(source.sha256)
                yield path, source

    def _read_one(self, read: FileRead) -> Reading:
        """What came of a text or an RDF file; nothing of one whose bytes were read under another name."""
        source = read.source
        if read.error:
            return _refused(read.name, source.sha256 if source else "", read.error)
        if source is None or source.sha256 in self.result.paths:
            return Reading()
        piece = Reading(paths={source.sha256: read.path})
        try:
            if read.found:
                self._write_text(source, read.found, piece)
            else:
                self._write_rdf(source, piece)
        except SourceError as error:
            return _refused(source.name, source.sha256, error)
        return piece

    def _write_tables(self, opened: Iterable[tuple[Path, SourceText]]) -> None:
        tables = []
        for path, source in opened:
            try:
                header, table, rows = self._read_table(source, self._mappings.get(path))
            except SourceError as error:
                self._take(path, _refused(source.name, source.sha256, error), again=True)
                continue
            if table:
                register_rows(table, rows, self.known)
                tables.append((table, source, rows, path))
            else:
                self._take(path, _unknown_table(source, header), again=True)
        for table, source, rows, path in sorted(tables, key=lambda entry: (entry[0].order, entry[1].name)):
            self._take(path, self._write_table(table, source, rows, path), again=True)

    def _read_table(
        self, source: SourceText, mapping: ColumnMapping | None
    ) -> tuple[tuple[str, ...], Table | None, list[Row]]:
        """The header, the table that it is or is mapped to, and its rows."""
        if mapping:
            table = NAMED[mapping.table]
            return (), table, mapped_rows(source, mapping, sorted(table.columns))
        header = read_header(source)
        known = table_of(header)
        return header, known, list(read_rows(source)) if known else []

    def _write_table(self, table: Table, source: SourceText, rows: list[Row], path: Path) -> Reading:
        piece = Reading(paths={source.sha256: path})
        graph = SourceGraph(source, "reference", title=Path(source.name).stem)
        together = Rows(rows)
        for row in rows:
            writer = RowWriter(row, graph, self.known, self._people, together)
            write_row(table, row, writer)
            piece.say(writer.issues, source, self.known.judgements)
            self.known.learn(graph.latest())
        self._finish(graph, piece)
        return piece

    def _write_text(self, source: SourceText, found: TextFacts, piece: Reading) -> None:
        given = self._classes.get(source.sha256, self._source_class)
        graph, issues = graph_of_text(source, found.facts, self.known, given)
        piece.say(issues, source, self.known.judgements)
        piece.coverage.read(source, found.telling, found.bare)
        self._finish(graph, piece)

    def _write_rdf(self, source: SourceText, piece: Reading) -> None:
        graph = SourceGraph(source, "other", title=source.name)
        write_rdf(source, graph, self._rdf_limits)
        unknown = foreign_terms(graph)
        if unknown:
            names = ", ".join(local_name(term) for term in unknown[:5])
            raise SourceMalformed(
                f"{source.name}: the ontology declares no {names}",
                message_vi=f"{source.name}: bản thể luận không có {names}",
                hint="the terms are declared in ontology/*.ttl; mind capital letters",
                hint_vi="các thuật ngữ được khai báo trong ontology/*.ttl; chú ý chữ hoa, chữ thường",
                file=source.name,
                code="unknown-term",
            )
        self._finish(graph, piece)

    def _finish(self, graph: SourceGraph, piece: Reading) -> None:
        self.known.learn(graph.latest())
        piece.coverage.count(graph)
        piece.graphs.append(graph)
        piece.outcomes.append(FileOutcome(graph.source.name, graph.source.sha256, "read", "", _count_facts(graph)))


def _refused(name: str, sha256: str, error: SourceError) -> Reading:
    """What came of a file that was refused."""
    outcome = FileOutcome(name, sha256, "refused", str(error), {}, error.message_vi)
    return Reading(outcomes=[outcome], issues=[issue_of_error(error, name)])


def _unknown_table(source: SourceText, header: Sequence[str]) -> Reading:
    unknown = issue("unknown-table", source.name, columns=", ".join(header))
    en, vi = unknown.message_en, unknown.message_vi
    return Reading(outcomes=[FileOutcome(source.name, source.sha256, "refused", en, {}, vi)], issues=[unknown])


def _count_facts(graph: SourceGraph) -> dict[str, int]:
    """How many entities of each class the graph speaks of: {"Body": 3}."""
    types = [q.object for q in graph.quads() if q.predicate.value == str(RDF.type)]
    names = (str(getattr(t, "value", "")) for t in types)
    counted = Counter(local_name(name) for name in names if name.startswith(ONTOLOGY_BASE))
    return {name: counted[name] for name in sorted(counted) if name != "Source"}
