"""Signatures of official documents whose lines a copy has run together, and what stands between post and name."""

import pytest

from tests.ingest.official_texts import STATE, decision, held, read, related

COUNCIL = "Ủy ban nhân dân tỉnh Lào Cai"


@pytest.mark.parametrize(
    ("ending", "role"),
    [
        ("TM. ỦY BAN NHÂN DÂN CHỦ TỊCH     Đỗ Văn Sen", "Chủ tịch"),
        ("CHỦ TỊCH     Đỗ Văn Sen", "Chủ tịch"),
        ("CHỦ TỊCH Đỗ Văn Sen", "Chủ tịch"),
        ("KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH Đỗ Văn Sen\n\nDANH SÁCH\nBan Chỉ đạo", "Phó Chủ tịch"),
        ("KT. CHỦ TỊCH PHÓ CHỦ TỊCH Đỗ Văn Sen", "Phó Chủ tịch"),
        ("KT. CHỦ TỊCH PHÓ CHỦ TỊCH\n\nĐỗ Văn Sen", "Phó Chủ tịch"),
        ("TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH\nĐỗ Văn Sen", "Phó Chủ tịch"),
        ("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n(Ký, ghi rõ họ tên và đóng dấu)\nĐỗ Văn Sen", "Chủ tịch"),
        ("CHỦ TỊCH\n(Ký, đóng dấu)\n\nĐỗ Văn Sen", "Chủ tịch"),
    ],
)
def test_posts_that_a_copy_has_run_together_are_those_of_who_signs(ending: str, role: str) -> None:
    text = decision(articles="Điều 1. Giao việc.", recitals="Căn cứ Luật Đất đai;", ending=ending)
    assert related(text, "signedBy") == ["Đỗ Văn Sen"]
    assert held(text) == {("Đỗ Văn Sen", role, COUNCIL, "current")}


def test_a_body_whose_name_ends_like_a_post_is_not_parted() -> None:
    text = (
        "BAN CHẤP HÀNH TRUNG ƯƠNG\n*\nSố 12-QĐ/TW\nĐẢNG CỘNG SẢN VIỆT NAM\nHà Nội, ngày 5 tháng 6 năm 2023\nQUY ĐỊNH\n"
        "về chống hạn\nĐiều 1. Giao việc.\nT/M BAN BÍ THƯ\nĐỗ Văn Sen"
    )
    assert related(text, "issuedBy") == ["Ban Bí thư"]
    assert related(text, "signedBy") == ["Đỗ Văn Sen"]
    assert held(text) == set()


def test_the_deputies_of_the_office_of_the_government_sign_for_it() -> None:
    text = (
        f"VĂN PHÒNG CHÍNH PHỦ\n{STATE}Số: 24/VPCP-CN\nHà Nội, ngày 5 tháng 6 năm 2023\nKính gửi: Bộ Y tế.\n"
        "Văn phòng Chính phủ thông báo để Bộ biết.\nKT. BỘ TRƯỞNG, CHỦ NHIỆM\nPHÓ CHỦ NHIỆM\nĐỗ Văn Sen"
    )
    assert held(text) == {("Đỗ Văn Sen", "Phó Chủ nhiệm", "Văn phòng Chính phủ", "current")}


def test_an_office_that_is_sent_a_short_paper_is_not_that_of_who_signs() -> None:
    text = (
        "ĐẢNG BỘ THÀNH PHỐ HỒ CHÍ MINH\nĐẢNG ỦY PHƯỜNG BÌNH TIÊN\n*\nSố 25-BC/ĐU\nĐẢNG CỘNG SẢN VIỆT NAM\n"
        "Bình Tiên, ngày 3 tháng 12 năm 2025\nBÁO CÁO\nvề việc chống hạn\n-----\nPhường đã trữ nước.\n"
        "Nơi nhận:\n- Văn phòng Thành ủy\nT/L BAN THƯỜNG VỤ\nCHÁNH VĂN PHÒNG\nĐỗ Văn Sen"
    )
    assert held(text) == {("Đỗ Văn Sen", "Chánh Văn phòng", "Văn phòng Đảng ủy phường Bình Tiên", "current")}


def test_the_committee_of_a_part_of_a_party_base_has_rules_of_its_own() -> None:
    text = (
        "ĐẢNG BỘ SỞ CÔNG THƯƠNG TỈNH AN GIANG\nĐẢNG ỦY BỘ PHẬN CHI CỤC QUẢN LÝ THỊ TRƯỜNG\n*\nSố: 12-TB/ĐU\n"
        "ĐẢNG CỘNG SẢN VIỆT NAM\nAn Giang, ngày 3 tháng 6 năm 2026\nTHÔNG BÁO\nLịch sinh hoạt\n-----\n"
        "Căn cứ Quy chế làm việc của Đảng ủy bộ phận Chi cục Quản lý thị trường và Quy chế làm việc của các chi bộ.\n"
        "Đảng ủy bộ phận thông báo lịch.\nT/M ĐẢNG ỦY\nBÍ THƯ\nĐỗ Văn Sen"
    )
    committee = "Đảng ủy bộ phận Chi cục Quản lý thị trường"
    assert held(text) == {("Đỗ Văn Sen", "Bí thư", committee, "current")}
    assert related(text, "basedOn") == [f"Quy chế làm việc của {committee}"]
    assert [b.name for b in read(text).bodies] == [committee]


@pytest.mark.parametrize("act", ["Ban hành Quy chế làm việc của chi bộ", "Ban hành thông báo kết luận kiểm tra"])
def test_what_is_to_be_made_by_a_day_is_no_document(act: str) -> None:
    text = decision(recitals="Căn cứ Luật Đê điều;", articles=f"Điều 1. Giao việc.\n- {act} trước ngày 05/07/2026.")
    assert {d.number or d.name for d in read(text).documents} == {"12/QĐ-UBND", "Luật Đê điều"}


@pytest.mark.parametrize(
    ("adopted", "events"),
    [
        ("khóa IX thông qua ngày 18 tháng 12 năm 2025", [("Kỳ họp thứ 8 {} khóa IX", "2025-12-18")]),
        ("khóa IX, kỳ họp thứ 8 thông qua ngày 18/12/2025", [("Kỳ họp thứ 8 {} khóa IX", "2025-12-18")]),
    ],
)
def test_the_session_under_the_council_adopted_its_resolution(adopted: str, events: list[tuple[str, str]]) -> None:
    council = "Hội đồng nhân dân phường Đông Tiến"
    text = (
        f"HỘI ĐỒNG NHÂN DÂN\nPHƯỜNG ĐÔNG TIẾN\n{STATE}Số: 05/NQ-HĐND\nĐông Tiến, ngày 18 tháng 12 năm 2025\n"
        "NGHỊ QUYẾT\nVề việc chống hạn\nHỘI ĐỒNG NHÂN DÂN PHƯỜNG ĐÔNG TIẾN\nKHÓA IX, KỲ HỌP THỨ 8\n"
        "Căn cứ Luật Đê điều;\nQUYẾT NGHỊ:\nĐiều 1. Giao việc.\n"
        f"Nghị quyết này đã được {council} {adopted}./.\nCHỦ TỊCH\nĐỗ Văn Sen"
    )
    told = [(name.format(council), day) for name, day in events]
    assert [(e.name, e.date) for e in read(text).events] == told
    assert related(text, "agreedBy") == [told[0][0]]


def test_a_minister_who_is_chairman_too_signs_in_both_posts() -> None:
    text = (
        f"ỦY BAN DÂN TỘC\n{STATE}Số: 02/2022/TT-UBDT\nHà Nội, ngày 30 tháng 6 năm 2022\nTHÔNG TƯ\n"
        "HƯỚNG DẪN CHỐNG HẠN\nCăn cứ Luật Đê điều;\nĐiều 1. Giao việc.\nBỘ TRƯỞNG, CHỦ NHIỆM\n\nĐỗ Văn Sen"
    )
    posts = {("Đỗ Văn Sen", role, "Ủy ban Dân tộc", "current") for role in ("Bộ trưởng", "Chủ nhiệm")}
    assert held(text) == posts
    assert related(text, "signedBy") == ["Đỗ Văn Sen"]


def test_the_motto_and_the_statutes_of_the_youth_union_are_no_bodies_of_its_paper() -> None:
    text = (
        "BAN CHẤP HÀNH TRUNG ƯƠNG\n***\nSố: 289-QĐ/TWĐTN-BTC\nĐOÀN TNCS HỒ CHÍ MINH\n"
        "Hà Nội, ngày 8 tháng 2 năm 2018\nQUY ĐỊNH\nvề chống hạn\n-----\nCăn cứ Điều lệ Đoàn TNCS Hồ Chí Minh;\n"
        "Điều 1. Giao việc.\nTM. BAN BÍ THƯ TRUNG ƯƠNG ĐOÀN\nBÍ THƯ THỨ NHẤT\nĐỗ Văn Sen"
    )
    union = "Trung ương Đoàn Thanh niên Cộng sản Hồ Chí Minh"
    assert {b.name for b in read(text).bodies} == {f"Ban Bí thư {union}", union}
    assert held(text) == {("Đỗ Văn Sen", "Bí thư Thứ nhất", union, "current")}


@pytest.mark.parametrize("board", ["Ban Tổ chức - Kiểm tra", "Ban Tổ chức", "Ban Tuyên giáo", "Ban Kiểm tra"])
@pytest.mark.parametrize("owner", ["Tỉnh đoàn Lào Cai", "Tỉnh ủy Lào Cai"])
def test_a_board_of_the_youth_is_not_that_of_the_party(board: str, owner: str) -> None:
    assert [b.name for b in read(f"{board} {owner} đề nghị.").bodies] == [f"{board} {owner}"]


@pytest.mark.parametrize("recipients", ["", "Nơi nhận:\n- Bộ Chính trị, Ban Bí thư (để báo cáo),\n- Lưu VPTU.\n"])
def test_the_secretary_who_signs_for_the_standing_committee_is_that_of_its_committee(recipients: str) -> None:
    text = (
        "ĐẢNG BỘ THÀNH PHỐ HẢI PHÒNG\nBAN THƯỜNG VỤ\n*\nSố 12-KH/TU\nĐẢNG CỘNG SẢN VIỆT NAM\n"
        "Hải Phòng, ngày 5 tháng 6 năm 2023\nKẾ HOẠCH\nthực hiện Chỉ thị số 24-CT/TW của Bộ Chính trị\n"
        "Ban Thường vụ Thành ủy ban hành Kế hoạch; Đảng ủy Công an thành phố chủ trì thực hiện.\n"
        f"{recipients}T/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ THƯỜNG TRỰC\nĐỗ Văn Sen"
    )
    assert held(text) == {("Đỗ Văn Sen", "Phó Bí thư Thường trực", "Thành ủy Hải Phòng", "current")}


@pytest.mark.parametrize(
    ("name", "signs"),
    [("Lưu Văn Sen", True), ("LƯU VĂN SEN", True), ("Lưu Văn phòng", False), ("Lưu VP", False), ("Lưu Hồ sơ", False)],
)
def test_a_name_that_begins_like_the_last_recipient_signs(name: str, signs: bool) -> None:
    ending = f"Nơi nhận:\n- Như Điều 2;\n- Lưu: VT.\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n{name}"
    text = decision(articles="Điều 1. Giao việc.", recitals="Căn cứ Luật Đất đai;", ending=ending)
    assert related(text, "signedBy") == (["Lưu Văn Sen"] if signs else [])


def test_a_short_letter_without_recitals_is_signed_too() -> None:
    text = (
        "HUYỆN ỦY VĂN BÀN\nVĂN PHÒNG\n*\nSố 12-TB/VPHU\nĐẢNG CỘNG SẢN VIỆT NAM\nVăn Bàn, ngày 5 tháng 6 năm 2023\n"
        "THÔNG BÁO\nvề việc nghỉ lễ\nVăn phòng Huyện ủy thông báo nghỉ từ ngày 30/4.\nCHÁNH VĂN PHÒNG\nĐỗ Văn Sen"
    )
    assert related(text, "signedBy") == ["Đỗ Văn Sen"]


@pytest.mark.parametrize(
    ("letterhead", "issuer"),
    [
        ("TỈNH ỦY LÀO CAI", "Ban Chấp hành Đảng bộ tỉnh Lào Cai"),
        ("ĐẢNG BỘ TỈNH LÀO CAI\nBAN CHẤP HÀNH", "Ban Chấp hành Đảng bộ tỉnh Lào Cai"),
        ("ĐẢNG BỘ HUYỆN VĂN BÀN\nĐẢNG ỦY XÃ HÒA MẠC", "Ban Chấp hành Đảng bộ xã Hòa Mạc"),
    ],
)
def test_the_committee_on_whose_behalf_it_is_signed_is_that_of_the_party_base(letterhead: str, issuer: str) -> None:
    text = (
        f"{letterhead}\n*\nSố 12-NQ/TU\nĐẢNG CỘNG SẢN VIỆT NAM\nLào Cai, ngày 5 tháng 6 năm 2023\nNGHỊ QUYẾT\n"
        "về phát triển du lịch\nCăn cứ Điều lệ Đảng;\nT/M BAN CHẤP HÀNH\nBÍ THƯ\nĐỗ Văn Sen"
    )
    assert related(text, "issuedBy") == [issuer]


@pytest.mark.parametrize("gap", [" | ", "        ", "\t"])
def test_two_who_sign_side_by_side_sign_each_under_the_own_post(gap: str) -> None:
    text = (
        f"BỘ QUỐC PHÒNG - BỘ CÔNG AN\n{STATE}Số: 12/2023/TTLT-BQP-BCA\nHà Nội, ngày 5 tháng 6 năm 2023\n"
        "THÔNG TƯ LIÊN TỊCH\nVề phối hợp\nCăn cứ Luật Cán bộ, công chức;\nĐiều 1. Giao việc.\n"
        f"BỘ TRƯỞNG BỘ CÔNG AN{gap}BỘ TRƯỞNG BỘ QUỐC PHÒNG\nĐại tướng Đỗ Văn Sen{gap}Đại tướng Lê Văn Mẫu"
    )
    assert set(related(text, "signedBy")) == {"Đỗ Văn Sen", "Lê Văn Mẫu"}
    assert held(text) == {
        ("Đỗ Văn Sen", "Bộ trưởng", "Bộ Công an", "current"),
        ("Lê Văn Mẫu", "Bộ trưởng", "Bộ Quốc phòng", "current"),
    }


@pytest.mark.parametrize(
    ("lines", "posts"),
    [
        (
            "T/M BỘ CHÍNH TRỊ\nỦY VIÊN BỘ CHÍNH TRỊ\nTHƯỜNG TRỰC BAN BÍ THƯ",
            {("Ủy viên", "Bộ Chính trị"), ("Thường trực", "Ban Bí thư")},
        ),
        ("KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH", {("Phó Chủ tịch", COUNCIL)}),
        ("CHỦ TỊCH\nPHÓ CHỦ TỊCH", {("Phó Chủ tịch", COUNCIL)}),
    ],
)
def test_two_posts_over_a_name_are_both_held_unless_one_is_the_post_of_the_chief(
    lines: str, posts: set[tuple[str, str]]
) -> None:
    text = decision(articles="Điều 1. Giao việc.", recitals="Căn cứ Luật Đất đai;", ending=f"{lines}\nĐỗ Văn Sen")
    assert held(text) == {("Đỗ Văn Sen", role, body, "current") for role, body in posts}
