"""The entity endpoint beside bare Starlette that gives the same bodies as JSON, one worker each, over loopback.

What is compared is the processor time that each server takes for a request, which other programs do not change, and
with `wrk`, where it is installed, the requests that it answers in a second. The bare server is
`python -m benchmarks.endpoint_speed FILE PORT`, where FILE maps paths to bodies.
"""

import http.client
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from benchmarks.board import Board, Row
from benchmarks.chain_speed import drawn
from graph_store.versions import VersionStore

_PEER = "bare Starlette"
_ENTITIES = 400
_ROUNDS = 3
_WRK_S = 3
_TICK = os.sysconf("SC_CLK_TCK")
_PER_SECOND = re.compile(r"Requests/sec:\s*([\d.]+)")
_CYCLE = """local paths = {{{paths}}}
local n = 0
request = function() n = n % #paths + 1 return wrk.format("GET", paths[n]) end
"""


def measure_endpoint(board: Board, size: int, versions: VersionStore, scratch: Path) -> None:
    """Entities asked for the first time, and again."""
    with versions.open() as view:
        people = drawn(view, "Person", _ENTITIES)
    paths = [f"/api/v1/people/{iri.rsplit('/', 1)[-1]}" for iri in people]
    bodies = scratch / "bodies.json"
    with mandate_server(versions.root) as ours:
        _get(ours, "/api/v1/terms/xiii")  # the very first request builds all routes: it counts to the cold start
        first = _per_request(ours, paths)
        bodies.write_text(json.dumps({path: _get(ours, path) for path in paths}), "utf-8")
        with _bare_server(bodies) as theirs:
            assert all(_get(theirs, path) == _get(ours, path) for path in paths), "other bodies"
            again, bare = (median(_per_request(s, paths * 4) for _ in range(_ROUNDS)) for s in (ours, theirs))
            board.add(size, Row("entity endpoint, asked again: server's time", again, _PEER, bare, least=0.6))
            board.add(size, Row("entity endpoint, first asked: server's time", first, _PEER, bare, least=0.6))
            _measure_rate(board, size, (ours, theirs), paths, scratch)


def _measure_rate(board: Board, size: int, servers: tuple["Server", "Server"], paths: list[str], scratch: Path) -> None:
    if not shutil.which("wrk"):
        board.note("requests a second of the entity endpoint: wrk is not installed")
        return
    script = scratch / "cycle.lua"
    script.write_text(_CYCLE.format(paths=",".join(f'"{path}"' for path in paths)), "utf-8")
    rates: list[list[float]] = [[], []]
    for _ in range(_ROUNDS):
        for server, found in zip(servers, rates, strict=True):
            found.append(_rate(server, script))
    ours, theirs = map(median, rates)
    row = Row("entity endpoint, asked again: wrk, 8 connections", ours, _PEER, theirs, 0.6, unit="/s", rate=True)
    board.add(size, row)


def _rate(server: "Server", script: Path) -> float:
    command = ["wrk", "-t1", "-c8", f"-d{_WRK_S}s", "-s", str(script), f"http://127.0.0.1:{server.port}"]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    found = _PER_SECOND.search(said)
    assert found and "Non-2xx" not in said, said
    return float(found[1])


def processor_s(pid: int) -> float:
    """The time that the threads of a process have run."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / _TICK


class Server:
    """A server process on a loopback port."""

    def __init__(
        self, command: Sequence[str], port: int, path: str = "/healthz", environment: Mapping[str, str] | None = None
    ) -> None:
        self.port = port
        quiet = subprocess.DEVNULL
        self.process = subprocess.Popen(command, stdout=quiet, stderr=quiet, env=environment)
        self._path = path

    def wait(self, patience_s: float = 60) -> None:
        """Until it answers its path with 200."""
        until = time.monotonic() + patience_s
        while time.monotonic() < until:
            try:
                if _status(self, self._path) == 200:
                    return
            except OSError:
                time.sleep(0.005)
        raise SystemExit(f"the server on port {self.port} does not answer")

    def processor_s(self) -> float:
        """The time that its threads have run."""
        return processor_s(self.process.pid)

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait()


@contextmanager
def mandate_server(data: Path, path: str = "/healthz") -> Iterator[Server]:
    """`mandate serve` over a data folder, ready."""
    port = free_port()
    yield from _running(Server(mandate_command(data, port), port, path))


def mandate_command(data: Path, port: int) -> list[str]:
    return [str(Path(sys.executable).with_name("mandate")), "serve", "--data", str(data), "--port", str(port)]


@contextmanager
def _bare_server(bodies: Path) -> Iterator[Server]:
    port = free_port()
    command = [sys.executable, "-m", "benchmarks.endpoint_speed", str(bodies), str(port)]
    yield from _running(Server(command, port))


def _running(server: Server) -> Iterator[Server]:
    try:
        server.wait()
        yield server
    finally:
        server.stop()


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def _per_request(server: Server, paths: Sequence[str]) -> float:
    """Seconds of the server's processor time for each, over one connection that is kept."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port)
    before = server.processor_s()
    for path in paths:
        connection.request("GET", path)
        answer = connection.getresponse()
        assert answer.status == 200, answer.status
        answer.read()
    connection.close()
    return (server.processor_s() - before) / len(paths)


def _status(server: Server, path: str) -> int:
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=5)
    connection.request("GET", path)
    status = connection.getresponse().status
    connection.close()
    return status


def _get(server: Server, path: str) -> Any:
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=5)
    connection.request("GET", path)
    body = json.loads(connection.getresponse().read())
    connection.close()
    return body


def bare(bodies: Path) -> Starlette:
    """Every path of the file as JSON, and nothing else."""
    known = json.loads(bodies.read_text("utf-8"))

    async def answer(request: Request) -> JSONResponse:
        return JSONResponse(known.get(request.url.path, {}))

    return Starlette(routes=[Route("/{path:path}", answer)])


if __name__ == "__main__":
    uvicorn.run(bare(Path(sys.argv[1])), host="127.0.0.1", port=int(sys.argv[2]), log_level="warning")
