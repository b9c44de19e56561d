"""Posts as whole articles tell them: elected in a row, called by a given name, held in a capacity, told before."""

import pytest

from ingest.extraction import extract
from ingest.lexicon import Lexicon

UBND = "Ủy ban nhân dân tỉnh Lào Cai"
BOARD = "Ban Chỉ đạo Trung ương về phòng, chống tham nhũng, tiêu cực"


def holdings(text: str) -> set[tuple[str, str, str, str]]:
    return {(h.person, h.role, h.body, h.status) for h in extract(text, Lexicon.load()).holdings}


@pytest.mark.parametrize(
    "by",
    ["theo giới thiệu của Chủ tịch UBND tỉnh, gồm các ông, bà:", "theo đề nghị của Chủ tịch UBND tỉnh gồm:"],
)
def test_who_proposes_has_not_the_post_of_those_elected(by: str) -> None:
    found = holdings(f"HĐND tỉnh Lào Cai bầu 2 Phó Chủ tịch UBND tỉnh {by} Lê Văn Mẫu (57 tuổi), Vũ Thị Sen (45 tuổi).")
    assert found == {
        ("Lê Văn Mẫu", "Phó Chủ tịch", UBND, "appointed"),
        ("Vũ Thị Sen", "Phó Chủ tịch", UBND, "appointed"),
    }


def test_a_committee_of_a_city_may_be_called_by_the_word_for_its_unit() -> None:
    found = holdings(
        "Thành ủy Đà Nẵng họp. Trưởng Ban Tuyên giáo Thành ủy TP Lê Văn Mẫu cho biết đã bầu 2 Phó Bí thư "
        "Thành ủy TP gồm: ông Đỗ Văn Tòng (Chủ tịch UBND TP); bà Vũ Thị Sen."
    )
    assert ("Lê Văn Mẫu", "Trưởng ban", "Ban Tuyên giáo Thành ủy Đà Nẵng", "current") in found
    assert ("Đỗ Văn Tòng", "Phó Bí thư", "Thành ủy Đà Nẵng", "appointed") in found
    assert ("Vũ Thị Sen", "Phó Bí thư", "Thành ủy Đà Nẵng", "appointed") in found


def test_those_beside_the_head_of_a_committee_are_of_it() -> None:
    found = holdings(
        f"{BOARD} có 18 thành viên; Phó Ban Thường trực là Trưởng Ban Nội chính Trung ương Lê Văn Mẫu.\n\n"
        "Hai Phó Trưởng ban khác gồm Bộ trưởng Công an Đỗ Văn Tòng và Phó Chủ tịch Quốc hội Vũ Thị Sen."
    )
    assert {(person, role) for person, role, body, _ in found if body == BOARD} == {
        ("Lê Văn Mẫu", "Phó Trưởng ban Thường trực"),
        ("Đỗ Văn Tòng", "Phó Trưởng ban"),
        ("Vũ Thị Sen", "Phó Trưởng ban"),
    }


def test_a_bare_office_takes_the_place_of_the_post_that_came_then() -> None:
    found = holdings("Hà Nội cử ông Lê Văn Mẫu, từng làm Chủ tịch UBND rồi Bí thư Tỉnh ủy Lào Cai.")
    assert found == {
        ("Lê Văn Mẫu", "Chủ tịch", UBND, "former"),
        ("Lê Văn Mẫu", "Bí thư", "Tỉnh ủy Lào Cai", "former"),
    }


def test_a_life_is_that_of_the_one_called_by_a_given_name() -> None:
    found = holdings(
        "Khiển trách ông Lê Văn Mẫu, Chủ tịch UBND tỉnh Lào Cai, và ông Đỗ Văn Tòng. Ông Đỗ Văn Tòng nhận lỗi.\n\n"
        "Ông Mẫu 59 tuổi, quê Hà Nam, là Ủy viên Trung ương Đảng. Ông từng kinh qua các chức vụ Bí thư Trung ương Đoàn "
        "phụ trách phía Bắc; Bí thư Tỉnh ủy Lào Cai."
    )
    assert found == {
        ("Lê Văn Mẫu", "Chủ tịch", UBND, "current"),
        ("Lê Văn Mẫu", "Ủy viên", "Ban Chấp hành Trung ương Đảng", "current"),
        ("Lê Văn Mẫu", "Bí thư", "Trung ương Đoàn Thanh niên Cộng sản Hồ Chí Minh", "former"),
        ("Lê Văn Mẫu", "Bí thư", "Tỉnh ủy Lào Cai", "former"),
    }


def test_what_somebody_did_before_is_past_unless_it_was_decided_then() -> None:
    found = holdings("Trước đó, ông Lê Văn Mẫu làm Bí thư Huyện ủy Bát Xát, Chánh Văn phòng Tỉnh ủy Lào Cai.")
    assert {status for *_, status in found} == {"former"} and len(found) == 2
    found = holdings("Trước đó, ông Lê Văn Mẫu được bầu làm Bí thư Huyện ủy Bát Xát.")
    assert {status for *_, status in found} == {"appointed"}


@pytest.mark.parametrize(("period", "status"), [(" giai đoạn 2001-2006", "former"), ("", "current")])
def test_posts_of_a_capacity_are_past_in_a_period(period: str, status: str) -> None:
    found = holdings(
        f"Ông Lê Văn Mẫu có lỗi. Với cương vị là Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh Lào Cai{period}, ông ký nhiều "
        "văn bản."
    )
    assert found == {("Lê Văn Mẫu", "Phó Bí thư", "Tỉnh ủy Lào Cai", status), ("Lê Văn Mẫu", "Chủ tịch", UBND, status)}


def test_a_post_once_given_and_now_taken_is_taken() -> None:
    found = holdings(
        "Quốc hội miễn nhiệm chức vụ Phó Thủ tướng Chính phủ đối với ông Lê Văn Mẫu. "
        "Ông Lê Văn Mẫu được Quốc hội bầu giữ chức Phó Thủ tướng Chính phủ."
    )
    assert found == {("Lê Văn Mẫu", "Phó Thủ tướng", "Chính phủ", "dismissed")}


def test_a_post_that_several_once_held_is_past_for_all_up_to_one_held_now() -> None:
    found = holdings(
        "Dự có các đồng chí nguyên Ủy viên Bộ Chính trị: nguyên Thủ tướng Chính phủ Lê Văn Mẫu, Đỗ Văn Tòng; "
        "Chủ tịch Quốc hội Vũ Thị Sen."
    )
    assert {person for person, _, body, status in found if body == "Bộ Chính trị" and status == "former"} == {
        "Lê Văn Mẫu",
        "Đỗ Văn Tòng",
    }


def test_the_dead_hold_nothing_now() -> None:
    found = holdings("Lễ truy tặng cho Thượng tướng Lê Văn Mẫu, Ủy viên Bộ Chính trị, cố Bộ trưởng Bộ Công an.")
    assert found == {
        ("Lê Văn Mẫu", "Ủy viên", "Bộ Chính trị", "former"),
        ("Lê Văn Mẫu", "Bộ trưởng", "Bộ Công an", "former"),
    }


def test_a_rank_ends_the_name_of_a_body() -> None:
    found = holdings(
        "Dự có Chánh án Tòa án nhân dân tối cao Lê Văn Mẫu, Chủ nhiệm Tổng cục Chính trị Quân đội nhân dân Việt Nam "
        "Đại tướng Đỗ Văn Tòng."
    )
    assert found == {
        ("Lê Văn Mẫu", "Chánh án", "Tòa án nhân dân tối cao", "current"),
        ("Đỗ Văn Tòng", "Chủ nhiệm", "Tổng cục Chính trị Quân đội nhân dân Việt Nam", "current"),
    }


@pytest.mark.parametrize("words", ["Ủy viên Trung ương Đảng dự khuyết", "một trong 25 ủy viên Trung ương dự khuyết"])
def test_the_word_for_alternate_may_stand_behind_the_committee(words: str) -> None:
    found = holdings(f"Ông Lê Văn Mẫu từng là {words} khóa X.")
    assert found == {("Lê Văn Mẫu", "Ủy viên dự khuyết", "Ban Chấp hành Trung ương Đảng", "former")}


@pytest.mark.parametrize(
    ("company", "name"),
    [
        ("Công ty cổ phần cấp thoát nước Lào Cai", "Công ty cổ phần cấp thoát nước Lào Cai"),
        ("Công ty mua bán điện", "Công ty mua bán điện"),
    ],
)
def test_a_company_may_be_named_in_small_letters(company: str, name: str) -> None:
    assert holdings(f"Ông Lê Văn Mẫu (Giám đốc {company}) có mặt.") == {("Lê Văn Mẫu", "Giám đốc", name, "current")}


def test_the_form_of_a_company_names_none() -> None:
    assert holdings("Ông Lê Văn Mẫu, Giám đốc Công ty cổ phần, có mặt.") == set()


def test_a_title_may_name_its_committee_again() -> None:
    found = holdings("Ông Lê Văn Mẫu được điều động làm Thành ủy viên Thành ủy Đà Nẵng, Bí thư Quận ủy Hải Châu.")
    assert found == {
        ("Lê Văn Mẫu", "Ủy viên", "Thành ủy Đà Nẵng", "appointed"),
        ("Lê Văn Mẫu", "Bí thư", "Quận ủy Hải Châu", "appointed"),
    }


def test_those_present_for_a_ministry_are_of_it() -> None:
    found = holdings(
        "Về phía Bộ Công an có các đồng chí: Lê Văn Mẫu, Ủy viên Trung ương Đảng, Thứ trưởng; Đỗ Văn Tòng, Thứ trưởng, "
        "Phó Trưởng Ban Tổ chức; đại diện Bộ Y tế."
    )
    assert ("Lê Văn Mẫu", "Thứ trưởng", "Bộ Công an", "current") in found
    assert ("Đỗ Văn Tòng", "Thứ trưởng", "Bộ Công an", "current") in found


def test_the_first_in_a_post_held_it() -> None:
    found = holdings("Ông Lê Văn Mẫu từng là Chủ tịch đầu tiên của Hội Nông dân tỉnh Lào Cai.")
    assert found == {("Lê Văn Mẫu", "Chủ tịch", "Hội Nông dân tỉnh Lào Cai", "former")}


def test_posts_that_open_a_sentence_are_of_the_one_named_behind_them() -> None:
    found = holdings(
        "Từng là Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh Lào Cai, ông Lê Văn Mẫu biết việc của ông Đỗ Văn Tòng."
    )
    assert found == {
        ("Lê Văn Mẫu", "Bí thư", "Tỉnh ủy Lào Cai", "former"),
        ("Lê Văn Mẫu", "Chủ tịch", "Hội đồng nhân dân tỉnh Lào Cai", "former"),
    }
    found = holdings("Sau khi bầu Chủ tịch HĐND tỉnh Lào Cai, ông Lê Văn Mẫu cảm ơn.")
    assert found == set()


def test_a_union_of_a_place_is_not_that_of_the_country() -> None:
    found = holdings("Chủ tịch Hội Nông dân Việt Nam tỉnh Lào Cai Lê Văn Mẫu phát biểu.")
    assert found == {("Lê Văn Mẫu", "Chủ tịch", "Hội Nông dân Việt Nam tỉnh Lào Cai", "current")}


def test_secretaries_among_the_members_of_a_standing_committee_are_of_its_committee() -> None:
    found = holdings(
        "Đại hội bầu 15 Ủy viên Ban Thường vụ Tỉnh ủy Lào Cai, trong đó có 2 Phó Bí thư: ông Lê Văn Mẫu (45 tuổi) và "
        "bà Vũ Thị Sen (Chủ tịch HĐND tỉnh)."
    )
    assert {person for person, role, body, _ in found if (role, body) == ("Phó Bí thư", "Tỉnh ủy Lào Cai")} == {
        "Lê Văn Mẫu",
        "Vũ Thị Sen",
    }


def test_a_post_that_will_be_taken_is_still_held() -> None:
    found = holdings("Ông Lê Văn Mẫu sẽ được miễn nhiệm chức Phó Chủ tịch UBND tỉnh Lào Cai.")
    assert found == {("Lê Văn Mẫu", "Phó Chủ tịch", UBND, "current")}


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Tại Lào Cai, Chủ tịch tỉnh Lê Văn Mẫu phát biểu.", UBND),
        ("Huyện Bát Xát họp. Chủ tịch huyện, ông Lê Văn Mẫu, phát biểu.", "Ủy ban nhân dân huyện Bát Xát"),
    ],
)
def test_the_chair_of_a_place_may_be_called_by_its_unit_alone(text: str, body: str) -> None:
    assert holdings(text) == {("Lê Văn Mẫu", "Chủ tịch", body, "current")}


def test_whoever_must_answer_for_a_commune_is_nobody() -> None:
    assert holdings("Tại xã Bản Xèo, chủ tịch xã phải chịu trách nhiệm. Ông Lê Văn Mẫu nói vậy.") == set()


def test_a_military_region_has_one_name() -> None:
    found = holdings("Ông Lê Văn Mẫu, Tư lệnh Quân khu V, có mặt.")
    assert found == {("Lê Văn Mẫu", "Tư lệnh", "Quân khu 5", "current")}
