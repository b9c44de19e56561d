"""What the shapes say, as text for people; and the options that choose among it."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from graph_api.cli.options import Lang
from graph_api.cli.output import print_table
from ontology.terms import local_name
from ontology.text import one_line

if TYPE_CHECKING:
    from shapes.selection import Selection

SHOWN = 50  # issues and results that are printed as text; JSON has all


class Severity(StrEnum):
    violation = "violation"
    warning = "warning"
    info = "info"


Gravity = Annotated[
    Severity | None, typer.Option("--severity", help="Only results of this gravity; the verdict is on all.")
]
Rule = Annotated[
    str,
    typer.Option("--rule", "--shape", metavar="NAME", help="Only results of this rule; Document is all Document-…."),
]
FileName = Annotated[str, typer.Option("--file", metavar="NAME", help="Only results on this source; * is anything.")]
Words = Annotated[str, typer.Option("--text", metavar="WORDS", help="Only results that these words stand in.")]


def selection(severity: Severity | None, rule: str, file: str, text: str) -> "Selection":
    """The results that the options ask for."""
    from shapes.selection import Selection

    return Selection(severity.value if severity else "", rule, file, text)


def print_findings(results: list[dict[str, Any]], lang: Lang) -> None:
    """How often each rule found something, the gravest first, and then each result."""
    from shapes.report_formats import counted

    why = {local_name(result["shape"]): result[f"reason_{lang.value}"] for result in results}
    rows = [(severity, name, count, why[name]) for severity, name, count in counted(results)]
    if rows:
        print_table(("severity", "rule", "count", "vì / why"), rows)
    _print_each(results, lang)


def _print_each(results: list[dict[str, Any]], lang: Lang) -> None:
    """What the shapes say: the rule in words, then the focus node, path and value, and the shape."""
    for result in results[:SHOWN]:
        value = f" = {result['value']}" if result["value"] else ""
        about = one_line(f"{result['focus_node']} {result['path'] or ''}{value}")
        print(f"! {result['severity']}: {one_line(result[f'message_{lang.value}'])}")
        if reason := result[f"reason_{lang.value}"]:
            print(f"    {one_line(reason)}")
        if waiver := result.get("waiver"):
            by = one_line(f"{waiver['author']}: {waiver['reason']}")
            print(f"    miễn trừ đến / waived until {waiver['until']} ({by})")
        print(f"    {about}  [{result['shape']}]")
        for place in result.get("places", []):
            where = place["locator"] or (f"{place['start']}-{place['end']}" if place["start"] is not None else "")
            print(
                f"    {one_line(place['file'])}{', ' if where else ''}{one_line(where)}: “{one_line(place['quote'])}”"
            )
    print_rest(len(results))


def print_rest(count: int) -> None:
    """How many more there are than are printed."""
    if count > SHOWN:
        print(f"  … {count - SHOWN} more; --json shows all")
