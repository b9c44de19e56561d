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
    ("day", "issued"), [("tháng năm", None), ("   tháng   năm 2026", "2026"), ("… tháng … năm 2026", "2026")]
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
