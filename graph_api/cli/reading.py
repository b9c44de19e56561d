"""Commands that read files and store nothing: extract, validate."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory
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
    selection,
    where,
)
from graph_api.cli.imports import MappingFile, mapping_text, print_issues
from graph_api.cli.options import DEFAULT_DATA, AsJson, Data, Lang, Language, Ocr, add, settings_of, versions_of
from graph_api.cli.output import print_json, progress_bar, write_bytes
from graph_api.cli.usage import WrongUse

if TYPE_CHECKING:
    from pyoxigraph import Store

    from ingest.reading import Reading
    from ingest.told_report import KeptTexts
    from shapes.check import Report

app = typer.Typer(rich_markup_mode=None)


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
    mapping: MappingFile = None,
    ocr: Ocr = False,
    form: Form = ReportForm.text,
    severity: Gravity = None,
    rule: Rule = "",
    file: FileName = "",
    text: Words = "",
    most: Most = SHOWN,
    first: First = 1,
    data: Data = DEFAULT_DATA,
    as_json: AsJson = False,
    lang: Language = Lang.vi,
) -> None:
    """Say whether files or a version conform to the shapes.

    Files are judged by themselves, tables as --mapping says; `mandate import` judges them together with the graph. The
    shapes of the data folder's own are asked too, and its waivers hold. Each result comes with the words of the sources
    that it rests on. Exit 1 if they do not conform, or a file cannot be read.
    """
    if bool(files) == (version is not None):
        said = "nêu tên tệp, hoặc một phiên bản bằng --version N", "name files, or a version with --version N"
        raise WrongUse(said)
    if files:
        unread, issues, report = _validate_files(files, data, mapping_text(mapping) if mapping else "", ocr)
    else:
        with versions_of(data).open(version) as view:
            unread, issues, report = 0, [], _check(view.store, data, _kept_texts(data))
    results, wanted = _with_waivers(report, data), selection(severity, rule, file, text)
    conforms = not unread and not any(r["severity"] == "violation" and not r["waiver"] for r in results)
    shown = [result for result in results if wanted.keeps(result)]
    form = ReportForm.json if as_json else form
    if form is ReportForm.text:
        print_issues(issues, lang, most)
        print_findings(shown, lang, most, first)
        print(_verdict(results, unread, len(issues), lang, conforms=conforms))
    else:
        _print_report(shown, issues, form, lang, conforms=conforms)
    if not conforms:
        raise typer.Exit(REFUSED)


def _print_report(
    shown: list[dict[str, Any]], issues: list[dict[str, Any]], form: ReportForm, lang: Lang, *, conforms: bool
) -> None:
    """The report for programs, or as a page. Issues of reading go to stderr where there is no room for them."""
    from shapes.grouping import counts

    if form is ReportForm.json:
        print_json({"conforms": conforms, "counts": counts(shown), "results": shown, "issues": issues})
    elif form is ReportForm.html:
        from graph_api.import_report import validation_page

        print(validation_page(shown, issues), end="")
    else:
        for entry in issues:
            tell(f"mandate: {where(entry['source'], entry, lang)}: {entry[f'message_{lang.value}']}")
        print_for_programs(shown, form)


def _verdict(results: list[dict[str, Any]], unread: int, issues: int, lang: Lang, *, conforms: bool) -> str:
    """One line: whether all conforms, with how many of each gravity, waived ones, issues and files not read."""
    from graph_api.pages.texts import text
    from shapes.grouping import counts

    told, severities = counts(results), counts(results)["severities"]
    values = {name: severities.get(name, 0) for name in ("violation", "warning", "info")}
    verdict = text("checked-conforms" if conforms else "checked-not", lang.value)
    return text("checked", lang.value, verdict=verdict, waived=told["waived"], issues=issues, unread=unread, **values)


def _with_waivers(report: "Report", data: Path) -> list[dict[str, Any]]:
    """The results, told, with the waivers of the data folder."""
    from datetime import UTC, datetime

    from ingest.conformance import with_waivers
    from ingest.review.waiver_store import WaiverStore

    waivers = WaiverStore(settings_of(data).judgements_url)
    try:
        return with_waivers(report.as_json(), waivers.holding(datetime.now(UTC).date()))
    finally:
        waivers.close()


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
    return facts_as_json(facts_of(source.text, Lexicon.load(), source.content.published), path.stem)


def _write_all(found: list[dict[str, Any]], folder: Path) -> None:
    names = [str(facts["id"]) for facts in found]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        from ontology.errors import ImportStateError

        raise ImportStateError(
            f"several files would be written as {', '.join(twice)}.json; nothing was written",
            message_vi=f"nhiều tệp sẽ được ghi cùng tên {', '.join(twice)}.json; chưa ghi gì",
            hint="name the files one by one, each with an --out of its own",
            hint_vi="chạy riêng từng tệp, mỗi lần một --out",
        )
    folder.mkdir(parents=True, exist_ok=True)
    for facts in found:
        text = json.dumps(facts, ensure_ascii=False, indent=2)
        write_bytes(f"{text}\n".encode(), folder / f"{facts['id']}.json")


def _validate_files(
    files: list[Path], data: Path, mapping: str, ocr: bool
) -> tuple[int, list[dict[str, Any]], "Report"]:
    """How many files were refused, the issues of reading, and what the shapes say of all files together."""
    from pyoxigraph import Store

    from ingest.kept_sources import KeptSources
    from ingest.known import Known
    from ingest.reading import SourceReader, files_below
    from ingest.scans import Scans
    from ingest.tables.registry import mapping_of
    from ingest.told_report import KeptTexts

    mapped = mapping_of(mapping, "mapping") if mapping else None
    with progress_bar("validate") as progress, TemporaryDirectory(prefix="mandate-") as recognised:
        scans, paths = Scans(Path(recognised), recognises=ocr), files_below(files)
        mappings = dict.fromkeys(paths, mapped) if mapped else {}
        reader = SourceReader(Known(), mappings=mappings, scans=scans, rdf_limits=settings_of(data).rdf_limits)
        reading: Reading = reader.read(paths, {}, progress or (lambda *_: None))
        store = Store()
        for graph in reading.graphs:
            store.extend(graph.quads())
        refused = sum(outcome.status == "refused" for outcome in reading.outcomes)
        texts = KeptTexts(KeptSources(data / "sources"), scans, reading.paths, mapping)
        return refused, [entry.as_json() for entry in reading.issues], _check(store, data, texts)


def _kept_texts(data: Path) -> "KeptTexts":
    from ingest.kept_sources import KeptSources
    from ingest.scans import Scans
    from ingest.told_report import KeptTexts

    return KeptTexts(KeptSources(data / "sources"), Scans(data / "sources", recognises=False))


def _check(store: "Store", data: Path, texts: "KeptTexts") -> "Report":
    """What the shapes say of a store, with the sentences of the texts that it was read from."""
    from ingest.told_report import told, with_sentences
    from shapes.own import read_own_shapes
    from shapes.whole import check_whole

    settings = settings_of(data)
    own = read_own_shapes(settings.own_shapes, settings.shapes_timeout_s)
    report = told(own.check(store) if own else check_whole(store), store)
    return with_sentences(report, texts)
