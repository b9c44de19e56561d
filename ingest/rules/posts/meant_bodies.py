"""Bodies that the words of a post only call: the Sở of "Phó Giám đốc Sở", the ministry of "Bộ trưởng Tư pháp"."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from ingest.lexicon import Unit
from ingest.rules.bodies.bodies import BodyReader
from ingest.rules.mentions.body_mentions import COMPANY, BodyMention, replace
from ingest.rules.mentions.title_mentions import BODY_MEANT, BODY_NAMED, is_named_at
from ingest.rules.places.place_mentions import PlaceMention
from ingest.rules.text.list_leads import list_lead
from ingest.rules.text.page import Page, Span

_OPENING = re.compile(r"[\s\d.)/+*•–-]*")  # the mark of an item
_AT = ("tại ", "ở ")
_ORGANS = ("council", "state_body")
_ORGANS_OF_BASE = ("standing_committee", "inspection_committee", "party_department")
_BARE = re.compile(r"[ ]*(?:[.,;:()\n]|$|(?:và|nhiệm kỳ|khóa|gồm|là|đối với|thay|nay|có|được|đã)\s)")


class MeantBodies:
    """Finds the body that the words behind a role mean, by what the text named before."""

    def __init__(self, page: Page, bodies: BodyReader) -> None:
        self._page = page
        self._bodies = bodies
        self._openings: dict[int, list[tuple[int, Unit, PlaceMention]]] = {}  # of lines, by their starts

    def commission(self, label: str, place: int) -> BodyMention | None:
        """The Ủy ban Kiểm tra Trung ương of "Chủ nhiệm Ủy ban": the commission that the text named before."""
        lexicon = self._page.lexicon
        bare = lexicon.any_of("bare_commissions").match(self._page.low, place)
        if not bare or label not in lexicon.commission_roles:
            return None
        body = self._bodies.commission_before(place)
        return replace(body, start=place, end=bare.end(), rule=BODY_NAMED) if body else None

    def ministry(self, start: int) -> BodyMention | None:
        """The Bộ Tư pháp of "Bộ trưởng Tư pháp"."""
        field = self._page.lexicon.any_of("fields").match(self._page.low, start)
        if not field or not self._page.shown[start].isupper():
            return None
        name = f"Bộ {self._page.lexicon.fields[field.group()]}"
        return BodyMention(start, field.end(), name, "state_body", "state", BODY_MEANT)

    def called(self, start: int) -> BodyMention | None:
        """The Tiểu ban of "thành viên Tiểu ban": the one that the text named before."""
        head = self._page.lexicon.any_of("bare_heads").match(self._page.low, start)
        if organ := self._organ_of_base(start):
            return organ
        if head and self.goes_on(head.end()):
            return None  # Ban Chỉ đạo Đổi mới …: another one, which no rule reads
        office = self._page.lexicon.any_of("bare_offices").match(self._page.low, start)
        head = head or (office if office and self._stands_alone(office) else None)
        head = head or self._committee_of_council(start)
        body = self._of_line(head.group(), start) if head else None
        body = body or (self._bodies.named_before(head.group(), start) if head else None)
        body = None if body and self._is_group_of_others(body, start) else body
        body = self._of_base(head.group(), start, body) if head else None
        body = body or (self._bodies.inside_names(head.group(), start) if head else None)
        body = body or (self._organ_beside(head.group(), start) if head else None)
        if head and not body and head.group() in self._page.lexicon.inspection_heads:
            body = self._inspectors_of(self._bodies.party_committee_before(start))
        if not head:
            head = self._page.lexicon.any_of("short_offices").match(self._page.low, start)
            short = head if head and _BARE.match(self._page.low, head.end()) else None
            body = self._of_office(short.group(), start) if short else None
        rule = COMPANY if body and body.rule == COMPANY else BODY_NAMED
        return replace(body, start=start, end=head.end(), rule=rule) if head and body else None

    def _is_group_of_others(self, body: BodyMention, start: int) -> bool:
        """Whether the Ban cán sự đảng is that of a sentence before: who else is told of may be of another."""
        group = body.name.startswith(tuple(self._page.lexicon.cues["party_groups"]))
        return group and body.start < self._page.sentence_at(start).start

    def _organ_of_base(self, start: int) -> BodyMention | None:
        """The Ban Thường vụ Đảng ủy phường X of "Ban Thường vụ Đảng ủy", which names no place."""
        named = self._page.at("heads", start)
        heads = self._page.lexicon.heads[named.group()] if named else ()
        organ = next((h for h in heads if h.tail == "owner" and h.form in _ORGANS_OF_BASE), None)
        place = self._page.after_blanks(named.end()) if named and organ else -1
        bare = self._page.lexicon.any_of("bare_offices").match(self._page.low, place) if organ else None
        if not organ or not bare or bare.group() not in self._page.lexicon.base_heads:
            return None
        committee = self.called(place)
        if not committee:
            return None
        return replace(committee, start=start, name=f"{organ.name} {committee.name}", form=organ.form)

    def _of_office(self, office: str, start: int) -> BodyMention | None:
        """The Hội Nông dân tỉnh of "Phó Chủ tịch Hội", but no council."""
        body = self._bodies.last_called(f"{self._page.lexicon.short_offices[office]} ", start)
        return None if body and body.form == "council" else body

    def _committee_of_council(self, start: int) -> re.Match[str] | None:
        """Ủy viên Ban Pháp chế, whose council the text named before."""
        named = self._page.at("heads", start)
        heads = self._page.lexicon.heads[named.group()] if named else ()
        return named if heads and all(h.form == "council" and h.tail == "owner" for h in heads) else None

    def goes_on(self, place: int) -> bool:
        """Whether a word with a capital follows that begins no person's name and, as in rows of tables, no role."""
        capital = self._page.shown[place + 1 : place + 2].isupper() and self._page.low.startswith(" ", place)
        return capital and not is_named_at(self._page, place) and not self._page.at("roles", place + 1)

    def _stands_alone(self, office: re.Match[str]) -> bool:
        """Whether the word for an office begins no longer name: "Giám đốc Sở chịu trách nhiệm"."""
        low, lexicon = self._page.low, self._page.lexicon
        if _BARE.match(low, office.end()) or is_named_at(self._page, office.end()):
            return True
        place = office.end() + 1
        if not low.startswith(" ", office.end()) or not self._page.shown[place : place + 1].islower():
            return self._page.shown[place : place + 1].isupper() and self._page.at("roles", place) is not None
        if self._page.at("roles", office.start()):
            return False  # thư ký Bộ trưởng
        longer = (lexicon.any_of(words).match(low, place) for words in ("units", "fields", "name_words", "of_several"))
        head = self._page.at("heads", office.start())
        return not any(longer) and (head is None or head.end() <= office.end())

    def _of_line(self, head: str, start: int) -> BodyMention | None:
        """Phường Kim Tân: Chủ tịch UBND: bà X: the organ of the place with which the line opens."""
        heads = self._page.lexicon.heads.get(head, ())
        line = self._page.paragraph_at(start)
        meant, place = self._opened_by(line, start) if heads else (None, None)
        organ = next((h for h in heads if h.tail == "unit"), None)
        if not meant or not place or not organ:
            return None
        owner = f"{meant.committee} {place.name}" if organ.form == "party_committee" else ""
        name = owner or f"{organ.name} {meant.name} {place.name}"
        return BodyMention(start, start, name, organ.form, meant.level, BODY_NAMED, place.name, meant.name)

    def _opened_by(self, line: Span, start: int) -> tuple[Unit | None, PlaceMention | None]:
        """The place that opens the line, or the last of its parts: "Tại phường X: …; tại xã Y: …"."""
        if (openings := self._openings.get(line.start)) is None:
            openings = self._openings[line.start] = list(self._openings_of(line))
        index = bisect_right(openings, start, key=lambda opening: opening[0]) - 1
        return openings[index][1:] if index >= 0 else self._named_by_lead(start)

    def _named_by_lead(self, start: int) -> tuple[Unit | None, PlaceMention | None]:
        """Lãnh đạo phường Kim Tân: / - Chủ tịch UBND: bà X: the last place of the line that opens the list."""
        lead = list_lead(self._page, start)
        for unit in reversed(self._page.found("units", lead)) if lead else ():
            meant = self._page.lexicon.units[unit.group()]
            if place := self._bodies.places.named_at(unit.end() + 1, meant.name):
                return meant, place
        return None, None

    def _openings_of(self, line: Span) -> Iterator[tuple[int, Unit, PlaceMention]]:
        """(end of the word for its kind, kind, place) of each place that opens the line or a part of it."""
        for unit in self._page.found("units", line):
            meant = self._page.lexicon.units[unit.group()]
            opens = _OPENING.fullmatch(self._page.low, line.start, unit.start()) is not None
            marks = (":", " -", " –") if opens else (":",)
            if not opens and not self._page.low.endswith(_AT, line.start, unit.start()):
                continue
            place = self._bodies.places.named_at(unit.end() + 1, meant.name)
            if place and self._page.low.startswith(marks, place.end):
                yield unit.end(), meant, place

    def _of_base(self, head: str, start: int, committee: BodyMention | None) -> BodyMention | None:
        """The Đảng ủy that leads the Đảng bộ Sở Y tế, where that is named later than another Đảng ủy."""
        lexicon = self._page.lexicon
        if head not in lexicon.base_heads:
            return committee
        named = (self._bodies.last_called(words, start) for words in (lexicon.members_of_base, lexicon.base))
        members = max((base for base in named if base), key=lambda base: base.start, default=None)
        if not members or (committee and committee.start > members.start):
            return committee
        office = members.name.removeprefix(lexicon.members_of_base).removeprefix(lexicon.base)
        unit = lexicon.units.get(members.unit or "")
        if unit and office.startswith(f"{unit.name} ") and not unit.committee.lower().startswith(head):
            return committee
        name = f"{lexicon.base_heads[head]} {office}"
        return replace(members, name=name, form="party_committee")

    def _organ_beside(self, head: str, start: int) -> BodyMention | None:
        """The UBND xã X of "Phó Chủ tịch UBND" in a sentence that names the HĐND xã X."""
        organ = next((h for h in self._page.lexicon.heads.get(head, ()) if h.tail == "unit"), None)
        beside = self._bodies.last_of_place(start)
        if not organ or organ.form not in _ORGANS or not beside:
            return None
        if beside.start < self._page.sentence_at(start).start:
            return None
        unit = self._page.lexicon.units[beside.unit or ""]
        name = f"{organ.name} {unit.name} {beside.place}"
        return replace(beside, name=name, form=organ.form, rule=BODY_NAMED)

    def _inspectors_of(self, committee: BodyMention | None) -> BodyMention | None:
        """The Ủy ban Kiểm tra of a Party committee of a place."""
        unit = self._page.lexicon.units.get(committee.unit or "") if committee else None
        if not committee or not unit or not committee.place:
            return None
        name = f"{self._page.lexicon.cues['inspection_heads'][0]} {unit.committee} {committee.place}"
        return replace(committee, name=name, form="inspection_committee")
