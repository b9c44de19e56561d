"""Conferences as reports on them tell them: by what they are on, where, of whom and on which day."""

import pytest

from ingest.extraction import extract
from ingest.facts import Extraction
from ingest.lexicon import Lexicon

REVIEW = "Hội nghị trực tuyến toàn quốc sơ kết công tác kiểm tra, giám sát 6 tháng đầu năm 2024"


def facts(text: str) -> Extraction:
    return extract(text, Lexicon.load())


def documents(text: str) -> list[tuple[str | None, str | None, str | None]]:
    return [(d.number or d.name, d.issuer, d.issued) for d in facts(text).documents]


def events(text: str) -> list[tuple[str, str | None]]:
    return [(e.name, e.date) for e in facts(text).events]


def relations(text: str, predicate: str) -> list[tuple[str, str]]:
    return [(r.subject, r.object) for r in facts(text).relations if r.predicate == predicate]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Ngày 9/12/2024, Tỉnh ủy tổ chức Hội nghị tổng kết công tác dân vận năm 2024; triển khai nhiệm vụ năm 2025",
            "Hội nghị tổng kết công tác dân vận năm 2024; triển khai nhiệm vụ năm 2025",
        ),
        (
            "Chiều 14/3/2025, ông Lê Văn Mẫu chủ trì Hội nghị công bố Quyết định kiểm tra đối với Ban Thường vụ"
            " Thành ủy Cần Thơ.",
            "Hội nghị công bố Quyết định kiểm tra đối với Ban Thường vụ Thành ủy Cần Thơ",
        ),
        (
            "Ngày 4/4/2022, Tỉnh ủy Lào Cai tổ chức Hội nghị Tỉnh ủy lần thứ 8. Hôm nay, Ban Chấp hành Đảng bộ tỉnh"
            " khai mạc Hội nghị lần thứ tám, khóa XI.",
            "Hội nghị lần thứ tám Ban Chấp hành Đảng bộ tỉnh Lào Cai khóa XI",
        ),
    ],
)
def test_a_conference_has_one_whole_name(text: str, name: str) -> None:
    assert [event for event, _ in events(text)] == [name]


def test_the_results_of_national_conferences_name_each_of_them() -> None:
    text = "Đại biểu nghe kết quả Hội nghị Văn hóa toàn quốc, Hội nghị Ngoại giao toàn quốc do báo cáo viên trình bày."
    assert [name for name, _ in events(text)] == ["Hội nghị Văn hóa toàn quốc", "Hội nghị Ngoại giao toàn quốc"]


def test_the_day_of_what_a_meeting_is_on_is_not_that_of_the_meeting() -> None:
    text = (
        "19/11/2024 12:05\n\nSáng nay, 19/11, ông Lê Văn Mẫu chủ trì phiên họp thứ nhất Ban Chỉ đạo Trung ương tổng kết"
        " việc thực hiện Nghị quyết 18 ngày 25/10/2017 của Ban Chấp hành Trung ương Đảng."
    )
    name = "Phiên họp thứ nhất Ban Chỉ đạo Trung ương tổng kết việc thực hiện Nghị quyết 18"
    assert events(text) == [(name, "2024-11-19")]
    assert relations(text, "chairs") == [("Lê Văn Mẫu", name)]


def test_the_year_of_a_reviewed_paper_is_not_that_of_the_report() -> None:
    text = (
        "Ngày 25/5, ông Lê Văn Mẫu chủ trì họp Bộ Chính trị cho ý kiến về việc tổng kết thực hiện Nghị quyết số"
        " 26-NQ/TW, ngày 30/7/2013 về phát triển tỉnh Lào Cai đến năm 2020."
    )
    assert [day for _, day in events(text)] == [None]


@pytest.mark.parametrize(
    "words",
    [
        "Tại điểm cầu Lào Cai, ông Đỗ Sen, Phó Bí thư Tỉnh ủy chủ trì.",
        "Ông Đỗ Sen, Phó Bí thư Tỉnh ủy chủ trì hội nghị tại điểm cầu Lào Cai.",
        "Dự tại điểm cầu tỉnh Lào Cai, ông Đỗ Sen chủ trì hội nghị.",
    ],
)
def test_who_chairs_at_one_of_many_places_does_not_chair_the_national_conference(words: str) -> None:
    text = f"Sáng 10/7/2024, Ủy ban Kiểm tra Trung ương tổ chức {REVIEW}. Ông Lê Văn Mẫu chủ trì.\n\n{words}"
    assert [person for person, _ in relations(text, "chairs")] == ["Lê Văn Mẫu"]


def test_a_resolution_that_a_meeting_ought_to_pass_is_none_yet() -> None:
    assert documents('Tỉnh ủy Lào Cai cần ra Nghị quyết về "Tăng cường công tác dân vận ở vùng cao".') == []


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (
            "12/12/2020 14:10\n\nSố liệu nêu tại hội nghị tổng kết công tác dân vận giai đoạn 2013 - 2020, sáng 12/12.",
            ("Hội nghị tổng kết công tác dân vận giai đoạn 2013 - 2020", "2020-12-12"),
        ),
        (
            "Tại kỳ họp 26 vừa diễn ra (từ ngày 20 đến 21/2/2023), Ủy ban Kiểm tra Trung ương kết luận về các vi phạm.",
            ("Kỳ họp thứ 26 Ủy ban Kiểm tra Trung ương", "2023-02-20"),
        ),
        (
            "Dự Đại hội đại biểu Đảng bộ xã Mường Hum (huyện Bát Xát, Lào Cai) lần thứ II, nhiệm kỳ 2020 - 2025.",
            ("Đại hội đại biểu Đảng bộ xã Mường Hum lần thứ II, nhiệm kỳ 2020 - 2025", None),
        ),
    ],
)
def test_day_and_place_may_stand_behind_or_within_the_name_of_a_meeting(
    text: str, event: tuple[str, str | None]
) -> None:
    assert events(text) == [event]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Ngày 25/6/2024, Tỉnh ủy Lào Cai tổ chức hội nghị tổng kết 10 năm thực hiện Chỉ thị số 40-CT/TW về tăng"
            " cường sự lãnh đạo đối với tín dụng chính sách xã hội.",
            "Hội nghị tổng kết 10 năm thực hiện Chỉ thị số 40-CT/TW về tăng cường sự lãnh đạo đối với tín dụng chính"
            " sách xã hội của Tỉnh ủy Lào Cai",
        ),
        (
            "Sáng 25/6/2024, tại hội nghị Tỉnh ủy Lào Cai mở rộng lần thứ 18, các đại biểu đã bầu Bí thư.",
            "Hội nghị Tỉnh ủy Lào Cai mở rộng lần thứ 18",
        ),
        (
            "Tại Đại hội lần thứ XX Đảng bộ tỉnh Lào Cai (nhiệm kỳ 2025-2030), ông Lê Văn Mẫu được bầu.",
            "Đại hội lần thứ XX Đảng bộ tỉnh Lào Cai (nhiệm kỳ 2025-2030)",
        ),
    ],
)
def test_a_name_goes_on_to_what_a_meeting_is_on_and_of_whom(text: str, name: str) -> None:
    assert [event for event, _ in events(text)] == [name]


def test_the_years_of_a_reviewed_decree_are_not_those_of_the_meeting() -> None:
    text = (
        "Ngày 20-2, Quân khu 2 đã tổ chức Hội nghị tổng kết 10 năm thực hiện Nghị quyết Trung ương 8 khóa IX; sơ kết 5"
        " năm thực hiện Nghị định 52/2007/NĐ-CP của Chính phủ."
    )
    name = (
        "Hội nghị tổng kết 10 năm thực hiện Nghị quyết Trung ương 8 khóa IX; sơ kết 5 năm thực hiện Nghị định"
        " 52/2007/NĐ-CP của Chính phủ"
    )
    assert events(text) == [(name, None)]


def test_a_local_congress_is_one_with_and_without_its_term() -> None:
    text = (
        "Tỉnh ủy kiểm điểm việc thực hiện Nghị quyết Đại hội lần thứ XVII Đảng bộ tỉnh Lào Cai từ đầu nhiệm kỳ đến nay."
        " Nghị quyết Đại hội lần thứ XVII Đảng bộ tỉnh Lào Cai, nhiệm kỳ 2020 – 2025 có ba khâu đột phá."
    )
    congress = "Đại hội lần thứ XVII Đảng bộ tỉnh Lào Cai, nhiệm kỳ 2020 – 2025"
    assert documents(text) == [(f"Nghị quyết {congress}", None, None)]
    assert events(text) == [(congress, None)]
