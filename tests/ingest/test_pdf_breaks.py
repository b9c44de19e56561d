"""A paragraph that a page or a column breaks off is read whole; what ends there is not joined to what follows."""

from pathlib import Path

from playwright.sync_api import Browser

from ingest.readers import SourceText, read_source

SENTENCE = (
    "Căn cứ Quy định số 12-QĐ/TW ngày 03/4/2021 của Ban Bí thư, Ban Thường vụ Tỉnh ủy Hòa Bình quyết định thành lập "
    "Ban Chỉ đạo phòng, chống tham nhũng, tiêu cực tỉnh Hòa Bình và giao Ban Nội chính Tỉnh ủy làm cơ quan thường "
    "trực, có nhiệm vụ theo dõi việc thực hiện và báo cáo định kỳ "
)
WHOLE = SENTENCE * 4 + "với Ban Thường vụ Tỉnh ủy."


def printed(folder: Path, browser: Browser, body: str, style: str = "") -> SourceText:
    page = browser.new_page()
    page.set_content(f"<style>body{{font:13pt serif;text-align:justify}}p{{text-indent:10mm}}{style}</style>{body}")
    data = page.pdf(format="A4", margin={"top": "30mm", "bottom": "30mm", "left": "30mm", "right": "20mm"})
    page.close()
    path = folder / "a.pdf"
    path.write_bytes(data)
    return read_source(path)


def test_a_paragraph_goes_on_over_the_end_of_a_page(tmp_path: Path, browser: Browser) -> None:
    long = f"{SENTENCE * 20}với Ban Thường vụ Tỉnh ủy."  # over the end of the page in a font of any width
    source = printed(tmp_path, browser, f"<p>{long}</p><p>{WHOLE}</p>")
    assert source.text.splitlines() == [long, WHOLE]
    places = [source.content.place(offset) for offset in range(len(source.text))]
    assert places[0] == "page 1" and len(set(places)) > 1 and places == sorted(places)
    assert source.text[places.index("page 2") - 1] == " "  # within a paragraph


def test_a_paragraph_goes_on_in_the_next_column(tmp_path: Path, browser: Browser) -> None:
    columns = "body{columns:2;column-gap:15mm}"  # balanced: the middle one of three paragraphs is parted
    assert printed(tmp_path, browser, f"<p>{WHOLE}</p>" * 3, columns).text.splitlines() == [WHOLE] * 3


def test_what_begins_on_a_new_page_is_not_joined_to_a_line_without_a_full_stop(
    tmp_path: Path, browser: Browser
) -> None:
    for following in ("2. Đồng chí Đỗ Thị Khối, Phó Bí thư", "- Lưu Văn phòng", "ĐIỀU KHOẢN THI HÀNH"):
        opened = f"<p>{SENTENCE}</p>"
        new = f"<p style='break-before:page;text-indent:0'>{following}</p>"
        assert printed(tmp_path, browser, opened + new).text.splitlines()[-1] == following


def test_a_new_paragraph_of_a_new_page_is_told_by_its_indent(tmp_path: Path, browser: Browser) -> None:
    new = f"<p style='break-before:page'>{WHOLE}</p>"
    assert printed(tmp_path, browser, f"<p>{SENTENCE}</p>{new}").text.splitlines()[-1] == WHOLE


def test_a_number_that_the_end_of_a_line_parts_is_whole(tmp_path: Path, browser: Browser) -> None:
    text = "Quyết định số 412-QĐ/TU, Nghị quyết số 27-NQ/TW, nhiệm kỳ 2020-2025, Quyết định số 36/QĐ-UBND. " * 12
    for width in range(90, 130, 8):
        found = printed(tmp_path, browser, f"<p>{text}</p>", f"body{{width:{width}mm}}")
        assert found.text.splitlines() == [text.strip()]
