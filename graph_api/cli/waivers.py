"""Commands on findings of the shapes that a steward lets pass: waiver add, list, withdraw, export, import."""

from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graph_api.cli.errors import tell
from graph_api.cli.options import DEFAULT_DATA, AsJson, Data, add, existing, opened
from graph_api.cli.output import print_json, print_table
from ontology.text import one_line, utf8

if TYPE_CHECKING:
    from ingest.imports import Importer
    from ingest.review.waiver_store import Waiver

app = typer.Typer(
    rich_markup_mode=None,
    no_args_is_help=True,
    help="Findings of the shapes that may pass: add, list, withdraw, export, import.",
)


class WaiverForm(StrEnum):
    csv = "csv"
    turtle = "turtle"


@add(
    app,
    "add",
    'mandate waiver add Document-issuedOn document/12-qd-tu --until 2027-06-30 --why "the archive has the date"',
)
def add_waiver(
    shape: Annotated[str, typer.Argument(metavar="RULE", help="The rule that the report names.")],
    focus_node: Annotated[str, typer.Argument(metavar="NODE", help="The thing it is about: its IRI or document/…")],
    until: Annotated[str, typer.Option("--until", metavar="DATE", help="The last day on which it may pass.")],
    why: Annotated[str, typer.Option("--why", help="The reason, kept with it.")],
    data: Data = DEFAULT_DATA,
    as_json: AsJson = False,
) -> None:
    """Let what a rule finds on one thing pass until a day. It no longer stops a publication, and is shown as waived."""
    from ingest.review.waiver_store import Waiver
    from ontology.identifiers import ID_BASE
    from ontology.terms import SHAPE_BASE

    node = focus_node if ":" in focus_node else ID_BASE + focus_node
    with opened(existing(data)) as workspace:
        author, now = workspace.settings.author, datetime.now(UTC).isoformat()
        kept = workspace.waivers.add(
            Waiver(shape.removeprefix(SHAPE_BASE), node, why, author, now, until), workspace.importer.own_shapes()
        )
        _tell_unknown(workspace.importer, [kept])
    if as_json:
        print_json(kept.as_json())
    else:
        print(f"{kept.id}: {kept.shape} {kept.focus_node} -> {kept.until}")


@add(app, "list", "mandate waiver list")
def list_waivers(data: Data = DEFAULT_DATA, as_json: AsJson = False) -> None:
    """List all waivers, with who, why and until when; those that hold today are marked."""
    with opened(existing(data)) as workspace:
        kept, today = workspace.waivers.all(), workspace.clock().date()
    if as_json:
        print_json([{**w.as_json(), "holds": w.holds(today)} for w in kept])
        return
    rows = [(w.id, "✓" if w.holds(today) else "", w.shape, w.focus_node, w.until, w.author, w.reason) for w in kept]
    print_table(("number", "holds", "rule", "node", "until", "author", "reason"), rows)


@add(app, "withdraw", "mandate waiver withdraw 3")
def withdraw(
    numbers: Annotated[list[int], typer.Argument(metavar="NUMBER...", min=1)],
    data: Data = DEFAULT_DATA,
    as_json: AsJson = False,
) -> None:
    """End waivers before their day; what they let pass stops a publication again."""
    with opened(existing(data)) as workspace:
        author, now = workspace.settings.author, datetime.now(UTC).isoformat()
        ended = workspace.waivers.withdraw(numbers, author=author, at=now)
    if as_json:
        print_json([w.as_json() for w in ended])
    else:
        print(f"đã rút / withdrawn: {', '.join(str(w.id) for w in ended)}")


@add(app, "export", "mandate waiver export > waivers.csv", "mandate waiver export --format turtle > waivers.ttl")
def export(
    data: Data = DEFAULT_DATA,
    form: Annotated[WaiverForm, typer.Option("--format", help="csv, or turtle: PROV-O.")] = WaiverForm.csv,
) -> None:
    """Print all waivers: rule, node, reason, who, when, until; ended ones too."""
    from ingest.review.waiver_files import waivers_as_csv
    from ingest.review.waiver_graph import waivers_as_turtle

    with opened(existing(data)) as workspace:
        kept, own = workspace.waivers.all(), workspace.importer.own_shapes()
    print(waivers_as_csv(kept) if form is WaiverForm.csv else waivers_as_turtle(kept, own), end="")


@add(app, "import", "mandate waiver import waivers.csv", "mandate waiver import waivers.ttl")
def import_waivers(
    file: Annotated[Path, typer.Argument(metavar="FILE", exists=True, dir_okay=False, readable=True)],
    data: Data = DEFAULT_DATA,
) -> None:
    """Keep the waivers of a CSV or Turtle file that are not here yet, with authors and days; all of it or nothing."""
    from ingest.review.waiver_files import waivers_from_csv
    from ingest.review.waiver_graph import waivers_from_turtle

    read = waivers_from_turtle if file.suffix.lower() == ".ttl" else waivers_from_csv
    waivers = read(utf8(file.read_bytes(), file.name), file.name)
    with opened(existing(data)) as workspace:
        new = workspace.waivers.take_in(waivers, workspace.importer.own_shapes())
        _tell_unknown(workspace.importer, waivers)
        today = workspace.clock().date()
    print(f"{new} miễn trừ mới / new waivers")
    ended = sum(not waiver.holds(today) for waiver in waivers)
    if ended:
        print(f"{ended} không còn hiệu lực / have ended")


def _tell_unknown(importer: "Importer", waivers: "list[Waiver]") -> None:
    """Says which waivers are for what no import has found."""
    from ingest.review.waived_findings import without_finding

    for waiver in without_finding(importer, waivers):
        about = one_line(f"{waiver.shape} {waiver.focus_node}")
        tell(f"mandate: {about}: không lần nhập nào có phát hiện này; kiểm tra tên quy tắc và đối tượng")
        tell(f"         {about}: no import has this finding; check the rule and the node")
