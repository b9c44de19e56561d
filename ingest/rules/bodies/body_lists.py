"""Owners that a list of bodies or posts names further on: "Ban Chấp hành, Ban Thường vụ Tỉnh ủy Lào Cai"."""

import re
from collections.abc import Callable
from dataclasses import replace

from ingest.rules.mentions.body_mentions import BodyMention
from ingest.rules.mentions.title_mentions import is_named_at
from ingest.rules.places.places import Places
from ingest.rules.text.page import Page
from ontology.text import CAPITALS

_LISTED = re.compile(r"(?:,| và| kiêm)\s+")
_ORGANS = ("Ban Thường vụ ", "Ban Chấp hành ", "Ủy ban Kiểm tra ")
_OWN_OFFICE = re.compile(r" (?:bộ|sở|cục|tổng cục|viện|học viện|trường|bệnh viện|thanh tra|văn phòng)(?=,)")
_OWNS_UNITS = ("party_department", "state_body", "court_procuracy", "council", "front_union", "party_committee")
_OFFICES = ("state_body", "court_procuracy", "front_union", "other")
_ORGAN_OF_FRONT = "Ban Chấp hành Trung ương "
# đồng chí Nguyễn Vũ Trường Sơn: no school
_NAME_BEFORE = re.compile(rf"(?<!\w)(?P<surname>[{CAPITALS}][^\W\d_]*)(?: [{CAPITALS}][^\W\d_]*){{0,2}} $")
_WORDS = 24  # characters of the first words of a name
_REACH = 70  # characters to the committee that an unowned "Ban Thường vụ" belongs to

_OTHERS = "; "
_TELLS = "thông "  # before the "báo" of Thông báo, which is no newspaper
_LEADS, _DEPUTIES = "trưởng ", "Đoàn đại biểu Quốc hội"
_CLOSED = re.compile(r"\s*(?:[,;.(]|$|\n)| (?:phát biểu|chủ trì|cho biết|khẳng định)(?!\w)")


def led_group(page: Page, places: Places, mention: BodyMention) -> BodyMention | None:
    """Phó Trưởng Đoàn đại biểu Quốc hội (chuyên trách): the group of the province that the text is on."""
    led = page.low.endswith(_LEADS, 0, mention.start) and _CLOSED.match(page.low, mention.end)
    meant = places.meant_at(mention.start) if led and mention.name == _DEPUTIES else None
    if not meant:
        return None
    unit = places.unit_of(meant)
    name = f"{mention.name} {unit} {meant}"
    return replace(mention, name=name, place=meant, unit=unit, level="province")


def with_place_of(body: BodyMention, mention: BodyMention) -> BodyMention:
    """The mention with the place of the body that it is in, and its level: that of the centre if it has none."""
    level = body.level if body.place else mention.level
    return replace(mention, place=body.place, unit=body.unit, level=level)


class ListedOwners:
    """Completes a mention of a head by the owner that the rest of its list names."""

    def __init__(
        self,
        page: Page,
        read_at: Callable[[int], BodyMention | None],
        owned: Callable[[BodyMention, BodyMention, int], BodyMention],
    ) -> None:
        self._page = page
        self._read_at = read_at
        self._owned = owned
        lexicon = page.lexicon
        self._base = lexicon.cues["party_base"][0].capitalize()
        self._offices = lexicon.cues["offices"]
        self._committee_heads = lexicon.cues["committee_heads"]
        self._owners = lexicon.any_of("owners")

    def read(self, mention: BodyMention, end: int) -> BodyMention | None:
        """Ban Chấp hành, Ban Thường vụ Tỉnh ủy Lào Cai: the committee, or the place, that the list names further on."""
        own = _OWN_OFFICE.match(self._page.low, end) if mention.name in self._committee_heads else None
        end = own.end() if own else end  # Bí thư Đảng ủy Bộ, Bộ trưởng Bộ Y tế
        listed = _LISTED.match(self._page.low, end)
        if not listed:
            return None
        in_group = mention.name in self._page.lexicon.cues["party_groups"]
        if in_group and (ministry := self._of_minister(listed.end())):
            return replace(mention, end=end, name=f"{mention.name} {ministry}", level="state")
        if in_group and (next_one := self._of_next_post(listed.end())):
            return self._in_group_of(mention, next_one, end)
        limit = min(end + _REACH, self._page.sentence_at(mention.start).end)
        limit = self._before_others(end, limit) if mention.name in self._committee_heads else limit
        for match in self._owners.finditer(self._page.low, end, limit):
            told = self._page.low.endswith(_TELLS, 0, match.start()) or self._is_in_name(match.start(), end)
            body = None if told else self._read_at(match.start())
            if body and mention.name in self._page.lexicon.cues["party_groups"]:
                return self._in_group_of(mention, body, end)
            if body and mention.name in self._offices and self._may_have_office(body):
                return with_place_of(body, replace(mention, end=end, name=f"{mention.name} {body.name}"))
            if body and (union := self._union_of(body)):
                name = f"{mention.name} {union}"  # Ban Chấp hành, Ban Thường vụ Tỉnh đoàn Lào Cai
                return with_place_of(body, replace(mention, end=end, name=name, form="front_union"))
            if body and body.place and body.unit:
                return self._in_committee_of(mention, body, end)
            if body and body.form == "party_committee" and body.level == "central":
                return self._owned(mention, body, end)
            if body and mention.name in self._committee_heads and body.form in _OFFICES and not body.is_kind:
                return replace(mention, end=end, name=f"{mention.name} {body.name}", level=body.level)
        return None

    def _before_others(self, start: int, limit: int) -> int:
        """Where the words end that may be of the same list: before the next one named, "…; ông X, Giám đốc …"."""
        place = start
        while 0 <= (place := self._page.low.find(_OTHERS, place, limit)):
            if is_named_at(self._page, place + 1):
                return place
            place += 1
        return limit

    def _is_in_name(self, place: int, start: int) -> bool:
        """Whether the words of a person's name stand right before the place: the "Trường" of Nguyễn Vũ Trường Sơn."""
        name = _NAME_BEFORE.search(self._page.shown, max(start, place - _WORDS), place)
        known = name is not None and name["surname"] in self._page.lexicon.surnames
        return bool(known and name and not self._page.at("roles", name.start("surname")))

    def _union_of(self, organ: BodyMention) -> str | None:
        """The union whose organ the body is: the Tỉnh đoàn Lào Cai of its Ban Thường vụ."""
        owner = next((organ.name.removeprefix(words) for words in _ORGANS if organ.name.startswith(words)), None)
        youth = self._page.lexicon.units[organ.unit].youth if organ.unit in self._page.lexicon.units else ""
        of_union = organ.form == "front_union" or (youth and owner and owner.startswith(f"{youth} "))
        return owner if of_union else None

    def _may_have_office(self, body: BodyMention) -> bool:
        """Whether "Chánh Văn phòng, …" may be of the body: not "Chánh Văn phòng, Vụ trưởng Vụ Pháp chế"."""
        unit = body.name.startswith(tuple(f"{head} " for head in self._page.lexicon.cues["units_of_bodies"]))
        return body.form in ("state_body", "council") and not body.is_kind and not unit

    def _of_next_post(self, place: int) -> BodyMention | None:
        """The Quốc hội of "nguyên Chủ tịch Quốc hội"."""
        past = self._page.lexicon.any_of("former").match(self._page.low, place)
        role = self._page.at("roles", self._page.after_blanks(past.end()) if past else place)
        return self._read_at(role.end() + 1) if role else None

    def _of_minister(self, place: int) -> str:
        """The Bộ Nội vụ of "Thứ trưởng Nội vụ", "" where no such post follows."""
        lexicon = self._page.lexicon
        role = self._page.at("roles", place)
        minister = role and lexicon.roles[role.group()] in lexicon.cues["ministers"]
        field = lexicon.any_of("fields").match(self._page.low, role.end() + 1) if role and minister else None
        return f"Bộ {lexicon.fields[field.group()]}" if field and self._page.shown[field.start()].isupper() else ""

    def _in_group_of(self, mention: BodyMention, body: BodyMention, end: int) -> BodyMention | None:
        """Bí thư Ban cán sự đảng, Bộ trưởng Bộ Y tế: the group in the body of the next post."""
        if body.form not in _OWNS_UNITS or body.form == "party_committee":
            return None
        owner = body.name.removeprefix(_ORGAN_OF_FRONT)
        return with_place_of(body, replace(mention, end=end, name=f"{mention.name} {owner}"))

    def _in_committee_of(self, mention: BodyMention, body: BodyMention, end: int) -> BodyMention:
        """The committee of the body's place; of the body itself for "Bí thư Đảng ủy, Giám đốc Sở Nội vụ"."""
        if mention.name in self._committee_heads and body.level != "commune" and body.form in _OFFICES:
            return with_place_of(body, replace(mention, end=end, name=f"{mention.name} {body.name}"))
        unit = self._page.lexicon.units[body.unit or ""]
        _, _, office = body.name.rpartition(f"{self._base} ")
        if mention.name in self._committee_heads and office != body.name and not office.startswith(unit.name):
            return with_place_of(body, replace(mention, end=end, name=f"{mention.name} {office}"))
        owner = f"{unit.committee} {body.place}"
        if mention.form == "party_committee":
            owner = (
                f"{self._base} {unit.name} {body.place}" if mention.level == "province" else f"{unit.name} {body.place}"
            )
        name = f"{mention.name} {self._owner_in_office(mention, body) or owner}"
        return replace(mention, end=end, name=name, place=body.place, unit=body.unit, level=body.level)

    def _owner_in_office(self, mention: BodyMention, body: BodyMention) -> str:
        """Of "Ban Chấp hành, Ban Thường vụ Đảng ủy UBND tỉnh Lào Cai" the Đảng bộ of the office; "" of a place."""
        _, committee, office = body.name.rpartition(f"{self._committee_heads[0]} ")
        if not committee or office.startswith(tuple(f"{unit.name} " for unit in self._page.lexicon.units.values())):
            return ""
        return f"{self._base} {office}" if mention.form == "party_committee" else f"{committee}{office}"
