"""Posts in the long tails of articles: who else holds like posts, whom a mover was, what a second body shares."""

import pytest

from ingest.extraction import extract
from ingest.lexicon import Lexicon

UBND = "Ủy ban nhân dân tỉnh Lào Cai"
UNION = "Hội Nông dân Việt Nam"


def holdings(text: str) -> set[tuple[str, str, str, str]]:
    return {(h.person, h.role, h.body, h.status) for h in extract(text, Lexicon.load()).holdings}


@pytest.mark.parametrize(
    "lead", ["3 Phó Tổng Giám đốc là", "các Phó Tổng Giám đốc gồm", "2 Phó Tổng Giám đốc là các ông:"]
)
def test_deputies_told_behind_their_head_are_of_the_same_body(lead: str) -> None:
    found = holdings(
        f"Ban lãnh đạo Thông tấn xã Việt Nam có Tổng Giám đốc Vũ Thị Sen và {lead} Lê Văn Mẫu, Đỗ Văn Tòng."
    )
    assert {(person, role) for person, role, body, _ in found if body == "Thông tấn xã Việt Nam"} == {
        ("Vũ Thị Sen", "Tổng Giám đốc"),
        ("Lê Văn Mẫu", "Phó Tổng Giám đốc"),
        ("Đỗ Văn Tòng", "Phó Tổng Giám đốc"),
    }


def test_a_deputy_elected_later_is_of_the_only_body_that_elects() -> None:
    found = holdings(
        f"{UNION} đã bầu ông Lê Văn Mẫu làm Chủ tịch.\n\nPhó Chủ tịch gồm các đồng chí: Vũ Thị Sen, Đỗ Văn Tòng.\n\n"
        "Ngày 12/1/2022, đồng chí Lý Thị Mai được bầu làm Phó Chủ tịch."
    )
    assert {(person, role) for person, role, body, _ in found if body == UNION} == {
        ("Lê Văn Mẫu", "Chủ tịch"),
        ("Vũ Thị Sen", "Phó Chủ tịch"),
        ("Đỗ Văn Tòng", "Phó Chủ tịch"),
        ("Lý Thị Mai", "Phó Chủ tịch"),
    }


def test_a_deputy_elected_later_is_of_no_body_where_two_elect() -> None:
    found = holdings(
        f"{UNION} bầu ông Lê Văn Mẫu làm Chủ tịch {UNION}.\n\n"
        "Ông Đỗ Văn Tòng được bầu làm Chủ tịch UBND tỉnh Lào Cai.\n\n"
        "Ngày 12/1, đồng chí Lý Thị Mai được bầu làm Phó Chủ tịch."
    )
    assert not [person for person, *_ in found if person == "Lý Thị Mai"]


@pytest.mark.parametrize("deed", ["bổ nhiệm", "điều động, bổ nhiệm", "bầu"])
def test_the_post_at_the_name_of_a_mover_is_held_and_the_next_one_given(deed: str) -> None:
    found = holdings(f"Thủ tướng {deed} Giám đốc Sở Y tế Lào Cai Lê Văn Mẫu giữ chức Thứ trưởng Bộ Y tế.")
    assert found == {
        ("Lê Văn Mẫu", "Giám đốc", "Sở Y tế tỉnh Lào Cai", "current"),
        ("Lê Văn Mẫu", "Thứ trưởng", "Bộ Y tế", "appointed"),
    }


def test_who_is_named_behind_a_post_that_is_given_gets_it() -> None:
    assert holdings("HĐND tỉnh bầu Chủ tịch UBND tỉnh Lào Cai Lê Văn Mẫu.") == {
        ("Lê Văn Mẫu", "Chủ tịch", UBND, "appointed")
    }


def test_who_reports_on_a_removal_loses_no_post() -> None:
    found = holdings("Chủ tịch nước Lê Văn Mẫu báo cáo Quốc hội về việc miễn nhiệm Phó Chủ tịch nước Vũ Thị Sen.")
    assert {(person, role, status) for person, role, _, status in found} == {
        ("Lê Văn Mẫu", "Chủ tịch nước", "current"),
        ("Vũ Thị Sen", "Phó Chủ tịch nước", "dismissed"),
    }


@pytest.mark.parametrize(
    "why",
    [
        "thôi giữ chức, nghỉ chữa bệnh",
        "thôi giữ chức vụ, nghỉ hưu theo chế độ",
        "cho thôi giữ chức vụ để nghỉ công tác",
    ],
)
def test_a_decision_on_somebody_to_give_up_takes_the_posts_at_the_name(why: str) -> None:
    found = holdings(f"Hội nghị công bố quyết định {why} đối với ông Lê Văn Mẫu, Giám đốc Sở Y tế tỉnh Lào Cai.")
    assert found == {("Lê Văn Mẫu", "Giám đốc", "Sở Y tế tỉnh Lào Cai", "dismissed")}


def test_a_post_may_be_held_in_two_bodies() -> None:
    found = holdings("Ông Lê Văn Mẫu nguyên là: Bí thư Tỉnh ủy Lào Cai và Tỉnh ủy Yên Bái; Đại biểu Quốc hội khóa IX.")
    assert found == {
        ("Lê Văn Mẫu", "Bí thư", "Tỉnh ủy Lào Cai", "former"),
        ("Lê Văn Mẫu", "Bí thư", "Tỉnh ủy Yên Bái", "former"),
        ("Lê Văn Mẫu", "Đại biểu", "Quốc hội", "former"),
    }


def test_a_city_that_bears_the_name_of_its_province_has_a_party_committee() -> None:
    found = holdings("Tỉnh Lào Cai họp. Ông Lê Văn Mẫu, Bí thư Thành ủy, Chủ tịch HĐND thành phố Lào Cai, dự.")
    assert found == {
        ("Lê Văn Mẫu", "Bí thư", "Thành ủy Lào Cai", "current"),
        ("Lê Văn Mẫu", "Chủ tịch", "Hội đồng nhân dân thành phố Lào Cai", "current"),
    }


def test_all_posts_told_from_one_day_to_another_are_past() -> None:
    found = holdings(
        "Từ ngày 20-7-2021 đến 12-1-2022, bà Vũ Thị Sen là Ủy viên Ban Thường vụ Tỉnh ủy, Bí thư Đảng đoàn, Chủ tịch "
        "Ủy ban MTTQ tỉnh Lào Cai; đại biểu HĐND tỉnh Lào Cai nhiệm kỳ 2021-2026; Trưởng Đoàn ĐBQH tỉnh Lào Cai."
    )
    assert len(found) == 5
    assert {status for *_, status in found} == {"former"}


def test_a_second_post_may_be_assigned_in_the_same_sentence() -> None:
    found = holdings("Ông Lê Văn Mẫu được bầu giữ chức Chánh án TAND tối cao và chỉ định Bí thư Đảng ủy TAND tối cao.")
    assert ("Lê Văn Mẫu", "Bí thư", "Đảng ủy Tòa án nhân dân tối cao", "appointed") in found


@pytest.mark.parametrize("short", ["Viện KSND", "VKSND", "Viện kiểm sát nhân dân"])
def test_a_higher_procuracy_may_be_that_at_a_city(short: str) -> None:
    found = holdings(f"Ông Lê Văn Mẫu từng là Viện trưởng {short} cấp cao tại thành phố Hồ Chí Minh.")
    assert {(role, body) for _, role, body, _ in found} == {
        ("Viện trưởng", "Viện kiểm sát nhân dân cấp cao tại thành phố Hồ Chí Minh")
    }


@pytest.mark.parametrize("aside", ["(bìa trái)", "(thứ hai từ trái sang)", "(bên phải, hàng đầu)", "(giữa)"])
def test_where_somebody_stands_in_a_picture_parts_no_post_from_the_name(aside: str) -> None:
    assert holdings(f"Ông Lê Văn Mẫu {aside}, Phó Chủ tịch UBND tỉnh Lào Cai, trao hoa.") == {
        ("Lê Văn Mẫu", "Phó Chủ tịch", UBND, "current")
    }


@pytest.mark.parametrize("who", [" – người được", ", người vừa được", " - người đã được"])
def test_what_is_told_of_a_predecessor_is_no_post_of_the_successor(who: str) -> None:
    found = holdings(
        f"Ông Lê Văn Mẫu làm Giám đốc Sở Y tế Lào Cai, thay bà Vũ Thị Sen{who} điều động giữ chức Thứ trưởng Bộ Y tế."
    )
    assert ("Vũ Thị Sen", "Thứ trưởng", "Bộ Y tế", "appointed") in found
    assert ("Lê Văn Mẫu", "Thứ trưởng", "Bộ Y tế", "appointed") not in found


@pytest.mark.parametrize("lead", ["cùng 2 cựu Phó Chủ tịch UBND tỉnh là", "và hai nguyên Phó Chủ tịch UBND tỉnh"])
def test_a_count_of_past_holders_opens_their_list(lead: str) -> None:
    found = holdings(f"Cựu Bí thư Tỉnh ủy Lào Cai Lê Văn Mẫu {lead} Đỗ Văn Tòng, Lý Văn Lúa bị khởi tố.")
    assert {person for person, role, *_ in found if role == "Phó Chủ tịch"} == {"Đỗ Văn Tòng", "Lý Văn Lúa"}
    assert {status for *_, status in found} == {"former"}


def test_those_whom_a_body_has_besides_are_of_it() -> None:
    found = holdings("Ngoài ông Lê Văn Mẫu, UBND tỉnh Lào Cai còn có các phó chủ tịch: Đỗ Văn Tòng, Vũ Thị Sen.")
    assert found == {
        ("Đỗ Văn Tòng", "Phó Chủ tịch", UBND, "current"),
        ("Vũ Thị Sen", "Phó Chủ tịch", UBND, "current"),
    }


def test_past_posts_of_a_ministry_may_be_named_without_it_behind_those_of_its_minister() -> None:
    found = holdings(
        "Cảnh cáo các đồng chí: Lê Văn Mẫu, nguyên Bí thư Ban cán sự đảng, nguyên Bộ trưởng Bộ Y tế; "
        "Đỗ Văn Tòng, nguyên Ủy viên Ban cán sự đảng, nguyên Thứ trưởng; và những người khác."
    )
    assert found == {
        ("Lê Văn Mẫu", "Bí thư", "Ban cán sự đảng Bộ Y tế", "former"),
        ("Lê Văn Mẫu", "Bộ trưởng", "Bộ Y tế", "former"),
        ("Đỗ Văn Tòng", "Ủy viên", "Ban cán sự đảng Bộ Y tế", "former"),
        ("Đỗ Văn Tòng", "Thứ trưởng", "Bộ Y tế", "former"),
    }


@pytest.mark.parametrize(
    ("own", "role", "office"),
    [("Bộ", "Bộ trưởng", "Bộ Nội vụ"), ("Bộ", "Thứ trưởng", "Bộ Công an"), ("Sở", "Giám đốc", "Sở Y tế tỉnh Lào Cai")],
)
def test_the_committee_of_the_own_office_is_that_of_the_next_post(own: str, role: str, office: str) -> None:
    assert holdings(f"Ông Lê Văn Mẫu, Phó Bí thư Đảng ủy {own}, {role} {office}, dự.") == {
        ("Lê Văn Mẫu", "Phó Bí thư", f"Đảng ủy {office}", "current"),
        ("Lê Văn Mẫu", role, office, "current"),
    }


@pytest.mark.parametrize("then", [", khi đó là", " - thời điểm đó là", " (lúc đó là"])
def test_a_post_held_then_is_past(then: str) -> None:
    close = ")" if "(" in then else ","
    assert holdings(f"Ông Lê Văn Mẫu{then} Phó Chủ tịch UBND tỉnh Lào Cai{close} bị khởi tố.") == {
        ("Lê Văn Mẫu", "Phó Chủ tịch", UBND, "former")
    }


def test_a_court_of_a_region_bears_the_name_of_its_province() -> None:
    found = holdings("Ông Lê Văn Mẫu, Chánh án TAND khu vực 2 - Lào Cai, dự.")
    assert found == {("Lê Văn Mẫu", "Chánh án", "Tòa án nhân dân khu vực 2 - Lào Cai", "current")}


@pytest.mark.parametrize(
    ("post", "body"),
    [
        ("Đại sứ Việt Nam tại Lào", "Đại sứ quán Việt Nam tại Lào"),
        ("Đại sứ nước CHXHCN Việt Nam tại Hà Lan", "Đại sứ quán Việt Nam tại Hà Lan"),
        ("Đại sứ tại Bồ Đào Nha", "Đại sứ quán Việt Nam tại Bồ Đào Nha"),
        ("Tổng Lãnh sự Việt Nam tại Vancouver", "Tổng Lãnh sự quán Việt Nam tại Vancouver"),
    ],
)
def test_a_mission_abroad_is_named_by_its_country(post: str, body: str) -> None:
    assert {(person, name) for person, _, name, _ in holdings(f"Ông Lê Văn Mẫu, {post}, dự.")} == {("Lê Văn Mẫu", body)}


def test_the_ambassador_of_another_country_is_of_no_mission_of_ours() -> None:
    assert not holdings("Đại sứ Lào tại Việt Nam Lê Văn Mẫu nói.")


def test_the_line_that_opens_a_list_names_the_ward_of_its_posts() -> None:
    found = holdings(
        "Danh sách lãnh đạo phường Kim Tân:\n- Bí thư Đảng ủy: ông Lê Văn Mẫu\n"
        "- Chủ tịch UBND: bà Vũ Thị Sen\n- Phó Chủ tịch HĐND: ông Đỗ Văn Tòng"
    )
    assert found == {
        ("Lê Văn Mẫu", "Bí thư", "Đảng ủy phường Kim Tân", "current"),
        ("Vũ Thị Sen", "Chủ tịch", "Ủy ban nhân dân phường Kim Tân", "current"),
        ("Đỗ Văn Tòng", "Phó Chủ tịch", "Hội đồng nhân dân phường Kim Tân", "current"),
    }


def test_a_name_of_two_syllables_is_that_of_nobody_before() -> None:
    found = holdings("Ông Vũ Sen đến. Ông Lê Quân là Phó Chủ tịch UBND tỉnh Lào Cai.")
    assert found == {("Lê Quân", "Phó Chủ tịch", UBND, "current")}


def test_a_secretary_behind_another_post_is_of_the_committee_of_the_sentence() -> None:
    found = holdings(
        "Thường trực Tỉnh ủy Lào Cai gồm Bí thư Tỉnh ủy Lê Văn Mẫu, Phó Bí thư - Chủ tịch UBND tỉnh Đỗ Văn Tòng "
        "và Phó Bí thư Vũ Thị Sen."
    )
    assert ("Vũ Thị Sen", "Phó Bí thư", "Tỉnh ủy Lào Cai", "current") in found
