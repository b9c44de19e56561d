"""Members of committees whom reports list, and names and posts that the layout of a report joins."""

import pytest

from ingest.extraction import extract
from ingest.lexicon import Lexicon

LEXICON = Lexicon.load()


def held(text: str) -> set[tuple[str, str, str, str]]:
    return {(h.person, h.role, h.body, h.status) for h in extract(text, LEXICON).holdings}


def members(text: str, body: str) -> set[str]:
    return {person for person, role, of, _ in held(text) if role == "Ủy viên" and of == body}


LINES = "\n\n1. Lò Văn Pâng\n2. Đồng chí Giàng A Chu\n3. Vàng Thị Mỷ\n"


@pytest.mark.parametrize(
    "heading",
    [
        "Danh sách Ủy viên Bộ Chính trị khóa XIV:",
        "DANH SÁCH CÁC ĐỒNG CHÍ ỦY VIÊN BỘ CHÍNH TRỊ",
        "Danh sách Bộ Chính trị khóa XIV",
        "BỘ CHÍNH TRỊ KHÓA XIV (3 ĐỒNG CHÍ)",
    ],
)
def test_the_heading_of_lines_of_names_says_of_what_they_are_members(heading: str) -> None:
    assert members(heading + LINES, "Bộ Chính trị") == {"Lò Văn Pâng", "Giàng A Chu", "Vàng Thị Mỷ"}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Ban Chấp hành đã bầu Bộ Chính trị gồm 3 đồng chí: Lò Văn Pâng, Giàng A Chu, Vàng Thị Mỷ.", "appointed"),
        ("Dự họp có các đồng chí trong Bộ Chính trị: Lò Văn Pâng; Giàng A Chu; Vàng Thị Mỷ.", "current"),
    ],
)
def test_members_are_listed_in_one_sentence(text: str, status: str) -> None:
    people = ("Lò Văn Pâng", "Giàng A Chu", "Vàng Thị Mỷ")
    assert held(text) == {(name, "Ủy viên", "Bộ Chính trị", status) for name in people}


def test_the_standing_secretaries_are_no_members_of_a_committee_of_their_own() -> None:
    text = "Thường trực Tỉnh ủy Lai Châu gồm Bí thư Lò Văn Pâng, Phó Bí thư Thường trực Giàng A Chu."
    assert held(text) == {
        ("Lò Văn Pâng", "Bí thư", "Tỉnh ủy Lai Châu", "current"),
        ("Giàng A Chu", "Phó Bí thư Thường trực", "Tỉnh ủy Lai Châu", "current"),
    }


def test_who_has_another_post_in_the_committee_is_not_called_its_member_too() -> None:
    text = (
        "Danh sách Ban Chấp hành Đảng bộ tỉnh Lai Châu khóa XV:\n"
        "1. Lò Văn Pâng, Bí thư Tỉnh ủy\n2. Vàng Thị Mỷ, Giám đốc Sở Y tế\n"
    )
    assert members(text, "Ban Chấp hành Đảng bộ tỉnh Lai Châu") == {"Vàng Thị Mỷ"}


@pytest.mark.parametrize("dash", ["-", "- ", " -", " - "])
def test_a_dash_parts_a_name_from_a_post_however_it_is_set(dash: str) -> None:
    text = f"Dự lễ có ông Lò Văn Pâng{dash}Giám đốc Sở Y tế tỉnh Lai Châu."
    assert held(text) == {("Lò Văn Pâng", "Giám đốc", "Sở Y tế tỉnh Lai Châu", "current")}


@pytest.mark.parametrize(
    "text",
    [
        "Ông Lò Văn Pâng\nGiám đốc Sở Y tế tỉnh Lai Châu\n\nBà Vàng Thị Mỷ\nGiám đốc Sở Tư pháp tỉnh Lai Châu\n",
        "1. Ông Lò Văn Pâng (sinh năm 1970): Giám đốc Sở Y tế tỉnh Lai Châu.\n"
        "2. Bà Vàng Thị Mỷ: Giám đốc Sở Tư pháp tỉnh Lai Châu.\n",
    ],
)
def test_the_post_stands_under_the_name_or_behind_the_colon_of_an_item(text: str) -> None:
    assert held(text) == {
        ("Lò Văn Pâng", "Giám đốc", "Sở Y tế tỉnh Lai Châu", "current"),
        ("Vàng Thị Mỷ", "Giám đốc", "Sở Tư pháp tỉnh Lai Châu", "current"),
    }


def test_the_posts_of_a_death_notice_are_those_of_the_name_in_capitals_over_them() -> None:
    text = (
        "TIN BUỒN\nTỉnh ủy Lai Châu và gia đình thương tiếc báo tin:\nĐồng chí LÒ VĂN PÂNG\n"
        "Sinh ngày 1/5/1940; quê quán: xã Mường Kim. Vào Đảng năm 1960; Ủy viên Ban Chấp hành Trung ương Đảng khóa VI; "
        "nguyên Bí thư Tỉnh ủy Lai Châu; Huân chương Độc lập hạng Ba.\nĐồng chí từ trần ngày 3/4/2023.\n"
    )
    assert held(text) == {
        ("Lò Văn Pâng", "Ủy viên", "Ban Chấp hành Trung ương Đảng", "former"),
        ("Lò Văn Pâng", "Bí thư", "Tỉnh ủy Lai Châu", "former"),
    }


def test_all_of_whom_a_decision_says_why_they_leave_lose_the_post() -> None:
    text = (
        "HĐND tỉnh Lai Châu miễn nhiệm chức danh Ủy viên UBND tỉnh đối với ông Lò Văn Pâng, do nghỉ hưu; "
        "ông Giàng A Chu, được điều động giữ chức Bí thư Huyện ủy Mường Tè."
    )
    assert held(text) == {
        ("Lò Văn Pâng", "Ủy viên", "Ủy ban nhân dân tỉnh Lai Châu", "dismissed"),
        ("Giàng A Chu", "Ủy viên", "Ủy ban nhân dân tỉnh Lai Châu", "dismissed"),
        ("Giàng A Chu", "Bí thư", "Huyện ủy Mường Tè", "appointed"),
    }


def test_whoever_follows_a_semicolon_does_not_lose_a_post_of_which_nothing_is_said() -> None:
    text = (
        "HĐND tỉnh Lai Châu miễn nhiệm chức danh Chủ tịch UBND tỉnh đối với ông Lò Văn Pâng, do nghỉ hưu; "
        "ông Giàng A Chu giữ chức Chủ tịch UBND tỉnh."
    )
    assert held(text) == {
        ("Lò Văn Pâng", "Chủ tịch", "Ủy ban nhân dân tỉnh Lai Châu", "dismissed"),
        ("Giàng A Chu", "Chủ tịch", "Ủy ban nhân dân tỉnh Lai Châu", "appointed"),
    }


def test_a_counted_group_gets_the_post_by_its_list() -> None:
    text = (
        "HĐND tỉnh Lai Châu bầu bổ sung Ủy viên UBND tỉnh đối với 2 đại biểu, gồm các ông Lò Văn Pâng - Giám đốc Sở "
        "Tài chính và Giàng A Chu - Giám đốc Sở Nội vụ."
    )
    named = {(person, role, status) for person, role, _, status in held(text)}
    assert named >= {("Lò Văn Pâng", "Ủy viên", "appointed"), ("Giàng A Chu", "Ủy viên", "appointed")}
