"""Titles: a role and the body it is in, wherever they stand on a page."""

import re
from bisect import bisect_left
from dataclasses import replace
from functools import cached_property
from itertools import pairwise

from ingest.rules.bodies.bodies import BodyReader
from ingest.rules.mentions.body_mentions import BodyMention
from ingest.rules.mentions.title_mentions import BODY_MEANT, BODY_NAMED, Title, inner_words, is_named_at
from ingest.rules.posts.committee_posts import give_committees
from ingest.rules.posts.meant_bodies import MeantBodies
from ingest.rules.posts.missions import mission_at
from ingest.rules.posts.second_bodies import in_second_bodies
from ingest.rules.posts.shared_bodies import SharedBodies
from ingest.rules.text.page import Page, Span, ends_with
from ontology.text import canonical

_BLANK = re.compile(r"\s+")
_FIRST_OF = re.compile(r" (?:đầu tiên|duy nhất|trẻ nhất|lâu năm nhất) của ")
# What may follow a post and tells when it was held: (từ tháng 5/2016), khóa XIII, nhiệm kỳ 2021 - 2026.
_NUMBER = r"(?:[ivxl]+|\d{1,4})(?!\w)"
_TERM = re.compile(
    r"\s*\([^()\n]{1,80}\)|,?\s+(?:thuộc\s+)?(?:các\s+)?(?:nhiệm k[ỳì]|khóa|giai đoạn)"
    rf":?\s+{_NUMBER}(?:(?: \(dự khuyết\))?(?:\s?[-–,/]\s?|;\s(?=[ivx]+[;,.])|,?\s+và\s+){_NUMBER})*(?: \(dự khuyết\))?"
    r"|\s+(?:\d{1,2}|hai|ba|bốn|năm) khóa(?: liền| liên tục| liên tiếp)?"
    rf"(?:,? (?:từ )?(?:khóa )?{_NUMBER}(?:\s?(?:[-–,]|đến|và)\s?(?:khóa )?{_NUMBER})*)?(?=[;,. ])"
    r"|\s+phụ trách [^,;:.()\n]{2,30}(?=[,;])"
    r"|[ ]+[ivx]{1,5}(?:,\s[ivx]{1,5})*(?=[;,.])|,?[ ]+(?:kể\s+)?từ (?:ngày|tháng|năm)\s+[\d./-]+(?!\w)"
    r"(?:\s+(?:đến|tới)\s+(?:(?:ngày|tháng|năm)\s+)?[\d./-]+(?!\w))?"
)
_WITHIN = re.compile(r"\s?[-–]\s?|,?\s+(?:thuộc\s+)?")
_OWN = re.compile(r"\s+(?:của|thuộc)\s+")
_PART_OF = re.compile(r"\s+(?:trực )?thuộc\s+")
_UNREAD = re.compile(r"[^,;:.()\n]{1,70}?(?=,\s|\skiêm(?: nhiệm)?\s)")
_MORE = re.compile(r"\s*,\s+")
_CHARGE_OF = re.compile(r"(?:\s+phụ trách|(?<=phụ trách)) [^,;:.()\n]{1,60}?\s(?:của|thuộc)\s+")
_PROVINCE, _BASE, _IN_CHARGE = "tỉnh", "đảng bộ ", " phụ trách"
_CENTRAL = re.compile("tổng bí thư|ban bí thư|bộ chính trị|trung ương đảng")
_WIDER = ("state_body", "party_department")
_HIGHLANDS = ("thái nguyên", "thái nguyên là", "tây nguyên", "tây nguyên là")
_FORMER_REACH = 24  # characters before a title in which "nguyên" makes it a past one


class Titles:
    """The titles of a page in order, by where they begin and end."""

    def __init__(self, page: Page, bodies: BodyReader) -> None:
        self._page = page
        self._bodies = bodies
        lexicon = page.lexicon
        self._former = lexicon.any_of("former")
        self._no_longer = lexicon.any_of("no_longer")
        self._meant = MeantBodies(page, bodies)
        self.unread: list[re.Match[str]] = []  # roles whose body is not known
        self._placeless: set[int] = set()  # where titles begin whose place is not known: Thành ủy viên
        self.all = self._find()
        self._by_start = {t.start: t for t in self.all}
        self.unread = give_committees(page, bodies, self._by_start, self.unread)
        self.all = [self._by_start[start] for start in sorted(self._by_start)]
        shared = SharedBodies(page, bodies, self._by_start, self.all, self._is_former)
        self.unread = shared.share(shared.share(self.unread), again=True)
        self._by_start |= {t.start: t for t in in_second_bodies(page, bodies, list(self._by_start.values()))}
        self.all = [self._by_start[start] for start in sorted(self._by_start)]
        self.unread_starts = self._placeless.union(role.start() for role in self.unread)
        self._ends = [t.end for t in self.all]
        for title in self.all:
            title.after = self._end_of_term(title)
        for before, title in pairwise(self.all):
            before.former = before.former or (title.former and self._shares_place(before, title))

    def _shares_place(self, before: Title, title: Title) -> bool:
        """Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh Hà Giang (cũ): the place of both is no longer, or its old body."""
        gone = self._no_longer.match(self._page.low, self._page.after_blanks(title.end))
        joined = self._page.low[before.end : title.start].strip() == ","
        return bool(gone and joined and before.body.place == title.body.place)

    def past_unread(self, place: int) -> int | None:
        """Where the words end of a role there whose body the rules do not know, up to the next of the list."""
        low, any_of = self._page.low, self._page.lexicon.any_of
        unread = place in self.unread_starts and not any_of("assistants").match(low, place)
        words = _UNREAD.match(low, place) if unread or any_of("lesser_posts").match(low, place) else None
        return words.end() if words else None

    def starting(self, place: int) -> Title | None:
        return self._by_start.get(place)

    def ending(self, first: int, last: int) -> Title | None:
        """The last title that ends between two places, both included."""
        index = bisect_left(self._ends, last + 1) - 1
        return self.all[index] if index >= 0 and self._ends[index] >= first else None

    def first_between(self, first: int, last: int) -> Title | None:
        """The first title that begins and ends between two places."""
        index = bisect_left(self.all, first, key=lambda t: t.start)
        title = self.all[index] if index < len(self.all) else None
        return title if title and title.end <= last else None

    def closing(self, first: int, last: int) -> Title | None:
        """The last title that, with the words on its term, ends between two places, both included."""
        index = bisect_left(self._ends, last + 1) - 1
        title = self.all[index] if index >= 0 else None
        return title if title and (first <= title.end or first <= title.after <= last) else None

    def covers(self, start: int, end: int) -> bool:
        """Whether a title stands on any of these characters."""
        index = bisect_left(self._ends, start + 1)
        return index < len(self.all) and self.all[index].start < end

    def _find(self) -> list[Title]:
        posts = [m for m in self._page.everywhere("post_words") if not self._begins_role(m)]
        starts = {m.start() for name in ("roles", "titles") for m in self._page.everywhere(name)}
        starts -= {place for m in posts for place in range(m.start(), m.end())}  # no "vụ trưởng" in them
        starts |= {m.end() + 1 for m in posts if self._page.at("roles", m.end() + 1)}
        found: list[Title] = []
        others: list[Title] = []
        for start in sorted(starts):
            title = None if found and start < found[-1].end else self._title_at(start)
            if title and self._is_of_another(title, others):
                others.append(title)
            elif title:
                found.append(title)
        return found

    def _begins_role(self, post: re.Match[str]) -> bool:
        """Whether the last word is that of a role: giữ chức Vụ trưởng."""
        last = self._page.low.rfind(" ", post.start(), post.end()) + 1
        return bool(last and self._page.shown[last].isupper() and self._page.at("roles", last))

    def _is_of_another(self, title: Title, others: list[Title]) -> bool:
        """Whether the title is that of somebody whom another serves: Trợ lý Bí thư Trung ương Đảng, Phó Thủ tướng.

        Not so what stands behind the highest post, but for another such: Trợ lý Thủ tướng, Phó Chủ nhiệm Văn phòng ….
        """
        joined = bool(others) and self._page.low[others[-1].end : title.start].strip() == ","
        top = self._page.lexicon.cues["top_posts"]
        if joined and (others[-1].role not in top or title.role in top):
            return True
        return self._page.is_after("assistants", title.start)

    def joined_after(self, title: Title) -> Title | None:
        """The title that the same list gives next; none that stands at a name of its own."""
        place = self._page.after_blanks(title.after)
        joins = (self._page.lexicon.any_of(name).match(self._page.low, place) for name in ("more_joins", "joins"))
        join = next((j for j in joins if j), None)
        place = self._page.after_blanks(join.end()) if join else -1
        rank = self._page.at("honorifics", place) if join else None
        ranked = _MORE.match(self._page.low, rank.end()) if rank else None
        after = self._by_start.get(ranked.end() if ranked else place)
        return None if after and self.at_name(after) else after

    def at_name(self, title: Title) -> bool:
        """Whether the name of its holder follows the title."""
        return is_named_at(self._page, title.after)

    def _end_of_term(self, title: Title) -> int:
        """Where the words end that follow the title and name no other post: its term, its place, a wider body."""
        again = self._bodies.read_at(title.end + 1)  # Thành ủy viên Thành ủy Hà Nội
        place = again.end if again and again.name == title.body.name else title.end
        while (end := self._end_of_aside(place)) > place:
            place = end
        return place

    def _end_of_aside(self, place: int) -> int:
        low = self._page.low
        if term := _TERM.match(low, place):
            opened = self._page.lexicon.any_of("opens_posts").match(low, self._page.after_blanks(place))
            names_post = opened and self._page.at("roles", self._page.after_blanks(opened.end()))
            return place if names_post else term.end()
        if gone := self._no_longer.match(low, self._page.after_blanks(place)):
            return gone.end()
        within = _WITHIN.match(low, place)
        unit = self._page.at("units", within.end()) if within else None
        if unit and low.startswith(" ", unit.end()):
            named = self._bodies.places.named_at(unit.end() + 1, self._page.lexicon.units[unit.group()].name)
            return named.end if named else place
        begins = within is not None and self._page.at("roles", within.end()) is not None  # "…, Sư đoàn trưởng"
        wider = self._bodies.read_at(within.end()) if within and not begins and within.end() - place > 1 else None
        if within and wider and wider.form in _WIDER and self._page.begins_large(within.end()):
            return wider.end
        comma = _MORE.match(low, place)
        others = ("honorifics", "not_posts") if comma else ()
        ranks = (self._page.lexicon.any_of(name).match(low, comma.end()) for name in others if comma)
        return next((rank.end() for rank in ranks if rank and low.startswith(",", rank.end())), place)

    def _title_at(self, start: int) -> Title | None:
        fixed = self._page.at("titles", start)
        if fixed and self._bodies.is_inside(start):
            return None
        role = self._page.at("roles", start)
        title = self._by_role(start, role) if role else None
        if fixed and not (title and title.end > fixed.end()):
            title = self._by_words(start, fixed)
        if title:
            title.former = self._is_former(title)
            if title.role in self._page.lexicon.cues["no_list_roles"] and title.body.name != "Ban Bí thư":
                return None
        elif role:
            self.unread.append(role)
        elif fixed:
            self._placeless.add(start)
        return title

    def _by_role(self, start: int, role: re.Match[str]) -> Title | None:
        """Bí thư Tỉnh ủy Lào Cai; Trưởng ban Nội chính Trung ương, where the body begins with the role's last words."""
        label = self._page.lexicon.roles[role.group()]
        words = inner_words(role.group())
        longest = self._longest_inside(start, words, role.end())
        if longest:
            return Title(start, longest.end, label, self._of_own_office(longest))
        charge = self._page.lexicon.any_of("in_charge").match(self._page.low, self._page.after_blanks(role.end()))
        after = _FIRST_OF.match(self._page.low, role.end())
        after = after or _BLANK.match(self._page.low, charge.end() if charge else role.end())
        body = self._body_after(label, after.end()) if after else None
        if label in self._page.lexicon.cues["inner_roles"]:
            body = body or self._behind_comma(role.end()) or self._within(role.end())
        if not body and (charge := _CHARGE_OF.match(self._page.low, role.end())):
            body, label = self._bodies.read_at(charge.end()), label.removesuffix(_IN_CHARGE)
        if not body:
            return self._of_department(start, role, label, words)
        body = self._of_own_office(body)
        return Title(start, body.end, label, self._office_of(label, body))

    def _longest_inside(self, start: int, words: tuple[int, ...], end: int) -> BodyMention | None:
        """The longest body that goes on behind a role and begins with one of its last two words."""
        longest = None
        for inside in words[:-3:-1]:
            part = self._page.is_after("no_head_after", start + inside)  # the "phòng" of Chánh Văn phòng
            body = None if part else self._bodies.read_at(start + inside)
            if body and body.end > (longest.end if longest else end):
                longest = body
        return longest

    def _office_of(self, label: str, body: BodyMention) -> BodyMention:
        """The Văn phòng Trung ương Đảng of "Phó Chánh Văn phòng Thường trực Trung ương Đảng"."""
        cues = self._page.lexicon.cues
        if label in cues["heads_of_inspectors"] and body.rule == BODY_NAMED:  # Chánh Thanh tra Bộ
            return replace(body, name=f"{cues['inspectors'][0]} {body.name}")
        of_bare = label in cues["heads_of_offices"] and body.rule == BODY_NAMED  # Chánh Văn phòng Sở
        if not (of_bare or label in cues["office_roles"]) or body.name.startswith(tuple(cues["offices"])):
            return body
        if of_bare:
            return replace(body, name=f"{cues['offices'][0]} {body.name}")
        owner = self._page.low[body.start : body.end]
        known = self._page.lexicon.bodies.get(canonical(f"{cues['offices'][0]} {owner}"))
        name = known.name if known else f"{cues['offices'][0]} {body.name}"
        return replace(body, name=name, form="party_department", rule=BODY_MEANT)

    def _of_department(self, start: int, role: re.Match[str], label: str, words: tuple[int, ...]) -> Title | None:
        """Trưởng ban Nội chính, where the text names one Ban Nội chính only."""
        for inside in words[-1:]:
            head = self._page.at("heads", start + inside)
            body = self._bodies.named_anywhere(head.group(), start) if head and head.end() > role.end() else None
            if head and body and not self._meant.goes_on(head.end()):
                named = replace(body, start=start + inside, end=head.end(), rule=BODY_NAMED)
                return Title(start, head.end(), label, named)
        for place in (self._page.after_blanks(role.end()), *(start + inside for inside in words[-1:])):
            if central := self._of_centre(place):
                return Title(start, central.end, label, central)
        return None

    def _of_centre(self, place: int) -> BodyMention | None:
        """Trưởng Ban Tổ chức Lê Văn Mẫu, in a report on the centre that names no committee of a province."""
        lexicon = self._page.lexicon
        head = self._page.at("heads", place)
        if not head or not is_named_at(self._page, head.end()):
            return None
        if self._names_local_committees and not self._is_among_central(place):
            return None
        known = lexicon.bodies.get(f"{head.group()} {lexicon.central[0]}")
        if not known or known.is_kind or self._bodies.places.meant_at(place, _PROVINCE):
            return None
        return BodyMention(place, head.end(), known.name, known.form, known.level, BODY_MEANT)

    def _is_among_central(self, place: int) -> bool:
        """Whether the sentence tells of the centre alone so far: "Thường trực Ban Bí thư X, Trưởng Ban Tổ chức Y"."""
        before = Span(self._page.sentence_at(place).start, place)
        return bool(self._page.first_of(_CENTRAL, before)) and not self._page.first_of(self._committees, before)

    @cached_property
    def _committees(self) -> re.Pattern[str]:
        return re.compile("|".join(re.escape(unit.committee.lower()) for unit in self._page.lexicon.units.values()))

    @cached_property
    def _names_local_committees(self) -> bool:
        units = self._page.lexicon.units.values()
        return not self._page.everywhere("central") or any(unit.committee.lower() in self._page.low for unit in units)

    def _body_after(self, label: str, place: int) -> BodyMention | None:
        cues = self._page.lexicon.cues
        body = self._bodies.read_at(place)
        if label in cues["ministers"] and not body:
            return self._meant.ministry(place)
        of_party = label in cues["secretaries_of_places"]
        if of_party and self._page.low.startswith(_BASE, place):  # Bí thư Đảng bộ phường X
            base = self._bodies.committee_at(place + len(_BASE), of_party)
            return replace(base, start=place) if base else body
        if (of_party or label in cues["chairs_of_places"]) and not body:
            return self._bodies.committee_at(place, of_party) or self._meant.called(place)
        head = None if is_named_at(self._page, place - 1) else self._page.lexicon.role_heads.get(label)
        return (
            body
            or self._meant.called(place)
            or (self._bodies.in_words(head, place) if head else None)
            or self._meant.commission(label, place)
            or mission_at(self._page, self._bodies, label, place)
        )

    def _behind_comma(self, place: int) -> BodyMention | None:
        """Trưởng phòng, Cục Bảo vệ chính trị: the body that stands behind a comma."""
        comma = _MORE.match(self._page.low, place)
        begins = comma and self._page.begins_large(comma.end())
        body = self._bodies.read_at(comma.end()) if comma and begins else None
        return body if body and body.form in _WIDER and not body.is_kind else None

    def _of_own_office(self, unit: BodyMention) -> BodyMention:
        """The Phòng Kế hoạch Sở Y tế of "Trưởng phòng Kế hoạch của Sở", where the text names the Sở before."""
        own = _OWN.match(self._page.low, unit.end)
        is_unit = own and unit.name.startswith(tuple(f"{head} " for head in self._page.lexicon.cues["unit_heads"]))
        office = self._meant.called(own.end()) if own and is_unit else None
        return replace(unit, name=f"{unit.name} {office.name}", place=office.place) if office else unit

    def _within(self, place: int) -> BodyMention | None:
        """Trưởng phòng thuộc Sở Y tế: the body that the office without a name is in."""
        within = _PART_OF.match(self._page.low, place)
        body = self._bodies.read_at(within.end()) if within else None
        return body if body and not body.is_kind else None

    def _by_words(self, start: int, fixed: re.Match[str]) -> Title | None:
        meant = self._page.lexicon.titles[fixed.group()]
        name, place = meant.body, None
        if meant.unit:
            named = self._bodies.places.named_at(fixed.end() + 1, meant.unit)
            place = named.name if named else self._bodies.places.meant_at(start, meant.unit, fixed.end())
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
        if before.endswith(self._page.lexicon.endings("former")) and ends_with(self._former, before):
            return not before.endswith(_HIGHLANDS)
        return self._no_longer.match(self._page.low, self._page.after_blanks(title.end)) is not None
