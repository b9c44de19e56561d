"""Commands that ask the graph: ask, trace."""

import sys
from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, cast

import typer

from graph_api.cli.answers import Engine, RowFormat, print_answer
from graph_api.cli.options import (
    DEFAULT_DATA,
    AsJson,
    AsKnown,
    At,
    Data,
    Lang,
    Language,
    add,
    day_of,
    existing,
    opened,
    versions_of,
)
from graph_api.cli.output import Format, print_json, print_rows, print_table
from ontology.errors import QueryInvalid
from ontology.identifiers import TYPES

if TYPE_CHECKING:
    from pyoxigraph import Store

    from queries.catalog import Question

app = typer.Typer(rich_markup_mode=None)


class ChainFormat(StrEnum):
    """How a chain is printed."""

    text = "text"
    json = "json"
    mermaid = "mermaid"


class Direction(StrEnum):
    """What a thing rests on, or what rests on it."""

    up = "up"
    down = "down"


@add(
    app,
    "ask",
    "mandate ask",
    "mandate ask mandate_chain document=67-QĐ/TW",
    'mandate ask holders_on_date body="Ban Bí thư" --at 2023-06-30 --format csv',
)
def ask(
    name: Annotated[str | None, typer.Argument(metavar="[NAME]", help="A ready question.")] = None,
    values: Annotated[list[str] | None, typer.Argument(metavar="[KEY=VALUE...]", show_default=False)] = None,
    data: Data = DEFAULT_DATA,
    at: At = None,
    as_known: AsKnown = None,
    engine: Annotated[Engine, typer.Option("--engine", help="Which engine answers.")] = Engine.sparql,
    form: RowFormat = Format.table,
    as_json: AsJson = False,
) -> None:
    """Ask a ready question; without NAME, list them.

    A value that is a thing of the graph may be an IRI, type/key, a document number or a name.
    """
    form = Format.json if as_json else form
    if name is None:
        _list_questions(form)
        return
    from queries.catalog import question

    asked = question(name)
    given = _pairs(values or []) | ({"at": at} if at is not None else {})
    with opened(existing(data)) as workspace, workspace.reading(as_known) as snapshot:
        meant = _resolved(asked, given, snapshot.view.store)
        bound = asked.bind(meant, today=date.today())
        rows = snapshot.engine(engine.value).answer(asked, cast(dict[str, str], bound))
        if form is Format.json:
            facts = {"version": snapshot.number, "question": name, "engine": engine.value, "parameters": bound}
            print_json({**facts, "columns": rows.columns, "rows": rows.as_dicts(), "truncated": rows.truncated})
        else:
            print_answer(rows, form, snapshot.number)


@add(
    app,
    "trace",
    "mandate trace 67-QĐ/TW",
    'mandate trace "Ban Bí thư" --direction down --at 2023-06-30',
    "mandate trace document/67-qd-tw-2022-06-02 --format mermaid > chain.mmd",
)
def trace(
    thing: Annotated[str, typer.Argument(metavar="ID", help="An IRI, type/key, document number or name.")],
    data: Data = DEFAULT_DATA,
    direction: Annotated[Direction, typer.Option("--direction", help="Upward or downward.")] = Direction.up,
    at: At = None,
    as_known: AsKnown = None,
    form: Annotated[ChainFormat, typer.Option("--format", help="How the chain is printed.")] = ChainFormat.text,
    lang: Language = Lang.vi,
    depth: Annotated[int, typer.Option("--depth", min=1, max=50, help="Most hops from the start.")] = 12,
    as_json: AsJson = False,
) -> None:
    """Show the mandate chain of a thing on a day.

    What it rests on (up) or what rests on it (down), hop by hop, with the words of the sources and what is broken.
    """
    day = day_of(at)
    with versions_of(data).open(as_known) as view:
        from graph_store.chain_json import chain_json
        from graph_store.chain_mermaid import chain_mermaid
        from graph_store.chain_text import chain_text
        from graph_store.chains import trace as chain_from

        start = meant_by(thing, view.store)
        chain = chain_from(view.store, start, direction=direction.value, at=day, depth=depth)
        if as_json or form is ChainFormat.json:
            print_json({"version": view.number, **chain_json(chain)})
        elif form is ChainFormat.mermaid:
            print(chain_mermaid(chain, lang.value), end="")
        else:
            print(chain_text(chain, lang.value), end="")


def meant_by(text: str, store: "Store") -> str:
    """The IRI that the text means. An IRI or type/key is taken as it stands, without an index of all names."""
    from ontology.identifiers import entity_iri, provision_at, split_iri

    text, mark, part = text.partition("#")
    if mark:
        return provision_at(meant_by(text, store), part)
    if "://" in text:
        return entity_iri(*split_iri(text))
    kind, slash, key = text.partition("/")
    if slash and kind in TYPES:
        return entity_iri(kind, key)
    from graph_store.entities import LabelIndex

    return LabelIndex(store).resolve(text)


def _list_questions(form: Format) -> None:
    from queries.catalog import questions

    columns = ("name", "parameters", "question", "câu hỏi")
    rows = [(q.name, _parameters(q), q.text_en, q.text_vi) for q in questions().values()]
    if form is Format.table and sys.stdout.isatty():
        for name, parameters, english, vietnamese in rows:
            print(f"{name} {parameters}\n    {vietnamese}\n    {english}")
    elif form is Format.table:
        print_table(columns, rows)
    else:
        print_rows(columns, rows, form)


def _parameters(question: "Question") -> str:
    return " ".join(f"{p.name}={p.kind}" if p.required else f"[{p.name}={p.default}]" for p in question.parameters)


def _pairs(values: Sequence[str]) -> dict[str, str]:
    """key=value arguments. Raises QueryInvalid for one without =, or a key given twice."""
    given: dict[str, str] = {}
    for pair in values:
        key, equals, value = pair.partition("=")
        if not equals or not key:
            raise QueryInvalid(
                f"{pair[:80]!r} is not key=value",
                message_vi=f"{pair[:80]!r} không có dạng khóa=giá trị",
                hint="e.g. document=67-QĐ/TW; quote names with blanks",
                hint_vi="ví dụ document=67-QĐ/TW; tên có dấu cách thì đặt trong dấu nháy",
            )
        if key in given:
            raise QueryInvalid(f"{key!r} is given twice", message_vi=f"{key!r} được cho hai lần")
        given[key] = value
    return given


def _resolved(question: "Question", given: dict[str, str], store: "Store") -> dict[str, str]:
    """The values with names and numbers replaced by IRIs where the question wants a thing."""
    things = {p.name for p in question.parameters if p.kind == "iri"}
    return {key: meant_by(value, store) if key in things else value for key, value in given.items()}
