"""The vocabulary over HTTP: the ontology at its own address, the JSON-LD context, and what the graph is.

What one page alone wants is imported with its first request: the server answers the sooner after its start.
"""

from fastapi import APIRouter, Request, Response
from fastapi.responses import HTMLResponse
from pyoxigraph import RdfFormat
from starlette.exceptions import HTTPException

from graph_api.negotiation import accept_of, language_of, preferred
from graph_api.routers.parameters import NoDay, SnapshotDep
from graph_store.ontology_export import ontology_as

router = APIRouter(tags=["vocabulary"])
_FORMATS = {
    "text/turtle": RdfFormat.TURTLE,
    "application/ld+json": RdfFormat.JSON_LD,
    "application/n-triples": RdfFormat.N_TRIPLES,
}
_OFFERS = (*_FORMATS, "text/html")  # the first is what a program gets that names none; browsers name text/html


@router.get("/ontology", response_class=Response)
def read_ontology(request: Request) -> Response:
    """Every class, property and code with its definition: a page, Turtle, JSON-LD or N-Triples, by Accept."""
    media_type = preferred(accept_of(request), _OFFERS)
    if media_type is None:
        raise HTTPException(406, ", ".join(_OFFERS))
    headers = {"Vary": "Accept"}
    if media_type != "text/html":
        return Response(ontology_as(_FORMATS[media_type]), media_type=media_type, headers=headers)
    from graph_api.pages.ontology_view import class_views, code_list_views, property_views

    language = language_of(request)
    views = {"classes": class_views(language), "properties": property_views(language)}
    html = request.app.state.pages.render(request, "ontology.html", lists=code_list_views(language), **views)
    return HTMLResponse(html, headers=headers)


@router.get("/ontology/cypher", include_in_schema=False)
def read_schema(request: Request) -> HTMLResponse:
    """The page for users of Cypher: labels, relationship types and properties with their meaning and examples."""
    from graph_api.pages.schema_view import full_text, key_views, label_views, type_views

    views = {"labels": label_views(), "types": type_views(), "keys": key_views(), "full_text": full_text()}
    return HTMLResponse(request.app.state.pages.render(request, "schema.html", **views))


@router.get("/.well-known/void", response_class=Response, dependencies=[NoDay])
def read_description(snapshot: SnapshotDep) -> Response:
    """What the version is, how much of what it holds and where it can be had: VoID and DCAT, in Turtle."""
    from graph_store.void import describe

    return Response(describe(snapshot.view), media_type="text/turtle")


@router.get("/context.jsonld", response_class=Response)
def read_context() -> Response:
    """The JSON-LD 1.1 context by which documents are written with plain keys: {"kind": "quy-dinh"}."""
    from graph_store.jsonld_context import context_document

    return Response(context_document(), media_type="application/ld+json")
