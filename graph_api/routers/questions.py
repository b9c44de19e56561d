"""The ready questions and their answers."""

import csv
import io
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Path, Query, Request, Response

from graph_api import ready_answers
from graph_api.negotiation import accept_of, preferred
from graph_api.ready_answers import MOST_ROWS
from graph_api.resources import QuestionAnswer, QuestionResource, ReportResource
from graph_api.routers.parameters import Cursor, DayDep, SnapshotDep, link_header, next_link, offset_of
from graph_api.workspace import EngineName, Snapshot
from ontology.errors import NotFound, one_of
from queries.catalog import question, questions

router = APIRouter(prefix="/api/v1", tags=["questions"])
_RESERVED = frozenset({"engine", "asKnown", "lang", "format", "limit", "cursor"})
# Report -> the ready question that it is.
REPORTS = {
    "broken-mandates": "lost_basis",
    "number-gaps": "unseen_numbers",
    "coverage": "coverage_by_kind",
    "conflicts": "conflicting_claims",
}
NamePath = Annotated[str, Path(max_length=100)]
Form = Annotated[Literal["json", "csv"] | None, Query()]
Limit = Annotated[
    int | None, Query(ge=1, le=MOST_ROWS, description="rows of one page; as many as the question gives if absent")
]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which rows, and how they are written."""

    offset: int
    limit: int | None
    format: Literal["json", "csv"] | None


async def wanted_of(limit: Limit = None, cursor: Cursor = None, format: Form = None) -> Wanted:
    return Wanted(offset_of(cursor), limit, format)


WantedDep = Annotated[Wanted, Depends(wanted_of)]


@router.get("/queries")
def list_questions() -> list[QuestionResource]:
    """Every ready question with its parameters, columns and text in both query languages."""
    return [QuestionResource.of(q) for q in questions().values()]


@router.get("/queries/{name}", response_model=QuestionAnswer)
def ask(
    name: NamePath,
    request: Request,
    response: Response,
    snapshot: SnapshotDep,
    day: DayDep,
    wanted: WantedDep,
    engine: EngineName = "sparql",
) -> Any:
    """The answer to a ready question. Its parameters go into the address by name; /api/v1/queries lists them.

    A thing is named by type/key, IRI, document number or name. Where rows are left, `next` and the Link header lead to
    them, in the same version and for the same day. A question that depends on no day refuses `at`.
    """
    return _told(name, request, response, snapshot, day, engine, wanted)


@router.get("/queries/{name}/explain")
def explain(name: NamePath) -> QuestionResource:
    """What a ready question asks, what its parameters take, what its columns hold, how its answer is to be read."""
    return QuestionResource.of(question(name))


@router.get("/reports")
def list_reports() -> list[ReportResource]:
    """What a steward looks through from time to time, each with the ready question behind it."""
    return [ReportResource(name=name, question=QuestionResource.of(question(q))) for name, q in REPORTS.items()]


@router.get("/reports/{name}", response_model=QuestionAnswer)
def report(
    name: NamePath,
    request: Request,
    response: Response,
    snapshot: SnapshotDep,
    day: DayDep,
    wanted: WantedDep,
) -> Any:
    """A report: what has lost its basis (as of a day), numbers never seen, coverage, sources that differ."""
    if name not in REPORTS:
        raise NotFound(
            f"no report {name[:80]!r}", message_vi=f"không có báo cáo {name[:80]!r}", **one_of(list(REPORTS))
        )
    return _told(REPORTS[name], request, response, snapshot, day, "sparql", wanted)


def _told(
    name: str,
    request: Request,
    response: Response,
    snapshot: Snapshot,
    day: date,
    engine: EngineName,
    wanted: Wanted,
) -> Any:
    """The answer as JSON, or as CSV where the address or the Accept header asks for it."""
    if snapshot.leaves_process(engine):
        request.state.validators = {}  # the server may be synchronised to another version at any time
    own = {parameter.name for parameter in question(name).parameters}
    given = {k: v for k, v in request.query_params.items() if k in own or k not in _RESERVED}
    found = ready_answers.ask(snapshot, name, given, engine, day, offset=wanted.offset, limit=wanted.limit)
    link = None
    if found.rows.truncated:
        kept = {"asKnown": str(snapshot.number)} | ({"at": day.isoformat()} if "at" in own else {})
        link = next_link(request, found.next_offset, kept)
    chosen = preferred(accept_of(request), ("application/json", "text/csv"))
    if wanted.format == "csv" or (wanted.format is None and chosen == "text/csv"):
        answer = QuestionAnswer.told(snapshot.number, name, engine, found)
        return Response(as_csv(answer.columns, answer.rows), media_type="text/csv", headers=link_header(link))
    response.headers.update(link_header(link))
    return QuestionAnswer.told(snapshot.number, name, engine, found, link)


def as_csv(columns: list[str], rows: list[dict[str, Any]]) -> str:
    """RFC 4180 with a header line. A cell that a spreadsheet would run as a formula is led by an apostrophe."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(columns)
    writer.writerows([_cell(row[column]) for column in columns] for row in rows)
    return out.getvalue()


def _cell(value: Any) -> str:
    text = "" if value is None else str(value)
    return "'" + text if text[:1] in "=+-@\t\r" and isinstance(value, str) and text else text
