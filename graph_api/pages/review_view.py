"""What the page of a review shows: each question with its marked sentence, its candidates and judgements."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph_api.pages.markup import entity_link
from graph_api.pages.words import Cell, QuoteView, quote_view
from ingest.judgements import STATED
from ingest.review.candidates import KnownCandidate
from ingest.review.questions import Question
from ontology.language import Language
from ontology.locators import locator_words

if TYPE_CHECKING:
    from ingest.review.judgement_store import Judgement


@dataclass(frozen=True, slots=True)
class JudgementView:
    """Who judged, when and why. `number` is what undoing names."""

    number: int
    verdict: str
    author: str
    at: str
    why: str


@dataclass(frozen=True, slots=True)
class CandidateView:
    """What the subject may be. `score` is of 100."""

    iri: str
    name: Cell
    score: int
    reasons: tuple[str, ...]
    facts: tuple[str, ...]
    quotes: tuple[QuoteView, ...]
    judged: JudgementView | None


@dataclass(frozen=True, slots=True)
class QuestionView:
    """`sentence` is (before, words in question, after); `judged` is what was said where there is no candidate."""

    key: str
    state: str
    code: str
    message: str
    hint: str
    place: str
    sentence: tuple[str, str, str] | None
    choices: tuple[str, ...]
    candidates: tuple[CandidateView, ...]
    judged: JudgementView | None

    @property
    def judgements(self) -> tuple[JudgementView, ...]:
        """All that hold on it."""
        return tuple(j for j in (self.judged, *(c.judged for c in self.candidates)) if j)


def question_views(
    told: Iterable[tuple[Question, Sequence[KnownCandidate]]],
    judgements: Iterable["Judgement"],
    language: Language,
    query: str,
) -> list[QuestionView]:
    """`judgements` are all that were kept, undone ones too; of several on one pair the last one given holds."""
    holding = sorted((j for j in judgements if not j.undone_at), key=lambda j: (j.at, j.id))
    judged = {(j.subject, j.candidate): j for j in holding}
    return [_question(question, known, judged, language, query) for question, known in told]


def _question(
    question: Question,
    known: Sequence[KnownCandidate],
    judged: dict[tuple[str, str], "Judgement"],
    language: Language,
    query: str,
) -> QuestionView:
    spoken, english = question.sentence, language == "en"
    parts = (spoken[: question.mark], spoken[question.mark : question.mark_end], spoken[question.mark_end :])
    where = locator_words(question.locator, language, (question.start, question.end))
    candidates = tuple(
        CandidateView(
            iri=candidate.iri,
            name=Cell(about.label, entity_link(candidate.iri) + query),
            score=round(candidate.score * 100),
            reasons=tuple(reason[english] for reason in candidate.reasons),
            facts=about.facts,
            quotes=tuple(quote_view(quote, query, language) for quote in about.quotes),
            judged=_judged(judged, question.subject, candidate.iri),
        )
        for candidate, about in zip(question.candidates, known, strict=True)
    )
    return QuestionView(
        key=question.key,
        state=question.state,
        code=question.code,
        message=question.message_en if english else question.message_vi,
        hint=question.hint_en if english else question.hint_vi,
        place=", ".join(filter(None, (question.source, where))),
        sentence=parts if spoken else None,
        choices=question.choices,
        candidates=candidates,
        judged=_judged(judged, question.subject, STATED) if question.asks == "words" else None,
    )


def _judged(judged: dict[tuple[str, str], "Judgement"], subject: str, candidate: str) -> JudgementView | None:
    """The judgement on the pair, whichever was named first."""
    found = judged.get((subject, candidate)) or judged.get((candidate, subject))
    return JudgementView(found.id, found.verdict, found.author, found.at[:16], found.why) if found else None
