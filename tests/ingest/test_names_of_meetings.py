"""The names of meetings where brackets, commas, or a second mention stand in their way."""

import pytest

from ingest.extraction import extract
from ingest.lexicon import Lexicon
from tests.ingest.told_events import events, only


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Chiều 13/11/2025, HĐND tỉnh Lào Cai tổ chức kỳ họp chuyên đề (Kỳ họp thứ 27) HĐND tỉnh khóa XVI, nhiệm kỳ"
            " 2021 - 2026.",
            "Kỳ họp thứ 27 Hội đồng nhân dân tỉnh Lào Cai khóa XVI, nhiệm kỳ 2021 - 2026",
        ),
        (
            "Tại phiên họp thứ nhất Ban Chấp hành Đảng bộ tỉnh Lào Cai XVI, nhiệm kỳ 2020-2025, ông là Bí thư.",
            "Phiên họp thứ nhất Ban Chấp hành Đảng bộ tỉnh Lào Cai XVI, nhiệm kỳ 2020-2025",
        ),
        (
            "Sáng 15/9/2025, tại Hội nghị Ban Chấp hành Đảng bộ tỉnh Lào Cai nhiệm kỳ 2020-2025, Tỉnh ủy Lào Cai"
            " tổ chức công bố quyết định của Bộ Chính trị.",
            "Hội nghị Ban Chấp hành Đảng bộ tỉnh Lào Cai nhiệm kỳ 2020-2025",
        ),
    ],
)
def test_a_name_has_its_term_and_ends_before_who_acts(text: str, name: str) -> None:
    assert only(text).name == name


def test_a_number_told_again_is_no_conference_of_a_leading_body_named_between() -> None:
    text = (
        "Tại Hội nghị lần thứ nhất, Ban Chấp hành Trung ương khóa XIV đã bầu Ban Bí thư gồm 13 người. Trong đó, 10"
        " người được Ban Bí thư phân công và ba người được bầu tại Hội nghị lần thứ nhất."
    )
    assert [e.name for e in events(text)] == ["Hội nghị lần thứ nhất Ban Chấp hành Trung ương Đảng khóa XIV"]


def test_an_extraordinary_meeting_is_the_one_that_the_text_numbers() -> None:
    text = (
        "Đây là hội nghị bất thường lần thứ 6 của Ban Chấp hành Trung ương. Chiều 20/3/2024, Trung ương Đảng khóa XIII"
        " đã họp hội nghị bất thường xem xét nguyện vọng của ông Lê Văn Mẫu."
    )
    assert [e.name for e in events(text)] == ["Hội nghị bất thường lần thứ 6 Ban Chấp hành Trung ương Đảng"]


def test_who_chairs_at_the_centre_chairs_the_conference_of_the_sentence_before() -> None:
    text = (
        "Chiều 19/12/2024, Ban Bí thư tổ chức hội nghị trực tuyến toàn quốc tổng kết công tác kiểm tra năm 2024."
        " Tổng Bí thư Lê Văn Mẫu chủ trì tại điểm cầu Trung ương."
    )
    assert [r.subject for r in extract(text, Lexicon.load()).relations if r.predicate == "chairs"] == ["Lê Văn Mẫu"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Ngày 16/12/2022, Tổng Bí thư Lê Văn Mẫu chủ trì cuộc họp Bộ Chính trị, Ban Bí thư để xem xét, thi hành kỷ"
            " luật cán bộ.",
            "Cuộc họp Bộ Chính trị, Ban Bí thư xem xét, thi hành kỷ luật cán bộ",
        ),
        (
            "Tại phiên họp ngày 3/2/2026, xem xét Tờ trình của Ban Tổ chức Trung ương, Bộ Chính trị kết luận như sau.",
            "Phiên họp Bộ Chính trị",
        ),
        (
            "Thủ tướng Lê Văn Mẫu chủ trì lễ công bố các Quyết định bổ nhiệm các Phó Thủ tướng Chính phủ.",
            "Lễ công bố các Quyết định bổ nhiệm các Phó Thủ tướng Chính phủ",
        ),
        (
            "Tỉnh tiếp tục thực hiện Nghị quyết Đại hội XVI của Đảng bộ tỉnh Lào Cai và các chỉ đạo của Bộ Chính trị.",
            "Đại hội XVI của Đảng bộ tỉnh Lào Cai",
        ),
        (
            "Ngày 26/9/2025, Bộ Chính trị, Ban Bí thư đã họp về việc thi hành kỷ luật đảng viên vi phạm theo đề nghị.",
            "Cuộc họp Bộ Chính trị, Ban Bí thư về việc thi hành kỷ luật đảng viên vi phạm",
        ),
        (
            "Tại cuộc họp hôm 26/9/2025, Bộ Chính trị, Ban Bí thư đã xem xét đề nghị của Tỉnh ủy Lào Cai.",
            "Cuộc họp Bộ Chính trị, Ban Bí thư",
        ),
        (
            "Hội nghị khai mạc ngày 4/11/2025. Chiều cùng ngày, Tỉnh ủy Lào Cai tổ chức lễ công bố quyết định của Ban"
            " Bí thư về công tác cán bộ.",
            "Lễ công bố quyết định của Ban Bí thư về công tác cán bộ",
        ),
        (
            "Sáng 17/10/2025, tiếp tục chương trình Đại hội Đảng bộ tỉnh Lào Cai, ông Lê Văn Mẫu công bố kết quả bầu.",
            "Đại hội Đảng bộ tỉnh Lào Cai",
        ),
    ],
)
def test_who_meets_and_what_follows_are_told_apart(text: str, name: str) -> None:
    assert only(text).name == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Sáng 5/3/2025, tại kỳ họp chuyên đề của HĐND tỉnh Lào Cai, các đại biểu bầu ông Lê Văn Mẫu làm Chủ tịch.",
            "Kỳ họp chuyên đề Hội đồng nhân dân tỉnh Lào Cai",
        ),
        (
            "Sáng 5/3/2025, Đại hội đại biểu Đảng bộ Mặt trận Tổ quốc, các đoàn thể Trung ương lần thứ I, nhiệm kỳ"
            " 2025 - 2030 khai mạc.",
            "Đại hội đại biểu Đảng bộ Mặt trận Tổ quốc, các đoàn thể Trung ương lần thứ I, nhiệm kỳ 2025 - 2030",
        ),
        (
            "Sáng 5/3/2025, ông Lê Văn Mẫu đã trao các quyết định của Bộ Chính trị về công tác cán bộ.\n\nPhát biểu tại"
            " hội nghị, bà Trần Thị Mai chúc mừng.",
            "Hội nghị trao các quyết định của Bộ Chính trị về công tác cán bộ",
        ),
    ],
)
def test_a_name_says_whose_session_it_is_and_what_is_handed_over(text: str, name: str) -> None:
    fact = only(text)
    assert (fact.name, fact.date) == (name, "2025-03-05")


def test_handing_one_decision_over_is_no_conference() -> None:
    text = "Ông Lê Văn Mẫu trao quyết định về công tác cán bộ. Phát biểu tại hội nghị, bà Trần Thị Mai chúc mừng."
    assert not events(text)


def test_what_somebody_concluded_at_a_session_is_no_session_of_theirs() -> None:
    assert not events("Các cơ quan thực hiện 6 nhiệm vụ tại Kết luận Phiên họp thứ 28 của đồng chí Tổng Bí thư.")
