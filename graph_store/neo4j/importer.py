"""Fills the local server's database with bulk files, by the importer that comes with the server."""

import shutil
import subprocess
from pathlib import Path

from graph_store.neo4j.address import Address
from graph_store.neo4j.bulk_files import ARGUMENTS
from graph_store.neo4j.connection import connected, write
from graph_store.neo4j.cypher_files import FINISH
from graph_store.neo4j.server import find, java_command, quick, write_conf
from ontology.errors import ImportStateError, StoreUnavailable

_DATABASE = "neo4j"
_LOG = "import.log"


def import_files(home: Path, cache: Path, folder: Path, *, heap_mb: int = 512, java_home: str = "") -> None:
    """Replaces what the server over `home` holds, which must not be running, by the bulk files in `folder`.

    The stamp counts when `finish_import` has run. Raises ImportStateError if the server runs, StoreUnavailable if a
    part is missing or the importer fails; the database is empty then.
    """
    if find(home):
        raise ImportStateError(
            "the local Neo4j server is running; its files cannot be written now",
            message_vi="máy chủ Neo4j cục bộ đang chạy; chưa thể ghi vào tệp của nó",
            hint="`mandate neo4j stop` first, or `mandate neo4j sync` while it runs",
            hint_vi="chạy `mandate neo4j stop` trước, hoặc `mandate neo4j sync` khi nó đang chạy",
        )
    command = java_command(cache, java_home)
    write_conf(home, 0, heap_mb)
    database = ["database", "import", "full", f"@{ARGUMENTS}", "--overwrite-destination"]
    memory = [f"--max-off-heap-memory={heap_mb}m", _DATABASE]
    with (home / _LOG).open("wb") as log:
        ended = subprocess.run(
            [
                command[0],
                f"-Xmx{heap_mb}m",
                *quick(heap_mb),
                *command[1:],
                "org.neo4j.cli.AdminTool",
                *database,
                *memory,
            ],
            cwd=folder,
            env={"LC_ALL": "C.UTF-8", "NEO4J_HOME": str(home.resolve()), "NEO4J_CONF": str((home / "conf").resolve())},
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            check=False,
        )
    if ended.returncode:
        for part in ("databases", "transactions"):
            shutil.rmtree(home / "data" / part / _DATABASE, ignore_errors=True)
        raise _failed(home / _LOG)


def finish_import(address: Address) -> None:
    """Makes constraints and indexes, waits for them, and says that the server holds what was imported."""
    with connected(address) as driver, driver.session(database=address.database) as session:
        for name in FINISH:
            write(session, name)


def _failed(log: Path) -> StoreUnavailable:
    lines = [line for line in log.read_text("utf-8", errors="replace").splitlines() if line.strip(" -")]
    said = " ".join(lines[-3:])[-300:]
    return StoreUnavailable(
        f"the importer of Neo4j failed: {said}",
        message_vi=f"công cụ nhập của Neo4j thất bại: {said}",
        hint=f"see {log}; the database is empty now, `mandate neo4j sync` loads it over Bolt",
        hint_vi=f"xem {log}; cơ sở dữ liệu hiện trống, `mandate neo4j sync` nạp qua Bolt",
    )
