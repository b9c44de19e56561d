"""The assembly of the command line: every group of commands under `mandate`, and `run`, which `main` calls."""

import logging
import os
import sys
from typing import Annotated

import typer

from graph_api.cli import (
    asking,
    backups,
    describing,
    doctor,
    imports,
    keys,
    neo4j,
    network,
    querying,
    reading,
    remote,
    review,
    serving,
    shapes,
    spark,
    tables,
    tracing,
    versions,
    waivers,
)
from graph_api.cli.errors import DEBUG, MISSING, Commands, describe_unexpected, tell
from graph_api.cli.output import speak_utf8

app = typer.Typer(
    name="mandate",
    cls=Commands,
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    epilog="\b\nExample:\n  mandate demo\n  mandate COMMAND --help",
    context_settings={"help_option_names": ["--help", "-h"]},
)
for group in (
    serving.app,
    reading.app,
    tables.app,
    imports.app,
    review.app,
    versions.app,
    backups.app,
    asking.app,
    tracing.app,
    describing.app,
    querying.app,
    shapes.app,
    doctor.app,
):
    app.registered_commands += group.registered_commands
app.add_typer(neo4j.app, name="neo4j")
app.add_typer(spark.app, name="spark")
app.add_typer(remote.app, name="remote")
app.add_typer(network.app, name="network")
app.add_typer(keys.app, name="key")
app.add_typer(review.judgement_app, name="judgement")
app.add_typer(waivers.app, name="waiver")


def _print_version(wanted: bool) -> None:
    if wanted:
        from importlib import metadata

        print(metadata.version("mandate-graph"))
        raise typer.Exit


Version = Annotated[
    bool, typer.Option("--version", help="Print the version of the program.", is_eager=True, callback=_print_version)
]


@app.callback()
def mandate(_version: Version = False) -> None:
    """Says on which documents and decisions a body, a position or an office rests, and which source says so."""


class _Plain(logging.Formatter):
    """A log line without the traceback, which is for servers' logs."""

    def formatException(self, ei: object) -> str:
        return ""

    def formatStack(self, stack_info: str) -> str:
        return ""


def run() -> None:
    """Runs the command line and ends the process with its exit code."""
    speak_utf8()
    handler = logging.StreamHandler()
    handler.setFormatter(_Plain("%(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(level=logging.ERROR, handlers=[handler])
    logging.getLogger("neo4j").setLevel(logging.CRITICAL)  # what it notes is raised too, and told in our words
    try:
        app(prog_name="mandate")
    except Exception as error:  # the last handler: no traceback reaches a user who did not ask for it
        if os.environ.get(DEBUG):
            raise
        tell(describe_unexpected(error))
        sys.exit(MISSING)
