"""Who an official document says decides: BAN THƯỜNG VỤ TỈNH ỦY QUYẾT ĐỊNH, "Ban Bí thư quy định … như sau"."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import replace

from ingest.rules.bodies.issuing_offices import issuer_at
from ingest.rules.bodies.letterhead import OFFICE
from ingest.rules.mentions.body_mentions import BodyMention
from ingest.rules.official.official_head import Head
from ingest.rules.text.page import Page, Span

_DECIDES = re.compile(
    r"(?:\s+(?:đã|vừa|xin|nay|có|thống nhất|cùng))?\s+(?:ban hành|quy định|quyết định|hướng dẫn|kết luận|yêu cầu"
    r"|thông báo|chỉ thị|quyết nghị|chỉ đạo|xây dựng|triển khai|đề ra|ý kiến|báo cáo|đề nghị|đồng ý|thông qua)(?!\w)"
)
_BY_WORDS = re.compile(r"[^\n;:]{0,400}?,\s+")
_LETTER = re.compile(r"(?:^|\n)[ \t|*]*kính gửi\s*:")
_OPENING = 1200  # characters of a line in which its body speaks
_LINES = 6  # lines after the recitals in which the deciding body speaks
_OWN = ("party_committee", "standing_committee", "council", "state_body", "inspection_committee", "party_department")


def decider(page: Page, head: Head, bodies: list[BodyMention], recitals_end: int) -> BodyMention | None:
    """The body that the line under the title or the first words after the recitals say decides."""
    if head.decider.end:
        return _named_at(page, bodies, head.decider.start)
    first = bisect_right(page.paragraphs, recitals_end, key=lambda p: p.start) - 1
    for line in page.paragraphs[max(0, first) : first + _LINES]:
        found = _speaks(page, bodies, line, head.body) if line.start >= head.end or not head.lines else None
        if found:
            return found
    return None


def _speaks(page: Page, bodies: list[BodyMention], line: Span, office: BodyMention | None) -> BodyMention | None:
    """ "Ban Bí thư quy định …"; "Thực hiện Nghị quyết …, Ban Thường vụ Tỉnh ủy ban hành Kế hoạch …"."""
    end = min(line.end, line.start + _OPENING)
    starts = [line.start, *(m.end() for m in _BY_WORDS.finditer(page.low, line.start, end))]
    for start in starts[:8]:
        body = _named_at(page, bodies, start)
        said = _DECIDES.match(page.low, body.end, line.end) if body and body.form in _OWN else None
        if said and not (_tells_opinion(page, said, line) and office and body and body.name != office.name):
            return body
    return None


def _tells_opinion(page: Page, said: re.Match[str], line: Span) -> bool:
    """Whether an office may pass on what another body thinks: "Ban Bí thư có ý kiến như sau"."""
    return said.group().endswith("ý kiến") and _LETTER.search(page.low, 0, line.start) is not None


def _named_at(page: Page, bodies: list[BodyMention], place: int) -> BodyMention | None:
    issuer = issuer_at(page, bodies, place)
    if not issuer:
        return None
    index = bisect_left(bodies, place, key=lambda b: b.start)
    body = bodies[index] if index < len(bodies) else None
    if body and body.name == issuer.name and body.start < issuer.end:
        return body
    office = BodyMention(place, issuer.end, issuer.name, "state_body", "state", OFFICE)
    return replace(body, start=place) if body and body.name == issuer.name else office
