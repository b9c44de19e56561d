"""Whole documents of the Party: heads without numbers, papers of plenums, signatures of two words."""

import pytest

from tests.ingest.official_texts import PARTY, decision, itself, read, related

_HEAD = f"BỘ CHÍNH TRỊ\n*\nSố 12-CT/TW\n{PARTY}Hà Nội, ngày 3 tháng 4 năm 2023\nCHỈ THỊ\nvề công tác lưu trữ\n"


@pytest.mark.parametrize("behalf", ["T/M BỘ CHÍNH TRỊ", "TM. BỘ CHÍNH TRỊ", "T/M  BỘ CHÍNH TRỊ"])
def test_a_name_of_two_words_under_on_whose_behalf_is_who_signs(behalf: str) -> None:
    text = f"{_HEAD}Các cấp ủy thực hiện Chỉ thị này.\nNơi nhận:\n- Các tỉnh ủy,\n- Lưu Văn phòng.\n{behalf}\nLò Mẫu\n"
    assert related(text, "signedBy") == ["Lò Mẫu"]


def test_a_paper_whose_only_recital_says_that_something_follows_is_a_document_without_number() -> None:
    text = (
        f"ĐẢNG ỦY XÃ MẪU SƠN\nVĂN PHÒNG\n*\nSố      -BC/VPĐU\n{PARTY}Mẫu Sơn, ngày   tháng   năm 2026\nBÁO CÁO\n"
        "Kết quả rà soát hồ sơ lưu trữ\nCăn cứ Quy chế làm việc số 01-QC/ĐU ngày 02/7/2025 của Ban Chấp hành Đảng bộ "
        "xã Mẫu Sơn, Văn phòng Đảng ủy báo cáo như sau:\n1. Hồ sơ đã đủ.\nK/T CHÁNH VĂN PHÒNG\n"
        "PHÓ CHÁNH VĂN PHÒNG\nLò Văn Mẫu"
    )
    assert (itself(text).number, itself(text).type) == (None, "Báo cáo")
    assert related(text, "basedOn") == ["01-QC/ĐU"]
    assert related(text, "signedBy") == ["Lò Văn Mẫu"]


@pytest.mark.parametrize(
    "told",
    [
        "Hội nghị lần thứ bảy Ban Chấp hành Trung ương Đảng khóa XII",
        "Hội nghị lần thứ tư Ban Chấp hành Trung ương khóa XIII",
        "Hội nghị Trung ương 7 khóa XI",
        "Hội nghị Trung ương lần thứ 6 khóa XIII",
    ],
)
def test_the_paper_of_a_plenum_is_of_the_committee_that_met(told: str) -> None:
    text = f"- Căn cứ Nghị quyết số 26-NQ/TW, ngày 19/5/2018 của {told} về công tác cán bộ,"
    (paper,) = (d for d in read(text).documents if d.number == "26-NQ/TW")
    assert (paper.issued, paper.issuer) == ("2018-05-19", "Ban Chấp hành Trung ương Đảng")


@pytest.mark.parametrize(
    "title",
    [
        "Sửa đổi Quy chế của Ban Công tác Mẫu (ban hành kèm theo Quyết định số 44/QĐ-BCT ngày 9 tháng 9 năm 2009)",
        "Sửa đổi, bổ sung Quyết định số 44/QĐ-BCT ngày 9 tháng 9 năm 2009",
    ],
)
def test_a_number_in_the_title_that_another_bears_is_not_its_own(title: str) -> None:
    text = (
        f"QUYẾT ĐỊNH\n{title}\nBỘ TRƯỞNG BỘ CÔNG THƯƠNG\nCăn cứ Nghị định số 18/2007/NĐ-CP ngày 27 tháng 12 năm 2007;\n"
        "QUYẾT ĐỊNH:\nĐiều 1. Sửa đổi như sau."
    )
    assert (itself(text).number, itself(text).issued) == (None, None)
    assert related(text, "basedOn") == ["18/2007/NĐ-CP"]
    assert "Bộ Chính trị" not in {b.name for b in read(text).bodies}


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("KIỆN TOÀN ỦY BAN MẪU THÀNH ỦY BAN QUỐC GIA VỀ VIỆC MẪU", "Thành ủy"),
        ("Xét đề nghị của Chánh Văn phòng Ủy ban nhân dân tỉnh Lào Cai", "Phòng Ủy"),
    ],
)
def test_part_of_a_word_is_no_body(words: str, named: str) -> None:
    text = f"{words} của Thành ủy Hà Nội tại tỉnh Lào Cai."
    assert not [b for b in read(text).bodies if b.name.startswith(named) and "THÀNH ỦY BAN" in b.evidence[0].quote]
    assert named != "Phòng Ủy" or "Phòng Ủy" not in {b.name for b in read(text).bodies}


def test_a_national_committee_is_named_with_its_work() -> None:
    text = decision(recitals="Theo đề nghị của Chánh Văn phòng Ủy ban Quốc gia về hợp tác kinh tế quốc tế,")
    assert related(text, "advisedBy") == ["Văn phòng Ủy ban Quốc gia về hợp tác kinh tế quốc tế"]
