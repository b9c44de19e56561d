"""Official documents as a PDF shows them: indented lines, columns, numbers put in by hand, appendices."""

import pytest

from tests.ingest.official_texts import STATE, decision, held, itself, read, related

BOARD = "Ban Quản lý các khu công nghiệp tỉnh Lào Cai"


def test_names_are_whole_where_lines_are_indented() -> None:
    text = decision(
        recitals="     Căn cứ Luật Phòng thủ dân sự ngày 20/6/2023;\n"
        "     Căn cứ Kết luận số 75-KL/TW ngày 28/7/2023 của Ban\n   Chấp hành Trung ương Đảng và Chỉ thị số 31-\n"
        "   CT/TW ngày 29/7/2023 của Bộ Chính trị về chống hạn, Quyết định số 15/QĐ-UBND ngày 1/8/2023 của Ủy ban\n"
        "   nhân dân tỉnh Lào Cai;",
        articles="     Điều 1. Giao Sở Nông nghiệp và\n   Môi trường phối hợp với các cơ quan có liên quan trong\n"
        "   tỉnh thực hiện việc\n   này.",
    )
    issuers = {d.number: (d.issuer, d.issued) for d in read(text).documents}
    assert issuers["75-KL/TW"] == ("Ban Chấp hành Trung ương Đảng", "2023-07-28")
    assert issuers["31-CT/TW"] == ("Bộ Chính trị", "2023-07-29")
    assert issuers["15/QĐ-UBND"] == ("Ủy ban nhân dân tỉnh Lào Cai", "2023-08-01")
    assert "Sở Nông nghiệp và Môi trường tỉnh Lào Cai" in {b.name for b in read(text).bodies}


def test_evidence_of_indented_lines_quotes_the_text_as_it_stands() -> None:
    text = "     Theo đề nghị của Ban\n          Tổ chức Tỉnh ủy Lào Cai, việc này được giao cho Tỉnh ủy Lào Cai."
    facts = read(text)
    assert all(e.quote == text[e.start : e.end] for b in facts.bodies for e in b.evidence)


@pytest.mark.parametrize("gap", ["", " ", "     "])
def test_blanks_may_stand_before_the_code_of_a_number_put_in_by_hand(gap: str) -> None:
    text = decision().replace("12/QĐ-UBND", f"12{gap}/QĐ-UBND")
    assert itself(text).number == "12/QĐ-UBND"


def test_a_term_of_office_that_a_line_parts_does_not_end_what_is_decided() -> None:
    text = decision(
        articles="Điều 1. Điều động đồng chí Lê Văn Mẫu, thôi giữ chức Phó Bí thư Tỉnh ủy Yên Bái nhiệm kỳ 2020 -\n"
        "2025; chỉ định giữ chức Bí thư Tỉnh ủy Lạng Sơn nhiệm kỳ 2020 - 2025."
    )
    assert ("Lê Văn Mẫu", "Bí thư", "Tỉnh ủy Lạng Sơn", "appointed") in held(text)


def test_no_name_of_a_body_reaches_over_a_gap_between_columns() -> None:
    text = decision(articles="Điều 1. Cử các ông:\n1   Lê Văn Mẫu    chuyên viên - Sở          Vân tỉnh\n2   Hà Văn Mơ")
    assert not [b.name for b in read(text).bodies if b.name.startswith("Sở")]


def test_the_head_of_a_board_signs_before_a_list_that_comes_with_the_decision() -> None:
    text = (
        f"UBND TỈNH LÀO CAI\nBAN QUẢN LÝ CÁC KHU CÔNG NGHIỆP\n{STATE}Số: 12/QĐ-BQL\n"
        "Lào Cai, ngày 5 tháng 6 năm 2023\nQUYẾT ĐỊNH\nVề việc giao việc\n"
        "TRƯỞNG BAN QUẢN LÝ CÁC KHU CÔNG NGHIỆP TỈNH LÀO CAI\nCăn cứ Luật Phòng thủ dân sự;\nQUYẾT ĐỊNH:\n"
        "Điều 1. Giao việc.\nNơi nhận:                 TRƯỞNG BAN\n- Như Điều 1;\n- Lưu VT.\n\n"
        "                               Đỗ Văn Sen\nPHỤ LỤC\n" + "Việc được giao cho các phòng của Ban.\n" * 40
    )
    assert itself(text).issuer == BOARD
    assert related(text, "signedBy") == ["Đỗ Văn Sen"]
    assert held(text) == {("Đỗ Văn Sen", "Trưởng ban", BOARD, "current")}


def test_one_signs_in_place_of_a_minister_who_leads_an_office_in_one_cell() -> None:
    text = (
        f"VĂN PHÒNG CHÍNH PHỦ\n{STATE}Số: 12/TB-VPCP\nHà Nội, ngày 5 tháng 6 năm 2023\nTHÔNG BÁO\nVề chống hạn\n"
        "Văn phòng Chính phủ thông báo để các bộ biết./.\n"
        "| * * *Nơi nhận:* - Các bộ: CA, QP; - VPCP: BTCN; - Lưu: VT. | KT. BỘ TRƯỞNG, CHỦ NHIỆM PHÓ CHỦ NHIỆM"
        "     Đỗ Văn Sen |\n| --- | --- |"
    )
    assert held(text) == {("Đỗ Văn Sen", "Phó Chủ nhiệm", "Văn phòng Chính phủ", "current")}
