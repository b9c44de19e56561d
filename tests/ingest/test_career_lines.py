"""Lines of a career, in the ways in which summaries of a life give the years."""

import pytest

from ingest.extraction import extract
from ingest.lexicon import Lexicon

LEXICON = Lexicon.load()
HEAD = "Tóm tắt tiểu sử đồng chí Lò Văn Pâng\nHọ và tên: Lò Văn Pâng\nNgày sinh: 01/01/1965\nQuá trình công tác:\n"
POSTS = ("Giám đốc Sở Y tế tỉnh Lai Châu", "Tỉnh ủy viên, Bí thư Huyện ủy Mường Tè")
HELD = {
    ("Lò Văn Pâng", "Giám đốc", "Sở Y tế tỉnh Lai Châu", "former"),
    ("Lò Văn Pâng", "Ủy viên", "Tỉnh ủy Lai Châu", "former"),
    ("Lò Văn Pâng", "Bí thư", "Huyện ủy Mường Tè", "former"),
}


def held(text: str) -> set[tuple[str, str, str, str]]:
    return {(h.person, h.role, h.body, h.status) for h in extract(text, LEXICON).holdings}


@pytest.mark.parametrize(
    "line",
    [
        "- Từ tháng 9/1986 đến tháng 5/1990: {}.",
        "- Tháng 9 năm 1986 - tháng 5 năm 1990: {}",
        "Từ 9/1986 đến 5/1990: Công tác tại tỉnh Lai Châu, giữ chức vụ {}.",
        "9/1986 - 5/1990 | {}",
        "Từ tháng 9/1986 đến tháng 5/1990\n{}",
        "9-1986 → 5-1990: {}",
        "Từ 1986-1990 {}",
        "Tháng 9/1986 – 5/1990, ông là {}.",
        "Từ năm 1986 tới năm 1990 làm {}",
        "- {} (1986-1990)",
        "{} (từ tháng 9/1986 đến tháng 5/1990);",
    ],
)
def test_the_years_of_a_line(line: str) -> None:
    assert held(HEAD + "\n".join(line.format(post) for post in POSTS)) == HELD


def test_a_long_career_is_that_of_the_one_named_at_its_head() -> None:
    lines = [
        f"- Từ tháng 2/{1980 + i} đến tháng 1/{1981 + i}: Trưởng phòng {i} Sở Y tế tỉnh Lai Châu, phụ trách tổ chức "
        "cán bộ, thi đua khen thưởng và công tác văn phòng của ngành trên địa bàn các huyện vùng cao."
        for i in range(20)
    ]
    text = HEAD + "\n".join([*lines, "- Từ tháng 2/2001 đến tháng 1/2005: Giám đốc Sở Y tế tỉnh Lai Châu."])
    assert ("Lò Văn Pâng", "Giám đốc", "Sở Y tế tỉnh Lai Châu", "former") in held(text)


def test_what_lasts_to_this_day_and_what_is_said_of_today() -> None:
    text = HEAD + "1986-1990: Giám đốc Sở Y tế tỉnh Lai Châu\n2020 - nay: Bí thư Huyện ủy Mường Tè"
    assert {(h[1], h[3]) for h in held(text)} == {("Giám đốc", "former"), ("Bí thư", "current")}
    now = (
        "Giám đốc Sở Y tế tỉnh Lai Châu Lò Văn Pâng phát biểu.\nTừ tháng 10-2015 đến tháng 10-2020, ông là Giám đốc Sở "
    )
    assert held(now + "Y tế tỉnh Lai Châu.") == {("Lò Văn Pâng", "Giám đốc", "Sở Y tế tỉnh Lai Châu", "current")}


def test_years_behind_a_post_that_ended_before_the_report() -> None:
    text = "Ngày 5/3/2024, ông Lò Văn Pâng từ trần. Ông là Giám đốc Sở Y tế tỉnh Lai Châu (1986-1990)."
    assert held(text) == {("Lò Văn Pâng", "Giám đốc", "Sở Y tế tỉnh Lai Châu", "former")}


def test_rows_of_a_table_with_bars() -> None:
    text = (
        "| STT | Họ và tên | Chức vụ |\n| 1 | Lò Văn Pâng | Giám đốc Sở Y tế tỉnh Lai Châu |\n| 2 | Vàng Thị Mỷ | "
        "Bí thư Tỉnh ủy Sơn La |"
    )
    assert held(text) == {
        ("Lò Văn Pâng", "Giám đốc", "Sở Y tế tỉnh Lai Châu", "current"),
        ("Vàng Thị Mỷ", "Bí thư", "Tỉnh ủy Sơn La", "current"),
    }
