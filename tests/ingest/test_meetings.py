"""Events that news call by who meets, by their organiser or by what is announced at them; and words that name none."""

import pytest

from ingest.extraction import extract
from ingest.facts import EventFact
from ingest.lexicon import Lexicon


def events(text: str) -> list[EventFact]:
    return extract(text, Lexicon.load()).events


def names(text: str) -> list[str]:
    return [event.name for event in events(text)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Ngày 5/4/2023, Chi bộ Văn phòng đã long trọng tổ chức Đại hội lần thứ VII, nhiệm kỳ 2023-2025.",
            "Đại hội Chi bộ Văn phòng lần thứ VII, nhiệm kỳ 2023-2025",
        ),
        (
            "Ngày 5/8/2025, Đảng bộ xã Mường Hum, tỉnh Lào Cai tổ chức phiên trù bị Đại hội đại biểu lần thứ I.",
            "Đại hội đại biểu Đảng bộ xã Mường Hum lần thứ I",
        ),
    ],
)
def test_a_congress_called_by_its_number_alone_is_that_of_who_holds_it(text: str, name: str) -> None:
    assert names(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Chi đoàn chuẩn bị cho đại hội lần thứ IX.",
        "Các đại biểu dự Đại hội X Công đoàn Việt Nam.",
        "Đại hội Đảng bộ các cấp nhiệm kỳ 2025-2030 cần được chuẩn bị kỹ.",
    ],
)
def test_a_congress_of_others_is_none_of_the_party(text: str) -> None:
    assert not [event for event in events(text) if event.form == "congress" or "các cấp" in event.name]


def test_figures_of_a_congress_are_kept_as_printed_and_tell_its_term() -> None:
    (found,) = events("Tỉnh thực hiện chủ trương của Đại hội 12 của Đảng.")
    assert (found.name, found.term) == ("Đại hội 12 của Đảng", "XII")


@pytest.mark.parametrize(
    ("printed", "ordinal"),
    [("Hội nghị Trung ương 13", 13), ("Hội nghị Trung ương lần thứ 15", 15), ("Hội nghị Trung ương lần thứ sáu", 6)],
)
def test_a_plenum_without_its_term_is_known_by_its_number(printed: str, ordinal: int) -> None:
    (found,) = events(f"Việc này đã được bàn tại {printed} vừa qua.")
    assert (found.name, found.ordinal, found.term) == (printed, ordinal, None)


@pytest.mark.parametrize("words", ["Hội nghị Trung ương năm 2023", "Hội nghị Trung ương 3 ngày"])
def test_figures_of_a_year_or_of_days_are_no_number_of_a_plenum(words: str) -> None:
    assert not [event for event in events(f"Nhiều ý kiến tại {words} đã được tiếp thu.") if event.form == "plenum"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Ngày 9/5/2024, đồng chí Lê Văn Mẫu chủ trì cuộc họp Thường trực Ban Chỉ đạo Cải cách tư pháp Trung ương.",
            "Cuộc họp Thường trực Ban Chỉ đạo Cải cách tư pháp Trung ương",
        ),
        (
            "Ngày 9/5/2024, Ban Chỉ đạo Cải cách tư pháp Trung ương (Ban Chỉ đạo) đã tổ chức cuộc họp để cho ý kiến.",
            "Cuộc họp Ban Chỉ đạo Cải cách tư pháp Trung ương",
        ),
        (
            "Ngày 9/5/2024, đồng chí Lê Văn Mẫu chủ trì họp Bộ Chính trị và Ban Bí thư để xem xét, thi hành kỷ luật.",
            "Cuộc họp Bộ Chính trị và Ban Bí thư xem xét, thi hành kỷ luật",
        ),
    ],
)
def test_a_meeting_is_called_by_who_meets(text: str, name: str) -> None:
    (found,) = events(text)
    assert (found.name, found.date) == (name, "2024-05-09")


def test_a_meeting_of_a_body_whose_numbered_session_the_text_tells_is_that_session() -> None:
    text = (
        "Ngày 9/5/2024, ông Lê Văn Mẫu chủ trì Phiên họp thứ ba của Ban Chỉ đạo Cải cách tư pháp Trung ương. "
        "Ông Lê Văn Mẫu tại cuộc họp Ban Chỉ đạo Cải cách tư pháp Trung ương. Ảnh: T.H"
    )
    assert names(text) == ["Phiên họp thứ ba Ban Chỉ đạo Cải cách tư pháp Trung ương"]


def test_a_conference_with_no_name_is_called_by_what_is_announced_at_it() -> None:
    text = (
        "Sáng 9/5/2024, Tỉnh ủy Lào Cai công bố quyết định điều động cán bộ.\n\n"
        "Tại hội nghị, ông Trần Văn Thử công bố Quyết định của Ban Bí thư về công tác cán bộ. "
        "Theo đó, đồng chí Lê Văn Mẫu giữ chức Phó Bí thư Tỉnh ủy."
    )
    (found,) = events(text)
    assert found.name == "Hội nghị công bố Quyết định của Ban Bí thư về công tác cán bộ (đồng chí Lê Văn Mẫu)"
    assert found.date == "2024-05-09"


def test_a_conference_with_a_name_is_not_named_anew() -> None:
    text = (
        "Sáng 9/5/2024, Tỉnh ủy Lào Cai tổ chức Hội nghị sơ kết công tác cán bộ năm 2023.\n\n"
        "Tại hội nghị, ông Trần Văn Thử công bố Quyết định của Ban Bí thư về công tác cán bộ."
    )
    assert names(text) == ["Hội nghị sơ kết công tác cán bộ năm 2023"]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (
            "lễ công bố quyết định bổ nhiệm Chánh án Tòa án nhân dân tỉnh Lào Cai.",
            "Lễ công bố quyết định bổ nhiệm Chánh án Tòa án nhân dân tỉnh Lào Cai",
        ),
        (
            "Hội nghị triển khai Quyết định của Ban Bí thư T.Ư Đảng điều động ông Lê Văn Mẫu.",
            "Hội nghị triển khai Quyết định của Ban Bí thư Trung ương Đảng",
        ),
        (
            "Hội nghị triển khai công tác bầu cử đại biểu Quốc hội khóa XV sẽ kết thúc ngày mai.",
            "Hội nghị triển khai công tác bầu cử đại biểu Quốc hội khóa XV",
        ),
    ],
)
def test_a_name_ends_before_the_person_whom_a_decision_is_on(words: str, name: str) -> None:
    assert names(f"Ngày 9/5/2024, tỉnh tổ chức {words}") == [name]


def test_a_conference_of_a_day_without_a_year_is_named_too() -> None:
    (found,) = events("Ngày 9/5, Tỉnh ủy Lào Cai tổ chức hội nghị triển khai quyết định của Bộ Chính trị.")
    assert (found.name, found.date) == ("Hội nghị triển khai quyết định của Bộ Chính trị", None)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Kỳ họp thứ 7 Quốc hội khóa XV diễn ra từ ngày 20/5 đến 28/6/2024.", "2024-05-20"),
        ("Tại Kỳ họp thứ 7 Quốc hội khóa XV vào tháng 5-2024, việc này đã được bàn.", "2024-05"),
        ("Trong hai ngày 7 và 8-5-2024, HĐND tỉnh Lào Cai tiến hành Kỳ họp thứ 7.", "2024-05-07"),
        ("Chiều 8/5/2024, tiếp tục chương trình Kỳ họp thứ 7, Quốc hội khóa XV biểu quyết.", "2024-05-08"),
        ("Ngày 8/5/2024, Thường trực HĐND tỉnh bàn việc tổ chức Kỳ họp thứ 7 HĐND tỉnh Lào Cai.", None),
    ],
)
def test_the_day_of_a_session_is_that_of_its_words(text: str, day: str | None) -> None:
    assert [event.date for event in events(text)] == [day]


def test_a_council_or_union_without_its_place_meets_too() -> None:
    assert names("Ngày 9/5/2024, HĐND tỉnh khóa X khai mạc kỳ họp lần thứ 13.") == [
        "Kỳ họp lần thứ 13 Hội đồng nhân dân tỉnh khóa X"
    ]
    assert names("Ngày 9/5/2024, Liên đoàn Lao động tỉnh tổ chức Hội nghị lần thứ 9, Ban Chấp hành khóa X.") == [
        "Hội nghị lần thứ 9 Ban Chấp hành Liên đoàn Lao động tỉnh khóa X"
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Ngày 9/5/2024, Ban Thường vụ Tỉnh ủy Lào Cai tổ chức hội nghị để cho ý kiến về nhân sự.",
            "Hội nghị Ban Thường vụ Tỉnh ủy Lào Cai cho ý kiến về nhân sự",
        ),
        (
            "Ngày 9/5/2024, Ban Chấp hành Trung ương đã họp hội nghị bất thường để xem xét nguyện vọng của cán bộ.",
            "Hội nghị bất thường Ban Chấp hành Trung ương Đảng",
        ),
        (
            "Ngày 9/5/2024, Bộ Chính trị họp xem xét, cho ý kiến về việc thôi chức, nghỉ hưu đối với ông Lê Văn Mẫu.",
            "Cuộc họp Bộ Chính trị xem xét, cho ý kiến về việc thôi chức, nghỉ hưu đối với ông Lê Văn Mẫu",
        ),
        (
            "Ngày 9/5/2024, tỉnh tổ chức Hội nghị triển khai Quy định số 58, ngày 8/2/2022 của Bộ Chính trị.",
            "Hội nghị triển khai Quy định số 58, ngày 8/2/2022 của Bộ Chính trị",
        ),
        (
            "Ngày 9/5/2024, Quận ủy tổ chức hội nghị cán bộ chủ chốt về quy hoạch cán bộ, trong đó rà soát danh sách.",
            "Hội nghị cán bộ chủ chốt về quy hoạch cán bộ",
        ),
    ],
)
def test_a_conference_has_the_words_of_its_kind_and_no_more(text: str, name: str) -> None:
    (found,) = events(text)
    assert (found.name, found.date) == (name, "2024-05-09")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "Sáng 16/12, Ban Tổ chức Trung ương tổ chức Hội nghị tổng kết công tác năm 2024, nhiệm vụ năm 2025.",
            "2024-12-16",
        ),
        (
            "Sáng 6/1, Ban Tổ chức Trung ương tổ chức Hội nghị tổng kết công tác năm 2024, nhiệm vụ năm 2025.",
            "2025-01-06",
        ),
        ("Sáng 6/5, bộ tổ chức Hội nghị tổng kết 10 năm thực hiện Chỉ thị số 03-CT/TW, ngày 10/4/2009.", None),
        ("Sáng 6/5, tỉnh tổ chức Hội nghị phổ biến chế độ mới theo Hiến pháp năm 2013.", None),
    ],
)
def test_a_year_of_plans_reviews_and_laws_is_not_that_of_the_report(text: str, day: str | None) -> None:
    assert [event.date for event in events(text)] == [day]


def test_a_committee_whose_report_tells_of_its_first_sitting_is_no_session() -> None:
    text = "Đại hội nghe báo cáo kết quả phiên họp thứ nhất của Ban Chấp hành Đảng bộ tỉnh Lào Cai khóa XVI."
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Ngày 9/5/2024, Tỉnh ủy Lào Cai tổ chức hội nghị sơ kết công tác nội chính.",
            ["Hội nghị sơ kết công tác nội chính của Tỉnh ủy Lào Cai"],
        ),
        (
            "Ngày 9/5/2024, Tỉnh ủy Lào Cai tổ chức Hội nghị sơ kết công tác nội chính.",
            ["Hội nghị sơ kết công tác nội chính"],
        ),
        (
            "Tỉnh ủy Lào Cai vừa tổ chức hội nghị sơ kết công tác nội chính.",
            ["Hội nghị sơ kết công tác nội chính của Tỉnh ủy Lào Cai"],
        ),
        ("Tỉnh ủy Lào Cai thường tổ chức hội nghị sơ kết công tác nội chính.", []),
        (
            "Theo kế hoạch, Lễ kỷ niệm 25 năm Ngày tái lập tỉnh sẽ diễn ra tại thành phố.",
            ["Lễ kỷ niệm 25 năm Ngày tái lập tỉnh"],
        ),
        ("Ban tổ chức Lễ kỷ niệm 25 năm Ngày tái lập tỉnh đã họp báo.", []),
        (
            "Ngày 9/5/2024, tỉnh tổ chức Hội thảo khoa học “Hai mươi năm tái lập: thành tựu và triển vọng”.",
            ["Hội thảo khoa học “Hai mươi năm tái lập: thành tựu và triển vọng”"],
        ),
        ("Các văn bản chỉ đạo về Đại hội Đảng các cấp trong quân khu đã đến nơi.", []),
    ],
)
def test_a_conference_in_small_letters_takes_its_organiser_and_one_that_happens_is_named(
    text: str, found: list[str]
) -> None:
    assert names(text) == found


def test_a_term_in_brackets_and_what_widens_a_session_stand_in_its_name() -> None:
    assert names("Trong Hội nghị lần thứ 23, Ban Chấp hành Đảng bộ tỉnh Lào Cai (khóa XVI) đã trao thưởng.") == [
        "Hội nghị lần thứ 23 Ban Chấp hành Đảng bộ tỉnh Lào Cai khóa XVI"
    ]
    assert names("Ngày 9/5/2024, Ban Chấp hành Đảng bộ tỉnh Lào Cai tổ chức Hội nghị lần thứ 11 (mở rộng).") == [
        "Hội nghị lần thứ 11 (mở rộng) Ban Chấp hành Đảng bộ tỉnh Lào Cai"
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Đại hội lần thứ XVII Đảng bộ tỉnh Lào Cai đã bầu cấp ủy.",
            [("Đại hội lần thứ XVII Đảng bộ tỉnh Lào Cai", None)],
        ),
        ("Các đoàn dự Đại hội XIII Công đoàn Việt Nam.", [("Đại hội XIII Công đoàn Việt Nam", None)]),
        (
            "Ngày 4/6/2024, Bộ Chính trị, Ban Bí thư họp dưới sự chủ trì của Tổng Bí thư để xem xét kỷ luật cán bộ.",
            [("Cuộc họp Bộ Chính trị, Ban Bí thư xem xét kỷ luật cán bộ", "2024-06-04")],
        ),
        (
            "Ngày 20/1/2025, Lễ viếng đồng chí Lê Văn Mẫu diễn ra ngày 25/7/2024 tại Hà Nội.",
            [("Lễ viếng đồng chí Lê Văn Mẫu", "2024-07-25")],
        ),
        (
            "Lễ kỷ niệm 50 năm Ngày Giải phóng miền Nam, thống nhất đất nước được tổ chức ngày 30/4/2025.",
            [("Lễ kỷ niệm 50 năm Ngày Giải phóng miền Nam, thống nhất đất nước", "2025-04-30")],
        ),
        (
            "Ngày 8/1/2025, ông Mẫu chủ trì Hội nghị trực tuyến Chính phủ với địa phương và Phiên họp Chính phủ quý I.",
            [
                ("Hội nghị trực tuyến Chính phủ với địa phương", "2025-01-08"),
                ("Phiên họp Chính phủ quý I", "2025-01-08"),
            ],
        ),
        (
            "Ngày 8/1/2025, Hội nghị công bố quyết định kiểm tra của Bộ Chính trị đối với Tỉnh ủy Lào Cai diễn ra.",
            [("Hội nghị công bố quyết định kiểm tra của Bộ Chính trị đối với Tỉnh ủy Lào Cai", "2025-01-08")],
        ),
    ],
)
def test_events_in_more_of_the_order_of_words(text: str, found: list[tuple[str, str | None]]) -> None:
    assert [(event.name, event.date) for event in events(text)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Ông Lê Văn Mẫu đã dự lễ công bố Quyết định của Bộ Chính trị về công tác cán bộ.",
            [("Lễ công bố Quyết định của Bộ Chính trị về công tác cán bộ", None)],
        ),
        ("Ông Lê Văn Mẫu gợi mở một số ý kiến để Hội nghị tham khảo trong quá trình thảo luận.", []),
        (
            "Chiều 3/10/2022, theo tin về ngày làm việc thứ nhất của Hội nghị Trung ương 6 khóa XIII, đã có kết luận.",
            [("Hội nghị Trung ương 6 khóa XIII", "2022-10-03")],
        ),
        (
            "Khai mạc kỳ họp thứ 12 HĐND tỉnh Tây Ninh\n"
            "Sáng 28/5/2024, HĐND tỉnh Tây Ninh khai mạc kỳ họp thứ 12 (kỳ họp chuyên đề) khóa X.",
            [("Kỳ họp thứ 12 (kỳ họp chuyên đề) Hội đồng nhân dân tỉnh Tây Ninh khóa X", "2024-05-28")],
        ),
    ],
)
def test_events_attended_in_part_or_under_two_names(text: str, found: list[tuple[str, str | None]]) -> None:
    assert [(event.name, event.date) for event in events(text)] == found


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (
            "lễ trao Quyết định bổ nhiệm Thượng tướng Lê Văn Mẫu, Ủy viên Trung ương Đảng giữ chức Tư lệnh.",
            "Lễ trao Quyết định bổ nhiệm Thượng tướng Lê Văn Mẫu",
        ),
        (
            "lễ trao quyết định của Bộ trưởng Bộ Y tế bổ nhiệm ông Lê Văn Mẫu.",
            "Lễ trao quyết định của Bộ trưởng Bộ Y tế",
        ),
    ],
)
def test_a_decision_whose_issuer_no_word_tells_is_named_by_the_person(words: str, name: str) -> None:
    assert names(f"Ngày 9/5/2024, Bộ Y tế tổ chức {words}") == [name]


def test_of_a_heading_in_capitals_and_a_sentence_the_sentence_names_the_event() -> None:
    text = (
        "ĐẠI HỘI ĐẢNG BỘ XÃ MƯỜNG HUM LẦN THỨ I, NHIỆM KỲ 2025-2030\n"
        "Ngày 14/8/2025, Đảng bộ xã tổ chức Đại hội Đảng bộ xã Mường Hum lần thứ I, nhiệm kỳ 2025-2030."
    )
    assert names(text) == ["Đại hội Đảng bộ xã Mường Hum lần thứ I, nhiệm kỳ 2025-2030"]


def test_the_new_tone_placement_changes_no_name() -> None:
    text = "Ngày 9/5/2024, Uỷ ban Kiểm tra Tỉnh uỷ Lào Cai khoá XVI tổ chức kỳ họp thứ 5."
    assert names(text) == ["Kỳ họp thứ 5 Ủy ban Kiểm tra Tỉnh ủy Lào Cai khóa XVI"]
