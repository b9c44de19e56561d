"""The assembly of the HTTP door: `create_app(settings)` and nothing else. Run by `mandate serve`."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import version

from fastapi import FastAPI

from graph_api import problems
from graph_api.guard import Guard
from graph_api.kept_answers import KeptAnswers
from graph_api.pages.site import Pages
from graph_api.resources import ProblemResource
from graph_api.routers import (
    cypher,
    entities,
    export,
    health,
    imports,
    linked_data,
    mandates,
    network,
    page_imports,
    page_questions,
    pages,
    questions,
    reviews,
    search,
    sparql,
    versions,
    vocabulary,
    waivers,
)
from graph_api.settings import Settings
from graph_api.workspace import Workspace

_ROUTERS = (
    health,
    search,
    entities,
    mandates,
    network,
    questions,
    imports,
    reviews,
    waivers,
    versions,
    export,
    sparql,
    cypher,
    linked_data,
    vocabulary,
    pages,
    page_questions,
    page_imports,
)
_PROBLEM = {
    "model": ProblemResource,
    "description": "a problem (RFC 9457)",
    "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/ProblemResource"}}},
}


def create_app(settings: Settings) -> FastAPI:
    """The application over one data folder. Its workspace is opened at once and closed with the server."""
    workspace = Workspace(settings)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        yield
        workspace.close()

    app = FastAPI(
        title="Mandate Graph",
        version=version("mandate-graph"),
        description="On which documents does a body, a position or a person's office rest, on a given day.",
        lifespan=lifespan,
        docs_url=None,  # both pages would fetch scripts from elsewhere
        redoc_url=None,
        responses={"default": _PROBLEM},
    )
    app.state.workspace = workspace
    app.state.pages = Pages()
    problems.install(app)
    app.add_middleware(KeptAnswers, workspace=workspace)
    app.add_middleware(Guard, settings=settings)  # added last, so the first that a request meets
    for module in _ROUTERS:
        app.include_router(module.router)
    return app
