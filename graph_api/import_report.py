"""Reports as pages for people, in Vietnamese and English side by side; they fetch nothing and run no script."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from graph_api.pages.texts import class_label, texts
from ontology.locators import locator_words
from shapes.grouping import counts, grouped
from shapes.selection import Selection

# It carries its style, as a file does, and a form that asks for the same page with other findings.
POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'self'"
SHOWN = 500  # findings, issues, questions of one page


def report_page(
    report: Mapping[str, Any], selection: Selection | None = None, *, start: int = 0, served: bool = False
) -> str:
    """HTML of what `Importer.report` gives, with `SHOWN` of the findings that are selected, from `start` on.

    `served`: the page stands at an address that answers other selections, so that it shows the form for them.
    """
    return _page("import_report.html", report["validation"], selection, start, report=report, served=served)


def validation_page(results: Sequence[Mapping[str, Any]], issues: Sequence[Mapping[str, Any]]) -> str:
    """HTML of findings and issues alone, as `mandate validate` has them."""
    return _page("validation_report.html", results, None, 0, report={"issue_list": issues}, served=False)


def _page(
    template: str, results: Sequence[Mapping[str, Any]], selection: Selection | None, start: int, **context: Any
) -> str:
    wanted = selection or Selection()
    chosen = [result for result in results if wanted.keeps(result)]
    found = {
        "counts": counts(results),
        "chosen": len(chosen),
        "groups": grouped(chosen, start, SHOWN),
        "start": start,
        "next": start + SHOWN if start + SHOWN < len(chosen) else None,
        "before": max(0, start - SHOWN) if start else None,
        "selection": asdict(wanted),
        "most": SHOWN,
    }
    return _templates().get_template(template).render(**found, **context, policy=POLICY)


@cache
def _templates() -> Environment:
    """Everything that goes into them is escaped."""
    templates = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "pages" / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    templates.filters["parted"] = parted
    templates.filters["where"] = where
    templates.filters["class_label"] = class_label
    templates.globals["said"] = lambda key: texts()[key]
    return templates


def where(entry: Mapping[str, Any], language: str) -> str:
    """Where in its file an issue stands: trang 3, page 3."""
    span = (entry["start"], entry["end"])
    return locator_words(entry["locator"] or "", "vi" if language == "vi" else "en", span)


def parted(place: Mapping[str, Any]) -> tuple[str, str, str]:
    """The sentence of a place as what stands before its words, the words, and what stands after them.

    Where the source could not be read again it is the quote, all of which is meant.
    """
    sentence, mark, end = place["sentence"], place["mark"], place["mark_end"]
    return (sentence[:mark], sentence[mark:end], sentence[end:]) if sentence else ("", place["quote"], "")
