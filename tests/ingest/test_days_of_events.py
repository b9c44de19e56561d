"""Which congresses are events, and the days on which events are told to take place."""

import pytest

from tests.ingest.told_events import events, only


@pytest.mark.parametrize(
    "text",
    [
        "Năm 2024, Đại hội MTTQ Việt Nam các cấp sẽ được tổ chức trước ngày 30/6/2024.",
        "Tỉnh tổ chức Đại hội đại biểu MTTQ Việt Nam cấp xã hoàn thành trước ngày 30/4/2024.",
        "Huyện tổ chức Đại hội điểm hoàn thành trước ngày 20/2/2024.",
        "Đại hội tiếp tục diễn ra vào sáng ngày 22/9/2023.",
    ],
)
def test_the_congresses_of_all_places_are_no_event(text: str) -> None:
    assert not events(text)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "Đại hội đại biểu Đảng bộ tỉnh Lào Cai lần thứ I chính thức khai mạc sáng nay (13/10/2025).",
            "2025-10-13",
        ),
        (
            "Sáng 28/9/2023, Hội Nông dân tỉnh Lào Cai tổ chức trọng thể Đại hội Hội Nông dân tỉnh Lào Cai lần thứ X.",
            "2023-09-28",
        ),
        (
            "17/09/2025 | 10:02\n\nSáng nay, tại Lào Cai diễn ra hội nghị công bố các quyết định về công tác cán bộ.",
            "2025-09-17",
        ),
        (
            "Đại hội đại biểu toàn quốc Hội Nông dân Việt Nam lần thứ V đã bế mạc vào sáng 20/12/2012.",
            "2012-12-20",
        ),
        (
            "Chiều nay (26/12/2018), sau 2 ngày làm việc, Hội nghị Trung ương 9 khóa XII bế mạc.",
            "2018-12-26",
        ),
    ],
)
def test_the_day_of_an_event_is_found_however_it_is_told(text: str, day: str) -> None:
    assert only(text).date == day
