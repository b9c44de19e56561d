"""What the shapes say, as text for people; and the options that choose among it."""

import sys
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from graph_api.cli.options import Lang
from graph_api.cli.output import print_table
from ontology.text import one_line

if TYPE_CHECKING:
    from shapes.selection import Selection

SHOWN = 50  # issues and results that are printed as text; JSON has all
_AROUND = 240  # characters of a long sentence that are printed on either side of the words
_FILES = 10  # of the table of files


class Severity(StrEnum):
    violation = "violation"
    warning = "warning"
    info = "info"


class ReportForm(StrEnum):
    text = "text"
    json = "json"
    csv = "csv"
    turtle = "turtle"
    html = "html"


Form = Annotated[
    ReportForm, typer.Option("--format", help="text, json, csv, html, or turtle: a SHACL validation report.")
]
Gravity = Annotated[
    Severity | None, typer.Option("--severity", help="Only results of this gravity; the verdict is on all.")
]
Rule = Annotated[
    str,
    typer.Option("--rule", "--shape", metavar="NAME", help="Only results of this rule; Document is all Document-…."),
]
FileName = Annotated[str, typer.Option("--file", metavar="NAME", help="Only results on this source; * is anything.")]
Words = Annotated[str, typer.Option("--text", metavar="WORDS", help="Only results that these words stand in.")]
Most = Annotated[int, typer.Option("--limit", min=1, max=100_000, help="Most files, issues and results to print.")]
First = Annotated[int, typer.Option("--from-row", min=1, help="The first result to print, for the next page.")]


def selection(severity: Severity | None, rule: str, file: str, text: str) -> "Selection":
    """The results that the options ask for."""
    from shapes.selection import Selection

    return Selection(severity.value if severity else "", rule, file, text)


def print_findings(results: Sequence[Mapping[str, Any]], lang: Lang, most: int = SHOWN, first: int = 1) -> None:
    """How often each rule found something, the gravest first, and then the results, rule by rule."""
    from graph_api.pages.texts import text
    from shapes.grouping import counts, grouped

    if not results:
        return
    told = counts(results)
    columns = tuple(text(f"head-{name}", lang.value) for name in ("severity", "rule", "count"))
    rows = [(text(f"gravity-{r['severity']}", lang.value), r["rule"], r["count"]) for r in told["rules"]]
    print_table(columns, rows)
    if len(told["files"]) > 1:
        print()
        listed = [(entry["file"], entry["count"]) for entry in told["files"]]
        print_table((text("head-file", lang.value), columns[-1]), listed[:_FILES])
        print_rest(len(listed), lang, _FILES)
    number = first
    for group in grouped(results, first - 1, most):
        _print_rule(group.results[0], group.count, lang)
        for result in group.results:
            _print_result(result, number, lang)
            number += 1
    if number <= len(results):
        print(text("more-findings", lang.value, count=len(results) - number + 1, next=number))


def print_for_programs(results: Sequence[Mapping[str, Any]], form: ReportForm) -> None:
    """What the shapes say as CSV, or as the validation report of the SHACL specification in Turtle."""
    from shapes.report_formats import as_csv, as_validation_report

    print(as_csv(results) if form is ReportForm.csv else as_validation_report(results).serialize(), end="")


def print_rest(count: int, lang: Lang, shown: int = SHOWN) -> None:
    """How many more there are than are printed."""
    from graph_api.pages.texts import text

    if count > shown:
        print(text("more-entries", lang.value, count=count - shown))


def where(name: str, place: Mapping[str, Any], lang: Lang) -> str:
    """The file with its line, page, cell or characters: bao-cao.pdf, trang 3."""
    from ontology.locators import locator_words

    told = locator_words(place["locator"] or "", lang.value, (place["start"], place["end"]))
    return one_line(f"{name}, {told}" if told else name)


def marked(sentence: str, mark: int, mark_end: int) -> str:
    """The sentence with the words marked: in bold on a terminal, between signs elsewhere."""
    begin, end = ("\x1b[1m", "\x1b[0m") if sys.stdout.isatty() else ("»", "«")
    before, words, after = map(_flat, (sentence[:mark], sentence[mark:mark_end], sentence[mark_end:]))
    before = before if len(before) <= _AROUND else f"…{before[-_AROUND:]}"
    after = after if len(after) <= _AROUND else f"{after[:_AROUND]}…"
    return f"{before}{begin}{words}{end}{after}"


def _print_rule(result: Mapping[str, Any], count: int, lang: Lang) -> None:
    """What all results of a rule have in common: what is wrong, why the rule exists, what would mend it."""
    from graph_api.pages.texts import text

    severity = text(f"gravity-{result['severity']}", lang.value)
    print(f"\n! {severity} × {count} [{result['rule']}]: {one_line(result[f'wrong_{lang.value}'])}")
    if reason := result[f"reason_{lang.value}"]:
        print(f"    {text('because', lang.value)}: {one_line(reason)}")
    if fix := result[f"fix_{lang.value}"]:
        print(f"    -> {one_line(fix)}")


def _print_result(result: Mapping[str, Any], number: int, lang: Lang) -> None:
    """What it is about, the words of the sources, and who lets it pass."""
    from graph_api.pages.texts import text

    about, value = result[f"about_{lang.value}"], result[f"value_{lang.value}"] or result["value"]
    stated = f"{result[f'path_{lang.value}']} = {value}" if value else result[f"path_{lang.value}"]
    print(f"  {number}. {one_line(' — '.join(filter(None, (about, stated))) or result['focus_node'])}")
    print(f"     <{one_line(result['focus_node'])}>")
    for place in result["places"]:
        read = place["sentence"]
        words = marked(read, place["mark"], place["mark_end"]) if read else one_line(place["quote"])
        print(f"     {where(place['file'], place, lang)}: “{words}”")
    if waiver := result.get("waiver"):
        by, why = one_line(waiver["author"]), one_line(waiver["reason"])
        print(f"     {text('waived', lang.value, until=waiver['until'], by=by, why=why)}")


def _flat(text: str) -> str:
    """`text` without control characters, its blanks kept."""
    return "".join(sign if sign.isprintable() else " " for sign in text)
