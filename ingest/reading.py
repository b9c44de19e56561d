"""From the files of one import to the named graphs of their sources: tables first, then texts and RDF files."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from rdflib import RDF

from ingest.extracting import extracted
from ingest.facts import Extraction
from ingest.issues import Issue, issue, issue_of_error
from ingest.judgements import Judgements
from ingest.known import Known
from ingest.rdf_files import foreign_terms, write_rdf
from ingest.readers import SourceText, read_source
from ingest.records import FileOutcome
from ingest.resolution.people import PersonMatch
from ingest.review.questions import Question, judged, question_of
from ingest.sentence_coverage import Coverage
from ingest.source_graph import SourceGraph
from ingest.statements import TextStatements
from ingest.tables.registry import Table, table_of, write_row
from ingest.tables.rows import Row, Rows, read_header, read_rows
from ingest.tables.writer import RowWriter
from ontology.errors import InvalidIdentifier, SourceError, SourceMalformed
from ontology.terms import ONTOLOGY_BASE, local_name

Progress = Callable[[int, int, str], None]  # files done, files in all, name of the file at hand


@dataclass(slots=True)
class Reading:
    """What came of the files: graphs to stage, outcomes and issues. A file that fails leaves the others as they are."""

    graphs: list[SourceGraph] = field(default_factory=list)
    outcomes: list[FileOutcome] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)  # those that a judgement answered too
    coverage: Coverage = field(default_factory=Coverage)
    paths: dict[str, Path] = field(default_factory=dict)  # SHA-256 -> file, of those that could be read

    def take_over(self, refused: Iterable[FileOutcome], issues: Iterable[Issue], questions: Iterable[Question]) -> None:
        """Adds what an earlier reading of the same import had and this one cannot have."""
        asked = {question.key for question in self.questions}
        self.outcomes += refused
        self.issues += issues
        self.questions += (question for question in questions if question.key not in asked)

    def say(self, issues: Iterable[Issue], source: SourceText, judgements: Judgements) -> None:
        """Adds what was not understood, but for what a steward has judged; as questions, where a steward can."""
        for raised in issues:
            told = replace(raised, sha256=source.sha256)
            question = question_of(told, source.text)
            asked = judged([question] if question else [], judgements)
            self.questions += asked
            if not asked or asked[0].state != "decided":
                self.issues.append(told)


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

    `classes`: SHA-256 -> source class, where texts differ; `workers`: processes that many texts are read in.
    """

    def __init__(
        self,
        known: Known,
        *,
        source_class: str = "press",
        classes: Mapping[str, str] | None = None,
        workers: int = 1,
    ) -> None:
        self.known = known
        self._workers = workers
        self.result = Reading()
        self._source_class = source_class
        self._classes = classes or {}
        self._people: dict[str, PersonMatch] = {}
        self._tables: list[tuple[Table, SourceText, list[Row]]] = []

    def read(self, paths: Sequence[Path], names: Mapping[Path, str], progress: Progress) -> Reading:
        later: list[SourceText] = []
        seen: set[str] = set()
        for done, path in enumerate(paths):
            name = names.get(path, path.name)
            progress(done, 2 * len(paths), name)
            source = self._open(path, name)
            if source is None or source.sha256 in seen:
                continue
            seen.add(source.sha256)
            self.result.paths[source.sha256] = path
            if source.form == "table":
                self._keep_table(source)
            else:
                later.append(source)
        self._write_tables()
        self._write_later(later, progress, len(paths))
        progress(2 * len(paths), 2 * len(paths), "")
        return self.result

    def _write_later(self, sources: list[SourceText], progress: Progress, files: int) -> None:
        """Texts and RDF files one after the other, so that what comes of them does not hang on the processes."""
        first = 2 * files - len(sources)
        facts = extracted([source for source in sources if source.form == "text"], self._workers)
        with closing(facts):
            for done, source in enumerate(sources, first):
                progress(done, 2 * files, source.name)
                if source.form == "text":
                    self._write_text(source, next(facts))
                else:
                    self._guarded(source, self._write_rdf)

    def _open(self, path: Path, name: str) -> SourceText | None:
        try:
            return read_source(path, name)
        except SourceError as error:
            self._refuse(name, "", error)
            return None

    def _guarded(self, source: SourceText, write: Callable[[SourceText], None]) -> None:
        try:
            write(source)
        except SourceError as error:
            self._refuse(source.name, source.sha256, error)

    def _refuse(self, name: str, sha256: str, error: SourceError) -> None:
        self.result.outcomes.append(FileOutcome(name, sha256, "refused", str(error), {}, error.message_vi))
        self.result.issues.append(issue_of_error(error, name))

    def _keep_table(self, source: SourceText) -> None:
        header = read_header(source)
        table = table_of(header)
        if table is None:
            unknown = issue("unknown-table", source.name, columns=", ".join(header))
            self.result.issues.append(unknown)
            en, vi = unknown.message_en, unknown.message_vi
            self.result.outcomes.append(FileOutcome(source.name, source.sha256, "refused", en, {}, vi))
            return
        try:
            rows = list(read_rows(source))
        except SourceMalformed as error:
            self._refuse(source.name, source.sha256, error)
            return
        for row in rows:
            if all(row[column] for column in table.required):
                with suppress(InvalidIdentifier):  # said when the row is written
                    table.register(row, self.known)
        self._tables.append((table, source, rows))

    def _write_tables(self) -> None:
        for table, source, rows in sorted(self._tables, key=lambda entry: (entry[0].order, entry[1].name)):
            graph = SourceGraph(source, "reference", title=Path(source.name).stem)
            together = Rows(rows)
            for row in rows:
                writer = RowWriter(row, graph, self.known, self._people, together)
                write_row(table, row, writer)
                self.result.say(writer.issues, source, self.known.judgements)
                self.known.learn(graph.latest())
            self._finish(graph)

    def _write_text(self, source: SourceText, facts: Extraction | SourceError) -> None:
        if isinstance(facts, SourceError):
            self._refuse(source.name, source.sha256, facts)
            return
        official = any(document.self for document in facts.documents)
        given = self._classes.get(source.sha256, self._source_class)
        source_class = "official" if official else given
        graph = SourceGraph(source, source_class, facts.published or source.content.published, facts.title)
        statements = TextStatements(facts, graph, self.known)
        statements.write()
        if source.encoding not in ("UTF-8", "UTF-16"):
            statements.issues.append(issue("old-encoding", source.name, encoding=source.encoding))
        if not (facts.documents or facts.bodies or facts.people or facts.events):
            statements.issues.append(issue("no-facts", source.name))
        self.result.say(statements.issues, source, self.known.judgements)
        self.result.coverage.add(source, statements.facts)
        self._finish(graph)

    def _write_rdf(self, source: SourceText) -> None:
        graph = SourceGraph(source, "other", title=source.name)
        write_rdf(source, graph)
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
        self._finish(graph)

    def _finish(self, graph: SourceGraph) -> None:
        self.known.learn(graph.latest())
        self.result.coverage.count(graph)
        self.result.graphs.append(graph)
        self.result.outcomes.append(
            FileOutcome(graph.source.name, graph.source.sha256, "read", "", _count_facts(graph))
        )


def _count_facts(graph: SourceGraph) -> dict[str, int]:
    """How many entities of each class the graph speaks of: {"Body": 3}."""
    types = [q.object for q in graph.quads() if q.predicate.value == str(RDF.type)]
    names = (str(getattr(t, "value", "")) for t in types)
    counted = Counter(local_name(name) for name in names if name.startswith(ONTOLOGY_BASE))
    return {name: counted[name] for name in sorted(counted) if name != "Source"}
