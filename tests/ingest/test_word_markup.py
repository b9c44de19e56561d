"""Word files as offices send them round: with suggestions, forms filled in, boxes of text, tables in tables, notes."""

import io
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from ingest.formats.content import Content
from ingest.readers import read_source

OPENING = "Chiều 10/5/2024, Tỉnh ủy Lào Cai tổ chức hội nghị công bố các quyết định về công tác cán bộ."
SHAPES = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)


def run(words: str, inside: str = "w:t") -> str:
    return f'<w:r><{inside} xml:space="preserve">{words}</{inside}></w:r>'


def added(word: Document, *parts: str) -> None:
    """A paragraph of pieces of WordprocessingML."""
    paragraph = parse_xml(f"<w:p {nsdecls('w')} {SHAPES}>{''.join(parts)}</w:p>")
    word.element.body.insert_element_before(paragraph, "w:sectPr")


def content(folder: Path, word: Document) -> Content:
    path = folder / "a.docx"
    out = io.BytesIO()
    word.save(out)
    path.write_bytes(out.getvalue())
    return read_source(path).content


def lines(folder: Path, word: Document) -> list[str]:
    """The lines after the first, which is the opening."""
    return content(folder, word).text.splitlines()[1:]


@pytest.fixture
def word() -> Document:
    document = docx.Document()
    document.add_paragraph(OPENING)
    return document


SUGGESTED: dict[str, str] = {
    "added": f'<w:ins w:id="1" w:author="a">{run("Lê Văn Mẫu")}</w:ins>',
    "added within a link": f'<w:hyperlink><w:ins w:id="1" w:author="a">{run("Lê Văn Mẫu")}</w:ins></w:hyperlink>',
    "moved here": f'<w:moveTo w:id="1" w:author="a">{run("Lê Văn Mẫu")}</w:moveTo>',
    "filled into a form": f"<w:sdt><w:sdtPr/><w:sdtContent>{run('Lê Văn Mẫu')}</w:sdtContent></w:sdt>",
    "given by a field": f'<w:fldSimple w:instr="AUTHOR">{run("Lê Văn Mẫu")}</w:fldSimple>',
    "known to be a name": f'<w:smartTag w:element="PersonName">{run("Lê Văn Mẫu")}</w:smartTag>',
    "a form within a suggestion": (
        f'<w:ins w:id="1" w:author="a"><w:sdt><w:sdtContent>{run("Lê Văn Mẫu")}</w:sdtContent></w:sdt></w:ins>'
    ),
}


@pytest.mark.parametrize("how", SUGGESTED)
def test_words_are_read_whatever_stands_around_them(tmp_path: Path, word: Document, how: str) -> None:
    added(word, run("Đồng chí "), SUGGESTED[how], run(", Bí thư Tỉnh ủy, chủ trì hội nghị."))
    assert lines(tmp_path, word) == ["Đồng chí Lê Văn Mẫu, Bí thư Tỉnh ủy, chủ trì hội nghị."]


CROSSED_OUT: dict[str, str] = {
    "deleted": f'<w:del w:id="1" w:author="a">{run("Trần Văn Xóa, ", "w:delText")}</w:del>',
    "moved away": f'<w:moveFrom w:id="1" w:author="a">{run("Trần Văn Xóa, ")}</w:moveFrom>',
    "first added, then deleted": (
        f'<w:ins w:id="1"><w:del w:id="2" w:author="b">{run("Trần Văn Xóa, ", "w:delText")}</w:del></w:ins>'
    ),
}


@pytest.mark.parametrize("how", CROSSED_OUT)
def test_what_is_crossed_out_is_not_read(tmp_path: Path, word: Document, how: str) -> None:
    added(word, run("Dự hội nghị có các đồng chí: "), CROSSED_OUT[how], run("Lê Văn Mẫu."))
    assert lines(tmp_path, word) == ["Dự hội nghị có các đồng chí: Lê Văn Mẫu."]


def test_a_row_that_is_crossed_out_is_not_read(tmp_path: Path, word: Document) -> None:
    table = word.add_table(rows=2, cols=2)
    for cell, text in zip(table._cells, ("Lê Văn Mẫu", "Bí thư", "Trần Văn Xóa", "Ủy viên"), strict=True):
        cell.text = text
    table.rows[1]._tr.get_or_add_trPr().append(parse_xml(f'<w:del {nsdecls("w")} w:id="1" w:author="a"/>'))
    assert lines(tmp_path, word) == ["Lê Văn Mẫu, Bí thư"]


FORM = "<w:sdt {0}><w:sdtPr/><w:sdtContent>{1}</w:sdtContent></w:sdt>"


def test_paragraphs_and_rows_of_a_form_are_read_in_their_place(tmp_path: Path, word: Document) -> None:
    table = word.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Lê Văn Mẫu", "Bí thư"
    row = f"<w:tr><w:tc><w:p>{run('Đỗ Thị Khối')}</w:p></w:tc><w:tc><w:p>{run('Ủy viên')}</w:p></w:tc></w:tr>"
    table._tbl.append(parse_xml(FORM.format(nsdecls("w"), row)))
    table._tbl.addprevious(parse_xml(FORM.format(nsdecls("w"), f"<w:p>{run('Danh sách Ban Chỉ đạo')}</w:p>")))
    found = content(tmp_path, word)
    assert found.text.splitlines()[1:] == ["Danh sách Ban Chỉ đạo", "Lê Văn Mẫu, Bí thư", "Đỗ Thị Khối, Ủy viên"]
    assert found.place(found.text.index("Danh sách")) == "paragraph 2"
    assert found.place(found.text.index("Ủy viên")) == "table 1, row 2, cell 2"


BOXED = f"<w:txbxContent><w:p>{run('TỈNH ỦY LÀO CAI')}</w:p><w:p>{run('Số 12-QĐ/TU')}</w:p></w:txbxContent>"
BOXES: dict[str, str] = {
    "of today, with the same for older programs": (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{BOXED}</wps:txbx></w:drawing>'
        f"</mc:Choice><mc:Fallback><w:pict><v:textbox>{BOXED}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    ),
    "of older programs": f"<w:r><w:pict><v:textbox>{BOXED}</v:textbox></w:pict></w:r>",
}


@pytest.mark.parametrize("which", BOXES)
def test_a_text_box_is_read_once_after_the_paragraph_it_is_fastened_to(
    tmp_path: Path, word: Document, which: str
) -> None:
    added(word, run("QUYẾT ĐỊNH"), BOXES[which])
    word.add_paragraph("Điều 1. Giao nhiệm vụ cho các ban đảng.")
    assert lines(tmp_path, word) == [
        "QUYẾT ĐỊNH",
        "TỈNH ỦY LÀO CAI",
        "Số 12-QĐ/TU",
        "Điều 1. Giao nhiệm vụ cho các ban đảng.",
    ]


def test_a_table_in_a_cell_is_read_where_it_stands(tmp_path: Path, word: Document) -> None:
    left, right = word.add_table(rows=1, cols=2)._cells
    left.text = "TỈNH ỦY LÀO CAI"
    inner = right.add_table(1, 2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "Số", "12-QĐ/TU"
    found = content(tmp_path, word)
    assert found.text.splitlines()[1:] == ["TỈNH ỦY LÀO CAI", "Số, 12-QĐ/TU"]
    assert found.place(found.text.index("12-QĐ/TU")) == "table 1, row 1, cell 2, table 1, row 1, cell 2"


NOTES: dict[str, tuple[str, str]] = {
    "footnote": (RELATIONSHIP_TYPE.FOOTNOTES, "footnotes"),
    "endnote": (RELATIONSHIP_TYPE.ENDNOTES, "endnotes"),
}


@pytest.mark.parametrize("kind", NOTES)
def test_a_note_is_read_after_the_text_and_bears_its_number(tmp_path: Path, word: Document, kind: str) -> None:
    relation, file = NOTES[kind]
    separator = f'<w:{kind} w:type="separator" w:id="-1"><w:p>{run("---")}</w:p></w:{kind}>'
    told = f'<w:{kind} w:id="1"><w:p>{run("Quy định số 12-QĐ/TW ngày 03/4/2021 của Ban Bí thư")}</w:p></w:{kind}>'
    blob = f"<w:{file} {nsdecls('w')}>{separator}{told}</w:{file}>".encode()
    media_type = f"application/vnd.openxmlformats-officedocument.wordprocessingml.{file}+xml"
    word.part.relate_to(Part(PackURI(f"/word/{file}.xml"), media_type, blob, word.part.package), relation)
    found = content(tmp_path, word)
    assert found.text.splitlines()[1:] == ["Quy định số 12-QĐ/TW ngày 03/4/2021 của Ban Bí thư"]
    assert found.place(found.text.index("Quy định số")) == f"{kind} 1"


def test_tables_in_tables_are_read_to_the_bottom(tmp_path: Path, word: Document) -> None:
    cell = word.add_table(1, 1).cell(0, 0)
    for _ in range(20):
        cell = cell.add_table(1, 1).cell(0, 0)
    cell.text = "Số 12-QĐ/TU"
    assert lines(tmp_path, word) == ["Số 12-QĐ/TU"]
