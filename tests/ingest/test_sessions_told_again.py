"""Sessions that a page tells by number alone, whose body it told with another, and who meets under a short name."""

import pytest

from ingest.extraction import extract
from ingest.lexicon import Lexicon

COMMITTEE = "Ban Chỉ đạo phòng, chống tham nhũng, tiêu cực tỉnh Lào Cai"


def events(text: str) -> list[str]:
    return [e.name for e in extract(text, Lexicon.load()).events]


@pytest.mark.parametrize(
    "words", ["Từ sau Phiên họp thứ 5 đến nay, tỉnh đã", "Tại phiên họp thứ 5, tỉnh đã", "Phiên họp thứ 5 đã"]
)
def test_another_session_by_number_is_of_the_same_body(words: str) -> None:
    text = f"Ngày 14/8/2024, {COMMITTEE} họp Phiên thứ 6.\n{words} xem xét nhiều vụ án."
    assert f"phiên họp thứ 5 {COMMITTEE}".lower() in [name.lower() for name in events(text)]


@pytest.mark.parametrize(
    "more",
    [
        "Hội đồng nhân dân các xã họp trù bị phiên họp thứ 5.",
        "Kỳ họp thứ 5 là của nơi khác.",
    ],
)
def test_a_number_of_others_or_of_another_form_is_no_session_of_it(more: str) -> None:
    text = f"Ngày 14/8/2024, {COMMITTEE} họp Phiên thứ 6.\n{more}"
    assert events(text) == [f"Phiên họp thứ 6 {COMMITTEE}"]


def test_of_two_bodies_that_meet_a_number_alone_means_neither() -> None:
    text = (
        f"Ngày 14/8/2024, {COMMITTEE} họp Phiên thứ 6. Ủy ban Thường vụ Quốc hội họp Phiên thứ 42.\n"
        "Từ sau Phiên họp thứ 5 đến nay, tỉnh có nhiều thay đổi."
    )
    assert [name for name in events(text) if "thứ 5" in name] == []


def test_who_meets_may_be_told_by_the_short_name_right_before() -> None:
    text = f"{COMMITTEE} có 15 thành viên.\nChiều 12/7/2022, Ban Chỉ đạo họp phiên thứ nhất."
    found = [(e.name, e.date) for e in extract(text, Lexicon.load()).events]
    assert found == [(f"Phiên họp thứ nhất {COMMITTEE}", "2022-07-12")]


def test_all_who_chair_together_are_told_in_one_list() -> None:
    text = (
        "Sáng 3/10, Hội nghị lần thứ 34 Ban Chấp hành Đảng bộ tỉnh Lào Cai khai mạc. Ông Lê Văn Mẫu chủ trì hội nghị. "
        "Cùng chủ trì có Phó Bí thư Tỉnh ủy Trần Thị Thử, Chủ tịch UBND tỉnh Phạm Văn Ví."
    )
    chairs = [r.subject for r in extract(text, Lexicon.load()).relations if r.predicate == "chairs"]
    assert chairs == ["Lê Văn Mẫu", "Trần Thị Thử", "Phạm Văn Ví"]


def test_the_line_with_the_day_of_the_report_is_not_that_of_what_was_adopted() -> None:
    text = "Thứ sáu, 21/2/2025\nQuốc hội thông qua Luật Báo chí.\nNgày 18/2/2025, Quốc hội thông qua Luật Báo chí."
    assert [d.issued for d in extract(text, Lexicon.load()).documents] == ["2025-02-18"]
