"""Review of imports: decide, undo, hand on; each judgement is applied to the sources that it concerns at once."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from pyoxigraph import NamedNode

from graph_store.chain_reader import Reader
from ingest.imports import Importer
from ingest.reading import Progress
from ingest.records import ImportRecord
from ingest.review.candidates import KnownCandidate, known_candidates
from ingest.review.decisions import Decision, Given, judgements_of
from ingest.review.judgement_store import Judgement
from ingest.review.questions import Question
from ontology.errors import InvalidIdentifier
from ontology.identifiers import ID_BASE, source_iri

FORMAT = 1  # of exported judgements


@dataclass(frozen=True, slots=True)
class Applied:
    """What came of judgements: their numbers, and the imports that were read again or staged for them."""

    judgements: tuple[int, ...]
    imports: tuple[ImportRecord, ...]

    def as_json(self) -> dict[str, Any]:
        return {"judgements": list(self.judgements), "imports": [record.as_json() for record in self.imports]}


class Reviews:
    """Judgements under one author's name. `clock` gives the time in UTC."""

    def __init__(self, importer: Importer, clock: Callable[[], datetime]) -> None:
        self._importer = importer
        self._store = importer.judgements
        self._clock = clock

    def told(self, import_id: str, questions: Iterable[Question]) -> list[tuple[Question, list[KnownCandidate]]]:
        """Questions of an import with what is known of their candidates, in the staged import or the newest version."""
        staged = import_id in self._importer.versions.staged()
        versions = self._importer.versions
        with versions.open_staged(import_id) if staged else versions.open() as view:
            reader = Reader(view.store)
            return [(question, known_candidates(reader, question)) for question in questions]

    def decide(
        self, import_id: str, decisions: Sequence[Decision], *, why: str = "", progress: Progress | None = None
    ) -> Applied:
        """Keeps the decisions on questions of an import and applies them: staged imports that ask the same are read
        again, published sources that they concern are staged anew.

        Raises NotFound for an unknown import or question, InvalidIdentifier for what is no answer, with nothing kept.
        """
        given = Given(self._importer.author, self._clock().isoformat(), why)
        judgements = judgements_of(decisions, self._importer.questions(import_id), given)
        numbers = self._store.add(judgements)
        return Applied(tuple(numbers), tuple(self._apply(judgements, progress)))

    def undo(self, ids: Sequence[int], *, why: str = "", progress: Progress | None = None) -> Applied:
        """Takes judgements back and applies what is left. Raises NotFound, with none undone, if one does not hold."""
        at = self._clock().isoformat()
        undone = self._store.undo(ids, author=self._importer.author, at=at, why=why)
        return Applied(tuple(ids), tuple(self._apply(undone, progress)))

    def export(self) -> dict[str, Any]:
        """All judgements, undone ones too, in a form that `take_in` reads in another data folder."""
        return {"format": FORMAT, "judgements": [judgement.as_json() for judgement in self._store.all()]}

    def take_in(self, exported: Any) -> int:
        """Keeps exported judgements that are not here yet; how many. They count from the next reading on.

        Raises InvalidIdentifier for anything but an export.
        """
        listed = exported.get("judgements") if isinstance(exported, dict) else None
        if not isinstance(listed, list) or exported.get("format") != FORMAT:
            raise InvalidIdentifier(
                "this is no export of judgements",
                message_vi="đây không phải tệp xuất các phán định",
                hint="take in a file that `mandate judgement export` wrote",
                hint_vi="hãy dùng tệp do `mandate judgement export` ghi ra",
            )
        return self._store.take_in(listed)

    def _apply(self, judgements: Iterable[Judgement], progress: Progress | None) -> list[ImportRecord]:
        concerned = [j for j in judgements if j.verdict != "unsure"]
        if not concerned:
            return []
        subjects = {judgement.subject for judgement in concerned}
        records = [
            self._importer.read_again(record.id, progress=progress)
            for record in self._importer.records()
            if record.status == "staged" and subjects & self._asked(record.id)
        ]
        published = self._importer.read_published_again(self._published_graphs(concerned), progress=progress)
        return records + ([published] if published else [])

    def _asked(self, import_id: str) -> set[str]:
        return {question.subject for question in self._importer.questions(import_id)}

    def _published_graphs(self, judgements: Iterable[Judgement]) -> set[str]:
        """The sources that raised the questions, and all that speak of what was judged."""
        graphs = set()
        with self._importer.versions.open() as base:
            for judgement in judgements:
                graphs |= {source_iri(judgement.sha256)} if judgement.sha256 else set()
                if judgement.subject.startswith(ID_BASE):
                    node = NamedNode(judgement.subject)
                    quads = [*base.quads(subject=node), *base.quads(value=node)]
                    graphs |= {str(getattr(quad.graph_name, "value", "")) for quad in quads}
        return graphs
