"""Finding entities by name, with or without tone marks, and documents by number."""

from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request, Response

from graph_api.resources import HitList, HitResource
from graph_api.routers.parameters import NoDay, SliceDep, SnapshotDep, link_header
from graph_store.entities import Hit

router = APIRouter(prefix="/api/v1", tags=["search"])
SearchText = Annotated[str, Query(min_length=1, max_length=200, description="a name or number, with or without marks")]
EntityType = Literal["document", "body", "body-kind", "event", "place", "term", "position", "person", "source"]


@router.get("/search", dependencies=[NoDay])
def search(
    request: Request,
    response: Response,
    snapshot: SnapshotDep,
    part: SliceDep,
    q: SearchText,
    type: EntityType | None = None,
) -> HitList:
    """Entities whose names hold all the words; names that equal the text, marks included, come first."""
    hits = snapshot.labels.search(q, type, limit=part.offset + part.limit + 1)
    link = part.next_link(request, snapshot.number, more=len(hits) > part.offset + part.limit)
    response.headers.update(link_header(link))
    shown = hits[part.offset : part.offset + part.limit]
    return HitList(version=snapshot.number, items=[_hit(hit) for hit in shown], next=link)


def _hit(hit: Hit) -> HitResource:
    return HitResource(iri=hit.iri, type=hit.type, label=hit.label, matched=hit.matched, exact=hit.exact)
