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
