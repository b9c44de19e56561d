"""From what a steward says to judgements: one question at a time, or many of one kind at once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ingest.judgements import STATED, Verdict
from ingest.review.judgement_store import Judgement
from ingest.review.questions import Question
from ontology.errors import InvalidIdentifier, NotFound, one_of


@dataclass(frozen=True, slots=True)
class Decision:
    """The answer to a question. Without a candidate `different` and `unsure` are said of all of them."""

    question: str  # key
    verdict: Verdict
    candidate: str = ""  # IRI


@dataclass(frozen=True, slots=True)
class Given:
    """Who gives a judgement, when and why."""

    author: str
    at: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Bulk:
    """One verdict on the open questions of one code.

    `same` answers those with one best candidate of at least `min_score`, and says it of that one; the other verdicts
    answer those whose candidates score at most `max_score`.
    """

    verdict: Verdict
    code: str
    min_score: float = 0.0
    max_score: float = 1.0

    def decisions(self, questions: Iterable[Question]) -> list[Decision]:
        found = (q for q in questions if q.state == "open" and q.code == self.code and self.verdict in q.choices)
        if self.verdict == "same":
            return [Decision(q.key, self.verdict, best) for q in found if (best := self._best(q))]
        return [Decision(q.key, self.verdict) for q in found if all(c.score <= self.max_score for c in q.candidates)]

    def _best(self, question: Question) -> str:
        ranked = sorted(question.candidates, key=lambda c: -c.score)
        alone = len(ranked) == 1 or ranked[0].score > ranked[1].score
        return ranked[0].iri if alone and ranked[0].score >= self.min_score else ""


def judgements_of(decisions: Sequence[Decision], questions: Iterable[Question], given: Given) -> list[Judgement]:
    """The judgements to keep.

    Raises NotFound for a question that was not asked, InvalidIdentifier for a verdict or candidate that is no answer
    to it.
    """
    asked = {question.key: question for question in questions}
    return [judgement for decision in decisions for judgement in _judgements(decision, asked, given)]


def _judgements(decision: Decision, asked: dict[str, Question], given: Given) -> list[Judgement]:
    question = asked.get(decision.question)
    if question is None:
        raise NotFound(
            f"no question has the key {decision.question[:40]!r}; nothing was decided",
            message_vi=f"không có câu hỏi nào mang mã {decision.question[:40]!r}; chưa quyết định gì",
            hint="`mandate review IMPORT` lists the questions",
            hint_vi="`mandate review IMPORT` liệt kê các câu hỏi",
        )
    if decision.verdict not in question.choices:
        raise InvalidIdentifier(
            f"{decision.verdict[:40]!r} is no answer to question {question.key}; nothing was decided",
            message_vi=f"{decision.verdict[:40]!r} không trả lời được câu hỏi {question.key}; chưa quyết định gì",
            **one_of(question.choices),
        )
    return [
        Judgement(
            subject=question.subject,
            candidate=candidate,
            verdict=decision.verdict,
            author=given.author,
            at=given.at,
            why=given.why,
            sha256=question.sha256,
            code=question.code,
            words=question.sentence[question.mark : question.mark_end] or question.message_vi,
        )
        for candidate in _candidates(decision, question)
    ]


def _candidates(decision: Decision, question: Question) -> list[str]:
    """What the verdict is said of."""
    if question.asks == "words":
        return [STATED]
    known = [candidate.iri for candidate in question.candidates]
    if decision.candidate in known:
        return [decision.candidate]
    if decision.candidate or (decision.verdict == "same" and len(known) > 1):
        raise InvalidIdentifier(
            f"say which candidate of question {question.key} is meant; nothing was decided",
            message_vi=f"hãy nêu đối tượng nào của câu hỏi {question.key}; chưa quyết định gì",
            **one_of(known),
        )
    return known
