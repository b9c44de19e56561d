"""Bodies that the clause around a post is on: where somebody goes to get it, on whose side people are present."""

import re

from ingest.rules.bodies.bodies import BodyReader
from ingest.rules.mentions.body_mentions import BodyMention
from ingest.rules.text.page import Page, Span
from ontology.text import CAPITALS

_GOES_TO = re.compile(
    r"(?<!\w)(?:(?:công tác|làm việc|nhận công tác|nhận nhiệm vụ) (?:tại|ở)"
    r"|(?:điều động|luân chuyển|chuyển) (?:sang|về|đến)) $"
)
_GOES_REACH = 24
_GIVES_ACTING, _ACTING = "giao ", "quyền "  # đến công tác tại Bộ Y tế và giao quyền Bộ trưởng
_AND_IS = re.compile(
    r"(?:\s\([^()\n]{1,20}\))?[,;]?\s+(?:và\s+|rồi\s+)?(?:được\s+)?(?:(?:phân công|bổ nhiệm|chỉ định|cử|giao)\s+)*"
)
_SIDE = re.compile(r"(?<!\w)(?:về )?phía ")
_ENDS = re.compile(rf"[ ]*(?:[.;)\n]|,[ ](?![{CAPITALS}])|$)|,[ ][{CAPITALS}]")


def destination(page: Page, bodies: BodyReader, role: re.Match[str]) -> BodyMention | None:
    """Đến công tác tại Ban Tổ chức Trung ương và giữ chức Phó Trưởng ban: the body that somebody goes to."""
    gives = page.last_before("gives", page.sentence_at(role.start()).start, role.start())
    given = gives is not None and not page.low[gives.end() : role.start()].strip()
    acting = page.low.endswith(_GIVES_ACTING, 0, role.start()) and role.group().startswith(_ACTING)
    if not given and not acting:
        return None
    start = gives.start() if gives and given else role.start()
    body = bodies.last_before(start)
    joined = body and _AND_IS.fullmatch(page.low, body.end, start)
    goes = body and _GOES_TO.search(page.low, max(0, body.start - _GOES_REACH), body.start)
    return body if joined and goes else None


def side_of(page: Page, bodies: BodyReader, role: re.Match[str], heads: tuple[str, ...]) -> BodyMention | None:
    """Về phía Bộ Y có các đồng chí: X, Ủy viên …, Thứ trưởng; Y, Thứ trưởng: the office that the sentence is on."""
    if not page.low.endswith(", ", 0, role.start()) or not _ENDS.match(page.shown, role.end()):
        return None
    side = page.first_of(_SIDE, Span(page.sentence_at(role.start()).start, role.start()))
    body = bodies.first_from(side.end()) if side else None
    return body if side and body and body.start == side.end() and body.name.startswith(heads) else None
