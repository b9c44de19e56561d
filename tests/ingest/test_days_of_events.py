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


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "Sáng 29/9, tại Trung tâm Hội nghị tỉnh đã diễn ra Đại hội đại biểu Đảng bộ tỉnh Lào Cai lần thứ I,"
            " nhiệm kỳ 2025-2030.",
            "2025-09-29",
        ),
        ("Chiều 12-10, Đảng bộ tỉnh Lào Cai khai mạc Đại hội đại biểu lần thứ I, nhiệm kỳ 2025 - 2030.", "2025-10-12"),
        ("Ngày 25/12, Chi bộ Văn phòng tổ chức Đại hội Chi bộ Văn phòng lần thứ VI, nhiệm kỳ 2025-2027.", None),
        (
            "Ngày 20/3, Tỉnh ủy bàn việc chuẩn bị Đại hội đại biểu Đảng bộ tỉnh Lào Cai lần thứ I, nhiệm kỳ 2025-2030.",
            None,
        ),
    ],
)
def test_a_congress_on_a_day_without_a_year_is_of_the_first_year_of_its_term(text: str, day: str | None) -> None:
    assert only(text).date == day


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("Tháng 12/2020, tại Kỳ họp thứ 16 HĐND tỉnh Lào Cai, ông Lê Văn Mẫu được bầu làm Phó Chủ tịch.", "2020-12"),
        ("Ông Lê Văn Mẫu bị cách chức tại Hội nghị Trung ương 9 khóa XIII hồi giữa tháng 5/2024.", "2024-05"),
        ("Căn cứ Nghị quyết số 74/2018/QH14 ngày 20 tháng 11 năm 2018 kỳ họp thứ 6 Quốc hội khóa XIV.", None),
    ],
)
def test_the_month_beside_a_session_is_its_own(text: str, month: str | None) -> None:
    assert only(text).date == month


def test_a_misprinted_term_gives_no_year() -> None:
    text = "Ngày 8/9, tại kỳ họp thứ 3, HĐND tỉnh Lào Cai khóa X (nhiệm kỳ 2021 - -2026) bầu Chủ tịch UBND tỉnh."
    assert only(text).date is None
