"""What every request passes before a router sees it, and what every answer bears: host and size checks, headers.

Plain ASGI, so that bodies are counted as they come and nothing is read twice. Writing is guarded in routers/writing.py.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from graph_api.negotiation import language_of
from graph_api.problems import Problem, respond, unexpected
from graph_api.settings import Settings
from ontology.language import Language

SECURITY_HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
_ENCODED = tuple((name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in SECURITY_HEADERS.items())
_LONGEST_TARGET = 16_384  # bytes of path and query string; a query by GET must fit
_UPLOADS = ("/api/v1/imports", "/api/v1/imports/preview", "/api/v1/waivers/import")
_SMALL_BODY = 65_536  # bytes of forms that are no query and no upload


@dataclass(frozen=True, slots=True)
class _Refusal:
    """A request that no router sees; `vi` and `en` are what is wrong and what to do."""

    status: int
    title: str
    vi: tuple[str, str]
    en: tuple[str, str]

    def problem(self, language: Language) -> Problem:
        detail, hint = self.vi if language == "vi" else self.en
        return Problem("about:blank", self.title, self.status, detail, hint, {})


_OTHER_HOST = _Refusal(
    421,
    "misdirected request",
    ("máy chủ này không trả lời dưới tên Host đó", "xem --host và MANDATE_ALLOWED_HOSTS"),
    ("this server does not answer to that Host", "see --host and MANDATE_ALLOWED_HOSTS"),
)
_LONG_TARGET = _Refusal(
    414,
    "uri too long",
    ("địa chỉ quá dài", "gửi truy vấn dài bằng POST"),
    ("the address is too long", "send long queries by POST"),
)


class Guard:
    """Refuses requests for other hosts and bodies that are too large; adds the security headers and the ETag."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app = app
        self._settings = settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        scope.setdefault("state", {})
        if scope["method"] == "HEAD":  # answered as GET; the server leaves the body out
            scope = {**scope, "method": "GET"}
        sending = _with_headers(scope, send)
        refusal = self._refusal(scope)
        if refusal:
            request = Request(scope)
            await respond(request, refusal.problem(language_of(request)))(scope, receive, sending)
            return
        await self._guarded(scope, _counted(receive, self._body_limit(scope["path"])), sending)

    async def _guarded(self, scope: Scope, receive: Receive, send: Send) -> None:
        started = False

        async def noting(message: Message) -> None:
            nonlocal started
            started = started or message["type"] == "http.response.start"
            await send(message)

        try:
            await self._app(scope, receive, noting)
        except Exception as error:  # the last handler: nothing of the inside reaches the client
            if started:
                raise
            await unexpected(Request(scope), error)(scope, receive, send)

    def _refusal(self, scope: Scope) -> "_Refusal | None":
        headers = Headers(scope=scope)
        if not self._settings.answers_to(_host_name(headers.get("host", ""))):
            return _OTHER_HOST
        if len(scope["path"]) + len(scope["query_string"]) > _LONGEST_TARGET:
            return _LONG_TARGET
        length = headers.get("content-length", "0")
        if length.isdigit() and int(length) > self._body_limit(scope["path"]):
            return _too_large(self._body_limit(scope["path"]))
        return None

    def _body_limit(self, path: str) -> int:
        if path in _UPLOADS:
            return self._settings.upload_bytes
        # A form writes a letter with marks in up to nine bytes.
        return max(_SMALL_BODY, 9 * self._settings.query_bytes)


def _counted(receive: Receive, limit: int) -> Receive:
    """`receive`, until more than `limit` bytes of body have come."""
    taken = 0

    async def counting() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > limit:
            raise HTTPException(413, _too_large(limit).en[0])
        return message

    return counting


def _with_headers(scope: Scope, send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            validators = scope["state"].get("validators", {}) if message["status"] in (200, 304) else {}
            there = {name for name, _ in message["headers"]}
            more = (*_ENCODED, *((n.lower().encode("latin-1"), v.encode("latin-1")) for n, v in validators.items()))
            message["headers"] = [*message["headers"], *(header for header in more if header[0] not in there)]
        await send(message)

    return sending


def _too_large(limit: int) -> _Refusal:
    vi, en = f"phần thân dài hơn {limit:,} byte", f"the body has more than {limit:,} bytes"
    return _Refusal(413, "content too large", (vi, ""), (en, ""))


def _host_name(host: str) -> str:
    """The Host header without its port: "[::1]:8000" -> "[::1]"."""
    if host.startswith("["):
        return host.partition("]")[0] + "]"
    return host.rpartition(":")[0] if ":" in host else host
