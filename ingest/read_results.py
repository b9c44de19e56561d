"""What came of reading files: graphs to stage, outcomes, issues and questions; of one file, or of all of an import."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Protocol

from pyoxigraph import Quad

from ingest.issues import Issue
from ingest.judgements import Judgements
from ingest.readers import SourceText
from ingest.records import FileOutcome
from ingest.review.questions import Question, judged, question_of
from ingest.sentence_coverage import Coverage


class ReadGraph(Protocol):
    """The named graph of a source. Its quads may be read anew each time they are asked for."""

    @property
    def iri(self) -> str: ...
    @property
    def source(self) -> SourceText: ...
    def quads(self) -> Sequence[Quad]: ...
    def description(self) -> Sequence[Quad]:
        """Those of its quads that speak of the source itself."""
        ...


@dataclass(slots=True)
class Reading:
    """What came of the files. A file that fails leaves the others as they are."""

    graphs: list[ReadGraph] = field(default_factory=list)
    outcomes: list[FileOutcome] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)  # those that a judgement answered too
    coverage: Coverage = field(default_factory=Coverage)
    paths: dict[str, Path] = field(default_factory=dict)  # SHA-256 -> file, of those that could be read

    def add(self, other: "Reading") -> None:
        """Adds what came of other files."""
        self.graphs += other.graphs
        self.outcomes += other.outcomes
        self.issues += other.issues
        self.questions += other.questions
        self.coverage.add(other.coverage)
        self.paths |= other.paths

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
            question = question_of(told, source.text)  # whose key does not depend on how a place is told
            if told.start is not None and not told.locator:
                told = replace(told, locator=source.place(told.start))
            asked = judged([replace(question, locator=told.locator)] if question else [], judgements)
            self.questions += asked
            if not asked or asked[0].state != "decided":
                self.issues.append(told)
