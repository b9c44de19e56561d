"""Bodies that a text names: by a name of their own, or by the head of a name and what follows it."""

import re
from bisect import bisect_left
from collections.abc import Callable, Mapping

from ingest.facts import BodyForm
from ingest.lexicon import Head, Unit
from ingest.rules.bodies.body_tails import Tails
from ingest.rules.bodies.body_topics import Topics
from ingest.rules.bodies.central_unions import LEADING, CentralUnions
from ingest.rules.bodies.council_bans import COUNCILS, ban_of
from ingest.rules.bodies.party_bases import with_party_bases
from ingest.rules.mentions.body_mentions import OF_POSTS, BodyMention, is_committee, replace
from ingest.rules.mentions.title_mentions import BODY_MEANT, is_named_at
from ingest.rules.places.place_mentions import PlaceMention
from ingest.rules.places.places import Places
from ingest.rules.text.page import COLUMN, Page
from ontology.text import CAPITALS, canonical

_COMMISSIONS = ("inspection_committee",)
_WITHOUT_SECRETARIES = ("Bộ Chính trị", "Ban Bí thư")
_WITH_MEMBERS = ("party_committee", "standing_committee", "inspection_committee")
_OF_PLACES = ("council", "state_body", "party_committee")
_MINISTRY = "Bộ "
_LETTER_CUT = re.compile(rf" [{CAPITALS}]\.\w")
_COMMITTEE_CUT = re.compile(r"ỦY BAN(?! HÀNH)(?!\w)")  # … THÀNH ỦY BAN QUỐC GIA … is of no Thành ủy
_OF_LEVEL = re.compile(r" (?:cấp (?:tỉnh|huyện|xã|cơ sở|mình|trên)|cùng cấp|các (?:cấp|tỉnh|huyện|xã)|\d+ xã)(?!\w)")
_COUNTRY, _GOVERNMENT, _CHAIR = "Nước ", "Chính phủ", "chủ tịch "
_DIRECTLY_UNDER = " trực thuộc "
_INTO = "thành ủy ban"  # đổi tên … thành Ủy ban …
_NUMBER = re.compile(r"\d[^\W_]?(?:/\d{4})?[/-][^\s/]{1,8}[-/]$")
_NUMBER_REACH = 16  # characters of the end of a number
_UNIT_ENDS = re.compile(r"[ ]*(?:[.,;)\n]|$)")
_NATIONAL = " Việt Nam"
_TITLES = 8  # places back at which a head may stand in a title
_MINISTRY = "bộ"  # which the Bộ Chính trị is not
_PROVISIONAL = " lâm thời"  # HĐND lâm thời phường X
_DEEPEST = 4  # bodies that stand in one another's names


class BodyReader:
    """Reads the body named at a place of the page."""

    def __init__(self, page: Page, places: Places, abbreviations: dict[str, str]) -> None:
        self.page = page
        self.places = places
        self._heads = page.lexicon.any_of("heads")
        self._tails = Tails(page, places, Topics(page, abbreviations), self.read_at)
        self._read: dict[int, BodyMention | None] = {}
        self._depth, self._cut = 0, False  # whether a body was left unread as too deep in the names of others
        self._in_roles = _inner_starts(page)
        self._named_by_head: dict[str, list[BodyMention]] = {}
        self._committees: list[BodyMention] = []
        self._commissions: list[BodyMention] = []
        self._chosen: dict[str, list[BodyMention]] = {}  # those found of one sort
        self._runs: dict[tuple[str, ...], tuple[list[BodyMention], list[int]]] = {}
        self._found: list[BodyMention] = []
        self._unions = CentralUnions(page)

    def find_all(self) -> list[BodyMention]:
        """Every body that the page names with a capital first letter, in order; longer names hide those inside."""
        starts = {m.start() for name in ("bodies", "heads") for m in self.page.everywhere(name)}
        cut = (m.start() for m in self.page.everywhere("heads") if self.page.low.startswith(_INTO, m.start()))
        starts |= {place + _INTO.index(" ") + 1 for place in cut}
        found: list[BodyMention] = []
        for start in sorted(starts):
            inside = self.page.shown[start : start + 2].isupper() and self.page.is_after("no_head_after", start)
            is_name = self.page.shown[start].isupper() or self._begins_small(start)
            inside = inside or self.places.in_known(start)
            if (is_name or self._may_be_kind(start)) and not inside and (not found or start >= found[-1].end):
                mention = self.read_at(start)
                if mention and not is_name and not mention.is_kind:
                    continue
                if mention and mention.rule != OF_POSTS and self.page.low.find(COLUMN, start, mention.end) < 0:
                    found.append(mention)
        self._found = found = with_party_bases(self.page, self.places, found, starts)
        self._chosen, self._runs = {}, {}
        for body in found:
            self._named_by_head.setdefault(self._head_of(body), []).append(body)
        self._committees = [b for b in found if is_committee(b)]
        named = self.page.lexicon.state_commissions
        self._commissions = [b for b in found if (b.form in _COMMISSIONS or b.name in named) and not b.is_kind]
        return found

    def _begins_small(self, start: int) -> bool:
        """Whether the name begins with a small letter there: cơ quan Cảnh sát điều tra."""
        small = self.page.lexicon.any_of("small_heads").match(self.page.low, start)
        return small is not None and self.page.shown[small.end() + 1 : small.end() + 2].isupper()

    def _may_be_kind(self, start: int) -> bool:
        """Whether small letters may name a kind of body there, but no several ones: "của ban chỉ đạo … cấp tỉnh"."""
        small = self.page.lexicon.any_of("small_kinds").match(self.page.low, start)
        return small is not None and not self.page.is_after("of_several", start)

    def in_words(self, head: str, place: int) -> BodyMention | None:
        """The head and the words that follow: Cục Cảnh sát môi trường of "Phó Cục trưởng Cảnh sát môi trường"."""
        if self.page.low.startswith(canonical(head), place):
            return None
        first = BodyMention(place, place - 1, head, "state_body", "state", "body-by-head-and-words")
        named = self._tails.in_words(first)
        return replace(named, start=place) if named else None

    def committee_at(self, place: int, of_party: bool) -> BodyMention | None:
        """The people's or the Party's committee of a place: "Chủ tịch tỉnh Lào Cai", "Bí thư Lào Cai"."""
        lexicon = self.page.lexicon
        unit = self.page.at("units", place)
        named = (
            self.places.named_at(unit.end() + 1, lexicon.units[unit.group()].name) if unit else self._province(place)
        )
        if not named:
            return self._committee_meant(place, unit, of_party) if unit else None
        printed = lexicon.units[unit.group()] if unit else lexicon.units[named.unit]
        name = f"{printed.committee} {named.name}" if of_party else f"Ủy ban nhân dân {printed.name} {named.name}"
        form: BodyForm = "party_committee" if of_party else "state_body"
        return BodyMention(place, named.end, name, form, printed.level, "body-of-place", named.name, printed.name)

    def _committee_meant(self, place: int, unit: re.Match[str], of_party: bool) -> BodyMention | None:
        """The committee of a place of which only the unit is named: "Chủ tịch tỉnh", "Bí thư huyện Lê Văn Mẫu"."""
        ends = _UNIT_ENDS.match(self.page.low, unit.end()) or is_named_at(self.page, unit.end())
        printed = self.page.lexicon.units[unit.group()]
        name = self.places.meant_at(place, printed.name, unit.end()) if ends else None
        if not name:
            return None
        whole = f"{printed.committee} {name}" if of_party else f"Ủy ban nhân dân {printed.name} {name}"
        form: BodyForm = "party_committee" if of_party else "state_body"
        return BodyMention(place, unit.end(), whole, form, printed.level, BODY_MEANT, name, printed.name)

    def _province(self, place: int) -> PlaceMention | None:
        """The province named there, but for the one that bears the name of a President: Chủ tịch Hồ Chí Minh."""
        named = self.places.at(place)
        return None if named and canonical(named.name) in self.page.lexicon.any_person else named

    def named_anywhere(self, head: str, place: int) -> BodyMention | None:
        """The only body of those found whose name begins with the head, else the council's named before the place."""
        found = {b.name: b for b in self._named_by_head.get(head, []) if not b.is_kind}
        if found:
            return next(iter(found.values())) if len(found) == 1 else None
        council = self.only_of(COUNCILS, 0, place) or self.only_of(COUNCILS, 0, len(self.page.low))
        return ban_of(self.page.lexicon.heads.get(head, ()), council)

    def committee_before(self, place: int) -> BodyMention | None:
        """The steering committee or council committee named last before, in the sentence or else in the text."""
        last = bisect_left(self._committees, place, key=lambda b: b.start) - 1
        body = self._committees[last] if last >= 0 else None
        return body if body and (body.form != "council" or body.start >= self.page.sentence_at(place).start) else None

    def committees(self) -> list[BodyMention]:
        """The committees of those found whose members may be listed, in order."""
        return [b for b in self._found if b.form in _WITH_MEMBERS and not b.is_kind]

    def only_of(self, heads: tuple[str, ...], start: int, end: int) -> BodyMention | None:
        """The only body of those found between two places whose name begins with one of the heads."""
        if heads not in self._runs:
            self._runs[heads] = self._runs_of(heads)
        named, begins = self._runs[heads]
        first, last = (bisect_left(named, place, key=lambda b: b.start) for place in (start, end))
        return named[last - 1] if first < last and begins[last - 1] <= first else None

    def _runs_of(self, heads: tuple[str, ...]) -> tuple[list[BodyMention], list[int]]:
        """Those of the bodies found whose name begins with one of the heads, and where the last with each name begins.

        Between the two all bear that name.
        """
        ministries = self.page.lexicon.ministries if heads == (_MINISTRY,) else None
        named = [b for b in self._found if b.name.startswith(heads) and not b.is_kind]
        named = [b for b in named if ministries is None or b.name in ministries]
        begins: list[int] = []
        for index, body in enumerate(named):
            goes_on = index > 0 and named[index - 1].name == body.name
            begins.append(begins[-1] if goes_on else index)
        return named, begins

    def is_inside(self, place: int) -> bool:
        """Whether the place is inside the name of a body of those found: the "Bí thư" of "Ban Bí thư"."""
        last = bisect_left(self._found, place, key=lambda b: b.start) - 1
        return last >= 0 and place < self._found[last].end

    def ending_at(self, place: int) -> BodyMention | None:
        """The body of those found that ends exactly there."""
        last = bisect_left(self._found, place, key=lambda b: b.start) - 1
        body = self._found[last] if last >= 0 else None
        return body if body and body.end == place and not body.is_kind else None

    def last_before(self, place: int) -> BodyMention | None:
        """The last body of those found that ends at the place or before it."""
        last = bisect_left(self._found, place, key=lambda b: b.start) - 1
        body = self._found[last] if last >= 0 else None
        return body if body and body.end <= place and not body.is_kind else None

    def first_from(self, place: int) -> BodyMention | None:
        """The first body of those found that begins at the place or behind it."""
        index = bisect_left(self._found, place, key=lambda b: b.start)
        body = self._found[index] if index < len(self._found) else None
        return body if body and not body.is_kind else None

    def last_department(self, place: int) -> BodyMention | None:
        """The last department of the Party before the place."""
        return self._last("departments", lambda b: b.form == "party_department" and not b.is_kind, place)

    def last_called(self, beginning: str, place: int) -> BodyMention | None:
        """The last body of those found before the place whose name begins so."""
        return self._last(f"{beginning}…", lambda b: b.name.startswith(beginning) and not b.is_kind, place)

    def last_of_place(self, place: int) -> BodyMention | None:
        """The last council, office or Party committee of a unit of administration before the place."""
        return self._last("of places", lambda b: _is_of_place(self.page.lexicon.units, b), place)

    def party_committee_before(self, place: int) -> BodyMention | None:
        """The last Party committee before the place that elects its secretaries."""
        return self._last("party committees", _elects_secretaries, place)

    def _last(self, sort: str, is_of_it: Callable[[BodyMention], bool], place: int) -> BodyMention | None:
        """The last body before the place of those that are of a sort, which are looked for once."""
        if sort not in self._chosen:
            self._chosen[sort] = [b for b in self._found if is_of_it(b)]
        last = bisect_left(self._chosen[sort], place, key=lambda b: b.start) - 1
        return self._chosen[sort][last] if last >= 0 else None

    def commission_before(self, place: int) -> BodyMention | None:
        """The inspection commission or the commission of the National Assembly named last before."""
        last = bisect_left(self._commissions, place, key=lambda b: b.start) - 1
        return self._commissions[last] if last >= 0 else None

    def named_before(self, head: str, place: int) -> BodyMention | None:
        """The last body before the place, of those found, whose name begins with the head or what it shortens."""
        whole = self.page.lexicon.heads[head][0].name if head in self.page.lexicon.heads else head
        named = self._named_by_head.get(canonical(whole), [])
        before = reversed(named[: bisect_left(named, place, key=lambda b: b.start)])
        return next((b for b in before if head != _MINISTRY or b.form == "state_body"), None)

    def meant_by(self, head: str, place: int) -> BodyMention | None:
        """The body that a head alone means: of those found, else as titles before name it: Trưởng ban Chỉ đạo …."""
        named = self.named_before(head, place)
        if named:
            return named
        before = self.page.low.rfind(head, 0, place)
        for _ in range(_TITLES):
            body = self.read_at(before) if before >= 0 else None
            if before < 0 or (body and not body.is_kind):
                return body
            before = self.page.low.rfind(head, 0, before)
        return None

    def inside_names(self, head: str, place: int) -> BodyMention | None:
        """The office that begins with the head in the name of the last body before: Ban Thường vụ Đảng ủy Sở Y tế."""
        whole = f" {self.page.lexicon.heads[head][0].name} " if head in self.page.lexicon.heads else ""
        form: BodyForm = "party_committee" if head in self.page.lexicon.base_heads else "state_body"
        body = self._last(f"…{whole}…", lambda b: whole in b.name, place) if whole else None
        return replace(body, name=body.name[body.name.index(whole) + 1 :], form=form) if body else None

    def _head_of(self, body: BodyMention) -> str:
        """The first words of the body's name that are the head of names, in canonical form."""
        name = canonical(body.name)
        offices = ("bare_offices", "bare_heads")
        bare = next((m for cue in offices if (m := self.page.lexicon.any_of(cue).match(name))), None)
        bare = bare or self._heads.match(name)
        return bare.group() if bare else name

    def read_at(self, start: int) -> BodyMention | None:
        """The longest name of a body that begins there, in whatever case; None if there is none."""
        if start in self._read:
            return self._read[start]
        if self._depth >= _DEEPEST:
            self._cut = True
            return None
        named, head = self.page.at("bodies", start), self.page.at("heads", start)
        named = None if named and self._is_of_number(start) else named
        head = None if head and _COMMITTEE_CUT.match(self.page.shown, head.end() - 2) else head
        longest = self._by_name(start, named) if named else None
        if head:
            self._depth += 1
            for each in self.page.lexicon.heads[head.group()]:
                body = self._by_head(each, start, head.end())
                if body and (longest is None or body.end > longest.end):
                    longest = body
            self._depth -= 1
        if longest and _LETTER_CUT.match(self.page.shown, longest.end - 2):
            longest = None  # Bệnh viện T.Ư Huế
        if not (self._cut and self._depth):
            self._read[start] = longest
        self._cut = self._cut and self._depth > 0
        return longest

    def _is_of_number(self, start: int) -> bool:
        """Whether the letters end the number of a document: the BCT of 4466/QĐ-BCT is no Bộ Chính trị."""
        before = self.page.low[max(0, start - _NUMBER_REACH) : start]
        return before[-1:] in ("-", "/") and _NUMBER.search(before) is not None

    def _by_name(self, start: int, named: re.Match[str]) -> BodyMention | None:
        body = self.page.lexicon.bodies[named.group()]
        if any(self.page.low.endswith(words + " ", 0, start) for words in body.not_after):
            return None
        if _OF_LEVEL.match(self.page.low, named.end()):
            return None  # Mặt trận Tổ quốc Việt Nam cấp huyện
        if self.page.shown[start : named.end()].isupper() and self._is_of_office(body.name, start):
            return None
        if body.name == LEADING and (union := self._unions.after(named.end())):
            return self._unions.organ(start, union)
        found = BodyMention(start, named.end(), body.name, body.form, body.level, "body-by-name", is_kind=body.is_kind)
        return self._tails.of_place(found) if body.name.endswith(_NATIONAL) else found

    def _is_of_office(self, name: str, start: int) -> bool:
        """QUỐC HỘI / NƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM; SẮC LỆNH CỦA CHỦ TỊCH CHÍNH PHỦ VIỆT NAM DÂN CHỦ …"""
        led = name == _GOVERNMENT and self.page.low.endswith(_CHAIR, 0, start)
        return led or name.startswith(_COUNTRY)

    def _by_head(self, head: Head, start: int, end: int) -> BodyMention | None:
        if self._tails.is_plural(end) or (head.apart and start in self._in_roles):
            return None
        if self.page.low.startswith(_DIRECTLY_UNDER, end):
            return None  # TỈNH ỦY, THÀNH ỦY TRỰC THUỘC TRUNG ƯƠNG
        rule = OF_POSTS if head.posts else f"body-by-head-and-{head.tail}"
        end += len(_PROVISIONAL) if self.page.low.startswith(f"{_PROVISIONAL} ", end) else 0
        return self._tails.read(head, BodyMention(start, end, head.name, head.form, head.level, rule))


def _is_of_place(units: Mapping[str, Unit], body: BodyMention) -> bool:
    return bool(body.place and body.unit in units and body.form in _OF_PLACES and not body.is_kind)


def _elects_secretaries(body: BodyMention) -> bool:
    return body.form == "party_committee" and not body.is_kind and body.name not in _WITHOUT_SECRETARIES


def _inner_starts(page: Page) -> set[int]:
    """The places at which a word of a role begins, but for its first: the "thường trực" of "Phó Bí thư thường trực".

    A role may follow "chức vụ", whose last word begins another: Vụ phó.
    """
    after = (page.at("roles", post.end() + 1) for post in page.everywhere("post_words"))
    return {
        place
        for match in (*page.everywhere("roles"), *(role for role in after if role))
        for place in range(match.start() + 1, match.end())
        if page.low[place - 1] == " "
    }
