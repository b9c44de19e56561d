"""Commands on imports: import, imports, show, publish, discard."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from graph_api.cli.errors import REFUSED, describe, exit_code, tell
from graph_api.cli.findings import (
    SHOWN,
    FileName,
    First,
    Form,
    Gravity,
    Most,
    ReportForm,
    Rule,
    Words,
    print_findings,
    print_for_programs,
    print_rest,
    selection,
    where,
)
from graph_api.cli.options import (
    DEFAULT_DATA,
    AsJson,
    Data,
    Lang,
    Language,
    Note,
    Ocr,
    add,
    existing,
    importer_of,
)
from graph_api.cli.output import print_json, print_table, progress_bar, write_bytes
from graph_api.cli.versions import print_change, print_version
from ontology.text import one_line, utf8

if TYPE_CHECKING:
    from ingest.extracted import ExtractedFacts
    from ingest.imports import Importer
    from ingest.records import ImportRecord

app = typer.Typer(rich_markup_mode=None)
ImportId = Annotated[str, typer.Argument(metavar="IMPORT", help="The id of an import; `mandate imports` lists them.")]
MappingFile = Annotated[
    Path | None,
    typer.Option(
        "--mapping", metavar="FILE", exists=True, dir_okay=False, help="TOML: which columns of the tables are which."
    ),
]


class SourceClass(StrEnum):
    """The code list source-class: how a text came to be."""

    official = "official"
    press = "press"
    reference = "reference"
    demonstration = "demonstration"
    other = "other"


@add(app, "import", "mandate import inbox/", "mandate import members.xlsx --mapping members.toml --publish")
def import_files(
    paths: Annotated[list[Path], typer.Argument(metavar="FILE|DIR...", exists=True, readable=True)],
    data: Data = DEFAULT_DATA,
    publish: Annotated[bool, typer.Option("--publish", help="Publish at once what the shapes accept.")] = False,
    note: Note = "",
    source_class: Annotated[
        SourceClass, typer.Option("--source-class", help="What kind of source the texts are.")
    ] = SourceClass.press,
    expect: Annotated[
        Path | None,
        typer.Option("--expect", metavar="FILE", exists=True, dir_okay=False, help="TOML: what the import must bring."),
    ] = None,
    mapping: MappingFile = None,
    ocr: Ocr = False,
    extracted: Annotated[
        Path | None,
        typer.Option("--extracted", metavar="DIR", exists=True, file_okay=False, help="What `spark extract` found."),
    ] = None,
    as_json: AsJson = False,
    lang: Language = Lang.vi,
) -> None:
    """Read files and stage what they change.

    Nothing is visible before it is published. A file that cannot be read is refused and named, the others go on. Exit 1
    if a file was refused or the shapes reject something; what was staged is kept all the same.
    """
    importer = importer_of(data, ocr=True) if ocr else importer_of(data)
    with progress_bar("import") as progress:
        record = importer.stage(
            paths,
            progress=progress,
            source_class=source_class.value,
            expectations=_expectations(expect) if expect else "",
            mapping=mapping_text(mapping) if mapping else "",
            extracted=_extracted(extracted) if extracted else None,
        )
    failure = _publish(importer, record, note) if publish and record.status == "staged" else 0
    record = importer.record(record.id)
    if as_json:
        print_json({**record.as_json(), "report": str(data / "imports" / record.id)})
    else:
        _print_summary(record, data, lang)
        print_issues(importer.issues(record.id), lang)
        print_findings(importer.validation(record.id), lang)
        _print_broken(importer.report(record.id)["broken_list"], lang)
        _print_next(record, lang)
    rejected = record.status != "published" and record.violations
    if failure or rejected or record.broken or any(f.status == "refused" for f in record.files):
        raise typer.Exit(failure or REFUSED)


@add(app, "imports", "mandate imports", "mandate imports --json")
def list_imports(data: Data = DEFAULT_DATA, as_json: AsJson = False) -> None:
    """List all imports, newest first."""
    records = importer_of(existing(data)).records()
    if as_json:
        print_json([record.as_json() for record in records])
        return
    rows = [
        (r.id, r.status, r.version, len(r.files), f"+{r.added}", f"-{r.removed}", r.issues, r.violations, r.warnings)
        for r in records
    ]
    columns = ("import", "status", "version", "files", "added", "removed", "issues", "violations", "warnings")
    print_table(columns, rows)


@add(app, "show", "mandate show 20260105-120000123-1a2b", "mandate show 20260105-120000123-1a2b --changes")
def show(
    import_id: ImportId,
    data: Data = DEFAULT_DATA,
    changes: Annotated[bool, typer.Option("--changes", help="The statements that come and go, too.")] = False,
    html: Annotated[
        Path | None,
        typer.Option("--html", metavar="FILE", dir_okay=False, help="Write the report as a page, in both languages."),
    ] = None,
    severity: Gravity = None,
    rule: Rule = "",
    file: FileName = "",
    text: Words = "",
    most: Most = SHOWN,
    first: First = 1,
    form: Form = ReportForm.text,
    as_json: AsJson = False,
    lang: Language = Lang.vi,
) -> None:
    """Show one import: its files, its issues, what the shapes say.

    --severity, --rule, --file and --text choose among what the shapes say; --limit and --from-row page it.
    """
    importer = importer_of(existing(data))
    report, wanted = importer.report(import_id), selection(severity, rule, file, text)
    report["validation"] = [result for result in report["validation"] if wanted.keeps(result)]
    if html or form is ReportForm.html:
        from graph_api.import_report import report_page

        write_bytes(report_page(report).encode(), html)
        if html:
            print(html)
        return
    if as_json or form is ReportForm.json:
        print_json(report)
        return
    if form is not ReportForm.text:
        print_for_programs(report["validation"], form)
        return
    _print_summary(importer.record(import_id), data, lang, most)
    print_issues(report["issue_list"], lang, most)
    print_findings(report["validation"], lang, most, first)
    _print_broken(report["broken_list"], lang)
    _print_coverage(report["coverage"], lang)
    if changes and report["status"] in ("staged", "published"):
        print_change(importer.change(import_id), everything=False, as_json=False)


@add(app, "publish", 'mandate publish 20260105-120000123-1a2b --note "reports of May"')
def publish_import(import_id: ImportId, data: Data = DEFAULT_DATA, note: Note = "", as_json: AsJson = False) -> None:
    """Make a staged import the newest version.

    Exit 1 if the shapes reject it; it stays staged then.
    """
    print_version(importer_of(existing(data)).publish(import_id, note=note), as_json=as_json)


@add(app, "discard", "mandate discard 20260105-120000123-1a2b")
def discard(import_id: ImportId, data: Data = DEFAULT_DATA, as_json: AsJson = False) -> None:
    """Throw a staged import away; its record stays."""
    record = importer_of(existing(data)).discard(import_id)
    if as_json:
        print_json(record.as_json())
    else:
        print(f"{record.id}: {record.status}")


def _publish(importer: "Importer", record: "ImportRecord", note: str) -> int:
    """Publishes, or says why not. Gives the exit code; what was staged is reported either way.

    What another import published in between is no failure: the report says that there is nothing new.
    """
    from ontology.errors import ExpectationBroken, ImportStateError, NotConformant

    try:
        importer.publish(record.id, note=note)
    except (NotConformant, ExpectationBroken) as error:
        tell(describe(error))
        return exit_code(error)
    except ImportStateError as error:
        if not error.facts.get("unchanged"):
            raise
    return 0


def _print_summary(record: "ImportRecord", data: Path, lang: Lang, most: int = SHOWN) -> None:
    """What became of the import and of its files, those that were refused first."""
    from graph_api.pages.texts import text

    state = text(f"state-{record.status}", lang.value) + (f" {record.version}" if record.version else "")
    change = {"added": record.added, "removed": record.removed, "base": record.base}
    print(text("import-line", lang.value, id=record.id, state=state, **change))
    said = {f.name: f.message_vi if lang is Lang.vi else f.message for f in record.files}
    rows = [
        (
            f.name,
            text(f"file-{f.status}", lang.value),
            _facts(f.facts, lang) or said[f.name].removeprefix(f"{f.name}: "),
        )
        for f in sorted(record.files, key=lambda f: f.status != "refused")[:most]
    ]
    print_table(tuple(text(f"head-{name}", lang.value) for name in ("file", "outcome", "facts")), rows)
    print_rest(len(record.files), lang, most)
    counts = {"issues": record.issues, "violations": record.violations, "warnings": record.warnings}
    print(text("import-counts", lang.value, path=str(data / "imports" / record.id), **counts))


def _facts(facts: dict[str, int], lang: Lang) -> str:
    """1 quyết định, 2 cấp ủy: what was read, in words."""
    from graph_api.pages.texts import class_label

    told = ((count, class_label(name, lang.value)) for name, count in facts.items() if name != "Evidence")
    return ", ".join(f"{count} {name[:1].lower()}{name[1:]}" for count, name in told)


def print_issues(issues: list[dict[str, Any]], lang: Lang, most: int = SHOWN) -> None:
    """What was not understood or refused: where, why, the words, and what to do."""
    for entry in issues[:most]:
        said = entry[f"message_{lang.value}"].removeprefix(f"{entry['source']}: ")
        print(
            "! "
            + one_line(said if said.startswith(entry["source"]) else f"{where(entry['source'], entry, lang)}: {said}")
        )
        if entry["quote"]:
            print(f"    “{one_line(entry['quote'])}”")
        if entry[f"hint_{lang.value}"]:
            print(f"    -> {one_line(entry[f'hint_{lang.value}'])}")
    print_rest(len(issues), lang, most)


def _print_broken(broken: list[dict[str, str]], lang: Lang) -> None:
    for expectation in broken:
        print(f"! {one_line(expectation[lang.value])}")


def _print_coverage(coverage: dict[str, Any], lang: Lang) -> None:
    """How many statements each rule gave, and which sentences gave none."""
    from graph_api.pages.texts import text

    columns = tuple(text(f"head-{name}", lang.value) for name in ("reading-rule", "statements"))
    print_table(columns, list(coverage["rules"].items())[:SHOWN])
    print(text("sentences-bare", lang.value, bare=coverage.get("bare", 0), sentences=coverage["sentences"]))
    for entry in coverage["uncovered"][:5]:
        print(f"    {where(entry['source'], {**entry, 'locator': ''}, lang)}: “{one_line(entry['sentence'][:160])}”")


def _extracted(out: Path) -> "ExtractedFacts":
    from ingest.extracted import ExtractedFacts

    return ExtractedFacts(out)


def _expectations(path: Path) -> str:
    """The text of a file of expectations. Raises SourceUnreadable for no UTF-8, SourceMalformed for another form."""
    from ingest.expectations import read_expectations

    text = utf8(path.read_bytes(), path.name)
    read_expectations(text, path.name)
    return text


def mapping_text(path: Path) -> str:
    """The text of a mapping file. Raises SourceUnreadable for no UTF-8, SourceMalformed for another form."""
    from ingest.tables.registry import mapping_of

    text = utf8(path.read_bytes(), path.name)
    mapping_of(text, path.name)
    return text


def _print_next(record: "ImportRecord", lang: Lang) -> None:
    from graph_api.pages.texts import text

    if record.status == "staged":
        step = "correct" if record.violations else "show" if record.broken else "publish"
        print(text(f"next-{step}", lang.value, id=record.id))
