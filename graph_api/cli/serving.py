"""Commands that serve: demo, serve."""

import errno
import gc
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from graph_api.cli import Terminated
from graph_api.cli.errors import tell
from graph_api.cli.options import DEFAULT_DATA, Data, add, settings_of
from graph_api.cli.output import progress_bar
from ontology.errors import StoreUnavailable

if TYPE_CHECKING:
    import uvicorn
    from fastapi import FastAPI

    from graph_api.settings import Settings

app = typer.Typer(rich_markup_mode=None)
_WAITING = 2048  # connections that wait to be accepted
Port = Annotated[
    int | None, typer.Option("--port", min=0, max=65_535, help="8000, or MANDATE_PORT; 0 takes a free one.")
]
Host = Annotated[str | None, typer.Option("--host", help="The address to listen on: 127.0.0.1, or MANDATE_HOST.")]
Access = Annotated[bool, typer.Option("--access-log", help="Log every request.")]


@add(app, "demo", "mandate demo", "mandate demo --no-serve --data /tmp/try")
def demo(
    data: Data = DEFAULT_DATA,
    serve_it: Annotated[bool, typer.Option("--serve/--no-serve", help="Serve it, too.")] = True,
    port: Port = None,
) -> None:
    """Build the bundled graph, say what to try, and serve it.

    A data folder that has versions of its own is left as it is and served.
    """
    from graph_api.cli.demonstration import build, what_to_try

    settings = settings_of(data, **_given(port=port))
    listener = listen(settings.host, settings.port) if serve_it else None
    with progress_bar("demo") as progress:
        build(settings, progress)
    for line in what_to_try(data):
        print(line)
    if listener:
        _serve(settings, listener, workers=1, access_log=False)


@add(app, "serve", "mandate serve", "mandate serve --host 0.0.0.0 --port 8080 --workers 4")
def serve(
    data: Data = DEFAULT_DATA,
    host: Host = None,
    port: Port = None,
    workers: Annotated[int, typer.Option("--workers", min=1, max=64, help="Processes that answer.")] = 1,
    access_log: Access = False,
) -> None:
    """Serve the web page, the API and both query languages."""
    settings = settings_of(data, **_given(host=host, port=port))
    _serve(settings, listen(settings.host, settings.port), workers=workers, access_log=access_log)


def listen(host: str, port: int) -> socket.socket:
    """A socket bound to the address. Raises StoreUnavailable if it is taken, forbidden or not of this machine."""
    try:
        listener = _bound(host, port)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            other = port + 1 if port < 65_535 else 0
            raise StoreUnavailable(
                f"port {port} of {host} is in use by another program",
                message_vi=f"cổng {port} của {host} đang được chương trình khác dùng",
                hint=f"stop that program, or choose another port: --port {other}",
                hint_vi=f"dừng chương trình đó, hoặc chọn cổng khác: --port {other}",
            ) from error
        raise StoreUnavailable(
            f"cannot listen on {host}, port {port}: {error.strerror or error}",
            message_vi=f"không thể mở cổng {port} trên {host}",
            hint="choose another address or port: --host 127.0.0.1 --port 8000",
            hint_vi="chọn địa chỉ hoặc cổng khác: --host 127.0.0.1 --port 8000",
        ) from error
    listener.set_inheritable(True)
    return listener


def _bound(host: str, port: int) -> socket.socket:
    family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    listener = socket.socket(family, kind, protocol)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
        listener.listen(_WAITING)
    except OSError:
        listener.close()
        raise
    return listener


def application() -> "FastAPI":
    """The application of one worker process, which gets its settings through the environment."""
    with _kept():
        from graph_api.app import create_app

        return create_app(settings_of(Path(os.environ["MANDATE_DATA"])))


def _serve(settings: "Settings", listener: socket.socket, *, workers: int, access_log: bool) -> None:
    """Serves until a signal comes."""
    with _kept():
        import uvicorn

        from graph_api.app import create_app
        from graph_api.http_protocol import ServerConfig

        created = create_app(settings)  # says at once what is wrong with the data folder
    tell(f"mandate: đang phục vụ / serving {address_of(listener)}  (Ctrl-C dừng / stops)")
    options: dict[str, Any] = {"log_level": "info" if access_log else "warning", "access_log": access_log}
    options["request_timeout_s"] = settings.request_timeout_s
    if workers == 1:
        uvicorn.Server(ServerConfig(created, **options)).run(sockets=[listener])
        return
    created.state.workspace.close()
    os.environ |= {"MANDATE_DATA": str(settings.data), "MANDATE_HOST": settings.host}
    target = f"{__name__}:{application.__name__}"
    _supervise(ServerConfig(target, factory=True, workers=workers, **options), listener)


@contextmanager
def _kept() -> Iterator[None]:
    """What is made meanwhile lasts as long as the server: it is not gone through for garbage, now or later."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def _supervise(config: "uvicorn.Config", listener: socket.socket) -> None:
    """Serves with several processes. What ends it is told as it is with one: by an exception, after all have ended."""
    from uvicorn.supervisors import Multiprocess

    class Workers(Multiprocess):
        ended_by: type[KeyboardInterrupt] | None = None

        def handle_int(self) -> None:
            self.ended_by = KeyboardInterrupt
            super().handle_int()

        def handle_term(self) -> None:
            self.ended_by = Terminated
            super().handle_term()

    workers = Workers(config, sockets=[listener])
    workers.run()
    if workers.ended_by:
        raise workers.ended_by


def address_of(listener: socket.socket) -> str:
    """The URL under which a browser on this machine finds the listener."""
    host, port = listener.getsockname()[:2]
    if host in ("0.0.0.0", "::"):
        host = "localhost"
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"


def _given(**options: object) -> dict[str, object]:
    return {name: value for name, value in options.items() if value is not None}
