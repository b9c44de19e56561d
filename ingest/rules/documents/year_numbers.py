"""Numbers of documents that have a year and no code: Nghị quyết số 202/2025 của Quốc hội. For documents.py."""

import re
from collections.abc import Iterator

from ingest.cued import Cued
from ingest.rules.text.page import Page

_OF_YEAR = re.compile(r"\s(?:số\s*:?\s*)?(\d{1,5}/(?:19|20)\d\d)(?!\w|\s?[-–/])")
_FIGURES = Cued("", r"\d{1,5}/(?:19|20)\d\d(?!\w|\s?[-–/])")
_BEFORE = re.compile(r"\s(?:số\s*:?\s*)?$")
_REACH = 40  # characters before the figures in which the word for "number" stands


def numbers_of_years(page: Page) -> Iterator[re.Match[str]]:
    """Each such number, from the blank before it or its word on, in order; group 1 is the number."""
    for figures in page.each(_FIGURES):
        before = _BEFORE.search(page.low, max(0, figures.start() - _REACH), figures.start())
        number = _OF_YEAR.match(page.low, before.start()) if before else None
        if number:
            yield number
