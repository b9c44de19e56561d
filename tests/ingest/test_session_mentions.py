"""Sessions of councils and committees, however the press tells of them."""

import pytest

from ingest.extraction import extract
from ingest.lexicon import Lexicon
from tests.ingest.told_events import events, only


@pytest.mark.parametrize(
    ("printed", "name", "form"),
    [
        (
            "Hội nghị lần thứ nhất Ban Chấp hành Đảng bộ tỉnh Lào Cai khóa XVI",
            "Hội nghị lần thứ nhất Ban Chấp hành Đảng bộ tỉnh Lào Cai khóa XVI",
            "conference",
        ),
        (
            "Hội nghị lần thứ mười một Ban Chấp hành Đảng bộ tỉnh Lào Cai",
            "Hội nghị lần thứ mười một Ban Chấp hành Đảng bộ tỉnh Lào Cai",
            "conference",
        ),
        (
            "Phiên họp thứ nhất của Ban Chỉ đạo PCTNTC tỉnh Lào Cai",
            "Phiên họp thứ nhất Ban Chỉ đạo phòng, chống tham nhũng, tiêu cực tỉnh Lào Cai",
            "meeting",
        ),
        (
            "kỳ họp thứ 19, HĐND tỉnh Lào Cai khóa XVI",
            "Kỳ họp thứ 19 Hội đồng nhân dân tỉnh Lào Cai khóa XVI",
            "meeting",
        ),
    ],
)
def test_a_first_or_later_session_is_named_by_its_number_and_the_body_that_meets(
    printed: str, name: str, form: str
) -> None:
    event = only(f"Báo cáo về {printed} được gửi các đại biểu.")
    assert (event.name, event.form, event.evidence[0].quote) == (name, form, printed)


@pytest.mark.parametrize(
    ("text", "name", "day"),
    [
        (
            "Chiều 12/9/2024, HĐND tỉnh Lào Cai khóa XVI, nhiệm kỳ 2021-2026 tổ chức Kỳ họp chuyên đề thứ Ba để bàn.",
            "Kỳ họp chuyên đề thứ ba Hội đồng nhân dân tỉnh Lào Cai khóa XVI",
            "2024-09-12",
        ),
        (
            "Sáng 21/3/2024, HĐND tỉnh Cà Mau mở kỳ họp lần thứ 13 (kỳ họp chuyên đề) khóa X, nhiệm kỳ 2021-2026.",
            "Kỳ họp lần thứ 13 (kỳ họp chuyên đề) Hội đồng nhân dân tỉnh Cà Mau khóa X, nhiệm kỳ 2021-2026",
            "2024-03-21",
        ),
        (
            "Ngày 6/12/2018, tại Hà Nội, Ủy ban Kiểm tra Trung ương đã họp kỳ 32.",
            "Kỳ họp thứ 32 Ủy ban Kiểm tra Trung ương",
            "2018-12-06",
        ),
        (
            "Ngày 28/4/2009, Ban Chấp hành Đảng bộ tỉnh Lào Cai khóa XIII tổ chức hội nghị lần thứ 11 để bàn.",
            "Hội nghị lần thứ 11 Ban Chấp hành Đảng bộ tỉnh Lào Cai khóa XIII",
            "2009-04-28",
        ),
        ("Sáng 5/6/2024, Quốc hội khóa XV khai mạc Kỳ họp thứ 7.", "Kỳ họp thứ 7 Quốc hội khóa XV", "2024-06-05"),
        (
            "Tại Kỳ họp đầu tiên của HĐND phường Sa Pa, ngày 1/7/2025, các đại biểu đã bầu.",
            "Kỳ họp thứ nhất Hội đồng nhân dân phường Sa Pa",
            "2025-07-01",
        ),
        (
            "Chiều 17/10/2020, Đại hội đại biểu Đảng bộ tỉnh Lào Cai lần thứ XVI, nhiệm kỳ 2020 - 2025 bầu cấp ủy.",
            "Đại hội đại biểu Đảng bộ tỉnh Lào Cai lần thứ XVI, nhiệm kỳ 2020 - 2025",
            "2020-10-17",
        ),
    ],
)
def test_a_session_takes_the_body_that_the_sentence_names_before_it_and_the_day_that_opens_it(
    text: str, name: str, day: str | None
) -> None:
    event = only(text)
    assert (event.name, event.date) == (name, day)


def test_a_session_met_again_in_other_words_is_the_same() -> None:
    text = "HĐND xã Tả Van mở Kỳ họp thứ nhất. Tại kỳ họp đầu tiên của HĐND xã Tả Van, đại biểu thảo luận."
    assert len(events(text)) == 1 and len(events(text)[0].evidence) == 2


def test_a_session_of_the_committee_is_that_of_the_committee_named_before() -> None:
    text = (
        "Ban Chỉ đạo Trung ương về phòng, chống tham nhũng đã họp. Từ sau Phiên họp 27 của Ban Chỉ đạo đến nay, "
        "nhiều việc đã làm."
    )
    (found,) = extract(text, Lexicon.load()).events
    assert found.name == "Phiên họp thứ 27 Ban Chỉ đạo Trung ương về phòng, chống tham nhũng"


@pytest.mark.parametrize(
    "text",
    [
        "Căn cứ Luật Tổ chức Quốc hội; Nội quy Kỳ họp Quốc hội và ý kiến của các cơ quan, việc này là cần thiết.",
        "Sáng nay, kỳ họp 3 ngày của cơ quan đã kết thúc.",
        "Cuối kỳ họp 6/2024, nhiều người đã về.",
    ],
)
def test_rules_of_a_session_and_its_length_are_no_session(text: str) -> None:
    assert not extract(text, Lexicon.load()).events


def test_an_extraordinary_session_is_not_the_ordinary_one_of_its_number() -> None:
    text = "Kỳ họp thứ 9 Quốc hội khóa XV bàn việc này. Kỳ họp bất thường lần thứ 9 Quốc hội khóa XV bàn việc khác."
    assert len(events(text)) == 2


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Ngày 2/3/2024, Ủy ban Kiểm tra (UBKT) Tỉnh ủy nhiệm kỳ 2020 - 2025 tổ chức kỳ họp thứ 15.",
            "Kỳ họp thứ 15 Ủy ban Kiểm tra Tỉnh ủy nhiệm kỳ 2020 - 2025",
        ),
        (
            "Sáng 2/3/2024, Hội đồng nhân dân (HĐND) tỉnh khóa IX tổ chức kỳ họp thứ 12 (kỳ họp bất thường).",
            "Kỳ họp thứ 12 (kỳ họp bất thường) Hội đồng nhân dân tỉnh khóa IX",
        ),
        (
            "Sáng 2/3/2024, Ủy ban MTTQ tỉnh khóa X tổ chức Hội nghị lần thứ tư.",
            "Hội nghị lần thứ tư Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh khóa X",
        ),
    ],
)
def test_a_session_names_who_meets_even_where_the_page_does_not_say_of_which_place(text: str, name: str) -> None:
    assert only(text).name == name


def test_a_committee_named_in_a_title_is_meant_by_its_head_alone() -> None:
    text = (
        "Sáng 29/9/2025, ông Lê Văn Mẫu, Trưởng ban Chỉ đạo Trung ương về phòng, chống tham nhũng, tiêu cực, chủ trì "
        "cuộc họp Thường trực Ban Chỉ đạo. Tại phiên họp thứ 8, Ban Chỉ đạo đã yêu cầu xử lý dứt điểm."
    )
    of = "Ban Chỉ đạo Trung ương về phòng, chống tham nhũng, tiêu cực"
    assert [e.name for e in events(text)] == [f"Cuộc họp Thường trực {of}", f"Phiên họp thứ 8 {of}"]


def test_words_on_those_present_are_no_name_of_a_session() -> None:
    assert events("Có 45 đại biểu dự Kỳ họp trong tổng số 51 đại biểu HĐND tỉnh.") == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Sáng 22/8/2025, Đảng bộ phường Văn Bàn, TPHCM tổ chức Đại hội đại biểu lần thứ I, nhiệm kỳ 2025-2030.",
            "Đại hội đại biểu Đảng bộ phường Văn Bàn lần thứ I, nhiệm kỳ 2025-2030",
        ),
        (
            "Ngày 3/8/2024, Ban Chấp hành Trung ương Đảng khóa XIII tiếp tục họp về công tác cán bộ theo thẩm quyền.",
            "Cuộc họp Ban Chấp hành Trung ương Đảng khóa XIII về công tác cán bộ",
        ),
        (
            "Sáng 6/4, tại kỳ họp thứ 11 Quốc hội (QH) khóa XIV, các đại biểu đã biểu quyết.",
            "Kỳ họp thứ 11 Quốc hội khóa XIV",
        ),
        (
            "Sáng 6/10/2025, Hội nghị Ban Chấp hành Trung ương Đảng lần thứ 13, khóa XIII khai mạc. "
            "Hội nghị lần thứ mười ba, Ban Chấp hành Trung ương Đảng khóa XIII kéo dài ba ngày.",
            "Hội nghị Ban Chấp hành Trung ương Đảng lần thứ 13 khóa XIII",
        ),
    ],
)
def test_who_meets_and_the_term_make_the_name_of_a_meeting(text: str, name: str) -> None:
    assert only(text).name == name


@pytest.mark.parametrize(
    "text",
    [
        "Tại Đại hội đại biểu Đảng bộ các phường, xã, nhiều bí thư được chỉ định.",
        "Ông Lê Văn Mẫu dự lễ khai mạc Kỳ họp.",
        "Sáng 2/3/2024, Chủ tịch HĐND tỉnh Lào Cai dự hội nghị tại điểm cầu Tỉnh ủy.",
        "Tại kỳ họp bất thường, ông Lê Văn Mẫu được bầu.",
    ],
)
def test_bare_words_for_a_meeting_and_those_of_many_name_none(text: str) -> None:
    assert events(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Ngày 6/6/2022, Ban Chấp hành Trung ương Đảng khóa XIII họp bất thường xem xét, thi hành kỷ luật cán bộ.",
            "Cuộc họp bất thường Ban Chấp hành Trung ương Đảng khóa XIII xem xét, thi hành kỷ luật cán bộ",
        ),
        (
            "Sáng 30/6/2021, HĐND huyện Văn Bàn khóa XX tổ chức kỳ họp thứ nhất. Tại kỳ họp thứ nhất, "
            "HĐND huyện Khóa XX đã bỏ phiếu.",
            "Kỳ họp thứ nhất Hội đồng nhân dân huyện Văn Bàn khóa XX",
        ),
        (
            "Chiều 2/3/2024, Tỉnh ủy Lào Cai tổ chức hội nghị công bố Quyết định số 12-QĐNS/TW của Bộ Chính trị.",
            "Hội nghị công bố Quyết định số 12-QĐNS/TW của Bộ Chính trị",
        ),
    ],
)
def test_names_of_meetings_keep_numbers_terms_and_manner(text: str, name: str) -> None:
    assert only(text).name == name


def test_a_session_that_is_only_prepared_is_not_the_meeting_that_somebody_chairs() -> None:
    text = (
        "Chiều 2/6/2021, huyện Văn Bàn họp để chuẩn bị tổ chức kỳ họp thứ nhất HĐND huyện Văn Bàn khóa VI. "
        "Ông Lê Văn Mẫu chủ trì phiên họp."
    )
    assert [r for r in extract(text, Lexicon.load()).relations if r.predicate == "chairs"] == []


@pytest.mark.parametrize(
    ("text", "name", "day"),
    [
        (
            "Ngày 6/9, dưới sự chủ trì của Tổng Bí thư Lê Văn Mẫu, Bộ Chính trị, Ban Bí thư đã họp xem xét, "
            "thi hành kỷ luật một số tổ chức đảng.",
            "Cuộc họp Bộ Chính trị, Ban Bí thư xem xét, thi hành kỷ luật một số tổ chức đảng",
            None,
        ),
        (
            "Ngày 15/6/2023, tại Hội nghị Đảng ủy Công an Trung ương 6 tháng đầu năm, cũng có nhiều đại biểu.",
            "Hội nghị Đảng ủy Công an Trung ương 6 tháng đầu năm",
            "2023-06-15",
        ),
        (
            "Tiểu ban phục vụ Đại hội đại biểu lần thứ I Đảng bộ tỉnh Lào Cai nhiệm kỳ 2025-2030 đã họp. "
            "Đại hội Đảng bộ tỉnh Lào Cai lần thứ I sẽ có ba ngày.",
            "Đại hội đại biểu lần thứ I Đảng bộ tỉnh Lào Cai nhiệm kỳ 2025-2030",
            None,
        ),
    ],
)
def test_a_meeting_is_one_however_often_and_without_a_year(text: str, name: str, day: str | None) -> None:
    assert [(e.name, e.date) for e in events(text)] == [(name, day)]


def test_a_conference_that_opens_is_the_one_named_before() -> None:
    text = "Sáng 22/12/2025, Hội nghị Trung ương 15 khóa XIII họp. Hội nghị khai mạc sáng 22/12 tại Hà Nội."
    assert only(text).name == "Hội nghị Trung ương 15 khóa XIII"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Ngày 14/8/2025, Hội LHPN tỉnh Lào Cai tổ chức Hội nghị lần thứ 13 Ban Chấp hành khóa XVI để bầu Chủ tịch.",
            "Hội nghị lần thứ 13 Ban Chấp hành Hội Liên hiệp Phụ nữ tỉnh Lào Cai khóa XVI",
        ),
        (
            "Ngày 20/9/2022, Tỉnh đoàn Lào Cai mở Đại hội Đoàn TNCS Hồ Chí Minh tỉnh lần thứ XV, nhiệm kỳ 2022-2027.",
            "Đại hội Đoàn Thanh niên Cộng sản Hồ Chí Minh tỉnh Lào Cai lần thứ XV, nhiệm kỳ 2022-2027",
        ),
        (
            "Ngày 9/5/2024, UBND tỉnh Lào Cai góp ý văn kiện trình Đại hội XVI Đảng bộ tỉnh.",
            "Đại hội XVI Đảng bộ tỉnh Lào Cai",
        ),
        (
            "Ngày 2/5/2024, Quốc hội khóa XV họp bất thường lần thứ 7 để bàn nhân sự.",
            "Kỳ họp bất thường lần thứ 7 Quốc hội khóa XV",
        ),
        (
            "Ngày 2/5/2024, Ủy ban Thường vụ Quốc hội bàn việc chuẩn bị cho kỳ họp thứ 11 tới của Quốc hội khóa XIV.",
            "Kỳ họp thứ 11 Quốc hội khóa XIV",
        ),
        (
            "Sáng 5/7/2024, Hội Nông dân tỉnh Lào Cai tổ chức Hội nghị Ban Chấp hành lần thứ 4 (khóa XI).",
            "Hội nghị Ban Chấp hành Hội Nông dân tỉnh Lào Cai lần thứ 4 khóa XI",
        ),
        (
            "Thực hiện kết luận của Hội nghị Ban Chấp hành Đảng bộ tỉnh Lào Cai lần thứ 20.",
            "Hội nghị Ban Chấp hành Đảng bộ tỉnh Lào Cai lần thứ 20",
        ),
        (
            "Tại Hội nghị công bố Quyết định về sắp xếp tổ chức bộ máy khối Đảng diễn ra chiều 2/7/2025, tỉnh có 3 sở.",
            "Hội nghị công bố Quyết định về sắp xếp tổ chức bộ máy khối Đảng",
        ),
        (
            "Tại hội nghị lần thứ nhất, Ban Chấp hành Hội Nông dân tỉnh Lào Cai đã bầu Chủ tịch. "
            "Quang cảnh Hội nghị Ban Chấp hành Hội Nông dân tỉnh Lào Cai lần thứ nhất khóa IX.",
            "Hội nghị Ban Chấp hành Hội Nông dân tỉnh Lào Cai lần thứ nhất khóa IX",
        ),
        (
            "Thi đua chào mừng đại hội đảng các cấp tiến tới Đại hội đại biểu Đảng bộ tỉnh Lào Cai lần thứ XIX.",
            "Đại hội đại biểu Đảng bộ tỉnh Lào Cai lần thứ XIX",
        ),
        (
            "Sáng 5/6/2025, Hội nghị lần thứ nhất của BCH Đảng bộ tỉnh Lào Cai khóa XVI, nhiệm kỳ 2025-2030 đã họp.",
            "Hội nghị lần thứ nhất Ban Chấp hành Đảng bộ tỉnh Lào Cai khóa XVI, nhiệm kỳ 2025-2030",
        ),
    ],
)
def test_the_name_of_an_event_writes_out_what_it_shortens_and_the_place_it_leaves_out(text: str, name: str) -> None:
    assert only(text).name == name


def test_a_session_has_the_term_that_stands_behind_the_name_of_the_country() -> None:
    text = (
        "Nghị quyết này được Quốc hội nước Cộng hòa xã hội chủ nghĩa Việt Nam khóa XV, kỳ họp thứ 8 thông qua "
        "ngày 21 tháng 10 năm 2024."
    )
    assert [e.name for e in extract(text, Lexicon.load()).events] == ["Kỳ họp thứ 8 Quốc hội khóa XV"]
