"""Posts in the turns of phrase of reports: ended, shared, told of several, of the one spoken of before."""

import pytest

from ingest.extraction import extract
from ingest.lexicon import Lexicon

MAU = "Lê Văn Mẫu"


def holdings(text: str) -> set[tuple[str, str, str, str]]:
    facts = extract(text, Lexicon.load()).holdings
    return {(h.person, h.role, h.body, h.status) for h in facts}


def roles(text: str) -> dict[tuple[str, str], str]:
    return {(person, role): status for person, role, _, status in holdings(text)}


@pytest.mark.parametrize(
    "words",
    [
        "Ông Lê Văn Mẫu thời làm Thứ trưởng Bộ Y tế từng đến đây.",
        "Ông Lê Văn Mẫu bị xét hỏi về lúc ông giữ chức Thứ trưởng Bộ Y tế.",
        "Ông Lê Văn Mẫu nổi tiếng khi đang làm Thứ trưởng Bộ Y tế.",
        "Ông Lê Văn Mẫu từng công tác tại Đại học Y Hà Nội, Thứ trưởng Bộ Y tế.",
        "Người giữ chức Thứ trưởng Bộ Y tế trước đó là ông Lê Văn Mẫu.",
        "Tham dự có ông Lê Văn Mẫu, nguyên: Thứ trưởng Bộ Y tế.",
    ],
)
def test_what_was_held_then_is_past(words: str) -> None:
    assert holdings(words) == {(MAU, "Thứ trưởng", "Bộ Y tế", "former")}


def test_posts_that_a_report_counts_up_begin_behind_the_words_such_as() -> None:
    text = "Ông Lê Văn Mẫu trải qua nhiều vị trí công tác ở tỉnh như Phó Chủ tịch, Chủ tịch UBND huyện Bát Xát."
    assert roles(text) == {(MAU, "Phó Chủ tịch"): "former", (MAU, "Chủ tịch"): "former"}


def test_a_post_joined_to_past_ones_by_is_is_held() -> None:
    text = "Ông Lê Văn Mẫu từng giữ chức Giám đốc Sở Y tế Lào Cai, là Ủy viên Trung ương Đảng khóa XII, XIII."
    assert roles(text) == {(MAU, "Giám đốc"): "former", (MAU, "Ủy viên"): "current"}


def test_people_whom_semicolons_part_share_the_titles_of_several() -> None:
    text = (
        "Dự lễ có các đồng chí Ủy viên Trung ương Đảng, Thứ trưởng Bộ Y tế: Lê Văn Mẫu, Bí thư Đảng ủy Bộ Y tế;"
        " Trần Thị Sen; Đỗ Văn Đào; lãnh đạo Sở Y tế Hà Nội."
    )
    assert {person for person, role in roles(text) if role == "Thứ trưởng"} == {MAU, "Trần Thị Sen", "Đỗ Văn Đào"}
    assert {person for person, role in roles(text) if role == "Ủy viên"} == {MAU, "Trần Thị Sen", "Đỗ Văn Đào"}


def test_counted_holders_are_listed_behind_words_on_whom_they_help() -> None:
    text = "Bộ Y tế hiện có 2 thứ trưởng giúp việc cho Bộ trưởng gồm các ông Lê Văn Mẫu, Đỗ Văn Đào."
    assert roles(text) == {(MAU, "Thứ trưởng"): "current", ("Đỗ Văn Đào", "Thứ trưởng"): "current"}


def test_a_line_that_gives_the_posts_is_on_the_one_named_before() -> None:
    text = (
        "Ông Lê Văn Mẫu sinh năm 1960.\n"
        "Chức vụ hiện nay: Ủy viên Bộ Chính trị XI, XII; Đại tướng, Bộ trưởng Bộ Công an.\n"
        "Trước 2006: Thiếu tướng, Cục trưởng Cục An ninh mạng."
    )
    assert roles(text) == {(MAU, "Ủy viên"): "current", (MAU, "Bộ trưởng"): "current", (MAU, "Cục trưởng"): "former"}


def test_an_election_at_a_past_congress_is_that_of_the_one_spoken_of_before() -> None:
    text = (
        "Sáng 3/6, ông Lê Văn Mẫu đến dự.\n"
        "Năm 2006, tại Đại hội X được bầu làm Ủy viên dự khuyết Ban Chấp hành Trung ương Đảng."
    )
    assert roles(text) == {(MAU, "Ủy viên dự khuyết"): "former"}


def test_he_is_not_whom_the_sentence_before_names_beside_him() -> None:
    text = (
        "Ông Lê Văn Mẫu quê ở Lào Cai. Ông từng làm thư ký cho ông Trần Văn Đào. Hiện ông là Giám đốc Sở Y tế Lào Cai."
    )
    assert roles(text) == {(MAU, "Giám đốc"): "current"}


def test_what_a_report_that_names_days_dates_by_the_year_was_before() -> None:
    text = "Ngày 4/11, ông Lê Văn Mẫu nghỉ hưu. Năm 2021, ông được bầu làm Chủ tịch UBND tỉnh Lào Cai."
    assert roles(text) == {(MAU, "Chủ tịch"): "former"}


def test_who_acts_beside_a_person_is_another() -> None:
    assert roles("Ngoài ông Lê Văn Mẫu, Thủ tướng cũng kỷ luật ông Trần Văn Đào.") == {}


def test_ranks_and_honours_stand_between_posts() -> None:
    text = (
        "Ông Lê Văn Mẫu, Chủ tịch nước, Thống lĩnh các lực lượng vũ trang nhân dân, Chủ tịch Hội đồng Quốc phòng"
        " và An ninh, hiện là Đại tướng, dự."
    )
    assert {role for _, role in roles(text)} == {"Chủ tịch nước", "Chủ tịch"}
    assert roles("Ông Lê Văn Mẫu, hiện là Đại tướng, Bộ trưởng Bộ Công an, dự.") == {(MAU, "Bộ trưởng"): "current"}


@pytest.mark.parametrize(
    ("words", "body"),
    [
        ("Phó chủ nhiệm Văn phòng QH", "Văn phòng Quốc hội"),
        ("Chủ nhiệm UB Văn hóa, Giáo dục của QH", "Ủy ban Văn hóa, Giáo dục của Quốc hội"),
        ("Phó giám đốc Học viện thanh thiếu niên Việt Nam", "Học viện thanh thiếu niên Việt Nam"),
        ("Thứ trưởng Bộ Bưu chính - Viễn thông", "Bộ Bưu chính, Viễn thông"),
        ("Phó Vụ trưởng phụ trách công nghệ của Vụ Hợp tác quốc tế", "Vụ Hợp tác quốc tế"),
    ],
)
def test_bodies_are_read_in_their_short_forms(words: str, body: str) -> None:
    assert {b for _, _, b, _ in holdings(f"Ông Lê Văn Mẫu, {words}, phát biểu.")} == {body}


def test_a_committee_printed_with_two_capitals_is_no_province() -> None:
    text = "Ông Lê Văn Mẫu, Bí thư Tỉnh Ủy, Chủ tịch HĐND tỉnh, phát biểu tại tỉnh Lào Cai."
    assert {b for _, _, b, _ in holdings(text)} == {"Tỉnh ủy Lào Cai", "Hội đồng nhân dân tỉnh Lào Cai"}


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Sáng 3/5, Bộ Y tế họp. Thứ trưởng Lê Văn Mẫu kết luận.", "Bộ Y tế"),
        ("Sáng 3/5, Vụ Pháp chế họp. Vụ trưởng Lê Văn Mẫu kết luận.", "Vụ Pháp chế"),
        ("Sáng 3/5, Quân khu 2 ra quân. Tư lệnh Lê Văn Mẫu phát lệnh.", "Quân khu 2"),
    ],
)
def test_a_role_before_a_name_is_in_the_only_body_of_its_kind(text: str, body: str) -> None:
    assert {(p, b) for p, _, b, _ in holdings(text)} == {(MAU, body)}


def test_a_role_before_a_name_is_in_no_body_where_two_are_named() -> None:
    assert holdings("Bộ Y tế và Bộ Tư pháp họp.\nThứ trưởng Lê Văn Mẫu kết luận.") == set()


def test_who_is_named_after_a_post_that_is_taken_loses_it() -> None:
    text = "Quốc hội miễn nhiệm Chánh án TAND tối cao Lê Văn Mẫu và Bộ trưởng Bộ Y tế Trần Thị Sen."
    assert roles(text) == {(MAU, "Chánh án"): "dismissed", ("Trần Thị Sen", "Bộ trưởng"): "dismissed"}


def test_what_earlier_posts_led_to_is_as_other_words_say() -> None:
    text = "Trước khi được bầu làm Bí thư Tỉnh ủy Lào Cai, ông Lê Văn Mẫu, cựu Bí thư Tỉnh ủy Lào Cai, dạy học."
    assert roles(text) == {(MAU, "Bí thư"): "former"}


def test_whose_power_an_officer_uses_is_another() -> None:
    text = "Thừa ủy quyền của Chủ tịch nước, Phó Chủ nhiệm Văn phòng Chủ tịch nước Lê Văn Mẫu trao quyết định."
    assert roles(text) == {(MAU, "Phó Chủ nhiệm"): "current"}


def test_the_province_of_a_birthplace_is_not_that_of_the_report() -> None:
    text = "Tỉnh ủy Lào Cai họp. Ông Lê Văn Mẫu, quê quán tỉnh Hà Nam, từng giữ chức Phó Chủ tịch UBND tỉnh."
    assert {b for _, _, b, _ in holdings(text)} == {"Ủy ban nhân dân tỉnh Lào Cai"}


def test_a_deputy_police_chief_who_leads_the_investigators_is_of_the_police() -> None:
    text = "Ông Lê Văn Mẫu, Phó Giám đốc, Thủ trưởng Cơ quan CSĐT Công an tỉnh Lào Cai, cho biết."
    assert {b for _, r, b, _ in holdings(text) if r == "Phó Giám đốc"} == {"Công an tỉnh Lào Cai"}


@pytest.mark.parametrize(
    ("words", "body"),
    [
        ("Giám đốc CDC tỉnh Lào Cai", "Trung tâm Kiểm soát bệnh tật tỉnh Lào Cai"),
        ("Trưởng Thuế tỉnh Lào Cai", "Thuế tỉnh Lào Cai"),
        ("Phó Thống đốc NHNN", "Ngân hàng Nhà nước Việt Nam"),
        ("Tư lệnh Hải quân", "Quân chủng Hải quân"),
        ("Vụ trưởng Vụ 1", "Vụ 1"),
        ("Chủ tịch Công đoàn Y tế Việt Nam", "Công đoàn Y tế Việt Nam"),
        ("Trưởng Ban Thanh niên trường học", "Ban Thanh niên trường học"),
        ("Phó Trưởng Ban Chỉ đạo 35 tỉnh Lào Cai", "Ban Chỉ đạo 35 tỉnh Lào Cai"),
        ("Thường trực Ban Bí thư Trung ương Đảng", "Ban Bí thư"),
        ("Trưởng BQL khu kinh tế mở Chu Lai", "Ban Quản lý Khu kinh tế mở Chu Lai"),
    ],
)
def test_bodies_of_posts_of_the_field(words: str, body: str) -> None:
    assert {b for _, _, b, _ in holdings(f"Ông Lê Văn Mẫu, {words}, phát biểu.")} == {body}


def test_members_of_a_committee_are_listed_in_lines() -> None:
    text = (
        "Ban Bí thư Trung ương Đảng khóa XIII gồm 3 người do Trung ương bầu, gồm:\n"
        "Tổng Bí thư Lê Văn Mẫu\nÔng Đỗ Văn Đào, Thường trực Ban Bí thư\nBà Trần Thị Sen, Phó Thủ tướng\n"
        "Cuộc họp kết thúc."
    )
    members = {p for p, role, body, _ in holdings(text) if role == "Ủy viên" and body == "Ban Bí thư"}
    assert members == {MAU, "Đỗ Văn Đào", "Trần Thị Sen"}


def test_who_leads_a_committee_is_no_plain_member_of_it() -> None:
    text = "Ban Chỉ đạo cải cách tư pháp Trung ương gồm các đồng chí: Lê Văn Mẫu, Trưởng Ban Chỉ đạo; Đỗ Văn Đào."
    assert (MAU, "Thành viên") not in roles(text)


def test_holders_of_a_post_are_listed_in_lines() -> None:
    text = (
        "Trung ương bầu bổ sung 2 Ủy viên Bộ Chính trị khóa XIII, gồm các ông, bà:\n"
        "Ông Lê Văn Mẫu, Trưởng Ban Dân vận Trung ương.\nBà Trần Thị Sen.\nHội nghị bế mạc."
    )
    assert {p for p, role in roles(text) if role == "Ủy viên"} == {MAU, "Trần Thị Sen"}


def test_a_title_alone_in_its_line_heads_the_lines_that_follow() -> None:
    text = "Phó Chủ tịch UBND tỉnh Lào Cai:\n- Ông Lê Văn Mẫu\n- Bà Trần Thị Sen"
    assert roles(text) == {(MAU, "Phó Chủ tịch"): "current", ("Trần Thị Sen", "Phó Chủ tịch"): "current"}


def test_the_secretariat_is_no_post() -> None:
    assert roles("Thông báo của Ban Bí thư Trung ương Đảng, ông Lê Văn Mẫu dự.") == {}


@pytest.mark.parametrize("name", ["Đinh Văn Nơi", "Trần Thị Tình", "Lê Văn Số"])
def test_a_name_may_end_like_a_label(name: str) -> None:
    text = f"Ông {name} được bổ nhiệm giữ chức Giám đốc Sở Y tế Lào Cai."
    assert {person for person, _ in roles(text)} == {name}


def test_departments_without_an_owner_are_central_in_a_report_on_the_centre() -> None:
    text = "Trung ương họp. Dự có Chủ nhiệm Ủy ban Kiểm tra Lê Văn Mẫu, Trưởng Ban Dân vận Trần Thị Sen."
    assert {b for _, _, b, _ in holdings(text)} == {"Ủy ban Kiểm tra Trung ương", "Ban Dân vận Trung ương"}


def test_departments_without_an_owner_are_not_central_in_a_report_on_a_province() -> None:
    text = "Tỉnh ủy Lào Cai họp theo ý kiến của Trung ương. Trưởng Ban Dân vận Lê Văn Mẫu dự."
    assert not any("Trung ương" in body for _, _, body, _ in holdings(text))
