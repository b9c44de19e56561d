"""HTTP/1.1 as uvicorn speaks it, with an end to waiting for a request: uvicorn waits for the header without end."""

import asyncio
from typing import Any

import h11
import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

_LATE = b"HTTP/1.1 408 Request Timeout\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"


class ServerConfig(uvicorn.Config):
    """That of uvicorn, with the seconds in which the header of a request must have come."""

    def __init__(self, app: Any, *, request_timeout_s: float, **options: Any) -> None:
        super().__init__(app, http=TimedProtocol, **options)
        self.request_timeout_s = request_timeout_s


class TimedProtocol(H11Protocol):
    """A connection that is closed if no request is being answered when the time is up: with 408 if one had begun.

    The time begins with the connection and anew with the end of each answer. That of bodies is kept by the guard.
    """

    config: ServerConfig
    _late: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn has it
        super().connection_made(transport)
        self._wait()

    def connection_lost(self, exc: Exception | None) -> None:
        self._stop_waiting()
        super().connection_lost(exc)

    def on_response_complete(self) -> None:
        super().on_response_complete()
        self._wait()

    def _wait(self) -> None:
        self._stop_waiting()
        self._late = self.loop.call_later(self.config.request_timeout_s, self._close_if_idle)

    def _stop_waiting(self) -> None:
        if self._late:
            self._late.cancel()

    def _close_if_idle(self) -> None:
        if self.transport.is_closing() or (self.cycle is not None and not self.cycle.response_complete):
            return
        begun = self.conn.their_state is h11.IDLE and bool(self.conn.trailing_data[0])
        if begun:
            self.transport.write(_LATE)
        self.transport.close()
