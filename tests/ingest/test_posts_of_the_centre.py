"""Posts as the news of 2024-25 tells them: given behind memberships, called otherwise now, named again in a career."""

import pytest

from ingest.extraction import extract
from ingest.lexicon import Lexicon

Holding = tuple[str, str, str, str]


def holdings(text: str) -> set[Holding]:
    return {(h.person, h.role, h.body, h.status) for h in extract(text, Lexicon.load()).holdings}


@pytest.mark.parametrize("post", [", giữ chức Bí thư", " và giữ chức Bí thư", ", Bí thư", " và Bí thư"])
def test_a_committee_without_its_office_before_the_post_in_it_is_of_that_office(post: str) -> None:
    found = holdings(f"Ban Bí thư chỉ định ông Lê Văn Mẫu tham gia Ban Thường vụ Đảng ủy{post} Đảng ủy Bộ Y tế.")
    assert ("Lê Văn Mẫu", "Bí thư", "Đảng ủy Bộ Y tế", "appointed") in found
    assert {(person, role, status) for person, role, body, status in found if body.startswith("Ban Thường vụ")} == {
        ("Lê Văn Mẫu", "Ủy viên", "appointed")
    }


def test_a_post_at_a_name_behind_a_comma_is_that_of_who_speaks() -> None:
    found = holdings("Phát biểu giao nhiệm vụ, Bí thư Tỉnh ủy Lào Cai Lê Văn Mẫu yêu cầu đoàn kết.")
    assert found == {("Lê Văn Mẫu", "Bí thư", "Tỉnh ủy Lào Cai", "current")}


def test_what_a_past_post_is_called_now_is_no_post_and_ends_no_list() -> None:
    found = holdings(
        "Ông Lê Văn Mẫu từng là Phó Chủ tịch Hội đồng Bộ trưởng (nay là Phó Thủ tướng), Bộ trưởng Bộ Nội thương "
        "(nay là Bộ Công Thương), Phó Chủ nhiệm Ủy ban Kế hoạch Nhà nước."
    )
    assert found == {
        ("Lê Văn Mẫu", "Phó Chủ tịch", "Hội đồng Bộ trưởng", "former"),
        ("Lê Văn Mẫu", "Bộ trưởng", "Bộ Nội thương", "former"),
        ("Lê Văn Mẫu", "Phó Chủ nhiệm", "Ủy ban Kế hoạch Nhà nước", "former"),
    }


@pytest.mark.parametrize(
    ("career", "status"),
    [
        ("Ông Mẫu từng trải qua các chức vụ: Giám đốc Sở Y tế tỉnh Lào Cai, Bí thư Tỉnh ủy Lào Cai.", "current"),
        ("Ông Lê Văn Mẫu từng là Bí thư Tỉnh ủy Lào Cai.", "former"),
    ],
)
def test_a_list_of_posts_held_does_not_end_the_one_that_somebody_is_called_by(career: str, status: str) -> None:
    found = holdings(f"Ông Lê Văn Mẫu, Bí thư Tỉnh ủy Lào Cai, được điều động giữ chức Thứ trưởng Bộ Y tế.\n\n{career}")
    assert ("Lê Văn Mẫu", "Bí thư", "Tỉnh ủy Lào Cai", status) in found


def test_a_province_that_has_secretaries_means_those_of_its_committee() -> None:
    found = holdings("Hiện Phú Thọ có 3 Phó Bí thư, gồm: Lê Văn Mẫu, Chủ tịch UBND tỉnh; Vũ Thị Sen; Đỗ Văn Tòng.")
    assert {person for person, role, body, _ in found if (role, body) == ("Phó Bí thư", "Tỉnh ủy Phú Thọ")} == {
        "Lê Văn Mẫu",
        "Vũ Thị Sen",
        "Đỗ Văn Tòng",
    }


def test_a_place_that_begins_like_an_office_is_a_place() -> None:
    found = holdings("Bí thư Thành ủy Nha Trang Lê Văn Mẫu và bà Vũ Thị Sen, Phó Vụ trưởng Vụ Bản quyền, cùng dự.")
    assert ("Lê Văn Mẫu", "Bí thư", "Thành ủy Nha Trang", "current") in found
    assert ("Vũ Thị Sen", "Phó Vụ trưởng", "Vụ Bản quyền", "current") in found


def test_a_plenum_may_be_counted_in_roman_figures() -> None:
    text = "Tại Hội nghị lần thứ XIV, Ban Chấp hành Trung ương Đảng khóa XIII đã bầu bổ sung nhân sự."
    names = [event.name for event in extract(text, Lexicon.load()).events]
    assert names == ["Hội nghị lần thứ XIV Ban Chấp hành Trung ương Đảng khóa XIII"]


@pytest.mark.parametrize(
    "again", ["khác tái cử Ban Chấp hành Trung ương khóa XIV, gồm:", "(có 1 người mới) gồm:", "khác, gồm các ông:"]
)
def test_a_counted_list_goes_on_behind_words_on_those_counted(again: str) -> None:
    found = holdings(f"3 Ủy viên Bộ Chính trị khóa XIII {again} Bộ trưởng Công an Lê Văn Mẫu; bà Vũ Thị Sen.")
    assert {person for person, role, body, _ in found if (role, body) == ("Ủy viên", "Bộ Chính trị")} == {
        "Lê Văn Mẫu",
        "Vũ Thị Sen",
    }


def test_what_is_left_beside_one_board_is_left_too() -> None:
    found = holdings(
        "Tỉnh ủy Thanh Hóa quyết định ông Lê Văn Mẫu thôi tham gia Ban Chấp hành, tham gia Ban Thường vụ, "
        "thôi giữ chức Bí thư Đảng ủy xã Thường Xuân."
    )
    assert {(role, body, status) for _, role, body, status in found} == {
        ("Ủy viên", "Ban Chấp hành Đảng bộ xã Thường Xuân", "dismissed"),
        ("Ủy viên", "Ban Thường vụ Đảng ủy xã Thường Xuân", "dismissed"),
        ("Bí thư", "Đảng ủy xã Thường Xuân", "dismissed"),
    }


@pytest.mark.parametrize("given", ["giữ chức", "làm"])
def test_who_once_held_a_post_gets_the_next_one(given: str) -> None:
    found = holdings(
        "Bộ Chính trị điều động ông Lê Văn Mẫu, người từng là Bí thư Tỉnh ủy Lào Cai, "
        f"{given} Phó Trưởng Ban Nội chính Trung ương."
    )
    assert found == {
        ("Lê Văn Mẫu", "Bí thư", "Tỉnh ủy Lào Cai", "former"),
        ("Lê Văn Mẫu", "Phó Trưởng ban", "Ban Nội chính Trung ương", "appointed"),
    }


def test_posts_stand_behind_what_somebody_has_learned_and_behind_posts_abroad() -> None:
    found = holdings(
        "Ông Lê Văn Mẫu 64 tuổi, quê Huế, tiến sĩ Luật, Ủy viên Trung ương Đảng khóa XI, XII; XIII. Ông từng giữ "
        "các vị trí Bí thư thứ ba, Phó trưởng Phái đoàn đại diện thường trực Việt Nam tại Liên Hợp Quốc, "
        "Thứ trưởng Bộ Ngoại giao."
    )
    assert found == {
        ("Lê Văn Mẫu", "Ủy viên", "Ban Chấp hành Trung ương Đảng", "current"),
        ("Lê Văn Mẫu", "Thứ trưởng", "Bộ Ngoại giao", "former"),
    }


@pytest.mark.parametrize("name", ["(bí danh Vũ Văn Dung)", "(tên khai sinh là Vũ Văn Dung)", "(tức Vũ Văn Dung)"])
def test_another_name_of_somebody_is_nobody_else(name: str) -> None:
    text = f"Đồng chí Lê Văn Mẫu {name}, nguyên Bộ trưởng Bộ Y tế, từ trần."
    assert holdings(text) == {("Lê Văn Mẫu", "Bộ trưởng", "Bộ Y tế", "former")}
    assert [person.name for person in extract(text, Lexicon.load()).people] == ["Lê Văn Mẫu"]


@pytest.mark.parametrize("office", ["Vụ Tổng hợp, Cơ quan", "Vụ Địa bàn 5,"])
def test_an_office_of_the_inspectors_is_told_behind_a_comma(office: str) -> None:
    found = holdings(f"Dự có ông Lê Văn Mẫu, Vụ trưởng {office} Ủy ban Kiểm tra Trung ương.")
    unit = office.partition(",")[0]
    assert found == {("Lê Văn Mẫu", "Vụ trưởng", f"{unit} Ủy ban Kiểm tra Trung ương", "current")}


def test_years_in_a_post_tell_of_a_past_one() -> None:
    found = holdings("Ông Lê Văn Mẫu có thời gian dài ở ngành Công an và 8 năm giữ cương vị Bộ trưởng Bộ Công an.")
    assert found == {("Lê Văn Mẫu", "Bộ trưởng", "Bộ Công an", "former")}


def test_whose_decisions_a_conference_announces_is_named() -> None:
    text = "Ngày 14/1/2026, tỉnh Lào Cai tổ chức hội nghị công bố các quyết định của Bộ Quốc phòng về công tác cán bộ."
    assert "Bộ Quốc phòng" in {body.name for body in extract(text, Lexicon.load()).bodies}


def test_a_ceremony_that_the_text_only_calls_so_has_no_name() -> None:
    text = "Ngày 9/10, Bộ Y tế công bố quyết định về công tác cán bộ. Bộ trưởng Y tế Lê Văn Mẫu chủ trì buổi lễ."
    assert [event.name for event in extract(text, Lexicon.load()).events] == []


@pytest.mark.parametrize("those", ["8 Phó ban, gồm các ông/bà:", "3 Phó Trưởng ban, gồm:", "3 Phó Trưởng ban: ông"])
def test_those_beside_the_head_are_listed_behind_a_comma_with_their_ranks(those: str) -> None:
    found = holdings(
        f"Lãnh đạo Ban Tổ chức Trung ương hiện có Trưởng ban Đỗ Văn Tòng và {those} Lê Văn Mẫu (Phó Trưởng ban "
        "Thường trực), Vũ Thị Sen (kiêm nhiệm), Bùi Văn Sơn."
    )
    assert {(person, role) for person, role, body, _ in found if body == "Ban Tổ chức Trung ương"} >= {
        ("Đỗ Văn Tòng", "Trưởng ban"),
        ("Vũ Thị Sen", "Phó Trưởng ban"),
        ("Bùi Văn Sơn", "Phó Trưởng ban"),
    }
    assert ("Lê Văn Mẫu", "Phó Trưởng ban Thường trực", "Ban Tổ chức Trung ương", "current") in found


def test_what_stands_behind_the_highest_post_that_somebody_serves_is_his_own() -> None:
    found = holdings("Ông Lê Văn Mẫu, Trợ lý Thủ tướng, Phó Chủ nhiệm Văn phòng Chính phủ, dự họp.")
    assert found == {("Lê Văn Mẫu", "Phó Chủ nhiệm", "Văn phòng Chính phủ", "current")}
    assert holdings("Ông Lê Văn Mẫu, Trợ lý Ủy viên Bộ Chính trị, Thủ tướng, dự họp.") == set()


def test_a_decision_told_first_is_the_one_that_is_numbered_below() -> None:
    text = (
        "Ông Lê Văn Mẫu được Bộ Chính trị điều động, chỉ định giữ chức Bí thư Tỉnh ủy Lào Cai.\n\n"
        "Tổng Bí thư trao quyết định cho ông Lê Văn Mẫu.\n\n"
        "Theo đó, tại Quyết định số 2500 ngày 3/11/2025, Bộ Chính trị quyết định ông Lê Văn Mẫu thôi giữ chức Thứ "
        "trưởng Bộ Y tế; điều động, chỉ định giữ chức Bí thư Tỉnh ủy Lào Cai."
    )
    assert [document.number for document in extract(text, Lexicon.load()).documents] == ["2500"]
