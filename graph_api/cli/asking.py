"""The command that asks a ready question: ask."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graph_api.cli.answers import Engine, RowFormat, print_answer
from graph_api.cli.options import (
    DEFAULT_DATA,
    AsJson,
    AsKnown,
    At,
    Data,
    Lang,
    add,
    existing,
    opened,
    pairs,
)
from graph_api.cli.output import Format, print_json
from graph_api.cli.questions import explain, list_questions

if TYPE_CHECKING:
    from graph_api.workspace import Snapshot
    from graph_store.engine import Rows
    from queries.catalog import Question

app = typer.Typer(rich_markup_mode=None)


@add(
    app,
    "ask",
    "mandate ask",
    "mandate ask mandate_chain document=67-QĐ/TW",
    'mandate ask holders_on_date body="Ban Bí thư" --at 2023-06-30 --format csv',
    'mandate ask holders_on_date body="Ban Bí thư" --at 2023-06-30 --lang vi',
    "mandate ask holders_on_date --explain",
    "mandate ask documents_between since=2020-01-01 --limit 50 --from-row 51",
)
def ask(
    name: Annotated[str | None, typer.Argument(metavar="[NAME]", help="A ready question.")] = None,
    values: Annotated[list[str] | None, typer.Argument(metavar="[KEY=VALUE...]", show_default=False)] = None,
    data: Data = DEFAULT_DATA,
    at: At = None,
    as_known: AsKnown = None,
    engine: Annotated[Engine, typer.Option("--engine", help="Which engine answers.")] = Engine.sparql,
    limit: Annotated[int | None, typer.Option("--limit", min=1, max=10_000, help="Most rows to print.")] = None,
    from_row: Annotated[int, typer.Option("--from-row", min=1, help="The first row to print, for the next page.")] = 1,
    explained: Annotated[
        bool, typer.Option("--explain", help="Say what it asks, takes and gives; ask nothing.")
    ] = False,
    endpoint: Annotated[
        str, typer.Option("--endpoint", metavar="URL", help="Ask this SPARQL server instead; no data folder is needed.")
    ] = "",
    form: RowFormat = Format.table,
    lang: Annotated[
        Lang | None, typer.Option("--lang", help="Print names and words of this language in place of IRIs and codes.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Ask a ready question; without NAME, list them.

    A value that is a thing of the graph may be an IRI, type/key, a document number or a name.
    """
    form = Format.json if as_json else form
    if name is None:
        list_questions(form)
        return
    from queries.catalog import question

    if explained:
        explain(question(name), as_json=form is Format.json)
        return
    from graph_api.ready_answers import ask as answer_to

    given = pairs(values or []) | ({"at": at} if at is not None else {})
    if endpoint:
        _ask_at(endpoint, data, question(name), given, form)
        return
    with opened(existing(data)) as workspace, workspace.reading(as_known) as snapshot:
        found = answer_to(snapshot, name, given, engine.value, date.today(), offset=from_row - 1, limit=limit)
        rows = found.rows
        if form is Format.json:
            facts = {"version": snapshot.number, "question": name, "engine": engine.value, "parameters": found.values}
            print_json({**facts, "columns": rows.columns, "rows": rows.as_dicts(), "truncated": rows.truncated})
        else:
            rows = _in_words(rows, question(name), snapshot, lang) if lang else rows
            rest = f"--from-row {found.next_offset + 1} --as-known {snapshot.number}"
            print_answer(rows, form, snapshot.number, rest)


def _in_words(rows: "Rows", asked: "Question", snapshot: "Snapshot", lang: Lang) -> "Rows":
    """The rows as the web pages show them: names in place of IRIs, codes, dates and headings in words."""
    from dataclasses import replace

    from graph_api.pages.answer_view import cells, headings

    kinds = [column.kind for column in asked.columns]
    told = cells(rows, kinds, snapshot.reader, lang.value, "", len(rows.rows))
    return replace(
        rows, columns=tuple(headings(rows.columns, lang.value)), rows=[tuple(c.text for c in r) for r in told]
    )


def _ask_at(endpoint: str, data: Path, asked: "Question", given: dict[str, str], form: Format) -> None:
    from graph_api.cli.remote import answered_at

    rows, bound = answered_at(endpoint, data, asked, given)
    if form is Format.json:
        facts = {"endpoint": endpoint, "question": asked.name, "parameters": bound}
        print_json({**facts, "columns": rows.columns, "rows": rows.as_dicts(), "truncated": rows.truncated})
    else:
        print_answer(rows, form, None)
