"""Titles: a role and the body it is in, wherever they stand on a page."""

import re
from bisect import bisect_left
from dataclasses import dataclass

from ingest.facts import HoldingStatus
from ingest.rules.bodies import BodyReader
from ingest.rules.body_mentions import BodyMention
from ingest.rules.page import Page
from ontology.text import canonical

_BLANK = re.compile(r"\s+")
_AFTER_CUE = re.compile(r"\s*:?\s*")
_FORMER_REACH = 12  # characters before a title in which "nguyên" makes it a past one
BODY_MEANT = "body-meant-by-title"


@dataclass(slots=True)
class Title:
    """`former` says that the words around make it a past one; `taken` that it stands at a person's name.

    `given` is what a decision makes of it, in words that begin at `given_at`.
    """

    start: int
    end: int
    role: str
    body: BodyMention
    former: bool = False
    taken: bool = False
    given: HoldingStatus | None = None
    given_at: int = 0


class Titles:
    """The titles of a page in order, by where they begin and end."""

    def __init__(self, page: Page, bodies: BodyReader) -> None:
        self._page = page
        self._bodies = bodies
        lexicon = page.lexicon
        self._roles = lexicon.any_of("roles")
        self._fixed = lexicon.any_of("titles")
        self._former = lexicon.any_of("former")
        self._no_longer = lexicon.any_of("no_longer")
        self.unread: list[re.Match[str]] = []  # roles whose body is not known
        self.all = self._find()
        self._by_start = {t.start: t for t in self.all}
        self._ends = [t.end for t in self.all]
        self._mark_given()

    def starting(self, place: int) -> Title | None:
        return self._by_start.get(place)

    def ending(self, first: int, last: int) -> Title | None:
        """The last title that ends between two places, both included."""
        index = bisect_left(self._ends, last + 1) - 1
        return self.all[index] if index >= 0 and self._ends[index] >= first else None

    def covers(self, start: int, end: int) -> bool:
        """Whether a title stands on any of these characters."""
        index = bisect_left(self._ends, start + 1)
        return index < len(self.all) and self.all[index].start < end

    def _find(self) -> list[Title]:
        low = self._page.low
        posts = list(self._page.lexicon.any_of("post_words").finditer(low))
        starts = {m.start() for p in (self._roles, self._fixed) for m in p.finditer(low)}
        starts -= {place for m in posts for place in range(m.start(), m.end())}  # no "vụ trưởng" in them
        starts |= {m.end() + 1 for m in posts if self._roles.match(low, m.end() + 1)}
        found: list[Title] = []
        for start in sorted(starts):
            title = None if found and start < found[-1].end else self._title_at(start)
            if title:
                found.append(title)
        return found

    def _mark_given(self) -> None:
        """Marks the titles after words of a decision: "thôi giữ chức Bí thư Tỉnh ủy, Trưởng đoàn …"."""
        for cue in self._page.lexicon.any_of("decisions").finditer(self._page.low):
            blank = _AFTER_CUE.match(self._page.low, cue.end())
            title = self._by_start.get(blank.end()) if blank else None
            while title and title.given is None:
                title.given, title.given_at = self._page.lexicon.decisions[cue.group()], cue.start()
                title = self.joined_after(title)

    def joined_after(self, title: Title) -> Title | None:
        """The title that the same list gives next."""
        join = self._page.lexicon.any_of("joins").match(self._page.low, _skip(self._page.low, title.end))
        return self._by_start.get(_skip(self._page.low, join.end())) if join else None

    def _title_at(self, start: int) -> Title | None:
        fixed = self._fixed.match(self._page.low, start)
        role = self._roles.match(self._page.low, start)
        by_role = self._by_role(start, role) if role else None
        title = by_role
        if fixed and not (by_role and by_role.end > fixed.end()):
            title = self._by_words(start, fixed)
        if title:
            title.former = self._is_former(title)
        elif role:
            self.unread.append(role)
        return title

    def _by_role(self, start: int, role: re.Match[str]) -> Title | None:
        """Bí thư Tỉnh ủy Lào Cai; Trưởng ban Nội chính Trung ương, where the body begins with the role's last words."""
        label = self._page.lexicon.roles[role.group()]
        words = [m.start() for m in re.finditer(r"\S+", role.group())][1:]
        for inside in reversed(words[-2:]):
            body = self._bodies.read_at(start + inside)
            if body and body.end > role.end():
                return Title(start, body.end, label, body)
        after = _BLANK.match(self._page.low, role.end())
        body = self._bodies.read_at(after.end()) if after else None
        return Title(start, body.end, label, body) if body else None

    def _by_words(self, start: int, fixed: re.Match[str]) -> Title | None:
        meant = self._page.lexicon.titles[fixed.group()]
        name, place = meant.body, None
        if meant.unit:
            named = self._bodies.places.named_at(fixed.end() + 1, meant.unit)
            place = named.name if named else self._bodies.places.meant_at(start, meant.unit)
            if not place:
                return None
            name = name.format(place=place)
        known = self._page.lexicon.bodies.get(canonical(name))
        unit = self._page.lexicon.units.get(meant.unit or "")
        form, level = (known.form, known.level) if known else ("party_committee", unit.level if unit else "central")
        body = BodyMention(start, fixed.end(), name, form, level, BODY_MEANT, place=place, unit=meant.unit)
        return Title(start, fixed.end(), meant.role, body)

    def _is_former(self, title: Title) -> bool:
        """nguyên Bí thư Tỉnh ủy; Bí thư Đảng ủy phường (cũ)."""
        before = self._page.low[max(0, title.start - _FORMER_REACH) : title.start].rstrip()
        past = any(m.end() == len(before) for m in self._former.finditer(before))
        blank = _BLANK.match(self._page.low, title.end)
        return past or bool(self._no_longer.match(self._page.low, blank.end() if blank else title.end))


def _skip(text: str, place: int) -> int:
    """The place of the first character from `place` on that is no blank."""
    blank = _BLANK.match(text, place)
    return blank.end() if blank else place
