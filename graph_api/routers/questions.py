"""The ready questions and their answers."""

import csv
import io
from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, Literal, cast

from fastapi import APIRouter, Path, Query, Request, Response

from graph_api.negotiation import preferred
from graph_api.resources import QuestionAnswer, QuestionResource, ReportResource
from graph_api.routers.parameters import DayDep, SnapshotDep
from graph_api.workspace import EngineName, Snapshot
from graph_store.engine import Rows
from ontology.errors import NotFound, one_of
from queries.catalog import question, questions

router = APIRouter(prefix="/api/v1", tags=["questions"])
_RESERVED = frozenset({"engine", "asKnown", "lang", "format", "at"})
# Report -> the ready question that it is.
REPORTS = {
    "broken-mandates": "lost_basis",
    "number-gaps": "unseen_numbers",
    "coverage": "coverage_by_kind",
    "conflicts": "conflicting_claims",
}
NamePath = Annotated[str, Path(max_length=100)]


@router.get("/queries")
def list_questions() -> list[QuestionResource]:
    """Every ready question with its parameters, columns and text in both query languages."""
    return [QuestionResource.of(q) for q in questions().values()]


@router.get("/queries/{name}", response_model=QuestionAnswer)
def ask(
    name: NamePath,
    request: Request,
    snapshot: SnapshotDep,
    day: DayDep,
    engine: EngineName = "sparql",
    format: Annotated[Literal["json", "csv"] | None, Query()] = None,
) -> Any:
    """The answer to a ready question. Its parameters go into the address by name; /api/v1/queries lists them."""
    return _told(name, request, snapshot, day, engine, format)


@router.get("/reports")
def list_reports() -> list[ReportResource]:
    """What a steward looks through from time to time, each with the ready question behind it."""
    return [ReportResource(name=name, question=QuestionResource.of(question(q))) for name, q in REPORTS.items()]


@router.get("/reports/{name}", response_model=QuestionAnswer)
def report(
    name: NamePath,
    request: Request,
    snapshot: SnapshotDep,
    day: DayDep,
    format: Annotated[Literal["json", "csv"] | None, Query()] = None,
) -> Any:
    """A report as of a day: what has lost its basis, numbers never seen, coverage, sources that differ."""
    if name not in REPORTS:
        raise NotFound(
            f"no report {name[:80]!r}", message_vi=f"không có báo cáo {name[:80]!r}", **one_of(list(REPORTS))
        )
    return _told(REPORTS[name], request, snapshot, day, "sparql", format)


def _told(
    name: str,
    request: Request,
    snapshot: Snapshot,
    day: date,
    engine: EngineName,
    format: Literal["json", "csv"] | None,
) -> Any:
    """The answer as JSON, or as CSV where the address or the Accept header asks for it."""
    if snapshot.leaves_process(engine):
        request.state.validators = {}  # the server may be synchronised to another version at any time
    answer = answered(snapshot, name, request.query_params, engine, day)
    chosen = preferred(request.headers.get("accept"), ("application/json", "text/csv"))
    if format == "csv" or (format is None and chosen == "text/csv"):
        return Response(as_csv(answer.columns, answer.rows), media_type="text/csv")
    return answer


def answered(
    snapshot: Snapshot, name: str, given: Mapping[str, str], engine: EngineName, today: date
) -> QuestionAnswer:
    """The answer of an engine. Raises NotFound for no such question, QueryInvalid for values that do not fit."""
    rows, values = rows_of(snapshot, name, given, engine, today)
    return QuestionAnswer(
        version=snapshot.number,
        columns=list(rows.columns),
        rows=rows.as_dicts(),
        truncated=rows.truncated,
        question=name,
        engine=engine,
        parameters=values,
    )


def rows_of(
    snapshot: Snapshot, name: str, given: Mapping[str, str], engine: EngineName, today: date
) -> tuple[Rows, dict[str, str | int]]:
    """The rows of a ready question and the checked values it was asked with."""
    asked = question(name)
    own = {parameter.name for parameter in asked.parameters}
    values = asked.bind({k: v for k, v in given.items() if k in own or k not in _RESERVED}, today=today)
    return snapshot.engine(engine).answer(asked, cast(Mapping[str, str], values)), values


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
