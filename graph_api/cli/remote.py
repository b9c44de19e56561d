"""Commands on another SPARQL server: remote publish, verify; and the questions that are asked of one."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import typer

from graph_api.cli.errors import REFUSED
from graph_api.cli.options import DEFAULT_DATA, AsJson, AsKnown, Data, add, settings_of, versions_of
from graph_api.cli.output import print_json, print_table, progress_bar
from ontology.errors import StoreUnavailable

if TYPE_CHECKING:
    from graph_store.engine import Rows
    from graph_store.remote.address import Endpoint
    from graph_store.remote.engine import RemoteEngine
    from graph_store.view import View
    from queries.catalog import Question

app = typer.Typer(rich_markup_mode=None, no_args_is_help=True, help="The same graph in another SPARQL server.")


class Layout(StrEnum):
    """Where the statements stand on the server."""

    default = "default"
    named = "named"


@add(
    app,
    "publish",
    "mandate remote publish",
    "MANDATE_REMOTE_URL=http://127.0.0.1:3030/mandate/sparql \\\n"
    "    MANDATE_REMOTE_GRAPHS_URL=http://127.0.0.1:3030/mandate/data mandate remote publish --layout named",
)
def publish(
    data: Data = DEFAULT_DATA,
    as_known: AsKnown = None,
    layout: Annotated[
        Layout, typer.Option("--layout", help="All in the default graph, or each source in its named graph.")
    ] = Layout.default,
    full: Annotated[bool, typer.Option("--full", help="Send all of it, whatever the server seems to hold.")] = False,
    as_json: AsJson = False,
) -> None:
    """Send a version to the server by the SPARQL 1.1 Graph Store Protocol."""
    from graph_store.remote.publish import publish as send

    versions, endpoint = versions_of(data), endpoint_of(data)
    with progress_bar("remote publish") as progress:
        sent = send(endpoint, versions, as_known, layout=layout.value, full=full, progress=progress)
    if as_json:
        print_json(asdict(sent))
        return
    how = "toàn bộ / in full" if sent.full else "phần thay đổi / by difference"
    print(f"{endpoint.query_url}: version {sent.number} ({how}): {sent.graphs} graphs sent, {sent.removed} removed")


@add(app, "verify", "mandate remote verify")
def verify(data: Data = DEFAULT_DATA, as_known: AsKnown = None, as_json: AsJson = False) -> None:
    """Check that the server holds exactly what the newest version holds, statement by statement.

    Exit 1 if something differs.
    """
    from graph_store.remote.verify import verify as compare

    endpoint = endpoint_of(data)
    with versions_of(data).open(as_known) as view:
        found = compare(endpoint, view)
    if as_json:
        print_json({"equal": found.equal, **asdict(found)})
    else:
        held = f"version {found.held.number}" if found.held else "no version whole"
        print(
            f"{endpoint.query_url} holds {held}; {found.compared} statements are equal to version {found.wanted.number}"
        )
        if found.missing or found.extra:
            print_table(("missing", "extra"), [(found.missing, found.extra)])
            print("\n".join(found.examples))
        print("bằng nhau / equal" if found.equal else "khác nhau / not equal: `mandate remote publish --full` mends it")
    if not found.equal:
        raise typer.Exit(REFUSED)


def endpoint_of(data: Path, url: str = "") -> "Endpoint":
    """The server at the address, else the one that the settings name. Raises StoreUnavailable if there is none."""
    from dataclasses import replace

    endpoint = settings_of(data).endpoint
    endpoint = replace(endpoint, query_url=url) if url else endpoint
    if not endpoint.query_url:
        raise StoreUnavailable(
            "no SPARQL server is named",
            message_vi="chưa chỉ ra máy chủ SPARQL",
            hint="set MANDATE_REMOTE_URL, e.g. http://127.0.0.1:3030/mandate/sparql",
            hint_vi="đặt MANDATE_REMOTE_URL, ví dụ http://127.0.0.1:3030/mandate/sparql",
        )
    return endpoint


def answered_at(url: str, data: Path, question: "Question", given: dict[str, str]) -> tuple["Rows", dict[str, str]]:
    """The answer of the server at the address, whatever it holds, and the bound values. No data folder is needed."""
    with engine_at(url, data) as engine:
        things = {p.name for p in question.parameters if p.kind == "iri"}
        meant = {key: meant_at(engine, value) if key in things else value for key, value in given.items()}
        bound = cast(dict[str, str], question.bind(meant, today=date.today()))
        return engine.answer(question, bound), bound


def meant_at(engine: "RemoteEngine", text: str) -> str:
    """The IRI that the text means: an IRI, type/key, or a name or number as the server has it."""
    from graph_api.cli.naming import identifier_in
    from graph_store.remote.naming import resolve

    return identifier_in(text) or resolve(engine, text)


@contextmanager
def engine_at(url: str, data: Path, view: "View | None" = None) -> "Iterator[RemoteEngine]":
    """The engine on the server at the address, else of the settings; with `view` it must hold that version."""
    from graph_store.remote.engine import RemoteEngine

    engine = RemoteEngine(endpoint_of(data, url), view, timeout_s=settings_of(data).remote_timeout_s)
    try:
        yield engine
    finally:
        engine.close()
