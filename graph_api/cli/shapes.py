"""The command shapes: the shapes of an installation's own, checked as they are before an import."""

from pathlib import Path
from typing import Annotated

import typer

from graph_api.cli.options import DEFAULT_DATA, AsJson, Data, add, settings_of
from graph_api.cli.output import print_json, print_table

app = typer.Typer(rich_markup_mode=None)


@add(app, "shapes", "mandate shapes", "mandate shapes drafts/")
def shapes(
    folder: Annotated[
        Path | None, typer.Argument(metavar="[FOLDER]", exists=True, file_okay=False, help="Instead of the own one.")
    ] = None,
    data: Data = DEFAULT_DATA,
    as_json: AsJson = False,
) -> None:
    """Check the shapes of your own, and list them.

    They are the *.ttl files of the folder shapes in the data folder, or of MANDATE_SHAPES. Exit 1 if one is not taken:
    nothing is imported then.
    """
    from dataclasses import asdict

    from shapes.own import read_own_shapes

    own = read_own_shapes(folder or settings_of(data).own_shapes)
    found = own.shapes if own else ()
    if as_json:
        print_json([asdict(shape) for shape in found])
        return
    rows = [(s.file, s.iri, ", ".join(s.targets), "change" if s.near else "whole graph") for s in found]
    print_table(("file", "shape", "targets", "asked of"), rows)
