"""Posts in news of courts, discipline and the Party's bases: offices called short, lists, questions, deaths."""

import pytest

from ingest.extraction import extract
from ingest.lexicon import Lexicon

LEXICON = Lexicon.load()
HEALTH = "Sở Y tế tỉnh Lào Cai"
COURT = "Tòa án nhân dân cấp cao tại thành phố Hồ Chí Minh"


def held(text: str) -> set[tuple[str, str, str, str]]:
    return {(h.person, h.role, h.body, h.status) for h in extract(text, LEXICON).holdings}


def bodies(text: str) -> set[tuple[str, str, str]]:
    return {(b.name, b.form, b.level) for b in extract(text, LEXICON).bodies}


def test_a_party_committee_is_in_the_office_of_the_next_post_not_in_that_of_the_next_one_named() -> None:
    found = held(
        f"Ông Lê Văn Mẫu, nguyên Giám đốc {HEALTH}; Đỗ Văn Tòng, Phó Bí thư Đảng ủy, Phó Giám đốc Sở; "
        "Vũ Thị Sen, Phó Giám đốc Ban Quản lý dự án."
    )
    assert ("Đỗ Văn Tòng", "Phó Bí thư", f"Đảng ủy {HEALTH}", "current") in found
    assert ("Đỗ Văn Tòng", "Phó Giám đốc", HEALTH, "current") in found
    assert not any(body.startswith("Đảng ủy Ban") for _, _, body, _ in found)


def test_a_party_committee_of_an_office_is_a_party_committee() -> None:
    found = bodies(
        f"Xem xét Ban Thường vụ Đảng ủy {HEALTH}. Trách nhiệm thuộc về ông Lê Văn Mẫu, Bí thư Đảng ủy, Giám đốc Sở."
    )
    assert (f"Đảng ủy {HEALTH}", "party_committee", "province") in found


def test_the_committee_of_the_base_that_the_sentence_names_is_meant() -> None:
    found = held(
        "Ông Đỗ Văn Tòng là Bí thư Đảng ủy Quốc hội. Tại Đảng bộ Chính phủ, Thủ tướng Lê Văn Mẫu là Bí thư Đảng ủy; "
        "ông Hà Văn Tư, Phó Thủ tướng, là Phó Bí thư Thường trực; ông Vũ Văn Ba, Phó Thủ tướng, kiêm Phó Bí thư."
    )
    government = "Đảng ủy Chính phủ"
    assert {(p, r) for p, r, body, _ in found if body == government} == {
        ("Lê Văn Mẫu", "Bí thư"),
        ("Hà Văn Tư", "Phó Bí thư Thường trực"),
        ("Vũ Văn Ba", "Phó Bí thư"),
    }


def test_a_post_of_the_cell_stands_before_other_posts() -> None:
    found = held("Ông Lê Văn Mẫu, Chi ủy viên, Phó Trưởng phòng Nội vụ huyện Bát Xát bị cảnh cáo.")
    assert found == {("Lê Văn Mẫu", "Phó Trưởng phòng", "Phòng Nội vụ huyện Bát Xát", "current")}


def test_a_company_that_no_rule_knows_is_not_another_one() -> None:
    found = held(
        "Ông Lê Văn Mẫu từng là Chủ tịch Hội đồng quản trị SongBank. Bà Vũ Thị Sen là Giám đốc Công ty Sông Hồng."
    )
    assert not any(person == "Lê Văn Mẫu" for person, *_ in found)


def test_who_leads_a_board_that_no_rule_knows_leads_no_other() -> None:
    found = held(
        "Ông từng làm việc ở Ban Chỉ đạo Trung ương về phòng, chống tham nhũng, tiêu cực.\n"
        "Ban Tổ chức lễ tang do ông Lê Văn Mẫu, Thủ tướng Chính phủ làm Trưởng ban."
    )
    assert found == {("Lê Văn Mẫu", "Thủ tướng", "Chính phủ", "current")}


def test_what_a_headline_asks_is_no_post() -> None:
    assert held("Ông Lê Văn Mẫu giữ chức Bí thư Tỉnh ủy Lào Cai?\nBộ Chính trị họp.") == set()


def test_what_is_going_to_be_taken_is_still_held() -> None:
    found = held("Sáng mai, Quốc hội sẽ tiến hành miễn nhiệm chức vụ Bộ trưởng Bộ Y tế đối với ông Lê Văn Mẫu.")
    assert found == {("Lê Văn Mẫu", "Bộ trưởng", "Bộ Y tế", "current")}


def test_who_just_got_a_post_has_it_though_another_is_to_follow_him() -> None:
    found = held("Ông Tòng sẽ thay ông Lê Văn Mẫu, người vừa được phân công làm Phó Trưởng Ban Nội chính Trung ương.")
    assert found == {("Lê Văn Mẫu", "Phó Trưởng ban", "Ban Nội chính Trung ương", "appointed")}


def test_the_posts_in_the_life_of_one_who_died_are_past() -> None:
    found = held(
        "Đồng chí Lê Văn Mẫu, nguyên Bộ trưởng Bộ Y tế, đã từ trần ngày 19/2/2021. "
        "Ông là Ủy viên Trung ương Đảng các khóa VII, VIII."
    )
    assert ("Lê Văn Mẫu", "Ủy viên", "Ban Chấp hành Trung ương Đảng", "former") in found


def test_those_named_behind_one_who_is_appointed_are_appointed_too() -> None:
    found = held(
        "Ban Bí thư chỉ định ông Lê Văn Mẫu giữ chức Bí thư Tỉnh ủy Lào Cai; 3 Phó Bí thư Tỉnh ủy gồm các ông, bà: "
        "Hà Văn Tư (nguyên Bí thư Tỉnh ủy Lai Châu), Bùi Thắng và Vũ Thị Sen."
    )
    assert {(p, s) for p, role, _, s in found if role == "Phó Bí thư"} == {
        ("Hà Văn Tư", "appointed"),
        ("Bùi Thắng", "appointed"),
        ("Vũ Thị Sen", "appointed"),
    }


@pytest.mark.parametrize("city", ["TP.HCM", "TP HCM", "TP. Hồ Chí Minh", "thành phố Hồ Chí Minh"])
def test_the_high_court_in_the_city_is_one_however_the_city_is_written(city: str) -> None:
    assert held(f"Ông Lê Văn Mẫu, Chánh án TAND cấp cao tại {city}.") == {("Lê Văn Mẫu", "Chánh án", COURT, "current")}


def test_the_name_of_an_office_that_deals_with_complaints_is_read_whole() -> None:
    found = held("Ông Lê Văn Mẫu, cựu Cục trưởng Cục Giải quyết khiếu nại, tố cáo khu vực 3 thuộc Thanh tra Chính phủ.")
    assert {body for _, _, body, _ in found} == {"Cục Giải quyết khiếu nại, tố cáo khu vực 3 Thanh tra Chính phủ"}


def test_a_judge_is_a_person() -> None:
    assert extract("Thẩm phán Đỗ Thu Hiền làm chủ tọa phiên tòa.", LEXICON).people[0].name == "Đỗ Thu Hiền"


def test_a_central_committee_for_programmes_is_of_no_province() -> None:
    text = "Ban Chỉ đạo Trung ương các chương trình mục tiêu quốc gia họp tại tỉnh Lào Cai."
    board = "Ban Chỉ đạo Trung ương các chương trình mục tiêu quốc gia"
    assert (board, "steering_committee", "central") in bodies(text)


def test_the_steering_committee_of_the_government_is_one() -> None:
    board = "Ban Chỉ đạo Cải cách hành chính của Chính phủ"
    assert (board, "steering_committee", "state") in bodies("Ban Chỉ đạo Cải cách hành chính của Chính phủ họp.")
