"""Where a decision lists members: the words that open a list, its rows, and where it ends."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ingest.facts import HoldingStatus
from ingest.lexicon import one_of
from ingest.rules.bodies.founded_bodies import OWN_WORDS
from ingest.rules.mentions.body_mentions import BodyMention
from ingest.rules.mentions.title_mentions import Title
from ingest.rules.official.official_facts import Official
from ingest.rules.people.people import PersonMention
from ingest.rules.posts.titles import Titles
from ingest.rules.text.page import Page, Span
from ontology.text import canonical

_OPENS = re.compile(
    r"(?:gồm|thành phần|thành viên|danh sách|kết quả bầu|có tên sau(?: đây)?|như sau|sau đây|tham gia"
    r"|(?:đồng chí|ông|bà)(?: \(bà\)|, bà)?)"
    r"[^.;\n]{0,160}:\s*$"
)
_HEADING = re.compile(r"[\W_]*(?:phụ lục[\W_]*)?danh sách(?!\w)")
# II. BAN GIÁM SÁT, which opens the members of another body within a list
_SECTION = re.compile(
    r"[\W_]*(?:(?:[ivx]{1,4}|\d{1,2}|[a-e])[.)/ \-–]+)?(?:(?:danh sách )?(?:các )?(?:thành viên )?(?:của )?)"
    r"((?:ban|hội đồng|tổ|tiểu ban|đoàn) [^.:;\n]{2,90}?)[\s.:]*$"
)
_HELPERS = re.compile(r"(?:tổ|ban) (?:giúp việc|thư ký)")  # of the body that the list is of
_CLOSES = re.compile(
    r"[-–*\s]*(?:nơi nhận|nơi gửi|chương [ivx\d]|kính gửi|tm\.|t/m"
    r"|quyết định này|nhiệm vụ(?: của)? |trách nhiệm (?:của )?(?!h))"
    r"|[^\n]*(?:có nhiệm vụ|có trách nhiệm|chịu trách nhiệm|quyền hạn)"
)
_ARTICLE = re.compile(r"[-–*\s]*điều \d")
_LEADS = re.compile(
    r"(?<!\w)giữ (?:các )?(?:chức vụ|chức danh|chức) (?:là )?(?:lãnh đạo|quản lý|lãnh đạo, quản lý)(?: của)? "
)
_IN_PLACE_OF = re.compile(r"[\s|]*(?:(?:kt|k/t|tl|t/l|tuq|t/uq|q)[./\s]+)?")
_ROW = re.compile(r"[ \t|]*(?:[-–+*•][ \t]*)?(?:\d{1,3}[ \t]*(?:[.)/|\t-]|$)|[-–+•*]|[a-zđ]\)|[ivx]{1,4}[.)])")
_JOIN_AS = re.compile(
    r"tham gia (?:làm )?(?:thành viên (?:của )?)?|làm (?:thành|ủy) viên [^:\n]{0,60}?(?<=\s)trong "
    r"|(?:chuẩn y|chỉ định|công nhận|bầu|phê chuẩn)(?: kết quả bầu)? (?=ban chấp hành|ban thường vụ|ủy ban kiểm tra)"
)
_INSIDE = "trong "
_JOINING = re.compile("tham gia")
_POST_OF_ALL = re.compile(
    r"(?<!\w)(?:giữ|làm|vào|giữ các|bầu(?: bổ sung)?|bổ nhiệm|miễn nhiệm|bãi nhiệm|cách chức|phê chuẩn)\s+"
    r"(?:(?:các\s+)?(?:chức vụ|chức danh|chức)\s+)?"
)
_TAKES = one_of(("thôi", "miễn nhiệm", "rút", "bãi nhiệm", "không"))
_SHARES_WORK = one_of(("phân công nhiệm vụ", "phân công công việc", "phân công công tác"))  # to those who are members
_MEMBERS_OF = ("steering_committee", "council", "other", "inspection_committee", "state_body")
_JOINED = (
    "party_committee",
    "standing_committee",
    "inspection_committee",
    "steering_committee",
    "council",
    "other",
    "front_union",
)
_BOARDS = ("ủy ban quốc gia", "hội đồng ")
_MOST = 300  # rows of one list
_LISTS = 60  # lists of one document
_LEAD = 400  # characters of the words that open a list


@dataclass(slots=True)
class MemberList:
    """`role` is that of all rows that give none, from the words that open the list."""

    body: BodyMention
    role: str
    status: HoldingStatus
    rows: list[Span]
    led: bool = False  # the rows name who leads an office: "lãnh đạo Cục Thuế: ông X giữ chức Cục trưởng"


class MemberLists:
    """`bodies` and `people` are those of the page in order."""

    def __init__(
        self, page: Page, bodies: list[BodyMention], people: list[PersonMention], titles: Titles, official: Official
    ) -> None:
        self._page, self._low = page, page.low
        self._titles = titles
        self._bodies = [b for b in bodies if not b.is_kind]
        self._people = people
        self._starts = [p.start for p in people]
        self._lines = page.paragraphs
        self._first = bisect_left(self._lines, official.articles, key=lambda p: p.start)
        own = official.head.body
        self._own = own if own and own.form in _MEMBERS_OF[:3] else None  # the committee whose paper it is
        self._office = own  # among whose leaders it shares the work
        self._of_page = self._body_in(official.annexed) if official.annexed else self._own
        self._shares_work = bool(_SHARES_WORK.search(self._low, official.title.start, official.title.end))

    def read(self) -> Iterator[MemberList]:
        body = self._of_page
        index, opened = self._first, 0
        while index < len(self._lines):
            line = self._lines[index]
            body = self._body_in(line) or body if opened < _LISTS else body
            opens = _OPENS.search(self._low, max(line.start, line.end - _LEAD), line.end)
            heading = _HEADING.match(self._low, line.start, line.end) or (self._own and self._heads_section(line))
            index += 1
            if (not opens and not heading) or opened == _LISTS:
                continue
            opened += 1
            found, index = self._list(line, index, body, heading is not None)
            for each in self._sections(found) if found else ():
                yield each
                body = each.body

    def lines(self) -> Iterator[tuple[int, Span]]:
        """The lines in which lists may open, with the index of each."""
        yield from enumerate(self._lines[self._first :], self._first)

    def rows_from(self, index: int) -> list[Span]:
        """The rows of the list whose first line has that index."""
        return list(self._rows(self._lines_of(index, False)))

    def _heads_section(self, line: Span) -> re.Match[str] | None:
        """II. BAN GIÁM SÁT; I. CÁC THÀNH VIÊN BAN CHỈ ĐẠO"""
        section = _SECTION.match(self._low, line.start, line.end)
        return section if section and self._page.shown[section.start(1) : section.end(1)].isupper() else None

    def _sections(self, listed: MemberList) -> Iterator[MemberList]:
        """The list; where headings part it, II. BAN GIÁM SÁT, the list of the members of each."""
        first, body, post = 0, listed.body, listed.role
        for index, row in enumerate(listed.rows):
            headed = None if self.person_in(row) else self._headed(row, listed.body)
            if headed:
                if any(self.person_in(r) for r in listed.rows[first:index]):
                    yield MemberList(body, post, listed.status, listed.rows[first:index], listed.led)
                first, body, post = index + 1, headed, ""
        if first == 0:
            yield listed
        elif any(self.person_in(row) for row in listed.rows[first:]):
            yield MemberList(body, post, listed.status, listed.rows[first:])

    def _headed(self, row: Span, listed: BodyMention) -> BodyMention | None:
        """The body whose members a heading opens, under the name that the text gives it before."""
        heading = self._heads_section(row)
        if not heading:
            return None
        words = canonical(heading[1])
        before = self._bodies[: bisect_left(self._bodies, row.start, key=lambda b: b.start)]
        named = next((b for b in reversed(before) if canonical(b.name).startswith(words)), None)
        if named:
            return named
        name = f"{heading[1].capitalize()} {listed.name}" if _HELPERS.fullmatch(words) else ""
        return replace(listed, start=heading.start(1), end=heading.end(1), name=name, form="other") if name else None

    def _list(self, line: Span, index: int, body: BodyMention | None, heading: bool) -> tuple[MemberList | None, int]:
        """The list that the line opens, and the line after it."""
        joined = self._joined_body(line)
        post = self._post_of_all(line)
        led = self._led_body(line) if not joined and not post else None
        led = led or (self._office if self._shares_work and not body else None)
        body = joined or (post.body if post else led or body)
        lines = self._lines_of(index, heading)
        rows = list(self._rows(lines)) if body else []
        if not body or not any(self.person_in(row) for row in rows):
            return None, index
        status: HoldingStatus = "dismissed" if _TAKES.search(self._low, line.start, line.end) else "appointed"
        shares = self._shares_work or _SHARES_WORK.search(self._low, line.start, line.end)
        status = "current" if shares else status
        member = "Ủy viên" if joined and joined.form in _JOINED[:3] else ""
        role = post.role if post else self._role_of_all(line) or member
        return MemberList(body, role, status, rows, led is not None), index + len(lines)

    def _lines_of(self, index: int, heading: bool) -> list[Span]:
        found: list[Span] = []
        for line in self._lines[index : index + 4 * _MOST]:
            if _ARTICLE.match(self._low, line.start, line.end) or self._is_signed_as(line):
                break
            if _CLOSES.match(self._low, line.start, line.end) and not self._people_in(line):
                break
            if _HEADING.match(self._low, line.start, line.end) and not (heading and not found):
                break
            found.append(line)
        return found

    def _is_signed_as(self, line: Span) -> bool:
        """CHỦ TỊCH; KT. CHỦ TỊCH: whether a line says as what the document is signed."""
        if not self._page.shown[line.start : line.end].isupper():
            return False
        opens = _IN_PLACE_OF.match(self._low, line.start, line.end)
        role = self._page.lexicon.any_of("roles").match(self._low, opens.end() if opens else line.start, line.end)
        return role is not None and not self._low[role.end() : line.end].strip(" *.|")

    def _rows(self, lines: list[Span]) -> Iterator[Span]:
        """The lines of each row together: those of a flattened table stand one under another."""
        start: int | None = None
        end = 0
        full = headed = False
        for line in lines[: 4 * _MOST]:
            named = self._people_in(line)
            heads = not named and self._heads_section(line) is not None
            opens = heads or bool(_ROW.match(self._low, line.start, line.end)) or self._is_role_heading(line)
            if start is not None and (opens or headed or (named and full)):
                yield Span(start, end)
                start, full = None, False
            start = line.start if start is None else start
            end, full, headed = line.end, full or bool(named), heads
        if start is not None:
            yield Span(start, end)

    def _is_role_heading(self, line: Span) -> bool:
        """ "Các ủy viên:"; "Phó Trưởng ban:"."""
        return self._low[line.start : line.end].rstrip().endswith(":")

    def person_in(self, row: Span) -> PersonMention | None:
        first = bisect_left(self._starts, row.start)
        person = self._people[first] if first < len(self._people) else None
        return person if person and person.end <= row.end else None

    def all_in(self, row: Span) -> list[PersonMention]:
        first, last = (bisect_left(self._starts, place) for place in (row.start, row.end))
        return self._people[first:last]

    def _people_in(self, line: Span) -> bool:
        return self.person_in(line) is not None

    def _body_in(self, line: Span) -> BodyMention | None:
        """The body whose members a line speaks of: the last that it names and that can have members."""
        first, last = (bisect_left(self._bodies, place, key=lambda b: b.start) for place in (line.start, line.end))
        able = [b for b in self._bodies[first:last] if b.form in _MEMBERS_OF and _has_members(b)]
        own = [b for b in self._bodies[first:last] if b.rule == OWN_WORDS]
        return (own or able)[-1] if own or able else None

    def _joined_body(self, line: Span) -> BodyMention | None:
        """The body of "tham gia Ban Chấp hành Đảng bộ huyện …", of "làm ủy viên trong Ủy ban Kháng chiến khu 1"."""
        cue = next(iter(_JOIN_AS.finditer(self._low, line.start, line.end)), None)
        index = bisect_left(self._bodies, cue.end(), key=lambda b: b.start) if cue else len(self._bodies)
        body = self._bodies[index] if index < len(self._bodies) else None
        if not cue or not body or body.start > cue.end() + 2:
            return None
        able = _JOINED if _JOINING.match(cue.group()) else _JOINED[:3]
        return body if body.form in able or cue.group().endswith(_INSIDE) else None

    def _led_body(self, line: Span) -> BodyMention | None:
        """The office of "Bổ nhiệm các ông, bà có tên dưới đây giữ chức vụ lãnh đạo Cục Thuế:"."""
        leads = next(iter(_LEADS.finditer(self._low, line.start, line.end)), None)
        index = bisect_left(self._bodies, leads.end(), key=lambda b: b.start) if leads else len(self._bodies)
        body = self._bodies[index] if index < len(self._bodies) else None
        return body if leads and body and body.start == leads.end() and body.end <= line.end else None

    def _post_of_all(self, line: Span) -> Title | None:
        """ "Xác nhận kết quả bầu Phó Chủ tịch Ủy ban nhân dân tỉnh đối với các ông, bà:": the post and its body."""
        for cue in _POST_OF_ALL.finditer(self._low, line.start, line.end):
            title = self._titles.starting(cue.end())
            if title and title.end <= line.end and not self._titles.at_name(title):
                return title
        return None

    def _role_of_all(self, line: Span) -> str:
        """ "… giữ chức Ủy viên Ban Chỉ đạo:", "… làm Ủy viên:"."""
        for cue in _POST_OF_ALL.finditer(self._low, line.start, line.end):
            role = self._page.lexicon.any_of("roles").match(self._low, cue.end(), line.end)
            if role:
                label: str = self._page.lexicon.roles[role.group()]
                return label
        return ""


def _has_members(body: BodyMention) -> bool:
    """Whether a body may list members; of those of the State councils and national committees: Ủy ban Quốc gia về …."""
    return body.form != "state_body" or body.name.lower().startswith(_BOARDS)
