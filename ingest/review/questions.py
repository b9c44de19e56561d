"""Questions: each thing that reading was not sure of, with the sentence, what it may be, and what was judged of it."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from typing import Any, Literal

from ingest.issues import Candidate, Issue, candidates_from_json
from ingest.judgements import STATED, Judgements, Verdict, words_key
from ingest.sentences import Passage, sentence_around
from ontology.identifiers import digest

Asks = Literal["identity", "words"]
State = Literal["open", "unsure", "decided"]
_OF = {"identity": ("same", "different", "unsure"), "words": ("accept", "reject", "unsure")}


@dataclass(frozen=True, slots=True)
class Question:
    """One question of one source. Its key depends on what is asked alone: the same question bears it in every import.

    `asks` identity: is the subject one of the candidates? words: is what the words say to be believed?
    `sentence[mark:mark_end]` are the words in question; both are 0 where a table or file gave no sentence.
    """

    key: str
    asks: Asks
    code: str
    source: str
    sha256: str
    subject: str
    message_vi: str
    message_en: str
    hint_vi: str
    hint_en: str
    locator: str
    start: int | None
    end: int | None
    sentence: str
    mark: int
    mark_end: int
    candidates: tuple[Candidate, ...]
    verdicts: tuple[Verdict | None, ...] = ()  # of the candidates in turn; of the words, the only one

    @property
    def state(self) -> State:
        """A question is decided when one candidate is the same or all are different, and words when they are judged."""
        if "same" in self.verdicts or (
            self.verdicts and all(v in ("different", "accept", "reject") for v in self.verdicts)
        ):
            return "decided"
        return "open" if None in self.verdicts else "unsure"

    @property
    def choices(self) -> tuple[str, ...]:
        """The verdicts that answer it."""
        return _OF[self.asks]

    def as_json(self) -> dict[str, Any]:
        return {**asdict(self), "state": self.state}


def question_of(issue: Issue, text: str) -> Question | None:
    """The question that an issue raises; None for one that nobody can answer by judging. `text` is the source's."""
    if issue.severity != "review" or not issue.sha256:
        return None
    place = (issue.start, issue.end) if issue.start is not None and issue.end is not None else None
    around = sentence_around(text, *place) if place else Passage("", 0, 0)
    said = digest(issue.code, issue.locator, issue.message_en)
    subject = issue.subject or words_key(issue.sha256, *(place or (0, 0)), said)
    return Question(
        key=digest(issue.code, subject),
        asks="identity" if issue.candidates else "words",
        code=issue.code,
        source=issue.source,
        sha256=issue.sha256,
        subject=subject,
        message_vi=issue.message_vi,
        message_en=issue.message_en,
        hint_vi=issue.hint_vi,
        hint_en=issue.hint_en,
        locator=issue.locator,
        start=issue.start,
        end=issue.end,
        sentence=around.text,
        mark=around.mark,
        mark_end=around.mark_end,
        candidates=issue.candidates,
    )


def judged(questions: Iterable[Question], judgements: Judgements) -> list[Question]:
    """The questions with the verdicts that hold."""
    return [replace(q, verdicts=tuple(_verdicts(q, judgements))) for q in questions]


def question_from_json(stored: dict[str, Any]) -> Question:
    """The question that `as_json` gave, without its verdicts."""
    kept = {name: value for name, value in stored.items() if name not in ("state", "candidates", "verdicts")}
    return Question(**kept, candidates=candidates_from_json(stored["candidates"]))


def _verdicts(question: Question, judgements: Judgements) -> list[Verdict | None]:
    if question.asks == "words":
        return [judgements.verdict(question.subject, STATED)]
    return [judgements.verdict(question.subject, candidate.iri) for candidate in question.candidates]
