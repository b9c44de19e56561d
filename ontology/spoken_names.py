"""Names and numbers as people say them, in the forms in which they are written: "đồng chí Lê Văn Mẫu", "HĐND tỉnh"."""

import csv
import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from ontology.codes import concepts
from ontology.text import canonical

_HERE = Path(__file__).parent


def written_forms(text: str) -> Iterator[str]:
    """What else the text may be written as, in canonical form, the nearest first: without an honorific, a number
    without the word for its kind, abbreviations written out. Not the text itself."""
    said = canonical(text)
    plain = _honorific().sub("", said)
    number = _kind().sub("", plain)
    whole = _abbreviation().sub(lambda short: _abbreviations()[short.group()], plain) if number == plain else number
    yield from dict.fromkeys(form for form in (plain, number, whole) if form and form != said)


@cache
def _honorific() -> re.Pattern[str]:
    return re.compile(rf"^(?:{_any_of(_spoken()['honorifics'])})\s+")


@cache
def _kind() -> re.Pattern[str]:
    """Quy định số 67-QĐ/TW: the kind of a document and the word for its number, before the number."""
    kinds = {canonical(label) for label in concepts("document-kind")}
    return re.compile(rf"^(?:(?:{_any_of(kinds)})\s+)?(?:(?:{_any_of(_spoken()['number_words'])})\s*:?\s*)?(?=\d)")


@cache
def _abbreviation() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_any_of(_abbreviations())})(?!\w)")


@cache
def _abbreviations() -> dict[str, str]:
    """The abbreviations that mean one thing wherever they stand, by their canonical forms."""
    with (_HERE / "reference" / "abbreviations.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if not row["context"]]
    return {canonical(row["abbreviation"]): canonical(row["expansion"]) for row in rows}


@cache
def _spoken() -> dict[str, list[str]]:
    return tomllib.loads((_HERE / "spoken_names.toml").read_text("utf-8"))


def _any_of(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(map(canonical, words), key=len, reverse=True))
