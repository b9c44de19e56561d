"""Commands that read files and store nothing: extract, validate."""

import json
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from graph_api.cli.errors import REFUSED, WRONG_USE, describe, exit_code, tell
from graph_api.cli.findings import FileName, Gravity, Rule, Words, print_findings, selection
from graph_api.cli.imports import print_issues
from graph_api.cli.options import DEFAULT_DATA, AsJson, Data, Lang, Language, Ocr, add, settings_of, versions_of
from graph_api.cli.output import print_json, progress_bar

if TYPE_CHECKING:
    from pyoxigraph import Store

    from ingest.reading import Reading
    from shapes.check import Report, Result

app = typer.Typer(rich_markup_mode=None)


class ReportForm(StrEnum):
    text = "text"
    json = "json"
    csv = "csv"
    turtle = "turtle"


@add(app, "extract", "mandate extract article.txt", "mandate extract inbox/*.txt --out facts/")
def extract(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", exists=True, dir_okay=False, readable=True)],
    out: Annotated[Path | None, typer.Option("--out", metavar="DIR", help="Write ID.json there for each file.")] = None,
    ocr: Ocr = False,
    _data: Data = DEFAULT_DATA,
    _as_json: AsJson = False,
) -> None:
    """Print the facts that texts state, as JSON; store nothing.

    Each fact bears the words that state it. One object for one file, a list for several. A file that cannot be read is
    named on stderr, the others go on; exit 1 then.
    """
    from ontology.errors import SourceError

    found: list[dict[str, Any]] = []
    failure = 0
    for file in files:
        try:
            found.append(_facts(file, ocr))
        except SourceError as error:
            tell(describe(error))
            failure = exit_code(error)
    if out:
        _write_all(found, out)
    elif len(files) > 1:
        print_json(found)
    elif found:
        print_json(found[0])
    if failure:
        raise typer.Exit(failure)


@add(app, "validate", "mandate validate graph.ttl", "mandate validate --version 2 --json")
def validate(
    files: Annotated[list[Path] | None, typer.Argument(metavar="[FILE...]", exists=True, readable=True)] = None,
    version: Annotated[int | None, typer.Option("--version", metavar="N", min=0, help="A published version.")] = None,
    form: Annotated[
        ReportForm, typer.Option("--format", help="text, json, csv, or turtle: a SHACL validation report.")
    ] = ReportForm.text,
    severity: Gravity = None,
    rule: Rule = "",
    file: FileName = "",
    text: Words = "",
    data: Data = DEFAULT_DATA,
    as_json: AsJson = False,
    lang: Language = Lang.vi,
) -> None:
    """Say whether files or a version conform to the shapes.

    Files are judged by themselves; `mandate import` judges them together with the graph. The shapes of the data
    folder's own are asked too. Each result comes with the words of the sources that it rests on. Exit 1 if they do not
    conform.
    """
    if bool(files) == (version is not None):
        raise typer.BadParameter("name files, or a version with --version N")
    if files:
        refused, issues, report = _validate_files(files, data)
    else:
        with versions_of(data).open(version) as view:
            refused, issues, report = False, [], _check(view.store, data)
    wanted = selection(severity, rule, file, text)
    shown = [result for result in report.results if wanted.keeps(asdict(result))]
    if as_json or form is ReportForm.json:
        results = _explained(shown)
        print_json({"conforms": report.conforms, "results": results, "issues": issues})
    else:
        _print_results(shown, form, lang, issues)
        if form is ReportForm.text:
            verdict = "đạt / conforms" if report.conforms else "không đạt / does not conform"
            print(f"{verdict}: {len(report.violations)} violations, {len(shown)} results, {len(issues)} issues")
    if refused or not report.conforms:
        raise typer.Exit(REFUSED)


def _print_results(shown: "list[Result]", form: ReportForm, lang: Lang, issues: list[dict[str, Any]]) -> None:
    """The issues of reading go to stderr where stdout is for a program."""
    from shapes.report_formats import as_csv, as_validation_report

    if form is ReportForm.text:
        print_issues(issues, lang)
        print_findings(_explained(shown), lang)
        return
    for entry in issues:
        tell(f"mandate: {entry['source']}: {entry[f'message_{lang.value}']}")
    print(as_csv(shown) if form is ReportForm.csv else as_validation_report(shown).serialize(format="turtle"), end="")


def _explained(results: "list[Result]") -> list[dict[str, Any]]:
    from shapes.reasons import explanation

    return [{**(told := asdict(result)), **explanation(told)} for result in results]


def _facts(path: Path, ocr: bool) -> dict[str, Any]:
    from ingest.extraction import extract as facts_of
    from ingest.facts_json import facts_as_json
    from ingest.lexicon import Lexicon
    from ingest.readers import read_source
    from ingest.scans import Scans
    from ontology.errors import SourceRefused

    source = read_source(path, scans=Scans(None, recognises=ocr))
    if source.form != "text":
        raise SourceRefused(
            f"{source.name} is no text",
            message_vi=f"{source.name}: không phải văn bản",
            hint="tables and RDF files state their facts themselves: `mandate import` reads them",
            hint_vi="bảng và tệp RDF tự nêu dữ kiện: đọc chúng bằng `mandate import`",
            file=source.name,
        )
    return facts_as_json(facts_of(source.text, Lexicon.load()), path.stem)


def _write_all(found: list[dict[str, Any]], folder: Path) -> None:
    names = [str(facts["id"]) for facts in found]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        tell(f"mandate: several files would be written as {', '.join(twice)}.json; nothing was written")
        raise typer.Exit(WRONG_USE)
    folder.mkdir(parents=True, exist_ok=True)
    for facts in found:
        text = json.dumps(facts, ensure_ascii=False, indent=2)
        (folder / f"{facts['id']}.json").write_text(text + "\n", "utf-8")


def _validate_files(files: list[Path], data: Path) -> tuple[bool, list[dict[str, Any]], "Report"]:
    """Whether a file was refused, the issues of reading, and what the shapes say of all files together."""
    from pyoxigraph import Store

    from ingest.known import Known
    from ingest.reading import SourceReader, files_below

    with progress_bar("validate") as progress:
        reader = SourceReader(Known(), rdf_limits=settings_of(data).rdf_limits)
        reading: Reading = reader.read(files_below(files), {}, progress or (lambda *_: None))
    store = Store()
    for graph in reading.graphs:
        store.extend(graph.quads())
    refused = any(outcome.status == "refused" for outcome in reading.outcomes)
    return refused, [entry.as_json() for entry in reading.issues], _check(store, data)


def _check(store: "Store", data: Path) -> "Report":
    from shapes.check import check_store
    from shapes.own import read_own_shapes
    from shapes.places import located

    own = read_own_shapes(settings_of(data).own_shapes)
    return located(own.check(store) if own else check_store(store), store)
