"""Line ends that part the names of bodies and people: "của Bộ / Chính trị", "TRUNG / ƯƠNG", "Trần Văn / Mẫu".

Narrow columns and cells break names where no rule of other lines sees it. For broken_lines.py.
"""

import re
from collections.abc import Iterator

from ontology.text import CAPITALS

_END = r"[ \t]*(?P<end>\n[ \t]*)"
_BODIES = re.compile(
    rf"(?<!\w)(?:Bộ{_END}(?=Chính trị)|Ban{_END.replace('end', 'ban')}(?=Bí thư|Chấp hành|Thường vụ|Tổ chức|Nội chính"
    rf"|Tuyên giáo|Chỉ đạo|Dân vận)|[UỦ][yỷ] ban{_END.replace('end', 'commission')}(?=Kiểm tra|Mặt trận|Thường vụ)"
    rf"|Trung ương{_END.replace('end', 'centre')}(?=Đảng)|Trung ương,{_END.replace('end', 'list')}(?=Bộ Chính trị)"
    rf"|TRUNG{_END.replace('end', 'capitals')}(?=ƯƠNG)|THƯỜNG{_END.replace('end', 'standing')}(?=TRỰC|VỤ)"
    rf"|TIÊU{_END.replace('end', 'vice')}(?=CỰC)|[{CAPITALS}]{{2,}}{_END.replace('end', 'whose')}(?=TRUNG ƯƠNG)"
    rf"|Phó (?:Trưởng ban|Bí thư|Chủ tịch){_END.replace('end', 'deputy')}(?=Thường trực))(?=[^\W\d_]+)"
)
_TO_NUMBER = r"(?:\d{1,3}[ \t.)]+)?"
_PERSON = re.compile(
    rf"(?m)^[ \t]*{_TO_NUMBER}(?P<surname>[{CAPITALS}][^\W\d_]+) [{CAPITALS}][^\W\d_{CAPITALS}]+{_END}"
    rf"(?!(?:Nam|Nữ|Kinh|Tày|Nùng|Mường|Thái|Dao|Mông|Khmer)\b)[{CAPITALS}][^\W\d_{CAPITALS}]+[ \t]*$"
)


def cut_names(text: str, surnames: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Where each such line end begins and ends."""
    for cut in _BODIES.finditer(text):
        yield next(cut.span(name) for name, found in cut.groupdict().items() if found)
    for cut in _PERSON.finditer(text):
        if cut["surname"] in surnames:
            yield cut.span("end")
