"""Dates that keep their precision: a day, a month, a year or a quarter (EDTF), and the days that bound them."""

import calendar
import re
from dataclasses import dataclass
from datetime import date

from ontology.errors import InvalidIdentifier

_XSD = "http://www.w3.org/2001/XMLSchema#"
EDTF_DATATYPE = "http://id.loc.gov/datatypes/edtf"
_EDTF_QUARTER = 32  # ISO 8601-2: 33 … 36 in place of the month
# ASCII: digits of other scripts would be kept as they are, in literals that no engine takes for dates.
_FORM = re.compile(r"(\d{4})(?:-(?:Q([1-4])|(\d{2})(?:-(\d{2}))?))?", re.ASCII)


@dataclass(frozen=True, slots=True)
class ImpreciseDate:
    """A calendar date as exact as its source: `lexical` is 2022-06-02, 2022-06, 2022 or 2023-Q1."""

    lexical: str
    earliest: date
    latest: date
    datatype: str  # IRI of the literal's datatype

    @property
    def edtf(self) -> str:
        """The literal's lexical form: a quarter is 2023-33 … 2023-36 in EDTF (ISO 8601-2), all else as it is."""
        year, quarter = self.lexical.split("-Q") if "-Q" in self.lexical else (self.lexical, "")
        return f"{year}-{_EDTF_QUARTER + int(quarter)}" if quarter else self.lexical


def read_date(text: str) -> ImpreciseDate:
    """The date that `text` writes in ISO form, 2023-Q1 for a quarter. Raises InvalidIdentifier for anything else."""
    match = _FORM.fullmatch(text)
    if not match:
        raise InvalidIdentifier(
            f"no date: {text[:40]!r}",
            message_vi=f"không phải ngày tháng: {text[:40]!r}",
            hint="write 2022-06-02, 2022-06, 2022 or 2022-Q1",
            hint_vi="viết 2022-06-02, 2022-06, 2022 hoặc 2022-Q1",
        )
    year, quarter, month, day = (int(g) if g else None for g in match.groups())
    assert year is not None
    try:
        if day is not None and month is not None:
            exact = date(year, month, day)
            return ImpreciseDate(text, exact, exact, _XSD + "date")
        if month is not None:
            return ImpreciseDate(text, date(year, month, 1), _month_end(year, month), _XSD + "gYearMonth")
        if quarter is not None:
            first = date(year, 3 * quarter - 2, 1)
            return ImpreciseDate(text, first, _month_end(year, 3 * quarter), EDTF_DATATYPE)
        return ImpreciseDate(text, date(year, 1, 1), date(year, 12, 31), _XSD + "gYear")
    except ValueError as error:
        raise InvalidIdentifier(
            f"no day of the calendar: {text!r}", message_vi=f"ngày không có trong lịch: {text!r}"
        ) from error


def read_day(text: str) -> date:
    """The one day that `text` writes, 2022-06-02. Raises InvalidIdentifier for anything else, a whole month too."""
    read = read_date(text)
    if read.earliest != read.latest:
        raise InvalidIdentifier(
            f"{text!r} is no single day",
            message_vi=f"{text!r} không phải một ngày",
            hint="write the whole day, such as 2022-06-02",
            hint_vi="viết đủ ngày, tháng, năm như 2022-06-02",
        )
    return read.earliest


def stored_date(lexical: str) -> ImpreciseDate | None:
    """The date that a literal of ours holds, a quarter in EDTF form (2023-33) among them; None if it is no date."""
    year, _, rest = lexical.partition("-")
    if len(rest) == 2 and rest.isdecimal() and int(rest) > _EDTF_QUARTER:
        lexical = f"{year}-Q{int(rest) - _EDTF_QUARTER}"
    try:
        return read_date(lexical)
    except InvalidIdentifier:
        return None


def _month_end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])
