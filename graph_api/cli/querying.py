"""Commands that run queries of the user's own: sparql, cypher."""

import json
import sys
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from graph_api.cli.answers import Engine, RowFormat, print_answer
from graph_api.cli.options import DEFAULT_DATA, AsJson, AsKnown, Data, add, existing, opened, pairs
from graph_api.cli.output import Format, print_json
from graph_api.cli.usage import WrongUse
from ontology.errors import QueryInvalid
from ontology.text import is_text

if TYPE_CHECKING:
    from graph_store.engine import Rows

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
    text = _text(query)
    name: Literal["sparql", "remote"] = "remote" if engine is Engine.remote else "sparql"
    with opened(existing(data)) as workspace, workspace.reading(as_known) as snapshot:
        rows = snapshot.engine(name).run(text, workspace.settings.limits)
        _print(rows, snapshot.number, Format.json if as_json else form)


@add(
    app,
    "cypher",
    'mandate cypher "$(cat query.cypher)"',
    "mandate cypher - --engine neo4j < query.cypher",
    "mandate cypher - --param number=67-QĐ/TW --param most=10 < query.cypher",
)
def cypher(
    query: QueryText,
    parameters: Annotated[
        list[str] | None,
        typer.Option(
            "--param",
            metavar="NAME=VALUE",
            help="A value for $NAME; again for more. JSON if it reads as JSON (5, true, [1, 2]), else text; "
            "'\"5\"' is the text 5.",
        ),
    ] = None,
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
    values = {name: _json_or_text(value) for name, value in pairs(parameters or []).items()}
    text = _text(query)
    name: Literal["cypher", "neo4j"] = "neo4j" if engine is Engine.neo4j else "cypher"
    with opened(existing(data)) as workspace, workspace.reading(as_known) as snapshot:
        rows = snapshot.cypher(name).run(text, workspace.settings.limits, values)
        _print(rows, snapshot.number, Format.json if as_json else form)


def _speaks_no(engine: Engine, language: str) -> WrongUse:
    name = engine.value
    said = f"động cơ {name} không hiểu {language}", f"the engine {name} speaks no {language}"
    return WrongUse(said, param_hint="--engine")


def _json_or_text(value: str) -> Any:
    try:
        return json.loads(value)
    except (ValueError, RecursionError):
        return value


def _print(rows: "Rows", version: int, form: Format) -> None:
    if form is Format.json:
        answer = {"columns": rows.columns, "rows": rows.as_dicts(), "truncated": rows.truncated}
        print_json({"version": version, **answer})
    else:
        print_answer(rows, form, version)


def _text(query: str) -> str:
    if query == "-":
        return _stdin()
    if not is_text(query):
        raise QueryInvalid("the query is not UTF-8", message_vi="truy vấn không phải UTF-8")
    return query


def _stdin() -> str:
    try:
        return sys.stdin.buffer.read().decode("utf-8")
    except UnicodeDecodeError as error:
        raise QueryInvalid(
            f"the query on stdin is not UTF-8: byte {error.start}",
            message_vi=f"truy vấn từ stdin không phải UTF-8: byte {error.start}",
        ) from error
