"""An official document acts on others by "Quyết định này …" and by commands; its last lines say who signed it."""

import pytest

from ingest.extraction import extract
from ingest.facts import Extraction
from ingest.lexicon import Lexicon

PAPER = """ỦY BAN NHÂN DÂN
TỈNH YÊN BÁI
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Số: 1456/QĐ-UBND
Yên Bái, ngày 09 tháng 7 năm 2021

QUYẾT ĐỊNH
VỀ VIỆC BAN HÀNH QUY CHẾ HOẠT ĐỘNG CỦA BAN CHỈ ĐẠO CHUYỂN ĐỔI SỐ TỈNH YÊN BÁI
CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH YÊN BÁI

Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015 và Nghị định số 45/2020/NĐ-CP ngày 08/4/2020;

QUYẾT ĐỊNH:

Điều 1. {act}
Điều 2. Chánh Văn phòng chịu trách nhiệm thi hành.

Nơi nhận:
- Chính phủ (b/c);
- Bộ Nội vụ;
- Lưu: VT.

KT. CHỦ TỊCH
PHÓ CHỦ TỊCH

Lý Thanh Bình
"""
OWN = "1456/QĐ-UBND"


def paper(act: str) -> Extraction:
    return extract(PAPER.format(act=act), Lexicon.load())


def said(facts: Extraction) -> set[tuple[str, str]]:
    acts = ("replaces", "repeals", "amends", "promulgates")
    assert {r.subject for r in facts.relations if r.predicate in acts} <= {OWN}
    return {(r.predicate, r.object) for r in facts.relations if r.predicate in acts}


@pytest.mark.parametrize(
    ("act", "stated"),
    [
        ("Quyết định này thay thế Quyết định số 12/QĐ-UBND ngày 05/02/2018.", {("replaces", "12/QĐ-UBND")}),
        (
            "Quyết định này có hiệu lực từ ngày ký, thay thế Quyết định số 12/QĐ-UBND và Quyết định số 13/QĐ-UBND; "
            "bãi bỏ khoản 2 Điều 5 Quyết định số 77/QĐ-UBND.",
            {("replaces", "12/QĐ-UBND"), ("replaces", "13/QĐ-UBND"), ("repeals", "77/QĐ-UBND")},
        ),
        (
            "Quyết định này thay thế Quyết định số 12/QĐ-UBND và sửa đổi, bổ sung Quyết định số 13/QĐ-UBND.",
            {("replaces", "12/QĐ-UBND"), ("amends", "13/QĐ-UBND")},
        ),
        ("Bãi bỏ Quyết định số 12/QĐ-UBND ngày 05/02/2018.", {("repeals", "12/QĐ-UBND")}),
        (
            "Bãi bỏ Điều 3 của Quyết định số 12/QĐ-UBND và các quy định trái với Quyết định này.",
            {("repeals", "12/QĐ-UBND")},
        ),
        ("Sửa đổi, bổ sung một số điều của Quyết định số 12/QĐ-UBND.", {("amends", "12/QĐ-UBND")}),
        (
            "Quyết định số 12/QĐ-UBND hết hiệu lực kể từ ngày Quyết định này có hiệu lực.",
            {("repeals", "12/QĐ-UBND")},
        ),
        (
            "Ban hành kèm theo Quyết định này Quy chế hoạt động của Ban Chỉ đạo chuyển đổi số tỉnh Yên Bái.",
            {("promulgates", "Quy chế hoạt động của Ban Chỉ đạo chuyển đổi số tỉnh Yên Bái")},
        ),
        ("Quyết định này không thay thế Quyết định số 12/QĐ-UBND.", set()),
    ],
)
def test_what_a_document_does_to_others(act: str, stated: set[tuple[str, str]]) -> None:
    assert said(paper(act)) == stated


def test_bases_joined_in_one_recital_are_each_a_basis() -> None:
    bases = {r.object for r in paper("Giao việc.").relations if r.predicate == "basedOn"}
    assert bases == {"Luật Tổ chức chính quyền địa phương", "45/2020/NĐ-CP"}


def test_who_signs_by_order_is_read_below_it() -> None:
    facts = paper("Giao việc.")
    assert [(r.subject, r.object) for r in facts.relations if r.predicate == "signedBy"] == [(OWN, "Lý Thanh Bình")]


def test_recipients_are_no_bodies_of_the_text() -> None:
    assert {"Chính phủ", "Bộ Nội vụ"}.isdisjoint(b.name for b in paper("Giao việc.").bodies)


def test_a_standing_committee_without_a_name_is_that_of_the_letterhead() -> None:
    text = (
        "HUYỆN ỦY VĂN BÀN          ĐẢNG CỘNG SẢN VIỆT NAM\n"
        "        *                 Văn Bàn, ngày 03 tháng 4 năm 2023\n"
        "   Số 140-KH/HU\n\n                         KẾ HOẠCH\nvề công tác cán bộ năm 2023\n\n"
        "Thực hiện Kế hoạch số 88-KH/TU, ngày 10/3/2023 của Ban Thường vụ Tỉnh ủy Lào Cai, huyện làm như sau:\n"
        "1. Chọn người.\n\nNơi nhận:                              T/M BAN THƯỜNG VỤ\n"
        "- Tỉnh ủy Lào Cai (báo cáo),           PHÓ BÍ THƯ\n- Lưu Văn phòng.                       Lò Văn Pín\n"
    )
    own = {(r.predicate, r.object) for r in extract(text, Lexicon.load()).relations if r.subject == "140-KH/HU"}
    issuer = "Ban Thường vụ Huyện ủy Văn Bàn"
    signed = {("signedBy", "Lò Văn Pín"), ("onBehalfOf", issuer), ("issuedBy", issuer)}
    assert own == {*signed, ("implements", "88-KH/TU")}
