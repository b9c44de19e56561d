"""Papers of cells, committees of schools and wards: who signs them, whose tasks they share out, whom they appoint."""

import pytest

from tests.ingest.official_texts import PARTY, STATE, held, itself, read, related

CELL = (
    "ĐẢNG BỘ XÃ BẢN HỒ\nCHI BỘ THÔN BẢN SEN\nSố: 03-NQ/CB\n"
    f"{PARTY}Bản Hồ, ngày 5 tháng 6 năm 2023\nNGHỊ QUYẾT\nvề việc chống hạn\n"
    "Chi bộ thôn Bản Sen họp ngày 5 tháng 6 năm 2023, sau khi thảo luận;\nQUYẾT NGHỊ:\n1. Chống hạn.\n"
    "T/M CHI BỘ\nBÍ THƯ\n(Ký, ghi rõ họ tên)\n\nĐỗ Văn Sen"
)


def test_the_secretary_of_a_cell_signs_for_it() -> None:
    assert itself(CELL).issuer == "Chi bộ thôn Bản Sen"
    assert held(CELL) == {("Đỗ Văn Sen", "Bí thư", "Chi bộ thôn Bản Sen", "current")}


NOTICE = (
    "ĐẢNG BỘ HUYỆN BÁT XÁT\nĐẢNG ỦY XÃ BẢN HỒ\nSố: 22-TB/ĐU\n"
    f"{PARTY}Bản Hồ, ngày 5 tháng 6 năm 2023\nTHÔNG BÁO\nPhân công nhiệm vụ\n"
    "Ban Thường vụ Đảng ủy xã Bản Hồ thông báo phân công nhiệm vụ như sau:\n1. Đồng chí Đỗ Văn Sen{rest}"
)


@pytest.mark.parametrize(
    "rest",
    [
        " - Bí thư Đảng ủy: Lãnh đạo toàn diện các mặt công tác.",
        ", Bí thư Đảng ủy xã: phụ trách công tác tổ chức.",
        " – Bí thư Đảng ủy xã Bản Hồ: Trực tiếp chỉ đạo việc chống hạn.",
        ", Bí thư Đảng ủy: Chịu trách nhiệm trước cấp trên.",
        " - Chức vụ: Bí thư Đảng ủy xã.",
        ", chức vụ: Bí thư Đảng ủy xã Bản Hồ.",
    ],
)
def test_tasks_may_follow_the_post_behind_a_colon(rest: str) -> None:
    assert held(NOTICE.format(rest=rest)) == {("Đỗ Văn Sen", "Bí thư", "Đảng ủy xã Bản Hồ", "current")}


SCHOOL = (
    "ĐẢNG BỘ TỈNH LÀO CAI\nĐẢNG ỦY TRƯỜNG ĐẠI HỌC {name}\n*\nSố 12-QĐ/ĐU\n"
    f"{PARTY}Lào Cai, ngày 5 tháng 6 năm 2023\nQUYẾT ĐỊNH\nvề việc giao việc cho Chi bộ Khoa Luật\n"
    "Căn cứ Điều lệ Đảng;\nBAN THƯỜNG VỤ ĐẢNG ỦY TRƯỜNG ĐẠI HỌC {name} QUYẾT ĐỊNH\n"
    "Điều 1. Giao việc cho Chi bộ Khoa Luật.\nT/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\nĐỗ Văn Sen"
)


@pytest.mark.parametrize("place", ["Sài Gòn", "Vinh", "Hồng Đức", "Thủ Dầu Một"])
def test_a_school_may_be_called_after_a_place_that_is_printed_in_capitals_only(place: str) -> None:
    text = SCHOOL.replace("{name}", place.upper())
    committee = f"Đảng ủy Trường Đại học {place}"
    assert itself(text).issuer == f"Ban Thường vụ {committee}"
    assert held(text) == {("Đỗ Văn Sen", "Phó Bí thư", committee, "current")}


COUNCIL = (
    "TRƯỜNG ĐẠI HỌC LÂM NGHIỆP\n"
    f"{STATE}Số: 12/QĐ-ĐHLN\nHà Nội, ngày 5 tháng 6 năm 2023\nQUYẾT ĐỊNH\nVề việc thành lập Hội đồng\n"
    "HIỆU TRƯỞNG TRƯỜNG ĐẠI HỌC LÂM NGHIỆP\nCăn cứ Luật Giáo dục đại học;\nQUYẾT ĐỊNH:\n"
    "Điều 1. Thành lập {council}, gồm các thành viên có tên sau:\n1. TS. Đỗ Văn Sen - Chủ tịch Hội đồng;\n"
    "Nơi nhận:                                        KT. HIỆU TRƯỞNG\n"
    "- Như Điều 3;                                    PHÓ HIỆU TRƯỞNG\n"
    "- Học viên Lê Thị Lan;\n- Lưu: VT.                                      (đã ký)\n\n"
    "                                                PGS.TS. Hà Văn Mơ"
)


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        (
            "Hội đồng đánh giá luận văn thạc sĩ của học viên Lê Thị Lan, ngành Luật",
            "Hội đồng đánh giá luận văn thạc sĩ",
        ),
        ("Hội đồng đánh giá luận án tiến sĩ của nghiên cứu sinh Lê Thị Lan", "Hội đồng đánh giá luận án tiến sĩ"),
        ("Hội đồng thẩm định Đề án vị trí việc làm", "Hội đồng thẩm định Đề án vị trí việc làm"),
    ],
)
def test_the_name_of_a_council_ends_before_whom_it_judges(printed: str, name: str) -> None:
    text = COUNCIL.replace("{council}", printed)
    assert related(text, "establishes") == [name]
    assert ("Đỗ Văn Sen", "Chủ tịch", name, "appointed") in held(text)


def test_nobody_to_whom_a_paper_is_sent_has_signed_it() -> None:
    assert related(COUNCIL, "signedBy") == ["Hà Văn Mơ"]


@pytest.mark.parametrize("body", ["Đảng ủy Bệnh xá Sao Mai", "Đảng ủy Chính quyền tỉnh Lào Cai", "Đoàn Văn công"])
@pytest.mark.parametrize(
    "words",
    [
        "Chỉ định đồng chí Lê Văn Mẫu, Phó Bí thư Tỉnh ủy Lào Cai, giữ chức Bí thư {body}.",
        "Đồng chí Lê Văn Mẫu, Phó Bí thư Tỉnh ủy Lào Cai; chỉ định giữ chức Bí thư {body}.",
    ],
)
def test_the_secretary_of_an_unknown_committee_is_not_that_of_the_one_before(words: str, body: str) -> None:
    facts = {(h.role, h.body) for h in read(words.format(body=body)).holdings}
    assert ("Bí thư", "Tỉnh ủy Lào Cai") not in facts
    assert ("Phó Bí thư", "Tỉnh ủy Lào Cai") in facts
