"""What imports ask and what stewards judge of it: questions, decisions, judgements and their undoing."""

from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter, Body, Query

from graph_api.import_resources import ImportResource
from graph_api.review_resources import AppliedResource, DecisionList, JudgementList, QuestionList, TakenIn, Undoing
from graph_api.routers.parameters import WorkspaceDep
from graph_api.routers.writing import KeyFirst, Steward
from ingest.review.questions import State

if TYPE_CHECKING:
    from ingest.review.reviews import Applied

router = APIRouter(prefix="/api/v1", tags=["review"], route_class=KeyFirst)
_SHOWN = 500
States = Annotated[list[State] | None, Query(description="only questions in these states; open and unsure if absent")]


@router.get("/imports/{import_id}/questions")
def read_questions(
    import_id: str,
    workspace: WorkspaceDep,
    state: States = None,
    code: Annotated[str, Query(max_length=80, description="only questions of this code")] = "",
    offset: Annotated[int, Query(ge=0)] = 0,
) -> QuestionList:
    """What the import asks: the sentence with its words, the candidates with scores, reasons and their evidence."""
    from ingest.review.candidates import question_json

    wanted = set(state or ("open", "unsure"))
    questions = [q for q in workspace.importer.questions(import_id) if q.state in wanted and code in ("", q.code)]
    told = workspace.reviews_of(workspace.settings.author).told(import_id, questions[offset : offset + _SHOWN])
    items = [question_json(question, known) for question, known in told]
    return QuestionList(items=items, total=len(questions), offset=offset)


@router.post("/imports/{import_id}/decisions")
def decide(author: Steward, import_id: str, workspace: WorkspaceDep, given: DecisionList) -> AppliedResource:
    """Keeps the decisions and applies them. All or none: one that is no answer refuses the rest too."""
    from ingest.review.decisions import Decision

    decisions = [Decision(d.question, d.verdict, d.candidate) for d in given.decisions]
    if given.bulk:
        decisions += given.bulk.bulk.decisions(workspace.importer.questions(import_id))
    return _resource(workspace.reviews_of(author).decide(import_id, decisions, why=given.why))


@router.get("/judgements")
def list_judgements(workspace: WorkspaceDep) -> JudgementList:
    """All judgements, undone ones too, in the form that POST takes in elsewhere."""
    return JudgementList.model_validate(workspace.reviews_of(workspace.settings.author).export())


@router.post("/judgements")
def take_in(author: Steward, workspace: WorkspaceDep, exported: Annotated[dict[str, object], Body()]) -> TakenIn:
    """Keeps exported judgements that are not here yet. They count from the next reading of a source on."""
    return TakenIn(taken_in=workspace.reviews_of(author).take_in(exported))


@router.post("/judgements/undo")
def undo(author: Steward, workspace: WorkspaceDep, given: Undoing) -> AppliedResource:
    """Takes judgements back and applies what is left. All or none."""
    return _resource(workspace.reviews_of(author).undo(given.numbers, why=given.why))


def _resource(applied: "Applied") -> AppliedResource:
    imports = [ImportResource.of(record) for record in applied.imports]
    return AppliedResource(judgements=list(applied.judgements), imports=imports)
