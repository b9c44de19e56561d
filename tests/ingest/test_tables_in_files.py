"""Official documents as files of real writers: their letterheads, signatures and lists stand in tables."""

from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from playwright.sync_api import Browser

from ingest.extraction import extract
from ingest.lexicon import Lexicon
from tests.ingest.test_formats import printed, read, saved

HEAD = (("UBND HUYỆN BÁT XÁT", "PHÒNG NỘI VỤ"), ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"))
DAY = ("Số: 12/QĐ-PNV", "Bát Xát, ngày 05 tháng 6 năm 2023")
OPENING = (
    "QUYẾT ĐỊNH",
    "Thành lập Hội đồng xét thăng hạng giáo viên năm 2023",
    "TRƯỞNG PHÒNG NỘI VỤ",
    "Căn cứ Nghị định số 115/2020/NĐ-CP ngày 25 tháng 9 năm 2020 của Chính phủ;",
    "QUYẾT ĐỊNH:",
    "Điều 1. Thành lập Hội đồng xét thăng hạng giáo viên năm 2023 gồm các ông, bà có tên sau:",
)
ROWS = (
    ("TT", "Họ và tên", "Chức vụ", "Nhiệm vụ"),
    ("1", "Đỗ Văn Sen", "Trưởng phòng Nội vụ", "Chủ tịch Hội đồng"),
    ("2", "Hà Thị Mơ", "Phó Trưởng phòng Giáo dục và Đào tạo", "Ủy viên, Thư ký"),
)
CLOSING = "Điều 2. Các ông, bà có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này."
SIGNED = (("Nơi nhận:", "- Như Điều 2;", "- Lưu: VT."), ("TRƯỞNG PHÒNG", "Đỗ Văn Sen"))


def table(*rows: tuple[str, ...]) -> str:
    return f"<table>{''.join('<tr>' + ''.join(f'<td>{c}</td>' for c in row) + '</tr>' for row in rows)}</table>"


def in_html(_: Browser) -> bytes:
    head = table(tuple("".join(f"<p>{line}</p>" for line in cell) for cell in HEAD), DAY)
    sign = table(tuple("<br>".join(cell) for cell in SIGNED))
    paragraphs = "".join(f"<p>{p}</p>" for p in OPENING)
    return f"<html><body>{head}{paragraphs}{table(*ROWS)}<p>{CLOSING}</p>{sign}</body></html>".encode()


def in_pdf(browser: Browser) -> bytes:
    return printed(
        browser,
        in_html(browser).decode(),
        "table:nth-of-type(2),table:nth-of-type(2) td{border:1px solid;border-collapse:collapse}"
        "table:not(:nth-of-type(2)){width:100%;text-align:center}p:nth-of-type(-n+3),p:nth-of-type(5){text-align:center}",
    )


def in_word(_: Browser) -> bytes:
    word = docx.Document()
    head = word.add_table(rows=2, cols=2)
    for cell, lines in zip(head.rows[0].cells, HEAD, strict=True):
        cell.text = "\n".join(lines)
    for cell, line in zip(head.rows[1].cells, DAY, strict=True):
        cell.text = line
    for paragraph in OPENING:
        word.add_paragraph(paragraph)
    members = word.add_table(rows=0, cols=4)
    for row in ROWS:
        for cell, words in zip(members.add_row().cells, row, strict=True):
            cell.text = words
    word.add_paragraph(CLOSING)
    for cell, signed in zip(word.add_table(rows=1, cols=2).rows[0].cells, SIGNED, strict=True):
        cell.text = "\n".join(signed)
    return saved(word)


@pytest.mark.parametrize(("name", "written"), [("a.html", in_html), ("a.pdf", in_pdf), ("a.docx", in_word)])
def test_tables_of_a_decision_reach_the_rules(
    tmp_path: Path, browser: Browser, name: str, written: Callable[[Browser], bytes]
) -> None:
    facts = extract(read(tmp_path, name, written(browser)).text, Lexicon.load())
    office, council = "Phòng Nội vụ huyện Bát Xát", "Hội đồng xét thăng hạng giáo viên năm 2023"
    assert [(d.number, d.issuer) for d in facts.documents if d.self] == [("12/QĐ-PNV", office)]
    assert [r.object for r in facts.relations if r.predicate == "signedBy"] == ["Đỗ Văn Sen"]
    assert {(h.person, h.role, h.body, h.status) for h in facts.holdings} == {
        ("Đỗ Văn Sen", "Trưởng phòng", office, "current"),
        ("Đỗ Văn Sen", "Chủ tịch", council, "appointed"),
        ("Hà Thị Mơ", "Phó Trưởng phòng", "Phòng Giáo dục và Đào tạo huyện Bát Xát", "current"),
        ("Hà Thị Mơ", "Ủy viên Thư ký", council, "appointed"),
    }


def test_the_rows_of_a_drawn_table_stand_where_the_table_does(tmp_path: Path, browser: Browser) -> None:
    text = read(tmp_path, "a.pdf", in_pdf(browser)).text.splitlines()
    first = text.index("TT, Họ và tên, Chức vụ, Nhiệm vụ")
    assert text[first + 1] == "1, Đỗ Văn Sen, Trưởng phòng Nội vụ, Chủ tịch Hội đồng"
    assert text[first - 1] == OPENING[-1]
    assert text[first + len(ROWS)] == CLOSING


def test_items_of_a_list_are_no_parts_of_the_line_before(tmp_path: Path, browser: Browser) -> None:
    words = "Ban Chỉ đạo phòng chống lụt bão và tìm kiếm cứu nạn tỉnh Hòa Bình trong mùa mưa năm nay"
    items = [f"- Trưởng {words}.", "1. Ông Đỗ Văn Sen.", "2. Bà Hà Thị Mơ."]
    body = f"<div style='width:max-content;font-size:9pt'>{'<br>'.join(items)}</div>"
    assert read(tmp_path, "a.pdf", printed(browser, body)).text.splitlines() == items


def test_a_table_of_many_depths_is_read(tmp_path: Path) -> None:
    deep = f"{'<div>' * 3000}{OPENING[-1]}{'</div>' * 3000}"
    page = (
        f"<html><body><p>{CLOSING}</p><table><tr><td><p>{SIGNED[0][1]}</p><p>{deep}</p></td></tr></table></body></html>"
    )
    assert CLOSING in read(tmp_path, "a.html", page.encode()).text
