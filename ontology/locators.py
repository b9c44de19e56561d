"""Where in a source words stand, for people: stored as "page 3", told as "trang 3" or "page 3"."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from ontology.language import Language

_FILE = Path(__file__).with_name("locators.toml")


def locator_words(locator: str, language: Language, span: tuple[int | None, int | None] = (None, None)) -> str:
    """A stored locator, as table 1, row 2 or Danh sách!B7, in the language; without one the characters of the span."""
    if not locator:
        start, end = span
        locator = "" if start is None or end is None else f"characters {start}-{end}"
    if language == "en" or "!" in locator:  # a cell is told as every spreadsheet tells it
        return locator
    return _parts().sub(lambda part: f"{_words()[part[1]]} ", locator)


@cache
def _words() -> Mapping[str, str]:
    return tomllib.loads(_FILE.read_text("utf-8"))


@cache
def _parts() -> re.Pattern[str]:
    """The name of a part before its number or name, at the beginning or behind a comma."""
    return re.compile(rf"(?:(?<=^)|(?<=, ))({'|'.join(_words())}) (?=\S)")
