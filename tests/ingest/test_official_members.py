"""Members and posts in official documents: rows of several people, duties behind a colon, posts that go on."""

import pytest

from tests.ingest.official_texts import PARTY, STATE, decision, held, itself, read, related

GROUP = "Ban Tổ chức Ngày hội Du lịch sinh thái Sa Pa năm 2023"


def test_a_row_of_several_people_gives_each_his_own_posts() -> None:
    text = decision(
        articles=f"Điều 1. Thành lập {GROUP}, gồm các ông (bà):\n"
        "- Trưởng ban: Ông Đỗ Văn Sen, Phó Chủ tịch UBND tỉnh;\n"
        "- Các Phó Trưởng ban: Ông Hà Văn Mơ, Giám đốc Sở Y tế (Phó Trưởng ban Thường trực); Bà Lê Thị Na, Giám đốc Sở"
        " Nội vụ;\n- Các thành viên: Ông Lý A Páo, Phó Giám đốc Sở Công Thương; đại diện lãnh đạo Công an tỉnh."
    )
    assert {h[:2] for h in held(text) if h[2] == GROUP} == {
        ("Đỗ Văn Sen", "Trưởng ban"),
        ("Hà Văn Mơ", "Phó Trưởng ban Thường trực"),
        ("Lê Thị Na", "Phó Trưởng ban"),
        ("Lý A Páo", "Thành viên"),
    }
    assert {h[:2] for h in held(text) if h[3] == "current"} == {
        ("Đỗ Văn Sen", "Phó Chủ tịch"),
        ("Hà Văn Mơ", "Giám đốc"),
        ("Lê Thị Na", "Giám đốc"),
        ("Lý A Páo", "Phó Giám đốc"),
    }


def test_work_shared_out_among_members_makes_them_none_anew() -> None:
    board = "Ban Chỉ đạo phòng thủ dân sự tỉnh Lào Cai"
    text = decision(
        recitals=f"Căn cứ Quyết định số 3/QĐ-UBND ngày 1/2/2023 về việc kiện toàn {board};",
        articles="Điều 1. Phân công nhiệm vụ các thành viên Ban Chỉ đạo như sau:\n"
        "1. Đồng chí Đỗ Văn Sen, Chủ tịch UBND tỉnh, Trưởng ban: Chỉ đạo chung.\n"
        "2. Đồng chí Hà Văn Mơ, Giám đốc Sở Y tế, Ủy viên Thường trực: Tổng hợp, báo cáo.",
    )
    assert {(*h[:2], h[3]) for h in held(text) if h[2] == board} == {
        ("Đỗ Văn Sen", "Trưởng ban", "current"),
        ("Hà Văn Mơ", "Ủy viên Thường trực", "current"),
    }


@pytest.mark.parametrize("name", ["Kiên Quân", "Chau Sóc Khôn", "Trung Kiên"])
def test_whom_an_honorific_calls_is_a_person_whatever_the_surname(name: str) -> None:
    text = decision(articles=f"Điều 1. Bổ nhiệm đồng chí {name} giữ chức vụ Giám đốc Sở Y tế.")
    assert held(text) == {(name, "Giám đốc", "Sở Y tế tỉnh Lào Cai", "appointed")}


def test_an_honorific_with_a_capital_is_no_part_of_the_name_behind_a_verb() -> None:
    text = decision(articles="Điều 1. Cử Ông Đỗ Văn Sen, Giám đốc Sở Y tế, làm nhiệm vụ.")
    assert held(text) == {("Đỗ Văn Sen", "Giám đốc", "Sở Y tế tỉnh Lào Cai", "current")}


def test_who_keeps_a_post_is_not_given_it() -> None:
    board = "Hội đồng chống hạn tỉnh Lào Cai"
    text = decision(
        articles=f"Điều 1. Thay đổi thành viên {board} như sau:\n1. Ông Đỗ Văn Sen làm Chủ tịch Hội đồng.\n"
        "2. Ông Hà Văn Mơ vẫn giữ chức Phó Chủ tịch Hội đồng."
    )
    assert {(*h[:2], h[3]) for h in held(text)} == {
        ("Đỗ Văn Sen", "Chủ tịch", "appointed"),
        ("Hà Văn Mơ", "Phó Chủ tịch", "current"),
    }


def test_the_posts_of_a_committee_elected_one_by_one_and_in_one_line() -> None:
    board = "Ban Kinh tế - Xã hội Hội đồng nhân dân huyện Bát Xát"
    text = (
        f"HỘI ĐỒNG NHÂN DÂN\nHUYỆN BÁT XÁT\n{STATE}Số: 12/NQ-HĐND\nBát Xát, ngày 5 tháng 6 năm 2021\nNGHỊ QUYẾT\n"
        "Về việc bầu các chức danh\nQUYẾT NGHỊ:\n"
        f"Điều 1. Xác nhận kết quả bầu Trưởng ban, Phó Trưởng ban {board}:\n"
        "1. Ông Vàng Mí Sính được bầu giữ chức vụ Trưởng ban;\n2. Bà Lù Thị Hoa được bầu giữ chức vụ Phó Trưởng ban.\n"
        "Điều 2. Phê chuẩn Ủy viên Ban Kinh tế - Xã hội gồm các ông, bà: Sùng Mí Pó và Ly Mí Cở."
    )
    assert held(text) == {
        ("Vàng Mí Sính", "Trưởng ban", board, "appointed"),
        ("Lù Thị Hoa", "Phó Trưởng ban", board, "appointed"),
        ("Sùng Mí Pó", "Ủy viên", board, "appointed"),
        ("Ly Mí Cở", "Ủy viên", board, "appointed"),
    }


def test_two_posts_of_one_body_given_in_one_sentence() -> None:
    text = decision(articles="Điều 1. Cử ông Đỗ Văn Sen làm Giám đốc, ông Hà Văn Mơ làm Phó Giám đốc Sở Y tế.")
    assert {h[:3] for h in held(text)} == {
        ("Đỗ Văn Sen", "Giám đốc", "Sở Y tế tỉnh Lào Cai"),
        ("Hà Văn Mơ", "Phó Giám đốc", "Sở Y tế tỉnh Lào Cai"),
    }


def test_a_delegation_to_inspect_has_the_whole_of_its_name() -> None:
    text = decision(
        articles="Điều 1. Thành lập Đoàn kiểm tra công tác cán bộ đối với Huyện ủy Bát Xát, gồm các ông, bà:"
    )
    assert related(text, "establishes") == ["Đoàn kiểm tra công tác cán bộ đối với Huyện ủy Bát Xát"]


@pytest.mark.parametrize(
    ("head", "recital", "issuer"),
    [
        ("BỘ Y TẾ\nTRƯỜNG ĐẠI HỌC VINH", "Căn cứ Quy chế của Trường Đại học Vinh;", "Trường Đại học Vinh"),
        (
            "UBND TỈNH LÀO CAI\nBCĐ PHÒNG THỦ DÂN SỰ",
            "Căn cứ Quyết định số 3/QĐ-UBND ngày 1/2/2023 về Ban Chỉ đạo Phòng thủ dân sự tỉnh Lào Cai;",
            "Ban Chỉ đạo Phòng thủ dân sự tỉnh Lào Cai",
        ),
    ],
)
def test_schools_and_abbreviated_committees_issue_under_their_letterheads(head: str, recital: str, issuer: str) -> None:
    text = (
        f"{head}\n{STATE}Số: 12/QĐ-ABC\nLào Cai, ngày 5 tháng 6 năm 2023\nQUYẾT ĐỊNH\nVề việc chống hạn\n{recital}\n"
        "QUYẾT ĐỊNH:\nĐiều 1. Giao việc."
    )
    assert itself(text).issuer == issuer


def test_the_secretary_who_signs_for_a_board_of_the_youth_union_is_that_of_the_union() -> None:
    text = (
        "TỈNH ĐOÀN LÀO CAI\nBAN THƯỜNG VỤ\n***\nSố: 12-QĐ/TĐTN\nĐOÀN TNCS HỒ CHÍ MINH\n"
        "Lào Cai, ngày 5 tháng 6 năm 2023\nQUYẾT ĐỊNH\nVề việc chống hạn\nBAN THƯỜNG VỤ TỈNH ĐOÀN\n"
        "- Căn cứ Điều lệ Đoàn TNCS Hồ Chí Minh;\nQUYẾT ĐỊNH\nĐiều 1: Giao việc.\n"
        "TM. BAN THƯỜNG VỤ TỈNH ĐOÀN\nBÍ THƯ\n(Đã ký)\nĐỗ Văn Sen"
    )
    assert held(text) == {("Đỗ Văn Sen", "Bí thư", "Tỉnh đoàn Lào Cai", "current")}


def test_minutes_of_a_vote_are_no_document_of_the_recitals() -> None:
    text = decision(recitals="Căn cứ Biên bản kiểm phiếu ngày 28 tháng 6 năm 2021;")
    assert [d for d in read(text).documents if not d.self] == []


def test_those_whom_a_board_is_approved_with_are_its_members() -> None:
    board = "Ban Thường vụ Đảng ủy phường Hưng Dũng"
    text = (
        f"THÀNH ỦY VINH\n*\nSố 12-QĐ/ThU\n{PARTY}Vinh, ngày 5 tháng 6 năm 2020\nQUYẾT ĐỊNH\nchuẩn y {board}\n"
        "- Theo đề nghị của Ban Tổ chức Thành ủy,\nBAN THƯỜNG VỤ THÀNH ỦY QUYẾT ĐỊNH\n"
        f"Điều 1. Chuẩn y {board}, nhiệm kỳ 2020 - 2025, gồm các đồng chí có tên sau:\n"
        "1. Đồng chí Đỗ Văn Sen\n2. Đồng chí Hà Thị Mơ\nT/M BAN THƯỜNG VỤ\nBÍ THƯ\nLê Văn Mẫu"
    )
    assert related(text, "issuedBy") == ["Ban Thường vụ Thành ủy Vinh"]
    assert related(text, "advisedBy") == ["Ban Tổ chức Thành ủy Vinh"]
    assert held(text) == {
        ("Đỗ Văn Sen", "Ủy viên", board, "appointed"),
        ("Hà Thị Mơ", "Ủy viên", board, "appointed"),
        ("Lê Văn Mẫu", "Bí thư", "Thành ủy Vinh", "current"),
    }


def test_a_council_and_its_working_group_are_two_bodies() -> None:
    council = "Hội đồng phối hợp phổ biến pháp luật tỉnh Lào Cai"
    text = decision(
        title=f"Kiện toàn {council} và Tổ giúp việc Hội đồng",
        articles=f"Điều 1. Kiện toàn {council} gồm:\n1. Chủ tịch Hội đồng: Ông Đỗ Văn Sen.",
    )
    assert [h[:3] for h in held(text)] == [("Đỗ Văn Sen", "Chủ tịch", council)]
