"""Published versions: the log, what differs between two, and going back to an older one."""

from typing import Annotated

from fastapi import APIRouter, Body, Path, Request, Response

from graph_api.import_resources import ChangeResource, VersionList, VersionResource
from graph_api.routers.parameters import SliceDep, WorkspaceDep, link_header
from graph_api.routers.writing import Admin, KeyFirst

router = APIRouter(prefix="/api/v1/versions", tags=["versions"], route_class=KeyFirst)
Number = Annotated[int, Path(ge=0, le=10**9)]


@router.get("")
def list_versions(request: Request, response: Response, workspace: WorkspaceDep, part: SliceDep) -> VersionList:
    """All versions, newest first."""
    manifests = sorted(workspace.versions.log(), key=lambda manifest: -manifest.number)
    shown = manifests[part.offset : part.offset + part.limit]
    link = part.next_link(request, None, more=len(manifests) > part.offset + part.limit)
    response.headers.update(link_header(link))
    return VersionList(items=[VersionResource.of(manifest) for manifest in shown], next=link)


@router.get("/{a}/diff/{b}")
def read_diff(a: Number, b: Number, workspace: WorkspaceDep, net: bool = False) -> ChangeResource:
    """What must be added to and removed from version `a` to get version `b`; with `net` only facts that come and go."""
    return ChangeResource.of(workspace.versions.diff(a, b), net=net)


@router.post("/{number}/rollback")
def roll_back(
    author: Admin,
    number: Number,
    workspace: WorkspaceDep,
    note: Annotated[str, Body(embed=True, max_length=500)] = "",
) -> VersionResource:
    """Publishes a new version equal to an old one; nothing is lost."""
    at = workspace.clock().isoformat()
    manifest = workspace.versions.rollback(number, author=author, at=at, note=note)
    return VersionResource.of(manifest)
