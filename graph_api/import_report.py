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
    return templates.get_template("import_report.html").render(report=report, policy=POLICY)
