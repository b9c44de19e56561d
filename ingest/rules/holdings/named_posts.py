"""Titles at names that a decision gives: "bổ nhiệm lại ông X, Vụ trưởng …", "Bí thư Tỉnh ủy được chỉ định là ông X"."""

import re
from collections.abc import Iterator

from ingest.rules.mentions.title_mentions import Title
from ingest.rules.people.people import PersonMention
from ingest.rules.posts.titles import Titles
from ingest.rules.text.page import Page

_NAMING_REACH = 40  # characters before a name
_HONORIFIC = r"(?:(?:đồng chí|ông|bà|đ/c)\s+)?"
_NAMING = re.compile(rf"(?:chỉ định|bổ nhiệm|bầu|cử|phân công)\s+{_HONORIFIC}$")
_AGAIN = re.compile(rf"(?:bổ nhiệm lại|tái bổ nhiệm)\s+{_HONORIFIC}$")  # Bổ nhiệm lại ông X, Vụ trưởng …
_TO_ANOTHER = re.compile(r",? (?:tiếp tục )?(?:giữ|làm|đảm nhiệm)(?!\w)")  # bổ nhiệm lại bà X, Ủy viên …, giữ chức …
_AS = re.compile(r"\s+là\s+")
_NAMED_AS = re.compile(rf"\s+(?:mới\s+)?được\s+(?:chỉ định|bổ nhiệm|bầu|cử)\s+là\s+{_HONORIFIC}")
_IS_NOW = re.compile(rf"\s+là\s+{_HONORIFIC}")
_NEWLY = re.compile(rf"\s+mới\s+là\s+{_HONORIFIC}")  # có Phó Tổng Giám đốc mới là ông X
_HAS_NEW = re.compile(r"\scó tân\s$")
_BESIDES = re.compile(r",?\s+kiêm(?: nhiệm| giữ chức)?\s+")  # bổ nhiệm ông X, Phó Tổng cục trưởng, kiêm …
_SENT = re.compile(rf"(?:bổ nhiệm|phân công|điều động|chỉ định)\s+{_HONORIFIC}$")
_IN_DETAIL = re.compile(r"(?:cụ thể|theo đó|trong đó|kết quả)(?!\w)")
_DECIDES = re.compile(r"(?<!\w)(?:chỉ định|bầu|bổ nhiệm|phân công|phê chuẩn|kiện toàn)(?!\w)")
# "X, Chánh Văn phòng UBND tỉnh, thôi giữ chức vụ để nghỉ hưu": what the posts at a name are given up by
_GIVES_UP = re.compile(
    r",?\s+(?:(?:được\s+)?(?:cho\s+)?thôi\s+(?:giữ\s+)?"
    r"|(?:đã\s+|vừa\s+)?bị\s+(?:(?:kỷ luật|xem xét|cảnh cáo|khiển trách)\s*(?:,|và|bằng hình thức)?\s*)?"
    r"(?:miễn nhiệm|bãi nhiệm|cách)\s+)"
    r"(?:các\s+)?(?:chức|chức vụ|chức danh|nhiệm vụ)"
    r"(?:\s+(?:này|trên|nói trên|hiện nay))?"
    r"(?=\s*[,.;\n]|\s+(?:để|theo|do|từ|kể từ|vì|và|sau)(?!\w)|$)"
)
# Giám đốc Sở Y tế X thôi chức theo nguyện vọng
_LEAVES = re.compile(
    r"\s+(?:(?:đã|vừa|được) )*(?:cho )?(?:thôi|bị cách|bị miễn nhiệm|từ)\s(?:giữ )?chức(?: vụ)?"
    r"(?=\s*[,.;\n]|\s+(?:theo|do|để|vì|từ|sau)(?!\w)|$)"
)
# "quyết định thôi giữ chức, nghỉ hưu đối với ông X, …"
_GIVEN_UP_BY = re.compile(
    r"(?:thôi giữ|miễn nhiệm|cách)\s(?:các\s)?(?:chức vụ|chức danh|chức)"
    r"(?:\s?(?:,|và|để)\s?[^,;.:\n]{1,40})?\s(?:đối với|cho)\s"
    r"(?:(?:đồng chí|ông|bà|(?:đại|thượng|trung|thiếu) (?:tướng|tá|úy))\s)*$"
)
_GIVEN_UP_REACH = 90  # characters before a name
# sẽ miễn nhiệm …, đề nghị (cấp có thẩm quyền xem xét) cách chức …
_WILL_BE = re.compile(
    r"(?<!\w)(?:sẽ (?:được |bị |tiến hành |xem xét |họp |làm thủ tục |biểu quyết )*(?:cho )?"
    r"|(?:đề nghị|kiến nghị|đề xuất) (?!của )(?:[^,;.:\n]{2,60} )?(?:xem xét,? )?(?:quyết định |cho |việc )*)$"
)
_WILL_REACH = 90
# 3 tân Thứ trưởng Bộ Y tế vừa được bổ nhiệm gồm …
_JUST_GIVEN = re.compile(r"\s+(?:vừa |mới )*được (?:bổ nhiệm|bầu|chỉ định|phê chuẩn|tín nhiệm bầu)(?!\w)")
_LATE = (" cố ", "\ncố ", "(cố ")
_NEXT_POST = re.compile(r",(?: và)? | và ")
_DETAIL_REACH = 3  # characters back into the sentence before


def is_named(page: Page, person: PersonMention, title: Title) -> bool:
    """Chỉ định ông X là Bí thư Tỉnh ủy; Bí thư Tỉnh ủy được chỉ định là ông X."""
    low = page.low
    if title.start > person.end:
        before = low[max(0, person.start - _NAMING_REACH) : person.start]
        index = person.titles.index(title)
        end = person.titles[index - 1].after if index else person.end
        beside = index > 0 and _BESIDES.fullmatch(low, end, title.start) and _SENT.search(before)
        again = index == 0 and _AGAIN.search(before) and low[end : title.start].strip() == ","
        again = again and not _TO_ANOTHER.match(low, max(t.after for t in person.titles))
        return bool(again or beside or (_NAMING.search(before) and _AS.fullmatch(low, end, title.start)))
    if _NAMED_AS.fullmatch(low, title.after, person.start) or _NEWLY.fullmatch(low, title.after, person.start):
        return True
    if _HAS_NEW.search(low, max(0, title.start - _NAMING_REACH), title.start):
        return _IS_NOW.fullmatch(low, title.after, person.start) is not None
    return _IS_NOW.fullmatch(low, title.after, person.start) is not None and _follows_decision(page, title.start)


def gives_up(page: Page, person: PersonMention) -> bool:
    """Whether the words behind the posts at a name say that these are given up."""
    end = max(t.after for t in person.titles)
    if end <= person.end:
        return _LEAVES.match(page.low, person.end) is not None
    before = page.low[max(0, person.start - _GIVEN_UP_REACH) : person.start]
    return _GIVES_UP.match(page.low, end) is not None or _GIVEN_UP_BY.search(before) is not None


def _follows_decision(page: Page, place: int) -> bool:
    """Whether the sentence tells what the one before it says was decided: "Cụ thể, Bí thư Đảng ủy là ông X"."""
    sentence = page.sentence_at(place)
    if not _IN_DETAIL.match(page.low, sentence.start) or sentence.start < _DETAIL_REACH:
        return False
    before = page.sentence_at(sentence.start - _DETAIL_REACH)
    return _DECIDES.search(page.low, before.start, before.end) is not None


def is_just_given(page: Page, title: Title) -> bool:
    """Whether the words behind the post of a list say that those named next just got it."""
    return _JUST_GIVEN.match(page.low, title.after) is not None


def is_late(page: Page, title: Title) -> bool:
    """Whether the title is that of somebody who died: "cố Bộ trưởng"."""
    return title.former and page.low.endswith(_LATE, 0, title.start)


def is_to_come(page: Page, title: Title) -> bool:
    """Whether what is decided on the post is still to come: "ông X sẽ được miễn nhiệm chức …"."""
    return _WILL_BE.search(page.low, max(0, title.given_at - _WILL_REACH), title.given_at) is not None


def posts_behind(page: Page, titles: Titles, place: int) -> Iterator[Title]:
    """The posts that follow memberships in the same list: "tham gia Ban Chấp hành, Ban Thường vụ, Bí thư Tỉnh ủy X"."""
    join = _NEXT_POST.match(page.low, place)
    title = titles.starting(join.end()) if join else None
    while title and title.given is None and not titles.at_name(title):
        yield title
        title = titles.joined_after(title)
