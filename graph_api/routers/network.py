"""What rests on what, as a network: weight, circles, gaps, ways, and what stands around a thing."""

from dataclasses import asdict
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Query, Request, Response

from graph_api.network_resources import CircleList, GapList, GapResource, HopResource, WayResource, WeightList
from graph_api.pages.picture import MEDIA, picture
from graph_api.resources import ChainResource
from graph_api.routers.parameters import (
    DayDep,
    IriPath,
    LanguageDep,
    OnlyDayDep,
    SliceDep,
    SnapshotDep,
    link_header,
)
from graph_api.workspace import Snapshot
from graph_store.chain_model import Chain
from graph_store.network import MISSING, Network, circles, explanation, gaps, resting, weights
from graph_store.network_view import around, way
from ontology.errors import InvalidIdentifier
from ontology.identifiers import entity_iri

router = APIRouter(prefix="/api/v1/network", tags=["network"])
_DEEPEST = 12
Format = Annotated[
    Literal["json", "mermaid", "svg", "graphml", "gexf", "node-link"],
    Query(description="node-link is what networkx reads"),
]
End = Annotated[str, Query(min_length=1, max_length=300, description="type/key, an IRI, a number or a name")]


def network_dep(snapshot: SnapshotDep, at: OnlyDayDep) -> Network:
    """The network at the day, kept for the days that were asked for last; that of all times is built once."""
    store = snapshot.view.store
    if at is None:
        return snapshot.once("network", lambda: resting(store))
    return snapshot.recent.get(("network", at), lambda: resting(store, at))


NetworkDep = Annotated[Network, Depends(network_dep)]


@router.get("/weight")
def read_weight(
    network: NetworkDep,
    snapshot: SnapshotDep,
    language: LanguageDep,
    of: Literal["document", "body"] = "document",
    limit: Annotated[int, Query(ge=1, le=1_000)] = 20,
) -> WeightList:
    """The documents or bodies on which most rests, directly or over others, the heaviest first."""
    found = weights(network, of.capitalize(), language, limit)
    return WeightList.model_validate({"version": snapshot.number, "items": [asdict(weight) for weight in found]})


@router.get("/circles")
def read_circles(network: NetworkDep, snapshot: SnapshotDep, language: LanguageDep) -> CircleList:
    """Legal bases that lead back to where they began: each is a misreading or a mistake."""
    found = [[HopResource.of(hop) for hop in circle] for circle in circles(network, language)]
    return CircleList(version=snapshot.number, items=found)


@router.get("/gaps")
def read_gaps(
    request: Request,
    response: Response,
    network: NetworkDep,
    snapshot: SnapshotDep,
    language: LanguageDep,
    part: SliceDep,
) -> GapList:
    """Bodies, kinds, posts and offices from which no way leads to a document, each with what is missing."""
    found = gaps(network, language)
    link = part.next_link(request, snapshot.number, more=len(found) > part.offset + part.limit)
    response.headers.update(link_header(link))
    shown = [GapResource.of(gap) for gap in found[part.offset : part.offset + part.limit]]
    counted: dict[str, int] = {why: sum(gap.why == why for gap in found) for why in MISSING}
    return GapList(version=snapshot.number, total=len(found), missing=counted, items=shown, next=link)


@router.get("/path", response_model=WayResource)
def read_path(
    network: NetworkDep,
    snapshot: SnapshotDep,
    day: DayDep,
    language: LanguageDep,
    start: Annotated[End, Query(alias="from")],
    end: Annotated[End, Query(alias="to")],
    format: Format = "json",
) -> Any:
    """The shortest way between two things, in either direction, each hop with the words of a source."""
    ends = _meant(snapshot, start), _meant(snapshot, end)
    if format != "json":
        return _picture(network, way(network, *ends, day), format, language)
    hops = [HopResource.of(hop) for hop in explanation(network, *ends, language)]
    return WayResource(version=snapshot.number, start=ends[0], end=ends[1], hops=hops)


@router.get("/around/{type}/{key}", response_model=ChainResource)
def read_around(
    iri: IriPath,
    network: NetworkDep,
    snapshot: SnapshotDep,
    day: DayDep,
    language: LanguageDep,
    depth: Annotated[int, Query(ge=1, le=_DEEPEST, description="hops")] = 2,
    format: Format = "json",
) -> Any:
    """What stands within so many hops of a thing, in either direction; broken hops with the reason."""
    chain = around(network, iri, depth, day)
    if format == "json":
        return Response(ChainResource.body(snapshot.number, chain), media_type="application/json")
    return _picture(network, chain, format, language)


def _picture(network: Network, chain: Chain, format: Any, language: Any) -> Response:
    return Response(picture(chain, network.reader, format, language), media_type=MEDIA[format])


def _meant(snapshot: Snapshot, text: str) -> str:
    """The IRI of the thing that the text names, without its provision."""
    kind, slash, key = text.partition("#")[0].partition("/")
    if slash and "/" not in key:
        try:
            return entity_iri(kind, key)
        except InvalidIdentifier:  # a document number has a slash as well
            pass
    return snapshot.labels.resolve(text).partition("#")[0]
