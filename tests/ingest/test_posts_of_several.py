"""Posts that are given to several at once, posts that go on, and words that look like a body or a place."""

import pytest

from ingest.extraction import extract
from ingest.lexicon import Lexicon

LEXICON = Lexicon.load()


def held(text: str) -> set[tuple[str, str, str, str]]:
    return {(h.person, h.role, h.body, h.status) for h in extract(text, LEXICON).holdings}


def bodies(text: str) -> set[str]:
    return {b.name for b in extract(text, LEXICON).bodies}


def test_those_whose_names_follow_are_elected_to_the_post() -> None:
    text = (
        "Đại hội bầu 2 đồng chí có tên sau là Phó Chủ tịch Hội Nông dân tỉnh Lai Châu: Lò Văn Pâng, Vàng Thị Mỷ.\n"
        "Các Phó Chủ tịch Hội Nông dân tỉnh Sơn La: Giàng A Chu, Tẩn Thị Sử."
    )
    assert held(text) == {
        ("Lò Văn Pâng", "Phó Chủ tịch", "Hội Nông dân tỉnh Lai Châu", "appointed"),
        ("Vàng Thị Mỷ", "Phó Chủ tịch", "Hội Nông dân tỉnh Lai Châu", "appointed"),
        ("Giàng A Chu", "Phó Chủ tịch", "Hội Nông dân tỉnh Sơn La", "current"),
        ("Tẩn Thị Sử", "Phó Chủ tịch", "Hội Nông dân tỉnh Sơn La", "current"),
    }


def test_a_post_whose_time_is_made_longer_goes_on() -> None:
    text = "Thủ tướng kéo dài thời gian giữ chức Thứ trưởng Bộ Xây dựng đối với ông Lò Văn Pâng."
    assert held(text) == {("Lò Văn Pâng", "Thứ trưởng", "Bộ Xây dựng", "current")}


def test_a_post_said_of_several_is_not_that_of_the_next_who_is_named() -> None:
    text = "Theo phân công của Thủ tướng và các Phó Thủ tướng, Bộ trưởng Bộ Xây dựng Lò Văn Pâng đã kiểm tra dự án."
    assert held(text) == {("Lò Văn Pâng", "Bộ trưởng", "Bộ Xây dựng", "current")}


def test_small_words_that_the_rules_leave_out_do_not_end_a_career() -> None:
    text = (
        "Ông Lò Văn Pâng từng là Trưởng phòng Tổ chức cán bộ của cơ quan, Phó Giám đốc Sở Y tế tỉnh Lai Châu, "
        "Giám đốc Sở Y tế tỉnh Lai Châu."
    )
    assert {
        ("Lò Văn Pâng", "Phó Giám đốc", "Sở Y tế tỉnh Lai Châu", "former"),
        ("Lò Văn Pâng", "Giám đốc", "Sở Y tế tỉnh Lai Châu", "former"),
    } <= held(text)


def test_a_committee_with_another_name_is_not_the_one_named_before() -> None:
    text = (
        "Ban Chỉ đạo phòng, chống tham nhũng tỉnh Lai Châu đã họp. Dự họp có ông Lò Văn Pâng, Trưởng Ban Chỉ đạo Đổi "
        "mới và Phát triển doanh nghiệp."
    )
    assert not [h for h in held(text) if "tham nhũng" in h[2]]


@pytest.mark.parametrize("words", ["Các Sở và Viện đã nộp báo cáo.", "Bộ và Ủy ban đã nộp báo cáo."])
def test_a_joining_word_begins_no_name_of_a_body(words: str) -> None:
    assert bodies(words) == set()


def test_a_president_after_whom_a_prize_is_named_is_no_city() -> None:
    text = "Ông Lò Văn Pâng được tặng Giải thưởng Hồ Chí Minh. Giám đốc Sở Y tế cho biết điều đó."
    assert not [b for b in bodies(text) if "Hồ Chí Minh" in b]
    city = "UBND thành phố Hồ Chí Minh đã họp. Giám đốc Sở Y tế Lò Văn Pâng cho biết điều đó."
    assert held(city) == {("Lò Văn Pâng", "Giám đốc", "Sở Y tế thành phố Hồ Chí Minh", "current")}


@pytest.mark.parametrize(
    "words", ["kế nhiệm Thứ trưởng Giàng A Chu", "kế nhiệm ông Giàng Anh Chu", "thay ông Giàng Anh Chu"]
)
def test_who_follows_another_gets_the_post(words: str) -> None:
    text = f"Ông Lò Văn Pâng {words} làm Chánh Văn phòng Bộ Y tế."
    assert held(text) == {("Lò Văn Pâng", "Chánh Văn phòng", "Văn phòng Bộ Y tế", "appointed")}


def test_a_name_that_ends_like_a_word_for_a_person_is_no_such_word() -> None:
    text = (
        "Ông Lò Văn Pâng sinh năm 1970. Bộ Y tế và Lai Thế Anh đã ký. Tại hội nghị, Giàng Thế Anh đọc quyết định giao "
        "chức vụ Chánh Văn phòng Bộ Y tế."
    )
    assert not [h for h in held(text) if h[0] == "Lò Văn Pâng"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ông Lò Văn Pâng làm Giám đốc Nha Nông chính.", "Nha Nông chính"),
        ("Dự họp có ông Lò Văn Pâng, TVTU, Giám đốc Sở Y tế tỉnh Lai Châu.", "Ban Thường vụ Tỉnh ủy Lai Châu"),
        ("Sở Văn hóa Thể thao Du lịch tỉnh Lai Châu đã họp.", "Sở Văn hóa, Thể thao và Du lịch tỉnh Lai Châu"),
    ],
)
def test_old_and_short_names(text: str, name: str) -> None:
    assert name in {h[2] for h in held(text)} | bodies(text)


def test_a_committee_without_more_words_is_none_of_its_own() -> None:
    text = (
        "THỦ TƯỚNG CHÍNH PHỦ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 88/TTg-KTN\nGiao Bộ Xây dựng đề xuất thành viên "
        "Ban Chỉ đạo, kèm theo danh mục dự án."
    )
    assert "Ban Chỉ đạo" not in bodies(text)


def test_a_heading_in_capitals_that_lines_break_names_no_state_committee() -> None:
    text = "PHIÊN HỌP BAN CHỈ ĐẠO NHÀ NƯỚC CÁC DỰ ÁN TRỌNG ĐIỂM\nNGÀNH DẦU KHÍ\nCác thành viên Ban Chỉ đạo đã dự."
    assert not [b for b in bodies(text) if b.startswith("Ban Chỉ đạo")]
