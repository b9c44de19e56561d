"""Names and posts on lines and in cells of their own, as portals and results of elections have them."""

import pytest

from ingest.extraction import extract
from ingest.lexicon import Lexicon

STEERING = "Ban Chỉ đạo phòng, chống tham nhũng, tiêu cực tỉnh Lào Cai"


def holdings(text: str) -> set[tuple[str, str, str]]:
    return {(h.person, h.role, h.body) for h in extract(text, Lexicon.load()).holdings}


def test_a_block_that_begins_with_a_name_gives_each_the_post_below() -> None:
    assert holdings(
        "THƯỜNG TRỰC TỈNH ỦY LÀO CAI\nLê Văn Mẫu\nBí thư Tỉnh ủy\nĐỗ Văn Tòng\nPhó Bí thư Thường trực Tỉnh ủy"
    ) == {
        ("Lê Văn Mẫu", "Bí thư", "Tỉnh ủy Lào Cai"),
        ("Đỗ Văn Tòng", "Phó Bí thư Thường trực", "Tỉnh ủy Lào Cai"),
    }


def test_a_block_that_begins_with_a_post_gives_it_to_the_name_below() -> None:
    assert holdings(
        "LÃNH ĐẠO TỈNH LÀO CAI\nBí thư Tỉnh ủy\nLê Văn Mẫu\nPhó Bí thư Thường trực Tỉnh ủy\nĐỗ Văn Tòng"
    ) == {
        ("Lê Văn Mẫu", "Bí thư", "Tỉnh ủy Lào Cai"),
        ("Đỗ Văn Tòng", "Phó Bí thư Thường trực", "Tỉnh ủy Lào Cai"),
    }


def test_the_next_cell_of_a_table_holds_the_post() -> None:
    assert holdings("STT\tHọ và tên\tChức vụ\n1\tLê Văn Mẫu\tBí thư Đảng ủy xã Bản Xèo\t0123456789") == {
        ("Lê Văn Mẫu", "Bí thư", "Đảng ủy xã Bản Xèo")
    }


def test_posts_of_items_are_in_the_body_of_the_item_before() -> None:
    found = holdings(
        "1. Đồng chí Lê Văn Mẫu - Bí thư Đảng ủy xã Bản Xèo\n2. Đồng chí Đỗ Văn Tòng - Phó Bí thư Thường trực\n"
        "3. Đồng chí Vũ Thị Sen - Phó Bí thư, Chủ tịch UBND xã"
    )
    assert ("Đỗ Văn Tòng", "Phó Bí thư Thường trực", "Đảng ủy xã Bản Xèo") in found


def test_posts_under_the_name_of_a_department_are_its_own() -> None:
    assert holdings(
        "Ban Nội chính Tỉnh ủy Lào Cai\nTrưởng ban: Đồng chí Lê Văn Mẫu.\n"
        "Các Phó Trưởng ban: đồng chí Hồ Văn Bách, đồng chí Vũ Thị Sen."
    ) == {
        ("Lê Văn Mẫu", "Trưởng ban", "Ban Nội chính Tỉnh ủy Lào Cai"),
        ("Hồ Văn Bách", "Phó Trưởng ban", "Ban Nội chính Tỉnh ủy Lào Cai"),
        ("Vũ Thị Sen", "Phó Trưởng ban", "Ban Nội chính Tỉnh ủy Lào Cai"),
    }


def test_members_may_be_numbered_in_one_line() -> None:
    found = holdings(
        "Đại hội đã bầu Ban Chấp hành Đảng bộ xã Bản Xèo gồm 25 đồng chí: 1. Lê Văn Mẫu, 2. Đỗ Văn Tòng, 3. Vũ Thị Sen."
    )
    assert {person for person, role, _ in found if role == "Ủy viên"} == {"Lê Văn Mẫu", "Đỗ Văn Tòng", "Vũ Thị Sen"}


@pytest.mark.parametrize(
    "name",
    [
        "Ban Chỉ đạo tỉnh Lào Cai về phòng, chống tham nhũng, tiêu cực",
        "Ban Chỉ đạo phòng, chống tham nhũng, tiêu cực tỉnh Lào Cai",
    ],
)
def test_the_posts_of_a_steering_committee_are_told_in_one_sentence(name: str) -> None:
    found = holdings(
        f"{name} do đồng chí Lê Văn Mẫu, Bí thư Tỉnh ủy làm Trưởng ban, đồng chí Đỗ Văn Tòng, Trưởng Ban Nội chính "
        "Tỉnh ủy làm Phó Trưởng ban Thường trực, 4 Phó Trưởng ban."
    )
    assert ("Lê Văn Mẫu", "Trưởng ban", STEERING) in found
    assert ("Đỗ Văn Tòng", "Phó Trưởng ban Thường trực", STEERING) in found


def test_who_leads_an_elected_commission_is_told_behind_it() -> None:
    found = holdings("Bầu Ủy ban Kiểm tra Huyện ủy Bát Xát gồm 7 đồng chí do đồng chí Hồ Văn Bách làm Chủ nhiệm.")
    assert ("Hồ Văn Bách", "Chủ nhiệm", "Ủy ban Kiểm tra Huyện ủy Bát Xát") in found
