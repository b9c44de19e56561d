"""Commands on the Neo4j server: neo4j start, stop, sync, verify."""

import typer

app = typer.Typer(rich_markup_mode=None, no_args_is_help=True, help="The same graph in a Neo4j server.")
