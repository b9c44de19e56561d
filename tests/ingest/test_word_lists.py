"""The numbers and bullets of a list that Word made are read as Word shows them."""

import io
from pathlib import Path
from typing import cast

import docx
import pytest
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import XmlPart
from docx.oxml import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement

from ingest.extraction import extract
from ingest.formats.docx import read_docx
from ingest.lexicon import Lexicon

SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
LEVELS = (("decimal", "Điều %1."), ("decimal", "%2."), ("lowerLetter", "%3)"), ("bullet", "\uf0b7"))


def numbering_of(word: Document) -> BaseOxmlElement:
    part = cast(XmlPart, word.part.part_related_by(RELATIONSHIP_TYPE.NUMBERING))
    return cast(BaseOxmlElement, part.element)


@pytest.fixture
def word() -> Document:
    """A document whose lists 71 and 72 are of one kind, of which 72 begins anew."""
    word = docx.Document()
    numbering = numbering_of(word)
    levels = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for depth, (form, text) in enumerate(LEVELS)
    )
    numbering.insert(0, parse_xml(f'<w:abstractNum {SPACE} w:abstractNumId="70">{levels}</w:abstractNum>'))
    anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    for number, more in ((71, ""), (72, anew)):
        one = f'<w:num {SPACE} w:numId="{number}"><w:abstractNumId w:val="70"/>{more}</w:num>'
        numbering.append(parse_xml(one))
    return word


def add(word: Document, text: str, depth: int, number: int = 71, style: str | None = None) -> None:
    properties = word.add_paragraph(text, style)._p.get_or_add_pPr()
    place = f'<w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/>'
    properties.append(parse_xml(f"<w:numPr {SPACE}>{place}</w:numPr>"))


def lines(word: Document) -> list[str]:
    file = io.BytesIO()
    word.save(file)
    return read_docx(file.getvalue(), "a.docx").text.splitlines()


def test_each_level_counts_by_its_own_form_and_begins_anew_under_the_next_above(word: Document) -> None:
    for text, depth in (("A", 0), ("b", 1), ("c", 2), ("d", 2), ("e", 3), ("f", 1), ("g", 2), ("H", 0), ("i", 1)):
        add(word, text, depth)
    assert lines(word) == ["Điều 1. A", "1. b", "a) c", "b) d", "- e", "2. f", "a) g", "Điều 2. H", "1. i"]


def test_a_list_goes_on_behind_other_text_unless_it_begins_anew(word: Document) -> None:
    add(word, "A", 0)
    word.add_paragraph("Between")
    add(word, "B", 0)
    add(word, "C", 0, number=72)
    add(word, "D", 0, number=72)
    assert lines(word) == ["Điều 1. A", "Between", "Điều 2. B", "Điều 1. C", "Điều 2. D"]


def test_an_empty_paragraph_is_counted_and_not_shown(word: Document) -> None:
    for text in ("A", "", "B"):
        add(word, text, 0)
    assert lines(word) == ["Điều 1. A", "Điều 3. B"]


def test_list_zero_takes_a_paragraph_out_of_the_list_of_its_style(word: Document) -> None:
    word.add_paragraph("A", "List Number")
    add(word, "not of it", 0, number=0, style="List Number")
    word.add_paragraph("B", "List Number")
    word.add_paragraph("C", "List Bullet")
    assert lines(word) == ["1. A", "not of it", "2. B", "- C"]


def test_cells_of_a_table_are_counted_too(word: Document) -> None:
    table = word.add_table(rows=2, cols=2)
    for row, name in zip(table.rows, ("Lê Văn Mẫu", "Trần Thị Thử"), strict=True):
        row.cells[0].paragraphs[0].style = word.styles["List Number"]
        row.cells[0].paragraphs[0].text = name
        row.cells[1].text = "Ủy viên"
    assert lines(word) == ["1. Lê Văn Mẫu, Ủy viên", "2. Trần Thị Thử, Ủy viên"]


@pytest.mark.parametrize(("form", "shown"), [("upperRoman", "IV"), ("lowerLetter", "d"), ("decimalZero", "04")])
def test_forms_of_numbers_are_those_of_the_standard(word: Document, form: str, shown: str) -> None:
    numbering = numbering_of(word)
    level = f'<w:lvl w:ilvl="0"><w:start w:val="4"/><w:numFmt w:val="{form}"/><w:lvlText w:val="%1/"/></w:lvl>'
    numbering.insert(0, parse_xml(f'<w:abstractNum {SPACE} w:abstractNumId="80">{level}</w:abstractNum>'))
    numbering.append(parse_xml(f'<w:num {SPACE} w:numId="81"><w:abstractNumId w:val="80"/></w:num>'))
    add(word, "A", 0, number=81)
    assert lines(word) == [f"{shown}/ A"]


def test_a_level_or_list_that_the_file_does_not_have_shows_nothing(word: Document) -> None:
    add(word, "A", 8)
    add(word, "B", 0, number=99)
    assert lines(word) == ["A", "B"]


def test_articles_and_items_that_word_numbered_state_what_typed_ones_state(word: Document, tmp_path: Path) -> None:
    head = ("TỈNH ỦY LÀO CAI", "Số 12-QĐ/TU", "Lào Cai, ngày 5 tháng 8 năm 2022", "QUYẾT ĐỊNH", "về việc cử thành viên")
    for line in (*head, "Ban Thường vụ Tỉnh ủy quyết định:"):
        word.add_paragraph(line)
    add(word, "Cử vào Ban Chỉ đạo phòng, chống tham nhũng, tiêu cực tỉnh Lào Cai các đồng chí sau:", 0)
    add(word, "Đồng chí Lê Văn Mẫu, Bí thư Tỉnh ủy, Trưởng ban;", 1)
    add(word, "Đồng chí Trần Thị Thử, Trưởng Ban Nội chính Tỉnh ủy, Phó Trưởng ban.", 1)
    text = "\n".join(lines(word))
    assert "Điều 1. Cử vào" in text and "2. Đồng chí Trần Thị Thử" in text
    board = {(h.person, h.role) for h in extract(text, Lexicon.load()).holdings if h.body.startswith("Ban Chỉ đạo")}
    assert board == {("Lê Văn Mẫu", "Trưởng ban"), ("Trần Thị Thử", "Phó Trưởng ban")}
