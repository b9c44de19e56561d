"""Single entities with every statement about them and its evidence; documents by number."""

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from graph_api.entity_resources import EntityResource, InForceResource, OnDayResource
from graph_api.resources import DocumentList, HitResource
from graph_api.routers.parameters import DayDep, KeyPath, NoDay, OnlyDayDep, SliceDep, SnapshotDep, link_header
from graph_api.workspace import Snapshot
from graph_store.entities import entity
from graph_store.entity_day import EntityDay
from ontology.dates import read_date
from ontology.identifiers import entity_iri

router = APIRouter(prefix="/api/v1", tags=["entities"])
# Path of the collection -> type of the IRI.
COLLECTIONS = {
    "documents": "document",
    "bodies": "body",
    "body-kinds": "body-kind",
    "positions": "position",
    "people": "person",
    "holdings": "holding",
    "events": "event",
    "places": "place",
    "terms": "term",
    "sources": "source",
}


@router.get("/documents", dependencies=[NoDay])
def list_documents(
    request: Request,
    response: Response,
    snapshot: SnapshotDep,
    part: SliceDep,
    number: Annotated[str, Query(min_length=1, max_length=100, description="as printed: 67-QĐ/TW")],
    date: Annotated[str | None, Query(max_length=10, description="only those issued within: 2022-06-02, 2022")] = None,
) -> DocumentList:
    """The documents that bear a number: serials restart with each term, so that there may be several."""
    kept = snapshot.labels.kept_number(number)
    found = [iri for iri in snapshot.labels.named(kept, "document") if _issued_within(snapshot, iri, date)]
    shown = found[part.offset : part.offset + part.limit]
    link = part.next_link(request, snapshot.number, more=len(found) > part.offset + part.limit)
    response.headers.update(link_header(link))
    reader = snapshot.reader
    items = [
        HitResource(iri=iri, type="document", label=reader.thing(iri).labels.get("vi", ""), matched=kept, exact=True)
        for iri in shown
    ]
    return DocumentList(version=snapshot.number, items=items, next=link)


def _issued_within(snapshot: Snapshot, iri: str, period: str | None) -> bool:
    if not period:
        return True
    thing, wanted = snapshot.reader.thing(iri), read_date(period)
    first, last = thing.first("earliest"), thing.first("latest")
    if not first or not last:
        return False
    return wanted.earliest <= date.fromisoformat(first) and date.fromisoformat(last) <= wanted.latest


def _add_collection(name: str, entity_type: str) -> None:
    summary = f"One {entity_type} with its evidence; at a day, what held then"

    @router.get(f"/{name}/{{key}}", name=f"read_{entity_type}", summary=summary, response_model=EntityResource)
    def read(key: KeyPath, snapshot: SnapshotDep, only: OnlyDayDep, day: DayDep) -> Response:
        reader, iri = snapshot.reader, entity_iri(entity_type, key)
        at = EntityDay(reader, only) if only else None
        found = entity(snapshot.view.store, iri, reader=reader, day=at)
        told = OnDayResource.of(reader, at.about(iri)) if at else None
        body = EntityResource.body(snapshot.number, found, InForceResource.told(reader, iri, day), told)
        return Response(body, media_type="application/json")


for _name, _type in COLLECTIONS.items():
    _add_collection(_name, _type)
