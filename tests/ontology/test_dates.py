"""Dates keep their precision, and are bounded by days."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontology.dates import EDTF_DATATYPE, read_date, read_day
from ontology.errors import InvalidIdentifier

XSD = "http://www.w3.org/2001/XMLSchema#"
YEARS = st.integers(1900, 2100).map(str)
MONTHS = st.dates(date(1900, 1, 1), date(2100, 12, 31)).map(lambda day: day.isoformat()[:7])
DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31)).map(date.isoformat)
QUARTERS = st.builds("{}-Q{}".format, st.integers(1900, 2100), st.integers(1, 4))


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "datatype", "edtf"),
    [
        ("2022-06-02", "2022-06-02", "2022-06-02", XSD + "date", "2022-06-02"),
        ("2024-02", "2024-02-01", "2024-02-29", XSD + "gYearMonth", "2024-02"),
        ("2023-02", "2023-02-01", "2023-02-28", XSD + "gYearMonth", "2023-02"),
        ("2022-12", "2022-12-01", "2022-12-31", XSD + "gYearMonth", "2022-12"),
        ("2022", "2022-01-01", "2022-12-31", XSD + "gYear", "2022"),
        ("2023-Q1", "2023-01-01", "2023-03-31", EDTF_DATATYPE, "2023-33"),
        ("2023-Q2", "2023-04-01", "2023-06-30", EDTF_DATATYPE, "2023-34"),
        ("2023-Q3", "2023-07-01", "2023-09-30", EDTF_DATATYPE, "2023-35"),
        ("2023-Q4", "2023-10-01", "2023-12-31", EDTF_DATATYPE, "2023-36"),
    ],
)
def test_a_date_is_as_exact_as_it_is_written(text: str, earliest: str, latest: str, datatype: str, edtf: str) -> None:
    read = read_date(text)
    assert (read.earliest.isoformat(), read.latest.isoformat()) == (earliest, latest)
    assert (read.lexical, read.datatype, read.edtf) == (text, datatype, edtf)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "02/6/2022",
        "2022-6-2",
        "2022-13",
        "2022-00",
        "2022-06-31",
        "2023-02-29",
        "2023-Q0",
        "2023-Q5",
        "2023-q1",
        "２０２３-０６-３０",
        "٢٠٢٢",
        "2023-33",
        "22",
        "20222",
        "0000",
        "-2022",
        "2022-06-02T00:00:00",
        " 2022",
        "2022\n",
        "quý I/2023",
    ],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(InvalidIdentifier):
        read_date(text)


@given(st.one_of(YEARS, MONTHS, DAYS, QUARTERS))
def test_the_earliest_day_is_never_after_the_latest_and_the_words_are_kept(text: str) -> None:
    read = read_date(text)
    assert read.earliest <= read.latest
    assert read.lexical == text
    assert read.earliest.year == read.latest.year == int(text[:4])


@given(DAYS)
def test_a_day_lies_within_its_month_and_its_year(day: str) -> None:
    exact, month, year = (read_date(day[:length]) for length in (10, 7, 4))
    assert year.earliest <= month.earliest <= exact.earliest == exact.latest <= month.latest <= year.latest


@given(st.text(max_size=12))
def test_any_other_text_is_refused_in_our_own_words(text: str) -> None:
    try:
        assert read_date(text).lexical == text
    except InvalidIdentifier as error:
        assert str(error)


@pytest.mark.parametrize("text", ["2022-06", "2022", "2022-Q1", "2022-06-31", "today", "", "２０２３-０６-３０"])
def test_only_a_whole_day_is_a_day(text: str) -> None:
    assert read_day("2022-06-02") == date(2022, 6, 2)
    with pytest.raises(InvalidIdentifier):
        read_day(text)
