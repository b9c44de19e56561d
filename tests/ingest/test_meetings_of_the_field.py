"""Sessions, meetings and ceremonies as papers word them: who meets, on what day, and who chairs."""

import pytest

from ingest.extraction import extract
from ingest.facts import EventFact
from ingest.lexicon import Lexicon

PLENUM = "Hội nghị toàn quốc tổng kết công tác tổ chức năm 2025"


def events(text: str) -> list[tuple[str, str | None]]:
    return [(event.name, event.date) for event in _found(text)]


def _found(text: str) -> list[EventFact]:
    return extract(text, Lexicon.load()).events


def chairs(text: str) -> list[str]:
    facts = extract(text, Lexicon.load())
    return [r.subject for r in facts.relations if r.predicate == "chairs"]


@pytest.mark.parametrize(
    ("text", "name", "day"),
    [
        (
            "Tại kỳ họp thứ 26, sáng 12/3/2025, HĐND tỉnh Lào Cai khóa XVI đã bầu ông Lê Văn Mẫu làm Chủ tịch.",
            "Kỳ họp thứ 26 Hội đồng nhân dân tỉnh Lào Cai khóa XVI",
            "2025-03-12",
        ),
        (
            "Tại kỳ họp thứ 55 (diễn ra từ ngày 10 đến 12/3/2025), Ủy ban Kiểm tra Trung ương đã xem xét đơn.",
            "Kỳ họp thứ 55 Ủy ban Kiểm tra Trung ương",
            "2025-03-10",
        ),
        (
            "Sáng 12/3/2025, dưới sự chủ trì của ông Lê Văn Mẫu, tại Phiên họp thứ 43, Ủy ban Thường vụ Quốc hội nghe.",
            "Phiên họp thứ 43 Ủy ban Thường vụ Quốc hội",
            "2025-03-12",
        ),
        (
            "Ngày 12/3/2025, Ủy ban Thường vụ Quốc hội tiếp tục phiên họp thứ 43.",
            "Phiên họp thứ 43 Ủy ban Thường vụ Quốc hội",
            "2025-03-12",
        ),
        (
            "Sáng 12/3/2025, HĐND tỉnh Lào Cai tổ chức kỳ họp chuyên đề (kỳ họp thứ 21) về nhân sự.",
            "Kỳ họp thứ 21 Hội đồng nhân dân tỉnh Lào Cai",
            "2025-03-12",
        ),
        (
            "Sáng 12/3/2025, Ban Chấp hành Đảng bộ tỉnh Lào Cai khóa XVI họp phiên bất thường.",
            "Cuộc họp bất thường Ban Chấp hành Đảng bộ tỉnh Lào Cai khóa XVI",
            "2025-03-12",
        ),
        (
            "Sáng 12/3/2025, Chính phủ họp phiên thường kỳ tháng 2/2025.",
            "Phiên họp Chính phủ thường kỳ tháng 2/2025",
            "2025-03-12",
        ),
        (
            "Ngày 12/3/2025, Ban Chấp hành Hội Nông dân tỉnh Lào Cai khóa X tổ chức hội nghị bầu bổ sung Phó Chủ tịch.",
            "Hội nghị Ban Chấp hành Hội Nông dân tỉnh Lào Cai bầu bổ sung Phó Chủ tịch",
            "2025-03-12",
        ),
        (
            "Ngày 10 và 11-2-2020, Đảng bộ Văn phòng UBND tỉnh Lào Cai Đại hội lần thứ VIII, nhiệm kỳ 2020-2025.",
            "Đại hội Đảng bộ Văn phòng Ủy ban nhân dân tỉnh Lào Cai lần thứ VIII, nhiệm kỳ 2020-2025",
            "2020-02-10",
        ),
        ("Tại cuộc họp Ban Bí thư ngày 12/3/2025, nhiều ý kiến tán thành.", "Cuộc họp Ban Bí thư", "2025-03-12"),
    ],
)
def test_a_session_has_who_meets_and_its_day(text: str, name: str, day: str) -> None:
    assert events(text) == [(name, day)]


@pytest.mark.parametrize(
    "text",
    [
        "Sáng 2/1/2025, Chủ tịch nước trao huân chương. Tham dự buổi lễ trao quyết định có ông Lê Văn Mẫu.",
        "Tháng 10/2020, tại Đại hội Đảng bộ tỉnh, ông Lê Văn Mẫu trúng cử.",
        "Lễ viếng tổ chức từ 8 giờ ngày 6/4/2024.",
        "Tham dự Đại hội về phía Hội Nông dân Việt Nam có ông Lê Văn Mẫu.",
        "Ngày 17/8/2020, Bộ Chính trị cho ý kiến trước khi tiến hành đại hội đảng bộ nhiệm kỳ 2020 - 2025.",
    ],
)
def test_words_that_tell_neither_whose_nor_of_what_name_no_event(text: str) -> None:
    assert events(text) == []


def test_a_term_in_roman_figures_goes_before_another_way_to_print_it() -> None:
    told = (
        "HĐND tỉnh Lào Cai khóa 16 sắp họp kỳ họp thứ 2.\nNgày 22/9/2021, Kỳ họp thứ 2 HĐND tỉnh Lào Cai khóa XVI mở."
    )
    assert [name for name, _ in events(told)] == ["Kỳ họp thứ 2 Hội đồng nhân dân tỉnh Lào Cai khóa XVI"]


def test_a_session_of_a_council_without_place_may_name_it_behind_other_words() -> None:
    told = "Tại Kỳ họp thứ 27 diễn ra sáng nay, cùng với việc khác, HĐND tỉnh khóa XVIII đã thông qua 3 nghị quyết."
    assert [name for name, _ in events(told)] == ["Kỳ họp thứ 27 Hội đồng nhân dân tỉnh khóa XVIII"]


def test_a_session_of_a_party_committee_counts_unless_the_text_calls_it_a_conference() -> None:
    session = "Phiên họp thứ nhất Ban Chấp hành Đảng bộ tỉnh Lào Cai khóa XVI"
    conference = "Hội nghị lần thứ nhất Ban Chấp hành Đảng bộ tỉnh Lào Cai khóa XVI"
    assert [name for name, _ in events(f"{session} đã bầu Bí thư.")] == [session]
    assert [name for name, _ in events(f"{conference} đã họp. {session} đã bầu Bí thư.")] == [conference]


def test_the_board_of_a_steering_committee_that_met_to_consider_something_held_a_meeting() -> None:
    board = "Thường trực Ban Chỉ đạo Trung ương về phòng, chống tham nhũng, lãng phí, tiêu cực"
    assert events(f"Ngày 12/3/2025, {board} họp thảo luận về hai vụ án.") == [(f"Cuộc họp {board}", "2025-03-12")]


def test_a_session_on_the_same_day_has_the_day_of_the_sentence_before() -> None:
    told = (
        "Tối 12/3/2025, Bộ Y tế họp giao ban. Trước đó, vào chiều cùng ngày, tại Kỳ họp thứ 9, Quốc hội đã bầu ông X."
    )
    assert events(told) == [("Kỳ họp thứ 9 Quốc hội", "2025-03-12")]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Tháng 1.2011: Tại Đại hội đại biểu toàn quốc lần thứ XI của Đảng, ông được bầu.", "2011-01"),
        ("Tháng 1 năm 2011, tại Đại hội Đảng Cộng sản Việt Nam lần thứ XI, ông được bầu.", "2011-01"),
        ("Tại Đại hội lần thứ XI của Đảng (tháng 1.2011), ông được bầu.", "2011-01"),
    ],
)
def test_the_month_before_or_behind_a_congress_is_its_own(text: str, day: str) -> None:
    assert [found for _, found in events(text)] == [day]


def test_a_year_long_before_a_term_of_the_party_is_not_that_of_the_report() -> None:
    told = (
        "Ngày 31/3, Quốc hội khai mạc Kỳ họp thứ 11. Ông Lê Văn Mẫu, Ủy viên Trung ương Đảng khóa XII,"
        " làm giám đốc sở năm 1991."
    )
    assert events(told) == [("Kỳ họp thứ 11 Quốc hội", None)]


def test_discipline_in_a_report_hides_no_year() -> None:
    told = "Ngày 24/11, Ban Bí thư tổ chức Hội nghị toàn quốc tổng kết công tác thi hành kỷ luật của Đảng năm 2025."
    assert [day for _, day in events(told)] == ["2025-11-24"]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (
            "lễ công bố và trao quyết định của Thủ tướng về việc bổ nhiệm nhân sự cấp cao Bộ Y tế",
            "Lễ công bố và trao quyết định của Thủ tướng về việc bổ nhiệm nhân sự cấp cao Bộ Y tế",
        ),
        (
            "hội nghị cán bộ chủ chốt để công bố các quyết định của Bộ Chính trị, Ban Bí thư về công tác cán bộ",
            "Hội nghị cán bộ chủ chốt công bố các quyết định của Bộ Chính trị, Ban Bí thư về công tác cán bộ",
        ),
        (
            "lễ trao quyết định của Ban Bí thư, Thủ tướng Chính phủ và Quân ủy Trung ương về công tác cán bộ",
            "Lễ trao quyết định của Ban Bí thư, Thủ tướng Chính phủ và Quân ủy Trung ương về công tác cán bộ",
        ),
        (
            "Hội nghị công bố Quyết định của Bộ Chính trị điều động đồng chí Lê Văn Mẫu",
            "Hội nghị công bố Quyết định của Bộ Chính trị",
        ),
        (
            "Lễ trao quyết định bổ nhiệm Phó Chánh án Tòa án nhân dân tối cao, Chánh án Tòa án Quân sự Trung ương",
            "Lễ trao quyết định bổ nhiệm Phó Chánh án Tòa án nhân dân tối cao, Chánh án Tòa án Quân sự Trung ương",
        ),
        (
            f"Hội nghị công bố quyết định về 4 Đảng bộ trực thuộc Trung ương ({', '.join(['Đảng bộ Chính phủ'] * 6)})",
            "Hội nghị công bố quyết định về 4 Đảng bộ trực thuộc Trung ương",
        ),
        (
            "Hội nghị Ban Chấp hành Trung ương Đoàn lần thứ 6, khóa XII",
            "Hội nghị Ban Chấp hành Trung ương Đoàn lần thứ 6, khóa XII",
        ),
    ],
)
def test_the_name_of_a_conference_holds_whose_decision_on_what_but_no_person(words: str, name: str) -> None:
    assert [found for found, _ in events(f"Ngày 12/3/2025, đơn vị tổ chức {words}.")] == [name]


def test_a_meeting_on_discipline_ends_before_who_chairs_it() -> None:
    about = "xem xét, thi hành kỷ luật đối với ông Lê Văn Mẫu"
    told = f"Ngày 12/3/2025, Bộ Chính trị đã họp {about} dưới sự chủ trì của ông Hà Văn Tư."
    assert [name for name, _ in events(told)] == [f"Cuộc họp Bộ Chính trị {about}"]
    assert chairs(told) == ["Hà Văn Tư"]


@pytest.mark.parametrize(
    "words",
    [
        "Ông Lê Văn Mẫu chủ trì Hội nghị. Cùng chủ trì có các đồng chí: Hà Văn Tư, Phó Trưởng ban; Đỗ Thị Sen.",
        "Chủ trì hội nghị: Các đồng chí Lê Văn Mẫu; Hà Văn Tư; Đỗ Thị Sen.",
        "Ông Lê Văn Mẫu chủ trì hội nghị. Đồng chủ trì có ông Hà Văn Tư và bà Đỗ Thị Sen.",
    ],
)
def test_those_who_chair_together_are_all_told(words: str) -> None:
    assert chairs(f"Ngày 12/3/2025, Ban Tổ chức Trung ương tổ chức {PLENUM}. {words}") == [
        "Lê Văn Mẫu",
        "Hà Văn Tư",
        "Đỗ Thị Sen",
    ]


@pytest.mark.parametrize(
    "words",
    ["Hội nghị tổng kết", "Hội nghị cán bộ", "Hội nghị Ban Chấp hành lần thứ 9", "Hội nghị chuyên đề"],
)
def test_a_kind_of_meeting_that_any_may_hold_is_no_event(words: str) -> None:
    assert events(f"Tại {words}, ông Lê Văn Mẫu phát biểu.") == []


def test_the_committee_of_a_union_is_not_that_of_the_party() -> None:
    told = "Ngày 12/3/2025, ông Mẫu dự Hội nghị lần thứ 5 Ban Chấp hành Trung ương Hội Nông dân Việt Nam."
    assert [name for name, _ in events(told)] == ["Hội nghị lần thứ 5 Ban Chấp hành Trung ương Hội Nông dân Việt Nam"]


def test_a_day_long_before_the_term_is_not_that_of_the_congress() -> None:
    congress = "Đại hội đại biểu Đảng bộ tỉnh Lào Cai lần thứ XVI, nhiệm kỳ 2020-2025"
    assert events(f"Sinh ngày 12/3/1970, ông Mẫu dự {congress}.") == [(congress, None)]


def test_a_meeting_is_not_called_by_where_it_is_seen() -> None:
    name = "Hội nghị toàn quốc tổng kết công tác kiểm tra, giám sát năm 2025"
    told = f"Sáng 24/11/2025, Ban Bí thư tổ chức {name}, kết nối trực tuyến tới các Tỉnh ủy."
    assert events(told) == [(name, "2025-11-24")]
