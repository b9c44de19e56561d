"""The Party's base in a place, where a text says that it is founded, merged or dissolved: thành lập Đảng bộ tỉnh X.

Everywhere else the word stands for its members, and the committee that leads them is the body.
"""

import re
from collections.abc import Iterator

from ingest.cued import Cued
from ingest.facts import BodyForm
from ingest.rules.body_mentions import BodyMention
from ingest.rules.page import Page
from ingest.rules.places import Places

_RULE = "party-base-of-place"
_FORM: BodyForm = "party_committee"
_BASE = Cued("đảng", r"đảng bộ (?=\w)")
_FOUNDED = re.compile(
    r"(?<!\w)(?:thành lập|lập|hợp nhất|sáp nhập|giải thể|chia tách|chuyển giao|kết thúc hoạt động|trực thuộc)"
    r"(?: (?:của|mới))? $"
)
_WORD = 24  # characters before the base in which that is said
_BELONGS = re.compile(r",? trực thuộc ")


def party_bases(page: Page, places: Places) -> Iterator[BodyMention]:
    """Every such base, in order of place."""
    for match in page.each(_BASE):
        unit = page.at("units", match.end())
        meant = page.lexicon.units[unit.group()] if unit else None
        place = places.named_at(unit.end() + 1, meant.name) if unit and meant else places.at(match.end())
        if not place or not page.shown[match.start()].isupper():
            continue
        founded = _FOUNDED.search(page.low, max(0, match.start() - _WORD), match.start())
        if founded or _BELONGS.match(page.low, place.end):
            meant = meant or page.lexicon.units[place.unit]
            name = f"Đảng bộ {meant.name} {place.name}"
            yield BodyMention(match.start(), place.end, name, _FORM, meant.level, _RULE, place.name, meant.name)
