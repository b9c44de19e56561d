"""The series in which a document is numbered; derived at ingest, as a number alone does not tell it.

Party       numbers restart from 01 with each term of congress, for each type code and issuer: "QĐ/TW XIII"
State       they restart with each year: "NĐ-CP 2022"; those of the National Assembly and its Standing Committee, whose
            code bears its own term, run through that term, laws and resolutions together: "QH15"

A Party issuer below the centre counts by the terms of its own congresses, which no table here has: it gets no series.
"""

import csv
import re
from functools import cache
from pathlib import Path

from ontology.dates import ImpreciseDate, read_date
from ontology.errors import InvalidIdentifier
from ontology.numbers import DocumentNumber, read_number

_TERMS = Path(__file__).parent / "reference" / "terms.csv"
_CENTRAL = re.compile(r"[A-ZĐ]*TW")  # TW, VPTW, BNCTW, UBKTTW
_OF_ASSEMBLY = re.compile(r"(?:UBTV)?QH\d+")


def serial_of(number: str) -> int | None:
    """67 of 67-QĐ/TW and of 67a-QĐ/TW; None for what is no document number."""
    read = _read(number)
    return int(re.sub(r"\D", "", read.serial)) if read else None


def series_of(number: str, issued: ImpreciseDate | None) -> str | None:
    """The series of a number that was given on a date; None where number and date do not tell it."""
    read = _read(number)
    if read is None:
        return None
    if read.form == "party":
        term = term_at(issued) if issued and _CENTRAL.fullmatch(read.issuer) else None
        return f"{read.code}/{read.issuer} {term}" if term else None
    if _OF_ASSEMBLY.fullmatch(read.issuer):
        return read.issuer
    year = read.year or _year(issued)
    return f"{read.code}-{read.issuer} {year}".lstrip("-") if year else None


def term_at(day: ImpreciseDate) -> str | None:
    """The roman number of the term of congress in which all of the date lies; the day of closing is in the next one."""
    first, last = (_last_begun(bound.isoformat()) for bound in (day.earliest, day.latest))
    return first if first == last else None


def _last_begun(day: str) -> str | None:
    return next((congress for closed, congress in reversed(_terms()) if closed <= day), None)


@cache
def _terms() -> tuple[tuple[str, str], ...]:
    """(first day, congress), in order of time."""
    with _TERMS.open(encoding="utf-8", newline="") as file:
        rows = [(read_date(row["closed"]).latest.isoformat(), row["congress"]) for row in csv.DictReader(file)]
    return tuple(sorted(rows))


def _year(issued: ImpreciseDate | None) -> str:
    return str(issued.earliest.year) if issued and issued.earliest.year == issued.latest.year else ""


def _read(number: str) -> DocumentNumber | None:
    try:
        return read_number(number)
    except InvalidIdentifier:
        return None
