"""Whom a page lists under the name of a committee: DANH SÁCH BAN CHẤP HÀNH …, and a line or row for each member."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from ingest.facts import HoldingFact
from ingest.rules.mentions.body_mentions import BodyMention
from ingest.rules.mentions.same_holdings import compared
from ingest.rules.people.people import PersonMention
from ingest.rules.text.page import Page, Span

_HEADS = re.compile(r"[\W_]*(?:trích )?danh sách\s+(?:(?:các|thành viên|ủy viên|đồng chí|\d{1,3})\s+)*")
_MARKS = re.compile(r"[\s\d.)/|*+–-]*(?:(?:đồng chí|đ/c|ông|bà)\s+)?")
_NUMBERED = re.compile(r"[ \t|]*\d{1,3}[ \t]*[.)/|\t –-]")
_SHORT = 120  # characters of a line that names nobody: (39 đồng chí); TT  Họ và tên  Năm sinh
_ASIDES = 4  # such lines that may follow one another
_MOST = 400  # lines of one list
_FEWEST = 2  # rows that make a list
_MEMBER = "Ủy viên"


class Rosters:
    """`people` are those of the page in order."""

    def __init__(self, page: Page, people: list[PersonMention]) -> None:
        self._page = page
        self._people = people
        self._starts = [p.start for p in people]

    def read(self, committees: Iterable[BodyMention]) -> list[HoldingFact]:
        """The members of each of these committees that heads such a list, but for those with another role in it."""
        found = []
        every = sorted(committees, key=lambda b: b.start)
        places = [b.start for b in every]
        for body in every:
            line = self._page.paragraph_at(body.start)
            alone = not _any_within(places, body.end, line.end)
            seats = list(self._seats(line, places)) if alone and self._heads_list(body, line) else []
            for person, role in seats if len(seats) >= _FEWEST else ():
                if role == _MEMBER and any(compared(t.body.name) == compared(body.name) for t in person.titles):
                    continue
                spans = (body.start, body.end), (person.start, person.end)
                words = tuple(self._page.evidence(*span, "member-of-roster") for span in spans)
                found.append(HoldingFact(person.name, role, body.name, "current", words))
        return found

    def _heads_list(self, body: BodyMention, line: Span) -> bool:
        """Whether "danh sách" stands right before the body, on its line or on the one over it."""
        index = self._page.paragraph_index(line.start)
        starts = (line.start, self._page.paragraphs[max(0, index - 1)].start)
        return any((m := _HEADS.match(self._page.low, s, line.end)) and m.end() == body.start for s in starts)

    def _seats(self, heading: Span, committees: list[int]) -> Iterator[tuple[PersonMention, str]]:
        """Who opens the lines under the heading, with the role of the heading of his part.

        The list ends where a line that names nobody names another of the `committees`, which begin at these places.
        """
        role, asides = _MEMBER, 0
        first = self._page.paragraph_index(heading.start) + 1
        for line in self._page.paragraphs[first : first + _MOST]:
            person = self._person_of(line)
            if person:
                asides = 0
                yield person, role
                continue
            asides += 1
            parted = asides > _ASIDES or line.end - line.start > _SHORT
            if parted or _any_within(committees, line.start, line.end) or not self._is_aside(line):
                return
            role = self._role_in(line, role)

    def _person_of(self, line: Span) -> PersonMention | None:
        """Who opens the line, behind its number and an honorific at most."""
        marks = _MARKS.match(self._page.low, line.start, line.end)
        start = marks.end() if marks else line.start
        index = bisect_left(self._starts, start)
        person = self._people[index] if index < len(self._people) else None
        return person if person and person.start == start and person.end <= line.end else None

    def _is_aside(self, line: Span) -> bool:
        """Whether a line that names nobody may stand in the list: no heading of another, no row that is not read."""
        if _HEADS.match(self._page.low, line.start, line.end) or _NUMBERED.match(self._page.low, line.start, line.end):
            return False
        return not self._page.low[line.start : line.end].rstrip().endswith(".")

    def _role_in(self, line: Span, before: str) -> str:
        """The role in a line of its own, which those below have: ỦY VIÊN DỰ KHUYẾT."""
        marks = _MARKS.match(self._page.low, line.start, line.end)
        start = marks.end() if marks else line.start
        end = start + len(self._page.low[start : line.end].rstrip(" :.*"))
        role = self._page.lexicon.any_of("roles").fullmatch(self._page.low, start, end)
        return self._page.lexicon.roles[role.group()] if role else before


def _any_within(places: list[int], start: int, end: int) -> bool:
    index = bisect_left(places, start)
    return index < len(places) and places[index] < end
