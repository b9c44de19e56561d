"""The Party's base in a place or office, where a text says that it is founded, merged or dissolved.

"thành lập Đảng bộ tỉnh X"; "kết thúc hoạt động của Đảng bộ Sở Y tế".

Everywhere else the word stands for its members, and the committee that leads them is the body.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from ingest.cued import Cued
from ingest.facts import BodyForm
from ingest.rules.mentions.body_mentions import BodyMention
from ingest.rules.places.places import Places
from ingest.rules.text.page import Page

_RULE = "party-base-of-place"
_FORM: BodyForm = "party_committee"
_OFFICES: tuple[BodyForm, ...] = ("state_body", "council", "court_procuracy", "party_department", "front_union")
_BASE = Cued("đảng", r"đảng bộ (?=\w)")
_FOUNDED = re.compile(
    r"(?<!\w)(?:thành lập|lập|hợp nhất|sáp nhập|giải thể|chia tách|chuyển giao|kết thúc hoạt động|trực thuộc)"
    r"(?: (?:của|mới))? $"
)
_WORD = 24  # characters before the base in which that is said
_BELONGS = re.compile(r",? trực thuộc ")


def with_party_bases(page: Page, places: Places, found: list[BodyMention], starts: set[int]) -> list[BodyMention]:
    """The bodies found with every such base, in order of place; none where another name begins (`starts`)."""
    bases = [b for b in _party_bases(page, places, found) if b.start not in starts]
    if not bases:
        return found
    first = {b.end: b.start for b in bases}  # the office of "Đảng bộ Sở Y tế" is part of its name
    apart = (b for b in found if first.get(b.end, b.start) == b.start)
    return sorted([*apart, *bases], key=lambda b: b.start)


def _party_bases(page: Page, places: Places, found: list[BodyMention]) -> Iterator[BodyMention]:
    matches = page.each(_BASE)
    offices = {b.start: b for b in found if b.form in _OFFICES and not b.is_kind} if matches else {}
    for match in matches:
        if office := offices.get(match.end()):
            if page.shown[match.start()].isupper() and _is_told(page, match.start(), office.end):
                name = f"Đảng bộ {office.name}"
                yield replace(office, start=match.start(), name=name, form=_FORM, rule=_RULE)
            continue
        unit = page.at("units", match.end())
        meant = page.lexicon.units[unit.group()] if unit else None
        place = places.named_at(unit.end() + 1, meant.name) if unit and meant else places.at(match.end())
        if not place or not page.shown[match.start()].isupper():
            continue
        if _is_told(page, match.start(), place.end):
            meant = meant or page.lexicon.units[place.unit]
            name = f"Đảng bộ {meant.name} {place.name}"
            yield BodyMention(match.start(), place.end, name, _FORM, meant.level, _RULE, place.name, meant.name)


def _is_told(page: Page, start: int, end: int) -> bool:
    """Whether the words around the base say what becomes of it, or to what it belongs."""
    founded = _FOUNDED.search(page.low, max(0, start - _WORD), start)
    return founded is not None or _BELONGS.match(page.low, end) is not None
