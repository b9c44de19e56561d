"""A real server over a real data folder, and a page of a real browser to look at it."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, ConsoleMessage, Page, Request

from graph_api.app import create_app
from graph_api.settings import Settings
from tests.graph_api.world import build


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server over the world of tests/graph_api/world.py."""
    data = tmp_path_factory.mktemp("pages") / "data"
    build(data)
    yield from serve(data)


@pytest.fixture
def empty_server(tmp_path: Path) -> Iterator[str]:
    """The address of a server over a data folder that is not there yet."""
    yield from serve(tmp_path / "data")


def serve(data: Path) -> Iterator[str]:
    config = uvicorn.Config(create_app(Settings(data=data)), port=0, log_level="warning")
    # Named as TCP, so that asyncio sends small answers at once; uvicorn's own bind_socket does not.
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listening.bind(("127.0.0.1", 0))
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
    thread.start()
    yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    server.should_exit = True
    thread.join(timeout=30)
    listening.close()


@pytest.fixture
def page(browser: Browser, server: str) -> Iterator[Page]:
    """A page of its own context on the server, watched."""
    with watched(browser, server) as page:
        yield page


@contextmanager
def watched(browser: Browser, server: str) -> Iterator[Page]:
    """A page on the server. Fails the test if the console complains or anything else is fetched.

    An answer of the API that refuses something is no complaint: the browser notes each on its console.
    """
    context = browser.new_context(base_url=server, locale="vi-VN", viewport={"width": 1100, "height": 800})
    page = context.new_page()
    complaints: list[str] = []

    def note(message: ConsoleMessage) -> None:
        refused = message.text.startswith("Failed to load resource") and "/api/v1/" in message.location["url"]
        complaints.extend([message.text] if message.type in ("error", "warning") and not refused else [])

    def fetched(request: Request) -> None:
        complaints.extend([request.url] if not request.url.startswith(server) else [])

    page.on("console", note)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", fetched)
    yield page
    context.close()
    assert complaints == []
