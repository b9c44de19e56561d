"""Answers to reads, kept in memory: a version does not change, so neither does what it answers.

Plain ASGI, inside the guard. Kept is what bears the validators that routers/parameters.py sets for a version: no
errors, no imports, no health, nothing that a Neo4j server answered.
"""

from collections import OrderedDict
from collections.abc import Hashable, Mapping
from dataclasses import dataclass

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from graph_api.negotiation import names_etag
from graph_api.workspace import Workspace
from ontology.errors import MandateGraphError

_LARGEST = 1_000_000  # bytes of one answer
_ROOM = 64_000_000  # bytes of all
_OVERHEAD = 2_000  # bytes that an entry takes besides its body
_DECIDING = (b"accept", b"accept-language")


@dataclass(frozen=True, slots=True)
class _Answer:
    headers: list[tuple[bytes, bytes]]
    validators: Mapping[str, str]
    body: bytes


class KeptAnswers:
    """Gives the same bytes again as long as the newest version and the day are the same."""

    def __init__(self, app: ASGIApp, workspace: Workspace) -> None:
        self._app = app
        self._workspace = workspace
        self._kept: OrderedDict[Hashable, _Answer] = OrderedDict()  # what was asked last stands last
        self._room = _ROOM

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        key = self._key(scope)
        if key is None:
            await self._app(scope, receive, send)
        elif key in self._kept:
            self._kept.move_to_end(key)
            await _give(self._kept[key], scope, send)
        else:
            taking = _Taking(scope, send)
            await self._app(scope, receive, taking)
            self._keep(key, taking.answer())

    def _key(self, scope: Scope) -> Hashable | None:
        """All that an answer depends on; None for what is not kept."""
        if scope["type"] != "http" or scope["method"] != "GET":
            return None
        try:
            number = self._workspace.versions.current_number()
        except MandateGraphError:
            return None  # the router tells what is wrong
        deciding = [value for name, value in scope["headers"] if name in _DECIDING]
        return number, self._workspace.clock().date(), scope["path"], scope["query_string"], *deciding

    def _keep(self, key: Hashable, answer: _Answer | None) -> None:
        if answer is None or key in self._kept:
            return
        self._kept[key] = answer
        self._room -= len(answer.body) + _OVERHEAD
        while self._room < 0:
            self._room += len(self._kept.popitem(last=False)[1].body) + _OVERHEAD


class _Taking:
    """Hands an answer on and takes a copy."""

    def __init__(self, scope: Scope, send: Send) -> None:
        self._scope = scope
        self._send = send
        self._start: Message | None = None
        self._body: list[bytes] = []
        self._size = 0
        self._ended = False

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self._start = message
        elif message["type"] == "http.response.body":
            self._size += len(message.get("body", b""))
            if self._size <= _LARGEST:
                self._body.append(message.get("body", b""))
            self._ended = not message.get("more_body", False)
        await self._send(message)

    def answer(self) -> _Answer | None:
        """The copy, if it is whole, not too large, and one of a version."""
        validators = self._scope.get("state", {}).get("validators")
        if not self._start or self._start["status"] != 200 or not validators:
            return None
        if not self._ended or self._size > _LARGEST:
            return None
        return _Answer(list(self._start["headers"]), validators, b"".join(self._body))


async def _give(answer: _Answer, scope: Scope, send: Send) -> None:
    scope.setdefault("state", {})["validators"] = answer.validators
    known = next((value.decode("latin-1") for name, value in scope["headers"] if name == b"if-none-match"), "")
    if names_etag(known, answer.validators.get("ETag", "")):
        await send({"type": "http.response.start", "status": 304, "headers": []})
        await send({"type": "http.response.body", "body": b""})
        return
    await send({"type": "http.response.start", "status": 200, "headers": list(answer.headers)})
    await send({"type": "http.response.body", "body": answer.body})
