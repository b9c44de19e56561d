"""What every request passes before a router sees it, and what every answer bears: host and size checks, headers.

Plain ASGI, so that bodies are counted as they come and nothing is read twice. Writing is guarded in routers/writing.py.
"""

import asyncio
import time
from collections.abc import Mapping

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from graph_api.negotiation import language_of
from graph_api.problems import Refusal, respond, unexpected
from graph_api.settings import Settings

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


_LEAST_S = 0.05  # in which what has come already is taken
_BYTES_PER_S = 1_000  # for which a body may take a second more

_OTHER_HOST = Refusal(
    421,
    "misdirected request",
    vi=("máy chủ này không trả lời dưới tên Host đó", "xem --host và MANDATE_ALLOWED_HOSTS"),
    en=("this server does not answer to that Host", "see --host and MANDATE_ALLOWED_HOSTS"),
)
_LONG_TARGET = Refusal(
    414,
    "uri too long",
    vi=("địa chỉ quá dài", "gửi truy vấn dài bằng POST"),
    en=("the address is too long", "send long queries by POST"),
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
        await self._guarded(
            scope, _Body(receive, self._body_limit(scope["path"]), self._settings.request_timeout_s), sending
        )

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

    def _refusal(self, scope: Scope) -> Refusal | None:
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


class _Body:
    """`receive`, until more bytes of body have come than may, or they have come too slowly.

    What counts is the time in which they were waited for: a sender that gives a byte now and then holds a place that
    others want. After the body it waits without end, for the client to go.
    """

    def __init__(self, receive: Receive, limit: int, patience_s: float) -> None:
        self._receive = receive
        self._limit = limit
        self._patience_s = patience_s
        self._taken = 0
        self._waited_s = 0.0
        self._ended = False

    async def __call__(self) -> Message:
        if self._ended:
            return await self._receive()
        began = time.monotonic()
        allowed_s = self._patience_s + self._taken / _BYTES_PER_S
        try:
            async with asyncio.timeout(max(allowed_s - self._waited_s, _LEAST_S)):
                message = await self._receive()
        except TimeoutError as error:
            raise _too_slow(allowed_s) from error
        self._waited_s += time.monotonic() - began
        self._taken += len(message.get("body", b""))
        self._ended = not message.get("more_body", False)
        if self._taken > self._limit:
            raise _too_large(self._limit)
        return message


def _with_headers(scope: Scope, send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            validators = scope["state"].get("validators", {}) if message["status"] in (200, 304) else {}
            there = {name for name, _ in message["headers"]}
            more = (*_ENCODED, *((n.lower().encode("latin-1"), v.encode("latin-1")) for n, v in validators.items()))
            message["headers"] = [*message["headers"], *(header for header in more if header[0] not in there)]
        await send(message)

    return sending


def _too_large(limit: int) -> Refusal:
    vi, en = f"phần thân dài hơn {limit:,} byte", f"the body has more than {limit:,} bytes"
    named = "MANDATE_UPLOAD_BYTES, MANDATE_QUERY_BYTES"
    vi_hint, en_hint = f"gửi ít hơn mỗi lần; xem {named}", f"send less at a time; see {named}"
    return Refusal(413, "content too large", vi=(vi, vi_hint), en=(en, en_hint))


def _too_slow(waited_s: float) -> Refusal:
    """The connection is closed: what still comes of the body is not read."""
    return Refusal(
        408,
        "request timeout",
        vi=(f"phần thân đến quá chậm: đã chờ {waited_s:.0f} giây", "gửi lại; xem MANDATE_REQUEST_TIMEOUT_S"),
        en=(f"the body came too slowly: {waited_s:.0f} s were waited", "send it again; see MANDATE_REQUEST_TIMEOUT_S"),
        headers={"Connection": "close"},
    )


def _host_name(host: str) -> str:
    """The Host header without its port: "[::1]:8000" -> "[::1]"."""
    if host.startswith("["):
        return host.partition("]")[0] + "]"
    return host.rpartition(":")[0] if ":" in host else host
