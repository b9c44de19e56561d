"""Text in the letters of fonts from before Unicode is read from every format, each cell and clause by itself."""

import io
from collections.abc import Callable
from pathlib import Path

import docx
import openpyxl
import pytest

from ingest.formats.content import Content
from ingest.readers import read_source

SAID = "Quyết định của Ban Thường vụ Tỉnh ủy về việc phân công các đồng chí được bầu giữ những chức vụ mới ở huyện"
TCVN3 = "QuyÕt ®Þnh cña Ban Th­êng vô TØnh ñy vÒ viÖc ph©n c«ng c¸c ®ång chÝ ®­îc bÇu gi÷ nh÷ng chøc vô míi ë huyÖn"
VNI = (
    "Quyeát ñònh cuûa Ban Thöôøng vuï Tænh uûy veà vieäc phaân coâng caùc ñoàng chí ñöôïc baàu giöõ nhöõng chöùc vuï "
    "môùi ôû huyeän"
)

# As programs do that write the five bytes without a letter as control characters.
READ_WRONGLY = "".join(
    bytes([byte]).decode("cp1252" if byte not in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else "latin-1")
    for byte in SAID.encode()
)


def word(text: str) -> bytes:
    document = docx.Document()
    for paragraph in (text, text):
        document.add_paragraph(paragraph)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def page(text: str, head: str = "<meta charset=utf-8>", encoding: str = "utf-8") -> bytes:
    return f"<html><head>{head}</head><body><article><p>{text}</p><p>{text}</p></article></body></html>".encode(
        encoding
    )


FILES: dict[str, Callable[[str], bytes]] = {
    "a.docx": word,
    "a.html": page,
    "b.html": lambda text: page(text, "", "cp1252"),
    "c.html": lambda text: page(text, "<meta charset=windows-1252>", "cp1252"),
    "d.html": lambda text: page(text.replace("\xad", "&shy;")),
}


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize(("encoding", "text"), [("TCVN3 (ABC)", TCVN3), ("VNI", VNI)])
def test_a_text_in_letters_of_an_old_font_is_read_in_unicode(
    tmp_path: Path, name: str, encoding: str, text: str
) -> None:
    (tmp_path / name).write_bytes(FILES[name](text))
    source = read_source(tmp_path / name)
    assert (set(source.text.splitlines()), source.encoding) == ({SAID}, encoding)


def test_a_word_file_of_words_once_read_wrongly_is_read_rightly(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(word(READ_WRONGLY))
    source = read_source(tmp_path / "a.docx")
    assert (set(source.text.splitlines()), source.encoding) == ({SAID}, "UTF-8 read as Windows-1252")


def test_a_soft_hyphen_in_a_page_in_unicode_is_no_letter(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(page(SAID.replace("Thường", "Thư\xadờng")))
    assert set(read_source(tmp_path / "a.html").text.splitlines()) == {SAID}


def test_cells_in_unicode_stay_beside_those_of_an_old_font_and_places_hold(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.title = "Tờ"
    for row in (("number", "name"), ("12-QĐ/TU", VNI), ("Số lượng", VNI), ("13-QÑ/TU", "Quyết định")):
        book.active.append(row)
    book.save(tmp_path / "a.xlsx")
    source = read_source(tmp_path / "a.xlsx")
    rows = ["number,name", f"12-QĐ/TU,{SAID}", f"Số lượng,{SAID}", "13-QĐ/TU,Quyết định"]
    assert source.text.splitlines() == rows
    assert [source.place(source.text.index(row)) for row in rows] == [f"Tờ!{number}" for number in (1, 2, 3, 4)]


def test_a_content_is_converted_piece_by_piece() -> None:
    content = Content("aa,b\nab\n", ((0, "page 1"), (5, "page 2")))
    converted = content.converted(lambda words: words.replace("a", "xyz"))
    assert converted == Content("xyzxyz,b\nxyzb\n", ((0, "page 1"), (9, "page 2")))
