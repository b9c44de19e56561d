"""What the HTTP door takes and answers about questions and judgements."""

from typing import TYPE_CHECKING

from pydantic import Field

from graph_api.import_resources import ImportResource
from graph_api.resources import Json, Resource
from ingest.judgements import Verdict

if TYPE_CHECKING:
    from ingest.review.decisions import Bulk

_MOST = 10_000  # decisions of one request


class QuestionList(Resource):
    items: list[dict[str, Json]]
    total: int
    offset: int


class DecisionResource(Resource):
    """The answer to one question. `candidate` is an IRI; without it `different` and `unsure` are said of all."""

    question: str = Field(max_length=40)
    verdict: Verdict
    candidate: str = Field(default="", max_length=300)


class BulkResource(Resource):
    """One verdict on the open questions of a code. Scores are from 0 to 1."""

    verdict: Verdict
    code: str = Field(max_length=80)
    min_score: float = Field(default=0.0, ge=0, le=1, description="same: the least score of the best candidate")
    max_score: float = Field(default=1.0, ge=0, le=1, description="others: the highest score that a candidate has")

    @property
    def bulk(self) -> "Bulk":
        from ingest.review.decisions import Bulk

        return Bulk(self.verdict, self.code, self.min_score, self.max_score)


class DecisionList(Resource):
    decisions: list[DecisionResource] = Field(default=[], max_length=_MOST)
    bulk: BulkResource | None = None
    why: str = Field(default="", max_length=2_000)


class AppliedResource(Resource):
    """The numbers of the judgements, and the imports that were read again or staged for them."""

    judgements: list[int]
    imports: list[ImportResource]


class JudgementList(Resource):
    format: int
    judgements: list[dict[str, Json]]


class TakenIn(Resource):
    taken_in: int


class Undoing(Resource):
    numbers: list[int] = Field(min_length=1, max_length=_MOST)
    why: str = Field(default="", max_length=2_000)
