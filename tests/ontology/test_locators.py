"""Where words stand is stored once and told in either language; what is no part of a source is left as it is."""

import pytest

from ontology.locators import locator_words


@pytest.mark.parametrize(
    ("locator", "told"),
    [
        ("line 12, column 5", "dòng 12, cột 5"),
        ("line 3, column issued", "dòng 3, cột issued"),
        ("page 3", "trang 3"),
        ("paragraph 4", "đoạn 4"),
        ("table 1, row 2, cell 3", "bảng 1, hàng 2, ô 3"),
        ("table 1, row 2, cell 3, table 1, row 1, cell 1", "bảng 1, hàng 2, ô 3, bảng 1, hàng 1, ô 1"),
        ("footnote 5", "chú thích 5"),
        ("endnote 1", "chú thích cuối 1"),
        ("Danh sách!B7", "Danh sách!B7"),
        ("page 1!B7", "page 1!B7"),
        ("B7", "B7"),
    ],
)
def test_a_locator_is_told_in_the_language_of_the_reader(locator: str, told: str) -> None:
    assert locator_words(locator, "vi") == told
    assert locator_words(locator, "en") == locator


def test_without_a_locator_the_characters_are_told() -> None:
    assert locator_words("", "vi", (3, 9)) == "ký tự 3-9"
    assert locator_words("", "en", (3, 9)) == "characters 3-9"
    assert locator_words("", "en") == ""
