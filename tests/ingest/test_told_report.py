"""What the shapes find in real files of each form leads to the place and the whole sentence, with the words marked."""

import csv
import io
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
from playwright.sync_api import Browser

from ingest.imports import Importer
from ingest.kept_sources import KeptSources
from ingest.scans import Scans
from ingest.told_report import KeptTexts, with_sentences
from shapes.check import Place, Report, Result
from shapes.reasons import explained

BEFORE = "Căn cứ Điều lệ Đảng Cộng sản Việt Nam, Tỉnh ủy Lào Cai ban hành văn bản sau đây để thực hiện."
REPLACES = (
    "Quyết định số {}-QĐ/TU ngày 05/5/2020 của Tỉnh ủy Lào Cai thay thế Quy định số 37-QĐ/TW ngày 25/10/2021 của "
    "Ban Chấp hành Trung ương"
)
AFTER = " về công tác nội chính của Đảng, có hiệu lực kể từ ngày ký."
HEADER = "number kind name aliases title deciding_body letterhead issued relations signatory source".split()
NEWER = ["37-QĐ/TW", "Quy định", "Quy định 37-QĐ/TW", "", "Duties", "", "", "2021-10-25", "", "", "Công báo"]
MG = "https://w3id.org/mandate-graph/ontology#"
HOLDING = "https://w3id.org/mandate-graph/id/holding/"


def older(number: int, name: str = "Quyết định") -> list[str]:
    issued, relation = "2020-05-05", "replaces 37-QĐ/TW (2021-10-25)"
    return [f"{number}-QĐ/TU", "Quyết định", name, "", "A decision", "", "", issued, relation, "", "Công báo, số 5"]


def places_of(importer: Importer, *files: Path) -> dict[str, Mapping[str, Any]]:
    """File -> the place of the finding that its statement breaks a rule."""
    record = importer.stage(files)
    wanted = ("Document-basis-order", "Holding-status")
    found = [r for r in importer.validation(record.id) if r["rule"] in wanted]
    return {place["file"]: {**place, "about": r["about_vi"]} for r in found for place in r["places"]}


def marked(place: Mapping[str, Any]) -> tuple[str, str, str]:
    sentence, mark, end = place["sentence"], place["mark"], place["mark_end"]
    return sentence[:mark], sentence[mark:end], sentence[end:]


def test_findings_on_texts_lead_to_the_whole_sentence_and_its_line_page_paragraph_or_cell(
    importer: Importer, tmp_path: Path, browser: Browser
) -> None:
    (tmp_path / "a.txt").write_text(f"{BEFORE}\n{BEFORE} {REPLACES.format(11)}{AFTER} {BEFORE}\n", "utf-8")
    word = docx.Document()
    word.add_paragraph(BEFORE)
    word.add_paragraph("")
    word.add_paragraph(f"{BEFORE} {REPLACES.format(12)}{AFTER}")
    word.save(str(tmp_path / "b.docx"))
    word = docx.Document()
    word.add_paragraph(BEFORE)
    cells = word.add_table(rows=2, cols=2)._cells
    cells[2].text, cells[3].text = "1", REPLACES.format(13) + AFTER
    word.save(str(tmp_path / "c.docx"))
    page = browser.new_page()
    page.set_content(f"<p style='break-after:page'>{BEFORE}</p><p>{BEFORE} {REPLACES.format(14)}{AFTER}</p>")
    (tmp_path / "d.pdf").write_bytes(page.pdf(format="A4", margin={"top": "30mm", "bottom": "30mm"}))
    page.close()

    found = places_of(importer, *sorted(tmp_path.glob("?.*")))

    where = {file: (place["where_vi"], place["where_en"]) for file, place in found.items()}
    assert where == {
        "a.txt": ("dòng 2", "line 2"),
        "b.docx": ("đoạn 2", "paragraph 2"),
        "c.docx": ("bảng 1, hàng 2, ô 2", "table 1, row 2, cell 2"),
        "d.pdf": ("trang 2", "page 2"),
    }
    for number, file in enumerate(sorted(found), 11):
        before, words, after = marked(found[file])
        assert (before, words, after) == ("1, " if file == "c.docx" else "", REPLACES.format(number), AFTER)
        assert found[file]["about"] == f"quyết định: Quyết định {number}-QĐ/TU"


def test_findings_on_tables_lead_to_line_and_column_or_to_the_cell(importer: Importer, tmp_path: Path) -> None:
    text = io.StringIO()
    csv.writer(text).writerows([HEADER, NEWER, older(21, "Quyết định\nvề nội chính")])
    (tmp_path / "a.csv").write_text(text.getvalue(), "utf-8", newline="")
    book = openpyxl.Workbook()
    book.active.title = "Văn bản"
    for row in (HEADER, older(22, "Quyết định về tổ chức")):
        book.active.append(row)
    book.save(tmp_path / "b.xlsx")

    found = places_of(importer, tmp_path / "a.csv", tmp_path / "b.xlsx")

    assert found["a.csv"]["where_vi"] == "dòng 3, cột relations"
    assert found["b.xlsx"]["where_vi"] == "Văn bản!I2"
    for place in found.values():
        before, words, after = marked(place)
        assert words == "replaces 37-QĐ/TW (2021-10-25)"
        assert before.endswith("2020-05-05,") and after == ',,"Công báo, số 5"'


TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
IN_XML = f"<r:RDF xmlns:r='{TYPE[:-4]}' xmlns:m='{MG}'>\n<m:Holding r:about='{HOLDING}a'>\n<m:status>nghỉ</m:status>"


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        ("a.ttl", f"<{HOLDING}a> a <{MG}Holding> ;\n  <{MG}status> 'nghỉ' .", 2),
        ("a.nt", f'<{HOLDING}a> <{MG}status> "nghỉ" .\n<{HOLDING}a> <{TYPE}> <{MG}Holding> .', 1),
        ("a.nq", f'<{HOLDING}a> <{TYPE}> <{MG}Holding> <urn:g> .\n<{HOLDING}a> <{MG}status> "nghỉ" <urn:g> .', 2),
        ("a.trig", f"<urn:g> {{\n<{HOLDING}a> a <{MG}Holding> ; <{MG}status> 'nghỉ' }}", 2),
        ("a.jsonld", f'{{"@id": "{HOLDING}a", "@type": "{MG}Holding",\n "{MG}status": "nghỉ"}}', 2),
        ("a.rdf", f"{IN_XML}</m:Holding></r:RDF>", 3),
    ],
)
def test_findings_on_rdf_lead_to_line_and_column(
    importer: Importer, tmp_path: Path, name: str, text: str, line: int
) -> None:
    (tmp_path / name).write_text(text, "utf-8")
    (place,) = places_of(importer, tmp_path / name).values()
    column = text.splitlines()[line - 1].index("nghỉ") + 1
    assert place["where_vi"] == f"dòng {line}, cột {column}" and marked(place)[1] == "nghỉ"


def test_where_a_source_cannot_be_read_again_the_quote_stands_alone(tmp_path: Path) -> None:
    place = Place("urn:s", "a.txt", "lời trích", start=3, end=12, sha256="00")
    result = Result("urn:d", None, None, "warning", "urn:shape", "X", "sai", "wrong", places=(place,))
    told = with_sentences(Report((result,)), KeptTexts(KeptSources(tmp_path), Scans(None, recognises=False)))
    assert told.results[0].places == (place,)
    assert explained(told.as_json()[0])["places"][0]["where_vi"] == "ký tự 3-12"
