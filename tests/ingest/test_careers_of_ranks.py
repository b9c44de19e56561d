"""Careers in the army and the police, and posts of the Party in offices that the words only call so."""

import pytest

from ingest.extraction import extract
from ingest.lexicon import Lexicon

LEXICON = Lexicon.load()


def held(text: str) -> set[tuple[str, str, str, str]]:
    return {(h.person, h.role, h.body, h.status) for h in extract(text, LEXICON).holdings}


def test_a_list_of_commands_goes_on_where_the_next_begins_like_a_unit() -> None:
    text = (
        "Thiếu tướng Lò Văn Pâng từng giữ các chức vụ: Trung đoàn trưởng Trung đoàn 82, Sư đoàn trưởng Sư đoàn 316, "
        "Phó Tư lệnh, Tham mưu trưởng Quân khu 2."
    )
    assert {(role, body) for _, role, body, _ in held(text)} == {
        ("Trung đoàn trưởng", "Trung đoàn 82"),
        ("Sư đoàn trưởng", "Sư đoàn 316"),
        ("Phó Tư lệnh", "Quân khu 2"),
        ("Tham mưu trưởng", "Quân khu 2"),
    }


def test_a_career_goes_on_in_the_same_sentence_up_to_a_year() -> None:
    text = (
        "Ông Lò Văn Pâng sinh năm 1965. Năm 1996, ông giữ chức Phó Trưởng Công an huyện Mường Tè; đến năm 2001 là Giám "
        "đốc Công an tỉnh Lai Châu. Ngày 1-6-2024, ông được bổ nhiệm giữ chức Thứ trưởng Bộ Công an."
    )
    assert held(text) == {
        ("Lò Văn Pâng", "Phó Trưởng Công an", "Công an huyện Mường Tè", "former"),
        ("Lò Văn Pâng", "Giám đốc", "Công an tỉnh Lai Châu", "former"),
        ("Lò Văn Pâng", "Thứ trưởng", "Bộ Công an", "appointed"),
    }


@pytest.mark.parametrize(
    ("post", "role", "body"),
    [
        ("Giám đốc Sở", "Giám đốc", "Sở Xây dựng tỉnh Lai Châu"),
        ("Bí thư Đảng ủy, Giám đốc Sở", "Bí thư", "Đảng ủy Sở Xây dựng tỉnh Lai Châu"),
        ("Chánh Văn phòng Sở", "Chánh Văn phòng", "Văn phòng Sở Xây dựng tỉnh Lai Châu"),
    ],
)
def test_an_office_that_stands_in_the_name_before_is_meant_by_its_first_word(post: str, role: str, body: str) -> None:
    text = (
        "Ban Thường vụ Đảng ủy Sở Xây dựng tỉnh Lai Châu nhiệm kỳ 2015 - 2020 có vi phạm. "
        f"Ông Lò Văn Pâng, với cương vị {post} chịu trách nhiệm người đứng đầu."
    )
    assert ("Lò Văn Pâng", role, body, "current") in held(text)


def test_the_party_of_an_office_has_a_committee_whose_posts_are_taken_together() -> None:
    text = (
        "Kỷ luật ông Lò Văn Pâng bằng hình thức cách chức Bí thư Đảng ủy, Ủy viên Ban Chấp hành Đảng bộ Sở Y tế tỉnh "
        "Lai Châu nhiệm kỳ 2020 - 2025."
    )
    assert held(text) == {
        ("Lò Văn Pâng", "Bí thư", "Đảng ủy Sở Y tế tỉnh Lai Châu", "dismissed"),
        ("Lò Văn Pâng", "Ủy viên", "Ban Chấp hành Đảng bộ Sở Y tế tỉnh Lai Châu", "dismissed"),
    }


def test_whom_another_decision_of_the_sentence_names_does_not_get_the_post_of_the_list() -> None:
    text = (
        "Quốc hội phê chuẩn bổ nhiệm Phó Thủ tướng Chính phủ đối với các ông: Lò Văn Pâng, Bộ trưởng Bộ Ngoại giao; "
        "Giàng A Chu, Bộ trưởng Bộ Tài chính; phê chuẩn bổ nhiệm bà Vàng Thị Mỷ giữ chức Bộ trưởng Bộ Tư pháp."
    )
    assert {person for person, role, *_ in held(text) if role == "Phó Thủ tướng"} == {"Lò Văn Pâng", "Giàng A Chu"}


def test_who_serves_a_minister_holds_no_post_of_the_ministry() -> None:
    text = "Bộ Tư pháp họp. Ông Lò Văn Pâng trải qua nhiều cương vị ở Bộ như thư ký Bộ trưởng, Vụ trưởng Vụ Pháp chế."
    assert not {role for _, role, *_ in held(text)} & {"Thư ký", "Bộ trưởng"}
