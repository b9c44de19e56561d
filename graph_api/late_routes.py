"""Routes that are made when a request first wants one: to read and build them all is a third of a server's start."""

from collections.abc import Sequence
from importlib import import_module
from typing import Any

from fastapi import FastAPI
from starlette.routing import BaseRoute, Match, NoMatchFound
from starlette.types import Receive, Scope, Send


class LateRoutes(BaseRoute):
    """Stands behind the routes that are there from the start. What these leave, it makes the others for, and leaves."""

    def __init__(self, app: FastAPI, modules: Sequence[str]) -> None:
        self._app = app
        self._modules = modules

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        return Match.FULL, {}

    def url_path_for(self, name: str, /, **path_params: Any) -> Any:
        raise NoMatchFound(name, path_params)

    async def handle(self, scope: Scope, receive: Receive, send: Send) -> None:
        self.make()
        await self._app.router(scope, receive, send)

    def make(self) -> None:
        """Puts the routers of the modules in this one's place."""
        if self in self._app.router.routes:
            self._app.router.routes.remove(self)
            for module in self._modules:
                self._app.include_router(import_module(module).router)
