"""Real files of each format, made by real writers: their text, and where in the file it stands."""

import io
import zipfile
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import docx
import openpyxl
import pytest
from playwright.sync_api import Browser

from ingest.formats import pdf
from ingest.formats.content import Content
from ingest.known import Known
from ingest.readers import SourceText, read_source
from ingest.reading import SourceReader
from ontology.errors import SourceUnreadable

DECISION = (
    "Căn cứ Quy định số 12-QĐ/TW ngày 03/4/2021 của Ban Bí thư, Ban Thường vụ Tỉnh ủy Hòa Bình quyết định thành lập "
    "Ban Chỉ đạo phòng, chống tham nhũng, tiêu cực tỉnh Hòa Bình và giao Ban Nội chính Tỉnh ủy làm cơ quan thường trực."
)
DUTIES = (
    "Ban Chỉ đạo làm việc theo quy chế do Trưởng Ban ký ban hành; các cơ quan liên quan có trách nhiệm phối hợp, "
    "báo cáo định kỳ và kiến nghị những việc cần được xem xét, giải quyết trong phạm vi thẩm quyền của từng cấp ủy."
)


def read(folder: Path, name: str, data: bytes) -> SourceText:
    path = folder / name
    path.write_bytes(data)
    return read_source(path)


def printed(browser: Browser, body: str, style: str = "") -> bytes:
    page = browser.new_page()
    page.set_content(f"<style>body{{font:12pt serif}}{style}</style>{body}")
    data = page.pdf(format="A4", margin={"top": "30mm", "bottom": "30mm", "left": "25mm", "right": "25mm"})
    page.close()
    return data


def document(*paragraphs: str) -> bytes:
    word = docx.Document()
    for paragraph in paragraphs:
        word.add_paragraph(paragraph)
    return saved(word)


def saved(writer: "docx.document.Document | openpyxl.Workbook") -> bytes:
    out = io.BytesIO()
    writer.save(out)
    return out.getvalue()


def workbook(**sheets: Sequence[Sequence[object]]) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
    return saved(book)


def test_the_lines_of_a_pdf_are_joined_to_the_paragraphs_that_were_printed(tmp_path: Path, browser: Browser) -> None:
    source = read(tmp_path, "a.pdf", printed(browser, f"<p>{DECISION}</p><p>{DUTIES}</p>"))
    assert source.text.splitlines() == [DECISION, DUTIES]
    assert source.media_type == "application/pdf"


def test_a_place_in_a_pdf_is_its_page(tmp_path: Path, browser: Browser) -> None:
    pages = "".join(f"<p style='break-after:page'>{text}</p>" for text in (DECISION, DUTIES))
    source = read(tmp_path, "a.pdf", printed(browser, pages))
    assert source.content.place(source.text.index("Căn cứ")) == "page 1"
    assert source.content.place(source.text.index("quy chế")) == "page 2"


def test_columns_are_read_one_after_the_other(tmp_path: Path, browser: Browser) -> None:
    halves = f"<div><p>{DECISION}</p></div><div style='break-before:column'><p>{DUTIES}</p></div>"
    source = read(tmp_path, "a.pdf", printed(browser, f"<div class=c>{halves}</div>", ".c{columns:2;column-gap:15mm}"))
    assert " ".join(source.text.split()) == f"{DECISION} {DUTIES}"


def test_what_runs_along_the_edge_of_the_pages_is_no_text(tmp_path: Path, browser: Browser) -> None:
    page = browser.new_page()
    page.set_content("".join(f"<p style='break-after:page'>{text}</p>" for text in (DECISION, DUTIES, DECISION)))
    head = "<div style='font-size:8pt;margin-left:20mm'>Công báo của tỉnh, trang <span class=pageNumber></span></div>"
    data = page.pdf(format="A4", display_header_footer=True, header_template=head, margin={"top": "30mm"})
    page.close()
    source = read(tmp_path, "a.pdf", data)
    assert source.text.count("Căn cứ") == 2 and "Công báo" not in source.text


def test_a_scan_is_refused_for_having_no_text_layer(tmp_path: Path, browser: Browser) -> None:
    scan = printed(browser, "<svg width=400 height=600><rect width=400 height=600 fill=grey /></svg>")
    with pytest.raises(SourceUnreadable, match="no text layer") as caught:
        read(tmp_path, "scan.pdf", scan)
    assert "--ocr" in caught.value.hint and "--ocr" in caught.value.hint_vi


def test_paragraphs_lists_and_tables_of_a_word_file_come_in_their_order(tmp_path: Path) -> None:
    word = docx.Document()
    word.add_paragraph(DECISION)
    word.add_paragraph("Trưởng Ban chủ trì các phiên họp", style="List Bullet")
    table = word.add_table(rows=2, cols=3)
    for cell, text in zip(table._cells, ("1", "Trần Thị Mẫu", "Bí thư Huyện ủy", "2", "Lê Văn Thử", ""), strict=True):
        cell.text = text
    word.add_paragraph(DUTIES)
    source = read(tmp_path, "a.docx", saved(word))
    assert source.text.splitlines() == [
        DECISION,
        "- Trưởng Ban chủ trì các phiên họp",
        "1, Trần Thị Mẫu, Bí thư Huyện ủy",
        "2, Lê Văn Thử",
        DUTIES,
    ]
    places = [source.content.place(source.text.index(words)) for words in ("Căn cứ", "Trần", "Lê Văn", "quy chế")]
    assert places == ["paragraph 1", "table 1, row 1, cell 2", "table 1, row 2, cell 2", "paragraph 3"]


def test_a_letterhead_in_a_table_is_read_side_by_side(tmp_path: Path) -> None:
    word = docx.Document()
    left, right = word.add_table(rows=1, cols=2)._cells
    left.text, right.text = "BAN BÍ THƯ\nSố 12-QĐ/TW", "ĐẢNG CỘNG SẢN VIỆT NAM\nHà Nội, ngày 03 tháng 4 năm 2021"
    left.add_paragraph("*")
    word.add_paragraph(DECISION)
    assert read(tmp_path, "a.docx", saved(word)).text.splitlines()[-1] == DECISION


def test_the_main_text_of_a_page_is_read_without_its_menus(tmp_path: Path) -> None:
    html = f"""<!doctype html><html lang=vi><head><title>Thành lập Ban Chỉ đạo tỉnh Hòa Bình</title>
        <meta charset=utf-8><meta property="article:published_time" content="2022-08-05T08:00:00+07:00">
        <link rel=canonical href="https://bao.example/thanh-lap-ban-chi-dao-12.html"></head><body>
        <nav><a href=/>Trang chủ</a> <a href=/t>Thể thao</a></nav><article><h1>Thành lập Ban Chỉ đạo tỉnh Hòa Bình</h1>
        <p>{DECISION}</p><p>{DUTIES}</p></article><footer>Liên hệ quảng cáo: 0123</footer></body></html>"""
    source = read(tmp_path, "bai.html", html.encode())
    assert DECISION in source.text and DUTIES in source.text
    assert "Thể thao" not in source.text and "quảng cáo" not in source.text
    assert source.content.published == "2022-08-05"
    assert source.content.address == "https://bao.example/thanh-lap-ban-chi-dao-12.html"


def test_a_sheet_is_read_as_the_table_that_it_would_be_as_csv(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["code", "name", "since"],
        [1, "Hà Nội", date(2025, 7, 1)],
        ["04", "Cao Bằng, Bắc", None],
    ]
    book = openpyxl.load_workbook(io.BytesIO(workbook(Tinh=rows, Trong=[])))
    book["Tinh"]["A2"].number_format = "00"
    source = read(tmp_path, "tinh.xlsx", saved(book))
    assert source.form == "table"
    assert source.text == 'code,name,since\n01,Hà Nội,2025-07-01\n04,"Cao Bằng, Bắc",\n'


def test_a_workbook_with_two_filled_sheets_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceUnreadable, match="2 of its sheets") as caught:
        read(tmp_path, "a.xlsx", workbook(A=[["x"]], B=[["y"]]))
    assert "each sheet" in caught.value.hint


@pytest.mark.parametrize("ending", ["pdf", "docx", "xlsx", "html"])
@pytest.mark.parametrize("fault", ["cut", "other", "noise"])
def test_a_broken_file_is_refused_by_name_and_nothing_else_happens(
    tmp_path: Path, browser: Browser, ending: str, fault: str
) -> None:
    writers: dict[str, Callable[[], bytes]] = {
        "pdf": lambda: printed(browser, f"<p>{DECISION}</p>"),
        "docx": lambda: document(DECISION),
        "xlsx": lambda: workbook(A=[["code", "name"]]),
        "html": lambda: b"<html><nav>Menu</nav></html>",
    }
    whole = writers[ending]()
    data = {
        "cut": whole[: len(whole) // 3],
        "other": b"\x89PNG\r\n\x1a\n" + whole,
        "noise": whole[:4] + b"\x00\xff" * 99,
    }[fault]
    with pytest.raises(SourceUnreadable, match=rf"a\.{ending}") as caught:
        read(tmp_path, f"a.{ending}", data)
    assert caught.value.hint and caught.value.hint_vi


def test_a_word_file_that_unpacks_to_far_more_than_it_is_does_no_harm(tmp_path: Path) -> None:
    packed = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(document(DECISION))) as before,
        zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as bomb,
    ):
        for entry in before.infolist():
            data = before.read(entry)
            if entry.filename == "word/document.xml":
                data = data.replace(b"<w:body>", b"<w:body>" + b"<w:p/>" * 40_000_000)
            bomb.writestr(entry.filename, data)
    with pytest.raises(SourceUnreadable, match=r"a\.docx: it unpacks to"):
        read(tmp_path, "a.docx", packed.getvalue())


def test_the_evidence_from_a_pdf_names_the_page(tmp_path: Path, browser: Browser) -> None:
    path = tmp_path / "quyet-dinh.pdf"
    path.write_bytes(printed(browser, f"<p style='break-after:page'>{DUTIES}</p><p>{DECISION}</p>"))
    reading = SourceReader(Known()).read([path], {}, lambda *_: None)
    (graph,) = reading.graphs
    located = {str(q.object) for q in graph.quads() if q.predicate.value.endswith("#locator")}
    assert located == {'"page 2"'}


def test_a_place_before_the_first_is_nowhere() -> None:
    content = Content("abc", ((1, "page 1"), (2, "page 2")))
    assert [content.place(offset) for offset in range(3)] == ["", "page 1", "page 2"]


def test_a_paragraph_whose_letters_differ_in_size_is_one(tmp_path: Path, browser: Browser) -> None:
    first, rest = DUTIES.split(" ", 1)
    style = "p {text-indent: 36pt; font-size: 12pt; margin: 9pt 0}"
    body = f'<p>{DECISION}</p><p><span style="font-size:15pt">{first}</span> {rest}</p><p>{DECISION}</p>'
    source = read(tmp_path, "a.pdf", printed(browser, body, style))
    assert source.text.splitlines() == [DECISION, DUTIES, DECISION]


def test_a_long_document_is_read_some_pages_after_the_other(tmp_path: Path, browser: Browser) -> None:
    words = " ".join(f"Đồng chí số {number} dự hội nghị của Ban Chỉ đạo" for number in range(800))
    source = read(tmp_path, "a.pdf", printed(browser, f"<p>{words}</p>", "p {font-size: 20pt; text-align: justify}"))
    assert source.text.splitlines() == [words]
    places = [place for _, place in source.content.places]
    assert len(places) > 20 and places == [f"page {number}" for number, _ in enumerate(places, 1)]


def test_a_pdf_of_more_pages_than_are_read_is_refused(
    tmp_path: Path, browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf, "_MOST_PAGES", 2)
    data = printed(browser, "<p>a</p>" + '<p style="page-break-before: always">b</p>' * 2)
    with pytest.raises(SourceUnreadable, match="3 pages are more than the 2 read") as caught:
        pdf.read_pages(data, "a.pdf", 0, 1)
    assert caught.value.hint and caught.value.hint_vi
