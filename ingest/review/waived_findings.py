"""Which waivers let something pass that an import has, and which were perhaps mistyped."""

from collections.abc import Iterable

from ingest.imports import Importer
from ingest.review.waiver_store import Waiver


def without_finding(importer: Importer, waivers: Iterable[Waiver]) -> list[Waiver]:
    """The waivers for what no import that is staged or published has found: rule and thing do not go together."""
    found = {
        (result["rule"], result["focus_node"])
        for record in importer.records()
        if record.status in ("staged", "published") and record.violations + record.warnings
        for result in importer.validation(record.id)
    }
    return [waiver for waiver in waivers if (waiver.shape, waiver.focus_node) not in found]
