"""The lines in which a paper says who publishes it: no words of the article that was printed or copied with them."""

import re

_LINE = re.compile(
    r"^[ ®©*-]{0,8}(?:"
    r"giấy phép\b[^\n]{0,80}/gp\b"
    r"|gpxb\b|cơ quan chủ quản ?:|(?:phó )?tổng biên tập ?:|chịu trách nhiệm (?:chính|nội dung|quản lý nội dung) ?:"
    r"|tòa soạn ?:|bản quyền thuộc|ghi rõ nguồn"
    r")[^\n]*",
    re.IGNORECASE | re.MULTILINE,
)
_CUES = ("giấy phép", "gpxb", "chủ quản", "tổng biên tập", "nội dung", "tòa soạn", "bản quyền", "ghi rõ nguồn")


def without_imprint(shown: str, low: str) -> str:
    """`shown` with blanks for these lines, as long as before; `low` is the same in small letters."""
    if not any(cue in low for cue in _CUES):
        return shown
    return _LINE.sub(lambda line: " " * len(line.group()), shown)
