"""The guard of every route that writes: a key that allows it, or loopback where the operator opened it."""

from collections.abc import Callable, Coroutine
from typing import Annotated, Any
from urllib.parse import urlsplit

from fastapi import Depends, Request, Response
from fastapi.routing import APIRoute
from starlette.concurrency import run_in_threadpool

from graph_api.access import Role, require
from graph_api.routers.parameters import WorkspaceDep
from graph_api.settings import Settings, is_loopback
from graph_api.workspace import Workspace
from ontology.errors import AccessDenied

_PROXY_HEADERS = ("forwarded", "x-forwarded-for", "x-real-ip")


class Writer:
    """A dependency that lets through whoever may write in this role, and gives the name that the work goes under."""

    def __init__(self, role: Role) -> None:
        self._role = role

    async def __call__(self, request: Request, workspace: WorkspaceDep) -> str:
        return await run_in_threadpool(self.admitted, request, workspace)

    def admitted(self, request: Request, workspace: Workspace) -> str:
        """The name. Raises AccessDenied."""
        _refuse_other_origin(request)
        authorization, settings = request.headers.get("authorization"), workspace.settings
        if authorization is None and _open(request, settings):
            return settings.author
        return require(settings.data, authorization, self._role).name


Steward = Annotated[str, Depends(Writer("steward"))]
Admin = Annotated[str, Depends(Writer("admin"))]


class KeyFirst(APIRoute):
    """A route that asks who writes before a byte of the body is read: FastAPI reads and parses it first of all."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        answer = super().get_route_handler()
        writers = [needed.call for needed in self.dependant.dependencies if isinstance(needed.call, Writer)]

        async def handle(request: Request) -> Response:
            for writer in writers:
                await writer(request, request.app.state.workspace)
            return await answer(request)

        return handle


def _open(request: Request, settings: Settings) -> bool:
    """Whether writing is open: the operator said so, and the request comes straight from this machine."""
    client = request.client.host if request.client else ""
    relayed = any(name in request.headers for name in _PROXY_HEADERS)
    return settings.open_writes and settings.on_loopback and is_loopback(client) and not relayed


def _refuse_other_origin(request: Request) -> None:
    """A browser names the page that sends a form; a page of another site may not write here, key or not."""
    origin = request.headers.get("origin")
    if origin is not None and urlsplit(origin).netloc.lower() != request.headers.get("host", "").lower():
        raise AccessDenied(
            "a page of another site may not write here",
            message_vi="trang của nơi khác không được ghi vào đây",
            hint="send the request from this server's own pages, or without an Origin header",
            hint_vi="gửi yêu cầu từ chính các trang của máy chủ này, hoặc không kèm header Origin",
            missing=False,
        )
