"""The assembly of the HTTP door: `create_app(settings)` and nothing else. Run by `mandate serve`."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import version
from typing import Any

from fastapi import Depends, FastAPI

from graph_api import problems, routers
from graph_api.guard import Guard
from graph_api.kept_answers import KeptAnswers
from graph_api.late_routes import LateRoutes
from graph_api.pages.site import Pages
from graph_api.resources import ProblemResource
from graph_api.routers import health, mandates
from graph_api.routers.known_parameters import known_parameters
from graph_api.settings import Settings
from graph_api.workspace import Workspace

_ROUTERS = (health, mandates)  # there from the start: whether it lives, and why
_LATER = (
    "search",
    "entities",
    "network",
    "questions",
    "imports",
    "reviews",
    "waivers",
    "versions",
    "export",
    "sparql",
    "cypher",
    "linked_data",
    "vocabulary",
    "pages",
    "page_questions",
    "page_imports",
)
_PROBLEM = {
    "model": ProblemResource,
    "description": "a problem (RFC 9457)",
    "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/ProblemResource"}}},
}


class Application(FastAPI):
    """All routes are made for a description of them."""

    def openapi(self) -> dict[str, Any]:
        self.state.late_routes.make()
        return super().openapi()


def create_app(settings: Settings) -> FastAPI:
    """The application over one data folder. Its workspace is opened at once and closed with the server."""
    workspace = Workspace(settings)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        yield
        workspace.close()

    app = Application(
        title="Mandate Graph",
        version=version("mandate-graph"),
        description="On which documents does a body, a position or a person's office rest, on a given day.",
        lifespan=lifespan,
        docs_url=None,  # both pages would fetch scripts from elsewhere
        redoc_url=None,
        responses={"default": _PROBLEM},
        dependencies=[Depends(known_parameters)],
    )
    app.state.workspace = workspace
    app.state.pages = Pages()
    problems.install(app)
    app.add_middleware(KeptAnswers, workspace=workspace)
    app.add_middleware(Guard, settings=settings)  # added last, so the first that a request meets
    for module in _ROUTERS:
        app.include_router(module.router)
    app.state.late_routes = LateRoutes(app, [f"{routers.__name__}.{name}" for name in _LATER])
    app.router.routes.append(app.state.late_routes)
    return app
