"""Entities by their IRIs: /id redirects to /doc, which answers as a page or as RDF."""

from collections.abc import Iterator
from typing import Annotated

from fastapi import APIRouter, Path, Request, Response
from fastapi.responses import RedirectResponse
from pyoxigraph import BlankNode, NamedNode, RdfFormat, Store, Triple, serialize
from rdflib import RDF
from starlette.exceptions import HTTPException

from graph_api.negotiation import accept_of, preferred
from graph_api.routers.pages import entity_page
from graph_api.routers.parameters import IriPath, OnlyDayDep, SnapshotDep, WorkspaceDep
from graph_store.entity_day import EntityDay
from ontology.errors import NotFound
from ontology.identifiers import ID_BASE, entity_iri
from ontology.terms import ONTOLOGY_BASE, PREFIXES

router = APIRouter(tags=["linked data"])
# The first is what a program gets that names none; browsers name text/html.
_FORMATS = {
    "text/turtle": RdfFormat.TURTLE,
    "application/ld+json": RdfFormat.JSON_LD,
    "application/n-triples": RdfFormat.N_TRIPLES,
}
_ENDINGS = {
    ".ttl": "text/turtle",
    ".jsonld": "application/ld+json",
    ".nt": "application/n-triples",
    ".html": "text/html",
}
_SUBJECT, _PREDICATE, _OBJECT = (NamedNode(str(p)) for p in (RDF.subject, RDF.predicate, RDF.object))


@router.get("/id/{type}/{key}", status_code=303, response_class=RedirectResponse)
def redirect(iri: IriPath, request: Request, snapshot: SnapshotDep, workspace: WorkspaceDep) -> RedirectResponse:
    """303 to what can be said of the entity; 308 to the identifier of whom a steward judged it to be."""
    query = f"?{request.url.query}" if request.url.query else ""
    if not _is_there(snapshot.view.store, iri):
        stayed = workspace.judgements.current().stands_for(iri)
        _require(snapshot.view.store, stayed or iri)
        return RedirectResponse(f"/id/{(stayed or iri).removeprefix(ID_BASE)}{query}", 308)
    path = request.url.path.removeprefix("/id")
    return RedirectResponse(f"/doc{path}{query}", 303, {"Vary": "Accept"})


@router.get("/doc/{type}/{key}", response_class=Response)
def describe(
    request: Request,
    snapshot: SnapshotDep,
    only: OnlyDayDep,
    entity_type: Annotated[str, Path(alias="type", max_length=40)],
    key: Annotated[str, Path(max_length=210)],
) -> Response:
    """The entity as a page, Turtle, JSON-LD or N-Triples, by Accept or by the ending .html .ttl .jsonld .nt.

    At a day, RDF has the statements that hold then, also those that only possibly do.
    """
    ending = next((e for e in _ENDINGS if key.endswith(e)), "")
    iri = entity_iri(entity_type, key.removesuffix(ending))
    media_type = _ENDINGS.get(ending) or preferred(accept_of(request), (*_FORMATS, "text/html"))
    if media_type is None:
        raise HTTPException(406, ", ".join((*_FORMATS, "text/html")))
    _require(snapshot.view.store, iri)
    if media_type == "text/html":
        return entity_page(request, snapshot, iri, only)
    triples = _description(snapshot.view.store, iri, EntityDay(snapshot.reader, only) if only else None)
    content = serialize(triples, format=_FORMATS[media_type], prefixes=PREFIXES)
    return Response(content, media_type=media_type)


def _is_there(store: Store, iri: str) -> bool:
    return next(store.quads_for_pattern(NamedNode(iri), None, None, None), None) is not None


def _require(store: Store, iri: str) -> None:
    if not _is_there(store, iri):
        raise NotFound(
            f"nothing bears the identifier {iri}",
            message_vi=f"không có gì mang mã {iri}",
            hint="/api/v1/search?q= finds entities by name",
            hint_vi="/api/v1/search?q= tìm đối tượng theo tên",
        )


def _description(store: Store, iri: str, day: EntityDay | None) -> Iterator[Triple]:
    """The statements about an entity and the evidence that supports them, each once and in order."""
    entity = NamedNode(iri)
    told = _triples(store, entity)
    kept = [triple for triple in told if day is None or _holds(day, triple)]
    yield from kept
    stated = {(t.predicate, t.object) for t in kept}
    evidence = {q.subject for q in store.quads_for_pattern(None, _SUBJECT, entity, None)}
    for node in sorted(evidence, key=str):
        about = _triples(store, node)
        values = {t.predicate: t.object for t in about}
        if day is None or (values.get(_PREDICATE), values.get(_OBJECT)) in stated:
            yield from about


def _triples(store: Store, subject: NamedNode | BlankNode | Triple) -> list[Triple]:
    quads = store.quads_for_pattern(subject, None, None, None)
    return sorted({Triple(q.subject, q.predicate, q.object) for q in quads}, key=str)


def _holds(day: EntityDay, triple: Triple) -> bool:
    """Whether a statement about an entity holds on the day; names, numbers and dates do."""
    subject, predicate, value = triple.subject, triple.predicate, triple.object
    if not isinstance(subject, NamedNode) or not isinstance(value, NamedNode) or not value.value.startswith(ID_BASE):
        return True
    return day.holds(subject.value, predicate.value.removeprefix(ONTOLOGY_BASE), value.value) is not None
