"""The words of the generated pages in both languages: words.toml."""

from functools import cache
from pathlib import Path
from tomllib import loads

from docs.generator.markdown import both, lines, text
from ontology.terms import Labels


@cache
def words() -> dict[str, dict[str, str]]:
    """key -> {vi, en}."""
    return loads(Path(__file__).with_name("words.toml").read_text("utf-8"))


def said(key: str, **values: str) -> Labels:
    """The words of that key; `values` fill their places."""
    entry = words()[key]
    return Labels(entry["vi"].format_map(values), entry["en"].format_map(values))


def name(key: str) -> str:
    """ "Thuộc tính · Properties": for a heading or the head of a column."""
    return both(said(key))


def heading(key: str, level: int = 2) -> str:
    return f"{'#' * level} {name(key)}"


def prose(key: str, **values: str) -> str:
    """A paragraph in each language; the words are Markdown already."""
    told = said(key, **values)
    return f"{told.vi}\n\n{told.en}"


def in_cell(labels: Labels) -> str:
    """A line for each language."""
    return lines(text(labels.vi), text(labels.en) if labels.en != labels.vi else "")
