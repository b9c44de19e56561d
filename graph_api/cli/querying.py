"""Commands that run queries of the user's own: sparql, cypher."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from graph_api.cli.answers import Engine, RowFormat, print_answer
from graph_api.cli.options import DEFAULT_DATA, AsJson, AsKnown, Data, add, existing, opened
from graph_api.cli.output import Format, print_json
from graph_api.cli.usage import WrongUse
from ontology.errors import QueryInvalid

app = typer.Typer(rich_markup_mode=None)
QueryText = Annotated[str, typer.Argument(metavar="QUERY|-", help="The query, or - to read it from stdin.")]


@add(app, "sparql", 'mandate sparql "$(cat query.rq)"', "mandate sparql - --format csv < query.rq")
def sparql(
    query: QueryText,
    data: Data = DEFAULT_DATA,
    as_known: AsKnown = None,
    engine: Annotated[Engine, typer.Option("--engine", help="sparql or remote.")] = Engine.sparql,
    form: RowFormat = Format.table,
    as_json: AsJson = False,
) -> None:
    """Run a SPARQL query; reading only.

    It sees all named graphs together; MANDATE_TIMEOUT_S and MANDATE_ROW_LIMIT limit it.
    """
    if engine not in (Engine.sparql, Engine.remote):
        raise _speaks_no(engine, "SPARQL")
    _run(engine, query, data, as_known, Format.json if as_json else form)


@add(app, "cypher", 'mandate cypher "$(cat query.cypher)"', "mandate cypher - --engine neo4j < query.cypher")
def cypher(
    query: QueryText,
    data: Data = DEFAULT_DATA,
    as_known: AsKnown = None,
    engine: Annotated[Engine, typer.Option("--engine", help="cypher or neo4j.")] = Engine.cypher,
    form: RowFormat = Format.table,
    as_json: AsJson = False,
) -> None:
    """Run a Cypher query; reading only.

    MANDATE_TIMEOUT_S and MANDATE_ROW_LIMIT limit it.
    """
    if engine in (Engine.sparql, Engine.remote):
        raise _speaks_no(engine, "Cypher")
    _run(engine, query, data, as_known, Format.json if as_json else form)


def _speaks_no(engine: Engine, language: str) -> WrongUse:
    name = engine.value
    said = f"động cơ {name} không hiểu {language}", f"the engine {name} speaks no {language}"
    return WrongUse(said, param_hint="--engine")


def _run(engine: Engine, query: str, data: Path, as_known: int | None, form: Format) -> None:
    text = _stdin() if query == "-" else query
    with opened(existing(data)) as workspace, workspace.reading(as_known) as snapshot:
        rows = snapshot.engine(engine.value).run(text, workspace.settings.limits)
        if form is Format.json:
            answer = {"columns": rows.columns, "rows": rows.as_dicts(), "truncated": rows.truncated}
            print_json({"version": snapshot.number, **answer})
        else:
            print_answer(rows, form, snapshot.number)


def _stdin() -> str:
    try:
        return sys.stdin.buffer.read().decode("utf-8")
    except UnicodeDecodeError as error:
        raise QueryInvalid(
            f"the query on stdin is not UTF-8: byte {error.start}",
            message_vi=f"truy vấn từ stdin không phải UTF-8: byte {error.start}",
        ) from error
