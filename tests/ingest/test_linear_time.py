"""A text twice as long takes twice the steps to read, whatever it repeats. Steps are counted: no clock decides."""

import sys
from types import FrameType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.extraction import extract
from ingest.lexicon import Lexicon
from ontology.text import nfc

CHARACTERS = 1_500  # of the shortest of three texts, of which each is twice as long as the one before
FEW = 10_000  # steps, in which what is done once a text still weighs
FRAGMENTS = (
    "ông Lê Văn Mẫu",
    "bà Đỗ Thị Sen,",
    "NGUYỄN VĂN MẪU",
    "Lê Mai\n",
    "Bí thư Tỉnh ủy Lào Cai",
    "Chủ tịch UBND",
    "các ông",
    "giữ chức",
    "thôi giữ chức vụ",
    "Trợ lý",
    "Tỉnh ủy viên",
    "Sở Nội vụ",
    "Ban Chỉ đạo",
    "tỉnh",
    "Quy định số 25-QĐ/TU",
    "Nghị quyết số",
    "ngày 5/6/2024",
    "của",
    "ban hành",
    "thay thế",
    "thành lập",
    "chủ trì Hội nghị",
    "dự Kỳ họp thứ hai HĐND tỉnh khóa XVI",
    "từ 5/2010 đến 3/2015:",
    "QUYẾT ĐỊNH\n",
    "Nơi nhận:\n",
    "KT. CHỦ TỊCH",
    "- ",
    "1. ",
    "(",
    "a",
    "12",
)


def steps(text: str) -> int:
    """How many functions are called to read the text, those of the interpreter counted."""
    found = 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal found
        found += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        extract(text, Lexicon.load())
    finally:
        sys.setprofile(before)
    return found


def growth(unit: str) -> tuple[int, int]:
    """The steps that the second and the third text take more than the one before."""
    times = max(4, CHARACTERS // len(unit))
    texts = [nfc(unit * times * longer) for longer in (1, 2, 4)]
    for text in texts[:2]:
        extract(text, Lexicon.load())  # patterns are built once
    first, second, third = (steps(text) for text in texts)
    return second - first, third - second


@given(st.lists(st.sampled_from(FRAGMENTS), min_size=1, max_size=4), st.sampled_from([" ", ", ", ". ", "\n", "\n\n "]))
@settings(max_examples=20)
def test_twice_the_text_takes_twice_the_steps(parts: list[str], glue: str) -> None:
    once, twice = growth(glue.join(parts) + glue)
    assert twice < FEW or twice <= 2.5 * once


@pytest.mark.parametrize(
    "unit",
    [
        "Nguyễn Văn Mẫu ",
        "Nguyễn Văn Mẫu, ",
        "Nguyễn Văn Mẫu\n",
        "bà Đỗ Thị Sen,\n\n ",
        "giữ chức Bí thư Tỉnh ủy ",
        "Ông Nguyễn Văn Mẫu, Bí thư Tỉnh ủy Lào Cai, ",
        "QUYẾT ĐỊNH Căn cứ Luật Mẫu số 1/2020/QH14 ngày 5/6/2020; ",
        "số 25-QĐ/TU ",
        "TM. BAN THƯỜNG VỤ\nBÍ THƯ\nNguyễn Văn Mẫu\n",
        "| Lê Mai | Bí thư | ",
        "Tại Kỳ họp thứ 7, Quốc hội đã thông qua Luật Đường bộ và Nghị quyết số 137/2024/QH15. ",
        "Kỳ họp thứ 5 HĐND tỉnh Lào Cai đã bế mạc. Từ sau Kỳ họp thứ 25 đến nay, ",
        "DANH SÁCH BAN CHẤP HÀNH ĐẢNG BỘ TỈNH LÀO CAI\n1. Lê Mai\n",
        "DANH SÁCH\nỦy viên Ban Thường vụ Tỉnh ủy Lào Cai\n",
        "1 Nguyễn Văn Mẫu 12/3/1972 Nam ",
        "Quy định số 25-QĐ/TU thay thế Quy định số 24-QĐ/TU; ",
        "Bộ Y tế, Thứ trưởng Lê Văn Mẫu, ",
        "và 2 Phó Chủ tịch UBND tỉnh là Đỗ Văn Sâm, Vũ Thị Sen, ",
        "các Ủy viên Bộ Chính trị, Bí thư Trung ương Đảng: Lê Văn Mẫu, Đỗ Thị Sen, ",
        "bầu bổ sung Ủy viên UBND tỉnh đối với 2 đại biểu, gồm các ông Lò Văn Pâng, ",
        "bầu Ban Thường vụ Tỉnh ủy Lào Cai gồm 2 đồng chí: 1. Lê Văn Mẫu, 2. Đỗ Thị Sen, ",
        "bầu 2 đồng chí vào Ban Thường vụ Tỉnh ủy Lai Châu: Lò Văn Pâng, Vàng Thị Mỷ, ",
        "HĐND xã Mường Hum gồm 2 ban: Ban Pháp chế và Ban Kinh tế - Ngân sách, ",
        "ông Pâng là Vụ trưởng Vụ Ngân sách nhà nước, ông Lò Văn Pâng, ",
        "Phó Thủ tướng Lê Văn Mẫu thay mặt Chính phủ ban hành Nghị định số 12/2022/NĐ-CP, ",
        "ban hành hai nghị quyết, gồm: Nghị quyết số 12/2025/QH15 và Nghị quyết số 13/2025/QH15, ",
        "Chỉ thị số 12-CT/TU về cải cách hành chính của Ban Thường vụ Tỉnh ủy Lào Cai, ",
        "đồng chí Lê Văn Mẫu chủ trì Hội nghị sơ kết công tác nội chính, ",
        "Phiên họp thứ nhất Ban Chấp hành Đảng bộ tỉnh Lào Cai khóa XVI, ",
        "1\n",
        ";",
    ],
)
def test_long_lists_of_names_posts_and_numbers_take_steps_in_line_with_their_length(unit: str) -> None:
    once, twice = growth(unit)
    assert twice <= 2.1 * once


@pytest.mark.parametrize(
    ("unit", "few"),
    [
        ("1\n", 32),  # no rule on careers, posts or births begins at a figure alone
        (";", 8),
        ("Nguyễn Văn Mẫu\n", 300),  # the lines over a name are looked at until one is no signature's
        ("số 25-QĐ/TU ", 210),  # a code is looked up in the code list once
    ],
)
def test_what_no_rule_reads_or_all_read_alike_takes_few_steps_each(unit: str, few: int) -> None:
    once, _ = growth(unit)
    assert once / max(4, CHARACTERS // len(unit)) <= few
