"""Posts in lives and lists of whole articles: degrees before them, counts over them, names of places beside them."""

from ingest.extraction import extract
from ingest.lexicon import Lexicon

UBND = "Ủy ban nhân dân tỉnh Lào Cai"
UNION = "Hội Nông dân Việt Nam"


def holdings(text: str) -> set[tuple[str, str, str, str]]:
    return {(h.person, h.role, h.body, h.status) for h in extract(text, Lexicon.load()).holdings}


def test_a_life_may_open_with_the_post_held_now() -> None:
    found = holdings(
        "Phó Thủ tướng Vũ Thị Sen 61 tuổi, quê Lào Cai; Thạc sĩ Luật; Ủy viên Trung ương Đảng khóa 13; "
        "Đại biểu Quốc hội khóa 15."
    )
    assert {role for _, role, *_ in found} == {"Phó Thủ tướng", "Ủy viên", "Đại biểu"}


def test_degrees_part_no_posts_from_the_given_name() -> None:
    found = holdings(
        "Ông Lê Văn Mẫu đến. Ông Mẫu sinh năm 1967, quê Lào Cai, trình độ thạc sĩ Kinh tế, cử nhân Chính trị, "
        "là Bí thư Tỉnh ủy Lào Cai, đại biểu Quốc hội khóa 15."
    )
    assert {role for _, role, *_ in found} == {"Bí thư", "Đại biểu"}


def test_an_office_takes_its_place_from_the_secretary_named_with_it() -> None:
    assert holdings("Ông Lê Văn Mẫu từng giữ các chức vụ Chủ tịch UBND và Bí thư Tỉnh ủy Lào Cai.") == {
        ("Lê Văn Mẫu", "Chủ tịch", UBND, "former"),
        ("Lê Văn Mẫu", "Bí thư", "Tỉnh ủy Lào Cai", "former"),
    }


def test_who_reads_a_decision_out_gets_no_post_by_it() -> None:
    found = holdings(
        "Ông Lê Văn Mẫu, Phó Trưởng Ban Tổ chức Trung ương công bố quyết định về việc điều động, bổ nhiệm giữ chức "
        "Chánh Văn phòng Trung ương Đảng."
    )
    assert found == {("Lê Văn Mẫu", "Phó Trưởng ban", "Ban Tổ chức Trung ương", "current")}


def test_a_list_of_those_elected_goes_on_behind_their_other_posts() -> None:
    found = holdings(
        f"3 vị được bầu giữ chức Phó Chủ tịch {UNION} khóa VII, gồm: Ông Lê Văn Mẫu, Phó Chủ tịch Hội Luật gia "
        "Việt Nam; Bà Vũ Thị Sen, Chủ tịch Hội Nông dân tỉnh Lào Cai; Ông Đỗ Văn Tòng, Giám đốc Sở Y tế tỉnh Lào Cai."
    )
    given = {
        person for person, role, body, status in found if (role, body, status) == ("Phó Chủ tịch", UNION, "appointed")
    }
    assert given == {"Lê Văn Mẫu", "Vũ Thị Sen", "Đỗ Văn Tòng"}


def test_a_unit_may_begin_its_name_with_the_word_for_many() -> None:
    found = holdings("Ông Lê Văn Mẫu từng là Vụ trưởng Vụ Các tổ chức quốc tế, Thứ trưởng Bộ Ngoại giao.")
    assert {(role, body) for _, role, body, _ in found} == {
        ("Vụ trưởng", "Vụ Các tổ chức quốc tế"),
        ("Thứ trưởng", "Bộ Ngoại giao"),
    }


def test_where_a_home_belongs_now_is_no_place_of_a_career() -> None:
    found = holdings(
        "Ông Lê Văn Mẫu 59 tuổi, quê Bình Định (nay thuộc tỉnh Gia Lai). Ông từng giữ các chức vụ Chánh Văn phòng "
        "Tỉnh ủy; Chủ tịch UBND tỉnh Bình Định."
    )
    assert ("Lê Văn Mẫu", "Chánh Văn phòng", "Văn phòng Tỉnh ủy Bình Định", "former") in found


def test_the_national_assembly_of_the_country_is_no_union() -> None:
    assert holdings("Ông Lê Văn Mẫu là Đại biểu Quốc hội Việt Nam khóa XIV.") == {
        ("Lê Văn Mẫu", "Đại biểu", "Quốc hội", "current")
    }


def test_a_post_that_is_told_of_the_next_one_is_not_of_the_one_before() -> None:
    found = holdings(
        "Đảng ủy UBND tỉnh Lào Cai có Bí thư là ông Lê Văn Mẫu, Phó Bí thư chuyên trách là ông Đỗ Văn Tòng."
    )
    assert {(person, role) for person, role, *_ in found} == {
        ("Lê Văn Mẫu", "Bí thư"),
        ("Đỗ Văn Tòng", "Phó Bí thư chuyên trách"),
    }


def test_a_wider_body_may_stand_behind_a_dash() -> None:
    found = holdings(
        "Ông Lê Văn Mẫu từng giữ các chức vụ: Cục trưởng Cục Bảo vệ chính trị I - Tổng cục An ninh, Bộ Công an; "
        "Thứ trưởng Bộ Công an."
    )
    assert {role for _, role, *_ in found} == {"Cục trưởng", "Thứ trưởng"}


def test_departments_named_among_posts_at_the_centre_are_central() -> None:
    found = holdings(
        "Đó là Thường trực Ban Bí thư Lê Văn Mẫu, Chủ nhiệm Ủy ban Kiểm tra Đỗ Văn Tòng, Trưởng Ban Tổ chức "
        "Lý Văn Lúa, Bí thư Thành ủy Hà Nội Vũ Thị Sen."
    )
    assert {(person, body) for person, _, body, _ in found} == {
        ("Lê Văn Mẫu", "Ban Bí thư"),
        ("Đỗ Văn Tòng", "Ủy ban Kiểm tra Trung ương"),
        ("Lý Văn Lúa", "Ban Tổ chức Trung ương"),
        ("Vũ Thị Sen", "Thành ủy Hà Nội"),
    }


def test_the_end_of_the_name_of_a_province_makes_no_post_past() -> None:
    found = holdings("Ông Lê Văn Mẫu là Bí thư Tỉnh ủy Thái Nguyên. Bí thư Tỉnh ủy Thái Nguyên là ông Lê Văn Mẫu.")
    assert found == {("Lê Văn Mẫu", "Bí thư", "Tỉnh ủy Thái Nguyên", "current")}


def test_a_post_told_behind_the_first_is_of_the_same_person() -> None:
    found = holdings("Bà Vũ Thị Sen (SN 1965) – Bí thư Thành ủy Hà Nội nhiệm kỳ 2025 – 2030, là Ủy viên Bộ Chính trị.")
    assert {role for _, role, *_ in found} == {"Bí thư", "Ủy viên"}


def test_who_proposes_to_a_meeting_is_a_body_of_its_own() -> None:
    text = (
        "Sáng 22/8, Bộ Chính trị, Ban Bí thư họp, xem xét đề nghị của Ủy ban Kiểm tra Trung ương về kỷ luật đảng viên."
    )
    assert "Ủy ban Kiểm tra Trung ương" in {body.name for body in extract(text, Lexicon.load()).bodies}


def test_what_an_aside_says_beside_an_age_may_be_a_post() -> None:
    assert holdings("Bị cáo Lê Văn Mẫu (58 tuổi, cựu Thứ trưởng Bộ Y tế) khai.") == {
        ("Lê Văn Mẫu", "Thứ trưởng", "Bộ Y tế", "former")
    }


def test_who_chairs_a_company_and_directs_it_is_of_one_company() -> None:
    found = holdings("Ông Lê Văn Mẫu, Thành viên Hội đồng thành viên, Tổng Giám đốc Tập đoàn Dầu khí Việt Nam, dự.")
    assert {role for _, role, *_ in found} == {"Thành viên Hội đồng thành viên", "Tổng Giám đốc"}
    assert {body for *_, body, _ in found} == {"Tập đoàn Dầu khí Việt Nam"}


def test_who_goes_to_a_ministry_to_act_for_its_minister_is_of_it() -> None:
    found = holdings("Ông Lê Văn Mẫu được điều động đến công tác tại Bộ Y tế và giao quyền Bộ trưởng.")
    assert found == {("Lê Văn Mẫu", "Quyền Bộ trưởng", "Bộ Y tế", "appointed")}


def test_the_secretary_of_a_base_is_that_of_its_committee() -> None:
    assert holdings("Bí thư Đảng bộ phường Kim Tân Lê Văn Mẫu phát biểu.") == {
        ("Lê Văn Mẫu", "Bí thư", "Đảng ủy phường Kim Tân", "current")
    }


def test_the_new_task_of_who_gives_up_a_post_is_given() -> None:
    found = holdings(
        "Ông Lê Văn Mẫu thôi giữ chức Bí thư Tỉnh ủy Lào Cai để nhận nhiệm vụ mới là Phó Trưởng Ban Tổ chức Trung ương."
    )
    assert ("Lê Văn Mẫu", "Phó Trưởng ban", "Ban Tổ chức Trung ương", "appointed") in found


def test_a_presidium_is_no_person() -> None:
    told = extract(
        "Hội nghị đã bầu bổ sung 3 ủy viên Đoàn Chủ tịch và 2 ủy viên Ủy ban Kiểm tra; bà Lê Thị Hoa dự.",
        Lexicon.load(),
    )
    assert [person.name for person in told.people] == ["Lê Thị Hoa"]
