"""Posts in news of provinces, offices and unions: cities in provinces, hosts, careers in a line, who was before."""

import pytest

from ingest.extraction import extract
from ingest.lexicon import Lexicon

LEXICON = Lexicon.load()
OFFICE = "Đảng ủy Ủy ban nhân dân tỉnh Lào Cai"


def held(text: str) -> set[tuple[str, str, str, str]]:
    return {(h.person, h.role, h.body, h.status) for h in extract(text, LEXICON).holdings}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("HĐND thành phố Sa Pa và Thành ủy Lào Cai họp.", "Thành ủy Lào Cai"),
        ("UBND thành phố Hạ Long họp. Sau đó HĐND thành phố bầu.", "Hội đồng nhân dân thành phố Hạ Long"),
        ("Công an TP Hà Tĩnh bắt giữ.", "Công an thành phố Hà Tĩnh"),
    ],
)
def test_a_city_in_a_province_is_a_district_be_it_of_the_same_name(text: str, name: str) -> None:
    assert {b.level for b in extract(text, LEXICON).bodies if b.name == name} == {"district"}


def test_a_committee_led_by_somebody_is_that_before_the_name() -> None:
    found = held(
        f"{OFFICE} do ông Lê Văn Mẫu, Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh làm Bí thư; "
        "ông Hà Văn Tư, Phó Chủ tịch UBND tỉnh làm Phó Bí thư Thường trực."
    )
    assert {(p, r) for p, r, body, _ in found if body == OFFICE} == {
        ("Lê Văn Mẫu", "Bí thư"),
        ("Hà Văn Tư", "Phó Bí thư Thường trực"),
    }


def test_those_at_a_ceremony_are_of_the_place_of_the_headline() -> None:
    found = held(
        "TAND tỉnh Lào Cai có tân Chánh án\n"
        "Bà Vũ Thị Sen, Phó Chánh án TAND tỉnh Lào Cai, giữ chức Chánh án. "
        "Ông Hà Văn Tư giữ chức Viện trưởng VKSND tỉnh Đồng Nai.\n"
        "Lễ công bố có ông Lê Văn Mẫu, Bí thư Tỉnh ủy."
    )
    assert ("Lê Văn Mẫu", "Bí thư", "Tỉnh ủy Lào Cai", "current") in found


def test_a_deputy_secretary_is_of_the_only_committee() -> None:
    found = held(
        "Bí thư Tỉnh ủy Lào Cai Lê Văn Mẫu dự.\n\nThay mặt Ban Thường vụ, Phó Bí thư Thường trực Hà Văn Tư báo cáo."
    )
    assert ("Hà Văn Tư", "Phó Bí thư Thường trực", "Tỉnh ủy Lào Cai", "current") in found


def test_the_spans_of_a_career_may_stand_in_one_line() -> None:
    found = held(
        "Phó Thủ tướng Lê Văn Mẫu: 66 tuổi, quê Lào Cai. 2008-2010: Bí thư Tỉnh ủy Lào Cai. "
        "2010-2011: Bộ trưởng Bộ Y tế. 2011-8/2016: Chánh án Tòa án nhân dân tối cao."
    )
    assert {body for _, _, body, status in found if status == "former"} == {
        "Tỉnh ủy Lào Cai",
        "Bộ Y tế",
        "Tòa án nhân dân tối cao",
    }


def test_a_past_post_may_follow_the_age_behind_a_colon() -> None:
    found = held("Phó Thủ tướng Lê Văn Mẫu: 61 tuổi, quê Hà Tĩnh, nguyên Bộ trưởng Bộ Y tế.")
    assert ("Lê Văn Mẫu", "Bộ trưởng", "Bộ Y tế", "former") in found


def test_a_past_post_may_follow_the_present_one_in_brackets() -> None:
    found = held(
        "Khiển trách ông Lê Văn Mẫu (hiện là Phó Trưởng Ban Dân vận Tỉnh ủy Lào Cai), "
        "khi đó là Bí thư Huyện ủy Bát Xát."
    )
    assert ("Lê Văn Mẫu", "Bí thư", "Huyện ủy Bát Xát", "former") in found
    assert ("Lê Văn Mẫu", "Phó Trưởng ban", "Ban Dân vận Tỉnh ủy Lào Cai", "current") in found


def test_a_district_in_brackets_is_no_person() -> None:
    found = extract("Ông Lê Văn Mẫu, quê xã Khánh Bình (huyện Trần Văn Thời, Cà Mau), là Bí thư Huyện ủy.", LEXICON)
    assert [p.name for p in found.people] == ["Lê Văn Mẫu"]


def test_who_is_appointed_again_had_the_other_posts() -> None:
    found = held("Bổ nhiệm lại bà Vũ Thị Sen, Ủy viên Trung ương Đảng, giữ chức Tổng Giám đốc Thông tấn xã Việt Nam.")
    assert ("Vũ Thị Sen", "Ủy viên", "Ban Chấp hành Trung ương Đảng", "current") in found
    assert ("Vũ Thị Sen", "Tổng Giám đốc", "Thông tấn xã Việt Nam", "appointed") in found


def test_the_one_before_who_just_got_another_post_has_that() -> None:
    found = held(
        "Anh Lê Văn Mẫu giữ chức Bí thư Tỉnh đoàn Lào Cai, thay anh Hà Văn Tư vừa được điều động làm "
        "Phó Bí thư Huyện ủy Bát Xát. Anh Mẫu sinh năm 1990. Trước khi về Tỉnh đoàn, anh là Bí thư Huyện đoàn Bát Xát."
    )
    assert ("Hà Văn Tư", "Phó Bí thư", "Huyện ủy Bát Xát", "appointed") in found
    assert ("Lê Văn Mẫu", "Bí thư", "Huyện đoàn Bát Xát", "former") in found
    assert ("Lê Văn Mẫu", "Phó Bí thư", "Huyện ủy Bát Xát", "appointed") not in found


def test_a_term_may_stand_before_the_day_from_which_it_runs() -> None:
    text = "Bổ nhiệm bà Vũ Thị Sen giữ chức Chánh án TAND tỉnh Lào Cai, nhiệm kỳ 5 năm kể từ 1/11/2022."
    assert [h.date for h in extract(text, LEXICON).holdings] == ["2022-11-01"]
