"""Official documents in the forms of former decades, and in copies that lost a line end, a blank or a place."""

import pytest

from ingest.extraction import extract
from ingest.facts import Extraction
from ingest.lexicon import Lexicon


def facts(text: str) -> Extraction:
    return extract(text, Lexicon.load())


def relations(found: Extraction) -> set[tuple[str, str, str]]:
    return {(r.subject, r.predicate, r.object) for r in found.relations}


DECREE = """SẮC LỆNH

CỦA CHỦ TỊCH CHÍNH PHỦ VIỆT NAM DÂN CHỦ CỘNG HOÀ SỐ 512 NGÀY 9 THÁNG 4 NĂM 1948

CHỦ TỊCH CHÍNH PHỦ

Chiểu Sắc lệnh số 401 ngày 12-2-1946 và số 415 ngày 3-3-1946 lập kho thóc các khu,

Chiểu Sắc lệnh số 7-SL ngày 5-6-47 về việc chở thóc,

Chiểu đề nghị của Bộ trưởng Bộ Tài chính,

RA SẮC LỆNH:

Điều thứ 1

Điều 3 Sắc lệnh số 7-SL nói trên nay sửa đổi như sau: Thóc chở bằng thuyền.

Điều thứ 2

Bộ trưởng Bộ Tài chính chiểu Sắc lệnh thi hành.

Hồ Chí Minh

(Đã ký)
"""


def test_a_decree_of_the_first_years_has_number_and_day_in_its_title() -> None:
    found = facts(DECREE)
    itself = next(d for d in found.documents if d.self)
    assert (itself.number, itself.type, itself.issued) == ("512", "Sắc lệnh", "1948-04-09")
    assert itself.issuer == "Chủ tịch Chính phủ Việt Nam Dân chủ Cộng hòa"
    assert {"401": "1946-02-12", "415": "1946-03-03", "7-SL": "1947-06-05"}.items() <= {
        d.number: d.issued for d in found.documents
    }.items()


def test_a_decree_rests_on_what_it_says_chieu_of_and_is_signed_over_the_word() -> None:
    assert relations(facts(DECREE)) >= {
        ("512", "basedOn", "401"),
        ("512", "basedOn", "415"),
        ("512", "basedOn", "7-SL"),
        ("512", "advisedBy", "Bộ Tài chính"),
        ("512", "amends", "7-SL"),
        ("512", "signedBy", "Hồ Chí Minh"),
    }


HEAD = "ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\nSố: {number} | Lào Cai, ngày 5 tháng 7 năm 2006 |\n"
BODY = (
    "QUYẾT ĐỊNH\nVỀ VIỆC PHÂN CÔNG NHIỆM VỤ\nỦY BAN NHÂN DÂN TỈNH LÀO CAI\n{basis}\nQUYẾT ĐỊNH:\n"
    "Điều 1. Phân công nhiệm vụ cho các thành viên.\n"
)


def decision(basis: str, number: str = "63/2006/QĐ-UBND") -> Extraction:
    return facts(HEAD.format(number=number) + BODY.format(basis=basis))


def test_a_letterhead_that_lost_its_place_is_the_body_that_the_text_names() -> None:
    found = decision("Căn cứ Luật Ngân sách nhà nước ngày 16/12/2002;")
    assert next(d for d in found.documents if d.self).issuer == "Ủy ban nhân dân tỉnh Lào Cai"
    assert "Ủy ban nhân dân" not in {b.name for b in found.bodies}


@pytest.mark.parametrize("number", ["63/ 2006/QĐ - UBND", "63 /2006/QĐ-UBND", "63/2006/ QĐ-UBND"])
def test_blanks_in_a_number_are_no_part_of_it(number: str) -> None:
    found = decision("Căn cứ Luật Ngân sách nhà nước ngày 16/12/2002;", number)
    assert [d.number for d in found.documents if d.self] == ["63/2006/QĐ-UBND"]


@pytest.mark.parametrize(
    ("basis", "name", "issued"),
    [
        ("Căn cứ Luật Hộ tịch năm 2014;", "Luật Hộ tịch 2014", "2014"),
        ("Căn cứ Hiến pháp năm 1992, Điều 6 của Luật Hộ tịch;", "Hiến pháp năm 1992", "1992"),
        (
            "Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Ban hành văn bản quy phạm pháp luật ngày 18/6/2020;",
            "Luật sửa đổi, bổ sung một số điều của Luật Ban hành văn bản quy phạm pháp luật",
            "2020-06-18",
        ),
    ],
)
def test_a_law_has_the_year_or_day_that_follows_its_whole_title(basis: str, name: str, issued: str) -> None:
    assert (name, issued) in {(d.name, d.issued) for d in decision(basis).documents}


def test_two_ministries_that_issue_together_are_both_named() -> None:
    basis = (
        "Căn cứ Thông tư liên tịch số 11/2004/TTLT-BNN-BNV ngày 02/4/2004 của Bộ Nông nghiệp và Phát triển nông thôn "
        "và Bộ Nội vụ hướng dẫn chức năng của cơ quan chuyên môn;"
    )
    assert relations(decision(basis)) >= {
        ("11/2004/TTLT-BNN-BNV", "issuedBy", "Bộ Nông nghiệp và Phát triển nông thôn"),
        ("11/2004/TTLT-BNN-BNV", "issuedBy", "Bộ Nội vụ"),
    }


def test_a_proposal_needs_no_word_of() -> None:
    found = decision("Xét đề nghị Giám đốc Sở Nội vụ tại Tờ trình số 12/TTr-SNV ngày 3/7/2006,")
    assert ("63/2006/QĐ-UBND", "advisedBy", "Sở Nội vụ tỉnh Lào Cai") in relations(found)


def test_a_name_in_capitals_broken_after_its_first_word_is_one_name() -> None:
    text = (
        "NGHỊ QUYẾT SỐ 412 NQ/UBTVQH9 NGÀY 12-6-1997\nCỦA ỦY BAN THƯỜNG VỤ QUỐC HỘI\nVỀ VIỆC PHÊ CHUẨN NHÂN SỰ\n"
        "Căn cứ Luật tổ chức Quốc hội;\nQUYẾT NGHỊ:\nĐiều\n1.\nPhê chuẩn nhân sự.\nTM.\nỦY BAN THƯỜNG VỤ QUỐC HỘI\n"
        "Chủ tịch\nLÊ\nVĂN MẪU\n"
    )
    assert ("412-NQ/UBTVQH9", "signedBy", "Lê Văn Mẫu") in relations(facts(text))


def test_only_the_proposer_advises_not_who_owns_it_nor_whom_the_subject_names() -> None:
    basis = (
        "Xét đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số 12/TTr-SNV ngày 3/7/2006 về thẩm quyền của Thanh tra tỉnh,"
    )
    advised = {r for r in relations(decision(basis)) if r[1] == "advisedBy"}
    assert advised == {("63/2006/QĐ-UBND", "advisedBy", "Sở Nội vụ tỉnh Lào Cai")}


def test_articles_of_several_laws_over_two_lines_are_one_recital() -> None:
    basis = "Căn cứ Điều 17, 48 và 51 Luật Tổ chức Quốc hội năm 2001,\nĐiều 24 của Luật Tổ chức Chính phủ;"
    based = {r[2] for r in relations(decision(basis)) if r[1] == "basedOn"}
    assert len(based) == 2 and "Luật Tổ chức Chính phủ" in based


def test_a_document_in_brackets_after_the_words_carried_out_is_carried_out() -> None:
    basis = "Thực hiện ý kiến của Phó Thủ tướng Lê Văn Mẫu (Thông báo số 53/TB-VPCP ngày 02/3/2006);"
    assert ("63/2006/QĐ-UBND", "implements", "53/TB-VPCP") in relations(decision(basis))


def test_a_resolution_is_agreed_by_the_session_that_it_says_adopted_it() -> None:
    text = (
        "HỘI ĐỒNG NHÂN DÂN\nTỈNH LÀO CAI\nSố: 9/2006/NQ-HĐND\nLào Cai, ngày 22 tháng 3 năm 2006\nNGHỊ QUYẾT\n"
        "VỀ NHIỆM VỤ NĂM 2006\nCăn cứ Luật Tổ chức Quốc hội;\nQUYẾT NGHỊ:\nĐiều 1. Thông qua nhiệm vụ.\n"
        "Nghị quyết này được Hội đồng nhân dân tỉnh Lào Cai khóa XII, kỳ họp thứ 6 thông qua./.\nCHỦ TỊCH\nLê Văn Mẫu\n"
    )
    agreed = {r[2] for r in relations(facts(text)) if r[:2] == ("9/2006/NQ-HĐND", "agreedBy")}
    assert len(agreed) == 1 and "thứ 6" in next(iter(agreed))


def test_a_full_day_is_kept_before_the_year_of_a_portal() -> None:
    text = "Quyết định 63/2006/QĐ-UBND năm 2006 về phân công\n" + HEAD.format(number="63/2006/QĐ-UBND") + BODY
    found = facts(text.format(basis="Căn cứ Luật Ngân sách nhà nước ngày 16/12/2002;"))
    assert [d.issued for d in found.documents if d.self] == ["2006-07-05"]


def test_what_another_document_promulgates_is_its_subject() -> None:
    text = (
        HEAD.format(number="63/2006/QĐ-UBND")
        + BODY
        + (
            "Điều 2. Quyết định này thay thế Quyết định số 17/2001/QĐ-UB ngày 25/02/2001 của Ủy ban nhân dân tỉnh "
            "về việc ban hành Quy chế quy định việc thành lập tổ công tác.\n"
        )
    )
    found = facts(text.format(basis="Căn cứ Luật Ngân sách nhà nước ngày 16/12/2002;"))
    assert "Quy chế" not in {d.type for d in found.documents}


FLAT = (
    "CÁC NGHỊ QUYẾT CỦA KỲ HỌP HỘI ĐỒNG NHÂN DÂN TỈNH LÀO CAI CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT "
    "NAM Độc lập - Tự do - Hạnh "
    "phúc Số: 76/2016/NQ-HĐND Lào Cai, ngày 15 tháng 12 năm 2016 NGHỊ QUYẾT Ban hành quy định "
    "về thóc giống HỘI ĐỒNG NHÂN "
    "DÂN TỈNH LÀO CAI KHOÁ XV - KỲ HỌP THỨ 3 Căn cứ Luật Tổ chức Chính quyền địa phương ngày "
    "19 tháng 6 năm 2015; Căn cứ "
    "Nghị định số 34/2016/NĐ-CP ngày 14 tháng 5 năm 2016 của Chính phủ; Xét tờ trình số "
    "07/TTr-UBND ngày 02 tháng 12 năm "
    "2016 của Ủy ban nhân dân tỉnh, QUYẾT NGHỊ: Điều 1. Ban hành kèm theo Nghị quyết này Quy "
    "định về thóc giống. Điều 2. "
    "Nghị quyết này thay thế Nghị quyết số 12/2011/NQ-HĐND ngày 01/7/2011 của Hội đồng nhân dân tỉnh."
)


def test_a_document_that_a_portal_ran_into_one_line_is_read_by_its_parts() -> None:
    found = facts(FLAT)
    itself = next(d for d in found.documents if d.self)
    assert (itself.number, itself.issued) == ("76/2016/NQ-HĐND", "2016-12-15")
    assert relations(found) >= {
        ("76/2016/NQ-HĐND", "issuedBy", "Hội đồng nhân dân tỉnh Lào Cai"),
        ("76/2016/NQ-HĐND", "basedOn", "Luật Tổ chức Chính quyền địa phương"),
        ("76/2016/NQ-HĐND", "basedOn", "34/2016/NĐ-CP"),
        ("76/2016/NQ-HĐND", "replaces", "12/2011/NQ-HĐND"),
    }
    assert all(FLAT[e.start : e.end] == e.quote for fact in found.all() for e in fact.evidence)


def test_a_letterhead_of_two_bodies_is_that_of_both() -> None:
    text = (
        "VĂN PHÒNG CHÍNH PHỦ - BỘ NỘI VỤ\n-------\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "Số: 9/2011/TTLT-VPCP-BNV\nHà Nội, ngày 28 tháng 01 năm 2011\nTHÔNG TƯ LIÊN TỊCH\nVỀ CÔNG TÁC LƯU TRỮ\n"
        "Căn cứ Luật Tổ chức Chính phủ;\nĐiều 1. Lưu trữ hồ sơ.\n"
    )
    found = facts(text)
    assert {r[2] for r in relations(found) if r[1] == "issuedBy"} == {"Văn phòng Chính phủ", "Bộ Nội vụ"}
    assert next(d for d in found.documents if d.self).issuer == "Văn phòng Chính phủ"


def test_a_second_law_told_by_its_number_alone_is_a_law_and_a_basis() -> None:
    basis = (
        "Căn cứ Luật Ngân sách nhà nước số 01/2002/QH11 ngày 16 tháng 12 năm 2002; số "
        "83/2015/QH13 ngày 25 tháng 6 năm 2015;"
    )
    found = decision(basis)
    assert ("83/2015/QH13", "Luật") in {(d.number, d.type) for d in found.documents}
    assert ("63/2006/QĐ-UBND", "basedOn", "83/2015/QH13") in relations(found)


def test_a_number_with_a_blank_before_its_code_is_kept_whole() -> None:
    found = decision("Xét công văn số 2083 TM/CSTN ngày 15 tháng 5 năm 2003 của Bộ Thương mại;")
    assert "2083TM/CSTN" in {d.number for d in found.documents}


def test_a_title_that_amends_two_documents_amends_both() -> None:
    text = (
        "CHÍNH PHỦ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 4/2020/NĐ-CP\nHà Nội, ngày 03 tháng 01 "
        "năm 2020\nNGHỊ ĐỊNH\n"
        "SỬA ĐỔI, BỔ SUNG MỘT SỐ ĐIỀU CỦA NGHỊ ĐỊNH SỐ 31/2016/NĐ-CP NGÀY 06 THÁNG 5 NĂM 2016 CỦA "
        "CHÍNH PHỦ VỀ THÓC GIỐNG; "
        "NGHỊ ĐỊNH SỐ 90/2017/NĐ-CP NGÀY 31 THÁNG 7 NĂM 2017 CỦA CHÍNH PHỦ VỀ CÀ PHÊ\nCăn cứ Luật "
        "Thú y;\nĐiều 1. Sửa đổi.\n"
    )
    assert {r[2] for r in relations(facts(text)) if r[1] == "amends"} == {"31/2016/NĐ-CP", "90/2017/NĐ-CP"}


def test_a_department_for_reform_has_its_whole_name() -> None:
    found = facts("Ông Lê Văn Mẫu, Vụ trưởng Vụ Cải cách hành chính, Bộ Nội vụ, dự buổi làm việc.")
    assert ("Lê Văn Mẫu", "Vụ trưởng") in {(h.person, h.role) for h in found.holdings}
    assert all("Cải cách hành chính" in h.body for h in found.holdings)
