"""The report of an import as one page for people, in Vietnamese and English side by side; it fetches nothing."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'"  # it carries its style, as a file does


def report_page(report: Mapping[str, Any]) -> str:
    """HTML of what `Importer.report` gives. Everything in it is escaped."""
    templates = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "pages" / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    templates.filters["parted"] = parted
    return templates.get_template("import_report.html").render(report=report, policy=POLICY)


def parted(quote: str, value: str | None) -> tuple[str, str, str]:
    """A quote as what stands before the value, the value, and what stands after it; an IRI may stand by its last part.

    All of the quote is meant where the value does not stand in it: of a text it is the very words.
    """
    whole = value or ""
    for words in (whole, whole.rstrip("/#").rpartition("#")[2].rpartition("/")[2]):
        if words and words in quote:
            return quote.partition(words)
    return "", quote, ""
