"""Findings of the shapes that stewards let pass: with a reason, by name, until a day."""

from typing import TYPE_CHECKING

from fastapi import APIRouter, HTTPException, Request, Response
from pydantic import Field
from starlette.concurrency import run_in_threadpool

from graph_api.negotiation import accept_of, preferred
from graph_api.resources import Resource
from graph_api.routers.parameters import WorkspaceDep
from graph_api.routers.writing import KeyFirst, Steward
from graph_api.workspace import Workspace
from ontology.terms import SHAPE_BASE
from ontology.text import utf8

if TYPE_CHECKING:
    from ingest.review.waiver_store import Waiver

router = APIRouter(prefix="/api/v1/waivers", tags=["review"], route_class=KeyFirst)
_MOST = 500
_FORMS = ("text/csv", "text/turtle")
_TEXT = {"schema": {"type": "string"}}
_BODY = {"requestBody": {"required": True, "content": dict.fromkeys(_FORMS, _TEXT)}}


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
    found: bool = Field(description="whether an import that is staged or published has the finding")


class WaiverList(Resource):
    items: list[WaiverResource]


class TakenInWaivers(Resource):
    """How many waivers were new, how many of the file have ended, and those for what no import has found."""

    taken_in: int
    ended: int
    without_finding: list[str] = Field(description="rule and focus node of each, perhaps mistyped")


class Waiving(Resource):
    shape: str = Field(max_length=200, description="the rule that a report names")
    focus_node: str = Field(max_length=2_000)
    reason: str = Field(min_length=1, max_length=2_000)
    until: str = Field(max_length=20, description="the last day, YYYY-MM-DD")


class Withdrawing(Resource):
    numbers: list[int] = Field(min_length=1, max_length=_MOST)


@router.get("", responses={200: {"content": {"text/csv": {}, "text/turtle": {}}}}, response_model=WaiverList)
def list_waivers(request: Request, workspace: WorkspaceDep) -> WaiverList | Response:
    """All waivers, ended ones too; as CSV or as Turtle (PROV-O) in the form that /import takes in elsewhere."""
    kept, headers = workspace.waivers.all(), {"Vary": "Accept"}
    form = preferred(accept_of(request), ("application/json", *_FORMS))
    if form == "text/csv":
        from ingest.review.waiver_files import waivers_as_csv

        return Response(waivers_as_csv(kept), media_type=form, headers=headers)
    if form == "text/turtle":
        from ingest.review.waiver_graph import waivers_as_turtle

        return Response(waivers_as_turtle(kept, workspace.importer.own_shapes()), media_type=form, headers=headers)
    return _listed(kept, workspace)


@router.post("", status_code=201)
def add(author: Steward, workspace: WorkspaceDep, given: Waiving) -> WaiverResource:
    """Lets every result of a rule on one node pass until a day; a publication is no longer stopped by it.

    `found` is false where no import has such a finding: the rule or the node may be mistyped.
    """
    from ingest.review.waiver_store import Waiver

    shape, now = given.shape.removeprefix(SHAPE_BASE), workspace.clock().isoformat()
    waiver = Waiver(shape, given.focus_node, given.reason, author, now, given.until)
    kept = workspace.waivers.add(waiver, workspace.importer.own_shapes())
    return _listed([kept], workspace).items[0]


@router.post("/import", openapi_extra=_BODY)
async def take_in(_author: Steward, request: Request, workspace: WorkspaceDep) -> TakenInWaivers:
    """Keeps the waivers of a CSV or Turtle file that are not here yet, with their authors and days; all or none."""
    form = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if form not in _FORMS:
        raise HTTPException(415, "text/csv, text/turtle")
    return await run_in_threadpool(_take_in, await request.body(), form, workspace)


@router.post("/withdraw")
def withdraw(author: Steward, workspace: WorkspaceDep, given: Withdrawing) -> WaiverList:
    """Ends waivers before their day. All or none."""
    workspace.waivers.withdraw(given.numbers, author=author, at=workspace.clock().isoformat())
    return _listed([w for w in workspace.waivers.all() if w.id in set(given.numbers)], workspace)


def _take_in(body: bytes, form: str, workspace: Workspace) -> TakenInWaivers:
    from ingest.review.waived_findings import without_finding
    from ingest.review.waiver_files import waivers_from_csv
    from ingest.review.waiver_graph import waivers_from_turtle

    read = waivers_from_csv if form == "text/csv" else waivers_from_turtle
    waivers = read(utf8(body, "body"), "body")
    taken_in = workspace.waivers.take_in(waivers, workspace.importer.own_shapes())
    unknown = without_finding(workspace.importer, waivers)
    today = workspace.clock().date()
    ended = sum(not waiver.holds(today) for waiver in waivers)
    return TakenInWaivers(
        taken_in=taken_in, ended=ended, without_finding=[f"{w.shape} {w.focus_node}" for w in unknown]
    )


def _listed(waivers: "list[Waiver]", workspace: Workspace) -> WaiverList:
    from ingest.review.waived_findings import without_finding

    today, unknown = workspace.clock().date(), {w.id for w in without_finding(workspace.importer, waivers)}
    items = [WaiverResource(**w.as_json(), holds=w.holds(today), found=w.id not in unknown) for w in waivers]
    return WaiverList(items=items)
