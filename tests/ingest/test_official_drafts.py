"""Official documents without number or day, heads in two columns, and what only tells of other papers."""

import pytest

from tests.ingest.official_texts import STATE, decision, held, itself, read, related

NOTICE = (
    f"ỦY BAN NHÂN DÂN\nTỈNH LÀO CAI\n{STATE}Số: {{number}}/TB-UBND\nLào Cai, ngày {{day}}\nTHÔNG BÁO\n"
    "Về việc chống hạn\n\nNhân dịp đầu mùa khô, từ ngày 10/5/2026, các xã trữ nước.\nNơi nhận:\n- Tỉnh ủy;\n"
    "- Lưu: VT.\nTL. CHỦ TỊCH\nKT. CHÁNH VĂN PHÒNG\nPHÓ CHÁNH VĂN PHÒNG\nĐỗ Văn Sen"
)
COUNCIL = "Ủy ban nhân dân tỉnh Lào Cai"


@pytest.mark.parametrize(
    ("day", "issued"),
    [
        ("tháng năm", None),
        ("   tháng   năm 2026", "2026"),
        ("… tháng … năm 2026", "2026"),
        ("     tháng 6 năm 2026", "2026-06"),
        ("… tháng 06", None),
    ],
)
def test_a_paper_whose_number_and_day_are_blank_is_official(day: str, issued: str | None) -> None:
    text = NOTICE.format(number="     ", day=day)
    assert (itself(text).name, itself(text).number) == ("Thông báo về việc chống hạn", None)
    assert (itself(text).issued, itself(text).issuer) == (issued, COUNCIL)
    assert held(text) == {("Đỗ Văn Sen", "Phó Chánh Văn phòng", f"Văn phòng {COUNCIL}", "current")}


def test_recipients_on_the_line_of_their_heading_are_no_facts() -> None:
    ending = "Nơi nhận: - Bộ Tư pháp (Cục Kiểm tra văn bản); - Như Điều 1; - Lưu: VT.\nCHỦ TỊCH\nĐỗ Văn Sen"
    text = decision(recitals="Căn cứ Luật Đất đai;", articles="Điều 1. Giao việc.", ending=ending)
    assert [b.name for b in read(text).bodies] == [COUNCIL]


def test_the_place_in_the_other_column_is_not_that_of_the_letterhead() -> None:
    text = (
        f"{STATE}ỦY BAN NHÂN DÂN               Hà Nội, ngày 5 tháng 6 năm 2023\nXÃ BẢN HỒ\nSố: 12/QĐ-UBND\n\n"
        "QUYẾT ĐỊNH\nVề việc chống hạn\n--------\nỦY BAN NHÂN DÂN XÃ BẢN HỒ\nCăn cứ Luật Đê điều;\n"
        "QUYẾT ĐỊNH:\nĐiều 1. Giao việc."
    )
    assert itself(text).issuer == "Ủy ban nhân dân xã Bản Hồ"
    assert [b.name for b in read(text).bodies] == ["Ủy ban nhân dân xã Bản Hồ"]


def test_the_group_that_title_and_articles_found_in_other_words_is_one() -> None:
    text = decision(
        title="Về việc thành lập Tổ công tác kiểm tra việc trữ nước chống hạn trên địa bàn",
        recitals="Căn cứ Luật Đê điều;",
        articles="Điều 1. Thành lập Tổ công tác kiểm tra hồ đập mùa khô tỉnh Lào Cai gồm:\n1. Ông Đỗ Sen - Tổ trưởng.",
    )
    assert related(text, "establishes") == ["Tổ công tác kiểm tra hồ đập mùa khô tỉnh Lào Cai"]


def test_papers_of_no_issuer_that_an_official_document_tells_of_are_no_documents() -> None:
    articles = "Điều 1. Sở Y tế gửi Tờ trình đề nghị ban hành kết luận và Báo cáo kết quả kiểm tra của Đoàn kiểm tra."
    text = decision(recitals="Căn cứ Luật Đê điều;", articles=articles)
    assert {d.number or d.name for d in read(text).documents} == {"12/QĐ-UBND", "Luật Đê điều"}


@pytest.mark.parametrize(
    ("title", "name"),
    [("V/v chống hạn", "Công văn về việc chống hạn"), ("Góp ý dự thảo\nkế hoạch", "Công văn Góp ý dự thảo kế hoạch")],
)
def test_a_letter_of_the_party_without_a_number_is_named_by_what_it_is_about(title: str, name: str) -> None:
    text = (
        f"ĐẢNG BỘ TỈNH LÀO CAI\nĐẢNG ỦY XÃ BẢN HỒ\n*\nSố      -CV/ĐU\n{title}\nĐẢNG CỘNG SẢN VIỆT NAM\n"
        "Bản Hồ, ngày    tháng    năm 2026\nKính gửi: Các chi bộ.\nĐảng ủy đề nghị các chi bộ góp ý.\n"
        "T/L BAN THƯỜNG VỤ\nCHÁNH VĂN PHÒNG\nĐỗ Văn Sen"
    )
    assert (itself(text).name, itself(text).issued) == (name, "2026")
    assert itself(text).issuer == "Ban Thường vụ Đảng ủy xã Bản Hồ"
    assert held(text) == {("Đỗ Văn Sen", "Chánh Văn phòng", "Văn phòng Đảng ủy xã Bản Hồ", "current")}


def test_who_concludes_by_the_title_issues_what_an_office_signs_by_order_of_another() -> None:
    text = (
        "ĐẢNG BỘ TỈNH LÀO CAI\nĐẢNG ỦY XÃ BẢN HỒ\n*\nSố 12-TB/ĐU\nĐẢNG CỘNG SẢN VIỆT NAM\n"
        "Bản Hồ, ngày 5 tháng 6 năm 2026\nTHÔNG BÁO\nKết luận cuộc họp giao ban\n"
        "Thường trực Đảng ủy thông báo kết luận như sau:\n1. Chống hạn.\nT/L BAN THƯỜNG VỤ\nCHÁNH VĂN PHÒNG\nĐỗ Văn Sen"
    )
    assert itself(text).issuer == "Thường trực Đảng ủy xã Bản Hồ"


def test_the_items_of_a_list_of_drafts_are_no_documents() -> None:
    articles = (
        "Điều 1. Trình Hội đồng nhân dân thông qua các dự thảo:\na) Nghị quyết về chống hạn tỉnh Lào Cai;\n"
        "b) Nghị quyết về thủy lợi tỉnh Lào Cai."
    )
    text = decision(recitals="Căn cứ Luật Đê điều;", articles=articles)
    assert {d.number or d.name for d in read(text).documents} == {"12/QĐ-UBND", "Luật Đê điều"}


def test_a_project_called_by_the_number_of_its_decision_is_no_document_of_its_own() -> None:
    text = decision(
        title="Về việc thành lập Tổ công tác triển khai Đề án 06 trên địa bàn tỉnh",
        recitals="Căn cứ Quyết định số 06/QĐ-TTg ngày 6/1/2022 của Thủ tướng Chính phủ phê duyệt Đề án 06;",
        articles="Điều 1. Thành lập Tổ công tác triển khai Đề án 06 tỉnh Lào Cai gồm:\n1. Ông Đỗ Sen - Tổ trưởng.",
    )
    assert {d.number for d in read(text).documents} == {"12/QĐ-UBND", "06/QĐ-TTg"}
    assert related(text, "implements") == []
