"""Titles that a list gives to several people: các Ủy viên Bộ Chính trị: X; Y; Z."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cached_property

from ingest.rules.mentions.body_mentions import BodyMention
from ingest.rules.mentions.title_mentions import Title
from ingest.rules.people.people import People, PersonMention
from ingest.rules.people.subjects import Subjects
from ingest.rules.posts.beside_names import is_rank
from ingest.rules.posts.titles import Titles
from ingest.rules.text.list_leads import end_of_list
from ingest.rules.text.page import Page, Span

# "…: X, Y" and "…, gồm các đồng chí: X, Y"
_NEW_TERM = r"(?: (?:ở |trong )?nhiệm kỳ (?:mới|này|tới))?"
_OPENS_LIST = re.compile(
    rf"{_NEW_TERM}"
    r"(?P<all>,?\s+(?:bao\s+)?gồm(?:\s+có)?(?:\s+các)?(?:(?:,?\s+|/)(?:đồng chí|ông|bà))*|,?\s+là(?:\s+các đồng chí)?)?"
    r"(?:\s*:|(?<=gồm),|(?<=gồm có),)"
)
# bầu bổ sung 4 Ủy viên Bộ Chính trị … gồm ông X, …; …. Đó là các ông X, …
_COUNTED = re.compile(r"(?:\d{1,2}|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)(?: (?:đồng chí|vị|người))?$")
_PAST = (" nguyên", " cựu", " tân")  # các đồng chí nguyên Ủy viên Bộ Chính trị: …
_COUNTS = (
    *("hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"),
    *("đồng chí", "vị", "người"),
)
_COUNTED_LIST = re.compile(
    r"(?:\s+khác)?(?:\s+(?:giúp việc|trực thuộc|tái cử|trúng cử|tái đắc cử)\s[^,;:.()\n]{1,60}?)?"
    r"(?:\s\([^()\n]{1,90}\))?"
    r"(?:,?\s+theo\s(?:giới thiệu|đề nghị|tờ trình|đề cử)\scủa\s[^,;:.()\n]{3,60})?"
    r"(?:\s+(?:được|đã|hiện|cùng|đều|đang|mang)\s[^.;:,\n]{3,80}(?=\.\s+đó là\s)"
    r"|\s+(?:vừa|mới|được)\s[^.;:,\n]{2,50}?(?=,?\s(?:bao\s)?gồm\s))?"
    r"(?:,?\s+(?:bao\s+)?gồm|[.,]?\s+(?:đó )?là)(?:\s+có)?(?:\s+các)?"
    r"(?:(?:,?\s+|/)(?:ông|bà|đồng chí))*:?(?=[^\S\n]+\S)"
)
_PROPOSED_BY = ("giới thiệu của ", "đề nghị của ", "tờ trình của ", "đề cử của ")
_TOLD = re.compile(r",?\s+(?:(?:bao\s+)?gồm(?:\s+có)?|là)(?:\s+các)?(?:\s+(?:ông|bà|đồng chí))?(?=\s)")
_HONOURED = 10  # characters of an honorific after a colon
_RANKED = 24  # characters of an honorific or a rank before the name of an item
_OTHER_GROUP = re.compile(
    r";\s+(?:các|đại diện|lãnh đạo|cùng|và các|nguyên|(?:đồng thời|và )?\s*(?:chỉ định|điều động|phân công|bổ nhiệm"
    r"|luân chuyển|chuẩn y|thôi|giới thiệu|bầu|miễn nhiệm))\s"
)
_GIVEN_TO = re.compile(
    r"[^;:\n]{0,60}?(?<!\w)(?:\d{1,2}|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|các) (?:vị|đồng chí|ông, bà|người|nhân sự)"
    r"[^;:\n]{0,60}? giữ chức(?: vụ| danh)? "
)
_HEADING = 60  # characters of a heading before the name of the body or the post
_MARKS = " \t-–+*•0123456789./)ivx"
# Ban Bí thư khóa XIII gồm 11 người do … phân công, gồm: X; Y
_CONSISTS = re.compile(
    r"(?:,?\s+(?:khóa|nhiệm kỳ)\s[^,;:.\n]{1,24})?,?\s+(?:bao\s+)?gồm(?:\s+có)?"
    r"(?:\s+(?:\d{1,2}|các)\s+(?:người|đồng chí|thành viên|ủy viên|ông|bà|vị)(?!\w))?[^;:.\n]{0,120}?:\s*"
)
_NUMBER = re.compile(r"(?:[,;.] ?)?(?<!\d)\d{1,3}[.)/][ ]?")
_SEMICOLON = re.compile(r";")
_LIST_OF = re.compile(r"(?P<list>(?:trích )?danh sách )?(?:(?:các |\d{1,3} )?(?:đồng chí |thành viên |ủy viên )*)?")
_TERM_OR_COUNT = re.compile(
    r"(?:,?\s+(?:(?:khóa|nhiệm kỳ) [\w –-]{1,24}|\(?(?:gồm )?\d{1,3} (?:đồng chí|người|ủy viên|thành viên)\)?))*"
    r"\s*:?[ \t]*$",
    re.MULTILINE,
)
_STANDING = "Thường trực"
_WITHIN = re.compile(
    r"(?<!\w)(?:các (?:đồng chí|ông|bà|ủy viên|thành viên)|thành viên)(?: là ủy viên)?(?: trong| thuộc)? $"
)
_ELECTED_INTO = re.compile(
    r"(?<!\w)(?:bầu|chỉ định|bổ sung|cử)(?: bổ sung| ra| thêm)?"
    r" (?:\d{1,3}|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|các) (?:đồng chí|ủy viên|người|ông|bà|nhân sự|đại biểu)"
    r"(?: vào| tham gia)? $"
)
# What one of these ends with.
_OPENING_WORDS = (
    *("đồng chí ", "ông ", "bà ", "ủy viên ", "thành viên ", "trong ", "thuộc "),
    *("người ", "nhân sự ", "đại biểu ", "vào ", "tham gia "),
)
_COLON = re.compile(
    r"(?:\s*(?:tỉnh|huyện)|,?\s+(?:khóa|nhiệm kỳ)\s[^,;:.\n]{1,24})?"
    r"(?:,?\s+(?:bao\s+)?gồm(?:\s+có)?(?:\s+các(?:\s+(?:ông|bà|đồng chí))*)?)?:\s*"
)
_FEWEST = 2  # names under a heading that make it one of a list


class TitlesOfSeveral:
    """Reads for whom a title stands that opens a list of people."""

    def __init__(self, page: Page, titles: Titles, people: People, subjects: Subjects) -> None:
        self._page = page
        self._titles = titles
        self._people = people.all
        self._subjects = subjects
        self._starts = [p.start for p in people.all]

    def group_from(self, title: Title) -> list[Title]:
        """The title and those that the same list gives next, for several people: các Ủy viên Bộ Chính trị, Bí thư …"""
        group = [title]
        while self._said_of_several(title.start) and (after := self._titles.joined_after(group[-1])):
            group.append(after)
        return group

    def listed_after(self, title: Title, last: Title) -> list[PersonMention]:
        """Whom the title of several people is said of, and those up to the last of the same list."""
        if title.role in self._page.lexicon.cues["no_list_roles"]:
            return []
        is_counted = self._is_counted(title.start)
        if self._page.low.endswith(_PROPOSED_BY, 0, title.start):
            return []  # bầu 5 Phó Chủ tịch theo giới thiệu của Chủ tịch UBND tỉnh, gồm …
        opening = _OPENS_LIST.match(self._page.low, last.after)
        if opening and self._ends_line(opening.end()) and self._is_one_of_posts(title):
            return []
        several = self._said_of_several(title.start) or (opening is not None and is_counted)
        counted = _COUNTED_LIST.match(self._page.low, last.after) if is_counted else None
        if counted and (self._names_at(counted.end()) or self._ranks_at(counted.end())):
            ranked = title.given == "appointed" and not is_rank(title)
            return self._named_within(counted.end(), self._page.sentence_at(counted.end() + 1).end, ranked)
        first = bisect_left(self._starts, last.end)
        heading = _TERM_OR_COUNT.match(self._page.low, last.after) if not opening else None
        if heading and self._opens_heading(title.start, told=True):
            return self._subjects.first_of_lines(heading.end())
        if opening and (several or opening["all"] or self._heads_lines(title)) and self._ends_line(opening.end()):
            return self._subjects.first_of_lines(opening.end())
        if opening and not several and not opening["all"]:
            named = first < len(self._people) and self._people[first].start <= opening.end() + _HONOURED
            return self._subjects.listed_from(first) if named else []
        if opening and self._opens_with_role(opening.end()):
            return []
        if opening:
            whole = " các " in (opening["all"] or "") or bool(several and opening["all"])
            end = self._end_of_list(title, opening.end(), alone=title is last, whole=whole)
            return self._named_within(last.end, end)
        several = several or is_counted
        told = _TOLD.match(self._page.low, last.after) if several else None
        place = told.end() if told else last.after
        if not several or first == len(self._people):
            return []
        if self._people[first].start > place + 1 and not (told and self._names_at(told.end())):
            return []
        return self._subjects.listed_from(first)

    def rank_of(self, person: PersonMention, role: str) -> str:
        """The role, or what brackets say of it: "8 Phó Trưởng ban: Lê Văn Mẫu (Phó Trưởng ban Thường trực), Lê Sen"."""
        told = self._page.at("roles", person.end + 2) if self._page.low.startswith(" (", person.end) else None
        label = self._page.lexicon.roles[told.group()] if told and self._page.low.startswith(")", told.end()) else ""
        return label if label.startswith(role) else role

    def _named_within(self, start: int, end: int, ranked: bool = False) -> list[PersonMention]:
        """The people of a list, which ends where another title of several opens the next: 2 Phó Chủ tịch là X, Y …

        Not so where that only ranks some of those elected, so `ranked`: "…; các Ủy viên Bộ Chính trị: Z".
        """
        following = bisect_left(self._lists, start, key=lambda t: t.start)
        others = (t.start for t in self._lists[following:] if t.start < end and not (ranked and is_rank(t)))
        end = next(others, end)
        return self._people[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def _ranks_at(self, place: int) -> bool:
        """Whether a list opens with the rank of some of it: "gồm các đồng chí Ủy viên Trung ương Đảng: X, Y"."""
        title = self._titles.starting(self._page.after_blanks(place))
        return title is not None and is_rank(title) and self._page.low.startswith(":", title.after)

    @cached_property
    def _lists(self) -> list[Title]:
        """The titles that open a list of several people."""
        return [title for title in self._titles.all if self._opens_list(title)]

    def _opens_list(self, title: Title) -> bool:
        counted = self._is_counted(title.start)
        if counted and _COUNTED_LIST.match(self._page.low, title.after):
            return True
        several = counted or self._said_of_several(title.start)
        return several and _OPENS_LIST.match(self._page.low, self.group_from(title)[-1].after) is not None

    def _is_one_of_posts(self, title: Title) -> bool:
        """Bầu Trưởng ban, Phó Trưởng ban của …: whether another post before it is that of some of the same lines."""
        before = self._titles.ending(title.start - 4, title.start - 1)
        joined = before and self._page.low[before.end : title.start].strip() in (",", "và")
        return bool(joined) and not self._said_of_several(title.start)

    def _ends_line(self, place: int) -> bool:
        return place >= self._page.paragraph_at(place - 1).end

    def _heads_lines(self, title: Title) -> bool:
        """Whether the title alone is the heading of lines: "Phó Chủ tịch UBND tỉnh:"."""
        return self._opens_heading(title.start)

    def _opens_heading(self, place: int, told: bool = False) -> bool:
        """Whether nothing stands before the place on its line but "danh sách các đồng chí", which may be `told` for."""
        start = self._page.paragraph_at(place).start
        words = self._page.low[start:place].lstrip(_MARKS) if place - start < _HEADING else "-"
        listed = _LIST_OF.fullmatch(words)
        return listed is not None and bool(listed["list"] or not told)

    def members_of(self, bodies: Iterable[BodyMention]) -> Iterator[tuple[BodyMention, list[PersonMention]]]:
        """Ban Bí thư gồm …: / X / Y / Z: whom the words or lines list that say what each committee consists of.

        Or the lines under its name alone: "DANH SÁCH BAN BÍ THƯ KHÓA XIII".
        """
        own = [body for body in bodies if not body.name.startswith(f"{_STANDING} ")]  # whose members hold posts of it
        openings = [_CONSISTS.match(self._page.low, body.end) or self._opened_within(body) for body in own]
        places = sorted(body.start for body, opening in zip(own, openings, strict=True) if opening)
        for body, opening in zip(own, openings, strict=True):
            following = bisect_left(places, opening.end()) if opening else len(places)
            limit = places[following] if following < len(places) else len(self._page.low)
            yield body, self._members_of(body, opening, limit)

    def _members_of(self, body: BodyMention, opening: re.Match[str] | None, limit: int) -> list[PersonMention]:
        """`limit` is where the members of the next committee are told."""
        if opening and self._ends_line(opening.end()):
            return self._subjects.first_of_lines(opening.end(), limit)
        if opening and _NUMBER.match(self._page.low, opening.end()):
            return self._numbered_from(opening.end(), limit)
        if opening and self._names_at(opening.end()) and not self._tells_posts(body.end, opening.end()):
            end = min(end_of_list(self._page, opening.end()), limit)
            other = _OTHER_GROUP.search(self._page.low, opening.end(), end)
            first, last = (bisect_left(self._starts, p) for p in (opening.end(), other.start() if other else end))
            return self._people[first:last]
        heading = _TERM_OR_COUNT.match(self._page.low, body.end)
        listed = heading and self._opens_heading(body.start) and self._subjects.first_of_lines(heading.end())
        return listed if listed and len(listed) >= _FEWEST else []

    def _numbered_from(self, place: int, last: int) -> list[PersonMention]:
        """1. X, 2. Y, 3. Z: who is named behind the numbers of a list that goes on in the line."""
        found: list[PersonMention] = []
        end = min(self._page.paragraph_at(place).end, last)
        while number := _NUMBER.match(self._page.low, place, end):
            index = bisect_left(self._starts, number.end())
            person = self._people[index] if index < len(self._people) else None
            if not person or person.start > number.end() + _RANKED:
                break
            found.append(person)
            following = index + 1
            limit = self._people[following].start if following < len(self._people) else end
            marks = _NUMBER.search(self._page.low, person.end, min(limit, end))
            place = marks.start() if marks else end
        return found

    def _opens_with_role(self, place: int) -> bool:
        """Thành viên Ủy ban bầu cử gồm: Chủ tịch: X; …: whether each of the list has a post of his own."""
        role = self._page.at("roles", place + 1)
        return role is not None and self._page.low.startswith(":", role.end())

    def _tells_posts(self, start: int, end: int) -> bool:
        """Whether the words name other posts than that of a member: "gồm Chủ nhiệm X và các Phó Chủ nhiệm: …"."""
        roles = self._page.lexicon.roles
        found = {roles[m.group()] for m in self._page.found("roles", Span(start, end))}
        return bool(found - set(self._page.lexicon.cues["members"]))

    def _opened_within(self, body: BodyMention) -> re.Match[str] | None:
        """Các đồng chí trong Ban Thường vụ Tỉnh ủy: X, …; Y, …; bầu 3 đồng chí vào Ban Thường vụ Tỉnh ủy: X, Y, Z."""
        if not self._page.low.endswith(_OPENING_WORDS, 0, body.start):
            return None
        within = _WITHIN.search(self._page.low, max(0, body.start - _HONOURED - _RANKED), body.start)
        within = within or _ELECTED_INTO.search(self._page.low, max(0, body.start - _HEADING), body.start)
        return _COLON.match(self._page.low, body.end) if within else None

    def _end_of_list(self, title: Title, start: int, alone: bool, whole: bool) -> int:
        """Members are listed to the end of the sentence or to another group; holders of other posts to a semicolon.

        Not so where the list opens as one of several people: "… gồm các ông: X, …; Y, …".
        """
        end = self._page.sentence_at(title.start).end
        end = self._end_of_past(start, end) if title.former else end
        is_member = whole or (alone and title.role in self._page.lexicon.cues["list_roles"])
        if is_member:
            other = self._page.first_of(_OTHER_GROUP, Span(start, end))
            return other.start() if other else end
        apart = (self._said_of_several(title.start) or self._given_to_several(title)) and self._are_apart(start)
        while (mark := self._page.first_of(_SEMICOLON, Span(start, end))) and apart and self._names_at(mark.end()):
            start = mark.end()
        return mark.start() if mark else end

    def _given_to_several(self, title: Title) -> bool:
        """7 vị được bầu giữ chức Phó Chủ tịch …, gồm: whether the words before the post count those who get it."""
        start = self._page.sentence_at(title.start).start
        return _GIVEN_TO.fullmatch(self._page.low, start, title.start) is not None

    def _end_of_past(self, start: int, end: int) -> int:
        """Where a list of those who once held a post ends: at a semicolon before somebody by the post held now."""
        for mark in _SEMICOLON.finditer(self._page.low, start, end):
            title = self._titles.starting(self._page.after_blanks(mark.end()))
            if title and not title.former:
                return mark.start()
        return end

    def _are_apart(self, start: int) -> bool:
        """Whether semicolons part the people of a list: "X, Ủy viên Quân ủy Trung ương; Y; Z"."""
        index = bisect_left(self._starts, start)
        if index + 1 >= len(self._people):
            return False
        return ";" in self._page.low[self._people[index].end : self._people[index + 1].start]

    def _names_at(self, place: int) -> bool:
        """Whether a person is named there, behind an honorific or posts at most."""
        index = bisect_left(self._starts, place)
        person = self._people[index] if index < len(self._people) else None
        if person and person.titles_before and min(t.start for t in person.titles) == self._page.after_blanks(place):
            return True
        near = person is not None and person.start <= place + _RANKED
        words = self._page.low[place : self._people[index].start].strip() if near else "-"
        return not words or self._page.lexicon.any_of("honorifics").fullmatch(words) is not None

    def _before(self, place: int, reach: int) -> str:
        """The words before a title, without one that says when it was held."""
        before = self._page.low[max(0, place - reach) : place].rstrip()
        return before.rpartition(" ")[0] if before.endswith(_PAST) else before

    def _is_counted(self, place: int) -> bool:
        before = self._before(place, 20)
        return (before[-1:].isdigit() or before.endswith(_COUNTS)) and _COUNTED.search(before) is not None

    def _said_of_several(self, place: int) -> bool:
        before = self._before(place, 30)
        return before.endswith(tuple(self._page.lexicon.cues["of_several_people"]))
