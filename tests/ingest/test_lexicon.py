"""The lexicon compares words in canonical form and finds the longest first, whole words only."""

import pytest

from ingest.lexicon import Lexicon, one_of


def test_the_longest_of_several_words_is_found() -> None:
    match = one_of(["bí thư", "bí thư tỉnh ủy"]).search("phó bí thư tỉnh ủy")
    assert match and match.group() == "bí thư tỉnh ủy"


@pytest.mark.parametrize("text", ["banh", "trăm ban7", "aban"])
def test_words_are_not_found_inside_other_words(text: str) -> None:
    assert one_of(["ban"]).search(text) is None


def test_marks_are_found_next_to_words() -> None:
    match = one_of([",", ", kiêm"]).match(", kiêm trưởng ban")
    assert match and match.group() == ", kiêm"


def test_an_abbreviation_with_a_full_stop_may_touch_the_next_word() -> None:
    match = one_of(["tp", "tp."]).search("ubnd tp.hcm")
    assert match and match.group() == "tp."


def test_no_words_find_nothing() -> None:
    assert one_of([]).search("ban") is None


def test_new_tone_placement_in_the_lists_is_read_as_the_old() -> None:
    assert one_of(["uỷ viên"]).search("ủy viên")


@pytest.mark.parametrize("words", ["bí thư tw đảng", "bí thư t.ư đảng", "bí thư tư đảng"])
def test_titles_are_known_by_every_word_for_the_centre(words: str) -> None:
    assert Lexicon.load().titles[words] == Lexicon.load().titles["bí thư trung ương đảng"]


def test_provinces_of_both_eras_are_known() -> None:
    provinces = Lexicon.load().provinces
    assert provinces["hà giang"] == "Hà Giang" and provinces["hồ chí minh"] == provinces["hcm"]


def test_a_head_with_two_kinds_of_tail_keeps_both() -> None:
    assert {head.tail for head in Lexicon.load().heads["đảng ủy"]} == {"unit", "body"}


def test_every_cue_list_makes_a_pattern_that_finds_its_own_words() -> None:
    lexicon = Lexicon.load()
    for name, words in lexicon.cues.items():
        assert all(one_of([w]).search(f" {w.lower()} ") for w in words), name
        assert lexicon.any_of(name) is lexicon.any_of(name)
