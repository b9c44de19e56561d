"""What comes late or not at all, on a real server: the key is asked for before the body, and nobody is waited for long.

Each request opens a connection and then sends nothing, or a byte now and then.
"""

import json
import socket
import threading
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
import uvicorn

from graph_api.access import create_key
from graph_api.app import create_app
from graph_api.http_protocol import ServerConfig
from graph_api.settings import Settings

Address = tuple[str, int]
_PATIENCE_S = 0.6
_MULTIPART = "multipart/form-data; boundary=" + "-" * 60
WRITES = [
    ("/api/v1/imports", _MULTIPART),
    ("/api/v1/imports/preview", _MULTIPART),
    ("/api/v1/imports/any/publish", "application/json"),
    ("/api/v1/imports/any/decisions", "application/json"),
    ("/api/v1/judgements", "application/json"),
    ("/api/v1/judgements/undo", "application/json"),
    ("/api/v1/waivers", "application/json"),
    ("/api/v1/waivers/import", "text/csv"),
    ("/api/v1/waivers/withdraw", "application/json"),
    ("/api/v1/versions/1/rollback", "application/json"),
]


@pytest.fixture(scope="module")
def patience() -> float:
    return _PATIENCE_S


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("slow") / "data"


@pytest.fixture(scope="module")
def address(folder: Path, patience: float) -> Iterator[Address]:
    settings = Settings(data=folder, request_timeout_s=patience)
    config = ServerConfig(create_app(settings), request_timeout_s=patience, log_level="critical")
    listening = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
    thread.start()
    yield listening.getsockname()
    server.should_exit = True
    thread.join(timeout=30)
    listening.close()


def exchanged(address: Address, begun: bytes, drip: bytes = b"") -> bytes:
    """All that the server answers until it closes, to what is begun and then goes on drop by drop."""
    with socket.create_connection(address, timeout=30) as connection:
        connection.sendall(begun)
        connection.settimeout(0.1)
        received, until = b"", time.monotonic() + 30
        while time.monotonic() < until:
            try:
                if drip:
                    connection.sendall(drip)
                piece = connection.recv(65_536)
            except TimeoutError:
                continue
            except OSError:  # closed while a drop was under way
                return received
            if not piece:
                return received
            received += piece
    raise AssertionError("the server waits on")


def post(path: str, media_type: str, length: int = 500, headers: Mapping[str, str] = MappingProxyType({})) -> bytes:
    more = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    named = f"Host: localhost\r\nContent-Type: {media_type}\r\nContent-Length: {length}\r\n{more}"
    return f"POST {path} HTTP/1.1\r\n{named}\r\n".encode()


def told(answer: bytes) -> tuple[int, Any]:
    head, _, body = answer.partition(b"\r\n\r\n")
    return int(head.split()[1]), json.loads(body)


@pytest.mark.parametrize(("path", "media_type"), WRITES)
def test_without_a_key_no_byte_of_the_body_is_waited_for(address: Address, path: str, media_type: str) -> None:
    status, problem = told(exchanged(address, post(path, media_type)))
    assert status == 401 and "khóa API" in problem["detail"]


def test_every_route_that_writes_is_among_those(address: Address, folder: Path) -> None:
    described = create_app(Settings(data=folder)).openapi()["paths"]
    reading = {"/cypher", "/sparql"}
    writing = [path for path, methods in described.items() if "post" in methods and path not in reading]
    assert len(writing) == len(WRITES) + 1  # discard has no body


@pytest.mark.parametrize("drip", [b"", b"-"])  # a boundary of many is as far as a body of these gets
@pytest.mark.parametrize(("path", "media_type"), [*WRITES, ("/cypher", "application/json")])
def test_a_body_that_does_not_come_is_given_up_and_told(
    address: Address, folder: Path, path: str, media_type: str, drip: bytes
) -> None:
    key = {"Authorization": f"Bearer {create_key(folder, 'admin', f'{path}{drip!r}')}", "Accept-Language": "en"}
    status, problem = told(exchanged(address, post(path, media_type, headers=key), drip))
    assert status == 408 and problem["detail"].startswith("the body came too slowly")


@pytest.mark.parametrize("begun", [b"", b"GET /healthz HTTP/1.1\r\nHost: local"])
def test_a_header_that_does_not_come_is_given_up(address: Address, begun: bytes) -> None:
    assert exchanged(address, begun).startswith(b"HTTP/1.1 408 " if begun else b"")


def test_nor_is_one_that_comes_drop_by_drop_after_an_answer(address: Address) -> None:
    answer = exchanged(address, b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\nGET /healthz HTTP/1.1\r\nX: ", b"x")
    assert answer.startswith(b"HTTP/1.1 200 OK") and b"HTTP/1.1 408 " in answer


def test_a_body_that_is_too_large_by_its_own_word_is_refused_unread(address: Address) -> None:
    status, problem = told(exchanged(address, post("/cypher", "application/json", 10**9)))
    assert status == 413 and problem["hint"]


def test_a_body_in_pieces_that_keeps_coming_is_taken(address: Address, patience: float) -> None:
    """Longer than the patience in all, but each second brings more than a second's worth."""
    with socket.create_connection(address, timeout=30) as connection:
        connection.sendall(post("/sparql", "application/sparql-query", 40_000))
        for _ in range(20):
            connection.sendall(b"#" * 2_000)
            time.sleep(patience / 10)
        assert connection.recv(65_536).startswith(b"HTTP/1.1 400 Bad Request")  # a comment is no query
