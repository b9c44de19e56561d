"""Numbers are read in every printed form, kept in one, and their type code is looked up in the code list."""

import unicodedata

import pytest

from ontology.errors import InvalidIdentifier
from ontology.numbers import DocumentNumber, known_code, read_number, type_codes


@pytest.mark.parametrize(
    ("printed", "canonical"),
    [
        ("67-QĐ/TW", "67-QĐ/TW"),
        ("67 - QĐ / TW", "67-QĐ/TW"),
        ("31/QĐ-TW", "31-QĐ/TW"),
        ("88/NQ-TU", "88-NQ/TU"),
        ("5053-CV/VPTW/nb", "5053-CV/VPTW/nb"),
        ("07-QĐi/TW", "07-QĐi/TW"),
        ("12a-KL/TW", "12a-KL/TW"),
        ("2024-QĐNS/TW", "2024-QĐNS/TW"),
        ("01-NQ/ĐH", "01-NQ/ĐH"),
        ("9–CT/TU", "9-CT/TU"),
    ],
)
def test_the_party_form_is_read_however_it_is_printed(printed: str, canonical: str) -> None:
    number = read_number(printed)
    assert (number.canonical, number.form) == (canonical, "party")


@pytest.mark.parametrize(
    ("printed", "canonical", "year"),
    [
        ("45/2022/NĐ-CP", "45/2022/NĐ-CP", "2022"),
        ("45 / 2022 / ND-CP", "45/2022/NĐ-CP", "2022"),
        ("202/2025/QH15", "202/2025/QH15", "2025"),
        ("123/QĐ-UBND", "123/QĐ-UBND", ""),
        ("77/QĐ-UBND-NC", "77/QĐ-UBND-NC", ""),
        ("15/TTr-UBND", "15/TTr-UBND", ""),
        ("123/QĐ-ĐHQGHN", "123/QĐ-ĐHQGHN", ""),
    ],
)
def test_the_state_form_keeps_its_year_and_issuer(printed: str, canonical: str, year: str) -> None:
    number = read_number(printed)
    assert (number.canonical, number.form, number.year) == (canonical, "state", year)


def test_a_number_typed_with_eth_is_read_as_d_with_stroke() -> None:
    assert read_number("67-QÐ/TW").canonical == "67-QĐ/TW"


def test_a_plain_d_is_read_as_the_code_of_the_code_list() -> None:
    assert read_number("66-QD/TW").code == "QĐ"
    assert read_number("45/2022/ND-CP").code == "NĐ"


def test_a_decomposed_number_is_the_composed_one() -> None:
    assert read_number(unicodedata.normalize("NFD", "67-QĐ/TW")) == read_number("67-QĐ/TW")


@pytest.mark.parametrize(
    "text", ["", "67", "67-QĐ", "ngày 02/6/2022", "02/6/2022", "67-XYZ/TW", "2021-2026", "24/7-ABC/TW", "A-QĐ/TW"]
)
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(InvalidIdentifier):
        read_number(text)


def test_only_the_number_at_the_beginning_is_read() -> None:
    number = read_number("67-QĐ/TW ngày 02/6/2022 của Ban Bí thư")
    assert (number.serial, number.code, number.issuer, number.length) == ("67", "QĐ", "TW", len("67-QĐ/TW"))


def test_a_full_stop_after_the_issuer_is_no_part_of_it() -> None:
    assert read_number("67-QĐ/TW. Ngay sau đó").canonical == "67-QĐ/TW"


@pytest.mark.parametrize("code", sorted(set(type_codes().values())))
def test_every_code_of_the_code_list_makes_a_number_that_reads_back_as_itself(code: str) -> None:
    number = DocumentNumber("12", code, "TW", "party")
    assert read_number(number.canonical).canonical == number.canonical


def test_a_code_that_no_list_holds_is_unknown() -> None:
    assert known_code("QQ") is None
    assert known_code("QD") == "QĐ"


@pytest.mark.parametrize("number", ["39/QĐ-BCĐCCHC", "12-KH/BCĐ", "7-QC/BCĐTW"])
def test_a_number_of_a_steering_committee_is_kept_as_printed(number: str) -> None:
    assert read_number(number).canonical == number
