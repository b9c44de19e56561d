"""The web pages. They read what the API reads; nothing here writes."""

from datetime import date
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Path, Query, Request, Response
from fastapi.responses import HTMLResponse

from graph_api.negotiation import language_of
from graph_api.pages.chain_view import named, reason_words, steps_of
from graph_api.pages.drawing import draw
from graph_api.pages.entity_view import day_view, facts_of, incoming_of, offices_of, status_of
from graph_api.pages.examples import examples_of
from graph_api.pages.markup import entity_link
from graph_api.pages.site import HERE, Pages, link_query
from graph_api.pages.texts import class_label, text
from graph_api.pages.words import date_words
from graph_api.routers.entities import COLLECTIONS
from graph_api.routers.parameters import DayDep, IriPath, OnlyDayDep, SliceDep, SnapshotDep, WorkspaceDep
from graph_api.workspace import Snapshot
from graph_store.chain_rules import DOWNWARD, UPWARD
from graph_store.chains import DEPTH, trace
from graph_store.entities import Hit, entity
from graph_store.entity_day import EntityDay
from graph_store.names import name_of, position_name
from ontology.identifiers import ID_BASE, split_iri
from queries.catalog import questions

router = APIRouter(include_in_schema=False)
_STATIC = {
    "style.css": "text/css",
    "icon.svg": "image/svg+xml",
    "writing.js": "text/javascript",
    "review.js": "text/javascript",
}
_LONG = 40  # hops of a chain whose quotes are folded away


@router.get("/static/{name}")
def static(name: Annotated[Literal["style.css", "icon.svg", "writing.js", "review.js"], Path()]) -> Response:
    headers = {"Cache-Control": "max-age=3600"}
    return Response((HERE / "static" / name).read_bytes(), media_type=_STATIC[name], headers=headers)


@router.get("/")
def home(request: Request, snapshot: SnapshotDep, workspace: WorkspaceDep, only: OnlyDayDep) -> HTMLResponse:
    """The search box, three examples and the ready questions; at a day, its links lead to what held then."""
    store, language, today = snapshot.view.store, language_of(request), workspace.clock().date()
    examples = snapshot.once(("examples", today, only, language), lambda: examples_of(store, today, language, only))
    empty = next(iter(store), None) is None
    asked = list(questions().values())
    shown = {"empty": empty, "examples": examples, "questions": asked}
    return page(request, snapshot.number, "home.html", **shown, **_only(request, only))


@router.get("/search")
def search(
    request: Request,
    snapshot: SnapshotDep,
    part: SliceDep,
    only: OnlyDayDep,
    q: Annotated[str, Query(max_length=200)] = "",
) -> HTMLResponse:
    """What bears a name; at a day, with links to what held then."""
    hits = snapshot.labels.search(q, None, limit=part.offset + part.limit + 1)
    link = part.next_link(request, snapshot.number, more=len(hits) > part.offset + part.limit)
    query = link_query(request, at=only.isoformat()) if only else link_query(request)
    found = [_hit(request, snapshot, hit, query) for hit in hits[part.offset : part.offset + part.limit]]
    shown = {"query": q, "hits": found, "first": part.offset + 1, "next": link}
    return page(request, snapshot.number, "search.html", **shown, **_only(request, only, q=q))


@router.get("/entity/{type}/{key}")
def show(request: Request, snapshot: SnapshotDep, iri: IriPath, only: OnlyDayDep) -> HTMLResponse:
    """The page of /doc for links that want a page whatever the Accept header says."""
    return entity_page(request, snapshot, iri, only)


def entity_page(request: Request, snapshot: Snapshot, iri: str, only: date | None) -> HTMLResponse:
    """An entity with its statements and their quotes, its offices, and what points at it; at a day, what held then."""
    language, store, reader = language_of(request), snapshot.view.store, snapshot.reader
    query = link_query(request, at=only.isoformat()) if only else link_query(request)
    at = EntityDay(reader, only) if only else None
    found, on_day = entity(store, iri, reader=reader, day=at), at.about(iri) if at else None
    day = only or request.app.state.workspace.clock().date()
    core, (entity_type, key) = reader.thing(iri).core, split_iri(iri)
    collection = next((name for name, type_ in COLLECTIONS.items() if type_ == entity_type), "")
    return page(
        request,
        snapshot.number,
        "entity.html",
        iri=iri,
        path=f"/doc/{entity_type}/{key}",
        path_key=f"{entity_type}/{key}",
        name=position_name(reader, iri, language) if core == "Position" else name_of(reader, iri, language),
        english=found.label_en,
        kind=class_label(found.type, language),
        other_names=found.other_labels,
        core=core,
        status=status_of(reader.thing(iri), reader, day.isoformat(), language, query) if core == "Document" else None,
        up=link_query(request, direction="up", at=day.isoformat()) if core in UPWARD else "",
        down=link_query(request, direction="down", at=day.isoformat()) if core in DOWNWARD else "",
        facts=facts_of(found, reader, language, query),
        incoming=incoming_of(found, reader, language, query),
        offices=offices_of(found, reader, on_day, language, query) if core in ("Person", "Position", "Body") else (),
        on_day=day_view(on_day, reader, language, query) if on_day else None,
        at=only.isoformat() if only else "",
        here=query,
        all_times=f"/doc/{entity_type}/{key}" + link_query(request),
        json=f"/api/v1/{collection}/{key}" if collection else "",
    )


@router.get("/chain/{type}/{key}")
def chain(
    request: Request, snapshot: SnapshotDep, iri: IriPath, day: DayDep, direction: Literal["up", "down"] = "up"
) -> HTMLResponse:
    """A mandate chain drawn and told."""
    language, reader = language_of(request), snapshot.reader
    query = link_query(request, at=day.isoformat()) if request.query_params.get("at") else link_query(request)
    traced = trace(snapshot.reader, iri, direction=direction, at=day, depth=DEPTH)
    names = named(traced, reader, language)
    svg, left_out = draw(traced, names, language, query)
    api = f"/api/v1/mandates/{iri.removeprefix(ID_BASE)}"
    return page(
        request,
        snapshot.number,
        "chain.html",
        title=text(_title(direction, reader.thing(iri).core), language, name=names[iri]),
        long=len(traced.edges) > _LONG,
        name=names[iri],
        entity_link=entity_link(iri) + query,
        action=request.url.path,
        direction=direction,
        at=day.isoformat(),
        day=date_words(day.isoformat(), language),
        steps=steps_of(traced, names, language, query),
        start_reasons=[reason_words(reason, language) for reason in traced.node(iri).broken],
        svg=svg,
        left_out=left_out,
        not_held=traced.left_out,
        truncated=traced.truncated,
        api=api + link_query(request, direction=direction, at=day.isoformat()),
    )


def _title(direction: str, core: str) -> str:
    return "chain-title-office" if (direction, core) == ("up", "Person") else f"chain-title-{direction}"


def page(request: Request, version: int, template: str, **context: Any) -> HTMLResponse:
    """The page as answered from that version."""
    pages: Pages = request.app.state.pages
    return HTMLResponse(pages.render(request, template, version, **context))


def _only(request: Request, only: date | None, **kept: str) -> dict[str, str]:
    """What a page of links tells of the one day that they are for."""
    day = date_words(only.isoformat(), language_of(request)) if only else ""
    return {
        "at": only.isoformat() if only else "",
        "day": day,
        "all_times": request.url.path + link_query(request, **kept),
    }


def _hit(request: Request, snapshot: Snapshot, hit: Hit, query: str) -> dict[str, Any]:
    language = language_of(request)
    thing = snapshot.reader.thing(hit.iri)
    return {
        "label": hit.label or hit.matched,
        "matched": hit.matched,
        "kind": class_label(thing.type, language),
        "link": entity_link(hit.iri) + query,
    }
