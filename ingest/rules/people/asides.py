"""What may stand between a name and the posts behind it: another name, when somebody was born, where he lives."""

import re

from ingest.rules.text.page import Page
from ontology.text import CAPITALS

_ASIDE = re.compile(
    r"(?:[ ]*\((?:[ ]?sn|sinh|\d\d tuổi|\d{4}|bí danh|tức|tên (?:thật|khai sinh|thường gọi|gọi khác))[^()\n]{0,120}\)"
    r"|[ ]*\((?:bìa|trái|phải|giữa|bên|ở giữa|thứ(?! trưởng)|đứng|ngồi|ngoài cùng|hàng|áo|người|đầu tiên|mặc)(?!\w)"
    r"[^()\n]{0,40}\)"
    r"|,?[ ]+sinh (?:năm|ngày)[ ][\d./-]+(?=,| là )|,[ ]+\d\d tuổi(?=,)"
    r"|,[ ]+(?:bí danh|tên thật|tên khai sinh)(?: là)?:?[ ][^,;:.()\n]{1,40}(?=,)"
    r"|:[ ]+\d\d tuổi(?=,)"
    r"|[ ]*\((?:hiện|nay|hiện nay)(?: đang)? (?:là|giữ chức|làm)[^()\n]{1,120}\)"
    r"(?=, (?:nguyên|cựu|khi đó|lúc đó)(?!\w))"
    r"|,[ ]+trợ lý (?:thủ tướng|tổng bí thư|chủ tịch nước|chủ tịch quốc hội)(?: chính phủ)?(?=,)"
    r"|,[ ]+quê(?: quán)?:?[ ][^,;:.()\n]{1,40}?(?=,| là ))*"
)
_AGED = re.compile(
    r"[ ]*\((?:[ ]?sn[ ]?\d{4}|sinh năm \d{4}|\d\d tuổi)(?:, (?:quê|trú|ngụ)[^,()\n]{1,40})?,[ ]+"
    r"(?:(?:nguyên|cựu|tân|hiện là|là)[ ])?"
)
# 1 | Lê Văn Mẫu | 1972 | Bí thư …; 1 Lê Văn Mẫu 12/3/1972 Nam Bí thư …: the cells of a roster
_BIRTH = re.compile(
    r"[ \t|]+(?:(?:nam|nữ)[ \t|]+)?(?:\d{1,2}[/.-]){0,2}(?:19[2-9]\d|200\d)[ \t|]+(?:(?:nam|nữ|kinh)[ \t|]+)*"
)
_ASIDE_WORDS = re.compile(r"\(|sinh|tuổi|quê|tên|bí danh|trợ lý")  # one of which stands in each aside
_NEAR = 24  # characters from the name on in which it does
# …, trú tại phường Đông Hải, TP Thanh Hóa: where somebody lives
_UNIT_WORDS = r"(?:(?i:xã|phường|thị trấn|thị xã|huyện|quận|tỉnh|thành phố|tp|h|q|p|tx)[. ][ ]?)"
_PLACE = rf"{_UNIT_WORDS}?[{CAPITALS}\d][\w'-]*(?: [{CAPITALS}\d][\w'-]*){{0,4}}"
_LIVES = re.compile(
    rf",?[ ]+(?:(?i:hiện |thường )?(?i:trú|ngụ|cư trú|quê|quê quán|quê ở|hộ khẩu))(?: tại| ở| quán| thường trú)*:?[ ]"
    rf"{_PLACE}(?:, {_PLACE}){{0,3}}(?=,|;|[ ]?\(|[ ]là[ ]|[ ][-–])"
)


def past_asides(page: Page, place: int) -> int:
    """Where such words end that begin at the end of a name; the place itself if there are none."""
    aged = _AGED.match(page.low, place)
    if aged and any(page.at(words, aged.end()) for words in ("roles", "titles")):
        return place  # X (58 tuổi, cựu Thứ trưởng …)
    if _ASIDE_WORDS.search(page.low, place, place + _NEAR) and (aside := _ASIDE.match(page.low, place)):
        place = aside.end()
    lives = _LIVES.match(page.shown, place)
    return lives.end() if lives else place


def past_birth(page: Page, place: int) -> int | None:
    """Where the next cell of a roster begins behind the year of birth at the end of a name; None if there is none."""
    born = _BIRTH.match(page.low, place) if page.low[place : place + 1] in (" ", "\t") else None
    return born.end() if born else None
