"""The command that follows a mandate chain: trace."""

from contextlib import contextmanager
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import typer

from graph_api.cli.naming import meant_by
from graph_api.cli.options import DEFAULT_DATA, AsJson, AsKnown, At, Data, Lang, Language, add, day_of, versions_of
from graph_api.cli.output import print_json, write_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph_store.chain_model import Chain
    from graph_store.chain_reader import Reader

app = typer.Typer(rich_markup_mode=None)


class ChainFormat(StrEnum):
    """How a chain is printed; node-link is what networkx reads."""

    text = "text"
    json = "json"
    mermaid = "mermaid"
    svg = "svg"
    graphml = "graphml"
    gexf = "gexf"
    node_link = "node-link"


class Direction(StrEnum):
    """What a thing rests on, or what rests on it."""

    up = "up"
    down = "down"


class ChainEngine(StrEnum):
    """Where the statements stand: in the data folder, or on the SPARQL server of MANDATE_REMOTE_URL."""

    sparql = "sparql"
    remote = "remote"


@add(
    app,
    "trace",
    "mandate trace 67-QĐ/TW",
    'mandate trace "Ban Bí thư" --direction down --at 2023-06-30',
    "mandate trace document/67-qd-tw-2022-06-02 --format svg > chain.svg",
    "mandate trace 67-QĐ/TW --endpoint http://127.0.0.1:3030/mandate/sparql",
)
def trace(
    thing: Annotated[str, typer.Argument(metavar="ID", help="An IRI, type/key, document number or name.")],
    data: Data = DEFAULT_DATA,
    direction: Annotated[Direction, typer.Option("--direction", help="Upward or downward.")] = Direction.up,
    at: At = None,
    as_known: AsKnown = None,
    engine: Annotated[
        ChainEngine, typer.Option("--engine", help="Walk the data folder, or another server.")
    ] = ChainEngine.sparql,
    endpoint: Annotated[
        str,
        typer.Option("--endpoint", metavar="URL", help="Walk what this SPARQL server holds instead."),
    ] = "",
    form: Annotated[ChainFormat, typer.Option("--format", help="How the chain is printed.")] = ChainFormat.text,
    lang: Language = Lang.vi,
    depth: Annotated[int, typer.Option("--depth", min=1, max=50, help="Most hops from the start.")] = 12,
    as_json: AsJson = False,
) -> None:
    """Show the mandate chain of a thing on a day.

    What it rests on (up) or what rests on it (down), hop by hop, with the words of the sources and what is broken.
    """
    if endpoint:
        walk = _elsewhere(endpoint, data, thing, direction, day_of(at), depth)
    elif engine is ChainEngine.remote:
        walk = _published(data, as_known, thing, direction, day_of(at), depth)
    else:
        walk = _here(data, as_known, thing, direction, day_of(at), depth)
    with walk as (chain, reader, version):
        if as_json or form is ChainFormat.json:
            from graph_store.chain_json import chain_json

            told = {"endpoint": endpoint} if version is None else {"version": version}
            print_json({**told, **chain_json(chain)})
        elif form is ChainFormat.text:
            from graph_store.chain_text import chain_text

            print(chain_text(chain, lang.value), end="")
        else:
            from graph_api.pages.picture import PictureForm, picture

            write_bytes(picture(chain, reader, cast(PictureForm, form.value), lang.value), None)


@contextmanager
def _here(
    data: Path, as_known: int | None, thing: str, direction: Direction, day: date, depth: int
) -> "Iterator[tuple[Chain, Reader, int | None]]":
    """The chain in a version of the data folder, with what reads it and the number of the version."""
    from graph_store.chain_reader import Reader
    from graph_store.chains import trace as chain_from

    with versions_of(data).open(as_known) as view:
        reader, start = Reader(view.store), meant_by(thing, view.store)
        yield chain_from(reader, start, direction=direction.value, at=day, depth=depth), reader, view.number


@contextmanager
def _published(
    data: Path, as_known: int | None, thing: str, direction: Direction, day: date, depth: int
) -> "Iterator[tuple[Chain, Reader, int | None]]":
    """The same version as it was published to the server of the settings; names are looked up here."""
    from graph_api.cli.remote import engine_at
    from graph_store.remote.chains import remote_trace

    with versions_of(data).open(as_known) as view, engine_at("", data, view) as engine:
        start = meant_by(thing, view.store)
        yield *remote_trace(engine, start, direction=direction.value, at=day, depth=depth), view.number


@contextmanager
def _elsewhere(
    endpoint: str, data: Path, thing: str, direction: Direction, day: date, depth: int
) -> "Iterator[tuple[Chain, Reader, int | None]]":
    """The chain in whatever the server at the address holds; names are looked up there."""
    from graph_api.cli.remote import engine_at, meant_at
    from graph_store.remote.chains import remote_trace

    with engine_at(endpoint, data) as engine:
        start = meant_at(engine, thing)
        yield *remote_trace(engine, start, direction=direction.value, at=day, depth=depth), None
