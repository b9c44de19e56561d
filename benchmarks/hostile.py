"""Texts of a megabyte that no office wrote, and what it takes to read each: `python -m benchmarks.hostile [NAME…]`.

Each repeats what a rule begins with, or what none reads. All are read in time that grows with their length
(tests/ingest/test_linear_time.py counts the steps); here is how long that is.
"""

import argparse
import time
from collections.abc import Iterator

from rich.console import Console
from rich.table import Table

from ingest.extraction import extract
from ingest.lexicon import Lexicon
from ontology.text import nfc

CHARACTERS = 1_000_000
REPEATED = {
    "a figure a line": "1\n",
    "a name a line": "Lê Văn Mẫu\n",
    "names with commas in one line": "Lê Văn Mẫu, ",
    "names with posts in one line": "ông Lê Văn Mẫu, Bí thư Tỉnh ủy Lào Cai, ",
    "recitals run together": "QUYẾT ĐỊNH Căn cứ Luật Mẫu số 1/2020/QH14 ngày 5/6/2020; ",
    "recitals of nothing": "Căn cứ ",
    "a recital a line": "Căn cứ Nghị định số 5/2020/NĐ-CP;\n",
    "articles": "Điều 1. ",
    "decisions": "QUYẾT ĐỊNH\n",
    "comrades": "đồng chí ",
    "number signs": "số ",
    "figures with slashes": "1/1/",
    "days": "ngày 1/1/2024 ",
    "document numbers": "số 25-QĐ/TU ",
    "one word": "a",
    "one capital word": "Đ",
    "one-letter words": "A ",
    "capitals": "ĐẢNG CỘNG SẢN VIỆT NAM ",
    "blanks": " ",
    "tabs": "A\tb\t",
    "cells": "| Lê Mai | Bí thư | ",
    "semicolons": ";",
    "full stops": ". ",
    "line ends": "\n",
    "brackets in brackets": "(",
    "quotes in quotes": "“",
    "combining marks": "a\u0300\u0301",
    "marks of direction": "\u202eA\u200f ",
    "signatures": "TM. BAN THƯỜNG VỤ\nBÍ THƯ\nLê Văn Mẫu\n",
    "years of careers": "- Từ 5/2010 đến 3/2015: ",
    "given posts": "giữ chức Bí thư Tỉnh ủy, ",
    "markup": "<td>",
    "soft hyphens": "\u00ad",
    "line ends of other systems": "\r\n",
    "low lines": "_",
    "openings of brackets after names": "Lê Mai (",
    "bodies": "Ban Chỉ đạo ",
    "places": "tỉnh Lào Cai, ",
    "abbreviations": "UBND ",
    "sessions": "Kỳ họp thứ hai HĐND tỉnh khóa XVI ",
    "dashes": "– ",
    "one word of many letters": "nghiêng",
    "names of one letter": "Lê A.",
    "titles in a row": "Bí thư, Chủ tịch, Trưởng ban, ",
    "abbreviations defined again": "Ban Chỉ đạo phòng, chống tham nhũng (BCĐ), ",
    "days run together": "ngày 1/1/2024ngày 2/2/2024",
    "a sentence without end": "ông Lê Văn Mẫu và bà Đỗ Thị Sen của Tỉnh ủy Lào Cai đã ",
    "lines of a letter": "- a\n",
    "names in brackets in quotes": "“Lê Mai (bà ",
    "papers that replace": "Quy định số 25-QĐ/TU thay thế Quy định số 24-QĐ/TU; ",
    "lines of careers": "- Từ 5/2010 đến 3/2015: Bí thư Tỉnh ủy Lào Cai\n",
    "decisions with issuers": "Quyết định số 1/QĐ-UBND ngày 1/1/2024 của UBND tỉnh Lào Cai, ",
    "names and posts by dashes": "Lê Văn Mẫu-Giám đốc Sở Y tế-",
    "papers without numbers": "Báo cáo kết quả, Tờ trình, Nghị quyết về việc ",
    "papers handed over": "trao Quyết định của Bộ Chính trị cho ông Lê Văn Mẫu, ",
    "ministries and deputies": "Bộ Y tế, Thứ trưởng Lê Văn Mẫu, ",
    "departments of a province": "tỉnh Lào Cai, Trưởng Ban Nội chính: ",
    "counted posts": "và 2 Phó Chủ tịch UBND tỉnh là Đỗ Văn Sâm, Vũ Thị Sen, ",
    "posts of several": "các Ủy viên Bộ Chính trị, Bí thư Trung ương Đảng: Lê Văn Mẫu, Đỗ Thị Sen, ",
    "counted members": "bầu 2 đồng chí vào Ban Thường vụ Tỉnh ủy Lai Châu: Lò Văn Pâng, Vàng Thị Mỷ, ",
    "organs of a council": "HĐND xã Mường Hum gồm 2 ban: Ban Pháp chế và Ban Kinh tế - Ngân sách, ",
    "issuers behind titles": "Chỉ thị số 12-CT/TU về cải cách hành chính của Ban Thường vụ Tỉnh ủy Lào Cai, ",
    "counted papers": "ban hành hai nghị quyết, gồm: Nghị quyết số 12/2025/QH15 và Nghị quyết số 13/2025/QH15, ",
    "meetings with chairs": "đồng chí Lê Văn Mẫu chủ trì Hội nghị sơ kết công tác nội chính, ",
    "men called by one name": "ông Pâng là Vụ trưởng Vụ Ngân sách nhà nước, ông Lò Văn Pâng, ",
    "sessions that adopt": "HĐND xã thông qua Nghị quyết về đất đai tại Kỳ họp thứ 3. ",
    "fields of portals": "Số ký hiệu: 25-QĐ/TU\nNgày ban hành: 1/1/2024\n",
}


def seconds(names: tuple[str, ...] = tuple(REPEATED), characters: int = CHARACTERS) -> Iterator[tuple[str, float]]:
    """(name, seconds of processor time) for each of the texts, the rules being loaded."""
    lexicon = Lexicon.load()
    for unit in REPEATED.values():  # patterns are built when they are first asked for
        extract(nfc(unit * 50), lexicon)
    for name in names:
        unit = REPEATED[name]
        text = nfc((unit * (characters // len(unit) + 1))[:characters])
        begun = time.process_time()
        extract(text, lexicon)
        yield name, time.process_time() - begun


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(REPEATED))
    parser.add_argument("--characters", type=int, default=CHARACTERS)
    arguments = parser.parse_args()
    if unknown := set(arguments.names) - REPEATED.keys():
        parser.error(f"no such text: {', '.join(sorted(unknown))}")
    table = Table("text", "repeats", "s of processor time", title=f"{arguments.characters:,} characters each")
    for name, spent in seconds(tuple(arguments.names) or tuple(REPEATED), arguments.characters):
        table.add_row(name, repr(REPEATED[name]), f"{spent:.1f}")
    Console().print(table)


if __name__ == "__main__":
    main()
