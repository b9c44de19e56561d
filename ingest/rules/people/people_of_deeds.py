"""Several people whom one deed concerns: a counted group and its list, items that each say why somebody leaves."""

import re
from bisect import bisect_left

from ingest.rules.people.people import PersonMention
from ingest.rules.text.page import Page, Span

# bầu bổ sung Ủy viên UBND tỉnh đối với 4 đại biểu, gồm các ông X - …, Y - …
_COUNTED = re.compile(
    r"\s(?:\d{1,2}|hai|ba|bốn|năm|sáu|bảy|tám|các)\s(?:đại biểu|đồng chí|ông|bà|người|nhân sự|cán bộ|trường hợp)"
    r"[^.;:\n]{0,40}?(?:,? (?:gồm|là)(?: có)?(?: các)?(?: (?:ông|bà|đồng chí))?:?|:)(?=\s)"
)
_OTHER_DEED = re.compile(
    r";\s+(?:(?:đồng thời|và),?\s)?(?:phê chuẩn|chỉ định|điều động|phân công|bổ nhiệm|luân chuyển|chuẩn y|thôi"
    r"|giới thiệu|bầu|miễn nhiệm|bãi nhiệm|cho thôi)\s"
)
_FOR = " đối với "  # those of the next deed
_LONGEST = 4_000  # characters of a list
_ITEM = re.compile(r";\s+(?:và\s+)?(?:đồng chí|ông|bà)\s+")
_LEAVES = re.compile(
    r"(?<!\w)(?:nghỉ hưu|nghỉ công tác|nghỉ chế độ|chuyển công tác|nhận nhiệm vụ|điều động|luân chuyển|chuyển đến"
    r"|lý do|từ trần|thôi việc)(?!\w)"
)


def counted_list(page: Page, place: int) -> tuple[int, int] | None:
    """From where to where the list goes of the group that the words there count: "4 đại biểu, gồm các ông X, Y"."""
    counted = _COUNTED.match(page.low, place)
    if not counted:
        return None
    last = min(page.sentence_at(counted.end()).end, counted.end() + _LONGEST)
    following = page.low.find(_FOR, counted.end(), last)
    last = following if following >= 0 else last
    other = _OTHER_DEED.search(page.low, counted.end(), last)
    return counted.end(), other.start() if other else last


def with_items(
    page: Page, people: list[PersonMention], listed: list[PersonMention], sentence: Span
) -> list[PersonMention]:
    """… đối với ông X, do nghỉ hưu; ông Y, nguyên Giám đốc …, được điều động: those who open the items that follow.

    The item of each says why he leaves, as that of X. `people` are those of the page, in order.
    """
    found = list(listed)
    low = page.low
    while found:
        stop = low.find(";", found[-1].end, sentence.end)
        item = _ITEM.match(low, stop) if stop >= 0 else None
        index = bisect_left(people, item.end(), key=lambda p: p.start) if item else len(people)
        person = people[index] if index < len(people) else None
        if not item or not person or person.start > item.end() or not _LEAVES.search(low, found[-1].end, stop):
            break
        end = low.find(";", person.end, sentence.end)
        told = _LEAVES.search(low, person.end, end if end >= 0 else sentence.end)
        if not told or not low.startswith((",", " -", " –"), person.end):
            break
        found.append(person)
    return found
