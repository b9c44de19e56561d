"""The rows of an answer as commands print them, and the engines that give them."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from graph_api.cli.errors import tell
from graph_api.cli.output import Format, print_rows

if TYPE_CHECKING:
    from graph_store.engine import Rows


class Engine(StrEnum):
    """Which engine answers; `cypher` is the embedded one unless MANDATE_CYPHER says neo4j.

    `remote` is the SPARQL server of MANDATE_REMOTE_URL.
    """

    sparql = "sparql"
    cypher = "cypher"
    neo4j = "neo4j"
    remote = "remote"


RowFormat = Annotated[Format, typer.Option("--format", help="How rows are printed.")]


def print_answer(rows: "Rows", form: Format, version: int | None, rest: str = "") -> None:
    """Rows as a table or as CSV; a limit that was reached is told on stderr, with the options that give the `rest`.

    `version` None: it is not known.
    """
    print_rows(rows.columns, rows.rows, form)
    if form is Format.table:
        print(f"({len(rows.rows)} rows)" if version is None else f"({len(rows.rows)} rows, version {version})")
    if rows.truncated:
        tell(
            "mandate: chưa hết, đã đạt giới hạn số dòng / there is more: the row limit was reached"
            + (rest and f" ({rest})")
        )
