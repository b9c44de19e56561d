"""Lists that come with a decision on a page of their own, and rosters of committees without any decision."""

import pytest

from tests.ingest.official_texts import held, read

BOARD = "Tổ công tác chống hạn tỉnh Lào Cai"
HEADING = f"DANH SÁCH\nThành viên {BOARD}\n(Kèm theo Quyết định số 12/QĐ-UBND ngày 05/6/2023 của Chủ tịch UBND tỉnh)\n"


@pytest.mark.parametrize(
    "rows",
    [
        "1. Ông Lê Văn Mẫu, Phó Chủ tịch UBND tỉnh - Tổ trưởng;\n2. Bà Đỗ Thị Sen, Giám đốc Sở Y tế - Thành viên.",
        "STT\tHọ và tên\tChức vụ\tChức danh\n1\tÔng Lê Văn Mẫu\tPhó Chủ tịch UBND tỉnh\tTổ trưởng\n"
        "2\tBà Đỗ Thị Sen\tGiám đốc Sở Y tế\tThành viên",
    ],
)
def test_a_list_on_its_own_page_appoints_on_the_day_of_the_decision_it_comes_with(rows: str) -> None:
    found = read(HEADING + rows).holdings
    given = {(h.person, h.role, h.body, h.date) for h in found if h.status == "appointed"}
    assert given == {
        ("Lê Văn Mẫu", "Tổ trưởng", BOARD, "2023-06-05"),
        ("Đỗ Thị Sen", "Thành viên", BOARD, "2023-06-05"),
    }
    assert {(h.decided_by.document if h.decided_by else "") for h in found if h.status == "appointed"} == {"12/QĐ-UBND"}
    assert ("Đỗ Thị Sen", "Giám đốc", "Sở Y tế tỉnh Lào Cai", "current") in held(HEADING + rows)


def test_the_members_of_a_council_of_the_state_are_listed_alike() -> None:
    text = (
        "DANH SÁCH THÀNH VIÊN HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG TỈNH LÀO CAI\n"
        "(Ban hành kèm theo Quyết định số 12/QĐ-UBND ngày 05/6/2023 của UBND tỉnh Lào Cai)\n"
        "1. Lê Văn Mẫu, Chủ tịch UBND tỉnh - Chủ tịch Hội đồng;\n2. Đỗ Thị Sen, Giám đốc Sở Y tế - Ủy viên."
    )
    council = "Hội đồng Thi đua - Khen thưởng tỉnh Lào Cai"
    assert {h for h in held(text) if h[3] == "appointed"} == {
        ("Lê Văn Mẫu", "Chủ tịch", council, "appointed"),
        ("Đỗ Thị Sen", "Ủy viên", council, "appointed"),
    }


def test_news_that_opens_with_a_list_without_a_decision_appoints_nobody() -> None:
    text = HEADING.replace("Kèm theo Quyết định số 12/QĐ-UBND ngày 05/6/2023", "Theo tin")
    assert not {h for h in held(text + "1. Ông Lê Văn Mẫu, Tổ trưởng;\n2. Bà Đỗ Thị Sen.") if h[3] == "appointed"}


COMMITTEE = "Ban Chấp hành Đảng bộ tỉnh Lào Cai"


@pytest.mark.parametrize(
    "heading",
    [
        "DANH SÁCH BAN CHẤP HÀNH ĐẢNG BỘ TỈNH LÀO CAI KHÓA XVI",
        "DANH SÁCH\nỦY VIÊN BAN CHẤP HÀNH ĐẢNG BỘ TỈNH LÀO CAI KHÓA XVI\n(39 đồng chí)",
        "Danh sách Ban Chấp hành Đảng bộ tỉnh Lào Cai khóa XVI\nTT  Họ và tên",
    ],
)
def test_the_lines_under_the_name_of_a_committee_are_its_members(heading: str) -> None:
    text = f"{heading}\n1- Lê Văn Mẫu\n2- Đỗ Thị Sen"
    assert held(text) == {(name, "Ủy viên", COMMITTEE, "current") for name in ("Lê Văn Mẫu", "Đỗ Thị Sen")}


def test_a_heading_within_the_list_gives_the_role_of_those_below() -> None:
    text = (
        "DANH SÁCH BAN CHẤP HÀNH ĐẢNG BỘ TỈNH LÀO CAI KHÓA XVI\nỦY VIÊN CHÍNH THỨC\n"
        "1. Lê Văn Mẫu, Bí thư Huyện ủy Văn Bàn\n2. Hà Văn Tư\nỦY VIÊN DỰ KHUYẾT\n1. Đỗ Thị Sen\n"
        "Đại hội bế mạc chiều cùng ngày.\nĐồng chí Vũ Văn Bưởi dự."
    )
    assert held(text) == {
        ("Lê Văn Mẫu", "Ủy viên", COMMITTEE, "current"),
        ("Lê Văn Mẫu", "Bí thư", "Huyện ủy Văn Bàn", "current"),
        ("Hà Văn Tư", "Ủy viên", COMMITTEE, "current"),
        ("Đỗ Thị Sen", "Ủy viên dự khuyết", COMMITTEE, "current"),
    }


def test_another_committee_in_a_heading_ends_the_list() -> None:
    text = (
        "DANH SÁCH BAN CHẤP HÀNH ĐẢNG BỘ TỈNH LÀO CAI KHÓA XVI\n1. Lê Văn Mẫu\n2. Hà Văn Tư\n"
        "ỦY BAN KIỂM TRA TỈNH ỦY LÀO CAI\n1. Đỗ Thị Sen\n2. Vũ Văn Bưởi"
    )
    assert {h[0] for h in held(text) if h[2] == COMMITTEE} == {"Lê Văn Mẫu", "Hà Văn Tư"}


@pytest.mark.parametrize("gap", [" ", " | ", "\t"])
def test_posts_stand_behind_the_year_of_birth_of_a_row(gap: str) -> None:
    rows = (("1", "Lê Văn Mẫu", "1972", "Bí thư Huyện ủy"), ("2", "Đỗ Thị Sen", "08/3/1980", "Chủ tịch HĐND huyện"))
    text = "DANH SÁCH BAN CHẤP HÀNH ĐẢNG BỘ HUYỆN VĂN BÀN\n" + "\n".join(gap.join(row) for row in rows)
    assert {
        ("Lê Văn Mẫu", "Bí thư", "Huyện ủy Văn Bàn", "current"),
        ("Đỗ Thị Sen", "Chủ tịch", "Hội đồng nhân dân huyện Văn Bàn", "current"),
    } <= held(text)


def test_a_board_that_only_the_heading_names_in_capitals_bears_that_name_in_small_letters() -> None:
    text = (
        "DANH SÁCH THÀNH VIÊN BAN BẦU CỬ ĐẠI BIỂU HỘI ĐỒNG NHÂN DÂN TỈNH LÀO CAI KHÓA XVI\n"
        "(Kèm theo Quyết định số 12/QĐ-UBBC ngày 03/4/2021 của Ủy ban bầu cử tỉnh Lào Cai)\n"
        "1. Ông Lê Văn Mẫu - Giám đốc Sở Y tế, Trưởng ban;\n2. Bà Đỗ Thị Sen, Ủy viên."
    )
    board = "Ban Bầu cử đại biểu Hội đồng nhân dân tỉnh Lào Cai khóa XVI"
    assert {h for h in held(text) if h[3] == "appointed"} == {
        ("Lê Văn Mẫu", "Trưởng ban", board, "appointed"),
        ("Đỗ Thị Sen", "Ủy viên", board, "appointed"),
    }
