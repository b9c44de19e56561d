"""The columns and the posts of a line of a signature, which a copy may have run together on one line."""

import re

from ingest.rules.bodies.letterhead import gaps_in
from ingest.rules.text.page import Page, Span
from ontology.text import CAPITALS, canonical

# "(Đã ký)", "(Ký, đóng dấu)", "(Ký, ghi rõ họ tên và đóng dấu)"
SIGNED = (
    r"[\s(\[]*(?:đã k[ýí](?: số)?|chờ ký|chữ ký|ký(?= tên| số|,))"
    r"(?:(?:,? và|,)? (?:tên|số|đóng dấu|ghi rõ họ(?:,| và)? tên))*[\s)\].]*"
)
# "- Như Điều 3;", "Lưu: VT." beside or over the lines of a signature
_RECIPIENT = re.compile(r"\s*(?:[-–+•*]|như |lưu|\()")
# Lưu Thị Mẫu, whose family name is the word for "kept by": Lưu Văn phòng
_CALLED_LUU = re.compile(rf"\s*(?:Lưu|LƯU)(?: [{CAPITALS}][^\W\d_]+){{1,3}}\s*$")
_KEPT = re.compile(r"\s*lưu (?:văn (?:phòng|thư)|hồ sơ)(?!\w)")
ON_BEHALF = re.compile(r"\s*(?:tm|t/m|t\.m|thay mặt)[./\s]+")
IN_PLACE_OF = re.compile(r"\s*(?:(?:kt|k/t|tl|t/l|tuq|t/uq)[./\s]+)?")
_CAPITALS_LAST = re.compile(
    rf"(?:(?<=[^\W_{CAPITALS}][ ,;.])|(?<=\)[ ,;.])) *"
    rf"((?:(?:KT|K/T|TL|T/L|TUQ|TM|T/M)[./ ]+)?(?:[{CAPITALS}]{{2,}} )*[{CAPITALS}]{{2,}})\s*$"
)
_ENDS = (".", ",", ";", ")", "/")
_COMMA = re.compile(r"\s*(?:,|-|–|kiêm)\s*")
_NEXT = re.compile(r"(?<=[\w)])\s+(?=(?:kt|k/t|tl|t/l|tuq|t/uq)[./]\s*\w)")


def is_recipient(page: Page, start: int, end: int) -> bool:
    """Whether the words are one of those who get a document: "- Như Điều 3;", "Lưu: VT."; Lưu Thị Mẫu is none."""
    if not _RECIPIENT.match(page.low, start, end):
        return False
    called = _CALLED_LUU.match(page.shown, start, end)
    return called is None or _KEPT.match(page.low, start, end) is not None


def filled_columns(page: Page, line: Span) -> list[Span]:
    """The columns of a line that hold words, from left to right."""
    gaps = gaps_in(page.low, line.start, line.end)
    starts = [line.start, *(g.end() for g in gaps)]
    ends = [*(g.start() for g in gaps), line.end]
    spans = [Span(start, end) for start, end in zip(starts, ends, strict=True)]
    return [s for s in spans if page.low[s.start : s.end].strip(" |\t")]


def post_behind_recipients(page: Page, line: Span) -> Span | None:
    """The post in capitals that a copy of two columns has put behind recipients: - Các tỉnh ủy, TỔNG BÍ THƯ"""
    if not is_recipient(page, line.start, line.end):
        return None
    found = _CAPITALS_LAST.search(page.shown, line.start, line.end)
    opens = IN_PLACE_OF.match(page.low, found.start(1)) if found else None
    role = page.at("roles", opens.end() if opens else found.start(1)) if found else None
    return Span(found.start(1), line.end) if found and role and not page.low[role.end() : line.end].strip() else None


def stands_behind_recipients(page: Page, line: Span, start: int) -> bool:
    """Whether a copy of two columns has put the name that begins there behind recipients: - Lưu: VT. Lê Văn Mẫu"""
    before = page.low[line.start : start].rstrip()
    return before.endswith(_ENDS) and is_recipient(page, line.start, line.end)


def posts_in(page: Page, column: Span) -> list[Span]:
    """The lines that a column in capitals holds: KT. BỘ TRƯỞNG / THỨ TRƯỞNG of KT. BỘ TRƯỞNG THỨ TRƯỞNG."""
    if not page.shown[column.start : column.end].isupper():
        return [column]
    begins = [column.start, *(m.end() for m in _NEXT.finditer(page.low, column.start, column.end))]
    found = [Span(begin, end) for begin, end in zip(begins, [*begins[1:], column.end], strict=True)]
    post = _last_post(page, found[-1])
    return [*found[:-1], Span(found[-1].start, post), Span(post, column.end)] if post else found


def ends_with_post(page: Page, span: Span) -> bool:
    """Whether a text in capitals before a name is a post, or says on whose behalf or for whom it is signed as what."""
    if not page.shown[span.start : span.end].isupper():
        return False
    last = posts_in(page, span)[-1]
    opens = IN_PLACE_OF.match(page.low, last.start, last.end)
    end = last.start + len(page.low[last.start : last.end].rstrip(" .,:*|"))
    return page.lexicon.any_of("roles").fullmatch(page.low, opens.end() if opens else last.start, end) is not None


def role_pair(page: Page, line: Span) -> list[Span] | None:
    """The two posts that one person holds in one body: BỘ TRƯỞNG, CHỦ NHIỆM."""
    role = page.at("roles", line.start)
    comma = _COMMA.match(page.low, role.end(), line.end) if role else None
    second = page.at("roles", comma.end()) if comma else None
    if not role or not second or page.low[second.end() : line.end].strip(" |*"):
        return None
    both = [canonical(page.lexicon.roles[m.group()]) for m in (role, second)]
    parted = [Span(line.start, role.end()), Span(second.start(), line.end)]
    return parted if both in page.lexicon.pairs_of_roles else None


def _is_post(page: Page, span: Span) -> bool:
    """Whether the words are a post, or two that one person holds: BỘ TRƯỞNG, CHỦ NHIỆM."""
    whole = page.lexicon.any_of("roles").fullmatch(page.low, span.start, span.end)
    return whole is not None or role_pair(page, span) is not None


def _last_post(page: Page, span: Span) -> int | None:
    """Where the post begins that ends a line which names a body or another post before it."""
    low, roles = page.low, page.lexicon.any_of("roles")
    behalf = ON_BEHALF.match(low, span.start, span.end)
    opens = behalf or IN_PLACE_OF.match(low, span.start, span.end)
    start = opens.end() if opens else span.start
    end = span.start + len(low[span.start : span.end].rstrip(" .,:*|"))
    names = (page.lexicon.heads, page.lexicon.bodies)
    if start == span.start or any(canonical(low[start:end]) in known for known in names):
        return None  # T/M BAN BÍ THƯ
    blank = low.find(" ", start, end)
    while blank >= 0:
        before = canonical(low[start:blank])
        whole = any(before in known for known in names) if behalf else _is_post(page, Span(start, blank))
        if whole and roles.fullmatch(low, blank + 1, end):
            return blank + 1
        blank = low.find(" ", blank + 1, end)
    return None
