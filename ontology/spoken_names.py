"""Names and numbers as people say them, in the forms in which they are written: "đồng chí Lê Văn Mẫu", "HĐND tỉnh"."""

import csv
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

from ontology.codes import concepts
from ontology.text import canonical

_HERE = Path(__file__).parent


def written_forms(text: str) -> Iterator[str]:
    """What else the text may be written as, in canonical form, the nearest first: without an honorific, a number
    without the word for its kind, abbreviations written out. Not the text itself."""
    said = canonical(text)
    plain = without_honorific(said)
    number = _kind().sub("", plain)
    whole = (
        _abbreviation().sub(lambda short: _canonical_abbreviations()[short.group()], plain)
        if number == plain
        else number
    )
    yield from dict.fromkeys(form for form in (plain, number, whole) if form and form != said)


def without_honorific(name: str) -> str:
    """The name (NFC) without "đồng chí", "ông" … before it."""
    return _honorific().sub("", name, count=1)


@cache
def _honorific() -> re.Pattern[str]:
    return re.compile(rf"^(?:{_any_of(_spoken()['honorifics'])})\s*[.:]?\s+", re.IGNORECASE)


@cache
def _kind() -> re.Pattern[str]:
    """Quy định số 67-QĐ/TW: the kind of a document and the word for its number, before the number."""
    kinds = {canonical(label) for label in concepts("document-kind")}
    return re.compile(rf"^(?:(?:{_any_of(kinds)})\s+)?(?:(?:{_any_of(_spoken()['number_words'])})\s*:?\s*)?(?=\d)")


@cache
def _abbreviation() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_any_of(_canonical_abbreviations())})(?!\w)")


@cache
def abbreviations() -> Mapping[str, str]:
    """What each abbreviation means that means one thing wherever it stands, as printed: HĐND -> Hội đồng nhân dân."""
    with (_HERE / "reference" / "abbreviations.csv").open(encoding="utf-8", newline="") as file:
        return {row["abbreviation"]: row["expansion"] for row in csv.DictReader(file) if not row["context"]}


@cache
def _canonical_abbreviations() -> dict[str, str]:
    return {canonical(short): canonical(whole) for short, whole in abbreviations().items()}


@cache
def _spoken() -> dict[str, list[str]]:
    return tomllib.loads((_HERE / "spoken_names.toml").read_text("utf-8"))


def _any_of(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(map(canonical, words), key=len, reverse=True))
