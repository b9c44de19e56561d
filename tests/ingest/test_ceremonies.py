"""Ceremonies and openings: how far their names go, and which are only announced."""

import pytest

from ingest.extraction import extract
from ingest.facts import EventFact
from ingest.lexicon import Lexicon


def events(text: str) -> list[EventFact]:
    return extract(text, Lexicon.load()).events


def only(text: str) -> EventFact:
    (event,) = events(text)
    return event


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Sáng 4/3/2024, Bộ Nội vụ tổ chức Lễ kỷ niệm 80 năm Ngày truyền thống của ngành.",
            "Lễ kỷ niệm 80 năm Ngày truyền thống của ngành",
        ),
        (
            "Sáng 4/3/2024, Tỉnh ủy Lào Cai triệu tập Hội nghị Ban Chấp hành Đảng bộ tỉnh kỳ chuyên đề.",
            "Hội nghị Ban Chấp hành Đảng bộ tỉnh Lào Cai kỳ chuyên đề",
        ),
        (
            "Sáng 4/3/2024, Hội nghị lần thứ nhất Ban Chấp hành Đảng bộ tỉnh Lào Cai nhiệm kỳ 2020-2025 đã bầu.",
            "Hội nghị lần thứ nhất Ban Chấp hành Đảng bộ tỉnh Lào Cai nhiệm kỳ 2020-2025",
        ),
    ],
)
def test_a_name_goes_on_over_a_day_of_honour_and_the_years_of_a_term(text: str, name: str) -> None:
    assert (only(text).name, only(text).date) == (name, "2024-03-04")


def test_a_ceremony_that_a_letter_only_announces_is_not_held() -> None:
    text = (
        "Ngày 4/3/2024, UBND tỉnh Lào Cai có Công văn số 12/UBND-NC về việc tổ chức Lễ công bố các nghị quyết của tỉnh."
    )
    assert events(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Sáng 5/6/2024, Hội nghị Tỉnh ủy Lào Cai lần thứ 8 khai mạc.", "Hội nghị Tỉnh ủy Lào Cai lần thứ 8"),
        (
            "Sáng 5/6/2024, tỉnh Lào Cai tổ chức Lễ khai mạc Tháng thanh niên năm 2024.",
            "Lễ khai mạc Tháng thanh niên năm 2024",
        ),
        (
            "Sáng 5/6/2024, tại Hà Nội, Ủy ban Kiểm tra Trung ương họp Kỳ thứ 26.",
            "Kỳ họp thứ 26 Ủy ban Kiểm tra Trung ương",
        ),
    ],
)
def test_the_opening_of_a_meeting_is_no_part_of_its_name_but_of_a_ceremony(text: str, name: str) -> None:
    assert (only(text).name, only(text).date) == (name, "2024-06-05")
