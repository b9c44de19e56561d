"""SPARQL 1.1 Protocol, reading only; a form for browsers at the same address."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import HTMLResponse
from pyoxigraph import RdfFormat, parse, serialize
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException

from graph_api.negotiation import accept_of, language_of, preferred
from graph_api.pages.answer_view import SHOWN, cells
from graph_api.pages.site import HERE, link_query
from graph_api.routers.pages import page
from graph_api.routers.parameters import NoDay, SnapshotDep
from graph_api.sparql_results import GRAPHS, TABLES, forms_of, written
from graph_api.workspace import Snapshot
from ontology.errors import Hint, QueryInvalid, QueryRefused

router = APIRouter(tags=["query languages"])
_OFFERS = (*TABLES, *GRAPHS, "text/html")
_DATASET = ("default-graph-uri", "named-graph-uri", "using-graph-uri", "using-named-graph-uri")
_FORM, _BARE = "application/x-www-form-urlencoded", "application/sparql-query"
_ONE_SOURCE: Hint = {
    "hint": "write GRAPH in the query to read one source",
    "hint_vi": "viết GRAPH trong truy vấn để chỉ đọc một nguồn",
}
_READS: Hint = {"hint": "this endpoint only reads", "hint_vi": "địa chỉ này chỉ cho đọc"}
_DESCRIPTION = HERE.parent / "service_description.ttl"
_BODY = {
    "requestBody": {
        "required": True,
        "content": {
            _BARE: {"schema": {"type": "string"}},
            _FORM: {"schema": {"type": "object", "properties": {"query": {"type": "string"}}, "required": ["query"]}},
        },
    }
}


@router.get("/sparql", response_class=Response, dependencies=[NoDay])
def by_get(
    request: Request,
    snapshot: SnapshotDep,
    query: Annotated[str | None, Query(description="a SPARQL query that reads")] = None,
) -> Response:
    """Query by GET. Results as JSON, XML, CSV or TSV by Accept; a page for browsers."""
    if query is None and not request.query_params.keys() - {"lang", "asKnown"}:
        media_type = preferred(accept_of(request), (*GRAPHS, "text/html"))
        return _form(request, snapshot, _example()) if media_type == "text/html" else _describe(request, media_type)
    _refuse_datasets(list(request.query_params))
    return _answer(request, snapshot, query)


@router.post("/sparql", response_class=Response, openapi_extra=_BODY, dependencies=[NoDay])
async def by_post(request: Request, snapshot: SnapshotDep) -> Response:
    """Query by POST: the bare query, or a form with the field `query`."""
    media_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    names, query = list(request.query_params), None
    if media_type == _BARE:
        try:
            query = (await request.body()).decode()
        except UnicodeDecodeError as error:
            raise QueryInvalid("the query is not UTF-8", message_vi="truy vấn không phải UTF-8") from error
    elif media_type == _FORM:
        form = await request.form()
        names += list(form)
        query = next((str(value) for name, value in form.multi_items() if name == "query"), None)
    else:
        raise HTTPException(415, f"{_BARE}, {_FORM}")
    _refuse_datasets(names)
    return await run_in_threadpool(_answer, request, snapshot, query)


def _answer(request: Request, snapshot: Snapshot, query: str | None) -> Response:
    if not query or not query.strip():
        raise QueryInvalid(
            "there is no query",
            message_vi="thiếu câu truy vấn",
            hint="give it as the parameter `query`",
            hint_vi="gửi nó trong tham số `query`",
        )
    accept = accept_of(request)
    media_type = preferred(accept, _OFFERS)
    if media_type is None:
        raise HTTPException(406, ", ".join(_OFFERS))
    if media_type == "text/html":
        return _form(request, snapshot, query, run=True)
    terms = snapshot.sparql().run_terms(query, request.app.state.workspace.settings.limits)
    offers = (*forms_of(terms.form), "text/html")
    media_type = preferred(accept, offers)
    if media_type is None:  # a graph was asked for and a table came, or the other way round
        raise HTTPException(406, ", ".join(offers))
    if media_type == "text/html":
        return _form(request, snapshot, query, run=True)
    headers = {"Mandate-Truncated": "true"} if terms.truncated else None
    return Response(written(terms, media_type), media_type=media_type, headers=headers)


def _form(request: Request, snapshot: Snapshot, query: str, *, run: bool = False) -> HTMLResponse:
    context: dict[str, Any] = {"problem": "", "hint": "", "rows": None, "columns": (), "truncated": False}
    if run:
        context |= _outcome(request, snapshot, query)
    return page(request, snapshot.number, "sparql.html", text=query, **context)


def _outcome(request: Request, snapshot: Snapshot, query: str) -> dict[str, Any]:
    language = language_of(request)
    try:
        rows = snapshot.sparql().run(query, request.app.state.workspace.settings.limits)
    except QueryRefused as error:
        return {"problem": error.message_in(language), "hint": error.hint_in(language)}
    shown = cells(rows, (), snapshot.reader, language, link_query(request))
    return {"rows": shown, "columns": rows.columns, "truncated": rows.truncated or len(rows.rows) > SHOWN}


def _describe(request: Request, media_type: str | None) -> Response:
    """What this endpoint is and gives."""
    if media_type is None:
        raise HTTPException(406, ", ".join((*GRAPHS, "text/html")))
    address = str(request.url.replace(query=""))
    triples = [quad.triple for quad in parse(path=_DESCRIPTION, format=RdfFormat.TURTLE, base_iri=address)]
    return Response(serialize(triples, format=GRAPHS[media_type]), media_type=media_type)


def _refuse_datasets(names: list[str]) -> None:
    """Every query reads the union of all named graphs; another dataset cannot be chosen from outside."""
    for name in names:
        if name in _DATASET or name == "update":
            hint = _ONE_SOURCE if name in _DATASET else _READS
            raise QueryRefused(f"the parameter {name} is not served", message_vi=f"không nhận tham số {name}", **hint)


def _example() -> str:
    return (HERE / "templates" / "example.rq").read_text("utf-8")
