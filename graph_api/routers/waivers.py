"""Findings of the shapes that stewards let pass: with a reason, by name, until a day."""

from fastapi import APIRouter
from pydantic import Field

from graph_api.resources import Resource
from graph_api.routers.parameters import WorkspaceDep
from graph_api.routers.writing import Steward
from ingest.review.waiver_store import Waiver
from ontology.terms import SHAPE_BASE

router = APIRouter(prefix="/api/v1/waivers", tags=["review"])
_MOST = 500


class WaiverResource(Resource):
    """A waiver; `holds` today."""

    id: int
    shape: str
    focus_node: str
    reason: str
    author: str
    at: str
    until: str
    withdrawn_at: str
    withdrawn_by: str
    holds: bool


class WaiverList(Resource):
    items: list[WaiverResource]


class Waiving(Resource):
    shape: str = Field(max_length=200, description="the rule that a report names")
    focus_node: str = Field(max_length=2_000)
    reason: str = Field(min_length=1, max_length=2_000)
    until: str = Field(max_length=20, description="the last day, YYYY-MM-DD")


class Withdrawing(Resource):
    numbers: list[int] = Field(min_length=1, max_length=_MOST)


@router.get("")
def list_waivers(workspace: WorkspaceDep) -> WaiverList:
    """All waivers, ended ones too."""
    return _listed(workspace.waivers.all(), workspace)


@router.post("", status_code=201)
def add(author: Steward, workspace: WorkspaceDep, given: Waiving) -> WaiverResource:
    """Lets every result of a rule on one node pass until a day; a publication is no longer stopped by it."""
    shape, now = given.shape.removeprefix(SHAPE_BASE), workspace.clock().isoformat()
    kept = workspace.waivers.add(Waiver(shape, given.focus_node, given.reason, author, now, given.until))
    return _listed([kept], workspace).items[0]


@router.post("/withdraw")
def withdraw(author: Steward, workspace: WorkspaceDep, given: Withdrawing) -> WaiverList:
    """Ends waivers before their day. All or none."""
    workspace.waivers.withdraw(given.numbers, author=author, at=workspace.clock().isoformat())
    return _listed([w for w in workspace.waivers.all() if w.id in set(given.numbers)], workspace)


def _listed(waivers: list[Waiver], workspace: WorkspaceDep) -> WaiverList:
    today = workspace.clock().date()
    return WaiverList(items=[WaiverResource(**w.as_json(), holds=w.holds(today)) for w in waivers])
