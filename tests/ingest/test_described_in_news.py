"""Documents without a number as news of personnel and sessions tell them: their subjects, issuers and days."""

import pytest

from ingest.extraction import extract
from ingest.facts import DocumentFact
from ingest.lexicon import Lexicon


def documents(text: str) -> list[DocumentFact]:
    return extract(text, Lexicon.load()).documents


def names(text: str) -> list[str | None]:
    return [d.name for d in documents(text)]


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Tờ trình đề nghị Quốc hội phê chuẩn nhân sự", "Tờ trình đề nghị Quốc hội phê chuẩn nhân sự"),
        (
            "Tờ trình về bổ sung số lượng Phó Thủ tướng nhiệm kỳ 2021-2026, trước khi thảo luận",
            "Tờ trình về bổ sung số lượng Phó Thủ tướng nhiệm kỳ 2021-2026",
        ),
        (
            "Báo cáo thẩm tra về bổ sung số lượng Phó Thủ tướng nhiệm kỳ Quốc hội khóa XV trong phiên sáng",
            "Báo cáo thẩm tra về bổ sung số lượng Phó Thủ tướng nhiệm kỳ Quốc hội khóa XV",
        ),
        (
            "Đề án phát triển công nghiệp theo định hướng xanh đã được duyệt",
            "Đề án phát triển công nghiệp theo định hướng xanh",
        ),
        (
            "Chiến lược phát triển kinh tế - xã hội 10 năm 2011 - 2020 là văn kiện lớn",
            "Chiến lược phát triển kinh tế - xã hội 10 năm 2011 - 2020",
        ),
    ],
)
def test_what_a_document_is_about_holds_terms_and_manner_and_ends_with_the_clause(printed: str, name: str) -> None:
    assert names(f"Bộ trưởng Lê Văn Mẫu trình bày {printed}.") == [name]


def test_a_term_of_a_council_is_no_part_of_what_a_document_is_about() -> None:
    text = "Kỳ họp thông qua Nghị quyết về kế hoạch giám sát của HĐND xã khóa I nhiệm kỳ 2021-2026."
    assert names(text) == ["Nghị quyết về kế hoạch giám sát của HĐND xã"]


def test_two_papers_joined_by_and_are_two() -> None:
    text = (
        "Bộ trưởng Lê Văn Mẫu trình bày Tờ trình về bổ sung số lượng Phó Thủ tướng Chính phủ "
        "và Tờ trình đề nghị Quốc hội phê chuẩn miễn nhiệm một số thành viên."
    )
    assert names(text) == [
        "Tờ trình về bổ sung số lượng Phó Thủ tướng Chính phủ",
        "Tờ trình đề nghị Quốc hội phê chuẩn miễn nhiệm một số thành viên",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Hội nghị thảo luận dự thảo Báo cáo kiểm điểm năm 2023 và Báo cáo tổng kết công tác cán bộ năm 2023.",
        "Bộ chủ trì xây dựng Chiến lược phát triển công nghiệp quốc gia.",
        "Thời gian kỷ luật tính từ ngày công bố quyết định của Ủy ban Kiểm tra Trung ương về thi hành kỷ luật đảng.",
        "Tòa án nhân dân tối cao trao quyết định bổ nhiệm Chánh án Tòa án nhân dân tỉnh.",
        "Quốc hội giao Thủ tướng Chính phủ ra quyết định xử lý kỷ luật đối với ông Lê Văn Mẫu.",
        "Ông Lê Văn Mẫu báo cáo Đề án sắp xếp các phòng của huyện tại Hội nghị. Ảnh: T.H",
    ],
)
def test_drafts_general_words_orders_and_captions_name_no_document(text: str) -> None:
    assert names(text) == []


def test_a_headline_speaks_of_the_document_whose_number_follows() -> None:
    text = (
        "Kế hoạch của Tỉnh ủy Lào Cai về chuyển đổi số\n\n"
        "Tỉnh ủy Lào Cai vừa ban hành Kế hoạch số 12-KH/TU về chuyển đổi số giai đoạn mới."
    )
    assert [(d.number, d.name) for d in documents(text)] == [("12-KH/TU", None)]


def test_an_office_decides_as_a_body_does_and_its_deputy_does_not() -> None:
    decision = "có quyết định thi hành kỷ luật bằng hình thức cảnh cáo ông Lê Văn Mẫu"
    assert [d.issuer for d in documents(f"Thủ tướng cũng đã {decision}.")] == ["Thủ tướng Chính phủ"]
    assert [d.issuer for d in documents(f"Phó Thủ tướng cũng đã {decision}.")] == []


def test_of_a_post_left_and_a_post_given_the_second_tells_the_decision() -> None:
    text = (
        "Ông Hà Văn Tư công bố Quyết định của Bộ Chính trị phân công đồng chí Lê Văn Mẫu thôi giữ chức "
        "Bí thư Tỉnh ủy Lào Cai để giữ chức Bí thư Tỉnh ủy Yên Bái."
    )
    assert names(text) == ["Quyết định của Bộ Chính trị phân công đồng chí Lê Văn Mẫu giữ chức Bí thư Tỉnh ủy Yên Bái"]


def test_what_a_session_adopts_is_the_councils_that_the_text_named_and_of_that_day() -> None:
    text = (
        "Ngày 30/6/2021, HĐND tỉnh Lào Cai tổ chức kỳ họp thứ nhất.\n"
        "Ngoài ra, kỳ họp đã thông qua Nghị quyết thành lập Ban Dân tộc của Hội đồng."
    )
    (found,) = documents(text)
    assert (found.issuer, found.issued) == ("Hội đồng nhân dân tỉnh Lào Cai", "2021-06-30")


def test_the_day_of_an_adoption_is_that_told_in_a_sentence_before() -> None:
    text = (
        "Chiều 24/10/2025, Quốc hội nghe trình bày các tờ trình. "
        "Sau đó, Quốc hội biểu quyết thông qua Nghị quyết phê chuẩn miễn nhiệm chức vụ một số Bộ trưởng."
    )
    (found,) = documents(text)
    assert found.name == "Nghị quyết phê chuẩn miễn nhiệm chức vụ một số Bộ trưởng"
    assert (found.issuer, found.issued) == ("Quốc hội", "2025-10-24")


def test_a_programme_that_carries_out_a_resolution_leaves_it_its_own_day() -> None:
    text = (
        "Ngày 21/4/2016, Ủy ban Kiểm tra Trung ương họp và thông qua: "
        "Chương trình hành động thực hiện Nghị quyết Đại hội XII của Đảng."
    )
    found = {d.name: d.issued for d in documents(text)}
    assert found["Nghị quyết Đại hội XII của Đảng"] is None


def test_a_name_writes_out_what_the_text_abbreviates() -> None:
    text = "Ủy ban Kiểm tra Trung ương (UBKTTW) họp. Quy chế làm việc của UBKTTW khóa XII được tổng kết."
    assert "Quy chế làm việc của Ủy ban Kiểm tra Trung ương khóa XII" in names(text)


def test_the_term_of_who_issues_stands_in_the_name() -> None:
    text = "Ông Mẫu trình bày Báo cáo của Ban Chấp hành Trung ương Đảng khóa XIII về các văn kiện trình Đại hội."
    (found,) = documents(text)
    assert found.name == "Báo cáo của Ban Chấp hành Trung ương Đảng khóa XIII về các văn kiện trình Đại hội"
    assert found.issuer == "Ban Chấp hành Trung ương Đảng"


def test_a_decision_told_later_is_named_by_the_verbs_that_give_a_post() -> None:
    text = (
        "Ông Hà Văn Tư công bố quyết định của Bộ Chính trị về công tác cán bộ. Theo quyết định, ông Lê Văn Mẫu "
        "thôi giữ chức Trưởng Ban Nội chính Trung ương và được điều động, phân công, chỉ định tham gia "
        "Ban Chấp hành Đảng bộ, "
        "giữ chức Bí thư Tỉnh ủy Lào Cai."
    )
    assert names(text) == [
        "Quyết định của Bộ Chính trị điều động, phân công, chỉ định Lê Văn Mẫu giữ chức Bí thư Tỉnh ủy Lào Cai"
    ]


def test_a_decision_to_be_in_charge_ends_before_how_long() -> None:
    text = (
        "Ông Hà Văn Tư đọc quyết định của Ban Bí thư về việc phân công ông Lê Văn Mẫu, Phó Bí thư, điều hành "
        "Tỉnh ủy Lào Cai cho đến khi có nhân sự giữ chức Bí thư."
    )
    assert names(text) == ["Quyết định của Ban Bí thư về việc phân công ông Lê Văn Mẫu điều hành Tỉnh ủy Lào Cai"]


def test_an_office_issues_what_its_holder_signs() -> None:
    text = "Thủ tướng Lê Văn Mẫu vừa ký quyết định về việc giao điều hành hoạt động của Bộ Công an."
    facts = extract(text, Lexicon.load())
    assert [d.issuer for d in facts.documents] == ["Thủ tướng Chính phủ"]
    assert {(r.predicate, r.object) for r in facts.relations} == {
        ("issuedBy", "Thủ tướng Chính phủ"),
        ("signedBy", "Lê Văn Mẫu"),
    }


def test_a_number_without_a_code_needs_a_capital_or_an_issuer() -> None:
    assert [d.number for d in documents("Theo quy định 214 của Bộ Chính trị, cán bộ phải đủ điều kiện.")] == ["214"]
    assert documents("Theo quy định 30 ngày, hồ sơ được trả.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Hội nghị thảo luận dự thảo Quy chế làm việc của Ủy ban Kiểm tra Trung ương khóa XIII.",
        "Bộ tổ chức lễ công bố quyết định của Bộ trưởng Bộ Công an về tổ chức, cán bộ Công an tỉnh Lào Cai.",
    ],
)
def test_rules_in_draft_and_decisions_on_cadres_in_general_name_no_document(text: str) -> None:
    assert documents(text) == []


@pytest.mark.parametrize(
    "printed", ["Nghị quyết T.Ư 4 (khóa XII)", "Nghị quyết TƯ 4 khóa XII", "Nghị quyết TW 4, khóa XII"]
)
def test_the_centre_is_written_out_in_names(printed: str) -> None:
    (name,) = names(f"Các cấp tiếp tục triển khai {printed} về xây dựng Đảng.")
    assert name is not None and name.startswith("Nghị quyết Trung ương 4") and "khóa XII" in name and "(" not in name


def test_a_dateline_under_a_number_is_not_its_day() -> None:
    (found,) = documents("Họp bàn việc thực hiện Nghị quyết số 18-NQ/TW\n22/12/2024\nSáng 22/12, tỉnh họp.")
    assert found.issued is None


def test_a_bill_is_no_law_and_an_amended_law_says_so() -> None:
    text = "Quốc hội thảo luận dự án Luật Nhà giáo; biểu quyết thông qua Luật Công chứng (sửa đổi)."
    assert names(text) == ["Luật Công chứng (sửa đổi)"]


def test_the_centre_in_a_number_stays_as_it_is() -> None:
    text = "Ban Bí thư ban hành Kết luận về tiếp tục thực hiện Chỉ thị số 35-CT/TW."
    assert names(text)[0] == "Kết luận của Ban Bí thư về tiếp tục thực hiện Chỉ thị số 35-CT/TW"


def test_a_list_that_is_one_phrase_does_not_end_a_subject() -> None:
    text = (
        "Bộ Chính trị vừa ban hành Quy định về kiểm soát quyền lực và phòng, chống tham nhũng, tiêu cực trong công tác."
    )
    assert names(text) == [
        "Quy định của Bộ Chính trị về kiểm soát quyền lực và phòng, chống tham nhũng, tiêu cực trong công tác"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Theo thông cáo của Văn phòng Trung ương Đảng về ngày làm việc thứ nhất, Trung ương đã cho ý kiến.",
        "Bộ tổ chức lễ trao quyết định của Chủ tịch nước bổ nhiệm các Phó Thủ tướng, các Bộ trưởng khóa XV.",
    ],
)
def test_notices_of_the_press_and_decisions_on_several_name_no_document(text: str) -> None:
    assert documents(text) == []


def test_a_law_ends_at_a_comma_behind_a_long_title_and_votes_end_a_subject() -> None:
    assert names("Theo Luật Tổ chức Chính phủ, số lượng Thứ trưởng không quá 5 người.") == ["Luật Tổ chức Chính phủ"]
    assert names("Tỉnh thi hành Luật Thực hành tiết kiệm, chống lãng phí.") == [
        "Luật Thực hành tiết kiệm, chống lãng phí"
    ]
    assert names("Quốc hội thông qua Nghị quyết về việc phê chuẩn bổ nhiệm Phó Thủ tướng với 432 phiếu.") == [
        "Nghị quyết về việc phê chuẩn bổ nhiệm Phó Thủ tướng"
    ]


def test_documents_joined_in_a_list_have_one_issuer_and_day() -> None:
    text = "Ngày 6/1/2023, Chủ tịch nước đã ký Quyết định số 25/QĐ-CTN và Quyết định số 26/QĐ-CTN về việc bổ nhiệm."
    assert [(d.number, d.issuer, d.issued) for d in documents(text)] == [
        ("25/QĐ-CTN", "Chủ tịch nước", "2023-01-06"),
        ("26/QĐ-CTN", "Chủ tịch nước", "2023-01-06"),
    ]


def test_the_same_day_is_that_told_before() -> None:
    text = "Chiều 26/8/2024, Quốc hội họp. Cùng ngày, Chủ tịch nước đã ký Quyết định số 842/QĐ-CTN bổ nhiệm cán bộ."
    assert [(d.number, d.issued) for d in documents(text)] == [("842/QĐ-CTN", "2024-08-26")]


def test_who_takes_somebody_over_in_a_decision_issued_it() -> None:
    text = "Tại Quyết định số 1883, Thủ tướng tiếp nhận, bổ nhiệm ông Lê Văn Mẫu giữ chức Thứ trưởng Bộ Y tế."
    assert [(d.number, d.issuer) for d in documents(text)] == [("1883", "Thủ tướng Chính phủ")]


@pytest.mark.parametrize(
    "text",
    [
        "Ông Hà Văn Tư vi phạm quy định của Tỉnh ủy Lào Cai về quản lý, sử dụng tài sản công.",
        "Nhân sự được giới thiệu theo đúng quy định của Bộ Chính trị về phân cấp quản lý cán bộ.",
        "Lãnh đạo tỉnh trao Quyết định bổ nhiệm và tặng hoa chúc mừng đồng chí Hà Văn Tư.",
        "Bí thư Tỉnh ủy trao Quyết định thành lập và chúc mừng Đảng bộ Sở Nội vụ tỉnh Lào Cai.",
        "Ủy ban Kiểm tra Trung ương có thông báo về kết quả Kỳ họp thứ 3 của Ủy ban.",
    ],
)
def test_rules_in_general_greetings_and_notes_for_the_press_are_no_documents(text: str) -> None:
    assert not extract(text, Lexicon.load()).documents


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Bí thư Thành ủy trao quyết định phân công ông Hà Văn Tư, Bí thư Quận ủy, giữ chức Chủ nhiệm Ủy ban "
            "Kiểm tra (UBKT) Thành ủy Hà Nội.",
            "Quyết định phân công ông Hà Văn Tư giữ chức Chủ nhiệm Ủy ban Kiểm tra Thành ủy Hà Nội",
        ),
        (
            "Theo quyết định của Bộ Chính trị được công bố trưa nay, ông Hà Văn Tư được phân công giữ chức Bí thư Tỉnh "
            "ủy Lào Cai.",
            "Quyết định của Bộ Chính trị phân công Hà Văn Tư giữ chức Bí thư Tỉnh ủy Lào Cai",
        ),
        (
            "HĐND huyện Bát Xát thông qua nghị quyết về Kế hoạch đầu tư công trung hạn trên địa bàn huyện Bát Xát.",
            "Nghị quyết về Kế hoạch đầu tư công trung hạn trên địa bàn huyện Bát Xát",
        ),
    ],
)
def test_a_name_goes_on_behind_a_bracket_a_day_and_a_place(text: str, name: str) -> None:
    assert [d.name for d in extract(text, Lexicon.load()).documents] == [name]


def test_of_two_rules_that_a_sentence_names_each_ends_before_the_other() -> None:
    text = "Tỉnh ủy công bố Quy định của Bộ Chính trị về trách nhiệm nêu gương của cán bộ và hướng dẫn của Bộ Nội vụ."
    names = [d.name for d in extract(text, Lexicon.load()).documents]
    assert names[0] == "Quy định của Bộ Chính trị về trách nhiệm nêu gương của cán bộ"


@pytest.mark.parametrize(
    "text",
    [
        "Thủ tướng sẽ đọc tờ trình đề nghị Quốc hội phê chuẩn việc miễn nhiệm chức vụ đối với ông Hà Văn Tư.",
        "Đồng chí Hà Văn Tư điều hành Tỉnh ủy đến khi Bộ Chính trị có quyết định phân công Bí thư Tỉnh ủy mới.",
    ],
)
def test_a_paper_that_is_only_to_come_is_none(text: str) -> None:
    assert not extract(text, Lexicon.load()).documents


def test_a_comma_may_stand_between_a_body_and_what_it_decided() -> None:
    text = "Ông Lê Văn Mẫu công bố quyết định của Bộ Chính trị, phân công đồng chí Hà Văn Tư điều hành Tỉnh ủy Lào Cai."
    found = [(d.name, d.issuer) for d in extract(text, Lexicon.load()).documents]
    name = "Quyết định của Bộ Chính trị phân công đồng chí Hà Văn Tư điều hành Tỉnh ủy Lào Cai"
    assert found == [(name, "Bộ Chính trị")]


def test_the_resolution_of_a_plenum_is_known_by_whichever_form_of_its_name() -> None:
    text = "Ban Chấp hành Trung ương thông qua Nghị quyết Hội nghị Trung ương Đảng lần 2, khóa XIII."
    assert [d.name for d in extract(text, Lexicon.load()).documents] == [
        "Nghị quyết Hội nghị Trung ương Đảng lần 2, khóa XIII"
    ]


def test_a_plan_that_is_issued_is_told_by_what_it_plans_and_any_other_is_none() -> None:
    issued = "Ông Lê Văn Mẫu đã ký ban hành kế hoạch tổ chức lễ công bố các nghị quyết, quyết định về lập tỉnh Lào Cai."
    name = "Kế hoạch tổ chức lễ công bố các nghị quyết, quyết định về lập tỉnh Lào Cai"
    assert [d.name for d in extract(issued, Lexicon.load()).documents] == [name]
    assert not extract("Tỉnh ủy bàn kế hoạch tổ chức lễ công bố các nghị quyết.", Lexicon.load()).documents
