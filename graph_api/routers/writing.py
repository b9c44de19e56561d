"""The guard of every route that writes: a key that allows it, or loopback where the operator opened it."""

from typing import Annotated, Any
from urllib.parse import urlsplit

from fastapi import Depends, Request

from graph_api.access import Role, require
from graph_api.routers.parameters import WorkspaceDep
from graph_api.settings import Settings, is_loopback
from ontology.errors import AccessDenied

_PROXY_HEADERS = ("forwarded", "x-forwarded-for", "x-real-ip")


def writer(role: Role) -> Any:
    """A dependency that lets through whoever may write in this role, and gives the name that the work goes under."""

    def check(request: Request, workspace: WorkspaceDep) -> str:
        _refuse_other_origin(request)
        authorization, settings = request.headers.get("authorization"), workspace.settings
        if authorization is None and _open(request, settings):
            return settings.author
        return require(settings.data, authorization, role).name

    return Depends(check)


Steward = Annotated[str, writer("steward")]
Admin = Annotated[str, writer("admin")]


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
