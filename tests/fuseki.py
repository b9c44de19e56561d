"""A real second SPARQL server for the tests: Apache Jena Fuseki of Maven Central, on loopback."""

import os
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from graph_store.neo4j.parts import java, locked_jars
from graph_store.remote.address import Endpoint
from ontology.errors import StoreUnavailable

_CACHE = Path(__file__).parent.parent / ".cache"
_RECIPE = Path(__file__).parent / "graph_store" / "fuseki"
_READY_S = 90
_CONFIG = """
PREFIX fuseki: <http://jena.apache.org/fuseki#>
PREFIX ja: <http://jena.hpl.hp.com/2005/11/Assembler#>
PREFIX tdb2: <http://jena.apache.org/2016/tdb#>
<#service> a fuseki:Service ; fuseki:name "mandate" ;
  fuseki:endpoint [ fuseki:operation fuseki:query ; fuseki:name "sparql" ] ,
    [ fuseki:operation fuseki:GRAPHS ; fuseki:name "data" ] ,
    [ fuseki:operation fuseki:patch ; fuseki:name "patch" ] ;
  fuseki:dataset [ DATASET ] .
"""
_UNION = 'a tdb2:DatasetTDB2 ; tdb2:location "{}" ; tdb2:unionDefaultGraph true'
_APART = "a ja:MemoryDataset"


@contextmanager
def fuseki(folder: Path, *, union: bool = False, writing: bool = True) -> Iterator[Endpoint]:
    """A server with one dataset. Skipped loudly where it cannot be had; a failure where CI is set.

    `union`: its default graph is the union of its named graphs; the dataset is on disk then, else in memory.
    """
    process, endpoint = started(folder, union=union, writing=writing)
    try:
        yield endpoint
    finally:
        process.kill()
        process.wait()


def started(folder: Path, *, union: bool = False, writing: bool = True) -> tuple[subprocess.Popen[bytes], Endpoint]:
    """The same server and its process, which the caller ends. One started there before left what it had on disk."""
    try:
        jars, program = locked_jars(_CACHE / "fuseki-6.0.0", _RECIPE, "the SPARQL server of the tests"), java()
    except StoreUnavailable as error:
        if os.environ.get("CI"):
            raise
        pytest.skip(f"no second SPARQL server to test with: {error}. {error.hint}")
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port = listener.getsockname()[1]
    jar = next(jars.glob("jena-fuseki-server-*.jar"))
    (folder / "graph").mkdir(parents=True, exist_ok=True)
    config = _CONFIG.replace("DATASET", _UNION.format(folder / "graph") if union else _APART)
    (folder / "config.ttl").write_text(config.replace("GRAPHS", "gsp-rw" if writing else "gsp-r"), "utf-8")
    command = [program, "-Xmx512m", "-jar", str(jar), "--localhost", "--port", str(port)]
    with (folder / "server.log").open("wb") as log:
        process = subprocess.Popen(
            [*command, "--config", str(folder / "config.ttl")],
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
        )
    _wait(process, port)
    return process, Endpoint(f"http://127.0.0.1:{port}/mandate/sparql", f"http://127.0.0.1:{port}/mandate/data")


def _wait(process: subprocess.Popen[bytes], port: int) -> None:
    until = time.monotonic() + _READY_S
    while time.monotonic() < until and process.poll() is None:
        try:
            httpx.get(f"http://127.0.0.1:{port}/$/ping").raise_for_status()
            return
        except httpx.HTTPError:
            time.sleep(0.3)
    process.kill()
    pytest.fail("the SPARQL server of the tests did not start")
