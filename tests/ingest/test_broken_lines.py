"""Lines that a printed page only breaks are read as one, and every character keeps its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.extraction import extract
from ingest.lexicon import Lexicon
from ingest.rules.text.broken_lines import mended


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("của Ủy ban nhân\ndân tỉnh về", "của Ủy ban nhân dân tỉnh về"),
        ("ngày 26\ntháng 11 năm 2003", "ngày 26 tháng 11 năm 2003"),
        ("Căn cứ\nLuật Tổ chức Quốc hội;", "Căn cứ Luật Tổ chức Quốc hội;"),
        ("theo Quyết định số\n12/QĐ-TTg", "theo Quyết định số 12/QĐ-TTg"),
        ("các cơ quan\n3\nliên quan ở tỉnh", "các cơ quan   liên quan ở tỉnh"),
        ("ban hành kèm theo Quyết định này\n- 2 -\nmột bản", "ban hành kèm theo Quyết định này       một bản"),
    ],
)
def test_a_line_that_goes_on_is_joined_to_the_next(text: str, read: str) -> None:
    assert mended(text) == read


@pytest.mark.parametrize(
    "text",
    [
        "QUYẾT ĐỊNH\nvề việc điều động cán bộ",
        "Điều 1. Giao việc.\nđồng chí nào cũng làm",
        "gồm các việc sau:\na) Chọn người;\nb) Giao việc.",
        "Ủy viên\n- Ông Lê Văn Mẫu",
        "Lê Văn Mẫu\n\nđã ký",
        "Nơi nhận:          T/M BAN THƯỜNG VỤ\nlưu văn phòng",
    ],
)
def test_headings_items_and_columns_keep_their_lines(text: str) -> None:
    assert mended(text) == text


@pytest.mark.parametrize(
    "text", ["Huyện ủy Đại Từ\nÔng Lê Văn Mẫu, Bí thư", "Ông Lê Văn Năm\nÔng Hà Văn Thứ\nBà Đỗ Thị Sen"]
)
def test_a_name_that_ends_in_a_word_of_the_language_ends_its_line(text: str) -> None:
    assert mended(text) == text


def test_long_lines_are_joined_where_the_page_has_many_broken_ones() -> None:
    line = "Các cơ quan có liên quan của tỉnh phối hợp với Công an và"
    broken = f"{line}\nquân đội,\n" * 4
    text = f"{broken}Các cơ quan chuyên môn của tỉnh, các hội và Mặt trận\nTổ quốc cùng làm.\nĐiều 2. Thi hành."
    assert "Mặt trận Tổ quốc cùng làm.\nĐiều 2" in mended(text)


@given(st.text(alphabet="aạA1 .,;-\n\t|/", max_size=200))
def test_mending_changes_nothing_but_line_ends_and_page_numbers(text: str) -> None:
    read = mended(text)
    assert len(read) == len(text)
    assert {(a, b) for a, b in zip(text, read, strict=True) if a != b} <= {(c, " ") for c in "\n\t0123456789-–"}


def test_a_recital_over_several_lines_is_one() -> None:
    text = (
        "ỦY BAN NHÂN DÂN\nTỈNH LÀO CAI\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 77/QĐ-UBND\n"
        "Lào Cai, ngày 05 tháng 6\nnăm 2023\nQUYẾT ĐỊNH\nVề việc giao biên chế\n"
        "Căn cứ Luật Cán bộ, công\nchức ngày 13 tháng 11\nnăm 2008;\nQUYẾT ĐỊNH:\nĐiều 1. Giao biên chế."
    )
    facts = extract(text, Lexicon.load())
    assert [(d.name, d.issued) for d in facts.documents if not d.self] == [("Luật Cán bộ, công chức", "2008-11-13")]


def test_the_words_of_a_committee_in_capitals_are_joined() -> None:
    assert mended("TM. BAN CHẤP\nHÀNH TRUNG ƯƠNG\nTỔNG BÍ THƯ") == "TM. BAN CHẤP HÀNH TRUNG ƯƠNG\nTỔNG BÍ THƯ"
