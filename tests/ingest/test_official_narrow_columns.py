"""Papers of the Party's centre, whose narrow columns cut the names of bodies and people at the line's end."""

import pytest

from ingest.lexicon import Lexicon
from ingest.rules.text.broken_lines import mended
from tests.ingest.official_texts import held, itself, read, related

SURNAMES = frozenset({"Lê", "Đỗ"})


@pytest.mark.parametrize(
    "name",
    [
        "Bộ/Chính trị", "Ban/Bí thư", "Ban/Chấp hành", "Ủy ban/Kiểm tra", "Trung ương/Đảng", "TRUNG/ƯƠNG",
        "THƯỜNG/TRỰC", "BAN KINH TẾ/TRUNG ƯƠNG", "TIÊU/CỰC", "Phó Trưởng ban/Thường trực", "Lê Văn/Mẫu",
        "1. Lê Văn/Mẫu",
    ],
)  # fmt: skip
def test_a_name_that_a_line_cuts_is_whole(name: str) -> None:
    text = name.replace("/", "\n")
    assert mended(text, SURNAMES) == name.replace("/", " ")


@pytest.mark.parametrize(
    "text", ["Lê Văn Mẫu\nHà Văn Mơ", "Lê Mẫu\nNam", "Cà Mau\nHà Nội", "Các Bộ\nLà", "Trung ương\nCác tỉnh"]
)
def test_other_lines_keep_their_ends(text: str) -> None:
    assert mended(text, SURNAMES) == text


def test_the_surnames_are_those_of_the_lexicon() -> None:
    assert "Lê" in Lexicon.load().surnames


TITLE = "QUY ĐỊNH\nvề công tác chống hạn\n-----\n"
TERMS = (
    "- Căn cứ Điều lệ Đảng và Quy định số 31-QĐ/TW, ngày 28/7/2021 của Ban Chấp hành Trung ương về chống hạn;\n"
    "- Căn cứ Quy định số 15-QĐ/TW, ngày 01/10/2021 của Bộ Chính trị về giao việc,\n"
    "Ban Bí thư quy định như sau:\nĐiều 1. Các cấp ủy chống hạn.\n"
)
CUT = TERMS.replace("ngày 28", "ngày\n     28").replace("của Bộ ", "của Bộ\n     ").replace("công tác ", "công tác\n")
HEAD = "BAN CHẤP HÀNH TRUNG ƯƠNG", "Số 12-QĐ/TW", "ĐẢNG CỘNG SẢN VIỆT NAM", "Hà Nội, ngày 5 tháng 6 năm 2023"
CELLS = (
    f"| {HEAD[0]}<br>*<br>{HEAD[1]} | {HEAD[2]}<br>{HEAD[3]} |\n| --- | --- |\n\n{TITLE}{TERMS}\n"
    "| Nơi nhận:<br>- Các tỉnh ủy, thành ủy,<br>- Các đồng chí Ủy viên Ban Chấp hành Trung ương Đảng,<br>- Lưu "
    "| T/M BAN BÍ THƯ<br>THƯỜNG TRỰC<br><br>Đỗ Văn Sen |\n| --- | --- |\n"
).replace("<br>", "\n")
COLUMNS = (
    "   BAN CHẤP HÀNH TRUNG           ĐẢNG CỘNG SẢN VIỆT NAM\n           ƯƠNG\n"
    "             *                   Hà Nội, ngày 5 tháng 6 năm 2023\n       Số 12-QĐ/TW\n\n"
    f"{TITLE}     {CUT}\n"
    "Nơi nhận:                              T/M BAN BÍ THƯ\n- Các tỉnh ủy, thành ủy,                 THƯỜNG TRỰC\n"
    "- Các đồng chí Ủy viên Ban Chấp hành Trung\nương Đảng,\n- Lưu Văn phòng\n\n"
    "                                               Đỗ Văn Sen\n"
)
COPY = (
    f"{HEAD[0]}\n*\n{HEAD[1]}\n{HEAD[2]}\n{HEAD[3]}\n{TITLE}{CUT}Nơi nhận:\n- Các tỉnh ủy, thành ủy,\n"
    "- Các đồng chí Ủy viên Ban Chấp hành Trung\nương Đảng,\n- Lưu\nT/M BAN BÍ THƯ\nTHƯỜNG\nTRỰC\nĐỗ Văn Sen\n"
)


@pytest.mark.parametrize("text", [CELLS, COLUMNS, COPY], ids=["cells", "columns", "copy"])
def test_the_same_facts_come_out_of_every_form_of_a_paper_of_the_centre(text: str) -> None:
    assert (itself(text).number, itself(text).issued) == ("12-QĐ/TW", "2023-06-05")
    assert sorted(related(text, "basedOn")) == ["15-QĐ/TW", "31-QĐ/TW", "Điều lệ Đảng"]
    assert related(text, "signedBy") == ["Đỗ Văn Sen"]
    assert held(text) == {("Đỗ Văn Sen", "Thường trực", "Ban Bí thư", "current")}
    issuers = {d.number: d.issuer for d in read(text).documents}
    assert issuers["15-QĐ/TW"] == "Bộ Chính trị"
    assert issuers["31-QĐ/TW"] == "Ban Chấp hành Trung ương Đảng"
    assert itself(text).issuer == "Ban Bí thư"
