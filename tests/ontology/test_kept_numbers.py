"""The form in which the graph keeps a number, whichever way somebody types it."""

import unicodedata

import pytest

from ontology.numbers import kept_form


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("67-QD/TW", "67-QĐ/TW"),
        ("67-QÐ/TW", "67-QĐ/TW"),
        (" 67 - QĐ / TW ", "67-QĐ/TW"),
        (unicodedata.normalize("NFD", "67-QĐ/TW"), "67-QĐ/TW"),
        ("45/2022/ND-CP", "45/2022/NĐ-CP"),
        ("67-QĐ/TW ngày 02/6/2022", "67-QĐ/TW ngày 02/6/2022"),
        ("no  number", "no number"),
    ],
)
def test_a_number_is_looked_for_as_it_is_kept(typed: str, kept: str) -> None:
    assert kept_form(typed) == kept == kept_form(kept)
