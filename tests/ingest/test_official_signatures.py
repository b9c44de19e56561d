"""Signatures of official documents whose lines a copy has run together, and what stands between post and name."""

import pytest

from tests.ingest.official_texts import STATE, decision, held, related

COUNCIL = "Ủy ban nhân dân tỉnh Lào Cai"


@pytest.mark.parametrize(
    ("ending", "role"),
    [
        ("TM. ỦY BAN NHÂN DÂN CHỦ TỊCH     Đỗ Văn Sen", "Chủ tịch"),
        ("CHỦ TỊCH     Đỗ Văn Sen", "Chủ tịch"),
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
