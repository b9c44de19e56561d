"""Vietnamese text: kept as NFC, compared in canonical form, searched folded."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontology.text import canonical, fold, nfc, old_tone_placement, slug

VIETNAMESE = st.text(alphabet="aàảãáạăằâầeèêềiìoòôồơờuùưừyỳdđĐÐð qhtnKHOA-,.", max_size=40)


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("khoá", "khóa"),
        ("Uỷ ban", "Ủy ban"),
        ("thuỷ", "thủy"),
        ("Khánh Hoà", "Khánh Hòa"),
        ("Thanh Hoá", "Thanh Hóa"),
        ("hoạ", "họa"),
        ("khoẻ", "khỏe"),
        ("UỶ BAN", "ỦY BAN"),
        ("HOÀ", "HÒA"),
    ],
)
def test_the_new_tone_placement_becomes_the_old_one(new: str, old: str) -> None:
    assert old_tone_placement(new) == old
    assert canonical(new) == canonical(old)


@pytest.mark.parametrize("word", ["hoàn", "toán", "quý", "Quỳnh", "hoạch", "xoài", "thuế", "tuyển", "khuyến", "loại"])
def test_a_tone_that_has_one_place_only_stays(word: str) -> None:
    assert old_tone_placement(word) == word


@pytest.mark.parametrize("word", ["khoá", "Ủy ban", "Tỉnh ủy Bắc Kạn", "Quyết định"])
def test_decomposed_text_is_the_same_name(word: str) -> None:
    decomposed = unicodedata.normalize("NFD", word)
    assert decomposed != word and nfc(decomposed) == word
    assert canonical(decomposed) == canonical(word) and fold(decomposed) == fold(word)


@given(st.text(alphabet="oOuUaAeEyYqQgnhm áàạéèẻẽẹýỷỹắậộôđ\u0301\u0323.\n", max_size=12))
def test_the_tone_moves_alike_whatever_the_normal_form(text: str) -> None:
    assert old_tone_placement(nfc(text)) == old_tone_placement(unicodedata.normalize("NFD", text))


def test_a_name_typed_with_eth_is_read_as_d_with_stroke() -> None:
    assert canonical("Ðảng") == canonical("Đảng") == "đảng"
    assert fold("QÐ") == fold("QĐ") == "qd"


def test_a_plain_d_is_not_a_d_with_stroke_but_is_found_by_search() -> None:
    assert canonical("67-QD/TW") != canonical("67-QĐ/TW")
    assert fold("67-QD/TW") == fold("67-QĐ/TW") == "67 qd tw"


def test_comparison_keeps_tones_and_search_drops_them() -> None:
    assert canonical("cổ") != canonical("cỏ")
    assert fold("cổ") == fold("cỏ") == "co"


def test_blanks_and_case_do_not_part_two_names() -> None:
    assert canonical("  Ban\u00a0 Bí  thư\n") == canonical("ban bí thư")


@pytest.mark.parametrize(("text", "expected"), [("Ban Bí thư", "ban-bi-thu"), ("67-QĐ/TW", "67-qd-tw"), ("…", "")])
def test_a_slug_is_folded_words_with_hyphens(text: str, expected: str) -> None:
    assert slug(text) == expected


@given(VIETNAMESE)
def test_each_form_is_stable_and_blind_to_the_normal_form(text: str) -> None:
    for form in (canonical, fold, slug):
        assert form(form(text)) == form(text)
        assert form(unicodedata.normalize("NFD", text)) == form(unicodedata.normalize("NFC", text))


@given(st.text(max_size=60))
def test_a_slug_of_any_text_can_stand_in_an_iri(text: str) -> None:
    assert set(slug(text)) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert not slug(text).startswith("-") and not slug(text).endswith("-") and "--" not in slug(text)
