"""The pages of the ready questions: a form for each, and its answer as a table."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Path, Request
from fastapi.responses import HTMLResponse

from graph_api.negotiation import language_of
from graph_api.pages.answer_view import SHOWN, cells, headings
from graph_api.pages.site import link_query
from graph_api.ready_answers import ask
from graph_api.routers.pages import page
from graph_api.routers.parameters import DayDep, SnapshotDep
from graph_api.workspace import Snapshot
from ontology.errors import Ambiguous, NotFound, QueryInvalid
from ontology.identifiers import ID_BASE
from queries.catalog import TODAY, Question, question, questions

router = APIRouter(prefix="/questions", include_in_schema=False)


@router.get("")
def list_questions(request: Request, snapshot: SnapshotDep) -> HTMLResponse:
    return page(request, snapshot.number, "questions.html", questions=list(questions().values()))


@router.get("/{name}")
def show_question(
    name: Annotated[str, Path(max_length=100)], request: Request, snapshot: SnapshotDep, day: DayDep
) -> HTMLResponse:
    """The form, and the answer once it is filled in. A thing may be named by name, number or identifier."""
    asked, given = question(name), request.query_params
    values = {p.name: given.get(p.name) or _default(p.default, day.isoformat()) for p in asked.parameters}
    context: dict[str, Any] = {
        "choices": (),
        "problem": "",
        "hint": "",
        "rows": None,
        "columns": (),
        "truncated": False,
    }
    if "ask" in given:
        context |= _outcome(request, snapshot, asked, {k: v for k, v in values.items() if v}, day)
    return page(request, snapshot.number, "question.html", question=asked, values=values, **context)


def _default(default: str | None, today: str) -> str:
    return today if default == TODAY else default or ""


def _outcome(
    request: Request, snapshot: Snapshot, asked: Question, values: dict[str, str], day: date
) -> dict[str, Any]:
    """What the page adds to the form: rows, a choice between things of one name, or what is wrong with the values."""
    language, query = language_of(request), link_query(request)
    bound = dict(values)
    try:
        for name in (p.name for p in asked.parameters if p.kind == "iri" and p.name in values):
            try:
                bound[name] = snapshot.labels.resolve(values[name])
            except Ambiguous as error:
                return {"choices": _choices(request, error.facts["candidates"], name, values)}
        rows = ask(snapshot, asked.name, bound, "sparql", day).rows
    except (NotFound, QueryInvalid) as error:
        return {"problem": error.message_in(language), "hint": error.hint_in(language)}
    kinds = [column.kind for column in asked.columns]
    shown = cells(rows, kinds, snapshot.reader, language, query)
    truncated = rows.truncated or len(rows.rows) > SHOWN
    return {"rows": shown, "columns": headings(rows.columns, language), "truncated": truncated}


def _choices(
    request: Request, candidates: list[Mapping[str, str]], name: str, values: Mapping[str, str]
) -> list[dict[str, str]]:
    """Links to the same question, one for each thing that the value of the parameter `name` may mean."""
    shown = []
    for candidate in candidates:
        key = candidate["iri"].removeprefix(ID_BASE)
        link = request.url.path + link_query(request, **{**values, name: key, "ask": "1"})
        shown.append({"label": candidate["label"], "kind": key, "link": link})
    return shown
