"""Congresses, plenums, numbered sessions and named conferences; their term, ordinal and day."""

import pytest

from ingest.extraction import extract
from ingest.lexicon import Lexicon
from ingest.rules.mentions.event_names import standard_name
from tests.ingest.told_events import events, only


@pytest.mark.parametrize(
    "printed",
    [
        "Hội nghị Trung ương 8 khóa XIII",
        "Hội nghị Trung ương 8 khoá XIII",
        "Hội nghị Trung ương 8 (khóa XIII)",
        "Hội nghị T.Ư 8, khóa XIII",
        "Hội nghị Trung ương lần thứ tám, khóa XIII",
        "Hội nghị lần thứ 8 BCH Trung ương Đảng khóa XIII",
        "hội nghị lần thứ tám Ban Chấp hành Trung ương Đảng (khóa XIII)",
        "Hội nghị lần thứ tám của Ban Chấp hành Trung ương khóa XIII",
    ],
)
def test_a_plenum_is_known_by_number_and_term_however_it_is_printed(printed: str) -> None:
    event = only(f"Các đại biểu nhắc lại {printed} nhiều lần.")
    assert standard_name(event.form, event.term, event.ordinal) == "Hội nghị Trung ương 8 khóa XIII"
    assert (event.term, event.ordinal, event.date) == ("XIII", 8, None)
    assert (event.evidence[0].quote, event.evidence[0].rule) == (printed, "plenum-by-name")


@pytest.mark.parametrize(
    ("words", "ordinal"),
    [("nhất", 1), ("tư", 4), ("năm", 5), ("mười", 10), ("mười một", 11), ("mười lăm", 15), ("12", 12)],
)
def test_ordinals_are_read_in_words_and_digits(words: str, ordinal: int) -> None:
    event = only(f"Nhắc lại Hội nghị lần thứ {words} Ban Chấp hành Trung ương Đảng khóa XII.")
    assert (event.ordinal, event.term) == (ordinal, "XII")


@pytest.mark.parametrize(
    "printed",
    [
        "Đại hội XIV của Đảng",
        "Đại hội lần thứ XIV của Đảng",
        "Đại hội Đảng lần thứ XIV",
        "Đại hội đại biểu toàn quốc lần thứ XIV của Đảng",
        "Đại hội XIV của Đảng Cộng sản Việt Nam",
    ],
)
def test_a_national_congress_is_known_by_its_term_however_it_is_printed(printed: str) -> None:
    event = only(f"Các cấp chuẩn bị cho {printed} thật tốt.")
    assert standard_name(event.form, event.term, event.ordinal) == "Đại hội XIV của Đảng"
    assert event.evidence[0].quote == printed


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Hội nghị T.Ư 8 (khóa XIII)", "Hội nghị Trung ương 8 khóa XIII"),
        (
            "Hội nghị lần thứ tám BCH Trung ương khóa XIII",
            "Hội nghị lần thứ tám Ban Chấp hành Trung ương Đảng khóa XIII",
        ),
        ("Đại hội lần thứ XIV của Đảng", "Đại hội XIV của Đảng"),
        ("Đại hội đại biểu toàn quốc lần thứ XIV của Đảng", "Đại hội đại biểu toàn quốc lần thứ XIV của Đảng"),
    ],
)
def test_a_plenum_or_congress_is_called_as_the_text_calls_it(printed: str, name: str) -> None:
    assert only(f"Các đại biểu nhắc lại {printed} nhiều lần.").name == name


def test_of_several_names_of_one_event_the_fullest_is_taken() -> None:
    text = "Đại hội XIV của Đảng đã gần. Đại hội đại biểu toàn quốc lần thứ XIV của Đảng bàn nhiều việc."
    assert only(text).name == "Đại hội đại biểu toàn quốc lần thứ XIV của Đảng"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Khai mạc Đại hội đại biểu Đảng bộ tỉnh Lào Cai lần thứ XVI\n"
            "Sáng 5/6/2025, Đại hội đại biểu Đảng bộ tỉnh Lào Cai lần thứ XVI, nhiệm kỳ 2025-2030 khai mạc.",
            ["Đại hội đại biểu Đảng bộ tỉnh Lào Cai lần thứ XVI, nhiệm kỳ 2025-2030"],
        ),
        (
            "Ngày 5/6/2025, Tỉnh ủy Lào Cai tổ chức Hội nghị cán bộ chủ chốt công bố quyết định. "
            "Chiều 9/6/2025, Tỉnh ủy tổ chức Hội nghị cán bộ chủ chốt.",
            ["Hội nghị cán bộ chủ chốt công bố quyết định", "Hội nghị cán bộ chủ chốt"],
        ),
    ],
)
def test_an_event_called_by_part_of_its_name_is_the_same_but_not_on_another_day(text: str, names: list[str]) -> None:
    assert [e.name for e in events(text)] == names


@pytest.mark.parametrize(
    ("when", "day"),
    [
        ("Trong hai ngày (4-5/3/2024)", "2024-03-04"),
        ("Trong các ngày 4 và 5/3/2024", "2024-03-04"),
        ("Từ ngày 4 đến ngày 6/3/2024", "2024-03-04"),
        ("Chiều 4 và sáng 5.3.2024", "2024-03-04"),
        ("Ngày 4/3/2024", "2024-03-04"),
    ],
)
def test_of_several_days_the_first_is_that_of_the_event(when: str, day: str) -> None:
    text = f"{when}, Ủy ban Kiểm tra Tỉnh ủy Lào Cai đã họp kỳ 50."
    assert only(text).date == day


def test_a_congress_takes_the_month_in_brackets() -> None:
    text = "Tại Đại hội đại biểu toàn quốc lần thứ XIII của Đảng (tháng 1/2021), ông được bầu vào Trung ương."
    assert only(text).date == "2021-01"


def test_what_a_leading_body_met_on_is_a_meeting_on_a_day_that_is_named() -> None:
    text = "Ngày 7/3/2024, tại Hà Nội, Bộ Chính trị đã họp xem xét, cho ý kiến về công tác cán bộ."
    event = only(text)
    assert (event.name, event.date) == ("Cuộc họp Bộ Chính trị xem xét, cho ý kiến về công tác cán bộ", "2024-03-07")
    assert events("Bộ Chính trị họp xem xét, cho ý kiến về công tác cán bộ.") == []


def test_a_hall_is_no_conference() -> None:
    text = "Sáng 7/3/2024, tại Trung tâm Hội nghị Quốc gia ở Hà Nội, các đại biểu đã họp."
    assert events(text) == []


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Hội nghị công bố và trao Quyết định của Bộ Chính trị về công tác cán bộ", None),
        (
            "hội nghị cán bộ chủ chốt để công bố Quyết định của Bộ Chính trị phân công ông Lê Văn Mẫu",
            "Hội nghị cán bộ chủ chốt công bố Quyết định của Bộ Chính trị",
        ),
        (
            "Hội nghị Ban Chấp hành Đảng bộ tỉnh (phiên bất thường) cho ý kiến về đề án",
            "Hội nghị Ban Chấp hành Đảng bộ tỉnh Lào Cai (phiên bất thường)",
        ),
        (
            "Hội nghị Ban Chấp hành Đảng bộ tỉnh (Hội nghị bất thường) để bầu chức danh",
            "Hội nghị Ban Chấp hành Đảng bộ tỉnh Lào Cai (Hội nghị bất thường)",
        ),
        (
            "Hội nghị cán bộ chủ chốt để lấy ý kiến giới thiệu nhân sự quy hoạch cấp ủy",
            "Hội nghị cán bộ chủ chốt lấy ý kiến giới thiệu nhân sự quy hoạch cấp ủy",
        ),
    ],
)
def test_a_conference_that_a_body_holds_on_a_day_is_named_with_its_aim(words: str, name: str | None) -> None:
    event = only(f"Sáng 15/11/2024, Tỉnh ủy Lào Cai tổ chức {words}.")
    assert (event.name, event.date) == (name or words, "2024-11-15")


def test_a_conference_about_a_plenum_is_an_event_beside_it() -> None:
    text = "Sáng 23/10/2024, Tỉnh ủy Lào Cai tổ chức hội nghị thông báo nhanh kết quả Hội nghị Trung ương 10 khóa XIII."
    assert {e.form for e in events(text)} == {"conference", "plenum"}


@pytest.mark.parametrize(
    "text", ["Cần tổ chức hội nghị rút kinh nghiệm về việc này.", "Các xã sẽ mở Hội nghị sơ kết năm."]
)
def test_a_conference_without_a_day_or_to_come_is_no_event(text: str) -> None:
    assert events(text) == []


def test_a_conference_is_named_where_the_sentence_holds_it() -> None:
    event = only("Ngày 8/12/2023, Tỉnh ủy Lào Cai tổ chức Hội nghị tổng kết công tác dân vận năm 2023 tại Lào Cai.")
    assert (event.name, event.form, event.date) == (
        "Hội nghị tổng kết công tác dân vận năm 2023",
        "conference",
        "2023-12-08",
    )


@pytest.mark.parametrize(
    "end", [", đồng chí Lê Văn Mẫu dự", ", Bí thư Tỉnh ủy phát biểu", " để rút kinh nghiệm", "; xong"]
)
def test_the_name_of_a_conference_ends_where_a_clause_begins(end: str) -> None:
    name = "Hội nghị sơ kết công tác dân vận, tôn giáo"
    assert only(f"Tỉnh ủy Lào Cai tổ chức {name}{end}.").name == name


def test_abbreviations_in_the_name_of_a_conference_are_written_out() -> None:
    text = (
        "Tỉnh tổ chức Hội nghị tổng kết phong trào Xây dựng nông thôn mới (XDNTM). "
        "Huyện mở Hội nghị sơ kết XDNTM vùng cao."
    )
    assert [e.name for e in events(text)] == [
        "Hội nghị tổng kết phong trào Xây dựng nông thôn mới",
        "Hội nghị sơ kết Xây dựng nông thôn mới vùng cao",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Ngày 3/10/2023, Hội nghị Trung ương 8 khóa XIII khai mạc.",
        "Sáng 3/10, năm 2023, tỉnh Lào Cai tham dự Hội nghị Trung ương 8 khóa XIII.",
        "Ngày 3/10/2023, tại Hà Nội, Hội nghị Trung ương 8 khóa XIII khai mạc.",
        "Sáng 3/10/2023, tại Hội nghị Trung ương 8 khóa XIII, các đại biểu thảo luận.",
        "Ngày 3/10/2023, Ban Chấp hành Trung ương Đảng khai mạc Hội nghị Trung ương 8 khóa XIII.",
        "Hội nghị Trung ương 8 khóa XIII khai mạc ngày 3/10/2023.",
        "Hội nghị Trung ương 8 khóa XIII diễn ra vào sáng 3/10/2023.",
        "Hội nghị Trung ương 8 khóa XIII (3/10/2023) bàn nhiều việc.",
        "Hội nghị Trung ương 8 khóa XIII bàn. Ngày 3/10/2023, Hội nghị Trung ương 8 khóa XIII khai mạc.",
    ],
)
def test_the_day_of_an_event_opens_its_sentence_or_follows_its_name(text: str) -> None:
    assert only(text).date == "2023-10-03"


@pytest.mark.parametrize(
    "text",
    [
        "Ngày 7/9/2023, Tỉnh ủy Lào Cai bàn việc thực hiện kết luận của Hội nghị Trung ương 8 khóa XIII.",
        "Nghị quyết số 19-NQ/TW ngày 5/11/2023 của Hội nghị Trung ương 8 khóa XIII được bàn.",
        "Sau Hội nghị Trung ương 8 khóa XIII, ngày 2/6/2024 các xã họp.",
        "Các xã họp ngày 2/6/2024. Hội nghị Trung ương 8 khóa XIII được nhắc lại.",
    ],
)
def test_the_day_of_a_document_or_of_another_act_is_not_that_of_the_event(text: str) -> None:
    assert only(text).date is None


def test_one_event_named_in_two_ways_is_one_and_another_term_another() -> None:
    text = (
        "Sau Hội nghị Trung ương 5 khóa XIII có Hội nghị lần thứ năm Ban Chấp hành Trung ương Đảng khóa XIII, "
        "Hội nghị Trung ương 6 khóa XIII và Hội nghị Trung ương 5 khóa XII."
    )
    assert [(e.ordinal, e.term) for e in events(text)] == [(5, "XIII"), (6, "XIII"), (5, "XII")]


def test_a_body_in_the_name_of_an_event_is_not_named_by_the_text_itself() -> None:
    facts = extract("Tỉnh mở Hội nghị trực tuyến toàn quốc Ban Nội chính Trung ương.", Lexicon.load())
    assert (len(facts.events), facts.bodies) == (1, [])


@pytest.mark.parametrize(
    "text",
    [
        "Hội nghị bàn nhiều việc. Đại hội thành công. Kỳ họp bế mạc.",
        "Các xã tổ chức Hội nghị. Đại biểu dự Đại hội, rồi về.",
        "Hội nghị Trung ương 99999 khóa XIII.",
        "Hội nghị Trung ương bất thường khóa XIII.",
        "Kỳ họp thứ 19 rất dài; phiên họp thứ hai thì ngắn.",
        "Trung tâm hội nghị tỉnh rất lớn.",
    ],
)
def test_bare_words_for_meetings_name_no_event(text: str) -> None:
    assert events(text) == []


@pytest.mark.parametrize("loose", ["về điều động ông Lê Văn Mẫu", "của ông Lê Văn Mẫu", "cho đồng chí Lê Văn Mẫu"])
def test_the_name_of_a_conference_does_not_end_with_a_word_that_leads_on(loose: str) -> None:
    event = only(f"Chiều 3/10/2023, Tỉnh ủy Lào Cai tổ chức Hội nghị công bố quyết định của Tỉnh ủy {loose}.")
    assert event.name.split()[-1] not in ("về", "của", "cho")


@pytest.mark.parametrize(
    ("text", "name", "day"),
    [
        (
            "Tại kỳ họp 13 vào các ngày 4 và 5/3, Ủy ban Kiểm tra Trung ương xem xét báo cáo.",
            "Kỳ họp thứ 13 Ủy ban Kiểm tra Trung ương",
            None,
        ),
        (
            "Ngày 6/3/2024, Ủy ban Kiểm tra (UBKT) Tỉnh ủy Lào Cai tổ chức kỳ họp thứ 13.",
            "Kỳ họp thứ 13 Ủy ban Kiểm tra Tỉnh ủy Lào Cai",
            "2024-03-06",
        ),
        (
            "Tham dự Kỳ họp chuyên đề Hội đồng nhân dân tỉnh Lào Cai khóa XVI vào sáng 6/3/2024 có nhiều đại biểu.",
            "Kỳ họp chuyên đề Hội đồng nhân dân tỉnh Lào Cai khóa XVI",
            "2024-03-06",
        ),
        (
            "Sáng 6/3/2024, Hội nghị toàn quốc tổng kết phong trào trồng rừng được Bộ Nội vụ tổ chức.",
            "Hội nghị toàn quốc tổng kết phong trào trồng rừng",
            "2024-03-06",
        ),
        (
            "Ngày 6/3/2024, bà Lê Thị Mẫu chủ trì cuộc họp Thường trực Ban Chỉ đạo Trung ương về phòng, chống ma túy.",
            "Cuộc họp Thường trực Ban Chỉ đạo Trung ương về phòng, chống ma túy",
            "2024-03-06",
        ),
        (
            "Chiều 6/3/2024, Đại hội đại biểu Đảng bộ tỉnh Lào Cai lần thứ X (nhiệm kỳ 2015-2020) bế mạc.",
            "Đại hội đại biểu Đảng bộ tỉnh Lào Cai lần thứ X, nhiệm kỳ 2015-2020",
            "2024-03-06",
        ),
        ("Theo hội nghị Trung ương 9 khóa 13, việc này là cần thiết.", "Hội nghị Trung ương 9 khóa 13", None),
        ("Đại hội 14 của Đảng sẽ bàn việc này.", "Đại hội 14 của Đảng", None),
    ],
)
def test_a_meeting_is_known_however_the_press_prints_it(text: str, name: str, day: str | None) -> None:
    assert [(e.name, e.date) for e in extract(text, Lexicon.load()).events] == [(name, day)]
