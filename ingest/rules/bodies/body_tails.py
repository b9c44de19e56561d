"""What may follow the head of a body's name: one rule for each kind of tail in bodies.toml."""

import re
from collections.abc import Callable

from ingest.facts import Level
from ingest.lexicon import Head, Unit
from ingest.rules.bodies.body_lists import ListedOwners, led_group, with_place_of
from ingest.rules.bodies.body_numbers import Numbers
from ingest.rules.bodies.body_press import Press
from ingest.rules.bodies.body_steering import SteeringCommittees
from ingest.rules.bodies.body_topics import Topics
from ingest.rules.bodies.body_words import Words
from ingest.rules.bodies.subcommittees import Subcommittees
from ingest.rules.mentions.body_mentions import OF_POSTS, BodyMention, replace
from ingest.rules.mentions.title_mentions import is_named_at
from ingest.rules.places.places import Places
from ingest.rules.text.page import Page
from ontology.text import canonical

_ABBREVIATED = re.compile(r"[ ]+\([A-ZĐƯ][A-ZĐƯ&.-]{1,9}\)(?= )")
_CONGRESS_TERM = re.compile(r" khóa (?:[ivxl]+|\d{1,2})(?: của)?(?= \w)|(?<=quốc hội) của(?= \w)")
_OWNS = ("party_committee", "council")
_SHARING = ("party_department", "inspection_committee")
_LIST_GAP = re.compile(r"(?:(?P<and>,? rồi| và)|,| kiêm|[ ]?[-–])\s*")
_NEXT_LINE = re.compile(r"[ ]*\n[ ]*")
_OWN_RULE = "body-by-head-and-own"
_OWNS_UNITS = ("party_department", "state_body", "court_procuracy", "council", "front_union", "party_committee")
_OFFICES = ("state_body", "court_procuracy", "front_union", "other")
_BELONGS = re.compile(r"[ ]+(?:thuộc[ ]+)?")
_HAS_UNITS = ("party_department", "state_body", "court_procuracy", "council", "front_union", "inspection_committee")
_BEHIND = re.compile(r"(?:,|[ ][-–](?=[ ]bộ[ ]))[ ]+(?:thuộc[ ]+)?(?:cơ quan[ ]+(?=ủy ban kiểm tra))?")
_UNIT_ASIDE = re.compile(r"[ ]+\((?:nay|cũ|sau|trước)[^()\n]{0,40}\)[ ]+")  # UBND tỉnh (nay là thành phố) Cần Thơ
_OF = re.compile(r" (?:của|(?:trực )?thuộc) ")  # Ban Pháp chế của HĐND tỉnh Lào Cai
_OF_CENTRE = " Trung ương"
_OWN_MANY = " Các "  # Vụ Các tổ chức quốc tế


class Tails:
    """Completes a mention of a head by its tail; None where no tail of its kind follows."""

    def __init__(
        self, page: Page, places: Places, topics: Topics, read_at: Callable[[int], BodyMention | None]
    ) -> None:
        self._page = page
        self._places = places
        self._steering = SteeringCommittees(page, topics, self._unit)
        self._read_at = read_at
        self._numbers = Numbers(page, places)
        self._words = Words(page, places, read_at)
        lexicon = page.lexicon
        self._unit_heads = tuple(lexicon.cues["unit_heads"])
        self._base = lexicon.cues["party_base"][0].capitalize()
        self._committees = {unit.committee: unit for unit in lexicon.units.values()}
        self._committees |= {unit.youth: unit for unit in lexicon.units.values() if unit.youth}
        self._offices = lexicon.cues["offices"]
        self._committee_heads = lexicon.cues["committee_heads"]
        self._listed = ListedOwners(page, read_at, self._owned)
        self._readers: dict[str, Callable[[BodyMention], BodyMention | None]] = {
            "place": self._place,
            "unit": self._unit,
            "topic": self._steering.read,
            "national": self._steering.national,
            "field": self._field,
            "body": self._body,
            "front": self._front,
            "congress": Subcommittees(page).read,
            "number": self._number,
            "words": self._by_words,
            "own": self._by_itself,
            "company": self._company,
            "press": Press(page, places, self._unit, self._by_words).read,
        }

    def read(self, head: Head, mention: BodyMention) -> BodyMention | None:
        """The body whose name the mention of the head begins; None where what follows makes it none.

        Its abbreviation may stand in the name: Hội đồng nhân dân (HĐND) tỉnh Lào Cai.
        """
        aside = _ABBREVIATED.match(self._page.shown, mention.end)
        whole = self._read(head, replace(mention, end=aside.end())) if aside else None
        return whole if aside and whole and whole.end > aside.end() else self._read(head, mention)

    def _read(self, head: Head, mention: BodyMention) -> BodyMention | None:
        found = self._owner(head, mention) if head.tail == "owner" else self._readers[head.tail](mention)
        if found or not (head.share or mention.form in _SHARING):
            return found
        if head.tail == "unit" and head.name not in self._committee_heads:
            return self._shared_unit(mention) or led_group(self._page, self._places, mention)
        base = self._follows("party_base", mention.end)
        return self._listed.read(mention, base.end() if base else mention.end)

    def _shared_unit(self, mention: BodyMention) -> BodyMention | None:
        """HĐND, UBND tỉnh Lào Cai; Chủ tịch UBND rồi Bí thư Tỉnh ủy Lào Cai: the place of the next body."""
        gap = _LIST_GAP.match(self._page.low, mention.end)
        past = self._page.lexicon.any_of("former").match(self._page.low, gap.end()) if gap else None
        place = self._page.after_blanks(past.end()) if past else gap.end() if gap else 0
        role = self._page.at("roles", place) if gap else None
        body = self._read_at(role.end() + 1 if role else place) if gap else None
        body = body or (self._read_at(self._page.low.rfind(" ", 0, role.end()) + 1) if role else None)  # Trưởng Đoàn …
        of_party = body is not None and body.form == "party_committee" and not (gap and gap["and"] and role)
        if not body or not body.unit or not body.place or of_party:
            return None
        name = f"{mention.name} {body.unit} {body.place}"
        return replace(mention, name=name, place=body.place, unit=body.unit, level=body.level)

    def is_plural(self, end: int) -> bool:
        """Whether the words that follow make it many bodies: "Tỉnh ủy các tỉnh"."""
        return self._follows("of_several", end) is not None and not self._page.shown.startswith(_OWN_MANY, end)

    def _follows(self, cue: str, end: int) -> re.Match[str] | None:
        place = self._page.behind_blank(end)
        return self._page.lexicon.any_of(cue).match(self._page.low, place) if place else None

    def _place(self, mention: BodyMention) -> BodyMention | None:
        """Tỉnh ủy Lào Cai; Thành ủy TP Hà Nội; Tỉnh ủy and Thành ủy TP, with the place of the context."""
        unit = self._committees[mention.name]
        end = self._past_unit_of(unit, mention.end)
        named = self._places.named_at(self._page.behind_blank(end) or end, unit.name)
        if named and (named.is_province or unit.name != "tỉnh"):
            level = "district" if self._places.is_inside_province(unit, named.name) else mention.level
            mention = replace(mention, end=named.end, name=f"{mention.name} {named.name}", level=level)
            return replace(mention, place=named.name, unit=unit.name)
        meant = self._places.meant_at(mention.start, unit.name, mention.end)
        level = "district" if meant and self._places.is_inside_province(unit, meant) else mention.level
        mention = replace(mention, end=end, name=f"{mention.name} {meant}", level=level)
        return replace(mention, place=meant, unit=unit.name) if meant else None

    def _past_unit_of(self, unit: Unit, end: int) -> int:
        """Where the unit's own word ends, if it is printed: the "TP" of "Thành ủy TP Hà Nội"."""
        printed = self._follows("units", end)
        return printed.end() if printed and self._page.lexicon.units[printed.group()] == unit else end

    def _unit(self, mention: BodyMention) -> BodyMention | None:
        """HĐND tỉnh Lào Cai; HĐND Hà Nội; HĐND tỉnh, with the province of the context."""
        term = _CONGRESS_TERM.match(self._page.low, mention.end)
        printed = self._follows("units", term.end() if term else mention.end) or self._on_next_line(mention)
        place = 0 if printed else self._page.behind_blank(mention.end)
        bare = self._places.at(place) if place else None
        if bare:
            name = f"{mention.name} {bare.unit} {bare.name}"
            return replace(mention, end=bare.end, name=name, place=bare.name, unit=bare.unit, level="province")
        return self._in_unit(mention, printed) if printed else None

    def of_place(self, union: BodyMention) -> BodyMention | None:
        """Hội Nông dân Việt Nam tỉnh Lào Cai: the union of a place; None where that is not known, or a head is read."""
        printed = self._follows("units", union.end) if union.form == "front_union" else None
        is_head = printed and self._page.low[union.start : union.end] in self._page.lexicon.heads
        return union if not printed else None if is_head else self._in_unit(union, printed)

    def _on_next_line(self, mention: BodyMention) -> re.Match[str] | None:
        """ỦY BAN NHÂN DÂN / TỈNH LÀO CAI, as the head of a document has it."""
        capitals = self._page.shown[mention.start : mention.end].isupper()
        line = _NEXT_LINE.match(self._page.shown, mention.end) if capitals else None
        unit = self._page.at("units", line.end()) if line else None
        return unit if unit and self._page.shown[unit.start() : unit.end()].isupper() else None

    def _in_unit(self, mention: BodyMention, printed: re.Match[str]) -> BodyMention | None:
        unit = self._page.lexicon.units[printed.group()]
        aside = _UNIT_ASIDE.match(self._page.low, printed.end())
        place = aside.end() if aside else self._page.behind_blank(printed.end())
        named = self._places.named_at(place or printed.end(), unit.name)
        none_meant = named or self.is_plural(printed.end())
        meant = None if none_meant else self._places.meant_at(mention.start, unit.name, printed.end())
        whose, end = (named.name, named.end) if named else (meant, printed.end())
        if not whose:
            return None
        level: Level = "district" if self._places.is_inside_province(unit, whose) else unit.level
        name = f"{mention.name} {unit.name} {whose}"
        return replace(mention, end=end, name=name, place=whose, unit=unit.name, level=level)

    def _owner(self, head: Head, mention: BodyMention) -> BodyMention | None:
        """Ban Nội chính Trung ương; Ban Tổ chức Tỉnh ủy Lào Cai; Ban Nội chính tỉnh, the province from the context."""
        central = self._steering.centre_after(mention.end)
        place = self._page.behind_blank(mention.end)
        union = self._read_at(place) if place and central and not head.apart else None
        if union and union.form == "front_union" and union.end > (central.end() if central else 0):
            return self._owned(mention, union, union.end)  # Ban Tổ chức Trung ương Đoàn
        if central and not head.apart:
            return self._of_centre(mention, central)
        of = _OF.match(self._page.low, mention.end)
        owner = self._read_at(of.end() if of else place) if place else None
        if owner and self._may_own(head, owner):
            return self._owned(mention, owner, owner.end)
        base = self._follows("party_base", mention.end)
        whole = base and self._unit(replace(mention, end=base.end(), name=f"{mention.name} {self._base}"))
        if whole:
            return whole
        office = self._read_at(self._page.after_blanks(base.end())) if base else None
        if office and office.form in _OFFICES and not office.is_kind and office.rule != _OWN_RULE:
            name = f"{mention.name} {self._base} {office.name}"  # Ban Chấp hành Đảng bộ Sở Y tế
            return replace(mention, end=office.end, name=name, place=office.place, unit=office.unit, level=office.level)
        unit = self._unit(mention) if not head.share and not head.apart else None
        if unit and mention.name not in self._page.lexicon.cues["boards_of_places"]:
            return self._owned(mention, unit, unit.end)
        return replace(unit, form="state_body") if unit else None

    def _may_own(self, head: Head, owner: BodyMention) -> bool:
        if head.apart:
            return owner.place is not None and owner.form in _OWNS
        office = head.name in self._offices and owner.rule != _OWN_RULE
        return owner.form in _OWNS or (office and owner.form in ("state_body", "court_procuracy"))

    def _owned(self, mention: BodyMention, owner: BodyMention, end: int) -> BodyMention:
        """The mention with its owner's name, or that of the committee of its owner's place: Ban Nội chính tỉnh."""
        name = owner.name
        led = name.removeprefix(f"{self._committee_heads[0]} ")
        if mention.form == "party_committee" and led != name:
            name = f"{self._base} {led}"  # Ban Chấp hành Đảng bộ Quân khu 5, which elects the Đảng ủy
        elif mention.form == "party_committee" and owner.name.startswith(tuple(f"{c} " for c in self._committees)):
            name = f"{self._base} {owner.unit} {owner.place}"  # Ban Chấp hành Tỉnh ủy Lào Cai
        if owner.name.startswith(mention.name) and owner.unit not in self._page.lexicon.units:
            return replace(mention, end=end, name=name, level=owner.level)
        if owner.name.startswith(mention.name):
            unit = self._page.lexicon.units[owner.unit or ""]
            name = f"{unit.council if mention.form == 'council' else unit.committee} {owner.place}"
        whole = f"{mention.name} {name}"
        form = "state_body" if mention.name in self._offices and owner.form == "state_body" else mention.form
        return replace(mention, end=end, name=whole, form=form, place=owner.place, unit=owner.unit, level=owner.level)

    def _of_centre(self, mention: BodyMention, central: re.Match[str]) -> BodyMention:
        end = central.end()
        name = f"{mention.name} Trung ương"
        bodies = self._page.lexicon.bodies
        known = bodies.get(canonical(name)) or bodies.get(canonical(f"{name} Đảng"))
        party = self._follows("party", end)
        if known and known.name.endswith("Đảng") and party:
            end = party.end()
        return replace(mention, end=end, name=known.name if known else name, level="central")

    def _field(self, mention: BodyMention) -> BodyMention | None:
        """Bộ Công an; Sở Nội vụ tỉnh Lào Cai; Sở Nội vụ, with the province of the context."""
        whole, is_field = self._with_field(mention)
        if not whole or mention.level == "state":
            return self._words.with_country(whole) if whole else None
        inside = self._by_itself(whole)
        if inside != whole:
            return inside
        meant = (self._places.meant_at(mention.start), None) if mention.level == "province" else None
        place, unit = meant or (self._places.local_meant_at(mention.start) if is_field else (None, None))
        if not place:
            return whole if mention.level == "district" else None
        unit = unit or self._places.unit_of(place)
        return replace(whole, name=f"{whole.name} {unit} {place}", place=place, unit=unit)

    def _with_field(self, mention: BodyMention) -> tuple[BodyMention | None, bool]:
        """The mention with its field; False where it has words of its own instead."""
        field = self._follows("fields", mention.end)
        if field and self._page.shown[field.start()].isupper():
            name = f"{mention.name} {self._page.lexicon.fields[field.group()]}"
            return replace(mention, end=field.end(), name=name), True
        end = self._words.end(mention.end) if mention.level != "state" else None
        end = None if end and self._is_head(mention.end, end) else end  # the "phòng Sở" of "Chánh Văn phòng Sở"
        return (replace(mention, end=end, name=self._named(mention, end)) if end else None), False

    def _is_head(self, start: int, end: int) -> bool:
        """Whether the words are but the head of another name."""
        return self._page.low[start:end].strip() in self._page.lexicon.heads

    def _named(self, mention: BodyMention, end: int) -> str:
        """The name of the mention with the words up to `end`."""
        return f"{mention.name}{self._words.as_told(mention.end, end)}"

    def _by_words(self, mention: BodyMention) -> BodyMention | None:
        """Cục Cảnh sát giao thông Bộ Công an: words of its own, and the body or place it belongs to."""
        if mention.form == "front_union" and is_named_at(self._page, mention.end):
            return None  # đại biểu Quốc hội Lê Văn Mẫu
        end = self._words.end(mention.end, capital=mention.name not in self._page.lexicon.cues["loose_heads"])
        return self._by_itself(replace(mention, end=end, name=self._named(mention, end))) if end else None

    in_words = _by_words

    def _company(self, mention: BodyMention) -> BodyMention | None:
        """Tổng công ty Chè Việt Nam."""
        end = self._words.end_of_company(mention.end)
        place = self._places.at(end + 1) if end and self._page.low.startswith(" ", end) else None
        end = place.end if place else end
        name = f"{mention.name}{self._page.shown[mention.end : end]}" if end else ""
        return replace(mention, end=end, name=name) if end else None

    def _by_itself(self, mention: BodyMention) -> BodyMention:
        """Cơ quan Cảnh sát điều tra Công an tỉnh Lào Cai; Cơ quan Cảnh sát điều tra."""
        signed = self._words.end_of_sign(mention.end)
        mention = replace(mention, end=signed, name=f"{mention.name}{self._page.shown[mention.end : signed]}")
        belongs = _BELONGS.match(self._page.low, mention.end)
        owner = self._read_at(belongs.end()) if belongs else None
        if owner and not owner.is_kind and self._page.shown[owner.start].isupper() and owner.form in _OWNS_UNITS:
            name = f"{mention.name} {owner.name}"
            return replace(mention, end=owner.end, name=name, place=owner.place, unit=owner.unit, level=owner.level)
        if named := self._of_owner_behind(mention):
            return named
        unit = self._unit(mention)
        if unit and unit.form == "other" and self._places.at(self._page.after_blanks(mention.end)):
            return replace(unit, name=f"{mention.name} {unit.place}")  # of a school: Đại học Luật Hà Nội
        return unit or mention

    def _of_owner_behind(self, mention: BodyMention) -> BodyMention | None:
        """Vụ Pháp chế, Bộ Y tế: a unit that every ministry has, with the ministry, which stays a body of its own."""
        behind = _BEHIND.match(self._page.low, mention.end)
        number = mention.name.rpartition(" ")[2]
        numbered = number.isdigit() or (mention.rule == OF_POSTS and number.isupper())
        if not behind or not (numbered or canonical(mention.name) in self._page.lexicon.generic_units):
            return None
        owner = self._read_at(behind.end())
        if not owner or owner.is_kind or owner.form not in _HAS_UNITS or not self._page.shown[owner.start].isupper():
            return None
        name = f"{mention.name} {owner.name}"
        own = replace(mention, name=name, place=owner.place, unit=owner.unit, level=owner.level)
        return None if owner.name.startswith(self._unit_heads) else own

    def _body(self, mention: BodyMention) -> BodyMention | None:
        """Ban cán sự đảng Bộ Tài chính: a body inside another."""
        place = self._page.behind_blank(mention.end)
        inner = self._read_at(place) if place else None
        if not inner or inner.is_kind:
            return None
        twice = inner.name.startswith(f"{mention.name} ")  # Bí thư Đảng ủy Đảng ủy Công an Trung ương
        name = inner.name if twice else f"{mention.name} {inner.name}"
        return with_place_of(inner, replace(mention, end=inner.end, name=name))

    def _front(self, mention: BodyMention) -> BodyMention | None:
        """Ban Chấp hành Trung ương Hội Nông dân Việt Nam: an organ of a front or union, and of no other body."""
        whole = self._body(mention)
        inner = self._read_at(self._page.after_blanks(mention.end)) if whole else None
        if inner and inner.form == "front_union":
            return whole
        shorter = mention.name.removesuffix(_OF_CENTRE)  # Ban Chấp hành | Trung ương Đoàn
        inner = self._read_at(mention.end - len(_OF_CENTRE) + 1) if shorter != mention.name else None
        if not inner or inner.form != "front_union" or inner.end <= mention.end:
            return None
        return replace(mention, end=inner.end, name=f"{shorter} {inner.name}")

    def _number(self, mention: BodyMention) -> BodyMention | None:
        """Quân khu 2; Phòng 5 Cục An ninh điều tra: a number, and for a unit what it belongs to."""
        numbered = self._numbers.read(mention)
        if not numbered or mention.rule == OF_POSTS:
            return self._by_itself(numbered) if numbered else None
        return (self._of_owner_behind(numbered) if numbered.name.startswith(self._unit_heads) else None) or numbered
