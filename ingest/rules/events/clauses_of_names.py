"""At which comma the name of a conference is over: one before a person, a title or a body that goes on."""

import re

from ingest.rules.bodies.bodies import BodyReader
from ingest.rules.text.page import Page

_COMMA = re.compile(", ")
_CENTRE = re.compile(r"trung ương (?:đã|lấy|xem xét|quyết định|thống nhất|bầu|thảo luận|cho ý kiến)(?!\w)")  # who acts
_NAMES = ("honorifics", "roles", "titles", "bodies", "of_several")
# tại Hội nghị Ban Chấp hành Đảng bộ tỉnh Lào Cai nhiệm kỳ 2020-2025, Tỉnh ủy Lào Cai tổ chức công bố …
_GOES_ON = re.compile(
    r" (?:(?:đã|vừa|cũng|chính thức) )?(?:tổ chức|công bố|trao|thông báo|quyết định|thống nhất|bầu|giới thiệu|báo cáo"
    r"|trình|trình bày|thông qua|xem xét|bỏ phiếu|biểu quyết|tiến hành|cho ý kiến|ban hành|triển khai|đề nghị)(?!\w)"
)
_OF_ISSUERS = re.compile(r"(?:quyết định|nghị quyết|kết luận) của [^.;\n]{3,60}$")
_MORE_ISSUERS = re.compile(
    r", (?:bộ chính trị|ban bí thư|thủ tướng|bộ |ban |tỉnh ủy|thành ủy|ubnd |hđnd |chủ tịch (?:nước|ubnd))"
    r"[^.;:,\n]{0,40}?"
    r"(?:(?:,| và) [^.;:,\n]{3,40}?){0,2} về (?:công tác|việc|tổ chức)(?!\w)"
)
_FIRST_PEER = len("bộ chính trị")
_PEERS = re.compile(r"bộ chính trị, (?=ban bí thư)")  # quyết định của Bộ Chính trị, Ban Bí thư


def comma_before_clause(page: Page, reader: BodyReader, start: int, end: int) -> int:
    """Where the first comma stands in the words of a name that a clause of its own follows; else `end`."""
    commas = (m.start() for m in _COMMA.finditer(page.shown, start, end))
    clauses = (comma for comma in commas if _starts_a_clause(page, reader, comma + 2))
    return next((comma for comma in clauses if not _joins_issuers(page, start, comma)), end)


def _starts_a_clause(page: Page, reader: BodyReader, place: int) -> bool:
    """Whether a person, a title or a body follows, so that the name is over."""
    if any(page.at(name, place) for name in _NAMES) or _CENTRE.match(page.low, place):
        return True
    body = reader.read_at(place) if page.shown[place : place + 1].isupper() else None
    return bool(body and _GOES_ON.match(page.low, body.end))


def _joins_issuers(page: Page, start: int, comma: int) -> bool:
    """ "quyết định của Bộ Chính trị, Ban Bí thư", "… của Ban Bí thư, Thủ tướng … về công tác cán bộ"."""
    of = _OF_ISSUERS.search(page.low, start, comma)
    return bool(_PEERS.match(page.low, comma - _FIRST_PEER) or (of and _MORE_ISSUERS.match(page.low, comma)))
