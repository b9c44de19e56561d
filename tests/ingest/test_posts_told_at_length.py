"""Posts as long reports tell them: of several people at once, in brackets, behind homes, with what is left out."""

import pytest

from ingest.extraction import extract
from ingest.lexicon import Lexicon

UBND = "Ủy ban nhân dân tỉnh Lào Cai"


def holdings(text: str) -> set[tuple[str, str, str, str]]:
    return {(h.person, h.role, h.body, h.status) for h in extract(text, Lexicon.load()).holdings}


@pytest.mark.parametrize(
    "text",
    [
        "Cảnh cáo các ông Lê Văn Mẫu, Đỗ Văn Tòng, nguyên Phó Chủ tịch UBND tỉnh Lào Cai.",
        "Lê Văn Mẫu và Đỗ Văn Tòng (đều là nguyên Phó Chủ tịch UBND tỉnh Lào Cai) bị bắt.",
        "Hai ông Lê Văn Mẫu và Đỗ Văn Tòng đều là nguyên Phó Chủ tịch UBND tỉnh Lào Cai.",
        "Kỷ luật các đồng chí: Vũ Thị Sen, Bí thư Huyện ủy Bát Xát; Lê Văn Mẫu, Đỗ Văn Tòng, nguyên Phó Chủ tịch UBND "
        "tỉnh Lào Cai.",
    ],
)
def test_a_past_post_behind_the_last_of_several_is_that_of_all(text: str) -> None:
    found = holdings(text)
    assert ("Lê Văn Mẫu", "Phó Chủ tịch", UBND, "former") in found
    assert ("Đỗ Văn Tòng", "Phó Chủ tịch", UBND, "former") in found


def test_a_post_of_which_there_is_one_is_that_of_the_last_only() -> None:
    found = holdings("Dự có các ông Lê Văn Mẫu, Đỗ Văn Tòng, Chủ tịch UBND tỉnh Lào Cai.")
    assert found == {("Đỗ Văn Tòng", "Chủ tịch", UBND, "current")}


def test_a_bracket_behind_posts_may_name_more_of_them() -> None:
    found = holdings("Bà Vũ Thị Sen, Ủy viên Trung ương Đảng (nguyên Bí thư Tỉnh ủy Lào Cai), phát biểu.")
    assert ("Vũ Thị Sen", "Bí thư", "Tỉnh ủy Lào Cai", "former") in found


def test_a_post_follows_where_somebody_lives() -> None:
    found = holdings("Lê Văn Mẫu (SN 1970), trú tại phường Kim Tân, TP. Lào Cai (nguyên Chủ tịch UBND huyện Bát Xát).")
    assert found == {("Lê Văn Mẫu", "Chủ tịch", "Ủy ban nhân dân huyện Bát Xát", "former")}


def test_a_bare_council_before_a_past_post_is_of_its_place() -> None:
    found = holdings("Lê Văn Mẫu, nguyên Chủ tịch HĐND, nguyên Trưởng đoàn ĐBQH tỉnh Lào Cai.")
    assert ("Lê Văn Mẫu", "Chủ tịch", "Hội đồng nhân dân tỉnh Lào Cai", "former") in found


def test_a_bare_office_is_beside_the_council_of_the_sentence() -> None:
    found = holdings("HĐND xã Bản Xèo bầu ông Lê Văn Mẫu giữ chức Chủ tịch HĐND, bà Vũ Thị Sen giữ chức Chủ tịch UBND.")
    assert ("Vũ Thị Sen", "Chủ tịch", "Ủy ban nhân dân xã Bản Xèo", "appointed") in found


def test_a_bare_department_is_of_the_province_of_the_list() -> None:
    found = holdings("Dự có Bí thư Tỉnh ủy Lào Cai Lê Văn Mẫu, Trưởng Ban Nội chính Đỗ Văn Tòng.")
    assert ("Đỗ Văn Tòng", "Trưởng ban", "Ban Nội chính Tỉnh ủy Lào Cai", "current") in found


def test_a_bare_committee_leads_the_cell_named_last() -> None:
    found = holdings(
        "Dự có ông Lê Văn Mẫu, Bí thư Đảng ủy Khối Doanh nghiệp tỉnh Lào Cai. "
        "Ban Chấp hành Đảng bộ Sở Y tế tỉnh Lào Cai bầu bà Vũ Thị Sen giữ chức Bí thư Đảng ủy."
    )
    assert ("Vũ Thị Sen", "Bí thư", "Đảng ủy Sở Y tế tỉnh Lào Cai", "appointed") in found


def test_the_next_act_of_a_session_is_no_history() -> None:
    found = holdings(
        "Ngày 3/5/2024, HĐND tỉnh Lào Cai họp. Sau đó, HĐND tỉnh đã bầu ông Lê Văn Mẫu giữ chức Chủ tịch UBND tỉnh."
    )
    assert ("Lê Văn Mẫu", "Chủ tịch", UBND, "appointed") in found


@pytest.mark.parametrize("words", ["vào năm 2021", "vào tháng 3/2021", "(tháng 3-2021)"])
def test_what_was_taken_up_years_before_is_held_now(words: str) -> None:
    text = f"Ngày 3/5/2024, ông Lê Văn Mẫu, Chủ tịch UBND tỉnh Lào Cai, nói. Ông được bầu làm Chủ tịch UBND {words}."
    assert holdings(text) == {("Lê Văn Mẫu", "Chủ tịch", UBND, "current")}


def test_a_post_of_a_term_that_is_over_is_a_past_one() -> None:
    found = holdings("Ngày 3/5/2024, kỷ luật ông Lê Văn Mẫu, Bí thư Tỉnh ủy Lào Cai nhiệm kỳ 2015-2020.")
    assert found == {("Lê Văn Mẫu", "Bí thư", "Tỉnh ủy Lào Cai", "former")}


@pytest.mark.parametrize(
    ("words", "role", "body"),
    [
        ("nguyên Trưởng phòng thuộc Sở Y tế tỉnh Lào Cai", "Trưởng phòng", "Sở Y tế tỉnh Lào Cai"),
        ("nguyên Phó Bí thư TT Tỉnh ủy Lào Cai", "Phó Bí thư Thường trực", "Tỉnh ủy Lào Cai"),
        (
            "nguyên Trưởng phòng 5 Cục An ninh điều tra Bộ Công an",
            "Trưởng phòng",
            "Phòng 5 Cục An ninh điều tra Bộ Công an",
        ),
        ("nguyên Trưởng phòng Nghiệp vụ 1", "Trưởng phòng", "Phòng Nghiệp vụ 1"),
        ("nguyên Chi cục trưởng Chi cục Đăng kiểm số 6", "Chi cục trưởng", "Chi cục Đăng kiểm số 6"),
        ("nguyên Phó Trưởng ban Quản lý KKT Vân Phong", "Phó Trưởng ban", "Ban Quản lý Khu kinh tế Vân Phong"),
        ("nguyên Giám đốc Trung tâm Ươm tạo doanh nghiệp", "Giám đốc", "Trung tâm Ươm tạo doanh nghiệp"),
        ("nguyên Hiệu trưởng Trường Đại học Bách khoa Hà Nội", "Hiệu trưởng", "Trường Đại học Bách khoa Hà Nội"),
    ],
)
def test_posts_and_bodies_of_the_field(words: str, role: str, body: str) -> None:
    assert holdings(f"Ông Lê Văn Mẫu, {words}, phát biểu.") == {("Lê Văn Mẫu", role, body, "former")}


def test_a_deputy_of_the_assembly_is_of_no_union() -> None:
    assert holdings("Theo đại biểu Quốc hội Phạm Văn Mẫu, cần sửa luật.") == {
        ("Phạm Văn Mẫu", "Đại biểu", "Quốc hội", "current")
    }


def test_several_places_of_a_line_each_have_their_own_offices() -> None:
    found = holdings(
        "Tại phường Kim Tân: Bí thư Đảng ủy là ông Lê Văn Mẫu; Phó Bí thư, Chủ tịch UBND là bà Vũ Thị Sen. "
        "Tại xã Bản Xèo: ông Đỗ Văn Tòng - Bí thư Đảng ủy; ông Hồ Văn Bách - Chủ tịch UBND."
    )
    assert found == {
        ("Lê Văn Mẫu", "Bí thư", "Đảng ủy phường Kim Tân", "current"),
        ("Vũ Thị Sen", "Phó Bí thư", "Đảng ủy phường Kim Tân", "current"),
        ("Vũ Thị Sen", "Chủ tịch", "Ủy ban nhân dân phường Kim Tân", "current"),
        ("Đỗ Văn Tòng", "Bí thư", "Đảng ủy xã Bản Xèo", "current"),
        ("Hồ Văn Bách", "Chủ tịch", "Ủy ban nhân dân xã Bản Xèo", "current"),
    }


def test_a_post_alone_behind_a_name_is_of_the_body_of_a_like_one() -> None:
    found = holdings(
        "Dự có ông Lê Văn Mẫu, Bí thư Tỉnh ủy Lào Cai; bà Vũ Thị Sen, Phó Bí thư; ông Hồ Văn Bách, Giám đốc Sở Y tế."
    )
    assert ("Vũ Thị Sen", "Phó Bí thư", "Tỉnh ủy Lào Cai", "current") in found


def test_who_acts_in_a_sentence_has_the_chair_that_it_gives() -> None:
    found = holdings(
        "Hội Nông dân tỉnh Lào Cai bầu bổ sung ông Lê Văn Mẫu, nguyên Bí thư Huyện ủy Bát Xát, làm Chủ tịch."
    )
    assert ("Lê Văn Mẫu", "Chủ tịch", "Hội Nông dân tỉnh Lào Cai", "appointed") in found


def test_both_of_two_with_titles_get_the_post() -> None:
    found = holdings(
        "Quốc hội bầu ông Lê Văn Mẫu, Ủy viên Trung ương Đảng, Chủ nhiệm Ủy ban Kinh tế, và bà Vũ Thị Sen, "
        "Bí thư Tỉnh ủy Lào Cai, giữ chức Phó Chủ tịch Quốc hội."
    )
    assert ("Lê Văn Mẫu", "Phó Chủ tịch", "Quốc hội", "appointed") in found
    assert ("Vũ Thị Sen", "Phó Chủ tịch", "Quốc hội", "appointed") in found


def test_another_name_ends_what_is_not_read_of_a_post() -> None:
    found = holdings(
        "Thiếu tướng Lê Văn Mẫu, Tư lệnh trao quyết định điều động Đại tá Đỗ Văn Tòng, Chính ủy Quân khu 2."
    )
    assert found == {("Đỗ Văn Tòng", "Chính ủy", "Quân khu 2", "current")}


def test_the_lines_of_a_career_do_not_say_which_province_a_report_is_on() -> None:
    found = holdings(
        "Tin buồn từ tỉnh Quảng Trị.\n- Từ năm 1983 đến năm 1989: Chủ tịch UBND tỉnh Bình Trị Thiên.\n"
        "Ban Lễ tang có ông Lê Văn Mẫu, Chủ tịch UBND tỉnh."
    )
    assert ("Lê Văn Mẫu", "Chủ tịch", "Ủy ban nhân dân tỉnh Quảng Trị", "current") in found


def test_an_undated_stage_of_a_life_is_a_past_one() -> None:
    found = holdings(
        "Ngày 3/5/2024, ông Lê Văn Mẫu được bổ nhiệm làm Thứ trưởng Bộ Y tế.\nÔng Mẫu 51 tuổi, quê Nam Định. "
        "Trở về Hà Nội, ông được giao làm Giám đốc Bệnh viện Bạch Mai."
    )
    assert ("Lê Văn Mẫu", "Giám đốc", "Bệnh viện Bạch Mai", "former") in found
    assert ("Lê Văn Mẫu", "Thứ trưởng", "Bộ Y tế", "appointed") in found


def test_a_unit_that_every_ministry_has_bears_the_name_of_its_own() -> None:
    extraction = extract("Ông Lê Văn Mẫu, Vụ trưởng Vụ Pháp chế, Bộ Y tế, phát biểu.", Lexicon.load())
    assert {h.body for h in extraction.holdings} == {"Vụ Pháp chế Bộ Y tế"}
    assert {b.name for b in extraction.bodies} == {"Vụ Pháp chế Bộ Y tế", "Bộ Y tế"}


@pytest.mark.parametrize(
    ("words", "role", "body"),
    [
        ("Chánh Thanh tra Bộ", "Chánh Thanh tra", "Thanh tra Bộ Y tế"),
        ("Trưởng phòng Tổ chức cán bộ của Bộ", "Trưởng phòng", "Phòng Tổ chức cán bộ Bộ Y tế"),
        ("Chánh Văn phòng, người phát ngôn Bộ Y tế", "Chánh Văn phòng", "Văn phòng Bộ Y tế"),
        (
            "Cục trưởng Cục Quản lý khám chữa bệnh và trang thiết bị",
            "Cục trưởng",
            "Cục Quản lý khám chữa bệnh và trang thiết bị",
        ),
        (
            "Trưởng Ban Tổ chức Trung ương Đoàn",
            "Trưởng ban",
            "Ban Tổ chức Trung ương Đoàn Thanh niên Cộng sản Hồ Chí Minh",
        ),
    ],
)
def test_posts_of_ministries_and_unions(words: str, role: str, body: str) -> None:
    found = holdings(f"Bộ Y tế họp. Ông Lê Văn Mẫu, {words}, phát biểu.")
    assert ("Lê Văn Mẫu", role, body, "current") in found


def test_provinces_of_past_posts_and_of_rows_do_not_say_which_province_is_meant() -> None:
    found = holdings(
        "Tỉnh ủy Lâm Đồng công bố quyết định sau khi hợp nhất ba tỉnh Lâm Đồng, Bình Thuận, Đắk Nông. "
        "Ông Lê Văn Mẫu, nguyên Bí thư Tỉnh ủy Bình Thuận, giữ chức Phó Bí thư Tỉnh ủy. "
        "Bà Vũ Thị Sen (nguyên Phó Giám đốc Sở Y tế Bình Thuận) - Giám đốc Sở Y tế.\n"
        "Các ban: Trưởng Ban Tổ chức - ông Hồ Văn Bách."
    )
    assert found == {
        ("Lê Văn Mẫu", "Bí thư", "Tỉnh ủy Bình Thuận", "former"),
        ("Lê Văn Mẫu", "Phó Bí thư", "Tỉnh ủy Lâm Đồng", "appointed"),
        ("Vũ Thị Sen", "Phó Giám đốc", "Sở Y tế tỉnh Bình Thuận", "former"),
        ("Vũ Thị Sen", "Giám đốc", "Sở Y tế tỉnh Lâm Đồng", "current"),
        ("Hồ Văn Bách", "Trưởng ban", "Ban Tổ chức Tỉnh ủy Lâm Đồng", "current"),
    }


def test_past_posts_of_one_person_are_of_the_same_province() -> None:
    found = holdings(
        "Tỉnh ủy Lâm Đồng họp. Ông Lê Văn Mẫu, nguyên Phó Bí thư Tỉnh ủy Bình Thuận, nguyên Chủ tịch UBND tỉnh, nói."
    )
    assert ("Lê Văn Mẫu", "Chủ tịch", "Ủy ban nhân dân tỉnh Bình Thuận", "former") in found


def test_who_appoints_does_not_get_the_post() -> None:
    found = holdings("Ông Lê Văn Mẫu được Bộ trưởng Bộ Y tế Đỗ Văn Tòng bổ nhiệm làm Cục trưởng Cục Quản lý Dược.")
    assert found == {
        ("Lê Văn Mẫu", "Cục trưởng", "Cục Quản lý Dược", "appointed"),
        ("Đỗ Văn Tòng", "Bộ trưởng", "Bộ Y tế", "current"),
    }


def test_a_post_at_a_name_is_given_up_without_being_named_again() -> None:
    found = holdings("Ông Lê Văn Mẫu, Chánh Văn phòng UBND tỉnh Lào Cai, thôi giữ chức vụ để nghỉ hưu.")
    assert found == {("Lê Văn Mẫu", "Chánh Văn phòng", "Văn phòng Ủy ban nhân dân tỉnh Lào Cai", "dismissed")}


def test_a_list_may_follow_a_comma() -> None:
    found = holdings(
        "Các Phó Chủ tịch Hội đồng bầu cử quốc gia gồm, Phó Chủ tịch Quốc hội Vũ Thị Sen; Phó Thủ tướng Lê Văn Mẫu."
    )
    assert {
        ("Vũ Thị Sen", "Phó Chủ tịch", "Hội đồng bầu cử quốc gia", "current"),
        ("Lê Văn Mẫu", "Phó Chủ tịch", "Hội đồng bầu cử quốc gia", "current"),
    } <= found


def test_the_party_group_before_a_minister_is_that_of_the_ministry() -> None:
    found = holdings("Khiển trách bà Vũ Thị Sen, Ủy viên Ban cán sự đảng, Thứ trưởng Nội vụ.")
    assert ("Vũ Thị Sen", "Ủy viên", "Ban cán sự đảng Bộ Nội vụ", "current") in found


def test_stages_of_a_life_in_one_sentence_are_past() -> None:
    found = holdings(
        "Ngày 3/5/2024, ông Lê Văn Mẫu phát biểu. Ông Mẫu trưởng thành từ phong trào Đoàn: "
        "năm 2008 là Phó Bí thư Tỉnh đoàn Lào Cai, năm 2012 là Bí thư Tỉnh đoàn."
    )
    assert found == {
        ("Lê Văn Mẫu", "Phó Bí thư", "Tỉnh đoàn Lào Cai", "former"),
        ("Lê Văn Mẫu", "Bí thư", "Tỉnh đoàn Lào Cai", "former"),
    }


def test_a_short_name_in_a_row_of_names_is_one() -> None:
    found = holdings("Các Phó Chủ tịch UBND tỉnh Lào Cai gồm: Lê Văn Mẫu, Nguyễn Minh, Đỗ Văn Tòng.")
    assert {person for person, *_ in found} == {"Lê Văn Mẫu", "Nguyễn Minh", "Đỗ Văn Tòng"}


def test_a_second_post_that_an_appointment_adds_is_given() -> None:
    found = holdings(
        "Tổng cục Hải quan bổ nhiệm ông Lê Văn Mẫu, Phó Tổng cục trưởng, kiêm Cục trưởng Cục Điều tra chống buôn lậu."
    )
    assert found == {
        ("Lê Văn Mẫu", "Phó Tổng cục trưởng", "Tổng cục Hải quan", "current"),
        ("Lê Văn Mẫu", "Cục trưởng", "Cục Điều tra chống buôn lậu", "appointed"),
    }
