"""Whether the process lives, and whether it has a graph to answer from."""

from fastapi import APIRouter

from graph_api.resources import Health, Readiness
from graph_api.routers.parameters import WorkspaceDep

router = APIRouter(tags=["health"])


@router.get("/healthz")
async def healthz() -> Health:
    """The process lives."""
    return Health(status="ok")


@router.get("/readyz")
def readyz(workspace: WorkspaceDep) -> Readiness:
    """The newest version can be read; an empty graph is ready too. 503 if the data folder is damaged."""
    with workspace.reading() as snapshot:
        manifest = snapshot.view.manifest
        return Readiness(status="ready", version=snapshot.number, quads=manifest.quads if manifest else 0)
