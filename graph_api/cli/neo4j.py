"""Commands on the Neo4j server: neo4j start, stop, import, sync, verify, schema."""

import os
import tempfile
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graph_api.cli.errors import REFUSED, tell
from graph_api.cli.options import (
    DEFAULT_DATA,
    AsJson,
    AsKnown,
    Data,
    add,
    existing,
    neo4j_home,
    settings_of,
    versions_of,
)
from graph_api.cli.output import print_json, print_table, progress_bar
from ontology.errors import StoreUnavailable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph_store.neo4j.address import Address
    from graph_store.neo4j.verify import Difference

app = typer.Typer(rich_markup_mode=None, no_args_is_help=True, help="The same graph in a Neo4j server.")
_SHOWN = 40  # kinds of nodes and relationships that differ
Port = Annotated[int, typer.Option("--port", min=0, max=65_535, help="Its Bolt port; 0 takes a free one.")]
Heap = Annotated[int, typer.Option("--heap", metavar="MB", min=256, help="Most memory of its heap.")]
Cache = Annotated[Path | None, typer.Option("--cache", metavar="DIR", help="Where its jars are, for all data folders.")]


@add(app, "start", "mandate neo4j start", "mandate neo4j start --port 7687")
def start(
    data: Data = DEFAULT_DATA,
    port: Port = 0,
    heap_mb: Heap = 512,
    cache: Cache = None,
    read_only: Annotated[bool, typer.Option("--read-only", help="It answers, and refuses every write.")] = False,
    as_json: AsJson = False,
) -> None:
    """Start a Neo4j server for this data folder, on this machine only.

    The first start fetches the server with Maven (150 MB). Commands use it where MANDATE_NEO4J_URI names no other.
    """
    from graph_store.neo4j.server import start as start_server

    tell("mandate: đang khởi động Neo4j / starting Neo4j")
    java_home = os.environ.get("JAVA_HOME", "")
    home, jars = neo4j_home(existing(data)), cache or cache_folder()
    server = start_server(home, jars, port=port, heap_mb=heap_mb, java_home=java_home, read_only=read_only)
    if as_json:
        print_json(asdict(server))
    else:
        print(f"{server.uri} (process {server.pid})\n-> mandate neo4j sync")


@add(app, "stop", "mandate neo4j stop")
def stop(data: Data = DEFAULT_DATA) -> None:
    """Stop the server that `start` started; its data stay."""
    from graph_store.neo4j.server import stop as stop_server

    stopped = stop_server(neo4j_home(existing(data)))
    print("đã dừng / stopped" if stopped else "không có máy chủ nào đang chạy / none was running")


@add(app, "import", "mandate neo4j import")
def import_version(
    data: Data = DEFAULT_DATA,
    as_known: AsKnown = None,
    port: Port = 0,
    heap_mb: Heap = 512,
    cache: Cache = None,
) -> None:
    """Replace what the local server holds by the newest version, with Neo4j's importer, and start it.

    For the first load of a large graph; the server must not be running. For a server of your own:
    `mandate export neo4j-bulk`.
    """
    from graph_store.export_files import write_folder
    from graph_store.neo4j.address import Address
    from graph_store.neo4j.bulk_files import write_bulk_folder
    from graph_store.neo4j.importer import finish_import, import_files
    from graph_store.neo4j.server import start as start_server
    from graph_store.progress import silent

    versions, home = versions_of(data), neo4j_home(data)
    home.mkdir(exist_ok=True)
    java_home, jars = os.environ.get("JAVA_HOME", ""), cache or cache_folder()
    with versions.open(as_known) as view, tempfile.TemporaryDirectory(prefix="bulk-", dir=home) as folder:
        with progress_bar("neo4j import") as progress:
            write_folder(write_bulk_folder, view, Path(folder) / "files", progress or silent)
        tell("mandate: Neo4j đang nhập / Neo4j imports")
        import_files(home, jars, Path(folder) / "files", heap_mb=heap_mb, java_home=java_home)
        number = view.number
    server = start_server(home, jars, port=port, heap_mb=heap_mb, java_home=java_home)
    finish_import(Address(server.uri))
    print(f"{server.uri} (process {server.pid}): version {number}\n-> mandate neo4j verify")


@add(app, "sync", "mandate neo4j sync", "mandate neo4j sync --full")
def sync(
    data: Data = DEFAULT_DATA,
    as_known: AsKnown = None,
    full: Annotated[bool, typer.Option("--full", help="Compare all it holds: undoes what others changed.")] = False,
    as_json: AsJson = False,
) -> None:
    """Send the server what it lacks of the newest version.

    By the difference from the version that it says it holds; in full if it holds none, if another edition of this
    program loaded it, and with --full.
    """
    from graph_store.neo4j.sync import sync as send

    versions, address = versions_of(data), address_of(data)
    with progress_bar("neo4j sync") as progress:
        sent = send(address, versions, as_known, progress, full=full)
    if sent.other_edition:
        tell(
            "mandate: máy chủ do một ấn bản khác của chương trình nạp; đã so sánh toàn bộ / "
            "another edition of this program had loaded the server; all of it was compared"
        )
    number = versions.current_number() if as_known is None else as_known
    if as_json:
        print_json({"version": number, **asdict(sent)})
        return
    how = "toàn bộ / in full" if sent.full else "phần thay đổi / by difference"
    print(
        f"{address.uri}: version {number} ({how}): +{sent.nodes} nodes, +{sent.relationships} relationships, "
        f"-{sent.deleted_nodes} nodes, -{sent.deleted_relationships} relationships"
    )


@add(app, "verify", "mandate neo4j verify")
def verify(data: Data = DEFAULT_DATA, as_known: AsKnown = None, as_json: AsJson = False) -> None:
    """Check that the server holds exactly what the newest version holds.

    Names what differs, by label and relationship type. Exit 1 if something does.
    """
    from graph_store.neo4j.sync import projection_of
    from graph_store.neo4j.verify import verify as compare

    address = address_of(data)
    with versions_of(data).open(as_known) as view:
        found = compare(address, projection_of(view))
    if as_json:
        print_json({"equal": found.equal, **asdict(found)})
    else:
        held = f"version {found.stamp.number}" if found.stamp else "no version whole"
        print(f"{address.uri} holds {held}; version {found.wanted.number} has {sum(found.counts.values())} items")
        if found.stamp and found.stamp.edition != found.wanted.edition:
            print("do một ấn bản khác của chương trình nạp / loaded by another edition of this program")
        _print_differences(found.differences)
        mending = "mandate neo4j sync --full" if found.stamp == found.wanted else "mandate neo4j sync"
        print("bằng nhau / equal" if found.equal else f"khác nhau / not equal: `{mending}` mends it")
    if not found.equal:
        raise typer.Exit(REFUSED)


@add(app, "schema", "mandate neo4j schema", "mandate neo4j schema --json")
def schema(data: Data = DEFAULT_DATA, as_json: AsJson = False) -> None:
    """Show labels, relationship types, properties, constraints and indexes: the same for every data folder."""
    del data  # every command takes one
    from graph_api.cli.neo4j_schema import print_schema

    print_schema(as_json=as_json)


def _print_differences(differences: "Sequence[Difference]") -> None:
    """What differs most first; strangers may have made any number of labels."""
    most = sorted(differences, key=lambda d: (-d.missing - d.extra - d.changed, d.what))
    rows = [(d.what, d.missing, d.extra, d.changed, "; ".join(d.examples)) for d in most[:_SHOWN]]
    if rows:
        print_table(("what", "missing", "extra", "changed", "for example"), rows)
    if len(most) > _SHOWN:
        print(f"… và {len(most) - _SHOWN} loại khác / more kinds: --json")


def address_of(data: Path) -> "Address":
    """The server that the settings name, or the one that `start` started. Raises StoreUnavailable if there is none."""
    settings = settings_of(data)
    if not settings.neo4j_uri:
        raise StoreUnavailable(
            "no Neo4j server is named",
            message_vi="chưa chỉ ra máy chủ Neo4j",
            hint="`mandate neo4j start` starts one here; or set MANDATE_NEO4J_URI=bolt://host:7687",
            hint_vi="`mandate neo4j start` khởi động một máy chủ ở đây; hoặc đặt MANDATE_NEO4J_URI=bolt://host:7687",
        )
    return settings.neo4j_address


def cache_folder() -> Path:
    """The folder for what can be fetched again, as the desktop names it."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "mandate-graph"
