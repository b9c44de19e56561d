"""Meetings as whole reports tell them: by their day, by what they were on at length, on pages that name no place."""

import pytest

from ingest.extraction import extract
from ingest.lexicon import Lexicon


def events(text: str) -> list[tuple[str, str | None]]:
    return [(event.name, event.date) for event in extract(text, Lexicon.load()).events]


def chairs(text: str) -> list[str]:
    return [r.subject for r in extract(text, Lexicon.load()).relations if r.predicate == "chairs"]


@pytest.mark.parametrize(
    ("text", "name", "day"),
    [
        (
            "Tại kỳ họp ngày 20-22/6/2022, Ủy ban Kiểm tra Trung ương đã đề nghị kỷ luật ông Lê Văn Mẫu.",
            "Kỳ họp Ủy ban Kiểm tra Trung ương",
            "2022-06-20",
        ),
        (
            "Chiều 5/6/2024, HĐND tỉnh Lào Cai khóa XVI tổ chức kỳ họp bất thường để kiện toàn nhân sự.",
            "Kỳ họp bất thường Hội đồng nhân dân tỉnh Lào Cai khóa XVI",
            "2024-06-05",
        ),
        (
            "Ngày 5/6/2024, tại kỳ họp chuyên đề, HĐND tỉnh Lào Cai đã bầu ông Lê Văn Mẫu làm Phó Chủ tịch.",
            "Kỳ họp chuyên đề Hội đồng nhân dân tỉnh Lào Cai",
            "2024-06-05",
        ),
        (
            "Tại hội nghị sáng 3/8/2024, Ban Chấp hành Trung ương Đảng khóa XIII bầu ông Lê Văn Mẫu.",
            "Hội nghị Ban Chấp hành Trung ương Đảng khóa XIII",
            "2024-08-03",
        ),
        (
            "Sáu ngày trước, Ban Chấp hành Trung ương Đảng họp bất thường, thống nhất để ông Lê Văn Mẫu thôi chức.",
            "Cuộc họp bất thường Ban Chấp hành Trung ương Đảng",
            None,
        ),
        (
            "Ngày 20/3/2024, Ban Chấp hành Trung ương Đảng khóa XIII họp xem xét và cho ý kiến về nguyện vọng thôi giữ"
            " các chức vụ, nghỉ công tác và nghỉ hưu của ông Lê Văn Mẫu, Ủy viên Bộ Chính trị.",
            "Cuộc họp Ban Chấp hành Trung ương Đảng khóa XIII xem xét và cho ý kiến về nguyện vọng thôi giữ các chức"
            " vụ, nghỉ công tác và nghỉ hưu của ông Lê Văn Mẫu",
            "2024-03-20",
        ),
        (
            "Sáng 18/3/2021, Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Lào Cai tổ chức hội nghị hiệp thương lần thứ hai để"
            " lập danh sách sơ bộ.",
            "Hội nghị hiệp thương lần thứ hai của Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Lào Cai",
            "2021-03-18",
        ),
        (
            "Chiều 14/5/2020, Hội nghị lần thứ 12, Ban Chấp hành (BCH) Trung ương Đảng khóa XII họp phiên bế mạc.",
            "Hội nghị lần thứ 12 Ban Chấp hành Trung ương Đảng khóa XII",
            "2020-05-14",
        ),
    ],
)
def test_a_meeting_is_called_by_who_met_and_what_on(text: str, name: str, day: str | None) -> None:
    assert events(text) == [(name, day)]


@pytest.mark.parametrize(
    "text",
    [
        "HĐND tỉnh Lào Cai khóa XVI sẽ tổ chức kỳ họp bất thường.",
        "Chiều 5/6/2024, HĐND tỉnh Lào Cai bàn về kỳ họp bất thường sắp tới.",
    ],
)
def test_a_session_without_a_number_that_is_not_held_that_day_is_none(text: str) -> None:
    assert not events(text)


def test_a_session_told_by_its_number_is_none_besides_by_its_day() -> None:
    text = (
        "Ngày 22/6/2022, Ủy ban Kiểm tra Trung ương đã họp kỳ 16. Tại kỳ họp ngày 20-22/6/2022, Ủy ban Kiểm tra"
        " Trung ương đã đề nghị kỷ luật ông Lê Văn Mẫu."
    )
    assert [name for name, _ in events(text)] == ["Kỳ họp thứ 16 Ủy ban Kiểm tra Trung ương"]


UNDER = (
    "Ngày 29/9/2023, dưới sự chủ trì của đồng chí Lê Văn Mẫu, Ủy viên Trung ương Đảng, Bí thư Tỉnh ủy và các đồng chí:"
    " Hà Thị Tư, Phó Bí thư; Trần Văn Hai, Phó Bí thư, Hội nghị lần thứ 25 Ban Chấp hành Đảng bộ tỉnh khóa XIX đã họp."
)


def test_a_committee_of_a_province_meets_where_only_a_title_names_the_central_one() -> None:
    assert events(UNDER) == [("Hội nghị lần thứ 25 Ban Chấp hành Đảng bộ tỉnh khóa XIX", "2023-09-29")]


def test_those_who_follow_with_several_chair_too() -> None:
    assert chairs(UNDER) == ["Lê Văn Mẫu", "Hà Thị Tư", "Trần Văn Hai"]


def test_a_union_s_congress_is_not_the_party_s_where_its_number_stands_alone() -> None:
    text = (
        "Kết quả Đại hội toàn quốc Hội Nông dân Việt Nam lần thứ VIII\n\n"
        "Đại hội đại biểu Hội Nông dân Việt Nam lần thứ VIII, nhiệm kỳ 2023 - 2028 đã bế mạc. Thông báo kết quả"
        " Đại hội VIII, ông Lê Văn Mẫu cho biết có 996 đại biểu."
    )
    assert [name for name, _ in events(text)] == [
        "Đại hội đại biểu Hội Nông dân Việt Nam lần thứ VIII, nhiệm kỳ 2023 - 2028"
    ]


def test_the_party_s_congress_stays_where_the_text_names_it_besides_another() -> None:
    text = (
        "Đại hội đại biểu Đảng bộ tỉnh Lào Cai lần thứ XIV đã họp. Đại hội XIV của Đảng sẽ họp sau."
        " Văn kiện Đại hội XIV đang được góp ý."
    )
    assert "Đại hội XIV của Đảng" in [name for name, _ in events(text)]


def test_a_committee_that_met_to_elect_on_a_day_told_behind_it_met() -> None:
    text = (
        "Ban Chấp hành Trung ương Đảng chiều 23/1/2025 đã họp, bầu bổ sung Ủy viên Bộ Chính trị và Ủy viên Ban Bí thư"
        " khóa XIII. Ông Lê Văn Mẫu được bầu vào Ban Bí thư."
    )
    met = "Cuộc họp Ban Chấp hành Trung ương Đảng bầu bổ sung Ủy viên Bộ Chính trị và Ủy viên Ban Bí thư khóa XIII"
    assert events(text) == [(met, "2025-01-23")]


def test_what_a_session_does_is_not_of_its_name() -> None:
    text = "Theo chương trình, chiều 8/4/2021, Kỳ họp thứ 11 họp phiên bế mạc, khép lại nhiệm kỳ."
    assert not any("phiên" in name for name, _ in events(text))
