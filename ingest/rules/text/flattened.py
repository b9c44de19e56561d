"""Official documents that a portal has run together into one line: their parts begin lines again. For page.py.

Such a line holds several recitals and what is decided. Only blanks become line ends, so that every character keeps its
place.
"""

import re

from ontology.text import CAPITALS

_RECITAL = " Căn cứ "
_FEWEST = 2  # recitals within lines
_KINDS = (
    "QUYẾT ĐỊNH|NGHỊ QUYẾT|QUYẾT NGHỊ|NGHỊ ĐỊNH|CHỈ THỊ|KẾT LUẬN|KẾ HOẠCH|THÔNG BÁO|QUY ĐỊNH|QUY CHẾ|HƯỚNG DẪN|THÔNG TƯ"
    "|SẮC LỆNH"
)
_DECIDES = re.compile(rf" (?:{_KINDS})(?: ?:|\s)")
_SMALL = r"[^\W\d_A-ZĐ]"
_PARTS = re.compile(
    r"(?<=\*)\*(?=Số ?:)|(?<=\*) (?=Số \d)| (?=\* Số \d)"
    r"| (?=(?:[-–] ?)?(?:Căn cứ|Chiểu) |(?:Xét|Theo) (?:đề nghị|[Tt]ờ trình) |Điều \d{1,3}\.|Nơi nhận ?:|Số ?: ?\d"
    rf"|CỘNG H(?:ÒA|OÀ) XÃ HỘI|ĐẢNG CỘNG SẢN VIỆT NAM|Độc lập [-–] Tự do"
    rf"|(?:(?:TM|KT|TL|T/M)\. ?|(?:T/M|K/T|T/L) )[{CAPITALS}]{{2}}"
    rf"|[{CAPITALS}]\w+(?: [{CAPITALS}]\w+){{0,3}}, ngày \d|(?:{_KINDS})(?: ?:| [{CAPITALS}]?{_SMALL}))"
)
_AFTER_KIND = re.compile(rf"\n(?:{_KINDS})( )(?=[{CAPITALS}]{_SMALL}|về )")
_AROUND_SIGNED = re.compile(rf"(?<=[{CAPITALS}]) (?=\([Đđ]ã ký\))|(?<=[Đđ]ã ký\)) (?=[{CAPITALS}])")
_DECIDER = re.compile(rf"(?<=[^\W_A-ZĐ]) (?=(?:[{CAPITALS}]{{2,}}[ -]+){{2,12}}(?:\d+ ?)?\n(?:[-–] ?)?Căn cứ )")


def unflattened(text: str) -> str:
    """`text` with line ends before the parts of an official document that stands in one line; as long as before."""
    if text.count(_RECITAL) < _FEWEST or not _DECIDES.search(text):
        return text
    parted = _PARTS.sub("\n", text)
    parted = _AFTER_KIND.sub(lambda kind: kind.group()[:-1] + "\n", parted)
    return _AROUND_SIGNED.sub("\n", _DECIDER.sub("\n", parted))
