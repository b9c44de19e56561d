"""Lists of members in a decision: "Thành lập Ban Chỉ đạo … gồm các đồng chí sau:", a line for each member."""

import re
from bisect import bisect_left

from ingest.facts import HoldingFact
from ingest.rules.body_mentions import BodyMention
from ingest.rules.official import Official
from ingest.rules.page import Page, Span
from ingest.rules.people import PersonMention
from ingest.rules.scene import Mention

_OPENS = re.compile(r"(?:gồm|thành phần|thành viên|danh sách)[^.;\n]{0,60}:\s*$")
_CLOSES = re.compile(r"[-–*\s]*(?:điều \d|nơi nhận|chương [ivx\d]|\d+\.\d)|.*(?:nhiệm vụ|trách nhiệm|quyền hạn)")
_NUMBERING = re.compile(r"[-–+*•\s]*(?:\d{1,3}\s*[.)/-]\s*)?")
_PARTS = re.compile(r"\s*[-–,:;|]\s*|\s+làm\s+|\s+là\s+")
_REST = re.compile(r"\s*(?:ban chỉ đạo|chỉ đạo|tiểu ban|tổ giúp việc|hội đồng)?[\s.,;]*")
_MOST = 200  # members of one list


def members(
    page: Page, official: Official, bodies: list[BodyMention], people: list[PersonMention]
) -> list[HoldingFact]:
    """Everybody whom the document names a member of a body, from its own day on. Lists are in order of place."""
    found: list[HoldingFact] = []
    body: BodyMention | None = None
    left = 0
    role = ""
    for line in page.paragraphs:
        low = page.low[line.start : line.end]
        if line.start < official.title.end:
            continue
        named = _last_body(bodies, line)
        if _OPENS.search(low) and (named or body):
            body, left, role = named or body, _MOST, ""
        elif _CLOSES.match(low):
            left = 0
            body = named or body
        elif left and body:
            here = [p for p in _within(people, line) if p.end <= line.end]
            role = role if here else _role(page, line.start, line.end)
            said = _role_of_member(page, line, here[0]) or role if here else ""
            if here and said:
                left -= 1
                words = page.evidence(here[0].start, line.end, "member-list")
                issued = official.itself.issued
                found.append(HoldingFact(here[0].name, said, body.name, "appointed", (words,), issued))
    return found


def _last_body(bodies: list[BodyMention], line: Span) -> BodyMention | None:
    """The body before the word "gồm": the last that the line names, if it can have members."""
    here = [
        b for b in _within(bodies, line) if b.form in ("steering_committee", "council", "other", "inspection_committee")
    ]
    return here[-1] if here else None


def _within(mentions: list[Mention], line: Span) -> list[Mention]:
    first = bisect_left(mentions, line.start, key=lambda m: m.start)
    last = bisect_left(mentions, line.end, key=lambda m: m.start)
    return mentions[first:last]


def _role_of_member(page: Page, line: Span, person: PersonMention) -> str:
    """The role with which the line ends, "…, Bí thư Tỉnh ủy - Trưởng ban;", or begins: "Trưởng ban: ông …"."""
    for part in reversed(list(_PARTS.finditer(page.low, person.end, line.end))):
        role = _role(page, part.end(), line.end)
        if role:
            return role
        if page.low[part.end() : line.end].strip(" .;,"):
            break
    return _role(page, line.start, person.start)


def _role(page: Page, start: int, end: int) -> str:
    """The label of the role that the words are, with no more than the kind of body after it."""
    numbering = _NUMBERING.match(page.low, start, end)
    start = numbering.end() if numbering else start
    several = page.lexicon.any_of("of_several").match(page.low, start, end)
    start = several.end() + 1 if several else start
    role = page.lexicon.any_of("roles").match(page.low, start, end)
    if not role:
        return ""
    rest = re.split(r"[:]|\s(?:ông|bà|đồng chí)\s", page.low[role.end() : end])[0]
    return page.lexicon.roles[role.group()] if _REST.fullmatch(rest) else ""
